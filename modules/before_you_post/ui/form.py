"""An authorization as it is shown beside a photo: the paper form's parts, each marked by what was found about it.

A part is marked as not fitting exactly where a finding names it, so that marks and findings cannot disagree. A tick
stands only where a question was asked of that part and answered yes (``conditions/governing.py``); the other parts are
shown without a mark, because nothing was asked of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from ..records import Authorization, Evidence, Finding, Outcome, Panel
from ..report import labels, phrases
from ..rules.conditions.endings import has_end, not_expired, not_revoked
from ..rules.conditions.governing import copy_was_given, governing, is_readable
from ..rules.conditions.printed import PARTS, is_authorization
from ..rules.conditions.scopes import describes, is_specific, names_channel
from ..rules.conditions.signers import is_signed, signer_may_sign

Values = dict[str, Any]
_ALWAYS_SHOWN = {"signed", "signed_on", "signer_role", "channels", "photos"}  # blank means something is missing
# the page shows codes; the form itself is where names are read
_NAMES_PEOPLE = {"signed_by": "recorded", "document": "recorded; no file was read"}
_NOT_ALWAYS_ASKED = {
    *("says_paid", "separate_signature", "font_points"),
    *("names_marketing", "likeness_consent"),
}  # somebody must pay, or a state ask
_STATES = {Outcome.FAIL: "fails", Outcome.NEEDS_REVIEW: "decide", Outcome.NOT_CHECKED: "unknown"}  # worst first


def papers(panel: Panel, evidence: Evidence, findings: Sequence[Finding]) -> list[Values]:
    """The forms on file for the person in a panel: first those that were read, then, folded away, the others."""
    if panel.patient is None or not panel.authorizations:
        return []
    posted, today = evidence.post.published_on, evidence.today
    speaks = {
        "posting": governing(panel, evidence, posted),
        "today": governing(panel, evidence, today),
    }
    mine = [finding for finding in findings if finding.panel == panel.number]
    named = {finding.authorization for finding in mine}
    shown = [
        {
            "id": form.id,
            "speaks": _speaks(form, speaks),
            "scan": _scan(form),
            "open": form.id in named or form is speaks["today"],
            "parts": _parts(form, panel, evidence, [one for one in mine if one.authorization == form.id]),
        }
        for form in panel.authorizations
    ]
    return sorted(shown, key=lambda paper: (paper["id"] != getattr(speaks["today"], "id", None), not paper["open"]))


def note(panel: Panel) -> str | None:
    """What to say where there is no form to show."""
    if panel.patient is None:
        return "Without knowing whose photo it is, nobody can look for an authorization."
    if panel.authorizations is None:
        return "Nobody looked for this patient's authorizations."
    return None if panel.authorizations else "No authorization is on file for this patient."


def _speaks(form: Authorization, speaks: dict[str, Authorization | None]) -> str:
    match (form is speaks["posting"], form is speaks["today"]):
        case (True, True):
            return "read for the day of posting and for today"
        case (True, False):
            return "read for the day of posting"
        case (False, True):
            return "read for today"
    return "another form on file"


def _parts(form: Authorization, panel: Panel, evidence: Evidence, findings: Sequence[Finding]) -> list[Values]:
    answers = _answers(form, panel, evidence)
    # a scan that can be opened has its button instead of a line
    hidden = {"id", "patient", "document_sha256", *(["document"] if form.document_sha256 else [])}
    parts = []
    for name, label in labels.AUTHORIZATION_FIELDS.items():
        found = [finding.outcome for finding in findings if finding.part == name]
        value = getattr(form, name)
        blank = value is None or value == ""
        if name in hidden or (blank and not found and name not in _ALWAYS_SHOWN):
            continue
        worst = next((state for outcome, state in _STATES.items() if outcome in found), None)
        fits = "ok" if answers.get(name) else ""
        parts.append(
            {
                "name": name,
                "label": label,
                "value": _NAMES_PEOPLE[name] if name in _NAMES_PEOPLE and not blank else _shown(value),
                "state": worst or ("unknown" if blank else fits),
                "printed": name in PARTS,
            }
        )
    return parts


def _scan(form: Authorization) -> str | None:
    """What the button says that opens the scan; ``None`` = no file was read."""
    if form.document_sha256 is None:
        return None
    return "Open the signed form" if form.signed else "Open the form"


def _shown(value: object) -> Values | str:
    """A date is written out by the page; what is not recorded is said beside the empty place."""
    if isinstance(value, date):
        return {"date": value.isoformat()}
    return "" if value is None or value == "" else phrases.recorded(value)


def _answers(form: Authorization, panel: Panel, evidence: Evidence) -> dict[str, bool | None]:
    """What was asked of each part as of today. ``papers`` only asks where the patient is known."""
    assert panel.patient is not None  # noqa: S101
    signed = is_signed(form)
    unexpired = has_end(form) and not_expired(form, evidence.today)
    signer = signer_may_sign(form, panel.patient, evidence.policy)
    return {part: getattr(form, part) for part in PARTS if part not in _NOT_ALWAYS_ASKED} | {
        "signed": signed,
        "signed_on": signed,
        "signer_role": signer,
        "authority": signer,
        "expires_on": unexpired,
        "expires_when": unexpired,
        "revoked_on": not_revoked(form, evidence.today),
        "channels": names_channel(form, evidence.post.channel),
        "photos": describes(form, panel) and is_specific(form, panel),
        "form_kind": form.form_kind is not None and is_authorization(form),
        "says_paid": form.paid_by is not None and form.says_paid,
        "blanks": form.blanks == (),
        "required_for_care": form.required_for_care is False,
        "copy_given_on": copy_was_given(form),
        "reading_grade": is_readable(form, evidence.policy),
    }
