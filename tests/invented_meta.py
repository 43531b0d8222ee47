"""Exports of Instagram, Facebook and Threads for tests, written as Meta writes them: bytes of UTF-8 as characters."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

JUNE_3 = int(datetime(2026, 6, 3, 15, 30, tzinfo=UTC).timestamp())
DAY = 86_400


def broken(text: str) -> str:
    """Text as Meta writes it."""
    return text.encode().decode("latin-1")


def medium(uri: str, when: int = JUNE_3, title: str = "", **more: Any) -> dict[str, Any]:
    """A photo or a film, with the camera's facts that Meta takes out of the file."""
    exif = [{"latitude": 38.58, "longitude": -121.49, "device_id": "android-1", "upload_ip": "192.0.2.7"}]
    told = {"uri": uri, "creation_timestamp": when, "title": broken(title)}
    return {**told, "media_metadata": {"photo_metadata": {"exif_data": exif}}, **more}


def export(folder: Path, files: dict[str, Any]) -> Path:
    """A folder with these files: bytes and text as they are, everything else as JSON."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return folder
