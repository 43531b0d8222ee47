"""A Google Business Profile as Google Takeout gives it: updates, and the practice's answers to reviews. No photos."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import meta

_LOCATION = "location-1"
_HOME = f"Takeout/Google Business Profile/account-1/{_LOCATION}"

Row = Mapping[str, Any]


def name(item: Row) -> str:
    """The name an audit gives a post; ``review`` or ``update`` is its number."""
    if "review" in item:
        return f"google/{_LOCATION}/reviews/{item['review']}"
    return f"google/{_LOCATION}/localPost-{item['update']}"


def write(items: Sequence[Row], folder: Path) -> None:
    """Write the export. What reviewers wrote is not made up: no rule reads it."""
    home = folder / _HOME
    answers = [_answered(item) for item in items if "review" in item]
    meta.write(home / "reviews.json", {"reviews": answers})
    for item in items:
        if "update" in item:
            told = {"summary": item["text"], "createTime": _moment(item), "state": "LIVE"}
            meta.write(home / f"localPost-{item['update']}" / "data.json", told)


def _answered(item: Row) -> Row:
    reply = {"comment": item["text"], "updateTime": _moment(item)}
    return {"name": f"accounts/1/locations/1/reviews/{item['review']}", "reviewReply": reply}


def _moment(item: Row) -> str:
    return f"{item['posted']}T16:00:00Z"
