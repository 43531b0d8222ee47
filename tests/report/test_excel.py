"""The spreadsheet: six sheets to work through, and nothing in it that a spreadsheet program would run."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

import handmade_audits as handmade
from before_you_post.records import Audit, Change, ChangeKind, Outcome, SubjectKind, Verdict, WithoutPhoto
from before_you_post.report.excel import to_bytes
from before_you_post.report.findings import rulebook
from before_you_post.store import Kept


def written(audit: Audit, *changes: Change, previous: date | None = None) -> Workbook:
    kept = Kept(audit=audit, changes=changes, previous=previous, kept_at=datetime(2026, 11, 22, tzinfo=UTC))
    return load_workbook(BytesIO(to_bytes(kept)))


def cells(book: Workbook, sheet: str) -> list[list[object]]:
    return [list(row) for row in book[sheet].iter_rows(values_only=True)]


def test_the_sheets_are_those_a_privacy_officer_works_through() -> None:
    book = written(handmade.audit(handmade.revoked("nose.jpg"), problems=(handmade.PROBLEM,)))

    assert book.sheetnames == [
        "Summary",
        "Photos",
        "Findings",
        "The practice",
        "Problems in your files",
        "What was checked",
    ]
    for name in book.sheetnames[1:]:
        assert book[name].freeze_panes == "A2"
        assert book[name].auto_filter.ref == book[name].dimensions


def test_the_most_urgent_photo_comes_first() -> None:
    book = written(handmade.audit(handmade.judged("a.jpg"), handmade.revoked("b.jpg")))

    header, first, second = cells(book, "Photos")
    assert header[:2] == ["What to do", "Photo"]
    assert first[:2] == ["Take down now", "website/profile/b.jpg"]
    assert second[:2] == ["Nothing found", "website/profile/a.jpg"]
    assert first[4] == datetime(2026, 6, 3)


def test_a_finding_stands_with_its_law_and_its_remedy() -> None:
    header, row = cells(written(handmade.audit(handmade.revoked("nose.jpg"))), "Findings")
    found = dict(zip(header, row, strict=True))

    assert found["Law"] == rulebook()["hipaa-auth-revoked"].citation
    assert found["What to do"] == rulebook()["hipaa-auth-revoked"].remedy
    assert found["Part of the form"] == "Revoked on"


def test_problems_in_the_files_say_where_and_what_to_do() -> None:
    book = written(handmade.audit(problems=(handmade.PROBLEM,)))

    assert cells(book, "Problems in your files")[1] == [
        "authorizations.csv, row 7, column signed_on",
        '"31/02/2026"',
        "a date such as 2026-02-28",
        "Write the day the form was signed.",
    ]


def test_every_rule_is_listed_as_checked() -> None:
    listed = {row[-1] for row in cells(written(handmade.audit()), "What was checked")[1:]}

    assert listed == set(rulebook())


def test_the_summary_counts_and_says_what_changed_and_notes_once_what_this_is_not() -> None:
    change = Change(
        kind=ChangeKind.NEW,
        subject=SubjectKind.PANEL,
        about="website/profile/nose.jpg",
        rule="hipaa-auth-revoked",
        panel=1,
    )
    book = written(handmade.audit(handmade.revoked("nose.jpg")), change, previous=date(2026, 11, 1))
    summary = cells(book, "Summary")

    assert ["Take down now", 1] in [row[:2] for row in summary]
    assert ["website", 1, 1] in summary
    assert ["New", None, "website/profile/nose.jpg: The patient has revoked the authorization"] in summary
    assert str(summary).count("not legal advice") == 1


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t=", "\r="])
def test_text_from_outside_never_becomes_a_formula(begins: str) -> None:
    hostile = f'{begins}HYPERLINK("http://collector.example","see")'
    photo = handmade.judged("nose.jpg", title=hostile)
    book = written(replace(handmade.audit(photo), practice=replace(handmade.PRACTICE, name=hostile)))

    types = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None}
    (title,) = [cell for cell in book["Photos"][2] if "HYPERLINK" in str(cell.value)]
    assert types == {"s", "n", "d"}
    assert title.value == hostile.strip()
    assert title.quotePrefix


def test_characters_that_no_spreadsheet_can_hold_are_replaced() -> None:
    photo = handmade.judged("caf\udce9.jpg", title="bell \x07 and half a character \ud83d")

    row = cells(written(handmade.audit(photo)), "Photos")[1]

    assert row[1] == "website/profile/caf\ufffd.jpg"
    assert row[3] == "bell \ufffd and half a character \ufffd"


def test_a_caption_longer_than_a_cell_is_cut_not_refused() -> None:
    photo = handmade.judged("nose.jpg", title="x" * 40_000)

    assert len(str(cells(written(handmade.audit(photo)), "Photos")[1][3])) == 32_767


def test_a_finding_names_the_signed_form_and_its_checksum() -> None:
    audit = handmade.with_scan(handmade.audit(handmade.revoked("nose.jpg")), "forms/A-001.pdf", "ab" * 32)
    header, row = cells(written(audit), "Findings")
    found = dict(zip(header, row, strict=True))

    assert found["Signed form"] == "forms/A-001.pdf"
    assert found["SHA-256 of the signed form"] == "ab" * 32


def test_what_nobody_could_check_does_not_read_as_found() -> None:
    unknown = handmade.finding("website/profile/nose.jpg", outcome=Outcome.NOT_CHECKED, at_posting=Outcome.NOT_CHECKED)
    photo = handmade.judged("nose.jpg", verdict=Verdict.NOT_DETERMINED, findings=(unknown,))
    book = written(handmade.audit(photo))

    title = "Not checked: The patient has revoked the authorization"
    assert title in cells(book, "Findings")[1]
    assert title in cells(book, "Photos")[1]


def test_posts_without_a_photo_are_counted_in_the_summary() -> None:
    bare = (WithoutPhoto(channel="instagram", posts=1),)
    book = written(replace(handmade.audit(handmade.judged("nose.jpg")), without_photo=bare))

    said = "1 post without a photo that was read: nothing was checked there"
    assert ["instagram", None, said] in cells(book, "Summary")
