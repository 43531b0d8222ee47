"""Whatever stands in the practice's tables: no rule breaks on it, no row order matters, and being late never helps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import date, timedelta
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from before_you_post.audit import judge_matter
from before_you_post.records import (
    Authorization,
    Device,
    Incident,
    JudgedMatter,
    Matter,
    Office,
    Outcome,
    Papers,
    Patient,
    SubjectKind,
    Verdict,
)
from before_you_post.rules.cases.clean_incident import INCIDENT
from before_you_post.rules.cases.clean_office import MATTERS, OFFICE, TODAY
from before_you_post.rules.conditions.breach import FACTORS, counts_as_breach, unreadable

DAYS = (
    *(date(2023, 5, 1), date(2026, 2, 2), date(2026, 6, 1), date(2026, 7, 31), date(2026, 8, 1), date(2026, 11, 21)),
    *(TODAY, date(2027, 3, 1), date.min, date.max),
)
WORDS = ("none", "practice", "P-01", "S-01", "website", "website/nose-results", "A-101", "photos and social media", "1")
LEAVES: Mapping[type, st.SearchStrategy[Any]] = {
    date: st.sampled_from(DAYS),
    str: st.sampled_from(WORDS) | st.text("ab ;.", max_size=4).map(str.strip).filter(bool),  # no cell is blank
    bool: st.booleans(),
    int: st.integers(0, 1200),
    float: st.floats(0, 100),
}
STATES = ("OH", "CA", "TX", "FL", "NY", "IL", "WA", "CO")
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@cache
def anything(kind: Any) -> st.SearchStrategy[Any]:
    """Any value that a field of this type can hold; of a record, one with a few of its fields filled in."""
    if kind in LEAVES:
        return LEAVES[kind]
    if get_origin(kind) in (Union, UnionType):
        return st.one_of(*(st.none() if each is NoneType else anything(each) for each in get_args(kind)))
    if get_origin(kind) is tuple:
        inside = get_args(kind)
        if inside[-1] is not Ellipsis:
            return st.tuples(*map(anything, inside))
        return st.lists(anything(inside[0]), max_size=2, unique_by=repr).map(tuple)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return st.sampled_from(kind)
    return a_record(kind)


@st.composite
def a_record(draw: st.DrawFn, kind: Any) -> Any:
    """A record with all that it must have, and up to five things more."""
    hints = get_type_hints(kind)
    must = [field.name for field in fields(kind) if field.default is MISSING and field.default_factory is MISSING]
    may = sorted({field.name for field in fields(kind)} - set(must))
    also = draw(st.lists(st.sampled_from(may), max_size=5, unique=True)) if may else []
    return kind(**{name: draw(anything(hints[name])) for name in (*must, *also)})


TABLES = tuple(field.name for field in fields(Papers))
KEYS = {"staff": "person", "vendors": "vendor", "incidents": "incident", "form_versions": "form_version"}


def rows(kind: Any, key: str | None = None) -> st.SearchStrategy[tuple[Any, ...]]:
    """One to three rows; where rows have a key, with different ones, as the reader of a table hands them on."""
    one = (lambda row: getattr(row, key)) if key else repr
    return st.lists(anything(kind), min_size=1, max_size=3, unique_by=one).map(tuple)


@st.composite
def an_office(draw: st.DrawFn) -> Office:
    """A practice whose papers are in order, but for up to three tables with anything in them."""
    hints = get_type_hints(Papers)
    names = draw(st.lists(st.sampled_from(TABLES), min_size=1, max_size=3, unique=True))
    row_of = {name: get_args(get_args(hints[name])[0])[0] for name in names}
    papers = {name: draw(rows(row_of[name], KEYS.get(name))) for name in names}
    return replace(
        OFFICE,
        practice=replace(
            OFFICE.practice,
            states=tuple(draw(st.lists(st.sampled_from(STATES), max_size=2, unique=True))),
            hipaa_covered=draw(st.none() | st.booleans()),
        ),
        papers=replace(OFFICE.papers, **papers),
        patients=draw(st.just(OFFICE.patients) | rows(Patient, "code")),
        authorizations=draw(st.just(OFFICE.authorizations) | rows(Authorization, "id")),
        devices=draw(st.just(OFFICE.devices) | rows(Device, "id")),
    )


def matters(office: Office) -> list[Matter]:
    """Everything in an office that rules are asked about, but posts."""
    patients = {patient.code: patient for patient in office.patients}
    papers = office.papers
    return [
        MATTERS[SubjectKind.PRACTICE],
        *(
            Matter(kind=SubjectKind.FORM, id=form.id, form=form, patient=patients.get(form.patient))
            for form in office.authorizations
        ),
        *(Matter(kind=SubjectKind.STAFF, id=one.person, member=one) for one in papers.staff or ()),
        *(Matter(kind=SubjectKind.DEVICE, id=one.id, device=one) for one in office.devices or ()),
        *(Matter(kind=SubjectKind.VENDOR, id=one.vendor, vendor=one) for one in papers.vendors or ()),
        *(Matter(kind=SubjectKind.INCIDENT, id=one.incident, incident=one) for one in papers.incidents or ()),
    ]


def judged(office: Office) -> dict[tuple[str, str], JudgedMatter]:
    return {(matter.kind.value, matter.id): judge_matter(matter, office) for matter in matters(office)}


def shuffled(data: st.DataObject, record: Any) -> Any:
    """The record with every list in it in another order."""
    changes = {}
    for field in fields(record):
        rows = getattr(record, field.name)
        if isinstance(rows, tuple) and len(rows) > 1 and is_dataclass(rows[0]):
            changes[field.name] = tuple(data.draw(st.permutations(rows)))
    return replace(record, **changes)


@settings(unhurried, max_examples=50)
@given(an_office(), st.data())
def test_the_order_of_rows_changes_no_outcome(office: Office, data: st.DataObject) -> None:
    other = shuffled(data, replace(office, papers=shuffled(data, office.papers)))
    one, two = judged(office), judged(other)
    assert one.keys() == two.keys()
    for about, found in one.items():
        assert found.verdict is two[about].verdict
        assert [(each.rule, each.outcome) for each in found.findings] == [
            (each.rule, each.outcome) for each in two[about].findings
        ]
        assert (found.passed, found.not_applicable) == (two[about].passed, two[about].not_applicable)


@settings(unhurried, max_examples=50)
@given(an_office())
def test_whatever_is_on_file_every_finding_is_told_in_words(office: Office) -> None:
    for found in judged(office).values():
        for finding in found.findings:
            assert finding.observed.strip()
            assert "{" not in finding.observed
            assert finding.about


# ---------------------------------------------------------------- incidents

LATER = st.integers(1, 400).map(timedelta)
NOTICES = {
    "individuals_told_on": ("breach-individual-60d",),
    "media_told_on": ("breach-media-500",),
    "hhs_told_on": ("breach-hhs-500", "breach-hhs-under500"),
}  # what is told on a day, and the rules that ask for it
CAREFUL = st.sampled_from([TODAY - timedelta(days) for days in (0, 30, 59, 60, 61, 200, 500, 700)])


@st.composite
def an_incident(draw: st.DrawFn) -> Incident:
    """The clean incident with up to eight things changed."""
    hints = get_type_hints(Incident)
    names = draw(st.lists(st.sampled_from([field.name for field in fields(Incident)][1:]), max_size=8, unique=True))
    return replace(INCIDENT, **{name: draw(anything(hints[name])) for name in names})


def of(incident: Incident) -> JudgedMatter:
    return judge_matter(replace(MATTERS[SubjectKind.INCIDENT], incident=incident), OFFICE)


def told(found: JudgedMatter) -> dict[str, Outcome]:
    return {finding.rule: finding.outcome for finding in found.findings}


@unhurried
@given(an_incident(), st.sampled_from(sorted(NOTICES)), CAREFUL, LATER)
def test_telling_somebody_later_never_helps(incident: Incident, notice: str, day: date, later: timedelta) -> None:
    early, late = (told(of(replace(incident, **{notice: when}))) for when in (day, day + later))
    for rule in NOTICES[notice]:
        assert early.get(rule) is not Outcome.FAIL or late.get(rule) is Outcome.FAIL


@unhurried
@given(an_incident())
def test_no_incident_is_closed_without_the_four_factors_and_a_signature(incident: Incident) -> None:
    found = of(replace(incident, discovered_on=date(2026, 11, 1)))
    if found.verdict is not Verdict.CLEAR:
        return
    whole = all(getattr(incident, factor) for factor in FACTORS) and incident.concluded_by and incident.concluded_on
    quiet = not counts_as_breach(incident)
    assert whole or not quiet or incident.conclusion is None
    assert not (incident.public and incident.exception)


@unhurried
@given(an_incident())
def test_what_the_public_saw_is_never_excused_by_encryption_or_exception(incident: Incident) -> None:
    public = replace(incident, public=True, conclusion=None)
    assert not unreadable(public)
    assert counts_as_breach(public)
