"""Pictures of the printed brochure as they went to the printer: a plain folder, with their captions in a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import tables

_COLUMNS = ["file", "published_on", "title", "caption", "alt_text"]

Row = Mapping[str, Any]


def place(item: Row) -> str:
    """The file of a photo inside the folder."""
    return str(item["photo"].rpartition("/")[2])


def name(item: Row) -> str:
    """The name an audit gives a photo."""
    return str(item["photo"])


def post(item: Row) -> str:
    """The name an audit gives the post: in a plain folder, every photo is one."""
    return name(item)


def write(items: Sequence[Row], folder: Path) -> None:
    """Write the table of captions beside the photos."""
    rows = [{**item, "file": place(item), "published_on": item["posted"]} for item in items]
    tables.write(folder / "captions.csv", _COLUMNS, rows)
