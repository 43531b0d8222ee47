"""The JSON document follows its published schema, is stable, and gives no path of this machine away."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import handmade_audits as handmade
from before_you_post.records import Audit, GpsPosition, NotAPatientPhoto, Outcome, Problem, Verdict, WithoutPhoto
from before_you_post.report.document import SCHEMA_VERSION, document, schema, to_bytes


def everything() -> Audit:
    """One photo of every kind: found, clear, unreadable, set aside, never compared, of a rule that is gone."""
    clear = handmade.judged("clear.jpg")
    unreadable = replace(
        clear.evidence,
        published=replace(clear.evidence.published, id="website/profile/broken.jpg"),
        photo=replace(clear.evidence.photo, problem="not a picture", format=None, width=None, gps=None, text=None),
        panels=None,
        identifiers=None,
    )
    unknown = handmade.finding("website/profile/broken.jpg", "rule-of-former-times", outcome=Outcome.NOT_CHECKED)
    logo = replace(
        clear.evidence,
        published=replace(clear.evidence.published, id="website/profile/logo.png"),
        photo=replace(clear.evidence.photo, gps=(GpsPosition(latitude=1.0, longitude=2.0, found_in="EXIF"),)),
        not_a_patient=NotAPatientPhoto(
            file="logo.png", what="our logo", decided_by="R. Teal", decided_on=date(2026, 1, 2)
        ),
    )
    outside = Problem(path="/elsewhere/library/list.csv", found="nothing", expected="a header", remedy="Add one.")
    return handmade.audit(
        handmade.revoked("nose.jpg"),
        clear,
        replace(clear, evidence=unreadable, verdict=Verdict.NOT_DETERMINED, findings=(unknown,)),
        replace(clear, evidence=logo),
        problems=(handmade.PROBLEM, outside),
    )


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("audit", [handmade.audit(), everything()], ids=["no photos", "everything"])
def test_every_document_follows_the_published_schema(audit: Audit) -> None:
    Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER).validate(document(audit))


def test_a_field_the_schema_does_not_know_is_noticed() -> None:
    fields = document(everything())
    fields["photos"][0]["colour"] = "blue"

    assert not Draft202012Validator(schema()).is_valid(fields)


def test_the_schema_describes_the_version_that_is_written() -> None:
    assert re.fullmatch(schema()["properties"]["schema_version"]["pattern"], SCHEMA_VERSION)


def test_the_same_audit_gives_the_same_bytes_in_whatever_order_the_photos_came() -> None:
    audit = everything()

    assert to_bytes(audit) == to_bytes(replace(audit, photos=tuple(reversed(audit.photos))))


def test_a_finding_says_everything_a_reader_of_it_needs() -> None:
    (found,) = document(handmade.audit(handmade.revoked("nose.jpg")))["photos"][0]["findings"]

    assert found["rule"] == "hipaa-auth-revoked"
    assert found["citation"].startswith("45 CFR 164.508")
    assert found["url"].startswith("https://www.ecfr.gov/")
    assert found["severity"] == "block"
    assert (found["outcome"], found["at_posting"], found["today"]) == ("fail", "pass", "fail")
    assert (found["authorization"], found["part"], found["panel"]) == ("A-001", "revoked_on", 1)
    assert found["observed"]
    assert found["remedy"]
    assert found["lesson"]


def test_paths_are_told_from_the_practice_folder() -> None:
    fields = document(everything())

    assert fields["photos"][0]["file"].startswith("published/website/")
    assert [problem["file"] for problem in fields["problems"]] == ["authorizations.csv", "list.csv"]
    assert [channel["folder"] for channel in fields["practice"]["channels"]] == [
        "published/website",
        "published/instagram",
    ]
    assert handmade.FOLDER.as_posix() not in json.dumps(fields)


def test_places_and_words_that_must_not_travel_further_are_left_out() -> None:
    written = to_bytes(everything()).decode("utf-8")

    assert "latitude" not in written
    assert "Ashdown" not in written


def test_nobody_looked_is_null_and_none_found_is_empty() -> None:
    broken, clear = document(everything())["photos"][:2]

    assert (broken["panels"], broken["identifiers"], broken["picture"]["gps_positions"]) == (None, None, None)
    assert clear["picture"]["gps_positions"] == 0


def test_what_changed_since_earlier_audits_is_not_part_of_the_document() -> None:
    assert {"changes", "kept_at", "previous"}.isdisjoint(document(everything()))


def test_a_file_name_that_utf8_cannot_write_does_not_stop_the_document() -> None:
    written = to_bytes(handmade.audit(handmade.judged("caf\udce9.jpg")))

    assert json.loads(written)["photos"][0]["id"] == "website/profile/caf\udce9.jpg"


def test_every_field_of_the_document_is_explained() -> None:
    explained = (Path(__file__).parents[2] / "docs" / "audit-json.md").read_text(encoding="utf-8")
    fields = document(everything())
    first = fields["photos"][-1]

    panel = first["panels"][0]
    named = {
        *fields,
        *first,
        *first["findings"][0],
        *panel,
        *panel["match"],
        *first["picture"],
        *fields["authorizations"][0],
    }
    assert {name for name in named if f"`{name}`" not in explained} == set()


def test_the_scan_of_a_signed_form_is_named_with_its_checksum() -> None:
    audit = handmade.audit(handmade.revoked("nose.jpg"))
    assert document(audit)["authorizations"] == [
        {"id": "A-001", "patient": "P-001", "document": None, "document_sha256": None}
    ]

    scanned = handmade.with_scan(audit, str(handmade.FOLDER / "forms" / "A-001.pdf"), "ab" * 32)
    (form,) = document(scanned)["authorizations"]
    assert (form["document"], form["document_sha256"]) == ("forms/A-001.pdf", "ab" * 32)
    assert Draft202012Validator(schema()).is_valid(document(scanned))


def test_a_channel_says_how_many_posts_held_no_photo() -> None:
    audit = replace(
        handmade.audit(handmade.judged("a.jpg")), without_photo=(WithoutPhoto(channel="instagram", posts=4),)
    )

    fields = document(audit)
    assert [channel["without_photo"] for channel in fields["totals"]["channels"]] == [0, 4]
    assert Draft202012Validator(schema()).is_valid(fields)
