"""The files the reader can save from the page: the whole audit as a spreadsheet or as one JSON document."""

# Imported when asked for: loading what writes spreadsheets would keep every opening page waiting for a second.
# ruff: noqa: PLC0415

from __future__ import annotations

from ..store import Kept

FORMATS = ("excel", "json")
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def write(kept: Kept, wanted: str) -> tuple[bytes, str, str]:
    """The file in one of FORMATS: its bytes, the ending of its name, its media type."""
    if wanted == "excel":
        from ..report import excel

        return excel.to_bytes(kept), "xlsx", _SPREADSHEET
    from ..report import document

    return document.to_bytes(kept.audit), "json", "application/json"
