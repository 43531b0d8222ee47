"""The files the reader can save from the page: the whole audit as a spreadsheet or as one JSON document."""

from __future__ import annotations

from ..store import Kept

FORMATS = ("excel", "json")
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def write(kept: Kept, wanted: str) -> tuple[bytes, str, str]:
    """The file in one of FORMATS: its bytes, the ending of its name, its media type."""
    # Imported when asked for: loading what writes spreadsheets would keep every opening page waiting for a second.
    if wanted == "excel":
        from ..report import excel

        return excel.to_bytes(kept), "xlsx", _SPREADSHEET
    from ..report import document

    return document.to_bytes(kept.audit), "json", "application/json"
