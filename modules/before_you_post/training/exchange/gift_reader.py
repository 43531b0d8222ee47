"""Reads questions written in GIFT. Format: https://docs.moodle.org/en/GIFT_format."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...records import InputError, Problem
from .draft import Foreign, ForeignAnswer
from .exported import TAG

_PRIVATE = 0xE000  # where signs that are meant as such are kept while the others are read
_TRUE, _FALSE = ("T", "TRUE"), ("F", "FALSE")
_WEIGHT = re.compile(r"^%(-?[\d.]+)%")


def read_gift(text: str, path: str = "GIFT") -> tuple[Foreign, ...]:
    """Every question of the text. Raises InputError with the line for a question that cannot be told apart."""
    return tuple(_questions(text.removeprefix("\ufeff"), path))


def _questions(text: str, path: str) -> Iterator[Foreign]:
    comments: list[str] = []
    block: list[str] = []
    start = 1
    for number, line in enumerate([*text.splitlines(), ""], 1):
        if line.strip().startswith("//"):
            comments.append(line)
        elif line.strip().startswith("$CATEGORY"):
            continue
        elif line.strip():
            if not block:
                start = number
            block.append(line)
        elif block:
            yield _question("\n".join(block), comments, path, start)
            comments, block = [], []


def _question(block: str, comments: list[str], path: str, line: int) -> Foreign:
    kept = re.sub(r"\\([~=#{}:\\n])", lambda found: chr(_PRIVATE + ord(found[1])), block)
    found = re.fullmatch(
        r"\s*(?:::(?P<name>.*?)::)?(?P<before>[^{}]*)(?:\{(?P<answers>[^{}]*)\}(?P<after>[^{}]*))?", kept, re.DOTALL
    )
    if found is None:
        raise InputError(
            Problem(
                path=path,
                row=line,
                found=block.strip()[:80],
                expected="a question with its answers between one pair of braces",
                remedy="Write \\{ and \\} for braces that are part of the words.",
            )
        )
    tags = _tags(comments)
    before, after = _said(found["before"]), _said(found["after"] or "")
    stem = f"{before} _____ {after}" if before and after else before or after
    name = next(iter(tags.pop("id", ())), None) or _said(found["name"] or "") or stem[:60]
    how, answers, pairs, general = _answers(found["answers"])
    return Foreign(name=name, stem=stem, how=how, answers=answers, pairs=pairs, general=general, tags=tags)


_Parts = tuple[str, tuple[ForeignAnswer, ...], tuple[tuple[str, str], ...], str]


def _answers(text: str | None) -> _Parts:
    if text is None:
        return "description", (), (), ""
    body, _, general = text.partition("####")
    how, answers, pairs = _body(body.strip())
    return how, answers, pairs, _said(general)


def _body(body: str) -> tuple[str, tuple[ForeignAnswer, ...], tuple[tuple[str, str], ...]]:
    head, *reasons = body.split("#")
    if head.strip().upper() in (*_TRUE, *_FALSE):
        return "truefalse", _true_false(head.strip().upper() in _TRUE, [_said(one) for one in reasons]), ()
    if body.startswith("#"):
        return "numerical", tuple(map(_number, _parts(body[1:]))), ()
    parts = _parts(body)
    if parts and all(sign == "=" and "->" in part for sign, part in parts):
        return (
            "matching",
            (),
            tuple((_said(part.partition("->")[0]), _said(part.partition("->")[2])) for _, part in parts),
        )
    answers = tuple(_choice(sign, part) for sign, part in parts)
    signs = {sign for sign, _ in parts}
    how = "essay" if not parts else "shortanswer" if signs == {"="} else "one" if "=" in signs else "many"
    return how, answers, ()


def _parts(body: str) -> list[tuple[str, str]]:
    """The answers with the sign before each; a number without one stands alone."""
    found = re.findall(r"([=~])([^=~]*)", body)
    return found or ([("=", body)] if body.strip() else [])


def _true_false(true: bool, reasons: list[str]) -> tuple[ForeignAnswer, ...]:
    """The first reason is that of the wrong answer."""
    wrong, right = [*reasons, "", ""][:2]
    return (
        ForeignAnswer(text="True", right=true, why=right if true else wrong),
        ForeignAnswer(text="False", right=not true, why=wrong if true else right),
    )


def _choice(sign: str, part: str) -> ForeignAnswer:
    words, _, why = part.partition("#")
    weight = _WEIGHT.match(words.strip())
    right = float(weight[1]) > 0 if weight else sign == "="
    return ForeignAnswer(text=_said(_WEIGHT.sub("", words.strip())), right=right, why=_said(why))


def _number(part: tuple[str, str]) -> ForeignAnswer:
    answer = _choice("=", part[1])
    return ForeignAnswer(text=answer.text.partition(":")[0], right=answer.right, why=answer.why)


def _tags(comments: list[str]) -> dict[str, tuple[str, ...]]:
    tags: dict[str, tuple[str, ...]] = {}
    for kind, said in re.findall(r"\[(id|tag):([^\]]*)\]", " ".join(comments)):
        name, _, value = ("id", "", said) if kind == "id" else said.partition(TAG)
        tags[name] = (*tags.get(name, ()), value)
    return tags


def _said(text: str) -> str:
    """The words without the marks of the format."""
    text = re.sub(r"^\s*\[(html|moodle|plain|markdown)\]", "", text)
    signs = {chr(_PRIVATE + ord(sign)): sign for sign in "~=#{}:\\"}
    signs[chr(_PRIVATE + ord("n"))] = "\n"
    return "".join(signs.get(character, character) for character in " ".join(text.split(" "))).strip()
