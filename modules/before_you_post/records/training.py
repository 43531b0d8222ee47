"""What is taught and asked, and what people did with it: lessons, questions, attempts, certificates."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any


class Audience(StrEnum):
    """Whom a lesson is for."""

    EVERYONE = "everyone"
    MARKETING = "marketing"  # whoever posts, on any channel
    CLINICAL = "clinical"  # whoever takes photos or treats
    MANAGERS = "managers"
    VENDORS = "vendors"  # people of other firms who see patient photos


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One teaching unit, as ``notebooks/course.toml`` has it; its pages are ``notebooks/lessons/<slug>.ipynb``."""

    slug: str
    title: str
    summary: str  # one sentence for its card
    minutes: int
    audience: tuple[Audience, ...]
    claims: tuple[str, ...]  # of the article, "S22": what the text of the lesson tells
    needs: tuple[str, ...] = ()  # slugs of lessons to take first
    exam: bool = False  # asks across all lessons and has no questions of its own
    draws: int = 6  # questions of one attempt
    version: int = 1  # raised by its maintainer when what it teaches changes: certificates of before lapse


class QuestionKind(StrEnum):
    """How a question is answered."""

    SINGLE = "single"  # one of several
    SEVERAL = "several"  # every one that is right
    TRUE_FALSE = "true_false"
    DECISION = "decision"  # a photo and its papers: post it or not, and why; one of several
    ORDER = "order"  # put in order
    MATCH = "match"  # each to its partner
    SORT = "sort"  # each onto its pile
    NUMBER = "number"
    DATE = "date"
    HOTSPOT = "hotspot"  # every place in a picture
    DEFECTS = "defects"  # every line of a form that is wrong


class QuestionUse(StrEnum):
    """Where a question is asked."""

    BEFORE = "before"  # once, before the lesson is read; never counted
    PRACTICE = "practice"  # inside the lesson
    QUIZ = "quiz"  # drawn for an attempt, and counted


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRef:
    """A sample case a question is about. Exactly one of photo, original, form and matter is named."""

    practice: str  # folder in sample_data
    photo: str | None = None  # Published.id
    original: str | None = None  # Original.id
    form: str | None = None  # Authorization.id
    matter: str | None = None  # "device/D-10": the kind of its subject, a slash, its id
    show: tuple[str, ...] = ("picture",)  # of: picture, caption, form, metadata, patient


@dataclass(frozen=True, slots=True, kw_only=True)
class Computed:
    """How the program itself finds the answer, so that a test can compare. ``training/computed.py`` has the ways."""

    ask: str  # verdict, outcome, rules, parts, last_day, days, amount, age
    values: dict[str, Any]  # what the way needs: rule, clock, discovered, figure, ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer a learner may choose, and why it is right or wrong."""

    id: str  # a word; stays the same when the order changes, so that answers of years can be counted
    text: str
    right: bool  # of ORDER, MATCH and SORT: always True
    why: str
    value: str | None = None  # what the option stands for: a verdict, an outcome, a number, an ISO date, a rule id
    partner: str | None = None  # of MATCH: the text it belongs to
    pile: str | None = None  # of SORT
    region: tuple[float, float, float, float] | None = (
        None  # of HOTSPOT: left, top, width, height as shares of the picture
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of the bank, as ``quizzes/<lesson>.yaml`` has it."""

    id: str
    lesson: str  # slug
    version: int  # raised whenever its meaning changes: answers to another version are counted apart
    kind: QuestionKind
    use: QuestionUse
    stem: str
    options: tuple[Option, ...]  # of ORDER: in the right order. Of NUMBER and DATE: values people enter, right or wrong
    rules: tuple[str, ...]  # rule ids, law row ids or trap ids that it asks about
    claims: tuple[str, ...]  # of the article: "S22"
    difficulty: int  # 1 easy, 2 medium, 3 hard
    critical: bool = False  # must be right to pass
    piles: tuple[str, ...] = ()  # of SORT, in the order they are shown
    unit: str = ""  # of NUMBER: "days"
    otherwise: str = ""  # of NUMBER and DATE: why any other value is wrong
    hint: str = ""
    case: CaseRef | None = None
    computed: Computed | None = None


Answer = list[str] | dict[str, str] | str
"""What a learner gave: option ids (chosen, or in order), option id -> partner or pile, or the number or date typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is said about one option after an answer."""

    option: str  # Option.id; "" = a number or date nobody foresaw
    chosen: bool
    right: bool  # the option was dealt with rightly: chosen if it should be, put in its place, else left alone
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A graded answer. A question is right as a whole or not at all; ``told`` explains every part."""

    right: bool
    told: tuple[Told, ...]


class Purpose(StrEnum):
    """Why questions are asked."""

    LESSON = "lesson"  # the quiz of one lesson
    REVIEW = "review"  # missed items that came back
    EXAM = "exam"  # across all lessons


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question as it stood in an attempt, with the answer once it was given."""

    question: str
    version: int
    answer: Answer | None = None
    right: bool | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One try at a quiz: the questions drawn and what became of them."""

    id: str
    person: str  # StaffMember.person
    lesson: str  # slug
    purpose: Purpose
    content: str  # digest of the lesson's material content at the time
    began_at: datetime
    asked: tuple[Asked, ...]
    ended_at: datetime | None = None  # None = not finished
    passed: bool | None = None

    @property
    def right(self) -> int:
        """How many answers are right so far."""
        return sum(one.right is True for one in self.asked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """That somebody passed a lesson, with everything needed to check it later."""

    id: str  # checkable: begins with a digest of the rest
    person: str
    name: str  # the person's, at the time
    lesson: str
    title: str  # the lesson's, at the time
    issued_at: datetime
    content: str  # digest of the material content passed
    right: int
    asked: int
    practice: str  # its name
    ledger: str  # hash of the ledger's entry before this one: history before it cannot be rewritten unseen


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A certificate as of a day: whether it still holds, and if not, why."""

    certificate: Certificate
    holds: bool
    reason: str = ""  # "The lesson changed on ...": shown to the learner


class Trigger(StrEnum):
    """Why a lesson is due."""

    HIRED = "hired"
    ROLE = "role"
    STATE = "state law"  # Texas: within 90 days of hire
    CHANGED = "content changed"
    ANNUAL = "annual refresher"
    FINDING = "finding"  # the person posted a photo that breaks a rule of the lesson
    ASSIGNED = "assigned"  # by a manager


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """A lesson somebody has to take, by when, and why."""

    person: str
    lesson: str
    due: date
    trigger: Trigger
    why: str  # a sentence
    rule: str | None = None  # of a finding
    about: str | None = None  # of a finding: what it is about
    done_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingSettings:
    """What the practice decides about its training, in practice.yaml under ``training``."""

    pass_mark: float = 0.8  # share of right answers; HIPAA sets none
    critical_must_be_right: bool = True
    questions: int | None = None  # of one attempt; None = as the course says
    new_hire_days: int = 30  # lessons are due so many days after the first day of work
    change_days: int = 30  # ... after a change of a lesson's content, or a finding
    refresher_months: int = 12
    managers: tuple[str, ...] = ()  # StaffMember.person; () = the privacy official
    audiences: dict[str, tuple[Audience, ...]] = field(default_factory=dict)  # role as in staff.csv -> audiences
