"""What a collection did not keep, in words: what it was, why, and what to do about it.

A photo that was not looked at is no photo without fault, so nothing is left out in silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from ..inputs.quoting import counted, listed, quoted
from ..inputs.site_journal import Missed, Purpose, Reason
from ..records import Problem
from .frontier import PAGES, PHOTOS, Frontier, is_expected
from .options import Options

_LOOK = "Look at them on the website yourself; they are not part of this audit."
_AGAIN = "Run the same command again: it goes on where it stopped."
_REMEDIES = {
    Reason.ROBOTS: "The website's robots.txt closes them to programs. Open them there for before-you-post, or look at "
    "them yourself: people can see them.",
    Reason.MOVED_AWAY: "They lead to another website, which was not asked. If it is yours, collect it too.",
    Reason.NOT_PUBLIC: "The address lies inside a private network. Check the address of the website.",
    Reason.NO_HOST: "Check the address and the connection of this machine to the internet.",
    Reason.STATUS: "If they should be there, tell whoever keeps the website. " + _LOOK,
    Reason.TOO_LARGE: _LOOK,
    Reason.TOO_SLOW: _AGAIN,
    Reason.BROKEN: _AGAIN,
    Reason.NO_PHOTO: "The page shows an address that is no photo. Have the page corrected if a photo should be there.",
    Reason.DRAWING: "Drawings are mostly logos. Look at them yourself if one may hold a photo.",
    Reason.NO_PAGE: _LOOK,
}
_WORDS = {
    Reason.ROBOTS: "closed to programs by robots.txt",
    Reason.MOVED_AWAY: "moved to another website",
    Reason.NOT_PUBLIC: "on an address that is not on the public internet",
    Reason.NO_HOST: "on a host that was not found",
    Reason.STATUS: "refused by the website",
    Reason.TOO_LARGE: "too large",
    Reason.TOO_SLOW: "too slow",
    Reason.BROKEN: "broken off or damaged",
    Reason.NO_PHOTO: "shown as a photo but none",
    Reason.DRAWING: "drawn and not photographed (SVG)",
    Reason.NO_PAGE: "no page that can be read",
}


def problems_of(frontier: Frontier, options: Options, stopped: str | None) -> tuple[Problem, ...]:
    """A Problem for everything that was not kept, alike ones in one. ``stopped`` says why the run ended early."""
    where = frontier.site.origin
    return (
        *_missed(where, frontier.missed.values()),
        *_limits(where, frontier, options, stopped),
        *_elsewhere(where, frontier),
        *_not_asked(where, "film", frontier.films),
        *_not_asked(where, "document", frontier.documents),
    )


def _limits(where: str, frontier: Frontier, options: Options, stopped: str | None) -> Iterator[Problem]:
    if stopped is not None:
        left = len(frontier.left(PAGES)) + len(frontier.left(PHOTOS))
        found = f"stopped {stopped}; {counted(left, 'address', 'addresses')} known and not asked for"
        yield _problem(where, found, "the whole website", _AGAIN)
        return
    if pages := frontier.left(PAGES):
        found = f"more than {options.pages} pages; {len(pages)} not read: {listed(pages)}"
        yield _problem(where, found, "a website within the limit of pages", "Collect again with a higher limit.")
    if frontier.too_many:
        found = f"too many addresses; {frontier.too_many} left out"
        yield _problem(where, found, "a website of usual size", "Collect its parts one by one.")


def _missed(where: str, missed: Iterable[Missed]) -> Iterator[Problem]:
    alike: dict[tuple[Reason, str, str], list[Missed]] = {}
    for one in missed:
        if not is_expected(one):
            status = f" ({one.detail})" if one.reason is Reason.STATUS else ""
            alike.setdefault((one.reason, _kind(one.wanted.purpose), status), []).append(one)
    for (reason, kind, status), ones in sorted(alike.items()):
        addresses = sorted(one.wanted.address for one in ones)
        named = next((one.wanted.found_on for one in ones if one.wanted.found_on), None)
        found = f"{counted(len(ones), kind)} not read, {_WORDS[reason]}{status}: {listed(addresses)}"
        first = f" First named on {quoted(named)}." if named else ""
        detail = next((one.detail for one in ones if one.detail), "")
        told = f" ({quoted(detail)})" if detail and reason not in (Reason.STATUS, Reason.NO_PHOTO) else ""
        yield _problem(where, found + told, f"every {kind} of the website", _REMEDIES[reason] + first)


def _kind(purpose: Purpose) -> str:
    if purpose is Purpose.ROBOTS:
        return "file of rules"
    return "photo" if purpose in PHOTOS else "page" if purpose in PAGES else "list"


def _elsewhere(where: str, frontier: Frontier) -> Iterator[Problem]:
    hosts: dict[str, dict[str, str]] = {}
    for address, page in frontier.elsewhere.items():
        if not frontier.site.owns(frontier.site.find(address, where) or address):
            hosts.setdefault(urlsplit(address).netloc, {})[address] = page
    for host, addresses in sorted(hosts.items()):
        found = f"{counted(len(addresses), 'address', 'addresses')} on another host, {quoted(host)}, not asked for: "
        remedy = f"Look at them on the website yourself; first on {quoted(next(iter(addresses.values())))}."
        expected = "photos and pages on the website's own host"
        yield _problem(where, found + listed(list(addresses)), expected, remedy)


def _not_asked(where: str, kind: str, addresses: dict[str, str]) -> Iterator[Problem]:
    if addresses:
        found = f"{counted(len(addresses), kind)} linked, not fetched: {listed(sorted(addresses))}"
        yield _problem(where, found, "photos and pages", _LOOK)


def _problem(where: str, found: str, expected: str, remedy: str) -> Problem:
    return Problem(path=where, found=found, expected=expected, remedy=remedy)
