"""The website's export file as WordPress writes it (WXR 1.2), and the sizes WordPress makes of every photo.

A photo is website/page/file. What was uploaded and stands on no page (any more) is website/uploads-not-shown/file: it
is still on the web for whoever has or guesses its address.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import format_datetime
from html import escape
from pathlib import Path
from typing import Any

from lxml import etree
from PIL import Image, ImageOps

NAME, SITE = "Quillfeather Dermatology & Aesthetics", "https://www.quillfeather.example"
EXPORTED = datetime(2026, 11, 1, 14, tzinfo=UTC)
SPACES = {
    "excerpt": "http://wordpress.org/export/1.2/excerpt/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "wp": "http://wordpress.org/export/1.2/",
}
FOOTER = "Results differ from person to person. Call us on 614-555-0142."
SCALED = 600  # pixels; this website makes a "-scaled" copy of anything wider
QUALITY = 82  # WordPress's own
_NOT_SHOWN = "uploads-not-shown"
_UPLOADS = "wp-content/uploads"

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One photo of the media library, and the page it stands on."""

    slug: str  # "uploads-not-shown" for a photo that stands on none
    title: str
    day: date
    photo: str  # path below wp-content/uploads
    width: int
    height: int
    caption: str | None
    alt_text: str
    sizes: tuple[tuple[str, int, int], ...] = ()  # file name, width, height


def place(item: Row) -> str:
    """The file of a photo inside the website's folder."""
    return f"{_UPLOADS}/{item['posted']:%Y/%m}/{item['photo'].rpartition('/')[2]}"


def name(item: Row) -> str:
    """The name an audit gives a photo."""
    return str(item["photo"])


def post(item: Row) -> str:
    """The name an audit gives the post: its page, or the day of an upload that stands on none."""
    page = name(item).rpartition("/")[0]
    return f"{page}/{item['posted']}" if page.endswith(_NOT_SHOWN) else page


def write(items: Sequence[Row], folder: Path) -> None:
    """Make the smaller sizes of the photos, which are there already, and write the export file."""
    pages = [_page(item, folder / place(item)) for item in items]
    (folder / f"quillfeather.WordPress.{EXPORTED:%Y-%m-%d}.xml").write_bytes(_export(pages))


def _page(item: Row, photo: Path) -> Page:
    with Image.open(photo) as picture:
        width, height = picture.size
    return Page(
        slug=item["photo"].split("/")[1],
        title=item["title"],
        day=item["posted"],
        photo=place(item).removeprefix(f"{_UPLOADS}/"),
        width=width,
        height=height,
        caption=item["caption"],
        alt_text=item["alt_text"],
        sizes=_make_sizes(photo, item.get("sizes", ())),
    )


def _make_sizes(photo: Path, wanted: Sequence[str | Sequence[int]]) -> tuple[tuple[str, int, int], ...]:
    """Write the smaller copies beside a photo: ``scaled``, a square cut from its middle, or at most so large."""
    made = []
    for size in wanted:
        picture = Image.open(photo).convert("RGB")
        if not isinstance(size, str) and size[0] == size[1]:
            picture = ImageOps.fit(picture, (size[0], size[1]), Image.Resampling.LANCZOS)
        else:
            picture.thumbnail((SCALED, SCALED * 2) if isinstance(size, str) else size, Image.Resampling.LANCZOS)
        ending = size if isinstance(size, str) else f"{picture.width}x{picture.height}"
        copy = photo.with_name(f"{photo.stem}-{ending}{photo.suffix}")
        picture.save(copy, quality=QUALITY, optimize=True)
        made.append((copy.name, picture.width, picture.height))
    return tuple(made)


def _export(pages: Sequence[Page]) -> bytes:
    """The whole export file: every page with the attachment it shows, oldest first."""
    root = etree.Element("rss", {"version": "2.0"}, nsmap=SPACES)
    channel = etree.SubElement(root, "channel")
    for tag, value in {
        "title": NAME,
        "link": SITE,
        "description": "Dermatology and aesthetics in Ohio",
        "pubDate": format_datetime(EXPORTED),
        "language": "en-US",
        "wp:wxr_version": "1.2",
        "wp:base_site_url": SITE,
        "wp:base_blog_url": SITE,
    }.items():
        _add(channel, tag, value)
    author = _add(channel, "wp:author", None)
    for tag, value in {"id": "1", "login": "frontdesk", "email": "frontdesk@quillfeather.example"}.items():
        _add(author, f"wp:author_{tag}", value)
    _add(author, "wp:author_display_name", "Front desk")
    for number, page in enumerate(sorted(pages, key=lambda page: (page.day, page.photo))):
        if page.slug != _NOT_SHOWN:
            _post(channel, page, 100 + 10 * number)
        _attachment(channel, page, 101 + 10 * number)
    etree.indent(root, "\t")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _add(parent: etree._Element, tag: str, value: str | None) -> etree._Element:
    space, _, name = tag.rpartition(":")
    element = etree.SubElement(parent, f"{{{SPACES[space]}}}{name}" if space else name)
    if value is not None:
        # WordPress writes every text of people as CDATA, and leaves numbers and addresses plain.
        plain = tag in {"link", "pubDate", "description", "language", "guid"} or value.isdigit()
        element.text = value if plain or not value else etree.CDATA(value)
    return element


