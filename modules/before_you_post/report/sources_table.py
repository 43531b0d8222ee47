"""What each source holds, in a table, and below it whatever could not be read: before anything is audited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ..inputs.tree import is_there
from ..records import Channel, Problem, Reading
from .phrases import count, place, printable

if TYPE_CHECKING:
    from rich.console import RenderableType

SHOWN_PROBLEMS = 20  # of each source
_HEADERS = ("Channel", "Source", "Posts", "Photos", "From", "To", "No date", "Missing", "Problems")
_NUMBERS = frozenset({"Posts", "Photos", "No date", "Missing", "Problems"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTotals:
    """One source of one channel in figures."""

    channel: str
    source: str
    posts: int
    photos: int
    first: date | None
    last: date | None
    undated: int  # posts whose day is not known
    missing: int  # photos without a file here
    problems: int  # things not understood or left out


def totals(channel: Channel, source: str, reading: Reading) -> SourceTotals:
    """Count what one source read."""
    days = [post.published_on for post in reading.posts if post.published_on is not None]
    return SourceTotals(
        channel=channel.name,
        source=source,
        posts=len(reading.posts),
        photos=len(reading.published),
        first=min(days, default=None),
        last=max(days, default=None),
        undated=len(reading.posts) - len(days),
        missing=sum(not is_there(photo.path) for photo in reading.published),
        problems=len(reading.problems),
    )


def parts(found: Sequence[tuple[Channel, str, Reading]], *, plain: bool = False) -> Iterator[RenderableType]:
    """The table, then the problems of each source, as text and tables of rich; ``plain`` draws no lines."""
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - rich takes a tenth of a second that an audit need not wait
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    rows = [totals(channel, source, reading) for channel, source, reading in found]
    empty = {"Channel"} if len({row.channel for row in rows}) == 1 else set()
    empty |= {"No date"} if not any(row.undated for row in rows) else set()
    table = Table(box=None, pad_edge=False) if plain else Table(box=SIMPLE_HEAD, padding=0)
    headers = [header for header in _HEADERS if header not in empty]
    for header in headers:
        whole = plain or header in _NUMBERS or header in ("From", "To")
        table.add_column(header, justify="right" if header in _NUMBERS else "left", no_wrap=whole, overflow="fold")
    for row in rows:
        cells = dict(zip(_HEADERS, _cells(row), strict=True))
        table.add_row(*(Text(cells[header]) for header in headers))
    yield table
    for channel, source, reading in found:
        if reading.problems:
            yield Text("\n".join(_lines(channel, source, reading.problems)))


def _cells(row: SourceTotals) -> Iterator[str]:
    yield printable(row.channel)
    yield row.source
    yield from (f"{row.posts:,}", f"{row.photos:,}")
    yield from ("-" if day is None else day.isoformat() for day in (row.first, row.last))
    yield from (f"{row.undated:,}", f"{row.missing:,}", f"{row.problems:,}")


def _lines(channel: Channel, source: str, problems: Sequence[Problem]) -> Iterator[str]:
    yield ""
    yield f"{printable(channel.name)}, {source}: {count(len(problems), 'thing')} not understood or left out"
    for problem in problems[:SHOWN_PROBLEMS]:
        yield f"  {place(problem, str(Path(channel.folder).parent))}"
        yield f"      Found: {printable(problem.found)}"
        yield f"      What to do: {printable(problem.remedy)}"
    if len(problems) > SHOWN_PROBLEMS:
        yield f"  and {len(problems) - SHOWN_PROBLEMS:,} more"
