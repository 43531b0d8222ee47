"""One published photo of an incident in words: what it was, who could see it, which form there was, what was found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..audit import BAD
from ..records import Authorization, Evidence, Incident, JudgedPhoto, Panel
from . import phrases
from .findings import explain
from .labels import PHOTO_KINDS

_UNKNOWN = "not known"


def shown(photo: JudgedPhoto) -> tuple[tuple[str, str], ...]:
    """What a photo is and where it was, each with its name."""
    evidence = photo.evidence
    post = evidence.post
    return (
        ("Photo", evidence.published.id),
        ("Patients", patients(evidence)),
        ("What it shows", _pictures(evidence)),
        ("Where", f"{post.channel}{f', {post.url}' if post.url else ''}"),
        ("Who could see it", seen_by(evidence)),
        ("Posted on", phrases.recorded(post.published_on)),
        ("Taken down on", phrases.recorded(post.removed_on) if post.removed_on else "up, as far as the audit knows"),
        ("Forms on file", "; ".join(_forms(evidence))),
        ("Today's verdict", phrases.VERDICTS[photo.verdict].label),
    )


def found(photo: JudgedPhoto) -> tuple[str, ...]:
    """What the audit found, worst first: the rule, the law, and what was seen."""
    explained = (explain(finding) for finding in photo.findings if finding.outcome in BAD)
    lines = tuple(f"{one.title} ({one.citation}; {one.moment}). {one.finding.observed}" for one in explained)
    return lines or ("The audit found nothing against this photo; why it is an incident, you know.",)


def patients(evidence: Evidence) -> str:
    """The codes of the patients shown; never their names."""
    codes = [panel.patient.code if panel.patient else _UNKNOWN for panel in evidence.panels or ()]
    return ", ".join(dict.fromkeys(codes)) or _UNKNOWN


def seen_by(evidence: Evidence) -> str:
    """Who got it: the readers of an e-mail, or anybody."""
    recipients = evidence.post.recipients
    if recipients is not None:
        return f"{phrases.count(recipients, 'address', 'addresses')} it was sent to, and whoever they passed it on to"
    return f"anybody who could open {evidence.post.channel}: treat it as public unless you know it was closed"


def disclosed(incident: Incident, photos: Sequence[JudgedPhoto]) -> Iterator[tuple[str, str]]:
    """For each patient the entry for the list of disclosures: when, to whom, what and why (45 CFR 164.528(b)(2))."""
    told: dict[str, list[str]] = {}
    for photo in photos:
        for panel in photo.evidence.panels or ():
            code = panel.patient.code if panel.patient else _UNKNOWN
            lines = told.setdefault(code, [])
            entry = _entry(incident if len(photos) == 1 else None, photo, panel)
            lines += [entry] if entry not in lines else []
    for code, entries in sorted(told.items()):
        yield code, "\n\n".join(entries)


def _entry(incident: Incident | None, photo: JudgedPhoto, panel: Panel) -> str:
    """``incident`` where it is about this photo alone: then its days are the photo's."""
    evidence = photo.evidence
    first = evidence.post.published_on or (incident.happened_on if incident else None)
    last = evidence.post.removed_on or (incident.taken_down_on if incident else None)
    address = evidence.post.url or evidence.published.url
    why = next((explain(one).title for one in photo.findings if one.outcome in BAD), None)
    return "\n".join(
        (
            f"Day: {phrases.recorded(first)} to {last or 'not taken down yet'}",
            f"Who got it: {seen_by(evidence)}{f'; {address}' if address else ''}",
            f"What: {_picture(panel)}; file {evidence.published.file_name}",
            f"Why: published by the practice. {f'{why}.' if why else 'The reason is not recorded.'}",
        )
    )


def _pictures(evidence: Evidence) -> str:
    return "; ".join(_picture(panel) for panel in evidence.panels or ()) or _UNKNOWN


def _picture(panel: Panel) -> str:
    if not panel.originals:
        return f"picture {panel.number}, made from no photo of the library"
    original = panel.originals[0]
    kind = f"{PHOTO_KINDS[original.kind].lower()} photo" if original.kind else "photo"
    parts = [f"{kind} of the {original.area}" if original.area else kind, original.procedure]
    return f"{', '.join(part for part in parts if part)} ({original.id})"


def _forms(evidence: Evidence) -> list[str]:
    forms = {form.id: form for panel in evidence.panels or () for form in panel.authorizations or ()}
    return [_form(form) for form in forms.values()] or ["none"]


def _form(form: Authorization) -> str:
    ends = form.expires_on or form.expires_when
    revoked = f", revoked {form.revoked_on}" if form.revoked_on else ""
    return (
        f"{form.id}: signed {phrases.recorded(form.signed_on)}, ends {phrases.recorded(ends)}{revoked}, "
        f"covers {phrases.recorded(form.channels)}"
    )
