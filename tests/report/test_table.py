"""Tables: one row a photo, one row a finding, values for sorting beside words for reading."""

from __future__ import annotations

from dataclasses import replace

import handmade_audits as handmade
from before_you_post.records import Outcome, Verdict
from before_you_post.report import labels
from before_you_post.report.table import FINDING_COLUMNS, PHOTO_COLUMNS, findings_table, table


def test_a_photo_is_one_row_with_every_documented_column() -> None:
    audit = handmade.audit(handmade.revoked("nose.jpg"), handmade.judged("chin.jpg", channel="instagram"))

    rows = table(audit)

    assert list(rows.columns) == list(PHOTO_COLUMNS)
    first = rows.iloc[0]
    assert first["photo"] == "website/profile/nose.jpg"
    assert first["posted_on"] == handmade.POSTED
    assert (first["verdict"], first["verdict_label"]) == ("take_down", "Take down now")
    assert (first["findings"], first["not_checked"]) == (1, 0)
    assert first["reason"] == "The patient has revoked the authorization"
    assert (first["severity"], first["rules"]) == ("block", "hipaa-auth-revoked")
    assert (first["patients"], first["originals"], first["authorizations"]) == ("P-001", "ashdown/before.jpg", "A-001")
    assert list(rows["channel"]) == ["website", "instagram"]


def test_a_clear_photo_has_no_reason() -> None:
    row = table(handmade.audit(handmade.judged("chin.jpg"))).iloc[0]

    assert (row["findings"], row["reason"], row["severity"], row["rules"]) == (0, "", "", "")


def test_a_photo_that_could_not_be_checked_says_why_first() -> None:
    unknown = handmade.finding("website/profile/nose.jpg", "hipaa-auth-channel", outcome=Outcome.NOT_CHECKED)
    photo = handmade.judged("nose.jpg", verdict=Verdict.NOT_DETERMINED, findings=[unknown])

    row = table(handmade.audit(photo)).iloc[0]

    assert (row["findings"], row["not_checked"]) == (0, 1)
    assert row["reason"] != ""


def test_a_photo_never_compared_with_the_library_has_no_number_of_panels() -> None:
    photo = handmade.judged("nose.jpg")
    not_compared = replace(photo, evidence=replace(photo.evidence, panels=None))

    panels = list(table(handmade.audit(photo, not_compared))["panels"])

    assert panels == [1, None]


def test_an_audit_without_photos_is_an_empty_table_with_all_columns() -> None:
    assert list(table(handmade.audit()).columns) == list(PHOTO_COLUMNS)
    assert len(findings_table(handmade.audit())) == 0


def test_a_finding_is_one_row_with_every_documented_column() -> None:
    rows = findings_table(handmade.audit(handmade.revoked("nose.jpg"), handmade.judged("chin.jpg")))

    assert list(rows.columns) == list(FINDING_COLUMNS)
    assert len(rows) == 1
    row = rows.iloc[0]
    assert (row["rule"], row["panel"], row["outcome"], row["today"]) == ("hipaa-auth-revoked", 1, "fail", "fail")
    assert (row["part"], row["when"]) == ("Revoked on", "today, not yet when posted")
    assert row["citation"].startswith("45 CFR 164.508")


def test_no_table_holds_a_path_of_this_machine() -> None:
    audit = handmade.audit(handmade.revoked("nose.jpg"))

    for rows in (table(audit), findings_table(audit)):
        assert str(handmade.FOLDER) not in rows.to_csv()


def test_every_heading_shown_to_readers_belongs_to_a_column() -> None:
    assert set(labels.PHOTO_HEADINGS) <= set(PHOTO_COLUMNS)
    assert set(labels.FINDING_HEADINGS) <= set(FINDING_COLUMNS)
