"""Collect a practice's own public website into a folder, so that the audit can read it without the network.

The folder holds one dated collection beside the other: what was public on a day stays shown as it was.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from ..inputs.quoting import quoted
from ..inputs.site_journal import (
    INDEX,
    Began,
    Index,
    Kept,
    Missed,
    Moved,
    Purpose,
    index_bytes,
    read_index,
    read_journal,
)
from ..inputs.web_addresses import OwnSite, absolute
from ..records import InputError, Problem
from .archive import Archive
from .crawl import Crawl, Progress, StoppedError
from .fetching import Fetcher
from .frontier import PAGES, PHOTOS, Frontier
from .network import Resolve, look_up
from .options import Clock, Options
from .problems import problems_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """What one run of a collection came to."""

    folder: str  # of this collection: its journal, its WARC files, its photos
    origin: str  # the name the website goes by
    pages: int
    photos: int  # files, in all sizes
    complete: bool  # False = something is left for another run
    went_on: bool  # an interrupted collection was gone on with
    problems: tuple[Problem, ...]


def quiet(stage: str, done: int, total: int) -> None:
    """Report nothing."""


def collect_site(
    url: str,
    folder: Path,
    *,
    options: Options | None = None,
    progress: Progress = quiet,
    clock: Clock | None = None,
    resolve: Resolve = look_up,
) -> Collection:
    """Collect the website at ``url`` into ``folder``; go on with a collection that was interrupted lately.

    ``progress`` is called with the stage in words, how many addresses are done, and how many are known so far.
    Raises InputError when the address is none, the folder holds something else, or the first page did not come.
    """
    options, clock = options or Options(), clock or Clock()
    address = _address(url)
    try:
        index, went_on = _begin(address, folder, options, clock)
        index = _run(folder, index, options=options, progress=progress, clock=clock, resolve=resolve)
    except OSError as error:
        raise InputError(_unwritable(folder, error)) from error
    if not index.pages:
        raise InputError(_nothing(address, index.problems))
    return Collection(
        folder=str(folder / index.folder),
        origin=index.origin,
        pages=index.pages,
        photos=index.photos,
        complete=index.complete,
        went_on=went_on,
        problems=index.problems,
    )


def _run(folder: Path, index: Index, *, options: Options, progress: Progress, clock: Clock, resolve: Resolve) -> Index:
    """One run over the website, from where the journal ends; the index as it is afterwards, also on disk."""
    home = folder / index.folder
    frontier = Frontier(OwnSite.of(index.address), options)
    frontier.add(index.address, Purpose.START, None)
    for event in read_journal(home):
        frontier.take(event)
    frontier.try_again()
    archive = Archive(home, clock.now(), read_journal(home))
    fetcher = Fetcher(options, clock, resolve)
    stopped: str | None = "because it was interrupted"
    try:
        if archive.is_new:
            archive.note(Began(address=index.address, at=index.began))
        Crawl(frontier, archive, fetcher, options=options, clock=clock, progress=progress).run()
        stopped = None
    except StoppedError as error:
        stopped = str(error)
    finally:
        fetcher.close()
        archive.close()
        index = _after(index, frontier, archive.size, problems_of(frontier, options, stopped))
        complete = stopped is None and not frontier.left(PAGES) and not frontier.may_come()
        index = replace(index, ended=clock.now(), complete=complete)
        _write(folder, index)
    return index


def _after(index: Index, frontier: Frontier, size: int, problems: tuple[Problem, ...]) -> Index:
    return replace(
        index,
        origin=frontier.site.origin,
        hosts=tuple(sorted(frontier.site.hosts)),
        pages=sum(frontier.kept[purpose] for purpose in PAGES),
        photos=sum(frontier.kept[purpose] for purpose in PHOTOS),
        bytes=size,
        problems=problems,
    )


def _address(url: str) -> str:
    written = url.strip()
    address = absolute(written if "://" in written else f"https://{written}", "")
    if address is None:
        remedy = "Copy the address of the website from the browser, like https://www.quillfeather.example."
        raise InputError(Problem(path=quoted(url), found="no address", expected="a web address", remedy=remedy))
    return address


def _begin(address: str, folder: Path, options: Options, clock: Clock) -> tuple[Index, bool]:
    """The collection to go on with, or a new one; True when it is gone on with."""
    now = clock.now()
    index = read_index(folder)
    if index is None and folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        remedy = "Name a new or an empty folder, so that nothing that lies there is mixed up with the website."
        raise InputError(
            Problem(path=str(folder), found="other files", expected="an empty folder, or a website", remedy=remedy)
        )
    lately = index is not None and not options.anew and now - index.began <= options.go_on_within
    if index is not None and index.address == address and not index.complete and lately and _whole(folder, index):
        return index, True
    origin = OwnSite.of(address)
    name = f"{now:%Y-%m-%dT%H%M%SZ}"
    while (folder / name).exists():
        name += "+"
    (folder / name).mkdir(parents=True)
    index = Index(address=address, origin=origin.origin, hosts=tuple(origin.hosts), folder=name, began=now)
    _write(folder, index)
    return index, False


def _whole(folder: Path, index: Index) -> bool:
    """Whether every file the journal speaks of is still there."""
    home = folder / index.folder
    for event in read_journal(home):
        place = event.place if isinstance(event, Kept | Moved | Missed) else None
        path = home / place.warc if place is not None else None
        if path is not None and place is not None and (not path.is_file() or path.stat().st_size < place.end):
            return False
        if isinstance(event, Kept) and event.file is not None and not (home / event.file).is_file():
            return False
    return home.is_dir()


def _write(folder: Path, index: Index) -> None:
    unfinished = folder / f".{INDEX}.part"
    unfinished.write_bytes(index_bytes(index))
    unfinished.replace(folder / INDEX)


def _nothing(address: str, problems: tuple[Problem, ...]) -> Problem:
    first = next(iter(problems), None)
    return Problem(
        path=address,
        found=first.found if first else "no page",
        expected="a website that can be read",
        remedy=first.remedy if first else "Check the address.",
    )


def _unwritable(folder: Path, error: OSError) -> Problem:
    return Problem(
        path=str(error.filename or folder),
        found=error.strerror or "an error",
        expected="a folder that can be written to, with room on the disk",
        remedy="Make room or name another folder. What was kept before is unchanged.",
    )
