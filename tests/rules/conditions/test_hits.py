"""Each kind of identifier has one rule; what is sure is a fault, what may be a question, nothing is told twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from before_you_post.audit import judge
from before_you_post.records import Evidence, Identifier, IdentifierKind, Outcome, Verdict
from before_you_post.rules.cases.clean import CLEAN, but
from before_you_post.rules.cases.tile import tile

RULE = {
    IdentifierKind.NAME: "hipaa-sh-a-name",
    IdentifierKind.PLACE: "hipaa-sh-b-geo",
    IdentifierKind.DATE: "hipaa-sh-c-date",
    IdentifierKind.BIRTH_DATE: "hipaa-sh-c-birth-date",
    IdentifierKind.AGE: "hipaa-sh-c-age",
    IdentifierKind.PHONE: "hipaa-sh-d-phone",
    IdentifierKind.EMAIL: "hipaa-sh-f-email",
    IdentifierKind.SOCIAL_SECURITY: "hipaa-sh-g-ssn",
    IdentifierKind.RECORD_NUMBER: "hipaa-sh-h-mrn",
    IdentifierKind.PLAN_NUMBER: "hipaa-sh-i-plan",
    IdentifierKind.ACCOUNT_NUMBER: "hipaa-sh-j-account",
    IdentifierKind.LICENCE_NUMBER: "hipaa-sh-k-license",
    IdentifierKind.VEHICLE: "hipaa-sh-l-vehicle",
    IdentifierKind.DEVICE_NUMBER: "hipaa-sh-m-device",
    IdentifierKind.WEB_ADDRESS: "hipaa-sh-n-url",
    IdentifierKind.IP_ADDRESS: "hipaa-sh-o-ip",
    IdentifierKind.HANDLE: "hipaa-sh-r-other",
    IdentifierKind.NUMBER: "hipaa-sh-r-other",
    IdentifierKind.WORDS: "photo-text-unexplained",
}
UNREAD = {"photo-text-unexplained": Outcome.NOT_CHECKED}
each_kind = pytest.mark.parametrize("kind", IdentifierKind)


def found(evidence: Evidence) -> dict[str, Outcome]:
    """The findings about words: rule and outcome."""
    return {one.rule: one.outcome for one in judge(evidence).findings if one.rule in RULE.values()}


def words(kind: IdentifierKind, *, whole: bool, patient: str | None = "P-01") -> Identifier:
    return Identifier(kind=kind, patient=patient, where="caption", words="as found", whole=whole)


def test_every_kind_of_identifier_has_a_rule() -> None:
    assert set(RULE) == set(IdentifierKind)


@each_kind
def test_what_is_sure_is_a_fault_and_what_may_be_is_a_question(kind: IdentifierKind) -> None:
    whole, part = words(kind, whole=True), words(kind, whole=False)
    assert found(but(evidence={"identifiers": (whole,)})) == {RULE[kind]: Outcome.FAIL}
    assert found(but(evidence={"identifiers": (part,)})) == {RULE[kind]: Outcome.NEEDS_REVIEW}
    assert found(but(evidence={"identifiers": (part, whole)})) == {RULE[kind]: Outcome.FAIL}


@each_kind
def test_what_stands_beside_a_picture_that_was_not_read_is_told_all_the_same(kind: IdentifierKind) -> None:
    unread = but(photo={"text": None})
    assert found(unread) == UNREAD, "one missing fact, one finding"
    assert found(replace(unread, identifiers=(words(kind, whole=True),))) == UNREAD | {RULE[kind]: Outcome.FAIL}


@pytest.mark.parametrize(
    ("unknown", "rule"),
    [
        (replace(CLEAN, identifiers=None), "hipaa-sh-a-name"),
        (but(photo={"text": None}), "photo-text-unexplained"),
        (but(photo={"codes": None}), "hipaa-sh-n-url"),
        (but(photo={"text": None, "codes": None}), "photo-text-unexplained"),
    ],
)
def test_what_nobody_looked_at_is_said_once_and_the_photo_is_never_clear(unknown: Evidence, rule: str) -> None:
    photo = judge(unknown)
    assert found(unknown) == {rule: Outcome.NOT_CHECKED}
    assert photo.verdict is Verdict.NOT_DETERMINED


def test_no_rule_about_words_passes_while_nobody_looked_for_any() -> None:
    nothing = but(photo={"text": None, "codes": None}, evidence={"identifiers": None})
    assert set(judge(nothing).passed) & set(RULE.values()) == set()
    assert set(judge(but(photo={"text": None})).passed) & set(RULE.values()) == set()


@each_kind
def test_a_form_that_permits_the_name_permits_the_name_alone(kind: IdentifierKind) -> None:
    named = but(evidence={"identifiers": (words(kind, whole=True),)}, form={"may_name": True})
    assert found(named) == ({} if kind is IdentifierKind.NAME else {RULE[kind]: Outcome.FAIL})


def test_a_name_that_is_on_no_roster_is_covered_by_nobodys_form() -> None:
    stranger = words(IdentifierKind.NAME, whole=False, patient=None)
    named = but(evidence={"identifiers": (stranger,)}, form={"may_name": True})
    assert found(named) == {"hipaa-sh-a-name": Outcome.NEEDS_REVIEW}


def test_not_knowing_whether_the_name_is_permitted_permits_nothing() -> None:
    named = but(evidence={"identifiers": (words(IdentifierKind.NAME, whole=True),)}, form={"may_name": None})
    assert found(named) == {"hipaa-sh-a-name": Outcome.FAIL}


@each_kind
def test_on_a_picture_of_no_patient_only_what_is_sure_counts(kind: IdentifierKind) -> None:
    assert found(tile(words(kind, whole=False))) == {}
    assert found(tile(words(kind, whole=True))) == {RULE[kind]: Outcome.FAIL}


def test_one_finding_lists_every_place_but_not_without_end() -> None:
    many = tuple(replace(words(IdentifierKind.NUMBER, whole=False), words=f"{n:05}") for n in range(20))
    [finding] = judge(but(evidence={"identifiers": many})).findings
    assert finding.observed.startswith("This may belong to a patient: “00000” (caption; patient P-01); “00001” (cap")
    assert finding.observed.endswith("“00007” (caption; patient P-01); and 12 more.")
