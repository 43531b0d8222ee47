"""A website's own list of its pages: ``sitemap.xml``, plain or packed, or a list of such lists.

The list says when a page was last changed. That is no posting day, so it is not taken for one.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from ..inputs.site_journal import Listed, Purpose, Wanted
from ..inputs.web_addresses import absolute
from .content import gunzipped

USUAL_PLACES = ("/sitemap.xml", "/sitemap_index.xml", "/wp-sitemap.xml")


def read_sitemap(data: bytes, address: str, most_bytes: int) -> tuple[tuple[Listed, ...], tuple[Wanted, ...]]:
    """The pages a sitemap names, with the photos it names for them, and further sitemaps.

    Raises TooLargeError for one that unpacks to more than ``most_bytes``, ValueError for what is no sitemap.
    """
    data = gunzipped(data, most_bytes)
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _from_lines(data, address), ()
    pages: list[Listed] = []
    more: list[Wanted] = []
    for kind, found, photos in _entries(data):
        whole = absolute(found, address)
        if whole is not None and kind == "sitemap":
            more.append(Wanted(address=whole, purpose=Purpose.SITEMAP, found_on=address))
        elif whole is not None:
            named = tuple(filter(None, (absolute(photo, whole) for photo in photos)))
            pages.append(Listed(address=whole, photos=named))
    return tuple(pages), tuple(more)


def _from_lines(data: bytes, address: str) -> tuple[Listed, ...]:
    lines = data.decode("utf-8-sig", "replace").splitlines()
    found = (absolute(line, address) for line in lines if line.strip().lower().startswith(("http://", "https://")))
    return tuple(Listed(address=whole) for whole in found if whole)


def _entries(data: bytes) -> Iterator[tuple[str, str, list[str]]]:
    """Each entry: ``url`` or ``sitemap``, its address, and the addresses of its photos."""
    events = etree.iterparse(
        BytesIO(data), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    begun = False
    try:
        for _, element in events:
            name = _name(element)
            begun = begun or name in ("loc", "url", "sitemap", "urlset", "sitemapindex")
            if name not in ("url", "sitemap"):
                continue
            places = [(element is place.getparent(), place.text or "") for place in element.iter("{*}loc")]
            own = next((text for direct, text in places if direct), None)
            if own is not None:
                yield name, own, [text for direct, text in places if not direct]
            element.clear()
            while element.getprevious() is not None:  # else the parser keeps every entry
                del element.getparent()[0]
    except etree.XMLSyntaxError as error:
        raise ValueError("no XML") from error
    if not begun:
        raise ValueError("no sitemap")


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
