"""A WordPress website: its export file (Tools > Export) beside a copy of its uploads folder.

The export says which page shows which photo; the uploads folder holds the photos, including those that no page shows
any more. These are still on the web for whoever has or guesses the address, so they are published photos too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from ..inputs.photo_files import is_photo, list_photos
from ..inputs.quoting import counted, quoted
from ..inputs.tree import Tree
from ..records import Channel, Post, Problem, Published, Reading
from .page import Shown
from .sightings import Sighting, Unseen
from .site import Attachment, PublicItem, Site, is_photo_attachment, read_site
from .uploads import Uploads, Website
from .wxr import is_export

NAME = "wordpress"
_NOT_SHOWN = "uploads-not-shown"
_NOT_SHOWN_TITLE = "In the uploads folder, shown on no page"


def recognises(tree: Tree) -> bool:
    """Whether a WordPress export file lies in the folder or zip."""
    return bool(_exports(tree))


def read(channel: Channel, tree: Tree) -> Reading:
    """Every photo the website shows, page by page, and every other photo of the uploads folder."""
    exports = _exports(tree)
    return joined(channel, tree, exports, read_site(tree, exports), NAME)


def joined(channel: Channel, tree: Tree, exports: list[str], site: Site, source: str) -> Reading:
    """The photos of a website whose pages ``exports`` describe, and its uploads folder, however it was described."""
    return _Reader(channel, tree, exports, site, source).read()


def _exports(tree: Tree) -> list[str]:
    """The export files, at the top or in a folder there, as a zip of a folder has them."""
    files = (file for file in tree.files() if file.lower().endswith(".xml") and file.count("/") <= 1)
    return [file for file in files if is_export(tree, file)]


class _Reader:
    """Joins what the export says with what lies in the folder. One reader reads one channel, once."""

    def __init__(self, channel: Channel, tree: Tree, exports: list[str], site: Site, source: str) -> None:
        self._channel = channel
        self._tree = tree
        self._source = source
        listing = list_photos(tree, known=exports)
        self._site = site
        attachments = [found for found in self._site.attachments.values() if is_photo_attachment(found)]
        self._website = Website([*self._site.addresses, *(found.address for found in attachments)])
        self._uploads = Uploads(tree.name, listing.photos)
        self._files = {found.number: self._file(found) for found in attachments}
        self._uploads.group(self._files.values())
        self._attachments = {self._uploads.photo(self._files[found.number]): found for found in attachments}
        self._unseen = Unseen(Path(tree.location(exports[0])) if exports else tree.path)
        self._problems = [*self._site.problems, *listing.problems]

    def read(self) -> Reading:
        posts: list[Post] = []
        published: list[Published] = []
        shown: set[str] = set()
        for item, slug in zip(self._site.items, _slugs(self._site.items), strict=True):
            post = self._post(slug, item.title, item.text, item.url, item.day)
            sightings = self._sightings(item)
            posts.append(post)
            published += self._published(post.id, post.id, sightings)
            shown.update(sightings)
        for day, rest in self._shown_nowhere(shown).items():
            slug = _NOT_SHOWN if day is None else f"{_NOT_SHOWN}/{day}"
            post = self._post(slug, _NOT_SHOWN_TITLE, None, None, day)
            posts.append(post)
            published += self._published(post.id, f"{self._channel.name}/{_NOT_SHOWN}", rest)
        problems = (*self._problems, *self._unseen.problems(), *_left_out(self._unseen.path, self._site))
        return Reading(posts=tuple(posts), published=tuple(published), problems=problems)

    def _file(self, attachment: Attachment) -> str:
        """The name of the attachment's file, or of the place it should have."""
        address = self._website.path(attachment.address) or ""
        if not attachment.file or "://" in attachment.file:
            return self._uploads.file(address or f"wp-content/uploads/{attachment.number}")
        name = self._uploads.file(f"wp-content/uploads/{attachment.file}")
        # In a network of websites the uploads of each lie deeper than it knows itself; its address tells.
        return name if self._uploads.has(name) or not address else self._uploads.file(address)

    def _post(self, slug: str, title: str | None, text: str | None, url: str | None, day: date | None) -> Post:
        name, source = self._channel.name, self._source
        return Post(id=f"{name}/{slug}", channel=name, source=source, title=title, text=text, url=url, published_on=day)

    def _sightings(self, item: PublicItem) -> dict[str, Sighting]:
        """The photos a page shows, by the name of the photo, in the order of the page."""
        shown = [*item.shown, *(Shown(urls=(url,)) for url in item.addresses if self._website.path(url) is not None)]
        if item.whole_gallery:
            children = (found for found in self._attachments.values() if found.parent == item.number)
            shown += [Shown(attachment=found.number) for found in children]
        sightings: dict[str, Sighting] = {}
        for one in shown:
            names = [name for url in one.urls if (name := self._name(url, item))]
            if one.attachment in self._files and not any(map(self._uploads.has, names)):
                names = [self._files[one.attachment]]
            for name in names:
                sightings.setdefault(self._uploads.photo(name), Sighting()).add(name, one)
        return sightings

    def _name(self, url: str, item: PublicItem) -> str | None:
        """The file an address means; None when it is none of the website's photos, which is then noted."""
        path = self._website.path(url)
        if path is None:
            self._unseen.note(url, item.title)
            return None
        return self._uploads.file(path) if is_photo(path) else None

    def _shown_nowhere(self, shown: set[str]) -> dict[date | None, dict[str, Sighting]]:
        """Photos of the uploads folder and the media library that no public page shows, by the day of uploading."""
        rest: dict[date | None, dict[str, Sighting]] = {}
        for photo in sorted({*self._uploads.photos(), *self._attachments} - shown):
            attachment = self._attachments.get(photo)
            rest.setdefault(attachment.day if attachment else None, {})[photo] = Sighting()
        return rest

    def _published(self, post: str, prefix: str, sightings: dict[str, Sighting]) -> Iterator[Published]:
        names = Counter(_last(photo) for photo in sightings)
        for photo, sighting in sightings.items():
            attachment = self._attachments.get(photo)
            path, others = self._choose(photo, sighting, attachment)
            yield Published(
                # Two photos of one page may be called alike in the folders of two months.
                id=f"{prefix}/{_last(photo) if names[_last(photo)] == 1 else photo}",
                post=post,
                path=self._tree.location(path),
                file_name=_last(path),
                caption=sighting.caption or (attachment.words(sighting.names == []) if attachment else None),
                alt_text=sighting.alt_text or (attachment.alt_text if attachment else None),
                url=sighting.url or (attachment.address or None if attachment else None),
                renditions=tuple(self._tree.location(name) for name in others),
                other_names=(attachment.title,) if attachment and attachment.title else (),
            )

    def _choose(self, photo: str, sighting: Sighting, attachment: Attachment | None) -> tuple[str, list[str]]:
        """The file to audit, and the other sizes: the largest the page shows, else the full file."""
        sizes = self._uploads.sizes(photo)
        full = self._files[attachment.number] if attachment else photo
        candidates = [*(name for name in sizes if name in sighting.names), full, *sizes]
        path = next((name for name in candidates if name in sizes), None)
        if path is None:
            path = sighting.names[0] if sighting.names else full
            self._unseen.missing[path] = None
        return path, [name for name in sizes if name != path]


def _last(name: str) -> str:
    return name.rpartition("/")[2]


def _slugs(items: list[PublicItem]) -> list[str]:
    """The slug of each item, made different where two kinds of pages have the same one, or one has none."""
    counts = Counter(item.slug for item in items)
    taken = {_NOT_SHOWN}
    slugs = []
    for item in items:
        slug = item.slug.replace("/", "-") or f"line-{item.row}"
        if counts[item.slug] > 1 or slug in taken:
            slug = f"{slug}-{item.number or item.row}"
        while slug in taken:
            slug += "+"
        taken.add(slug)
        slugs.append(slug)
    return slugs


def _left_out(path: Path, site: Site) -> Iterator[Problem]:
    if site.left_out:
        kinds = ", ".join(f"{number} {quoted(status)}" for status, number in sorted(site.left_out.items()))
        yield Problem(
            path=str(path),
            found=f"{counted(site.left_out.total(), 'item')} that the public cannot see: {kinds}",
            expected="published items",
            remedy="Nothing to do if that is right. Their photos in the uploads folder were audited all the same.",
        )
