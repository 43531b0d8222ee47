"""The days of one sample case in order: of a photo from the shot to today, of an incident from the event to its clocks.

What a photo's days say comes from the audit (``report/timeline.py``); what an incident owed, from the clocks of the
law notes, as the worksheet of an incident has them.
"""

from __future__ import annotations

from datetime import date

from ...law.clocks import delayed_until, dues
from ...records import Incident
from ...report import phrases
from ...report.timeline import COVERS, Moment, Step
from ...report.timeline import timeline as days_of
from .interactive import Interactive, Values, script, style
from .sample_practice import TODAY, SamplePractice, sample_practice

_TONES = {Step.ENDED: "bad", Step.REVOKED: "bad", Step.TODAY: "today"}
_DAYS = (
    ("vendor_discovered_on", "The vendor knew"),
    ("happened_on", "It happened"),
    ("vendor_told_on", "The vendor told the practice"),
    ("discovered_on", "Discovered: the clocks start"),
    ("reported_on", "The privacy officer was told"),
    ("taken_down_on", "Taken down"),
    ("delay_asked_on", "The police asked to wait"),
    ("concluded_on", "Concluded"),
    ("individuals_told_on", "The patients were told"),
    ("media_told_on", "The press was told"),
    ("hhs_told_on", "HHS was told"),
    ("state_told_on", "The state was told"),
    ("accounting_on", "Entered in the list of disclosures"),
)
_TARGET = "The last day is a limit, not a goal: the law wants notice without unreasonable delay."


class Timeline(Interactive):
    """What happened when in one sample case."""

    _esm = script("timeline")
    _css = style()

    def __init__(self, practice: str, matter: str) -> None:
        """``matter`` is "incident/I-2023-01", or a Published.id. Raises KeyError for none such."""
        sample = sample_practice(practice)
        kind, _, number = matter.partition("/")
        incident = sample.matters[kind, number].incident if kind == "incident" else None
        super().__init__(of_incident(sample, incident) if incident else of_photo(sample, matter))


def of_photo(sample: SamplePractice, photo: str) -> Values:
    """The days of a published photo, and whether a form covered it. Raises KeyError for none such."""
    found = days_of(sample.evidence(photo))
    several = len(found.covered) > 1
    return {
        "kicker": "The days of a photo",
        "title": photo.rpartition("/")[2],
        "about": "",
        "moments": [
            _moment(one.on, f"{one.words} ({one.form})" if one.form else one.words, _tone(one)) for one in found.moments
        ],
        "undated": list(found.undated),
        "told": [
            f"{f'Picture {one.panel}: ' if several else ''}{COVERS[one.cover]}. {one.words}" for one in found.covered
        ],
    }


def _tone(moment: Moment) -> str:
    """An end that is still to come is a last day like any other."""
    tone = _TONES.get(moment.step, "")
    return "due" if tone == "bad" and moment.on > TODAY else tone


def of_incident(sample: SamplePractice, incident: Incident) -> Values:
    """The days of an incident, with the last day of every clock that ran or may have run."""
    happened = [
        _moment(getattr(incident, field), words, "") for field, words in _DAYS if getattr(incident, field) is not None
    ]
    moments = [*happened, *_due(sample, incident), _moment(TODAY, "Today", "today")]
    return {
        "kicker": "The days of an incident",
        "title": f"Incident {incident.incident}",
        "about": phrases.printable(incident.what or ""),
        "moments": sorted(moments, key=lambda one: str(one["on"])),
        "undated": [] if incident.discovered_on else ["The day of discovery is not recorded, so no clock is counted."],
        "told": [_TARGET] if incident.discovered_on else [],
    }


def _due(sample: SamplePractice, incident: Incident) -> list[Values]:
    if incident.discovered_on is None:
        return []
    residents = dict(incident.residents) if incident.residents is not None else None
    found = dues(
        incident.discovered_on,
        people=incident.individuals,
        residents=residents,
        states={*sample.files.practice.states, *(residents or {})},
        delay=delayed_until(incident.delay_asked_on, incident.delay_until, written=incident.delay_written),
    )
    return [
        _moment(
            due.last_day,
            f"Last day to tell {due.clock.who}" + ("" if due.applies else " (it depends: ask your counsel)"),
            "due",
        )
        for due in found
        if due.applies is not False
    ]


def _moment(on: date, words: str, tone: str) -> Values:
    return {"on": on.isoformat(), "words": words, "tone": tone}
