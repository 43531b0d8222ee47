"""A WordPress website whose own lists somebody saved: the answers of ``/wp-json/wp/v2/media``, ``posts``, ``pages``.

The lists say in JSON what an export file says in XML; they are joined with a copy of the uploads folder in the same
way. WordPress gives at most a hundred items at once, so there may be several files of each kind, under any name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from ..inputs.json_file import begins, day_of, read_json, text_at
from ..inputs.quoting import counted
from ..inputs.tree import Tree
from ..records import Channel, Problem, Reading
from . import wordpress
from .page import Shown, photo_addresses, plain_text, read_page
from .site import Attachment, PublicItem, Site

NAME = "wordpress_rest"
_LIST = re.compile(r'\s*(?:\[\s*)?\{\s*"(?:id|date|_links)"\s*:')
_MEDIA = "attachment"


def recognises(tree: Tree) -> bool:
    """Whether saved answers of WordPress lie here, and no export file, which says the same and more."""
    return bool(_lists(tree)) and not wordpress.recognises(tree)


def read(channel: Channel, tree: Tree) -> Reading:
    """Every photo the website shows, page by page, and every other photo of the media library and the uploads."""
    files = _lists(tree)
    return wordpress.joined(channel, tree, files, _site(tree, files), NAME)


def _lists(tree: Tree) -> list[str]:
    found = (file for file in tree.files() if file.lower().endswith(".json") and file.count("/") <= 2)
    return [file for file in found if _is_list(begins(tree, file, 20_000).decode("utf-8", "replace"))]


def _is_list(head: str) -> bool:
    """Whether a file begins like a WordPress item or a list of them."""
    return bool(_LIST.match(head.removeprefix("\ufeff"))) and '"rendered"' in head and '"slug"' in head


def _site(tree: Tree, files: list[str]) -> Site:
    site = Site()
    seen: set[tuple[str, int]] = set()
    for file in files:
        reading = read_json(tree, file)
        site.problems += reading.problems
        unknown = 0
        for row, entry in enumerate(_entries(reading.value), 1):
            number, kind = _number(entry.get("id")), text_at(entry, "type")
            if number is None or not kind:
                unknown += 1
            elif (kind, number) not in seen:  # two saved lists may overlap
                seen.add((kind, number))
                _take(site, entry, number, kind, row)
        if unknown:
            found = f"{counted(unknown, 'entry', 'entries')} without a number or a kind, not read"
            remedy = "Save the list again with its fields as WordPress gives them, without “_fields” in the address."
            expected = "items as WordPress lists them"
            site.problems.append(Problem(path=tree.location(file), found=found, expected=expected, remedy=remedy))
    return site


def _entries(value: Any) -> Iterator[dict[str, Any]]:
    for entry in value if isinstance(value, list) else [value]:
        if isinstance(entry, dict):
            yield entry


def _take(site: Site, entry: dict[str, Any], number: int, kind: str, row: int) -> None:
    if link := text_at(entry, "link"):
        site.addresses.append(link)
    status = text_at(entry, "status")
    if kind == _MEDIA:
        site.attachments.setdefault(number, _attachment(entry, number))
    elif status in ("", "publish"):
        site.items.append(_item(entry, number, row))
    else:
        site.left_out[status] += 1


def _attachment(entry: dict[str, Any], number: int) -> Attachment:
    return Attachment(
        number=number,
        address=text_at(entry, "source_url"),
        file=text_at(entry, "media_details", "file"),
        parent=_number(entry.get("post")),
        title=plain_text(text_at(entry, "title", "rendered")) or None,
        caption=plain_text(text_at(entry, "caption", "rendered")) or None,
        description=plain_text(text_at(entry, "description", "rendered")) or None,
        alt_text=text_at(entry, "alt_text") or None,
        day=day_of(text_at(entry, "date")),
    )


def _item(entry: dict[str, Any], number: int, row: int) -> PublicItem:
    page = read_page(text_at(entry, "content", "rendered"))
    excerpt = plain_text(text_at(entry, "excerpt", "rendered"))
    featured = _number(entry.get("featured_media"))
    return PublicItem(
        number=number,
        row=row,
        slug=text_at(entry, "slug") or str(number),
        title=plain_text(text_at(entry, "title", "rendered")) or None,
        text="\n".join(filter(None, (page.text, excerpt))) or None,
        url=text_at(entry, "link") or None,
        day=day_of(text_at(entry, "date")),
        shown=(*page.shown, *([Shown(attachment=featured)] if featured else [])),
        addresses=_addresses(entry),
        whole_gallery=page.whole_gallery,
    )


def _addresses(entry: dict[str, Any]) -> tuple[str, ...]:
    """Of photos, wherever they stand: gallery plugins put them into fields of their own."""
    others = {name: value for name, value in entry.items() if name not in ("_links", "guid")}
    try:
        return photo_addresses(json.dumps(others, ensure_ascii=False).encode("utf-8", "replace").decode())
    except RecursionError:  # nested as deeply as could just be read
        return ()


def _number(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 10**18 else None
