"""The dashboard's script and style, joined from the small files in ``static/``.

A widget's script must be one module. The files are plain functions without imports, in the order of who needs whom;
the last one exports what the widget calls.
"""

from __future__ import annotations

from importlib.resources import files

SCRIPTS = (
    "dom",
    "page_links",
    "marks",
    "pictures",
    "notices",
    "header",
    "figures",
    "changes",
    "photo_list",
    "signed_form",
    "form",
    "decide",
    "finding",
    "timeline",
    "matched",
    "edited",
    "photo_detail",
    "practice",
    "tabs",
    "views",
    "dashboard",
)
STYLES = ("dashboard", "detail", "decisions", "practice", "narrow")


def script() -> str:
    """The whole ES module."""
    return joined(SCRIPTS, "js")


def style() -> str:
    """The whole style sheet."""
    return joined(STYLES, "css")


def joined(names: tuple[str, ...], ending: str) -> str:
    """Those files of the folder ``static``, one after the other."""
    folder = files(__package__) / "static"
    return "\n".join((folder / f"{name}.{ending}").read_text(encoding="utf-8") for name in names)
