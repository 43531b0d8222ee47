"""The files the reader can save from the page: the whole audit as a spreadsheet or as one JSON document."""

# Imported when asked for: loading what writes spreadsheets would keep every opening page waiting for a second.
# ruff: noqa: PLC0415

from __future__ import annotations

from ..records import Finding
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


def worksheet(kept: Kept, finding: Finding) -> tuple[bytes, str, str]:
    """The worksheet of the incident a finding tells of, with the facts the audit has: bytes, ending, media type."""
    from ..report import incident

    return incident.worksheet(kept.audit, finding, kept.decisions).encode(), "html", "text/html"
