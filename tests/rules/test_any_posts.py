"""Whatever is noted of a post and whatever its words are: rules neither crash nor contradict themselves."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from before_you_post.audit import BAD, judge_matter
from before_you_post.records import (
    Advertisement,
    Identifier,
    IdentifierKind,
    JudgedMatter,
    Matter,
    Office,
    Outcome,
    Shown,
    SubjectKind,
    Typical,
)
from before_you_post.rules.cases.clean import CLEAN, PATIENT
from before_you_post.rules.cases.clean_office import OFFICE
from before_you_post.rules.cases.clean_post import ADVERTISEMENT, POST

SENTENCES = (
    "A new nose, guaranteed.",
    "The best injector in town.",
    "“I love my new nose, and my husband does.”",
    "Model, not an actual patient.",
    "One of our real patients.",
    "AI-generated image.",
    "Sponsored by Larkfield.",
    "Our own nurse Jo.",
    "Results differ.",
    "Thank you for coming in, @ottoline.f!",
    "Repost!",
    "Leave a five-star review and get 20% off.",
    "Our lawyers will write to you.",
    "Free consultation in May.",
    "Your procedure went well.",
    "Please call our office.",
    "Win a free peel!",
)
WORDS = st.lists(st.sampled_from(SENTENCES) | st.text(max_size=20), max_size=4).map(" ".join)
YES_NO = st.sampled_from((True, False, None))
CELL = st.sampled_from(("none", "something", "a good review", "P-01", None))
DAY = st.none() | st.dates(date(2024, 1, 1), date(2028, 1, 1))
NAME = Identifier(kind=IdentifierKind.NAME, patient="P-01", where="text", words="Ottoline Featherstone", whole=True)
STATES = st.lists(st.sampled_from(("CA", "TX", "FL", "NY", "IL", "WA", "OH")), max_size=3, unique=True).map(tuple)
unhurried = settings(deadline=None)


def cell(name: str) -> st.SearchStrategy[Any]:
    if name in ("shown", "typical"):
        return st.none() | st.sampled_from(Shown if name == "shown" else Typical)
    if name.endswith(("_on", "_until")):
        return DAY
    flags = ("performed_here", "labelled", "testimonial", "discloses", "credentials", "promoted")
    return YES_NO if name in flags else CELL


NOTES = st.fixed_dictionaries(
    {field.name: cell(field.name) for field in fields(Advertisement) if field.name != "post"}
).map(lambda cells: replace(ADVERTISEMENT, **cells))


@st.composite
def a_post(draw: st.DrawFn) -> Matter:
    reply = draw(st.booleans())
    changes: dict[str, Any] = {"text": draw(st.none() | WORDS), "published_on": draw(DAY)}
    if reply:
        changes |= {"source": "google_business", "id": "google/location-1/reviews/r1"}
    photos = draw(st.integers(0, 2))
    return replace(
        POST,
        post=replace(CLEAN.post, **changes),
        photos=photos,
        advertisement=draw(st.none() | NOTES),
        shown=draw(st.sampled_from((None, (), (PATIENT,)))),
        identifiers=None if photos else draw(st.sampled_from((None, (), (NAME,)))),
    )


@st.composite
def an_office(draw: st.DrawFn) -> Office:
    practice = replace(OFFICE.practice, states=draw(STATES), hipaa_covered=draw(YES_NO))
    papers = replace(OFFICE.papers, advertisements=draw(st.sampled_from((None, (), (ADVERTISEMENT,)))))
    return replace(OFFICE, practice=practice, papers=papers)


def outcomes(judged: JudgedMatter) -> dict[str, Outcome]:
    return {finding.rule: finding.outcome for finding in judged.findings}


@unhurried
@given(a_post(), an_office())
def test_every_finding_is_told_in_words(post: Matter, office: Office) -> None:
    judged = judge_matter(post, office)
    assert all(finding.observed.endswith((".", "”.")) for finding in judged.findings)
    assert all(finding.subject is SubjectKind.POST for finding in judged.findings)


@unhurried
@given(a_post(), an_office())
def test_of_a_post_that_is_not_listed_at_most_its_row_and_its_words_are_unknown(post: Matter, office: Office) -> None:
    found = outcomes(judge_matter(replace(post, advertisement=None), office))
    unknown = {rule for rule, outcome in found.items() if outcome is Outcome.NOT_CHECKED}
    assert unknown <= {"ftc-actual-consumer", "hipaa-text-names-patient"}


@unhurried
@given(a_post(), an_office(), st.sampled_from(("evidence", "typical", "compensation", "speaker", "relationship")))
def test_forgetting_a_fact_never_makes_a_rule_pass(post: Matter, office: Office, name: str) -> None:
    if post.advertisement is None:
        return
    before = judge_matter(post, office)
    forgotten: dict[str, Any] = {name: None}
    forgot = replace(post, advertisement=replace(post.advertisement, **forgotten))
    after = judge_matter(forgot, office)
    assert {rule for rule, outcome in outcomes(before).items() if outcome in BAD} & set(after.passed) == set()


@unhurried
@given(a_post(), an_office(), STATES)
def test_one_more_state_never_takes_a_finding_of_another_state_away(
    post: Matter, office: Office, more: tuple[str, ...]
) -> None:
    wider = replace(office, practice=replace(office.practice, states=(*office.practice.states, *more)))
    one, two = outcomes(judge_matter(post, office)), outcomes(judge_matter(post, wider))
    states = ("ca-", "tx-", "fl-", "ny-", "il-", "wa-")
    assert {rule: outcome for rule, outcome in one.items() if rule.startswith(states)}.items() <= two.items()
