"""What one page leads to: the photos it shows in whatever way, the pages it links to, and what it says of itself.

A page shows photos in many ways: as an image in several sizes, as a picture a script puts in place when it comes into
view, as a background, as what a search engine or a social network is to show. All are on the web, so all are read.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import lxml.html
from lxml import etree

from ..inputs.photo_files import is_photo
from ..inputs.web_addresses import absolute
from .rest import photo_addresses

Sizes = tuple[str, ...]  # the addresses of one photo, the best first

_IMAGES = ("img", "amp-img", "input", "source", "image")
_PLACES = ("href", "src", "data", "xlink:href")
_LAZY = ("data-src", "data-lazy-src", "data-original", "data-lazy", "data-echo", "data-image", "data-img")
_LAZY_SETS = ("data-srcset", "data-lazy-srcset", "data-original-set", "data-bgset")
_LAZY_HERE = frozenset({*_LAZY, *_LAZY_SETS})
_BACKGROUNDS = ("data-bg", "data-background", "data-background-image", "data-bg-image", "data-bg-url", "background")
_META = re.compile(r"og:image(:url|:secure_url)?|twitter:image(:src)?|image|thumbnail(url)?|msapplication-.*image")
_STYLE_URL = re.compile(r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^'\"()\s]*))\s*\)", re.IGNORECASE)
_CANDIDATE = re.compile(r"[\s,]*+(\S*[^\s,])(?:\s+([\d.]{1,12})([wx])[^,]*)?\s*(?:,|$)?")
_PHOTO_KEYS = frozenset({"image", "thumbnailUrl", "contentUrl", "photo", "primaryImageOfPage", "associatedMedia"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Everything one page leads to. Addresses are whole, of any host, http or https."""

    photos: tuple[Sizes, ...] = ()
    links: tuple[str, ...] = ()
    rest_root: str | None = None
    title: str | None = None
    day: date | None = None  # of posting, where the page says so


def see(data: bytes, charset: str, address: str) -> Seen:
    """Read a page that was served at ``address``. Never raises for what the page may hold."""
    text = data.decode(charset, "replace").replace("\0", "\ufffd")
    root = _parse(text)
    if root is None:
        return Seen(photos=tuple((place,) for place in photo_addresses(text, address)))
    base = _base(root, address)
    photos = dict.fromkeys(_written(root, base))
    known = {place for sizes in photos for place in sizes}
    everywhere = ((place,) for place in photo_addresses(text, base) if place not in known)
    return Seen(
        photos=(*photos, *everywhere),
        links=tuple(dict.fromkeys(_links(root, base))),
        rest_root=next(_first(root, base, "//link[@rel='https://api.w.org/']/@href"), None),
        title=_title(root),
        day=_day(root),
    )


def _parse(text: str) -> lxml.html.HtmlElement | None:
    parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        return lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):  # nothing but remarks
        return None


def _base(root: lxml.html.HtmlElement, address: str) -> str:
    return next(_first(root, address, "//base/@href"), address)


def _first(root: lxml.html.HtmlElement, base: str, path: str) -> Iterator[str]:
    found = (absolute(str(value), base) for value in root.xpath(path)[:10])
    return (whole for whole in found if whole)


def _written(root: lxml.html.HtmlElement, base: str) -> Iterator[Sizes]:
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        for group in _of_element(element):
            whole = tuple(dict.fromkeys(place for written in group if (place := absolute(written, base))))
            if whole:
                yield whole


def _of_element(element: lxml.html.HtmlElement) -> Iterator[list[str]]:
    """The addresses of photos one element holds, as written; each group one photo in several sizes."""
    tag = element.tag
    if tag in _IMAGES:
        yield from _of_image(element)
    elif tag == "meta" and _META.fullmatch(_called(element)):
        yield [element.get("content", "")]
    elif tag == "link":
        yield from _of_head_link(element)
    elif tag == "script" and element.get("type", "").strip().lower().startswith("application/ld+json"):
        yield from ([found] for found in _linked_data(element.text or ""))
    elif tag == "style":
        yield from ([found] for found in _style_urls(element.text or "") if _names_photo(found))
    elif tag == "video":
        yield [element.get("poster", "")]
    for name, value in element.attrib.items():
        if name == "style":
            yield from ([found] for found in _style_urls(value))
        elif name in _BACKGROUNDS:
            yield from ([found] for found in (_style_urls(value) or filter(_may_be_address, [value])))
        elif name in _LAZY_SETS and tag not in _IMAGES:
            yield _set(value)
        elif (name in _PLACES and tag not in _IMAGES) or name.startswith("data-"):
            yield from [[value]] if _names_photo(value) and not (tag in _IMAGES and name in _LAZY_HERE) else []


