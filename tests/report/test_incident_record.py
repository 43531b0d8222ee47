"""A post that should not have gone out becomes a row of the table of incidents, and that table reads it back."""

from __future__ import annotations

import tempfile
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from before_you_post.inputs.table import read_table
from before_you_post.practice.incident_layout import INCIDENTS
from before_you_post.records import (
    BreachException,
    Conclusion,
    Identifier,
    IdentifierKind,
    Incident,
    NoticeItem,
    NoticeWay,
    SubjectKind,
)
from before_you_post.report.incident_record import UnknownSubjectError, about, found, opened, recorded, row
from before_you_post.rules.cases.clean import CLEAN, but
from before_you_post.rules.cases.clean_incident import INCIDENT
from before_you_post.rules.cases.clean_office import MATTERS
from incident_audits import TODAY, audit_of, named

ONE = named(but(panel={"authorizations": ()}), "nose.jpg", "website/p1")
TWO = named(but(patient={"code": "P-02", "state": "KY"}), "chin.jpg", "website/p1")
OTHER = named(CLEAN, "lips.jpg", "newsletter/p2", channel="newsletter", recipients=40, removed_on=date(2026, 9, 1))


def test_an_incident_is_opened_about_one_photo() -> None:
    incident = opened(audit_of(ONE, OTHER), ["website/p1/nose.jpg"], discovered=date(2026, 11, 20))

    assert incident == Incident(
        incident="I-2026-01",
        what="A photo was published on website; nothing on file permits that, or no longer.",
        published=("website/p1/nose.jpg",),
        patients=("P-01",),
        public=True,
        happened_on=date(2026, 3, 2),
        discovered_on=date(2026, 11, 20),
        individuals=1,
        residents=(("OH", 1),),
    )


def test_a_post_stands_for_all_its_photos_and_discovery_is_no_later_than_the_audit() -> None:
    incident = opened(audit_of(ONE, TWO, OTHER), ["website/p1"])

    assert incident.published == ("website/p1/nose.jpg", "website/p1/chin.jpg")
    assert (incident.patients, incident.individuals) == (("P-01", "P-02"), 2)
    assert incident.residents == (("KY", 1), ("OH", 1))
    assert incident.discovered_on == TODAY
    assert incident.what == "2 photos were published on website; nothing on file permits that, or no longer."


def test_what_the_audit_cannot_know_stays_empty() -> None:
    incident = opened(audit_of(ONE), ["website/p1"])
    filled = {field.name for field in fields(incident) if getattr(incident, field.name) is not None}
    assert filled == {
        *("incident", "what", "published", "patients", "public", "happened_on", "discovered_on"),
        *("individuals", "residents"),
    }


def test_a_mail_is_not_known_to_be_public_and_what_came_down_has_its_day() -> None:
    incident = opened(audit_of(OTHER), ["newsletter/p2"])
    assert (incident.public, incident.taken_down_on) == (None, date(2026, 9, 1))
    both = opened(audit_of(ONE, OTHER), ["newsletter/p2", "website/p1"])
    assert (both.public, both.taken_down_on) == (None, None)


def test_a_photo_of_somebody_unknown_leaves_the_number_open() -> None:
    stranger = named(but(evidence={"panels": None}), "a.jpg", "website/p3")
    incident = opened(audit_of(stranger), ["website/p3"])
    assert (incident.patients, incident.individuals, incident.residents) == (None, None, None)


def test_a_patient_without_a_state_leaves_the_states_open() -> None:
    incident = opened(audit_of(named(but(patient={"state": None}), "a.jpg", "website/p3")), ["website/p3"])
    assert (incident.individuals, incident.residents) == (1, None)


def test_words_alone_can_be_an_incident() -> None:
    name = Identifier(kind=IdentifierKind.NAME, patient="P-01", where="text", words="Ottoline", whole=True)
    post = replace(CLEAN.post, id="facebook/reply", channel="facebook")
    matter = replace(MATTERS[SubjectKind.POST], id=post.id, post=post, photos=0, identifiers=(name,))
    incident = opened(audit_of(ONE, matters=(matter,)), ["facebook/reply"])

    assert (incident.published, incident.patients, incident.individuals) == (("facebook/reply",), ("P-01",), None)
    assert incident.what == "Words about a patient were published on facebook."


def test_what_the_audit_does_not_know_is_refused_by_name() -> None:
    with pytest.raises(UnknownSubjectError, match="website/nowhere"):
        found(audit_of(ONE), ["website/nowhere"])
    with pytest.raises(UnknownSubjectError, match="I-9"):
        recorded(audit_of(ONE), "I-9")


def test_an_incident_on_file_is_found_by_its_code_and_the_next_code_is_free() -> None:
    matters = tuple(
        replace(MATTERS[SubjectKind.INCIDENT], id=code, incident=replace(INCIDENT, incident=code))
        for code in ("i-2026-01", "I-2026-03")
    )
    audit = audit_of(ONE, matters=matters)

    assert recorded(audit, "I-2026-01").incident == "i-2026-01"
    assert opened(audit, ["website/p1"]).incident == "I-2026-02"


def test_the_photos_of_an_incident_are_those_the_audit_still_knows() -> None:
    audit = audit_of(ONE, TWO, OTHER)
    incident = replace(INCIDENT, published=("website/p1/nose.jpg", "website/gone"))
    assert [photo.evidence.published.id for photo in about(audit, incident)] == ["website/p1/nose.jpg"]
    assert about(audit, replace(INCIDENT, published=None)) == ()


def read_back(incident: Incident) -> Incident:
    with tempfile.TemporaryDirectory() as place:
        (Path(place) / "incidents.csv").write_text(row(incident), encoding="utf-8", newline="")
        reading = read_table(Path(place), INCIDENTS)
    assert reading.problems == ()
    return Incident(**reading.rows[0].fields(INCIDENTS))


def test_a_row_is_read_back_by_the_table_as_it_was() -> None:
    assert read_back(INCIDENT) == INCIDENT
    assert len(row(INCIDENT, header=False).splitlines()) == 1


WORDS = st.text("abc, ;\"'=+-@|<>é", min_size=1, max_size=12).map(str.strip).filter(bool)
DAY = st.none() | st.dates(date(2020, 1, 1), date(2026, 12, 31))
NAMES = st.none() | st.lists(st.text("abc/-.", min_size=4, max_size=8), max_size=3, unique=True).map(tuple)


@settings(max_examples=60, deadline=None)
@given(
    what=st.none() | WORDS,
    published=NAMES,
    public=st.none() | st.booleans(),
    happened_on=DAY,
    individuals=st.none() | st.integers(0, 10_000),
    residents=st.none() | st.dictionaries(st.sampled_from(["CA", "NV", "OH"]), st.integers(0, 900)),
    exception=st.none() | st.sampled_from(BreachException),
    conclusion=st.none() | st.sampled_from(Conclusion),
    told_by=st.none() | st.lists(st.sampled_from(NoticeWay), unique=True).map(tuple),
    notice_says=st.none() | st.lists(st.sampled_from(NoticeItem), unique=True).map(tuple),
)
def test_whatever_is_on_record_is_read_back(**said: object) -> None:
    states = said["residents"]
    said["residents"] = tuple(sorted(states.items())) if isinstance(states, dict) else None
    incident = Incident(incident="I-1", **said)  # type: ignore[arg-type]
    assert read_back(incident) == incident
