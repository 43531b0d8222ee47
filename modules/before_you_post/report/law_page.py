"""What the law notes rest on, in words: when they were looked at, what is due again, figures, state packs."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from ..law.clocks import every_clock
from ..law.figures import Amount, Figures, figures_in_force
from ..law.notes import looked_at
from ..law.rows import How, Row, every_row
from ..law.state_packs import StatePack, state_pack, state_packs, told
from ..law.watch_list import Watched, due, watch_list
from ..records import Audit
from . import phrases

_WIDTH = 88  # characters
_WHOLE: dict[str, Any] = {"break_long_words": False, "break_on_hyphens": False}  # ids and links stay in one piece
_HOW = {
    How.RULES: "checked by rules",
    How.TAUGHT: "taught only",
    How.DATED: "dated",
    How.LEFT_OUT: "left out",
}


def notice(on: date) -> str | None:
    """One sentence where a day to look again has passed; ``None`` where none has."""
    passed = due(on)
    if not passed:
        return None
    points = phrases.count(len(passed), "point")
    return (
        f"{points[:1].upper()}{points[1:]} of the law should have been looked at again, the first by "
        f"{passed[0].look_again_by}: “before-you-post law” names them. Until then, ask your counsel about these."
    )


def concerned(audit: Audit) -> tuple[str, ...]:
    """The states whose law may count for an audit: the practice's own, then those its patients live in."""
    shown = (panel.patient for photo in audit.photos for panel in photo.evidence.panels or ())
    signed = (judged.matter.patient for judged in audit.matters)
    theirs = {patient.state for patient in (*shown, *signed) if patient and patient.state}
    return (*audit.practice.states, *sorted(theirs - set(audit.practice.states)))


def reach(on: date, states: Sequence[str]) -> tuple[str, ...]:
    """Which law an audit of one day asked about, in sentences: each state's pack or that there is none, what is due.

    ``states`` are those the practice is in, and may hold its patients' (``concerned``); where there are none, that is
    said too.
    """
    packs = [told(state) for state in states] or ["The practice's state is not recorded: federal rules only."]
    due_again = notice(on)
    return (*packs, due_again) if due_again else tuple(packs)


def rests_on(on: date, states: Sequence[str]) -> str:
    """What an audit of one day rests on, in one paragraph: when the law was read, and its reach."""
    notes = looked_at()
    return " ".join([f"Law as read on {notes.on}: {notes.covers}.", *reach(on, states), notes.note])


def text(on: date) -> str:
    """Everything the notes rest on, as of one day, as plain text of a terminal's width."""
    notes = looked_at()
    lines = [
        f"Our notes on the law, as of {on}",
        *_wrapped(f"Last looked at on {notes.on}: {notes.covers}. {notes.note}"),
        *_watched(on),
        *_figures(on),
        *_clocks(),
        "",
        "State packs",
        *(f"  {pack.code}  {pack.name}: {_counted(pack.rows())}" for pack in state_packs()),
        "  Any other state has federal rules only. `before-you-post law --state XX` tells more.",
        "",
        "How the notes are accounted for",
        *_wrapped(f"{_counted(every_row())}."),
    ]
    return "\n".join(lines)


def state_text(code: str) -> str:
    """What the notes have on one state, row by row; for a state without a pack, one sentence that says so."""
    pack = state_pack(code)
    return told(code) if pack is None else "\n".join(_pack(pack))


def _pack(pack: StatePack) -> Iterator[str]:
    yield told(pack.code)
    for heading, words in (
        ("Another form than HIPAA's?", pack.form),
        ("Who consents to show a child's likeness?", pack.minor or "Not in our notes."),
    ):
        yield from ("", heading, *_wrapped(words))
    yield from ("", "What is asked, and how it is accounted for", *_wrapped(f"{_counted(pack.rows())}."))
    for row in pack.rows():
        yield from _listed(f"{row.id}: {row.about}. {_accounted(row)}")


