"""A WordPress website as its export describes it: public pages, the media library, and which page shows what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from ..inputs.photo_files import is_photo
from ..inputs.quoting import counted
from ..inputs.tree import Tree
from ..records import Problem
from .page import Shown, photo_addresses, plain_text, read_page
from .wxr import Export, Item

# Custom fields of gallery plugins and of themes; _thumbnail_id is WordPress's own featured image.
_PHOTO_FIELD = re.compile(r"_thumbnail_id|image|photo|picture|gallery|before|after", re.IGNORECASE)
# PHP's way to write a list of numbers: a:2:{i:0;s:3:"611";i:1;i:612;}
_PHP_NUMBER = re.compile(r's:\d+:"(\d{1,18})";|i:\d+;i:(\d{1,18});')
_NUMBERS = re.compile(r"[\d,\s]{1,10000}")
# Kinds of items that are parts of the website's machinery; they count only when they show a photo.
_MACHINERY = re.compile(r"nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|user_request|wp_.*|acf-.*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """One file of the media library."""

    number: int
    address: str
    file: str  # path inside the uploads folder, as WordPress keeps it; may be empty
    parent: int | None
    title: str | None
    caption: str | None
    description: str | None
    alt_text: str | None
    day: date | None

    def words(self, everything: bool) -> str | None:
        """The caption; or everything its own page says, for a photo that no other page shows."""
        parts = (self.title, self.caption, self.description) if everything else (self.caption,)
        return "\n".join(part for part in parts if part) or None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicItem:
    """One public item of the website and the photos it shows."""

    number: int | None
    row: int
    slug: str
    title: str | None
    text: str | None
    url: str | None
    day: date | None
    shown: tuple[Shown, ...]
    addresses: tuple[str, ...]  # of photos, found anywhere in it
    whole_gallery: bool


@dataclass(slots=True)
class Site:
    """Everything the export files of one website say."""

    addresses: list[str] = field(default_factory=list)
    attachments: dict[int, Attachment] = field(default_factory=dict)
    items: list[PublicItem] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)  # by status
    problems: list[Problem] = field(default_factory=list)


def read_site(tree: Tree, exports: Iterable[str]) -> Site:
    """Read the export files of one website; WordPress and its plugins split large exports."""
    site = Site()
    seen: set[tuple[int, str, str]] = set()
    for name in exports:
        export = Export(tree, name)
        repeated = 0
        for item in export.items():
            number = item.number("wp:post_id")
            identity = (number or 0, item.fields.get("wp:post_type", ""), item.fields.get("wp:post_name", ""))
            if number is not None and identity in seen:
                repeated += 1
                continue
            seen.add(identity)
            _take(site, item, number)
        site.addresses += export.addresses
        site.problems += export.problems
        if repeated:
            remedy = "They were read once, as they stand first. Keep only the newest export."
            found = f"{counted(repeated, 'item')} read before, with the same number and name"
            site.problems.append(
                Problem(path=tree.location(name), found=found, expected="every item once", remedy=remedy)
            )
    return site


def _take(site: Site, item: Item, number: int | None) -> None:
    kind, status = item.fields.get("wp:post_type", "").strip(), item.fields.get("wp:status", "").strip()
    if kind == "attachment":
        if number is not None:
            site.attachments.setdefault(number, _attachment(item, number))
    elif status == "publish":
        public = _public_item(item, number)
        if public.shown or public.addresses or public.whole_gallery or not _MACHINERY.fullmatch(kind):
            site.items.append(public)
    elif not _MACHINERY.fullmatch(kind):
        site.left_out[status or "without status"] += 1


def _attachment(item: Item, number: int) -> Attachment:
    return Attachment(
        number=number,
        address=item.fields.get("wp:attachment_url", "").strip(),
        file=item.meta_value("_wp_attached_file").strip(),
        parent=item.number("wp:post_parent"),
        title=plain_text(item.fields.get("title", "")) or None,
        caption=plain_text(item.fields.get("excerpt:encoded", "")) or None,
        description=plain_text(item.fields.get("content:encoded", "")) or None,
        alt_text=item.meta_value("_wp_attachment_image_alt").strip() or None,
        day=item.day(),
    )


def _public_item(item: Item, number: int | None) -> PublicItem:
    page = read_page(item.fields.get("content:encoded", ""))
    excerpt = plain_text(item.fields.get("excerpt:encoded", ""))
    shown = list(page.shown)
    addresses = list(page.addresses)
    for key, value in item.meta:
        addresses += photo_addresses(value)
        if _PHOTO_FIELD.search(key):
            shown += [Shown(attachment=number) for number in _photo_numbers(value)]
    return PublicItem(
        number=number,
        row=item.row,
        slug=item.fields.get("wp:post_name", "").strip() or (str(number) if number is not None else ""),
        title=plain_text(item.fields.get("title", "")) or None,
        text="\n".join(part for part in (page.text, excerpt) if part) or None,
        url=item.fields.get("link", "").strip() or None,
        day=item.day(),
        shown=tuple(shown),
        addresses=tuple(addresses),
        whole_gallery=page.whole_gallery,
    )


def _photo_numbers(value: str) -> list[int]:
    if _NUMBERS.fullmatch(value):
        return [int(part) for part in re.findall(r"[0-9]{1,18}", value)]
    return [int(text or number) for text, number in _PHP_NUMBER.findall(value)]


def is_photo_attachment(attachment: Attachment) -> bool:
    """Whether an attachment is a photo, and not a film or a PDF."""
    return is_photo(attachment.file or attachment.address.partition("?")[0])
