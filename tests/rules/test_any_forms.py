"""Whatever forms are on file: bad ones never help, unknown facts never pass, and their order never matters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from before_you_post.audit import judge
from before_you_post.records import (
    Authorization,
    Evidence,
    FormKind,
    JudgedPhoto,
    NotAPatientPhoto,
    Outcome,
    Patient,
    PhotoKind,
    PhotoScope,
    SignerRole,
    Verdict,
)
from before_you_post.rules.cases.clean import CLEAN, FORM, ORIGINAL, PATIENT, UNDESCRIBED, but
from before_you_post.rules.conditions.governing import governing, on_file, validity, wording
from before_you_post.rules.conditions.printed import PARTS
from before_you_post.rules.conditions.scopes import ANY_PHOTO

Changes = Mapping[str, Any]

DAYS = (date(2026, 2, 2), date(2026, 3, 2), date(2026, 3, 3), date(2026, 11, 22), date(2027, 2, 1))
BEFORE, AFTER = PhotoScope(kind=PhotoKind.BEFORE), PhotoScope(kind=PhotoKind.AFTER)
YES_NO = (True, False, None)
NUMBERS = {"font_points": (14.0, 11.5, None), "reading_grade": (8.0, 12.5, None)}
VALUES: Mapping[str, tuple[Any, ...]] = {
    **dict.fromkeys((part for part in PARTS if part not in NUMBERS), YES_NO),
    **NUMBERS,
    "signed": YES_NO,
    "signed_on": (*DAYS, None),
    "signer_role": (*SignerRole, None),
    "authority": ("mother", None),
    "adult_when_signed": YES_NO,
    "expires_on": (*DAYS, date(2029, 1, 1), None),
    "expires_when": ("her wedding", "never", "until I revoke it", None),
    "event_happened_on": (*DAYS, None),
    "revoked_on": (*DAYS, None),
    "channels": (("website", "blog"), ("instagram",), (), None),
    "photos": ((AFTER,), (BEFORE,), (ANY_PHOTO,), (ANY_PHOTO, BEFORE), (PhotoScope(original=ORIGINAL.id),), (), None),
    "form_kind": (*FormKind, None),
    "blanks": ((), ("purpose",), None),
    "paid_by": ("Larkfield Lasers", None),
    "required_for_care": YES_NO,
    "known_false": YES_NO,
    "copy_given_on": (*DAYS, None),
}
PEOPLE = (
    PATIENT,
    replace(PATIENT, birth_date=None),
    replace(PATIENT, birth_date=date(2008, 5, 1)),  # came of age after the posting day
    replace(PATIENT, deceased_on=date(2026, 2, 20)),
    replace(PATIENT, state="CA"),
    replace(PATIENT, state="NY", birth_date=date(2008, 5, 1)),
    replace(PATIENT, state="TX"),
    replace(PATIENT, state="FL"),
    replace(PATIENT, state="IL"),
    replace(PATIENT, on_staff=True),
)

# One thing that no form may have, or lack. Each makes any form worse, or leaves it as bad as it was.
TAKEN_DOWN: tuple[Changes, ...] = (
    {"form_kind": FormKind.SPOKEN},
    {"form_kind": FormKind.TREATMENT_CONSENT},
    {"signed": False},
    {"signed": True, "signed_on": None},
    {"channels": ()},
    {"photos": ()},
    {"photos": (BEFORE,)},
    {"expires_on": None, "expires_when": "never"},
    {"expires_on": date(2026, 2, 1)},
    {"expires_on": date(2026, 11, 21)},
    {"revoked_on": date(2026, 2, 1)},
    {"signer_role": SignerRole.GUARDIAN, "authority": None},
    {"blanks": ("purpose",)},
    {"stands_alone": False},
    {"required_for_care": True},
    {"known_false": True},
)
NOT_EVERYWHERE = ("says_paid", "separate_signature", "font_points", "names_marketing", "likeness_consent")
MENDED: tuple[Changes, ...] = (
    *(
        {part: False}
        for part in PARTS
        if part.startswith(("names_", "states_", "says_")) and part not in NOT_EVERYWHERE
    ),
    {"paid_by": "Larkfield Lasers", "says_paid": False},
    {"copy_given_on": date(2026, 1, 1)},
    {"reading_grade": 12.5},  # for review
)
ASKED: tuple[Changes, ...] = (
    {"names_marketing": False},
    {"likeness_consent": False},
    {"separate_signature": False},
)  # of some states only
UNKNOWN: tuple[Changes, ...] = (
    *({part: None} for part in PARTS if part not in NOT_EVERYWHERE),
    *({name: None} for name in ("form_kind", "signed", "channels", "photos", "blanks", "required_for_care")),
    {"copy_given_on": None},
    {"expires_on": None, "expires_when": None},
    {"signer_role": None},
    UNDESCRIBED,
)
CONCERN = {
    Verdict.CLEAR: 0,
    Verdict.NOT_DETERMINED: 1,  # either way a person must look
    Verdict.REVIEW: 1,
    Verdict.FIX: 2,
    Verdict.TAKE_DOWN: 3,
}


@st.composite
def a_form(draw: st.DrawFn) -> Authorization:
    """A good form with up to six things changed: missing, wrong, or just otherwise."""
    names = draw(st.lists(st.sampled_from(sorted(VALUES)), max_size=6, unique=True))
    changes = {name: draw(st.sampled_from(VALUES[name])) for name in names}
    return replace(FORM, id=draw(st.text("AB", min_size=1, max_size=6)), **changes)


FORMS = st.lists(st.just(FORM) | a_form(), max_size=4, unique_by=lambda form: form.id)
unhurried = settings(deadline=None)  # the first example reads every rule; a busy machine is no fault
NEAR = st.sampled_from(
    [
        {},
        *({"states": (state,), "hipaa_covered": reached} for state in ("CA", "NY", "TX") for reached in (True, False)),
        *({"states": (state,), "hipaa_covered": False} for state in ("FL", "IL", "WA", "OH")),
    ]
)  # where the practice is, and whether HIPAA reaches it
POSTED = st.none() | st.sampled_from(DAYS)
PERSON = st.sampled_from(PEOPLE)


def photo_with(
    forms: list[Authorization], posted: date | None, person: Patient = PATIENT, there: Changes = MappingProxyType({})
) -> Evidence:
    return but(panel={"authorizations": tuple(forms), "patient": person}, post={"published_on": posted}, evidence=there)


def told(photo: JudgedPhoto) -> dict[str, Outcome]:
    return {finding.rule: finding.outcome for finding in photo.findings}


# ---------------------------------------------------------------- which form speaks


@unhurried
@given(FORMS.flatmap(lambda forms: st.tuples(st.just(forms), st.permutations(forms))), POSTED, PERSON)
def test_the_order_in_which_forms_are_listed_changes_nothing(
    orders: tuple[list[Authorization], list[Authorization]], posted: date | None, person: Patient
) -> None:
    one, other = (judge(photo_with(forms, posted, person)) for forms in orders)
    assert (one.verdict, one.at_posting, one.findings) == (other.verdict, other.at_posting, other.findings)


@unhurried
@given(
    forms=FORMS.filter(bool),
    data=st.data(),
    defect=st.sampled_from(TAKEN_DOWN + MENDED + ASKED),
    posted=POSTED,
    person=PERSON,
    there=NEAR,
)
def test_spoiling_a_form_never_helps_the_photo(
    *,
    forms: list[Authorization],
    data: st.DataObject,
    defect: Changes,
    posted: date | None,
    person: Patient,
    there: Changes,
) -> None:
    spoilt = data.draw(st.integers(0, len(forms) - 1))
    worse = [replace(form, **defect) if n == spoilt else form for n, form in enumerate(forms)]
    before, after = (judge(photo_with(some, posted, person, there)) for some in (forms, worse))
    assert CONCERN[after.verdict] >= CONCERN[before.verdict]
    assert CONCERN[after.at_posting] >= CONCERN[before.at_posting]


@unhurried
@given(FORMS, a_form(), POSTED, PERSON, NEAR)
def test_one_more_form_never_harms_the_photo(
    forms: list[Authorization], another: Authorization, posted: date | None, person: Patient, there: Changes
) -> None:
    more = [*forms, replace(another, id="one more")]
    before, after = (judge(photo_with(some, posted, person, there)) for some in (forms, more))
    assert CONCERN[after.verdict] <= CONCERN[before.verdict]
    assert CONCERN[after.at_posting] <= CONCERN[before.at_posting]


# ---------------------------------------------------------------- what a form lacks


@pytest.mark.parametrize("defect", TAKEN_DOWN, ids=str)
@settings(unhurried, max_examples=20)
@given(forms=FORMS, posted=POSTED, person=PERSON)
def test_where_every_form_has_a_fault_that_voids_it_the_photo_comes_down(
    defect: Changes, forms: list[Authorization], posted: date | None, person: Patient
) -> None:
    assert judge(photo_with([replace(form, **defect) for form in forms], posted, person)).verdict is Verdict.TAKE_DOWN


@pytest.mark.parametrize("defect", MENDED + UNKNOWN, ids=str)
@settings(unhurried, max_examples=20)
@given(forms=FORMS, posted=POSTED, person=PERSON)
def test_where_every_form_lacks_a_part_or_nobody_knows_no_photo_is_clear(
    defect: Changes, forms: list[Authorization], posted: date | None, person: Patient
) -> None:
    spoilt = [replace(form, **defect) for form in forms]
    assert judge(photo_with(spoilt, posted, person)).verdict is not Verdict.CLEAR


@unhurried
@given(a_form(), PERSON)
def test_what_a_form_is_ranked_by_is_what_the_rules_say_of_it(form: Authorization, person: Patient) -> None:
    evidence = photo_with([form], CLEAN.today, person)
    [panel] = evidence.panels or ()
    if not on_file(panel, CLEAN.today):
        return
    asked = (form, person, panel, evidence, CLEAN.today)
    verdict = judge(evidence).verdict
    assert (verdict is Verdict.TAKE_DOWN) == (False in validity(*asked))
    assert (verdict in (Verdict.TAKE_DOWN, Verdict.FIX)) == (False in validity(*asked) + wording(*asked))
    assert (verdict is Verdict.CLEAR) == (set(validity(*asked) + wording(*asked)) == {True})


@unhurried
@given(FORMS, POSTED, st.booleans(), st.sampled_from(["patient", "panels", "originals", None]), PERSON)
def test_no_photo_is_clear_without_a_form_that_satisfies_everything(
    forms: list[Authorization], posted: date | None, noted: bool, unknown: str | None, person: Patient
) -> None:
    evidence = photo_with(forms, posted, person)
    [panel] = evidence.panels or ()
    if unknown == "originals":
        panel = replace(panel, originals=(), patient=None)
    elif unknown == "patient":
        panel = replace(panel, patient=None)
    note = NotAPatientPhoto(file="nose.jpg", what="a logo", decided_by="W. Croft", decided_on=None) if noted else None
    evidence = replace(evidence, panels=None if unknown == "panels" else (panel,), not_a_patient=note)
    photo = judge(evidence)
    if photo.verdict is not Verdict.CLEAR:
        return
    if panel.patient is None or evidence.panels is None:
        assert noted
        return
    form = governing(panel, evidence, evidence.today)
    assert form is not None
    asked = (form, panel.patient, panel, evidence, evidence.today)
    assert set(validity(*asked) + wording(*asked)) == {True}


# ---------------------------------------------------------------- one gap, one finding

UNREAD: dict[str, Any] = {"form_kind": None, "blanks": None, "required_for_care": None, "copy_given_on": None}


def test_a_practice_that_never_described_its_forms_is_told_so_once_a_photo() -> None:
    photo = judge(but(form=UNDESCRIBED | UNREAD))
    assert told(photo) == {"hipaa-auth-complete": Outcome.NOT_CHECKED}
    assert photo.verdict is Verdict.NOT_DETERMINED
    assert photo.findings[0].observed == (
        "What form A-101 says in print is not recorded. Note its version with the form, and describe each version once "
        "in the table form_versions."
    )


def test_a_copy_nobody_read_through_is_told_once_a_photo() -> None:
    photo = judge(but(form={"blanks": None, "required_for_care": None, "copy_given_on": None}))
    assert told(photo) == {"hipaa-auth-complete": Outcome.NOT_CHECKED}
    assert photo.findings[0].observed.startswith("Nobody recorded whether a required part of form A-101 was left blank")


@pytest.mark.parametrize(
    ("part", "rule"),
    [
        ("form_kind", "hipaa-consent-not-authorization"),
        ("names_discloser", "hipaa-auth-discloser"),
        ("names_recipients", "hipaa-auth-recipient"),
        ("states_purpose", "hipaa-auth-purpose"),
        ("says_revocable", "hipaa-auth-revoke-stmt"),
        ("says_not_conditioned", "hipaa-auth-noncondition-stmt"),
        ("says_redisclosed", "hipaa-auth-redisclosure-stmt"),
        ("stands_alone", "hipaa-auth-compound"),
        ("reading_grade", "hipaa-auth-plain-language"),
        ("required_for_care", "hipaa-auth-conditioned"),
        ("copy_given_on", "hipaa-auth-copy"),
        ("blanks", "hipaa-auth-complete"),
    ],
)
def test_one_empty_cell_leaves_one_rule_unchecked(part: str, rule: str) -> None:
    photo = judge(but(form={part: None}))
    assert told(photo) == {rule: Outcome.NOT_CHECKED}
    assert photo.findings[0].part == part


@pytest.mark.parametrize("part", [*NOT_EVERYWHERE, "known_false", "paid_by"])
def test_what_this_photo_does_not_depend_on_is_not_asked(part: str) -> None:
    assert told(judge(but(form={part: None}))) == {}


def test_a_blank_is_told_though_nobody_described_the_print() -> None:
    assert told(judge(but(form=UNDESCRIBED | {"blanks": ("purpose",)}))) == {"hipaa-auth-complete": Outcome.FAIL}


def test_a_spoken_yes_is_one_finding_however_little_else_is_known_of_it() -> None:
    nothing = {"signed": None, "signed_on": None, "signer_role": None, "expires_on": None, "channels": None}
    form = UNDESCRIBED | UNREAD | nothing | {"photos": None, "form_kind": FormKind.SPOKEN}
    assert told(judge(but(form=form))) == {"hipaa-oral-agree-na": Outcome.FAIL}
