"""Which addresses of a website are known, which were asked for, and which comes next.

It only ever learns from events of the journal, live or read again after an interruption; so a collection that goes on
stands exactly where it stood.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from ..inputs.photo_files import is_photo
from ..inputs.site_journal import Event, Kept, Missed, Moved, Purpose, Reason, Settled, Wanted
from ..inputs.web_addresses import OwnSite, served_name
from .options import Options
from .rest import types_address

PAGES = frozenset({Purpose.START, Purpose.PAGE, Purpose.LINK})
PHOTOS = frozenset({Purpose.PHOTO, Purpose.SIZE})
_ORDER = tuple(Purpose)
_MOST = 200_000  # addresses of one website that are kept in mind
_HOPS = 5  # redirects one after the other
_FILMS = frozenset({".mp4", ".m4v", ".mov", ".webm", ".avi", ".mkv", ".mpg", ".mpeg", ".wmv", ".3gp", ".ogv"})
_DOCUMENTS = frozenset({".pdf", ".doc", ".docx", ".ppt", ".pptx", ".pages", ".key", ".odt", ".zip", ".eml"})
_NO_PAGES = frozenset({".css", ".js", ".mjs", ".json", ".xml", ".rss", ".atom", ".ics", ".vcf", ".txt", ".csv", ".svg"})
_NO_PAGES_EITHER = frozenset({".woff", ".woff2", ".ttf", ".eot", ".ico", ".map", ".mp3", ".wav", ".m4a", ".exe", ".gz"})
_MACHINERY = re.compile(
    r"/(wp-json|wp-admin|wp-login\.php|xmlrpc\.php|wp-cron\.php|cdn-cgi)(/|$)|/feed/?$|/trackback/?$|/embed/?$"
    r"|[?&](replytocom|add-to-cart|rest_route|share|feed)="
)


class Frontier:
    """The state of one collection."""

    def __init__(self, site: OwnSite, options: Options) -> None:
        self.site = site
        self.robots: dict[str, Kept] = {}  # robots.txt by the origin it holds for
        self.missed: dict[str, Missed] = {}
        self.elsewhere: dict[str, str] = {}  # photos and listed pages on other hosts, and where they are named
        self.films: dict[str, str] = {}
        self.documents: dict[str, str] = {}
        self.kept: dict[Purpose, int] = dict.fromkeys(Purpose, 0)
        self.asked: set[str] = set()
        self.asked_for: dict[Purpose, int] = dict.fromkeys(Purpose, 0)
        self.too_many = 0  # addresses beyond what is kept in mind
        self._options = options
        self._known: dict[str, Purpose] = {}
        self._waiting: dict[Purpose, deque[Wanted]] = {purpose: deque() for purpose in Purpose}
        self._hops: dict[str, int] = {}

    def take(self, event: Event) -> None:
        """Learn from one event."""
        if isinstance(event, Settled):
            self._settle(OwnSite(event.origin, frozenset(event.hosts)))
        elif isinstance(event, Kept | Moved | Missed):
            self._asked_for(event.wanted)
            self.missed.pop(event.wanted.address, None)
        if isinstance(event, Kept):
            self._take_kept(event)
        elif isinstance(event, Moved):
            self._hops[event.to] = self._hops.get(event.wanted.address, 0) + 1
            self.add(event.to, event.wanted.purpose, event.wanted.found_on)
        elif isinstance(event, Missed):
            self.missed[event.wanted.address] = event

    def too_far(self, address: str) -> bool:
        """Whether an address was reached by so many redirects that no further one is followed."""
        return self._hops.get(address, 0) >= _HOPS

    def add(self, address: str, purpose: Purpose, found_on: str | None) -> None:
        """Learn of an address that somebody names."""
        own = self.site.find(address, self.site.origin)
        if own is None or not self.site.owns(own):
            if purpose in PHOTOS or purpose is Purpose.PAGE:
                self.elsewhere.setdefault(address, found_on or "")
            return
        if purpose in (Purpose.LINK, Purpose.PAGE):
            if is_photo(served_name(own)):
                purpose = Purpose.PHOTO
            elif not self._may_be_page(own, found_on):
                return
        before = self._known.get(own)
        if before is None and len(self._known) >= _MOST:
            self.too_many += 1
        elif before is None or _ORDER.index(purpose) < _ORDER.index(before):
            self._known[own] = purpose
            self._waiting[purpose].append(Wanted(address=own, purpose=purpose, found_on=found_on))

    def is_new(self, address: str) -> bool:
        """Whether a link leads to an own address that nobody named before."""
        own = self.site.find(address, self.site.origin)
        known = own in self._known or own in self.films or own in self.documents
        return own is not None and self.site.owns(own) and not known

    def next(self) -> Wanted | None:
        """The address to ask for now; None when there is none left within the limits."""
        for purpose in _ORDER:
            if purpose in PAGES and self.pages_asked_for() >= self._options.pages:
                continue
            if purpose is Purpose.SIZE and not self._options.every_size:
                continue
            waiting = self._waiting[purpose]
            while waiting:
                wanted = waiting.popleft()
                if wanted.address not in self.asked:
                    waiting.appendleft(wanted)
                    return wanted
        return None

    def may_come(self) -> list[Missed]:
        """What did not come for a passing reason."""
        return [missed for missed in self.missed.values() if missed.again]

    def try_again(self) -> None:
        """Ask once more for what did not come for a passing reason."""
        for missed in self.may_come():
            self.asked.discard(missed.wanted.address)
            self.asked_for[missed.wanted.purpose] -= 1
            self._waiting[missed.wanted.purpose].append(missed.wanted)

    def left(self, purposes: Iterable[Purpose]) -> list[str]:
        """Addresses that are known and were not asked for."""
        waiting = (wanted.address for purpose in purposes for wanted in self._waiting[purpose])
        return list(dict.fromkeys(address for address in waiting if address not in self.asked))

    def waiting(self, purposes: Iterable[Purpose]) -> int:
        """About how many addresses wait; one that waits for two purposes counts twice."""
        queues = (self._waiting[purpose] for purpose in purposes)
        return sum(len(queue) - (bool(queue) and queue[0].address in self.asked) for queue in queues)

    def pages_asked_for(self) -> int:
        """How many pages were asked for, whatever came."""
        return sum(self.asked_for[purpose] for purpose in PAGES)

    def _settle(self, site: OwnSite) -> None:
        """Spell everything that still waits as the website does."""
        self.site = site
        waiting = [wanted for queue in self._waiting.values() for wanted in queue]
        self._known.clear()
        for queue in self._waiting.values():
            queue.clear()
        for wanted in waiting:
            self.add(wanted.address, wanted.purpose, wanted.found_on)

    def _asked_for(self, wanted: Wanted) -> None:
        if wanted.address not in self.asked:
            self.asked.add(wanted.address)
            self.asked_for[wanted.purpose] += 1

    def _take_kept(self, kept: Kept) -> None:
        page = kept.wanted.address
        self.kept[kept.wanted.purpose] += 1
        if kept.wanted.purpose is Purpose.ROBOTS:
            self.robots[self.site.origin] = kept
        for lead in kept.leads:
            self.add(lead.address, lead.purpose, lead.found_on)
        for listed in kept.listed:
            self.add(listed.address, Purpose.PAGE, page)
            for photo in listed.photos:
                self.add(photo, Purpose.PHOTO, listed.address)
        for media in kept.media:
            self._take_sizes((media.address, *media.sizes), page)
        for sizes in kept.photos:
            self._take_sizes(sizes, page)

    def _take_sizes(self, sizes: tuple[str, ...], page: str) -> None:
        for number, address in enumerate(sizes):
            self.add(address, Purpose.SIZE if number else Purpose.PHOTO, page)

    def _may_be_page(self, address: str, found_on: str | None) -> bool:
        ending = PurePosixPath(served_name(address)).suffix.lower()
        if ending in _FILMS:
            self.films.setdefault(address, found_on or "")
        elif ending in _DOCUMENTS:
            self.documents.setdefault(address, found_on or "")
        parts = urlsplit(address)
        return not (
            ending in _FILMS | _DOCUMENTS | _NO_PAGES | _NO_PAGES_EITHER
            or _MACHINERY.search(f"{parts.path}?{parts.query}")
        )


def is_expected(missed: Missed) -> bool:
    """Whether something that was only tried on the chance is missing: a website need not have it."""
    wanted = missed.wanted
    guessed = (
        wanted.purpose is Purpose.ROBOTS
        or (wanted.purpose is Purpose.SITEMAP and wanted.found_on is None)
        or (wanted.purpose is Purpose.REST and wanted.address == types_address(wanted.found_on or ""))
    )
    return guessed and (
        missed.reason is Reason.NO_PAGE or (missed.reason is Reason.STATUS and missed.detail.startswith("4"))
    )
