"""Names, record numbers and birth dates are told apart, and what was seen stands though the picture was not read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from before_you_post.audit import judge
from before_you_post.records import Evidence, Identifier, IdentifierKind, Outcome
from before_you_post.rules.clean import but

RULE = {
    IdentifierKind.NAME: "hipaa-sh-a-name",
    IdentifierKind.RECORD_NUMBER: "hipaa-sh-h-mrn",
    IdentifierKind.BIRTH_DATE: "hipaa-sh-c-birth-date",
}
each_kind = pytest.mark.parametrize("kind", IdentifierKind)


def found(evidence: Evidence) -> dict[str, Outcome]:
    return {finding.rule: finding.outcome for finding in judge(evidence).findings}


def words(kind: IdentifierKind, *, whole: bool) -> Identifier:
    return Identifier(kind=kind, patient="P-01", where="caption", words="as found", whole=whole)


@each_kind
def test_the_whole_of_it_is_a_fault_and_a_part_of_it_a_question(kind: IdentifierKind) -> None:
    whole, part = words(kind, whole=True), words(kind, whole=False)
    assert found(but(evidence={"identifiers": (whole,)})) == {RULE[kind]: Outcome.FAIL}
    assert found(but(evidence={"identifiers": (part,)})) == {RULE[kind]: Outcome.NEEDS_REVIEW}
    assert found(but(evidence={"identifiers": (part, whole)})) == {RULE[kind]: Outcome.FAIL}


@each_kind
def test_what_stands_beside_a_picture_that_was_not_read_is_told_all_the_same(kind: IdentifierKind) -> None:
    unread = but(photo={"text": None})
    not_checked = dict.fromkeys(RULE.values(), Outcome.NOT_CHECKED)
    assert found(unread) == not_checked
    assert found(replace(unread, identifiers=(words(kind, whole=True),))) == not_checked | {RULE[kind]: Outcome.FAIL}


@each_kind
def test_a_form_that_permits_the_name_permits_the_name_alone(kind: IdentifierKind) -> None:
    named = but(evidence={"identifiers": (words(kind, whole=True),)}, form={"may_name": True})
    assert found(named) == ({} if kind is IdentifierKind.NAME else {RULE[kind]: Outcome.FAIL})


def test_not_knowing_whether_the_name_is_permitted_permits_nothing() -> None:
    named = but(evidence={"identifiers": (words(IdentifierKind.NAME, whole=True),)}, form={"may_name": None})
    assert found(named) == {"hipaa-sh-a-name": Outcome.FAIL}
