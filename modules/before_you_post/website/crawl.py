"""Reading a website, one address after the other, until nothing is left or a limit is reached."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ..inputs.photo_files import is_photo
from ..inputs.quoting import quoted
from ..inputs.site_journal import (
    Event,
    Kept,
    Missed,
    Moved,
    Place,
    Purpose,
    Reason,
    Settled,
    Wanted,
)
from ..inputs.web_addresses import absolute, served_name
from . import rest
from .archive import Archive
from .content import (
    TooLargeError,
    charset,
    is_drawing,
    is_page,
    media_type,
    offered_name,
    photo_ending,
    unpacked,
)
from .fetching import Answer, AskedTooMuchError, Fetcher, NoAnswerError
from .frontier import PAGES, PHOTOS, Frontier
from .html import see
from .options import Clock, Options
from .robots import Robots, read_robots
from .sitemap import USUAL_PLACES, read_sitemap

Progress = Callable[[str, int, int], None]
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_SILENT = frozenset({Reason.BROKEN, Reason.NO_HOST, Reason.TOO_SLOW})
_NO_RULES = frozenset({Reason.STATUS, Reason.NO_PAGE, Reason.MOVED_AWAY})  # there are none, or not here
_MOST_SILENT = 10  # addresses in a row without an answer: the website is down
_STAGES = {Purpose.PHOTO: "Fetching photos", Purpose.SIZE: "Fetching the other sizes of photos"}


class StoppedError(Exception):
    """The run ends before everything was asked for. Says why, in words, and whether to go on another time."""


class Crawl:
    """One run over one website. Everything it learns goes through the journal to the frontier."""

    def __init__(
        self,
        frontier: Frontier,
        archive: Archive,
        fetcher: Fetcher,
        *,
        options: Options,
        clock: Clock,
        progress: Progress,
    ) -> None:
        self._frontier = frontier
        self._archive = archive
        self._fetcher = fetcher
        self._options = options
        self._clock = clock
        self._progress = progress
        self._until = clock.monotonic() + options.seconds
        self._robots: dict[str, Robots] = {}
        self._silent = 0

    def run(self) -> None:
        """Ask for everything within the limits. Raises StoppedError."""
        while (wanted := self._frontier.next()) is not None:
            self._check_limits()
            robots = self._rules()
            if robots is None or wanted.address in self._frontier.asked:
                continue  # the website took another name, or this was asked for with its rules
            self._tell(wanted.purpose)
            self._visit(wanted, robots)
            self._tell(wanted.purpose)

    def _check_limits(self) -> None:
        if self._clock.monotonic() > self._until:
            raise StoppedError(f"after {self._options.seconds / 3600:g} hours")
        if self._archive.size >= self._options.all_bytes:
            raise StoppedError(f"after {self._options.all_bytes / 2**30:g} GB")

    def _tell(self, purpose: Purpose) -> None:
        alike = [purpose] if purpose in PHOTOS else list(PAGES)
        done = sum(self._frontier.asked_for[one] for one in alike)
        self._progress(_STAGES.get(purpose, "Reading pages"), done, done + self._frontier.waiting(alike))

    def _note(self, event: Event) -> None:
        self._archive.note(event)
        self._frontier.take(event)

    # ------------------------------------------------------------ the website's rules

    def _rules(self) -> Robots | None:
        """The rules of the website under the name it goes by now; None when it just took another name."""
        origin = self._frontier.site.origin
        if origin not in self._robots:
            kept = self._frontier.robots.get(origin)
            address = f"{origin}/robots.txt"
            if kept is not None:
                self._robots[origin] = read_robots(self._archive.body(kept), kept.wanted.address)
            elif address in self._frontier.asked and not self._rules_did_not_come():
                self._robots[origin] = Robots()
            else:
                found = self._ask_for_rules(Wanted(address=address, purpose=Purpose.ROBOTS))
                if found is None:
                    return None
                self._robots[origin] = found
            if (pause := self._robots[origin].pause) is not None:
                self._fetcher.pace.slow_down(pause)
        return self._robots[origin]

    def _rules_did_not_come(self) -> bool:
        """Whether an earlier run ended because there was no telling what the rules are."""
        asked = (missed for missed in self._frontier.missed.values() if missed.wanted.purpose is Purpose.ROBOTS)
        return any(missed.again or missed.reason not in _NO_RULES for missed in asked)

    def _ask_for_rules(self, wanted: Wanted) -> Robots | None:
        answer = self._answer(wanted)
        if answer is None:
            missed = self._frontier.missed[wanted.address]
            raise StoppedError(f"because its robots.txt, which must be read first, did not come ({missed.reason})")
        place = self._archive.keep(answer, wanted.found_on)
        if answer.status in _REDIRECTS:
            origin = self._frontier.site.origin
            to = self._redirect(wanted, answer, place)
            if self._frontier.site.origin != origin:
                return None
            return self._ask_for_rules(replace(wanted, address=to, found_on=wanted.address)) if to else Robots()
        if answer.status >= 500:
            self._note(_missed(wanted, Reason.STATUS, str(answer.status), place, again=True))
            raise StoppedError(f"because its robots.txt, which must be read first, did not come ({answer.status})")
        if answer.status != 200:
            self._note(_missed(wanted, Reason.STATUS, str(answer.status), place))
            return Robots()
        data = self._unpack(wanted, answer, place)
        if not isinstance(data, bytes):
            self._note(data)
            raise StoppedError(f"because its robots.txt, which must be read first, did not come ({data.reason})")
        self._note(Kept(wanted=wanted, at=answer.at, place=place, size=len(data)))
        return read_robots(data, wanted.address)

    # ------------------------------------------------------------ one address

    def _visit(self, wanted: Wanted, robots: Robots) -> None:
        if not robots.allows(wanted.address):
            self._note(Missed(wanted=wanted, reason=Reason.ROBOTS))
            return
        answer = self._answer(wanted)
        if answer is None:
            return
        place = self._archive.keep(answer, wanted.found_on)
        if answer.status in _REDIRECTS:
            self._redirect(wanted, answer, place)
        elif answer.status != 200:
            self._note(_missed(wanted, Reason.STATUS, str(answer.status), place, again=answer.status >= 500))
        else:
            data = self._unpack(wanted, answer, place)
            self._note(self._read(wanted, answer, data, place) if isinstance(data, bytes) else data)

    def _answer(self, wanted: Wanted) -> Answer | None:
        limit = self._options.photo_bytes if wanted.purpose in PHOTOS else self._options.page_bytes
        try:
            answer = self._fetcher.get(wanted.address, limit)
        except AskedTooMuchError as error:
            raise StoppedError("because the website says that it is asked too much") from error
        except NoAnswerError as error:
            self._note(Missed(wanted=wanted, reason=error.reason, detail=error.detail, again=error.again))
            self._silent += error.reason in _SILENT
            if self._silent >= _MOST_SILENT:
                raise StoppedError(f"because the website no longer answers ({error.reason})") from error
            return None
        self._silent = 0
        return answer

    def _redirect(self, wanted: Wanted, answer: Answer, place: Place) -> str | None:
        """Note where an answer sends us; the address, or None when that is not followed."""
        to = absolute(answer.header("Location"), wanted.address)
        if wanted.purpose is Purpose.ROBOTS and to is not None and served_name(to) != "robots.txt":
            # Many websites send whoever asks for a missing file to their first page.
            self._note(_missed(wanted, Reason.NO_PAGE, to, place))
            return None
        own = None if to is None or self._frontier.too_far(wanted.address) else self._own(wanted, to)
        if own is None:
            self._note(_missed(wanted, Reason.MOVED_AWAY, to or answer.header("Location"), place))
        else:
            self._note(Moved(wanted=wanted, place=place, to=own))
        return own

    def _own(self, wanted: Wanted, to: str) -> str | None:
        """Where a redirect leads on this website; None = away from it, or round in a circle."""
        site = self._frontier.site
        own = site.find(to, wanted.address)
        if own is not None and site.owns(own) and own != wanted.address:
            return own
        # Only its first page and its rules say under which name a website goes.
        moved = site.moved(to) if wanted.purpose in (Purpose.START, Purpose.ROBOTS) else None
        if moved is None or moved == site:
            return None
        self._note(Settled(origin=moved.origin, hosts=tuple(sorted(moved.hosts))))
        return to

    def _unpack(self, wanted: Wanted, answer: Answer, place: Place) -> bytes | Missed:
        limit = self._options.photo_bytes if wanted.purpose in PHOTOS else self._options.page_bytes
        try:
            return unpacked(answer.body, answer.header("Content-Encoding"), limit)
        except TooLargeError:
            return _missed(wanted, Reason.TOO_LARGE, f"more than {limit} bytes when unpacked", place)
        except ValueError as error:
            return _missed(wanted, Reason.BROKEN, str(error), place)

    # ------------------------------------------------------------ what an answer is

    def _read(self, wanted: Wanted, answer: Answer, data: bytes, place: Place) -> Kept | Missed:
        kept = Kept(
            wanted=wanted,
            at=answer.at,
            place=place,
            media_type=media_type(answer.header("Content-Type")),
            size=len(data),
        )
        if wanted.purpose in (Purpose.REST, Purpose.SITEMAP):
            return self._list(kept, data, answer)
        if wanted.purpose in PHOTOS or photo_ending(data):
            return self._photo(kept, answer, data)
        if is_page(data, kept.media_type):
            return self._page(kept, answer, data)
        return _missed(wanted, Reason.NO_PAGE, quoted(kept.media_type), place)

    def _list(self, kept: Kept, data: bytes, answer: Answer) -> Kept | Missed:
        try:
            if kept.wanted.purpose is Purpose.REST:
                return self._rest(kept, data, answer)
            listed, more = read_sitemap(data, kept.wanted.address, self._options.page_bytes)
        except TooLargeError:
            return _missed(kept.wanted, Reason.TOO_LARGE, "when unpacked", kept.place)
        except ValueError as error:
            return _missed(kept.wanted, Reason.NO_PAGE, str(error), kept.place)
        return replace(kept, listed=listed, leads=more)

    def _rest(self, kept: Kept, data: bytes, answer: Answer) -> Kept:
        wanted = kept.wanted
        if wanted.found_on and wanted.address == absolute(rest.types_address(wanted.found_on), wanted.found_on):
            return replace(kept, leads=rest.lists_of(data, wanted.found_on))
        listed, media = rest.read_list(data, wanted.address)
        more = rest.further_lists(wanted.address, answer.header("X-WP-TotalPages"))
        return replace(kept, listed=listed, media=media, leads=more)

    def _photo(self, kept: Kept, answer: Answer, data: bytes) -> Kept | Missed:
        ending = photo_ending(data)
        if ending is None:
            reason = Reason.DRAWING if is_drawing(data) else Reason.NO_PHOTO
            return _missed(kept.wanted, reason, quoted(kept.media_type), kept.place)
        name = served_name(kept.wanted.address)
        if not is_photo(name):
            name = offered_name(answer.header("Content-Disposition")) or f"{name or 'photo'}{ending}"
        path, digest = self._archive.save_photo(data, name, ending)
        return replace(kept, file=path, name=name, sha256=digest)

    def _page(self, kept: Kept, answer: Answer, data: bytes) -> Kept:
        address = kept.wanted.address
        encoding = charset(data, answer.header("Content-Type"))
        seen = see(data, encoding, address)
        links = (link for link in seen.links if self._frontier.is_new(link))
        leads = [Wanted(address=link, purpose=Purpose.LINK, found_on=address) for link in links]
        if kept.wanted.purpose is Purpose.START:
            leads += self._lists(seen.rest_root)
        return replace(kept, charset=encoding, title=seen.title, day=seen.day, photos=seen.photos, leads=tuple(leads))

    def _lists(self, rest_root: str | None) -> list[Wanted]:
        """Where the website may list its pages: WordPress's interface, and sitemaps."""
        origin = self._frontier.site.origin
        root = rest_root or f"{origin}/wp-json/"
        types = Wanted(address=rest.types_address(root), purpose=Purpose.REST, found_on=root)
        named = self._robots[origin].sitemaps
        robots = f"{origin}/robots.txt" if named else None
        places = named or [f"{origin}{place}" for place in USUAL_PLACES]
        return [types, *(Wanted(address=place, purpose=Purpose.SITEMAP, found_on=robots) for place in places)]


def _missed(wanted: Wanted, reason: Reason, detail: str, place: Place, *, again: bool = False) -> Missed:
    return Missed(wanted=wanted, reason=reason, detail=detail[:200], again=again, place=place)
