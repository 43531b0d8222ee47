"""The worksheet that goes with one finding, as a page to save: of an incident on file, or of what was published."""

from __future__ import annotations

from collections.abc import Sequence

from ..records import Audit, Decision, Finding, Incident, SubjectKind
from . import sheet_page
from .incident_record import UnknownSubjectError, opened, recorded
from .incident_sheet import confirmed
from .incident_sheet import worksheet as sheet_of


def worksheet(audit: Audit, finding: Finding, decisions: Sequence[Decision] = ()) -> str:
    """The worksheet as one HTML file. Raises UnknownSubjectError for a finding about neither."""
    return sheet_page.page(sheet_of(audit, _incident(audit, finding), confirmed(decisions)))


def offered(finding: Finding) -> bool:
    """Whether there is a worksheet for what the finding is about: something published, or an incident."""
    return finding.subject in (SubjectKind.PHOTO, SubjectKind.PANEL, SubjectKind.POST, SubjectKind.INCIDENT)


def _incident(audit: Audit, finding: Finding) -> Incident:
    if not offered(finding):
        raise UnknownSubjectError(finding.about)
    if finding.subject is SubjectKind.INCIDENT:
        return recorded(audit, finding.about)
    return opened(audit, (finding.about,))
