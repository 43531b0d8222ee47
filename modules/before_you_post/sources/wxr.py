"""WordPress export files (WXR 1.0 to 1.2), one item after the other.

The file comes from a web server and may have been tampered with: it is read as a stream, entities are not expanded,
a document type is refused, nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import IO, cast

from lxml import etree

from ..inputs.quoting import quoted
from ..inputs.tree import Tree
from ..records import Problem

_EXPORT = re.compile(r"https?://wordpress\.org/export/1\.[0-9]/(excerpt/)?")
_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_PREFIXES = {"": "", _CONTENT: "content:"}
# WordPress writes these characters out although XML does not allow them.
_FORBIDDEN = bytes({*range(0x20)} - {0x09, 0x0A, 0x0D})


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of an export: a page, a post, an attachment, a menu entry."""

    row: int  # line of the file
    fields: dict[str, str]  # "title", "wp:post_id", "content:encoded"
    meta: tuple[tuple[str, str], ...] = ()  # WordPress allows a key more than once

    def number(self, name: str) -> int | None:
        """A field that holds a number, or None."""
        text = self.fields.get(name, "").strip()
        return int(text) if re.fullmatch(r"[0-9]{1,18}", text) else None

    def day(self) -> date | None:
        """The day the item was published, by the clock of the website; None when it does not say."""
        for name in ("wp:post_date", "wp:post_date_gmt"):
            with suppress(ValueError):  # 0000-00-00: not set
                return datetime.fromisoformat(self.fields.get(name, "").strip()).date()
        return None

    def meta_value(self, key: str) -> str:
        """The first value of a key; empty when there is none."""
        return next((value for name, value in self.meta if name == key), "")


@dataclass(slots=True)
class Export:
    """Reads one export file; ``hosts`` and ``problems`` fill while its items are read."""

    tree: Tree
    name: str  # of the file, inside the tree
    addresses: list[str] = field(default_factory=list)  # of the website, as the file's head gives them
    problems: list[Problem] = field(default_factory=list)

    def items(self) -> Iterator[Item]:
        """Every item up to the end of the file, or up to the place where it stops being XML."""
        try:
            with self.tree.open(self.name) as file:
                yield from self._items(file)
        except etree.XMLSyntaxError as error:
            remedy = "Export the website again. What stands before this line was read; what follows was not."
            self._problem(f"text that is no XML ({quoted(error.msg or '')})", "a complete export", remedy, error.lineno)
        except OSError as error:
            self._problem(error.strerror or str(error), "a readable file", "Check that you may read it.")

    def _items(self, file: IO[bytes]) -> Iterator[Item]:
        events = etree.iterparse(
            _Cleaned(file),
            events=("start", "end"),
            tag=("{*}rss", "{*}base_site_url", "{*}base_blog_url", "{*}item"),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
        )
        begun = False
        for event, element in events:
            if not begun and element.getroottree().docinfo.doctype:
                remedy = "Export the website again; WordPress writes no document type. The file was not read."
                self._problem("a document type (<!DOCTYPE)", "a WordPress export", remedy)
                return
            begun = True
            if event == "start":
                continue
            name = _name(element.tag)
            if name in ("wp:base_site_url", "wp:base_blog_url"):
                self.addresses.append((element.text or "").strip())
            if name == "item":
                yield _item(element)
                parent = element.getparent()
                while parent is not None and element.getprevious() is not None:
                    del parent[0]  # else the parser keeps every item of the file

    def _problem(self, found: str, expected: str, remedy: str, row: int | None = None) -> None:
        self.problems.append(
            Problem(path=self.tree.location(self.name), row=row, found=found, expected=expected, remedy=remedy)
        )


class _Cleaned:
    """The file without the control characters that XML forbids, where it is written in an ASCII-like encoding."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._ascii: bool | None = None

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        if self._ascii is None:
            self._ascii = b"\0" not in data
        # An empty answer would mean the end of the file.
        return data.translate(None, _FORBIDDEN) or b" " * bool(data) if self._ascii else data


@lru_cache(maxsize=1000)
def _name(tag: object) -> str:
    """The name with the prefix WordPress gives its namespace; empty for a stranger's element of the same name."""
    if not isinstance(tag, str):
        return ""
    name = etree.QName(tag)
    if export := _EXPORT.fullmatch(name.namespace or ""):
        return ("excerpt:" if export[1] else "wp:") + name.localname
    prefix = _PREFIXES.get(name.namespace or "")
    return "" if prefix is None else prefix + name.localname


def _item(element: etree._Element) -> Item:
    fields: dict[str, str] = {}
    meta: list[tuple[str, str]] = []
    for child in element:
        name = _name(child.tag)
        if name == "wp:postmeta":
            pair = {_name(part.tag): part.text or "" for part in child}
            meta.append((pair.get("wp:meta_key", ""), pair.get("wp:meta_value", "")))
        elif name:
            fields.setdefault(name, child.text or "")
    return Item(row=cast("int | None", element.sourceline) or 0, fields=fields, meta=tuple(meta))


def is_export(tree: Tree, name: str) -> bool:
    """Whether a file begins like a WordPress export."""
    try:
        with tree.open(name) as file:
            return b"wordpress.org/export/" in file.read(100_000).replace(b"\0", b"")
    except OSError:
        return False
