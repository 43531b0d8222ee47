"""What the exports of Instagram and Facebook have in common: seconds for times, and text written byte by byte."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]


def seconds(day: date) -> int:
    """The moment of a post, in seconds since 1970: every post of the sample was made at four in the afternoon."""
    return int(datetime(day.year, day.month, day.day, 16, tzinfo=UTC).timestamp())


def broken(text: str | None) -> str:
    """Text as Meta writes it: each byte of UTF-8 as a character of its own."""
    return (text or "").encode().decode("latin-1")


def file(item: Row) -> str:
    """The last part of a photo's name."""
    return str(item["photo"].rpartition("/")[2])


def slug(day: date, kind: str = "") -> str:
    """The name a post goes by in an audit, as Meta gives its posts none."""
    return f"{kind}-{day}-160000" if kind else f"{day}-160000"


def once(names: Iterable[tuple[str, str]]) -> None:
    """Two posts of one moment would be taken for one. Raises SystemExit when a moment has two posts."""
    seen: dict[str, str] = {}
    for moment, post in names:
        if seen.setdefault(moment, post) != post:
            raise SystemExit(f"two posts at one moment, {moment}: {seen[moment]} and {post}")


def write(path: Path, content: object) -> None:
    """Write one file of an export."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
