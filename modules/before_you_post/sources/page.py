"""The HTML of one page: its words, and the photos it shows.

Only the HTML is read. What a theme or a script adds in the browser is not seen; the photos such scripts show lie in
the uploads folder and are found there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

import lxml.html
from lxml import etree

from ..inputs.photo_files import is_photo

_BLOCKS = frozenset(
    {"p", "div", "br", "li", "ul", "ol", "figure", "figcaption", "blockquote", "section", "article", "table", "tr"}
    | {"td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "header", "footer", "dt", "dd", "pre", "hr", "img"}
)
_SOURCES = ("src", "data-src", "data-lazy-src", "data-orig-file", "data-large-file", "poster")
_SOURCE_SETS = ("srcset", "data-srcset", "data-lazy-srcset")
_SHORTCODE = re.compile(r"\[([a-z][\w-]*)\b([^\[\]]*)\]", re.IGNORECASE)
_MARKUP = re.compile(r"\[/?(?:caption|gallery)\b[^\[\]]*\]")
_PHOTO_NUMBERS = re.compile(r"\b(?:ids|include|images?|image_ids?|photos?|before|after)\s*=\s*[\"'“”]?([\d,\s]+)")
_STYLE_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)")
_ADDRESS = re.compile(r"https?://[^\s\"'<>\\\[\](),|]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One place where a page shows a photo: by address, by its number in the media library, or both."""

    urls: tuple[str, ...] = ()
    attachment: int | None = None
    alt_text: str | None = None
    caption: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What one page says and shows. ``whole_gallery``: it shows every photo that was uploaded to it."""

    text: str = ""
    shown: tuple[Shown, ...] = ()
    addresses: tuple[str, ...] = ()  # of photos, wherever they stand in the HTML
    whole_gallery: bool = False


def read_page(html: str) -> Page:
    """Read the HTML of a page as WordPress keeps it, with its block remarks and shortcodes."""
    root = _parse(html)
    if root is None:
        return Page()
    shown = [*_images(root, dict(_captions(html))), *_linked(root), *_from_blocks(root)]
    whole_gallery = False
    for name, settings in _SHORTCODE.findall(html):
        numbers = [number for found in _PHOTO_NUMBERS.findall(settings) for number in _numbers(found)]
        shown += [Shown(attachment=number) for number in numbers]
        whole_gallery = whole_gallery or (name == "gallery" and not numbers)
    text = _tidy(_MARKUP.sub(" ", _words(root)))
    return Page(text=text, shown=tuple(shown), addresses=photo_addresses(html), whole_gallery=whole_gallery)


def photo_addresses(text: str) -> tuple[str, ...]:
    """Every web address of a photo in a text of any kind: the settings of a page builder, a shortcode, HTML."""
    found = _ADDRESS.findall(unescape(text.replace("\\/", "/")))  # JSON may write every slash as \/
    return tuple(dict.fromkeys(filter(_names_photo, found)))


def plain_text(html: str) -> str:
    """The words of a piece of HTML, one line a paragraph."""
    if not any(sign in html for sign in "<&\0"):
        return _tidy(html)  # nothing to parse, as in most titles
    root = _parse(html)
    return "" if root is None else _words(root)


def _parse(html: str) -> lxml.html.HtmlElement | None:
    if not html.strip():
        return None
    parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        # Inside an element, for remarks outside of one would be lost.
        return lxml.html.document_fromstring(f"<div>{html}</div>".encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _words(root: lxml.html.HtmlElement) -> str:
    """The text, with a line break wherever a browser shows one, so that two words never become one."""
    parts: list[str] = []
    hidden = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        named = element.tag if isinstance(element.tag, str) else ""
        if event in ("start", "end") and named in _BLOCKS:
            parts.append("\n")
        if named in ("script", "style", "template"):
            hidden += 1 if event == "start" else -1
        elif event == "start" and not hidden:
            parts.append(element.text or "")
        if event != "start" and not hidden:
            parts.append(element.tail or "")
    return _tidy("".join(parts))


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def _captions(html: str) -> Iterator[tuple[str, str]]:
    """The words of [caption] shortcodes by the address of the photo they stand under."""
    for piece in html.split("[/caption]")[:-1]:
        root = _parse(piece.rpartition("[caption")[2].partition("]")[2])
        if root is not None and (image := root.find(".//img")) is not None and (words := _words(root)):
            yield image.get("src", ""), words


def _images(root: lxml.html.HtmlElement, captions: dict[str, str]) -> Iterator[Shown]:
    for element in root.iter("img", "amp-img", "video", "source"):
        urls = list(_addresses(element))
        link = next(element.iterancestors("a"), None)
        if link is not None and _names_photo(link.get("href", "")):
            urls.append(link.get("href", ""))
        number = re.search(r"\bwp-image-(\d{1,18})\b", element.get("class", ""))
        identity = number[1] if number else element.get("data-id") or element.get("data-attachment-id") or ""
        yield Shown(
            urls=tuple(urls),
            attachment=next(_numbers(identity), None),
            alt_text=element.get("alt") or None,
            caption=captions.get(element.get("src", "")) or _figure_caption(element),
        )


def _addresses(element: lxml.html.HtmlElement) -> Iterator[str]:
    moving = element.tag in ("video", "source")  # their src is the film, their poster and srcset are pictures
    for name in _SOURCES:
        if (value := element.get(name, "").strip()) and not (moving and name != "poster"):
            yield value
    for name in _SOURCE_SETS:
        for part in re.split(r",\s+", element.get(name, "")):
            yield from part.split()[:1]


def _figure_caption(element: lxml.html.HtmlElement) -> str | None:
    figure = next(element.iterancestors("figure"), None)
    if figure is None:
        return None
    words = figure.find("figcaption")
    return (_words(words) or None) if words is not None else None


def _linked(root: lxml.html.HtmlElement) -> Iterator[Shown]:
    """Photos behind a link, or painted as a background."""
    for element in root.iter("a"):
        if element.find(".//img") is None and _names_photo(url := element.get("href", "")):
            yield Shown(urls=(url,))
    for element in root.iter():
        if isinstance(element.tag, str):
            yield from (Shown(urls=(url,)) for url in _STYLE_URL.findall(element.get("style", "")))


def _names_photo(url: str) -> bool:
    return is_photo(url.partition("?")[0].partition("#")[0])


def _from_blocks(root: lxml.html.HtmlElement) -> Iterator[Shown]:
    """Photos named in the block editor's remarks: ``<!-- wp:gallery {"ids":[611,612]} -->``."""
    for remark in root.iter(etree.Comment):
        found = re.match(r"\s*wp:[\w/-]+\s+(\{.*\})", remark.text or "", re.DOTALL)
        if found is None:
            continue
        try:
            settings = json.loads(found[1])
        except (ValueError, RecursionError):
            continue
        if isinstance(settings, dict):
            values = [settings.get(key) for key in ("id", "mediaId", "ids")]
            yield from (Shown(attachment=number) for number in _numbers(json.dumps(values)))


def _numbers(text: str) -> Iterator[int]:
    return (int(number) for number in re.findall(r"\b[0-9]{1,18}\b", text))
