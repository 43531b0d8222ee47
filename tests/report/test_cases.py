"""A rule's own cases are told by what is different in them."""

from __future__ import annotations

from datetime import date

from before_you_post.records import (
    Identifier,
    IdentifierKind,
    NotAPatientPhoto,
    PhotoKind,
    PhotoScope,
    PolicyKind,
    SignerRole,
    SubjectKind,
)
from before_you_post.report.cases import breaking, difference, keeping
from before_you_post.report.findings import rulebook
from before_you_post.rules.cases.clean import CLEAN, UNDESCRIBED, but
from before_you_post.rules.cases.clean_office import case
from before_you_post.rules.cases.clean_papers import access, policy, without_policy


def test_the_clean_case_differs_in_nothing() -> None:
    assert difference(CLEAN) == ""


def test_a_difference_is_told_with_the_thing_it_belongs_to() -> None:
    assert difference(but(post={"channel": "instagram"})) == "the post, channel: instagram"
    assert difference(but(form={"expires_on": None})) == "the form, ends on: not recorded"
    assert difference(but(form={"signed": False})) == "the form, signed: no"
    assert difference(but(form={"signer_role": SignerRole.PARENT})) == "the form, signed as: Parent"
    assert difference(but(patient={"birth_date": date(2012, 5, 17)})) == "the patient, birth date: 2012-05-17"
    assert difference(but(panel={"authorizations": ()})) == "the picture in the photo, forms on file: none"


def test_photos_a_form_covers_are_told_as_on_the_form() -> None:
    scopes = (PhotoScope(kind=PhotoKind.BEFORE), PhotoScope(original="P-01/after.jpg"))
    assert difference(but(form={"photos": scopes})) == "the form, photos it covers: every before photo; P-01/after.jpg"


def test_a_form_nobody_described_is_told_in_one_line() -> None:
    assert difference(but(form=UNDESCRIBED)) == "what the form says in print: not recorded"


def test_a_record_is_told_by_its_kind_and_what_somebody_filled_in() -> None:
    name = Identifier(kind=IdentifierKind.NAME, patient="P-01", where="caption", words="Ottoline", whole=True)
    told = "found in words: name (patient P-01, where caption, words Ottoline, certain yes)"
    assert difference(but(evidence={"identifiers": (name,)})) == told


def test_of_a_photo_without_a_patient_nobody_is_told_what_it_was_made_from() -> None:
    house = NotAPatientPhoto(file="nose.jpg", what="our building", decided_by="W. Croft", decided_on=date(2026, 3, 1))
    told = "a named person found that no patient is shown: our building"
    assert difference(but(panel={"originals": ()}, evidence={"not_a_patient": house})) == told


def test_every_rule_tells_its_cases_in_words() -> None:
    for rule in rulebook().values():
        broken = breaking(rule)
        assert len(broken) == len(rule.violates)
        assert all(one.observed.endswith(".") for one in broken)
        for facts in [one.facts for one in broken] + list(keeping(rule)):
            assert facts
            assert not {"None", "()", "(,", "Identifier("} & {facts, *facts.split()}, facts
            assert "=" not in facts


def test_of_several_papers_only_the_one_that_changed_is_told() -> None:
    reviewed = case(SubjectKind.PRACTICE, papers=policy(PolicyKind.SECURITY, reviewed_on=date(2025, 1, 6)))
    assert difference(reviewed) == "the policy (security), reviewed on: 2025-01-06"
    assert difference(case(SubjectKind.PRACTICE, papers=access(written=False))) == "the request (access), written: no"


def test_papers_that_are_missing_are_told_by_their_kind() -> None:
    missing = case(SubjectKind.PRACTICE, papers=without_policy(PolicyKind.SANCTIONS, PolicyKind.NOTICE))
    assert difference(missing) == "policies: without sanctions; notice of privacy practices"
