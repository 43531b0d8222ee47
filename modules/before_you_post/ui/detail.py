"""One published photo in full: everything the page shows when a row is chosen, as plain values.

The patient appears by code only, as in every other place of the dashboard.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..law.notes import looked_at
from ..records import Evidence, Finding, JudgedPhoto, Match, Original, Panel, Verdict
from ..report import labels, phrases
from ..report.findings import ExplainedFinding, explain, rulebook
from . import form, gives_away

Values = dict[str, Any]


def photo_in_full(judged: JudgedPhoto, place: tuple[int, int, str | None, str | None]) -> Values:
    """The values of one photo; ``place`` is where it stands in the list (``Listing.place``)."""
    evidence = judged.evidence
    number, total, previous, following = place
    panels = evidence.panels or ()
    return {
        "photo": evidence.published.id,
        "file": evidence.published.file_name,
        "place": f"Photo {number} of {total} in the list" if number else "Not in the list as it is filtered now",
        "previous": previous,
        "next": following,
        "verdict": _verdict(judged.verdict),
        "facts": _facts(judged),
        "caption": evidence.published.caption,
        "panels": [_panel(panel, evidence, judged.findings) for panel in panels],
        "no_panels": _without_panels(evidence),
        "boxes": gives_away.boxes(evidence),
        "given_away": gives_away.given_away(evidence),
        "findings": [_finding(explain(finding)) for finding in judged.findings],
        "passed": [rulebook()[rule].title for rule in judged.passed if rule in rulebook()],
        "looked": gives_away.looked(evidence),
        "not_looked": gives_away.not_looked(evidence),
        "for_a_person": list(labels.FOR_A_PERSON),
    }


def _facts(judged: JudgedPhoto) -> list[Values]:
    evidence = judged.evidence
    post, published = evidence.post, evidence.published
    facts: list[tuple[str, Any, str | None]] = [
        ("On the day of posting", phrases.VERDICTS[judged.at_posting].label, None),
        ("Where", post.channel, None),
        ("Sent to", phrases.count(post.recipients, "address", "addresses") if post.recipients else None, None),
        ("Posted", {"date": post.published_on.isoformat() if post.published_on else None}, None),
        ("Taken down", {"date": post.removed_on.isoformat()} if post.removed_on else None, None),
        ("Post", post.title or (post.url and "Open the post"), post.url),
        ("File on the web", published.url and "Open the file", published.url),
        ("Text for screen readers", published.alt_text, None),
        ("Other sizes still online", str(len(published.renditions)) if published.renditions else None, None),
        ("Could not be opened", evidence.photo.problem, None),
    ]
    return [{"name": name, "value": value, "url": url} for name, value, url in facts if value]


def _without_panels(evidence: Evidence) -> str:
    noted = evidence.not_a_patient
    if noted:
        return f"No patient photo: {noted.what}, says {noted.decided_by} ({phrases.recorded(noted.decided_on)})."
    return "The photo was not compared with the library, so nobody can say whose it is."


def _panel(panel: Panel, evidence: Evidence, findings: Sequence[Finding]) -> Values:
    return {
        "number": panel.number,
        "outline": [list(corner) for corner in panel.match.outline],
        "original_outline": [list(corner) for corner in panel.match.original_outline],
        "measure": _measure(panel.match),
        "originals": [_original(original, panel.match) for original in panel.originals],
        "patient": panel.patient.code if panel.patient else None,
        "forms": form.papers(panel, evidence, findings),
        "forms_note": form.note(panel),
    }


def _original(original: Original, match: Match) -> Values:
    described = (
        f"{labels.PHOTO_KINDS[original.kind]} photo" if original.kind else "before or after: not recorded",
        original.area,
        original.procedure,
        f"taken {original.taken_on.isoformat()}" if original.taken_on else None,
    )
    return {
        "id": original.id,
        "matched": original.id == match.original,
        "words": ", ".join(word for word in described if word),
    }


def _measure(match: Match) -> str:
    """How sure the comparison is, in the measures it really has."""
    if match.original is None:
        if match.runner_up is None:
            return "Compared with every original; none is like it."
        agree = phrases.count(match.runner_up_inliers, "detail agrees", "details agree")
        return f"The nearest was {match.runner_up}, where {agree}: too few."
    # of a crop the whole fingerprints differ by nature: they count only where nothing finer was compared
    by_fingerprint = match.distance is not None and not match.inliers
    how = [
        phrases.count(match.inliers, "detail agrees", "details agree") if match.inliers else "",
        f"fingerprints differ in {match.distance} of 256 bits" if by_fingerprint else "",
        "shown mirrored" if match.mirrored else "",
        f"turned by {abs(round(match.angle))}°" if abs(match.angle) >= 1 else "",
    ]
    words = "; ".join(word for word in how if word)
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def _finding(found: ExplainedFinding) -> Values:
    finding = found.finding
    rule = rulebook().get(finding.rule)
    return {
        "rule": finding.rule,
        "title": phrases.titled(found.title, finding.outcome),
        "outcome": finding.outcome.value,
        "outcome_label": phrases.OUTCOMES[finding.outcome].label,
        "moment": found.moment,
        "panel": finding.panel,
        "observed": finding.observed,
        "remedy": found.remedy,
        "citation": found.citation,
        "url": found.url,
        "tag": phrases.TAGS.get(rule.tag, rule.tag) if rule else "",
        "looked_at": looked_at().on.isoformat(),
        "lesson": found.lesson.replace("-", " "),
    }


def _verdict(verdict: Verdict) -> Values:
    phrase = phrases.VERDICTS[verdict]
    return {"code": verdict.value, "label": phrase.label, "sentence": phrase.sentence}
