"""Everything besides photos: named, counted, with what is on file and what nobody recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import handmade_audits as handmade
from before_you_post.records import (
    Audit,
    Authorization,
    Device,
    Finding,
    Identifier,
    IdentifierKind,
    JudgedMatter,
    Matter,
    Outcome,
    Post,
    StaffMember,
    SubjectKind,
    Verdict,
)
from before_you_post.report.document import document
from before_you_post.report.matters import GROUPS, SUBJECTS, beside, facts, group_totals, hits, named, not_recorded
from before_you_post.report.table import MATTER_COLUMNS, matters_table
from before_you_post.report.totals import totals

MEMBER = StaffMember(person="S-4", name="Ada Brightwater", role="front desk", hired_on=date(2026, 2, 1))
REPLY = Post(id="google/7", channel="google", source="google business", text="Thank you, Ottoline!")


def judged(matter: Matter, *, rule: str = "hipaa-auth-revoked", outcome: Outcome | None = Outcome.FAIL) -> JudgedMatter:
    found = (
        Finding(
            rule=rule,
            subject=matter.kind,
            about=matter.id,
            outcome=outcome,
            at_posting=outcome,
            today=outcome,
            observed="Something was seen.",
        )
        if outcome
        else None
    )
    return JudgedMatter(
        matter=matter,
        verdict=Verdict.FIX if found else Verdict.CLEAR,
        findings=(found,) if found else (),
        passed=(),
        not_applicable=(),
    )


def audit() -> Audit:
    staff = judged(Matter(kind=SubjectKind.STAFF, id="S-4", member=MEMBER))
    post = judged(Matter(kind=SubjectKind.POST, id=REPLY.id, post=REPLY), outcome=None)
    return replace(handmade.audit(handmade.judged("nose.jpg")), matters=(post, staff))


def test_every_kind_has_a_word_and_every_kind_besides_photos_a_group() -> None:
    assert set(SUBJECTS) == set(SubjectKind)
    assert set(GROUPS) == set(SubjectKind) - {SubjectKind.PHOTO, SubjectKind.PANEL}


def test_a_post_is_known_by_its_title_or_its_first_words() -> None:
    assert named(Matter(kind=SubjectKind.POST, id=REPLY.id, post=REPLY)) == "Thank you, Ottoline!"
    titled = replace(REPLY, title="News")
    assert named(Matter(kind=SubjectKind.POST, id=REPLY.id, post=titled)) == "News"
    long = replace(REPLY, text="word " * 80)
    assert len(named(Matter(kind=SubjectKind.POST, id=REPLY.id, post=long))) < 100


def test_people_are_known_by_their_code_and_not_by_their_name() -> None:
    matter = Matter(kind=SubjectKind.STAFF, id="S-4", member=MEMBER)
    told = {fact.name: fact.value for fact in facts(matter)}
    assert (named(matter), beside(matter)) == ("S-4", "front desk")
    assert told["Name"] == "recorded"
    assert told["Hired on"] == date(2026, 2, 1)
    assert "Ada" not in str(told)


def test_a_device_whose_model_names_its_make_says_it_once() -> None:
    def told(make: str | None, model: str | None) -> str:
        return beside(Matter(kind=SubjectKind.DEVICE, id="D", device=Device(id="D", make=make, model=model)))

    assert told("Pebble", "Pebble 64") == told(None, "Pebble 64") == "Pebble 64"
    assert told("Larkfield", "L-90") == "Larkfield L-90"
    assert told("Larkfield", None) == "Larkfield"


def test_a_signed_form_does_not_tell_who_signed() -> None:
    form = Authorization(id="A-1", patient="P-1", signed=True, signed_by="Wilhelmina Ashdown", document="scan.pdf")
    told = {fact.name: fact.value for fact in facts(Matter(kind=SubjectKind.FORM, id="A-1", form=form))}
    assert told["Signed by"] == told["Scan of the form"] == "recorded"


def test_what_nobody_recorded_is_named_and_never_reads_as_no() -> None:
    matter = Matter(kind=SubjectKind.DEVICE, id="CAM-1", device=Device(id="CAM-1", encrypted=False))
    assert {fact.name: fact.value for fact in facts(matter)} == {"Encrypted": "no"}
    assert "Memory card" in not_recorded(matter)


def test_words_of_a_reply_that_may_tell_who_it_is_stand_with_what_they_may_be() -> None:
    name = Identifier(kind=IdentifierKind.NAME, patient="P-01", where="reply", words="Ottoline", whole=True)
    matter = Matter(kind=SubjectKind.POST, id=REPLY.id, post=REPLY, identifiers=(name,))
    assert hits(matter) == [{"label": "Patient's name", "words": "Ottoline", "where": "reply; patient P-01"}]


def test_every_kind_is_counted_even_where_there_is_none() -> None:
    counted = {group.kind: group for group in group_totals(audit())}
    assert counted[SubjectKind.STAFF].verdicts[Verdict.FIX] == 1
    assert counted[SubjectKind.POST].verdicts[Verdict.CLEAR] == 1
    assert counted[SubjectKind.VENDOR].total == 0


def test_something_wrong_besides_photos_is_something_to_do() -> None:
    assert not totals(audit()).nothing_to_do
    assert totals(replace(audit(), matters=audit().matters[:1])).nothing_to_do


def test_the_table_names_its_subject_and_lists_what_was_found() -> None:
    rows = matters_table(audit())
    assert list(rows.columns) == list(MATTER_COLUMNS)
    assert [(row["subject"], row["about"], row["verdict_label"]) for _, row in rows.iterrows()] == [
        ("Staff member", "S-4", "Put right")
    ]
    assert rows.iloc[0]["when"] == "today"


def test_the_document_names_no_person_of_the_staff() -> None:
    fields = document(audit())
    assert "Ada" not in str(fields["matters"])
    assert "Ottoline" not in str(fields["matters"])
    assert [one["total"] for one in fields["totals"]["matters"] if one["subject"] == "staff member"] == [1]
