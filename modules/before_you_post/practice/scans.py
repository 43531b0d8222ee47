"""The file behind a row: is it there, which bytes does it hold, and does a scan belong to one patient only?

The checksum ties a form on record to the paper that was looked at. Whoever changes or swaps the file later can be
told from it.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from ..inputs.quoting import listed, quoted
from ..records import Authorization
from .settings import meant

_SCANS = frozenset(
    {".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".heic", ".webp", ".gif", ".bmp", ".docx", ".doc"}
)
_Trouble = tuple[str, str, str, str]  # column, found, expected, remedy of a Problem


def link_scan(form: Authorization, folder: Path) -> tuple[Authorization, list[_Trouble]]:
    """The form with the checksum of its scan, and what is wrong with the file. Words like “drawer 3” name no file."""
    checksum, trouble = checksum_of(form.document, folder)
    return replace(form, document_sha256=checksum or form.document_sha256), [trouble] if trouble else []


def checksum_of(document: str | None, folder: Path) -> tuple[str | None, _Trouble | None]:
    """The SHA-256 of the file a cell names, in hexadecimal, or what is wrong with it; neither where it names none."""
    if document is None or not _names_a_file(document):
        return None, None
    path = meant(folder, document.replace("\\", "/"))
    if path is None:
        return None, _trouble(document, "which lies outside of the practice folder")
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest(), None
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        return None, _trouble(document, "which is not there" if missing else f"which cannot be read ({error.strerror})")


def shared_scans(forms: Sequence[Authorization]) -> Iterator[tuple[str, _Trouble]]:
    """For every form whose scan is also the scan of another patient's form: its id, and what is wrong."""
    by_scan: dict[str, list[Authorization]] = defaultdict(list)
    for form in forms:
        if form.document_sha256:
            by_scan[form.document_sha256].append(form)
    for same in by_scan.values():
        for form in same:
            others = [other.id for other in same if other.patient != form.patient]
            if others:
                found = f"{quoted(form.document or 'a scan')}, the same bytes as the scan of {listed(others)}"
                remedy = "Look at the paper: one of the forms has the scan of another patient. Both were used."
                yield form.id, ("document", found, "a scan of its own for every patient", remedy)


def _names_a_file(document: str) -> bool:
    return "://" not in document and "\n" not in document and Path(document).suffix.lower() in _SCANS


def _trouble(document: str, what: str) -> _Trouble:
    remedy = "Correct the path, or put the file there. The row was used without it."
    return "document", f"{quoted(document)}, {what}", "a file in the practice folder, or its whole path", remedy