def _item(channel: etree._Element, page: Page, number: int, kind: str, texts: dict[str, str]) -> etree._Element:
    item = _add(channel, "item", None)
    stamp = f"{page.day:%Y-%m-%d} 09:30:00"
    noon = datetime(page.day.year, page.day.month, page.day.day, 13, 30, tzinfo=UTC)
    values = {
        "title": texts["title"],
        "link": texts["link"],
        "pubDate": format_datetime(noon),
        "dc:creator": "frontdesk",
        "guid": f"{SITE}/?p={number}",
        "description": "",
        "content:encoded": texts["content"],
        "excerpt:encoded": texts["excerpt"],
        "wp:post_id": str(number),
        "wp:post_date": stamp,
        "wp:post_date_gmt": f"{noon:%Y-%m-%d %H:%M:%S}",
        "wp:comment_status": "closed",
        "wp:ping_status": "closed",
        "wp:post_name": texts["slug"],
        "wp:status": "inherit" if kind == "attachment" else "publish",
        "wp:post_parent": str(number - 1) if kind == "attachment" and page.slug != _NOT_SHOWN else "0",
        "wp:menu_order": "0",
        "wp:post_type": kind,
        "wp:post_password": "",
        "wp:is_sticky": "0",
    }
    for tag, value in values.items():
        _add(item, tag, value).attrib.update({"isPermaLink": "false"} if tag == "guid" else {})
    return item


def _post(channel: etree._Element, page: Page, number: int) -> None:
    folder = f"{SITE}/wp-content/uploads/{page.photo.rpartition('/')[0]}"
    full = (page.photo.rpartition("/")[2], page.width, page.height)
    scaled = any("-scaled" in name for name, _, _ in page.sizes)
    copies = page.sizes if scaled else (full, *page.sizes)
    shown = copies[0][0]
    sources = ", ".join(f"{folder}/{name} {width}w" for name, width, _ in copies)
    source_set = f' srcset="{sources}"' if page.sizes else ""
    caption = f"<figcaption>{escape(page.caption)}</figcaption>" if page.caption else ""
    content = (
        f'<!-- wp:image {{"id":{number + 1},"sizeSlug":"full"}} -->\n<figure class="wp-block-image size-full">'
        f'<img src="{folder}/{shown}" alt="{escape(page.alt_text)}" class="wp-image-{number + 1}"{source_set}/>'
        f"{caption}</figure>\n<!-- /wp:image -->\n"
        f"<!-- wp:paragraph -->\n<p>{FOOTER}</p>\n<!-- /wp:paragraph -->"
    )
    kind = "page" if page.slug == "about-us" else "post"
    texts = {"title": page.title, "link": f"{SITE}/{page.slug}/", "slug": page.slug, "content": content, "excerpt": ""}
    item = _item(channel, page, number, kind, texts)
    _meta(item, "_thumbnail_id", str(number + 1))


def _attachment(channel: etree._Element, page: Page, number: int) -> None:
    file = page.photo.rpartition("/")[2]
    stem = file.rpartition(".")[0]
    scaled = next((size for size in page.sizes if "-scaled" in size[0]), None)
    attached = page.photo.replace(file, scaled[0]) if scaled else page.photo
    link = f"{SITE}/{stem}/" if page.slug == _NOT_SHOWN else f"{SITE}/{page.slug}/{stem}/"
    texts = {"title": stem, "link": link, "slug": stem, "content": "", "excerpt": ""}
    item = _item(channel, page, number, "attachment", texts)
    _add(item, "wp:attachment_url", f"{SITE}/wp-content/uploads/{attached}")
    _meta(item, "_wp_attached_file", attached)
    _meta(item, "_wp_attachment_image_alt", page.alt_text)
    _meta(item, "_wp_attachment_metadata", _metadata(page, attached, file if scaled else None))


def _meta(item: etree._Element, key: str, value: str) -> None:
    meta = _add(item, "wp:postmeta", None)
    _add(meta, "wp:meta_key", key)
    _add(meta, "wp:meta_value", value)


def _metadata(page: Page, attached: str, original: str | None) -> str:
    """The photo's sizes as WordPress keeps them, in PHP's own notation."""
    sizes = [size for size in page.sizes if "-scaled" not in size[0]]
    width, height = next(((w, h) for name, w, h in page.sizes if "-scaled" in name), (page.width, page.height))
    kind = "image/png" if attached.endswith(".png") else "image/jpeg"
    values: dict[str, object] = {"width": width, "height": height, "file": attached}
    values["sizes"] = {
        f"gallery-{w}": {"file": name, "width": w, "height": h, "mime-type": kind} for name, w, h in sizes
    }
    if original:
        values["original_image"] = original
    return _php(values)


def _php(value: object) -> str:
    if isinstance(value, dict):
        return f"a:{len(value)}:{{{''.join(_php(key) + _php(inner) for key, inner in value.items())}}}"
    return f"i:{value};" if isinstance(value, int) else f's:{len(str(value).encode())}:"{value}";'
