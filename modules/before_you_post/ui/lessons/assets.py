"""Scripts and styles of the lessons' widgets, each joined from small files as the dashboard's are.

Every widget is one module made of what the dashboard has too (``SHARED``) and the files it names; its style begins with
``lesson``, which has the colours, the letters and the buttons.
"""

from __future__ import annotations

from importlib.resources import files

from .. import assets as dashboard

SHARED = ("dom", "page_links")


def script(*names: str) -> str:
    """One ES module: the shared functions, then ``static/<name>.js`` of each name; the last one has the export."""
    return "\n".join(
        [dashboard.joined(SHARED, "js"), _file("sample_note.js"), *(_file(f"{name}.js") for name in names)]
    )


def style(*names: str) -> str:
    """One style sheet: what all lessons share, then ``static/<name>.css`` of each name."""
    return "\n".join(_file(f"{name}.css") for name in ("lesson", *names))


def _file(name: str) -> str:
    return (files(__package__) / "static" / name).read_text(encoding="utf-8")
