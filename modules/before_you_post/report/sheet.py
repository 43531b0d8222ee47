"""A document for people made of a few kinds of blocks, so that paper, screen and text say the same words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known, each with its name."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """Things to read or to do, one below the other; ``boxes`` = each has a box to tick."""

    items: tuple[str, ...]
    boxes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A small table."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something a person answers by hand, on empty lines."""

    asked: str
    lines: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Verbatim:
    """Words to be copied as they stand."""

    text: str


Block = str | Facts | Points | Grid | Question | Verbatim  # a string is a paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a document."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A whole document: what it is, a sentence below the title, and its parts."""

    title: str
    about: str
    parts: tuple[Part, ...]
    foot: str
