"""The tables of the practice folder, column by column, as the office manager would keep them."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

_PRINTED = (
    "form_kind names_discloser names_recipients states_purpose says_revocable says_not_conditioned says_redisclosed "
    "says_paid stands_alone separate_signature font_points reading_grade"
)
PAPERS = {
    "patients": "patient given_name family_name other_names birth_date state medical_record_number deceased_on "
    "on_staff",
    "originals": "file patient kind taken_on area procedure marks",
    "authorizations": "authorization patient form_version signed signed_on signed_by signer_role authority expires_on "
    "expires_when event_happened_on revoked_on channels photos may_name document blanks paid_by required_for_care "
    "known_false copy_given_on",
    "form_versions": f"form_version {_PRINTED} states approved_on approved_by withdrawn_on",
    "devices": "device kind make model serial owner managed encrypted why_not_encrypted memory_card wiped_on "
    "retired_on",
    "staff": "person name role hired_on left_on photo_access_from photo_access_until publishes_on trained_on "
    "attested_on",
    "vendors": "vendor role direct_control phi_access phi_access_from phi_access_until publishes_on "
    "agreement_signed_on agreement_terms document",
    "conversations": "patient authorization held_on held_by topics",
    "risk_analyses": "done_on done_by scope next_on document",
    "policies": "kind version approved_on approved_by reviewed_on counsel_reviewed_on it_reviewed_on notice_says "
    "document",
    "incidents": "incident what published patients public happened_on discovered_on reported_on taken_down_on "
    "evidence_kept mitigation individuals residents encrypted key_apart exception factor_data factor_recipient "
    "factor_viewed factor_mitigated conclusion concluded_by concluded_on individuals_told_on told_by unreachable "
    "notice_says media_told_on hhs_told_on state_told_on delay_until delay_asked_on delay_asked_by delay_written "
    "vendor vendor_discovered_on vendor_told_on accounting_on sanction document",
    "not_patient_photos": "file what decided_by decided_on",
}
FINDINGS = "subject about rule panel outcome at_posting today why"
CASES = "photo made_from twin story"
MATTER_CASES = "subject about rule twin"

Row = Mapping[str, Any]


def write(path: Path, columns: str, rows: Iterable[Row]) -> None:
    """Write one table; what a row says besides its columns is left out."""
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, columns.split(), extrasaction="ignore", lineterminator="\n")
        table.writeheader()
        table.writerows(map(_yes_no, rows))


def _yes_no(row: Row) -> dict[str, Any]:
    """YAML reads yes as true; a person reads yes."""
    words = {True: "yes", False: "no"}
    return {key: words[value] if isinstance(value, bool) else value for key, value in row.items()}
