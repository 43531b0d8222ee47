"""The signed forms an audit read, with the scan of each: which file it is, and the checksum that ties it to the audit.

Whoever opens the file later can tell by the checksum whether it is still the paper that was looked at.
"""

from __future__ import annotations

from ..records import Audit, Authorization
from .places import inside


def forms_of(audit: Audit) -> dict[str, Authorization]:
    """Return every form on file for the patients in the photos, by id and in the order of the ids."""
    panels = (panel for photo in audit.photos for panel in photo.evidence.panels or ())
    forms = {form.id: form for panel in panels for form in panel.authorizations or ()}
    return dict(sorted(forms.items()))


def scan_of(form: Authorization, folder: str) -> str | None:
    """Return the scan's place as seen from the practice folder, or the practice's own words where it names no file."""
    if form.document is None or form.document_sha256 is None:
        return form.document
    return inside(form.document.replace("\\", "/"), folder)
