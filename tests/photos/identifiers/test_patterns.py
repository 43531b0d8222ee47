"""No pattern can be made to search for minutes: every repetition has an end, or never gives back what it took."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from before_you_post.photos import identifiers

MOST = 500  # repetitions; a search that tries each once more is still done in a moment


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in iter_modules(identifiers.__path__):
        for name, value in vars(import_module(f"{identifiers.__name__}.{module.name}")).items():
            for number, pattern in enumerate(_within(value)):
                yield f"{module.name}.{name}.{number}", pattern


def _within(value: Any) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _within(getattr(item, "pattern", item) if not isinstance(item, re.Pattern) else item)


FOUND = dict(patterns())


def repetitions(tree: Any) -> Iterator[int]:
    """The upper ends of all repetitions that may give back, wherever they stand in a pattern."""
    for operation, argument in tree:
        if operation in (_constants.MAX_REPEAT, _constants.MIN_REPEAT):
            yield int(argument[1])
            yield from repetitions(argument[2])
        elif operation is _constants.POSSESSIVE_REPEAT:
            yield from repetitions(argument[2])
        elif operation is _constants.BRANCH:
            for branch in argument[1]:
                yield from repetitions(branch)
        elif operation is _constants.SUBPATTERN:
            yield from repetitions(argument[3])
        elif operation in (_constants.ASSERT, _constants.ASSERT_NOT):
            yield from repetitions(argument[1])
        elif operation is _constants.ATOMIC_GROUP:
            yield from repetitions(argument)


def test_the_patterns_were_found() -> None:
    assert len(FOUND) > 60


@pytest.mark.parametrize("name", FOUND)
def test_every_repetition_has_an_end(name: str) -> None:
    pattern = FOUND[name]
    assert max(repetitions(_parser.parse(pattern.pattern, pattern.flags)), default=0) <= MOST


def test_a_repetition_without_an_end_would_be_seen() -> None:
    assert max(repetitions(_parser.parse(r"(?:a|(b{2})+)c"))) > MOST
    assert max(repetitions(_parser.parse(r"(?:a|b)++c{3}"))) == 3
