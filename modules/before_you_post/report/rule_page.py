"""One rule on one page: why, what the law says, what is checked and what is not, examples, and what to do.

The same page is printed in a terminal, and stands in ``docs/rules.md``.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ..law.citation import url
from ..law.notes import looked_at
from ..law.rows import every_row
from ..law.state_packs import state_of
from ..records import SubjectKind
from ..rules import family, rationale
from ..rules.base import Reach, Rule, Subject
from ..rules.cases.clean import CLEAN, FORM, PANEL
from ..rules.cases.clean_office import MATTERS, OFFICE
from ..rules.facts import sentence
from . import phrases
from .cases import Broken, breaking, keeping

_WIDTH = 88  # characters
_WHOLE: dict[str, Any] = {"break_long_words": False, "break_on_hyphens": False}  # ids and links stay in one piece
_EXAMPLE = Subject(evidence=CLEAN, day=CLEAN.today, panel=PANEL, form=FORM)
_SUBJECTS = {
    SubjectKind.PHOTO: "the photo as a whole, for the day of posting and for today",
    SubjectKind.PANEL: "each picture in a photo, for the day of posting and for today",
    SubjectKind.POST: "each post, for the day of posting and for today",
    SubjectKind.FORM: "each form on file, whether or not a photo relies on it",
    SubjectKind.STAFF: "each person on the staff",
    SubjectKind.DEVICE: "each device",
    SubjectKind.VENDOR: "each vendor",
    SubjectKind.PRACTICE: "the practice itself",
    SubjectKind.INCIDENT: "each incident",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the page: a heading, what is said, and what is listed below it."""

    heading: str
    said: tuple[str, ...] = ()  # paragraphs
    listed: tuple[str, ...] = ()


def fields(rule: Rule) -> dict[str, str | list[str]]:
    """A rule as ``before-you-post rules --json`` lists it."""
    return {
        "id": rule.id,
        "family": family(rule.id),
        "subject": subject(rule),
        "title": rule.title,
        "citation": rule.citation,
        "evidence": rule.tag,
        "severity": rule.severity.value,
        "remedy": rule.remedy,
        "lesson": rule.lesson,
        "seed": list(rule.seed),
    }


def subject(rule: Rule) -> str:
    """What a rule is asked of: "panel", "photo", "post", ..."""
    return rule.subject.value


def page(rule: Rule) -> tuple[Section, ...]:
    """A rule explained, part by part; its reasons are the docstring of the file that holds it."""
    severity = phrases.SEVERITIES[rule.severity]
    broken = tuple(f"{_sentence(case.facts)} {_lead(case)}: {case.observed}" for case in breaking(rule))
    return (
        Section(heading="Why", said=tuple(" ".join(part.split()) for part in rationale(rule.id).split("\n\n"))),
        Section(heading="The law", said=_law(rule)),
        Section(heading="How serious", said=(f"{severity.label}: {severity.sentence}",)),
        *_checked(rule),
        Section(heading="Breaks it", listed=broken),
        Section(heading="Does not break it", listed=tuple(_sentence(case) for case in keeping(rule))),
        Section(heading="What to do", said=(rule.remedy,)),
        Section(heading="To learn", said=(f"Lesson: {rule.lesson.replace('-', ' ')}.",), listed=_claims(rule)),
    )


def text(rule: Rule) -> str:
    """The page as plain text of a terminal's width."""
    return "\n".join([rule.id, rule.title, *_lines(page(rule))])


def markdown(rule: Rule) -> str:
    """The page as Markdown, below a heading of the third level."""
    parts = [f"### {rule.id}", f"**{_plain(rule.title)}**"]
    for section in page(rule):
        head, *more = section.said or ("",)
        parts += [f"*{section.heading}.* {_plain(head)}".strip(), *(_plain(each) for each in more)]
        if section.listed:
            parts.append("\n".join(f"- {_plain(each)}" for each in section.listed))
    return "\n\n".join(parts) + "\n"


def _law(rule: Rule) -> tuple[str, ...]:
    where = url(rule.citation) or "No official page is known."
    state = state_of(rule.id)
    lives = "" if rule.reach is Reach.BOARD else " or the patient lives there"
    whose = f" Asked only where the practice is in {state}{lives}." if state else ""
    tag = phrases.TAGS.get(rule.tag, rule.tag)
    return (f"{rule.citation}: {tag}. Our notes were last looked at on {looked_at().on}.{whose}", where)


def _checked(rule: Rule) -> Iterator[Section]:
    """What the rule looks at, what it must know for that, and what of the law it does not look at."""
    asked = f"Asked of {_SUBJECTS[rule.subject]}."
    if rule.tag == "U":
        asked += " Not verified, so it never fails by itself: a person decides."
    said = (asked, "It says “not checked” where a fact is missing, for example:") if rule.needs else (asked,)
    yield Section(
        heading="What is checked", said=said, listed=tuple(sentence(need, _example(rule)) for need in rule.needs)
    )
    rest = tuple(_sentence(row.rest) for row in every_row() if rule.id in row.rules and row.rest)
    if rest:
        yield Section(heading="What no rule looks at yet", listed=tuple(dict.fromkeys(rest)))


def _example(rule: Rule) -> Subject:
    """What the rule is asked of in its clean case, to name something in the sentences about missing facts."""
    matter = MATTERS.get(rule.subject)
    return Subject(office=OFFICE, matter=matter, day=OFFICE.today) if matter else _EXAMPLE


def _lead(case: Broken) -> str:
    said = "Then it asks a person" if case.asks else "Then it says"
    return f"{said}, at “{case.marks}” of the form" if case.marks else said


def _claims(rule: Rule) -> tuple[str, ...]:
    """The claims of the article the rule comes from, and where the law says them more exactly."""
    rows = (row for row in every_row() if row.id in rule.seed)
    return tuple(f"{row.id} of the article: {row.about}. {row.correction or ''}".strip() for row in rows)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."


def _plain(words: str) -> str:
    """Words in which Markdown has nothing to read."""
    for sign in "\\*<[":
        words = words.replace(sign, f"\\{sign}")
    return words


def _lines(sections: Sequence[Section]) -> Iterator[str]:
    for section in sections:
        yield ""
        yield section.heading
        for said in section.said:
            yield from textwrap.wrap(said, _WIDTH, initial_indent="  ", subsequent_indent="  ", **_WHOLE)
        for each in section.listed:
            yield from textwrap.wrap(each, _WIDTH, initial_indent="  - ", subsequent_indent="    ", **_WHOLE)
