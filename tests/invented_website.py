"""WordPress exports and uploads folders for tests, written as WordPress writes them."""

from __future__ import annotations

from pathlib import Path

HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/{version}/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/{version}/">
<channel><title>Quillfeather</title><link>https://quillfeather.example</link>
<wp:wxr_version>{version}</wp:wxr_version><wp:base_site_url>https://quillfeather.example</wp:base_site_url>
<wp:base_blog_url>https://quillfeather.example</wp:base_blog_url>
"""
TAIL = "</channel></rss>\n"
UPLOADS = "https://quillfeather.example/wp-content/uploads"


def item(number: int, content: str = "", **fields: object) -> str:
    """One item; keyword arguments are fields with the wp: prefix, ``title``, ``link``, ``excerpt`` and ``meta``."""
    told = {"post_type": "post", "status": "publish", "post_date": "2025-05-01 10:00:00", "post_name": f"page-{number}"}
    told |= {name: str(value) for name, value in fields.items() if name not in ("title", "link", "excerpt", "meta")}
    meta = fields.get("meta", {})
    assert isinstance(meta, dict)
    return (
        f"<item><title>{fields.get('title', f'Page {number}')}</title><link>{fields.get('link', '')}</link>"
        f"<content:encoded><![CDATA[{content}]]></content:encoded>"
        f"<excerpt:encoded><![CDATA[{fields.get('excerpt', '')}]]></excerpt:encoded><wp:post_id>{number}</wp:post_id>"
        + "".join(f"<wp:{name}><![CDATA[{value}]]></wp:{name}>" for name, value in told.items())
        + "".join(
            f"<wp:postmeta><wp:meta_key><![CDATA[{key}]]></wp:meta_key>"
            f"<wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>"
            for key, value in meta.items()
        )
        + "</item>\n"
    )


def attachment(number: int, file: str, parent: int = 0, alt: str = "", **fields: object) -> str:
    """An attachment whose file lies at ``file`` inside the uploads folder."""
    meta = {"_wp_attached_file": file, **({"_wp_attachment_image_alt": alt} if alt else {})}
    told = {"post_date": "2025-04-01 09:00:00", "title": file.rpartition("/")[2].partition(".")[0], **fields}
    return item(
        number,
        post_type="attachment",
        status="inherit",
        post_parent=parent,
        attachment_url=f"{UPLOADS}/{file}",
        meta=meta,
        **told,
    )


def website(folder: Path, *items: str, files: tuple[str, ...] = (), version: str = "1.2") -> Path:
    """A channel folder with an export of these items, and these files inside its uploads folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "export.xml").write_text(HEAD.format(version=version) + "".join(items) + TAIL, encoding="utf-8")
    for name in files:
        path = folder / "wp-content/uploads" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"not opened here")
    return folder
