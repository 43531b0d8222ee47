"""One published photo in full: everything the page shows when a row is chosen, as plain values.

The patient appears by code only, as in every other place of the dashboard.
"""

from __future__ import annotations

from typing import Any

from ..records import Evidence, JudgedPhoto, PairComparison, Verdict
from ..report import labels, pairs, phrases
from ..report.decided import UNDECIDED, Decisions
from ..report.findings import explain, rulebook
from ..report.penalties import penalties
from ..report.timeline import COVERS, Timeline, timeline
from . import gives_away
from .found import finding_values
from .panel import Known, edit_boxes, panel_values

NOTHING_SAID = Known()
Values = dict[str, Any]


def photo_in_full(
    judged: JudgedPhoto,
    place: tuple[int, int, str | None, str | None],
    *,
    known: Known = NOTHING_SAID,
    decisions: Decisions = UNDECIDED,
) -> Values:
    """The values of one photo; ``place`` is where it stands in the list (``Listing.place``)."""
    evidence = judged.evidence
    number, total, previous, following = place
    panels, here = evidence.panels or (), evidence.published.id
    return {
        "photo": evidence.published.id,
        "file": evidence.published.file_name,
        "place": f"Photo {number} of {total} in the list" if number else "Not in the list as it is filtered now",
        "previous": previous,
        "next": following,
        "verdict": _verdict(judged.verdict),
        "facts": _facts(judged),
        "caption": evidence.published.caption,
        "timeline": _timeline(timeline(evidence), len(panels) > 1),
        "panels": [panel_values(panel, evidence, judged.findings, known) for panel in panels],
        "pairs": None if evidence.pairs is None else [_pair(pair, here) for pair in evidence.pairs],
        "no_panels": _without_panels(evidence),
        "boxes": [*gives_away.boxes(evidence), *(box for panel in panels for box in edit_boxes(panel))],
        "given_away": gives_away.given_away(evidence),
        "findings": [finding_values(explain(finding), decisions) for finding in judged.findings],
        "penalties": list(penalties(judged.findings, evidence.today)),
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


def _pair(pair: PairComparison, here: str) -> Values:
    return {
        "title": pairs.title(pair, here),
        "verdict": pairs.verdict(pair),
        "differs": bool(pair.differs) or pair.same_patient is False or pair.problem is not None,
        "about": [{"name": name, "words": words} for name, words in pairs.about(pair)],
        "numbers": [
            {"name": one.name, "words": one.words, "differs": one.differs}
            for one in (() if pair.problem else pairs.compared(pair))
        ],
    }


def _timeline(days: Timeline, several: bool) -> Values:
    return {
        "moments": [
            {"on": one.on.isoformat(), "step": one.step.value, "words": one.words, "form": one.form}
            for one in days.moments
        ],
        "undated": list(days.undated),
        "covered": [
            {"cover": one.cover.value, "label": COVERS[one.cover], "words": one.words, "panel": one.panel}
            for one in (days.covered if several else days.covered[:1])
        ],
    }


def _verdict(verdict: Verdict) -> Values:
    phrase = phrases.VERDICTS[verdict]
    return {"code": verdict.value, "label": phrase.label, "sentence": phrase.sentence}
