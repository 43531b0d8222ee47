"""A transcript holds everything on record about a person, as it was at the time, and until when to keep it."""

from __future__ import annotations

import csv
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from before_you_post.records import EntryKind, InputError, QuestionKind
from before_you_post.report.transcript import Transcript, years_after
from before_you_post.report.transcript_csv import transcript_csv
from before_you_post.report.transcript_pdf import transcript_pdf
from before_you_post.training.desk import TrainingDesk
from before_you_post.training.exports import export, transcript_of
from invented_learning import Clock, answer_all, curriculum, opened_desk, passed, question


def rows(transcript: Transcript) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(transcript_csv(transcript).decode("utf-8-sig"))))


def text(transcript: Transcript) -> str:
    return " ".join(
        " ".join(page.extract_text() for page in PdfReader(BytesIO(transcript_pdf(transcript))).pages).split()
    )


def learnt(place: Path, clock: Clock | None = None) -> TrainingDesk:
    """Somebody misses a question, tries again, passes and signs."""
    clock = clock or Clock()
    desk = opened_desk(place, clock)
    desk.choose_pin("S-02", "481516")
    attempt = desk.begin("S-02", "first")
    clock.on(minutes=4, seconds=5)
    answer_all(desk, attempt, wrong=["first-critical"])
    desk.finish(attempt.id)
    passed(desk, "S-02")
    desk.assign("Rosa Ames", "S-02", "second", date(2026, 4, 1), '=HYPERLINK("x")')
    passed(desk, "S-04")
    return desk


def test_every_line_about_the_person_is_there_and_nobody_elses(tmp_path: Path) -> None:
    desk = learnt(tmp_path)
    found = rows(transcript_of(desk, "S-02"))

    assert [int(row["entry"]) for row in found] == [one.number for one in desk.entries("S-02")]
    assert [row["hash"] for row in found] == [one.hash for one in desk.entries("S-02")]
    assert [row["what"] for row in found] == [
        "Chose a PIN", "Signed in",
        "Began", "Answered", "Answered", "Answered", "Not passed",
        "Began", "Answered", "Answered", "Answered", "Passed", "Signed", "Certificate", "Assigned",
    ]  # fmt: skip


def test_answers_are_told_with_the_whole_question(tmp_path: Path) -> None:
    found = rows(transcript_of(learnt(tmp_path), "S-02"))
    missed = next(row for row in found if row["right"] == "wrong")

    assert missed["question"] == "first-critical"
    assert missed["question_text"] == "What about first-critical?"
    assert missed["options"] == "Yes, ask (right) | No, post (wrong) | Perhaps (wrong)"
    assert missed["answer"] == "No, post"
    finished = next(row for row in found if row["what"] == "Not passed")
    assert finished["score"] == "2 of 3"
    assert "took 4 min 05 s" in finished["detail"]
    assert "pass mark 80%" in finished["detail"]
    assert "must be right: first-critical" in finished["detail"]


def test_a_question_is_told_as_it_stood_when_it_was_asked(tmp_path: Path) -> None:
    learnt(tmp_path)
    changed = [question(one, stem="Something else altogether?") for one in curriculum().bank]
    desk = opened_desk(tmp_path, course=curriculum(questions=changed))

    found = rows(transcript_of(desk, "S-02"))

    asked = {row["question_text"] for row in found if row["question"] == "first-critical"}
    assert asked == {"What about first-critical?"}


def test_the_pdf_says_the_same_with_the_check_of_the_ledger(tmp_path: Path) -> None:
    made = transcript_of(learnt(tmp_path), "S-02")
    said = text(made)

    assert "Łukasz Nguyễn (S-02), Plumtree Skin" in said
    assert "every entry fits the one before" in said
    assert made.chain.last in said.replace(" ", "")
    assert "45 CFR 164.530(j)(2)" in said
    assert "What about first-critical?" in said
    for line in made.lines:
        assert line.entry.hash in said


def test_a_ledger_that_was_changed_is_said_to_be(tmp_path: Path) -> None:
    desk = learnt(tmp_path)
    (tmp_path / "home" / "training.last").write_text("x", encoding="utf-8")

    made = transcript_of(desk, "S-02")

    assert "does not fit together" in made.checked
    assert "does not fit together" in text(made)


