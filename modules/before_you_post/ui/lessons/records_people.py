"""The list of people on the manager's page: filtered, sorted and paged here, so that two hundred are no slower."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from ...report.days import in_words as day
from ...training.cards import LessonCard
from ...training.records_view import Overview, PersonStanding

Values = dict[str, Any]
SIZE = 25  # rows of one page of any list
_LONGEST = 120  # characters of a search
_NEVER = datetime.min.replace(tzinfo=UTC)
STATES: Mapping[str, tuple[str, Callable[[PersonStanding], bool]]] = {
    "overdue": ("Something overdue", lambda one: bool(one.overdue)),
    "current": ("Up to date", lambda one: not one.gone and not one.overdue),
    "lapsed": ("A certificate lapsed", lambda one: not one.gone and bool(one.lapsed)),
    "none": ("Never answered a question", lambda one: not one.gone and one.last_at is None),
    "gone": ("Left", lambda one: one.gone),
}
_SORTS: Mapping[str, Callable[[PersonStanding], Any]] = {
    "name": lambda one: one.learner.name.casefold(),
    "role": lambda one: one.learner.role.casefold(),
    "passed": lambda one: one.passed / max(1, len(one.mine)),
    "overdue": lambda one: -len(one.overdue),
    "last": lambda one: one.last_at or _NEVER,
}
LESSON_STATES = {"new": "Not started", "begun": "Begun", "passed": "Passed", "lapsed": "Lapsed: take it again"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleQuery:
    """What the list is asked for. "" = all of them."""

    search: str = ""
    role: str = ""
    lesson: str = ""  # slug
    state: str = ""  # of STATES
    sort: str = "name"
    descending: bool = False
    page: int = 1


def read_people_query(asked: object) -> PeopleQuery:
    """What a browser asked for; whatever makes no sense is left out."""
    said: Mapping[str, Any] = asked if isinstance(asked, Mapping) else {}
    words = {name: said[name][:_LONGEST] for name in ("search", "role", "lesson") if isinstance(said.get(name), str)}
    state, sort = str(said.get("state")), str(said.get("sort"))
    return PeopleQuery(
        **words,
        state=state if state in STATES else "",
        sort=sort if sort in _SORTS else "name",
        descending=said.get("descending") is True,
        page=read_page(said.get("page")),
    )


def read_page(asked: object) -> int:
    """The number of a page as a browser asks for it, 1 where it makes no sense."""
    return asked if isinstance(asked, int) and not isinstance(asked, bool) and asked > 0 else 1


def paged(rows: Sequence[Any], page: int, values: Callable[[Any], Values]) -> Values:
    """One page of a list; a page past the end is the last one."""
    pages = max(1, -(-len(rows) // SIZE))
    page = min(page, pages)
    shown = rows[(page - 1) * SIZE : page * SIZE]
    return {"rows": [values(one) for one in shown], "total": len(rows), "page": page, "pages": pages, "size": SIZE}


def people_rows(seen: Overview, query: PeopleQuery) -> Values:
    """One page of people. Those who left stand last, however the list is sorted."""
    found = [one for one in seen.people if _fits(one, query)]
    found.sort(key=_SORTS[query.sort], reverse=query.descending)
    found.sort(key=lambda one: one.gone)
    title = seen.titles.get(query.lesson, "")
    return paged(found, query.page, lambda one: _row(one, seen, query.lesson)) | {"lesson": title}


def late_rows(seen: Overview, page: int) -> Values:
    """One page of everybody with something overdue: first who has waited longest, then who has most."""
    late = [one for one in seen.people if one.overdue]
    late.sort(key=lambda one: (_since(one), -len(one.overdue), one.learner.name.casefold()))
    return paged(late, page, lambda one: _late(one, seen.at.date()))


def choices(seen: Overview) -> Values:
    """What the list can be filtered by."""
    roles = sorted({one.learner.role for one in seen.people if one.learner.role}, key=str.casefold)
    return {
        "role": [{"value": role, "label": role} for role in roles],
        "lesson": [{"value": slug, "label": title} for slug, title in seen.titles.items()],
        "state": [{"value": code, "label": label} for code, (label, _) in STATES.items()],
    }


def state_words(card: LessonCard, *, gone: bool = False) -> str:
    """Where somebody stands with a lesson: "Passed on March 2, 2026", "Not started; was due May 1, 2026"."""
    state = "Lapsed" if gone and card.state == "lapsed" else LESSON_STATES[card.state]
    if card.state == "passed" and card.certificate is not None:
        state = f"Passed on {day(card.certificate.issued_at.date())}"
    if card.due is None:
        return state
    again = "to take again, " if card.state == "passed" else ""
    return f"{state}; {again}{'was due' if card.overdue else 'due'} {day(card.due)}"


def _fits(one: PersonStanding, query: PeopleQuery) -> bool:
    words = " ".join((one.learner.name, one.learner.person, one.learner.role)).casefold()
    return (
        query.search.strip().casefold() in words
        and query.role in ("", one.learner.role)
        and (not query.lesson or _has_lesson(one, query))
        and (not query.state or STATES[query.state][1](one))
    )


def _has_lesson(one: PersonStanding, query: PeopleQuery) -> bool:
    """Whether a lesson is for somebody, or was begun by them; with a state, whether it is the one in that state."""
    card = _card(one, query.lesson)
    if card is None:
        return False
    if query.state == "overdue":
        return card.overdue
    if query.state == "lapsed":
        return card.state == "lapsed"
    return card.for_me or card.state != "new" or card.due is not None


def _card(one: PersonStanding, slug: str) -> LessonCard | None:
    return next((card for card in one.cards if card.lesson.slug == slug), None)


def _row(one: PersonStanding, seen: Overview, slug: str) -> Values:
    mine, card, after = one.mine, _card(one, slug), one.next_due
    late = sum(card.overdue for card in mine)
    return {
        "person": one.learner.person,
        "name": one.learner.name,
        "role": one.learner.role,
        "left": f"Left on {day(one.learner.left_on)}" if one.gone and one.learner.left_on else "",
        "passed": one.passed,
        "of": len(mine),
        "late_of_mine": late,
        "overdue": len(one.overdue),
        "lapsed": len(one.lapsed),
        "next": "" if after is None or after.due is None else f"{after.lesson.title}, {_by(after.due, seen.at.date())}",
        "last": day(one.last_at.astimezone(seen.at.tzinfo).date()) if one.last_at else "",
        "lesson": "" if card is None else state_words(card, gone=one.gone),
    }


def _by(due: date, today: date) -> str:
    return f"since {day(due)}" if due < today else f"by {day(due)}"


def _since(one: PersonStanding) -> date:
    return min(card.due or date.max for card in one.overdue)


def _late(one: PersonStanding, today: date) -> Values:
    """One person with what is overdue; a reason that several lessons share is said once."""
    since = _since(one)
    cards = sorted(one.overdue, key=lambda card: card.due or date.max)
    return {
        "person": one.learner.person,
        "name": one.learner.name,
        "role": one.learner.role,
        "since": day(since),
        "days": (today - since).days,
        "lessons": [
            {"slug": card.lesson.slug, "title": card.lesson.title, "due": day(card.due or today)} for card in cards
        ],
        "why": list(dict.fromkeys(card.why for card in cards if card.why)),
    }
