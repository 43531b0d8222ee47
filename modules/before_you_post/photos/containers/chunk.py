"""A chunk of a PNG or a WebP: a named piece of the file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chunk:
    """One chunk: its four-letter name, where it stands (with its padding), and what it holds."""

    name: str
    start: int
    end: int
    payload: bytes