def test_a_cell_is_never_a_formula(tmp_path: Path) -> None:
    desk = learnt(tmp_path)
    desk.note(EntryKind.ATTENDED, "S-02", {"lesson": "first", "who": "=1+1"})
    attempt_text = transcript_csv(transcript_of(desk, "S-02")).decode("utf-8-sig")

    cells = [cell for row in csv.reader(StringIO(attempt_text)) for cell in row]

    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_a_typed_answer_that_looks_like_a_formula_is_text(tmp_path: Path) -> None:
    number = question("first-typed", kind=QuestionKind.NUMBER, unit="", otherwise="Any other value is wrong.")
    desk = opened_desk(tmp_path, course=curriculum(questions=[number]))
    attempt = desk.begin("S-02", "first")
    desk.answer(attempt.id, "first-typed", '=HYPERLINK("http://x")')

    answered = next(row for row in rows(transcript_of(desk, "S-02")) if row["what"] == "Answered")

    assert answered["answer"] == '\'=HYPERLINK("http://x")'


def test_the_pin_and_its_hash_are_in_no_export(tmp_path: Path) -> None:
    made = transcript_of(learnt(tmp_path), "S-02")
    sealed = opened_desk(tmp_path).entries("S-02")[0].body["sealed"]

    for said in (text(made), transcript_csv(made).decode("utf-8-sig")):
        assert "481516" not in said
        assert sealed not in said


def test_lines_say_until_when_they_are_kept(tmp_path: Path) -> None:
    clock = Clock()
    desk = learnt(tmp_path, clock)
    kept = {row["what"]: row["keep_until"] for row in rows(transcript_of(desk, "S-02"))}
    assert kept["Passed"] == "2032-03-02"
    assert kept["Certificate"] == "six years after it is no longer in effect"

    clock.on(days=100)
    passed(desk, "S-02")

    certificates = [row["keep_until"] for row in rows(transcript_of(desk, "S-02")) if row["what"] == "Certificate"]
    assert certificates == ["2032-06-10", "six years after it is no longer in effect"]


def test_people_who_left_have_their_record(tmp_path: Path) -> None:
    clock = Clock()
    clock.on(days=-60)
    passed(opened_desk(tmp_path, clock), "S-03")

    made = transcript_of(opened_desk(tmp_path), "S-03")

    assert made.left_on == date(2026, 1, 30)
    assert made.lines[-1].kept == "2032-01-30", "a certificate of somebody who left ended with the last day of work"
    assert "last day of work 2026-01-30" in text(made)


def test_people_taken_out_of_the_table_have_their_record(tmp_path: Path) -> None:
    passed(opened_desk(tmp_path), "S-02")
    desk = opened_desk(tmp_path, staff="person,name,role\nS-01,Rosa Ames,manager\n")

    made = transcript_of(desk, "S-02")

    assert made.name == "Łukasz Nguyễn"
    assert made.lines
    with pytest.raises(InputError, match="nobody with the code"):
        transcript_of(desk, "S-99")


def test_an_export_is_written_and_noted(tmp_path: Path) -> None:
    desk = learnt(tmp_path)

    paths = export(desk, "S-02", tmp_path / "out", by="Rosa Ames")

    assert [path.suffix for path in paths] == [".pdf", ".csv"]
    assert all(path.is_file() for path in paths)
    noted = desk.entries("S-02")[-1]
    assert noted.kind is EntryKind.EXPORTED
    assert noted.body["by"] == "Rosa Ames"
    assert set(noted.body["files"]) == {path.name for path in paths}


def test_an_export_among_published_files_is_refused(tmp_path: Path) -> None:
    desk = learnt(tmp_path)

    with pytest.raises(InputError, match="published"):
        export(desk, "S-02", tmp_path / "practice" / "published" / "website", by="Rosa Ames")
    assert all(entry.kind is not EntryKind.EXPORTED for entry in desk.entries())


def test_somebody_without_any_record_has_an_empty_one(tmp_path: Path) -> None:
    made = transcript_of(opened_desk(tmp_path), "S-04")

    assert made.lines == ()
    assert "Nothing is on record yet." in text(made)


@pytest.mark.parametrize(
    ("day", "later"), [(date(2026, 3, 2), date(2032, 3, 2)), (date(2024, 2, 29), date(2030, 3, 1))]
)
def test_six_years_later_is_never_a_day_too_early(day: date, later: date) -> None:
    assert years_after(day) == later