def _of_image(element: lxml.html.HtmlElement) -> Iterator[list[str]]:
    """The sizes of an image. What stands in ``src`` beside a later address is a grey dot shown by all of them."""
    sets = [place for name in ("srcset", *_LAZY_SETS) for place in _set(element.get(name, ""))]
    later = [value for name in _LAZY if _may_be_address(value := element.get(name, "").strip())]
    places = (str(element.get(name, "")) for name in _PLACES)
    source = next(filter(None, places), "").strip() if element.tag != "source" else ""
    lazy = later or any(element.get(name) for name in _LAZY_SETS)
    yield [source] if lazy else [*sets, source]
    yield [*sets, *later[:1]] if lazy else []
    yield from ([place] for place in later[1:])
    # The parser knows no <source> without an end, so the image may stand inside one.
    picture = next(element.iterancestors("picture"), None)
    if element.tag == "img" and picture is not None:
        # Sources that differ in format are one photo; those with a medium may show another part of it.
        parts = (part.get("srcset", "") for part in picture.iter("source") if not part.get("media"))
        same = [place for srcset in parts for place in _set(srcset)]
        yield [*sets, source, *same] if same and not lazy else []


def _of_head_link(element: lxml.html.HtmlElement) -> Iterator[list[str]]:
    relation = element.get("rel", "").lower().split()
    if "image_src" in relation or element.get("itemprop") == "image" or element.get("as") == "image":
        yield [*_set(element.get("imagesrcset", "")), element.get("href", "")]


def _called(element: lxml.html.HtmlElement) -> str:
    names = (str(element.get(name, "")) for name in ("property", "name", "itemprop"))
    return next(filter(None, names), "").lower()


def _set(srcset: str) -> list[str]:
    """The addresses of a srcset, the largest first. An address may itself hold commas."""
    found: list[tuple[float, str]] = []
    place = 0
    while (match := _CANDIDATE.match(srcset, place)) and match.end() > place:
        found.append((_amount(match[2]), match[1]))
        place = match.end()
    return [written for _, written in sorted(found, key=lambda one: -one[0])]


def _amount(written: str | None) -> float:
    try:
        return float(written or 1)
    except ValueError:
        return 1.0


def _style_urls(style: str) -> list[str]:
    found = ("".join(match.groups("")) for match in _STYLE_URL.finditer(style))
    return [written for written in found if written]


def _names_photo(written: str) -> bool:
    return len(written) < 4000 and is_photo(written.partition("?")[0].partition("#")[0].strip())


def _may_be_address(written: str) -> bool:
    """Whether an attribute that themes use for this and for that holds an address, and not a colour or a number."""
    return "/" in written or _names_photo(written)


def _linked_data(text: str) -> Iterator[str]:
    """Addresses of photos in JSON-LD: under a key for photos whatever they are called, elsewhere by their ending."""
    for key, value in _values(_json(text)):
        if isinstance(value, str) and (key in _PHOTO_KEYS or _names_photo(value)):
            yield value


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _values(tree: Any) -> Iterator[tuple[str, Any]]:
    """Every value in a JSON tree with the key it stands under; ``url`` inherits the key above it."""
    rest: deque[tuple[str, Any]] = deque([("", tree)])
    while rest:
        key, value = rest.popleft()
        if isinstance(value, dict):
            inherits = "url" if key in _PHOTO_KEYS else None
            rest += [(key if name == inherits else str(name), part) for name, part in value.items()]
        elif isinstance(value, list):
            rest += [(key, part) for part in value]
        else:
            yield key, value


def _links(root: lxml.html.HtmlElement, base: str) -> Iterator[str]:
    for value in root.xpath("//a/@href | //area/@href | //iframe/@src | //frame/@src | //link[@rel='next']/@href"):
        if (whole := absolute(str(value), base)) is not None:
            yield whole


def _title(root: lxml.html.HtmlElement) -> str | None:
    for path in ("//meta[@property='og:title']/@content", "//head/title/text()", "//h1//text()"):
        words = " ".join("".join(map(str, root.xpath(path)[:50])).split())[:500]
        if words:
            return words
    return None


def _day(root: lxml.html.HtmlElement) -> date | None:
    """The posting day: article:published_time, else datePublished in JSON-LD or microdata."""
    written = [str(value) for value in root.xpath("//meta[@property='article:published_time']/@content")[:3]]
    for script in root.xpath("//script[@type='application/ld+json']")[:50]:
        written += [str(value) for key, value in _values(_json(script.text or "")) if key == "datePublished"]
    written += [str(value) for value in root.xpath("//*[@itemprop='datePublished']/@content")[:3]]
    return next((day for value in written if (day := _parsed(value))), None)


def _parsed(written: str) -> date | None:
    try:
        return datetime.fromisoformat(written.strip()).date()
    except ValueError:
        return None