def _accounted(row: Row) -> str:
    """How one row is accounted for, as sentences."""
    asks = row.how is How.RULES and "U" in (row.tag or "").split("/")
    unverified = " Not verified in full: a rule can only ask a person." if asks else ""
    rest = f" Not looked at: {row.rest}." if row.rest else ""
    match row.how:
        case How.RULES:
            said = f"Checked by {', '.join(row.rules)}."
        case How.TAUGHT:
            said = f"Taught only{f': {row.reason}' if row.reason else ''}."
        case How.DATED:
            said = "A dated figure: `before-you-post law` has it."
        case How.LEFT_OUT:
            said = f"Left out: {row.reason}."
    return f"{said}{rest}{unverified}"


def _watched(on: date) -> Iterator[str]:
    passed = due(on)
    yield from ("", "Due to be looked at again")
    if not passed:
        following = min(watched.look_again_by for watched in watch_list())
        yield f"  Nothing. The next is due by {following}."
    for watched in passed:
        yield from _point(watched)
    rest = [watched for watched in watch_list() if watched not in passed]
    if rest:
        yield from ("", "Watched")
    for watched in sorted(rest, key=lambda each: each.look_again_by):
        yield from _point(watched)


def _point(watched: Watched) -> list[str]:
    found = f"{watched.found} (Looked at on {watched.looked_at}; {_tag(watched.tag)}.)"
    return _listed(f"By {watched.look_again_by}: {watched.about}. {found}")


def _figures(on: date) -> Iterator[str]:
    figures = figures_in_force(on)
    yield from ("", f"Figures in force on {on}")
    if not figures:
        yield "  None that our notes know of for that day."
    for each in figures:
        yield from _listed(f"{each.title} ({each.citation}), {_since(each)}; {_tag(each.tag)}. {each.note}".strip())
        for amount in each.amounts:
            yield from _listed(f"{_amount(amount)}.", deep="  ")


def _clocks() -> Iterator[str]:
    yield from ("", "How long the law gives after a breach")
    for each in every_clock():
        days = phrases.count(each.days, "business day" if each.business else "day")
        least = f", where at least {each.at_least} are concerned" if each.at_least else ""
        more = f", where more than {each.more_than} of one state are concerned" if each.more_than else ""
        yield from _listed(f"{each.who}: {days} from {each.since}{least}{more} ({each.citation}; {_tag(each.tag)}).")


def _since(figures: Figures) -> str:
    since = f"since {figures.since}" if figures.since else "first day not in our notes"
    return f"{since}, until {figures.until}" if figures.until else since


def _amount(amount: Amount) -> str:
    match amount.least, amount.most:
        case least, most if least == most:
            range_ = f"${least:,}"
        case None, most:
            range_ = f"up to ${most:,}"
        case least, None:
            range_ = f"at least ${least:,}"
        case least, most:
            range_ = f"${least:,} to ${most:,}"
    cap = f"; at most ${amount.year_cap:,} a year" if amount.year_cap else ""
    less = f" (by discretion about ${amount.year_cap_by_discretion:,})" if amount.year_cap_by_discretion else ""
    return f"{amount.what}: {range_}{cap}{less}"


def _tag(tag: str) -> str:
    said = [phrases.TAGS[part] for part in tag.split("/")]
    return said[0] if len(said) == 1 else f"in part {', in part '.join(said)}"


def _counted(rows: tuple[Row, ...]) -> str:
    counted = Counter(row.how for row in rows)
    return f"{phrases.count(len(rows), 'row')}: " + ", ".join(
        f"{counted[how]} {words}" for how, words in _HOW.items() if counted[how]
    )


def _wrapped(words: str) -> list[str]:
    return textwrap.wrap(words, _WIDTH, initial_indent="  ", subsequent_indent="  ", **_WHOLE)


def _listed(words: str, deep: str = "") -> list[str]:
    start, after = f"{deep}  - ", f"{deep}    "
    return textwrap.wrap(words, _WIDTH, initial_indent=start, subsequent_indent=after, **_WHOLE)
