"""A before and an after side by side: whether they are of one person, and whether they can be compared."""

from __future__ import annotations

from ...records import PairComparison

_NUMBERS = (
    ("turn", "turned by {:.0f} degrees"),
    ("scale", "the person {:.2f} times as large"),
    ("light", "light by {:+.0f} of 100"),
    ("colour", "colour of the ground by {:.0f}"),
    ("background", "{:.0%} of the background"),
    ("crop", "{:.0%} of the frame in common"),
)


def incomparable(pairs: tuple[PairComparison, ...]) -> tuple[PairComparison, ...]:
    """Pairs of one person, or perhaps of one, that differ in more than the result."""
    return tuple(pair for pair in pairs if pair.differs and pair.same_patient is not False)


def unmeasured(pairs: tuple[PairComparison, ...]) -> tuple[PairComparison, ...]:
    """Pairs of which nothing could be measured."""
    return tuple(pair for pair in pairs if pair.problem and pair.same_patient is not False)


def named(pair: PairComparison) -> str:
    """The two pictures of a pair: "the before (a.jpg, panel 1) and the after (a.jpg, panel 2)"."""
    before, after = pair.before, pair.after
    return (
        f"the before ({before.published}, panel {before.panel}) and the after ({after.published}, panel {after.panel})"
    )


def differences(pair: PairComparison) -> str:
    """In what a pair differs, with the numbers that were measured."""
    numbers = [words.format(getattr(pair, name)) for name, words in _NUMBERS if getattr(pair, name) is not None]
    measured = f" (measured: {', '.join(numbers)})" if numbers else ""
    return f"{named(pair)} differ in {', '.join(pair.differs)}{measured}"
