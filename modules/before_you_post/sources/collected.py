"""The practice's own website as ``before-you-post collect`` kept it: read from disk, never from the network.

A photo counts once on each page that shows it. A photo that most pages show belongs to the frame of the website, a
logo or a banner, and counts once. A photo that no page shows is on the web all the same for whoever has its address.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ..inputs.quoting import quoted
from ..inputs.site_journal import INDEX, Index, Kept, Listed, MediaFile, Moved, Purpose, body, read_index, read_journal
from ..inputs.tree import Tree
from ..inputs.web_addresses import OwnSite
from ..records import Channel, Post, Problem, Published, Reading
from .page import Page, Shown, plain_text, read_page
from .sightings import Sighting, Unseen
from .sizes import SizesOfPhotos

NAME = "collected"
_FRAME = "on-most-pages"
_NOT_SHOWN = "not-shown"
_TITLES = {_FRAME: "Shown on most pages of the website", _NOT_SHOWN: "On the website, shown on no page that was read"}
_FEW_PAGES = 6  # a website this small has no frame to speak of
_PAGES = frozenset({Purpose.START, Purpose.PAGE, Purpose.LINK})
_HOPS = 6


def recognises(tree: Tree) -> bool:
    """Whether the tree is a folder that holds a collected website; of a zip, its archive could not be opened."""
    return (tree.path / INDEX).is_file()


def read(channel: Channel, tree: Tree) -> Reading:
    """Every photo of the latest collection, page by page."""
    folder = tree.path
    index = read_index(folder)
    if index is None:
        remedy = "Collect the website again into an empty folder."
        found = Problem(path=str(folder / INDEX), found="no index that can be read", expected="one", remedy=remedy)
        return Reading(problems=(found,))
    return _Reader(channel, folder, index).read()


@dataclass(slots=True)
class _Known:
    """What the journal says, by address."""

    pages: list[Kept] = field(default_factory=list)
    photos: dict[str, Kept] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    listed: dict[str, Listed] = field(default_factory=dict)
    media: dict[str, MediaFile] = field(default_factory=dict)

    def take(self, event: object) -> None:
        """Learn from one event of the journal."""
        if isinstance(event, Moved):
            self.moved[event.wanted.address] = event.to
        elif isinstance(event, Kept):
            if event.file is not None:
                self.photos[event.wanted.address] = event
            elif event.wanted.purpose in _PAGES:
                self.pages.append(event)
            for listed in event.listed:
                self._take_listed(listed)
            self.media.update((media.address, media) for media in event.media)

    def _take_listed(self, listed: Listed) -> None:
        before = self.listed.get(listed.address)
        if before is None or before.day is None:  # WordPress knows more of a page than a sitemap
            self.listed[listed.address] = listed

    def photo(self, address: str) -> str | None:
        """Where the photo of an address was served in the end; None when it was not kept."""
        for _ in range(_HOPS):
            if address in self.photos:
                return address
            address = self.moved.get(address, "")
        return None


class _Reader:
    """Joins pages and photos of one collection. One reader reads one channel, once."""

    def __init__(self, channel: Channel, folder: Path, index: Index) -> None:
        self._channel = channel
        self._index = index
        self._home = folder / index.folder
        self._site = OwnSite(index.origin, frozenset(index.hosts))
        self._known = _Known()
        for event in read_journal(self._home):
            self._known.take(event)
        self._listed = {self._own(address): listed for address, listed in self._known.listed.items()}
        self._media = {media.number: media for media in self._known.media.values()}
        self._sizes = SizesOfPhotos(
            {address: kept.size for address, kept in self._known.photos.items()},
            [self._kept(media.address) for media in self._known.media.values()],
        )
        for sizes in self._declared():
            self._sizes.are_one([found for address in sizes if (found := self._kept(address))])
        self._words = {self._sizes.photo(found): media for found, media in self._of_media()}
        self._unseen = Unseen(folder)

    def read(self) -> Reading:
        seen = [
            (page, html.text, self._sightings(page, html)) for page in self._known.pages if (html := self._html(page))
        ]
        pages_of = Counter(photo for _, _, sightings in seen for photo in sightings)
        frame = {photo for photo, pages in pages_of.items() if pages > max(_FEW_PAGES, len(seen) / 2)}
        posts: list[Post] = []
        published: list[Published] = []
        parts: dict[str, dict[str, Sighting]] = {_FRAME: {}, _NOT_SHOWN: {}}
        slugs = _slugs([page.wanted.address for page, _, _ in seen])
        for (page, text, sightings), slug in zip(seen, slugs, strict=True):
            parts[_FRAME].update((photo, sighting) for photo, sighting in sightings.items() if photo in frame)
            post = self._post_of(page, text, slug)
            posts.append(post)
            published += self._published(post, {one: sightings[one] for one in sightings if one not in frame})
        parts[_NOT_SHOWN] = {photo: Sighting() for photo in self._sizes.photos() if photo not in pages_of}
        for slug, sightings in parts.items():
            post = self._post(slug, title=_TITLES[slug])
            posts += [post] if sightings else []
            published += self._published(post, sightings)
        return Reading(posts=tuple(posts), published=tuple(published), problems=tuple(self._problems(len(seen))))

    def _own(self, address: str) -> str:
        return self._site.find(address, self._site.origin) or address

    def _kept(self, address: str) -> str | None:
        return self._known.photo(self._own(address))

    def _declared(self) -> Iterator[tuple[str, ...]]:
        """The addresses that the website itself says are one photo in several sizes."""
        yield from (sizes for page in self._known.pages for sizes in page.photos)
        yield from ((media.address, *media.sizes) for media in self._known.media.values())

    def _of_media(self) -> Iterator[tuple[str, MediaFile]]:
        for media in self._known.media.values():
            if (found := self._kept(media.address)) is not None:
                yield found, media

    def _html(self, page: Kept) -> Page:
        return read_page(body(self._home, page, page.size).decode(page.charset, "replace"))

    def _sightings(self, page: Kept, html: Page) -> dict[str, Sighting]:
        """The photos a page shows, in the order of the page, with the words it puts to them."""
        listed = self._listed.get(page.wanted.address)
        named = (listed.photos, listed.attachment) if listed else ((), None)
        shown = [
            *html.shown,
            *(Shown(urls=sizes) for sizes in page.photos),
            *(Shown(urls=(address,)) for address in named[0]),
            *(Shown(urls=(media.address,)) for media in [self._media.get(named[1] or -1)] if media),
        ]
        sightings: dict[str, Sighting] = {}
        for one in shown:
            for written in one.urls:
                address = self._site.find(written, page.wanted.address)
                found = self._known.photo(address) if address else None
                if found is not None:
                    sightings.setdefault(self._sizes.photo(found), Sighting()).add(found, one)
                elif written.lstrip()[:5].lower() == "data:":
                    self._unseen.note(written, page.title)
        return sightings

    def _post_of(self, page: Kept, text: str, slug: str) -> Post:
        listed = self._listed.get(page.wanted.address)
        return self._post(
            slug,
            title=(listed.title if listed else None) or page.title,
            text=text or None,
            url=page.wanted.address,
            day=(listed.day if listed else None) or page.day,
        )

    def _post(
        self, slug: str, *, title: str | None, text: str | None = None, url: str | None = None, day: date | None = None
    ) -> Post:
        name = self._channel.name
        return Post(id=f"{name}/{slug}", channel=name, source=NAME, title=title, text=text, url=url, published_on=day)

    def _published(self, post: Post, sightings: dict[str, Sighting]) -> Iterator[Published]:
        names = Counter(self._name(self._sizes.best(photo)) for photo in sightings)
        for photo, sighting in sightings.items():
            best, *others = self._sizes.sizes(photo)
            media = self._words.get(photo)
            name = self._name(best)
            place = urlsplit(best)
            longer = unquote(f"{place.path}?{place.query}" if place.query else place.path).lstrip("/")
            yield Published(
                id=f"{post.id}/{name if names[name] == 1 else longer}",
                post=post.id,
                path=self._path(best),
                file_name=name,
                caption=sighting.caption or (_words(media, everything=not sighting.names) if media else None),
                alt_text=sighting.alt_text or (media.alt_text if media else None),
                url=best,
                renditions=tuple(self._path(other) for other in others),
                other_names=(title,) if media and (title := plain_text(media.title or "")) else (),
            )

    def _name(self, address: str) -> str:
        return self._known.photos[address].name or "photo"

    def _path(self, address: str) -> str:
        return str(self._home / "photos" / Path(self._known.photos[address].file or "").name)

    def _problems(self, pages: int) -> Iterator[Problem]:
        yield from self._index.problems
        yield from self._unseen.problems()
        if self._index.ended is None:
            yield Problem(
                path=str(self._home),
                found=f"a collection of {quoted(self._index.address)} that did not come to its end; {pages} pages read",
                expected="the whole website",
                remedy=f"Run before-you-post collect {self._index.address} again: it goes on where it stopped.",
            )


def _words(media: MediaFile, *, everything: bool) -> str | None:
    """The caption the media library has; or all it says, for a photo that no page shows."""
    written = (media.title, media.caption, media.description) if everything else (media.caption,)
    return "\n".join(words for part in written if part and (words := plain_text(part))) or None


def _slugs(addresses: list[str]) -> list[str]:
    """A readable name for each page from its path; the first page is ``home``."""
    taken = {_FRAME, _NOT_SHOWN}
    slugs = []
    for address in addresses:
        parts = urlsplit(address)
        slug = unquote(parts.path).strip("/") or "home"
        slug += f"?{unquote(parts.query)}" if parts.query else ""
        while slug in taken:
            slug += "+"
        taken.add(slug)
        slugs.append(slug)
    return slugs
