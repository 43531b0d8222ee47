"""The worksheet of an incident: what the audit knows filled in, empty lines for the rest, and no conclusion drawn.

It begins with what must be kept, because the first thing people do is to delete. Then what was out, what the audit
found, the days and the clocks, the four factors of 45 CFR 164.402(2), the entry for the list of disclosures, and the
row for the practice's own table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ..law.clocks import Due, delayed_until, dues
from ..law.notes import looked_at
from ..law.state_packs import told as told_of_state
from ..records import Audit, Conclusion, Decision, DecisionKind, Incident, JudgedPhoto, SubjectKind
from . import phrases
from .incident_factors import factors
from .incident_photo import disclosed, found, shown
from .incident_record import about, row
from .sheet import Block, Facts, Grid, Part, Points, Question, Sheet, Verbatim
from .timeline import Step, timeline

KEEP = (
    "A screenshot of each post as the public sees it, with its address, the day and the hour, counts of views and "
    "comments; of every place it was shared to, too.",
    "The published files themselves, and the export or archive they came in (before-you-post collect keeps a website).",
    "Who posted it, with which account, from which program, and who approved it.",
    "The original, every form of the patients, signed or not, and this worksheet.",
    "Then take it down everywhere you control, and write down the hour. Ask networks, search engines and archives to "
    "drop their copies.",
)
_DAYS = (
    ("happened_on", "It happened"),
    ("discovered_on", "Discovered"),
    ("reported_on", "The privacy officer was told"),
    ("taken_down_on", "Taken down"),
    ("vendor_discovered_on", "The vendor knew"),
    ("vendor_told_on", "The vendor told the practice"),
    ("delay_asked_on", "The police asked to wait"),
    ("concluded_on", "Concluded"),
    ("individuals_told_on", "The patients were told"),
    ("media_told_on", "The press was told"),
    ("hhs_told_on", "HHS was told"),
    ("state_told_on", "The state was told"),
    ("accounting_on", "Entered in the list of disclosures"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """Somebody confirmed a finding about a photo: who, when and why."""

    photo: str  # Published.id
    by: str
    on: date
    reason: str


def confirmed(decisions: Iterable[Decision]) -> tuple[Confirmed, ...]:
    """What people confirmed about photos, as a worksheet shows it."""
    return tuple(
        Confirmed(photo=one.about, by=one.by, on=one.at.astimezone().date(), reason=one.reason)
        for one in decisions
        if one.kind is DecisionKind.CONFIRM and one.subject in (SubjectKind.PHOTO, SubjectKind.PANEL)
    )


def worksheet(audit: Audit, incident: Incident, confirmed: Sequence[Confirmed] = ()) -> Sheet:
    """The worksheet of one incident, as of the day of the audit."""
    photos = about(audit, incident)
    practice = phrases.printable(audit.practice.name)
    return Sheet(
        title=f"Incident {incident.incident}",
        about=f"{practice}. Worksheet as of {audit.as_of}, for the privacy officer. It holds what the audit knows; "
        "empty lines are for what it cannot know. What it all comes to, you conclude.",
        parts=(
            Part(heading="1. Keep first, then delete", blocks=(Points(items=KEEP, boxes=True),)),
            Part(heading="2. What was out", blocks=_what(incident, photos, confirmed)),
            Part(heading="3. The days", blocks=(_timeline(audit, incident, photos),)),
            Part(heading="4. The clocks", blocks=tuple(_clocks(audit, incident))),
            *factors(incident, photos),
            Part(heading="9. Conclusion", blocks=_conclusion(incident)),
            Part(heading="10. Entry for the list of disclosures", blocks=tuple(_accounting(incident, photos))),
            Part(heading="11. Row for the table of incidents", blocks=_row(incident)),
        ),
        foot=f"Written by Before You Post. Law as read on {looked_at().on}. {looked_at().note}",
    )


def _what(incident: Incident, photos: Sequence[JudgedPhoto], confirmed: Sequence[Confirmed]) -> tuple[Block, ...]:
    blocks: list[Block] = [incident.what or "What happened is not recorded."]
    if incident.published and not photos:
        blocks.append(f"The audit does not know {', '.join(incident.published)} any more.")
    for photo in photos:
        blocks += [Facts(rows=shown(photo)), Points(items=found(photo))]
        mine = [one for one in confirmed if one.photo == photo.evidence.published.id]
        blocks += [f"Confirmed by {one.by} on {one.on}: {one.reason}" for one in mine]
    if not photos:
        blocks.append(Question(asked="What was it, where was it, and whom did it show?", lines=4))
    return tuple(blocks)


def _timeline(audit: Audit, incident: Incident, photos: Sequence[JudgedPhoto]) -> Grid:
    days = {(getattr(incident, field), words) for field, words in _DAYS if getattr(incident, field)}
    several = len(photos) > 1
    for photo in photos:
        which = f" ({photo.evidence.published.id})" if several else ""
        for moment in timeline(photo.evidence).moments:
            form = f" ({moment.form})" if moment.form else ""
            if moment.step is not Step.TODAY:
                days.add((moment.on, f"{moment.words}{form}{which}"))
    days.add((audit.as_of, "This worksheet"))
    return Grid(head=("Day", "What"), rows=tuple((str(day), words) for day, words in sorted(days)))


def _clocks(audit: Audit, incident: Incident) -> Iterator[Block]:
    if audit.practice.hipaa_covered is False:
        yield "The practice has noted that HIPAA does not reach it. HIPAA's clocks are shown as its own policy."
    if incident.discovered_on is None:
        yield "No clock can be counted: the day of discovery is not recorded."
        yield Question(asked="Who knew first, and on which day? Ask the vendor, too.", lines=1)
        return
    yield (
        f"Counted from {incident.discovered_on}, when it is said to have been discovered. The law counts from the "
        "first day on which anybody who works here knew or could have known. The days below are the last ones; the law "
        "wants notice without unreasonable delay."
    )
    states = {*audit.practice.states, *(state for state, _ in incident.residents or ())}
    delay = delayed_until(incident.delay_asked_on, incident.delay_until, written=incident.delay_written)
    people = incident.individuals
    residents = dict(incident.residents) if incident.residents is not None else None
    counted = dues(incident.discovered_on, people=people, residents=residents, states=states, delay=delay)
    lines = tuple(_due(due, audit.as_of) for due in counted if due.applies is not False)
    yield Grid(head=("Last day", "Who is told", "How", "The law"), rows=lines)
    yield (
        "Notice is owed unless the four factors show a low probability of compromise, or one of three exceptions "
        "holds. A public post meets none of the three."
    )
    yield Points(items=tuple(told_of_state(state) for state in sorted(states)))


def _due(due: Due, today: date) -> tuple[str, ...]:
    left = (due.last_day - today).days
    when = f"{phrases.count(left, 'day')} left" if left >= 0 else f"{phrases.count(-left, 'day')} over"
    who = due.clock.who if due.applies else f"{due.clock.who} (depends on numbers or on what you are: ask counsel)"
    return f"{due.last_day} ({when})", who, due.clock.how, f"{due.clock.citation}; {phrases.TAGS[due.clock.tag]}"


def _conclusion(incident: Incident) -> tuple[Block, ...]:
    rows = (
        ("Concluded", incident.conclusion.value if incident.conclusion else "not yet"),
        ("By", phrases.recorded(incident.concluded_by)),
        ("On", phrases.recorded(incident.concluded_on)),
    )
    return (
        "The privacy officer concludes, and signs. Until then it counts as a breach (45 CFR 164.402(2)).",
        Facts(rows=rows),
        Points(items=tuple(f"{each.value[:1].upper()}{each.value[1:]}" for each in Conclusion), boxes=True),
        Question(asked="Why, in two sentences; name, signature, day", lines=4),
    )


def _accounting(incident: Incident, photos: Sequence[JudgedPhoto]) -> Iterator[Block]:
    yield (
        "One entry for each patient (45 CFR 164.528(b)(2)): the day, who got it, what it was, and why. It is owed "
        "whether or not it was a breach."
    )
    for patient, words in disclosed(incident, photos):
        yield Verbatim(text=f"Patient {patient}\n{words}")
    if not photos:
        yield Question(asked="Patient; day; who got it; what it was; why", lines=3)


def _row(incident: Incident) -> tuple[Block, ...]:
    return (
        "To copy into incidents.csv; docs/practice-folder.md explains every column. Empty cells are for what "
        "comes next.",
        Verbatim(text=row(incident)),
    )
