"""A sheet as Markdown, which reads well in a terminal too."""

from __future__ import annotations

from collections.abc import Iterator

from . import phrases
from .sheet import Block, Facts, Grid, Part, Points, Question, Sheet, Verbatim

_LINE = "_" * 72
_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*<>[]|#"})


def text(sheet: Sheet) -> str:
    """The sheet as Markdown. Words from outside cannot become headings, links or markup."""
    parts = [f"# {_plain(sheet.title)}", _plain(sheet.about)]
    for part in sheet.parts:
        parts += _part(part)
    return "\n\n".join([*parts, "---", _plain(sheet.foot)]) + "\n"


def _part(part: Part) -> Iterator[str]:
    yield f"## {_plain(part.heading)}"
    for block in part.blocks:
        yield _block(block)


def _block(block: Block) -> str:
    match block:
        case str():
            return _plain(block)
        case Facts(rows=rows):
            return "\n".join(f"- {_plain(name)}: {_plain(value)}" for name, value in rows)
        case Points(items=items, boxes=boxes):
            return "\n".join(f"- {'[ ] ' if boxes else ''}{_plain(item)}" for item in items)
        case Grid(head=head, rows=rows):
            lines = [head, tuple("---" for _ in head), *rows]
            return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines)
        case Question(asked=asked, lines=lines):
            return "\n\n".join([_plain(asked), *(_LINE for _ in range(lines))])
        case Verbatim(text=words):
            return "\n".join(f"    {phrases.printable(line)}" for line in words.splitlines())


def _cell(words: str) -> str:
    return words if words == "---" else _plain(words)


def _plain(words: str) -> str:
    return phrases.printable(words).translate(_SIGNS)
