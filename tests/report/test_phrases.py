"""Words for people: complete, calm, and never a ruling on what the law allows."""

from __future__ import annotations

import dataclasses
import re
from datetime import date
from pathlib import Path

import pytest

import handmade_audits as handmade
from before_you_post.records import (
    Authorization,
    Change,
    ChangeKind,
    IdentifierKind,
    Outcome,
    PhotoKind,
    PhotoScope,
    Severity,
    SignerRole,
    SubjectKind,
    Verdict,
)
from before_you_post.report import labels, phrases


@pytest.mark.parametrize(
    ("words", "things"),
    [
        (phrases.VERDICTS, Verdict),
        (phrases.OUTCOMES, Outcome),
        (phrases.SEVERITIES, Severity),
        (phrases.CHANGES, ChangeKind),
        (labels.IDENTIFIERS, IdentifierKind),
        (labels.PHOTO_KINDS, PhotoKind),
        (labels.SIGNER_ROLES, SignerRole),
    ],
)
def test_everything_that_can_be_said_has_words(words: dict[object, object], things: type) -> None:
    assert set(words) == set(things)


def test_every_field_of_an_authorization_has_a_label() -> None:
    assert set(labels.AUTHORIZATION_FIELDS) == {field.name for field in dataclasses.fields(Authorization)}


def test_no_phrase_rules_on_what_the_law_allows() -> None:
    said = Path(phrases.__file__).read_text(encoding="utf-8").lower()

    assert not re.search(r"\b(compliant|compliance|legal|illegal|lawful|unlawful|violation|violates|violated)\b", said)


def test_what_a_person_must_do_first_is_named_first() -> None:
    assert list(phrases.VERDICTS) == [
        Verdict.TAKE_DOWN,
        Verdict.FIX,
        Verdict.REVIEW,
        Verdict.NOT_DETERMINED,
        Verdict.CLEAR,
    ]


@pytest.mark.parametrize(
    ("at_posting", "today", "words"),
    [
        ("fail", "fail", "when posted and today"),
        ("needs_review", "fail", "when posted and today"),
        ("pass", "fail", "today, not yet when posted"),
        ("not_applicable", "needs_review", "today, not yet when posted"),
        ("not_checked", "fail", "today; the day of posting could not be checked"),
        ("fail", "pass", "when posted, no longer today"),
        ("fail", "not_checked", "when posted; today could not be checked"),
        ("not_checked", "pass", "not checked"),
        ("pass", "pass", "neither when posted nor today"),
    ],
)
def test_the_moment_says_which_day_was_bad(at_posting: str, today: str, words: str) -> None:
    assert phrases.moment(Outcome(at_posting), Outcome(today)) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "not recorded"),
        ("", "not recorded"),
        (False, "no"),
        (True, "yes"),
        ((), "none"),
        (("website", "instagram"), "website; instagram"),
        (date(2026, 6, 3), "2026-06-03"),
        (SignerRole.REPRESENTATIVE, "Personal representative"),
        (PhotoScope(kind=PhotoKind.BEFORE, area="nose"), "every before photo of the nose"),
        ((PhotoScope(kind=PhotoKind.AFTER), PhotoScope(original="a.jpg")), "every after photo; a.jpg"),
        (PhotoScope(area="chin"), "every photo of the chin"),
        (1, "1"),
    ],
)
def test_recorded_values_read_as_words(value: object, words: str) -> None:
    assert phrases.recorded(value) == words


def test_text_from_outside_cannot_steer_the_terminal() -> None:
    hostile = "nose\x1b[2J\r\nAll clear\u202egpj.\x00"

    assert phrases.printable(hostile) == "nose\ufffd[2J All clear\ufffdgpj.\ufffd"


def test_a_file_name_that_utf8_cannot_write_can_be_printed() -> None:
    assert phrases.printable("caf\udce9 é.jpg").encode("utf-8").decode("utf-8") == "caf\ufffd é.jpg"


def test_a_problem_is_placed_as_a_spreadsheet_counts() -> None:
    assert phrases.place(handmade.PROBLEM, handmade.PRACTICE.folder) == "authorizations.csv, row 7, column signed_on"
    assert phrases.place(handmade.PROBLEM).startswith(str(handmade.FOLDER))


def test_what_changed_is_said_in_one_sentence() -> None:
    changes = [
        Change(kind=kind, subject=SubjectKind.PHOTO, about="a", rule="b") for kind in (*ChangeKind, ChangeKind.NEW)
    ]
    day = date(2026, 11, 1)

    assert phrases.since(day, changes) == "Since the audit as of 2026-11-01: 2 new, 1 no longer found, 1 came back."
    assert phrases.since(day, ()) == "Nothing changed since the audit as of 2026-11-01."
    assert "first audit" in phrases.since(None, ())


@pytest.mark.parametrize(
    ("number", "words"), [(0, "no photos"), (1, "1 photo"), (2, "2 photos"), (12000, "12,000 photos")]
)
def test_numbers_agree_with_their_noun(number: int, words: str) -> None:
    assert phrases.count(number, "photo") == words
