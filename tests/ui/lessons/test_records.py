"""The manager's page without a browser: what it is sent, what it may ask for, and who may ask."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from before_you_post.records import EntryKind, InputError, Problem
from before_you_post.ui.lessons import open_records, records
from before_you_post.ui.lessons.gate import Gate
from before_you_post.ui.lessons.learning import SIGN_IN, Learning, this_page
from before_you_post.ui.lessons.records import RecordsPage
from invented_office import HOSTILE, MANAGER, Office, crowd, empty_office, shared_office

PIN = "482915"


def at_once(work: Callable[[], None]) -> None:
    work()


def opened(office: Office, learning: Learning | None = None) -> RecordsPage:
    learning = learning or Learning(lambda: office.desk)
    return RecordsPage(learning, now=office.clock, start=at_once, home=office.home)


@pytest.fixture
def page(page_class: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The page of an office with some months of learning; tests that write have an office of their own."""
    return page_class(opened(shared_office()), monkeypatch)


@pytest.fixture
def own(tmp_path: Path) -> Office:
    return empty_office(tmp_path)


@pytest.fixture
def own_page(own: Office, page_class: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    return page_class(opened(own), monkeypatch)


def test_the_figures_add_up(page: Any) -> None:
    figures = {one["state"]: one["number"] for one in page.widget.overview["figures"]}
    assert figures[""] == 11
    assert figures["current"] + figures["overdue"] == figures[""]
    assert figures["lapsed"] > 0
    assert page.widget.overview["as_of"] == "November 22, 2026, 10:42 am"
    assert page.widget.busy is False


def test_an_office_that_begins_is_told_what_comes_next(own_page: Any) -> None:
    assert own_page.widget.overview["notice"].startswith("Nobody has answered a question yet.")
    assert own_page.widget.rules["total"] == own_page.widget.questions["total"] == 0


def test_one_person_opens_and_closes_again(page: Any) -> None:
    page.say("person", person="S-05")
    assert page.widget.person["name"] == "Łukasz Nguyễn"
    page.say("close")
    assert page.widget.person is None


@pytest.mark.parametrize("person", ["S-99", None, 7, ["S-05"], HOSTILE])
def test_nobody_opens_who_is_not_there(page: Any, person: object) -> None:
    page.say("person", person=person)
    assert page.widget.person is None


@pytest.mark.parametrize("content", [None, "look", 7, {}, {"do": None}, {"do": "person"}, {"do": "no such thing"}])
def test_what_makes_no_sense_changes_nothing(page: Any, content: object) -> None:
    page.widget._receive(page.widget, content, [])
    assert page.heard == []
    assert page.widget.trouble is None


def test_a_whole_record_is_saved_in_both_forms_and_that_is_on_record(own: Office, own_page: Any) -> None:
    own_page.say("save", person="S-09", format="pdf")
    own_page.say("save", person="S-09", format="csv")
    own_page.say("save", person="S-09", format="exe")
    own_page.say("save", person="S-99", format="pdf")
    assert [one["name"].rpartition(".")[2] for one in own_page.told("file")] == ["pdf", "csv"]
    assert own_page.files[0].startswith(b"%PDF")
    saved = [one for one in own.desk.entries("S-09") if one.kind is EntryKind.EXPORTED]
    assert len(saved) == 2
    assert all(one.body["by"] for one in saved)


def test_a_certificate_is_saved_as_it_was_issued(page: Any) -> None:
    page.say("person", person="S-04")
    page.say("certificate", certificate=page.widget.person["certificates"][0]["id"])
    page.say("certificate", certificate="BYP-AAAAA")
    assert [one["media"] for one in page.told("file")] == ["application/pdf"]


def test_the_table_has_everybody_and_no_formula(
    tmp_path: Path, page_class: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    staff = (
        "person,name,role,hired_on,left_on,publishes_on\nS-01,Rosa Ames,office manager,,,none\nS-02,=1+1,nurse,,,none\n"
    )
    page = page_class(opened(empty_office(tmp_path, staff=staff)), monkeypatch)
    page.say("table")
    rows = list(csv.DictReader(io.StringIO(page.files[0].decode("utf-8-sig"))))
    assert [one["name"] for one in rows] == ["'=1+1", "Rosa Ames"]


def test_a_lesson_is_assigned_with_its_reason_and_shows_at_once(own: Office, own_page: Any) -> None:
    own_page.say("person", person="S-05")
    own_page.say("assign", lesson="channels", due="2026-12-01", why="You asked about stories.")
    assert own_page.told("done")[0]["words"] == "Assigned: Every channel counts, due December 1, 2026."
    [made] = [one for one in own.desk.assignments("S-05") if one.why == "You asked about stories."]
    assert (made.lesson, made.due) == ("channels", date(2026, 12, 1))
    [lesson] = [one for one in own_page.widget.person["lessons"] if one["slug"] == "channels"]
    assert {"cause": "Assigned by hand", "words": "You asked about stories."} in lesson["why"]


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"lesson": "no-such", "due": "2026-12-01", "why": "Because."}, "lesson"),
        ({"lesson": "channels", "due": "soon", "why": "Because."}, "due"),
        ({"lesson": "channels", "due": "2026-11-21", "why": "Because."}, "due"),
        ({"lesson": "channels", "due": "2026-12-01", "why": "   "}, "why"),
        ({}, "lesson"),
    ],
)
def test_what_cannot_be_assigned_is_told_at_its_field(own: Office, own_page: Any, said: Any, field: str) -> None:
    own_page.say("person", person="S-05")
    own_page.say("assign", **said)
    [refused] = own_page.told("refused")
    assert refused["field"] == field
    assert refused["words"]
    assert [one for one in own.desk.entries("S-05") if one.kind is EntryKind.ASSIGNED] == []


def test_nothing_is_assigned_to_somebody_who_left(own: Office, own_page: Any) -> None:
    own_page.say("person", person="S-09")
    own_page.say("assign", lesson="channels", due="2026-12-01", why="Because.")
    assert own_page.told("refused")[0]["words"].startswith("This person left.")


def test_a_pin_is_taken_away_from_the_person_who_is_open(own: Office, own_page: Any) -> None:
    token = own.desk.choose_pin("S-05", PIN)
    own_page.say("pin")
    assert own.desk.who(token) is not None
    own_page.say("look")
    own_page.say("person", person="S-05")
    own_page.say("pin")
    assert own.desk.who(token) is None
    assert own_page.widget.person["pin"] is False
    assert "chooses" in own_page.told("done")[0]["words"]


def test_the_check_of_the_records_is_told_and_repeated(own: Office, own_page: Any) -> None:
    assert own_page.widget.record["whole"] is True
    own.desk.assign("Rosa Ames", "S-05", "channels", date(2026, 12, 1), "Because.")
    own_page.say("verify")
    assert own_page.widget.record["entries"] == 1
    assert own_page.widget.record["last"] == own.desk.entries()[-1].hash
    assert own_page.widget.record["place"] == str(own.home / "training.sqlite")


def test_two_hundred_people_come_page_by_page(tmp_path: Path, page_class: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    page = page_class(opened(empty_office(tmp_path, staff=crowd(200))), monkeypatch)
    assert (page.widget.people["total"], page.widget.people["pages"], len(page.widget.people["rows"])) == (201, 9, 25)
    page.say("people", query={"page": 9})
    assert len(page.widget.people["rows"]) == 1


def test_files_that_cannot_be_read_are_told_with_the_way_out() -> None:
    def broken() -> Any:
        raise InputError(Problem(path="practice.yaml", found="nothing", expected="a name", remedy="Write one."))

    page = RecordsPage(Learning(broken), start=at_once)
    assert page.trouble["remedy"] == "Write one."
    assert page.busy is False


def test_a_fault_of_the_program_is_told_without_anybodys_words(capfd: pytest.CaptureFixture[str]) -> None:
    def broken() -> Any:
        raise RuntimeError("Mrs. Quince")

    page = RecordsPage(Learning(broken), start=at_once)
    assert "Quince" not in str(page.trouble)
    assert "RuntimeError" in capfd.readouterr().err


def signed_in(office: Office, person: str) -> Learning:
    learning = Learning(lambda: office.desk)
    code = office.desk.start_code() or ""
    learning.enter(office.desk.choose_pin(person, PIN, code))
    return learning


def test_the_managers_name_goes_on_record(own: Office, page_class: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SIGN_IN, "required")
    page = page_class(opened(own, signed_in(own, MANAGER)), monkeypatch)
    page.say("person", person="S-05")
    page.say("assign", lesson="channels", due="2026-12-01", why="Because.")
    [made] = [one for one in own.desk.entries("S-05") if one.kind is EntryKind.ASSIGNED]
    assert made.body["by"] == "Rosa Ames"


@pytest.mark.parametrize("who", ["nobody", "S-05"])
def test_the_page_answers_nobody_but_a_manager_where_people_sign_in(
    own: Office, who: str, page_class: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    learning = Learning(lambda: own.desk) if who == "nobody" else signed_in(own, who)
    page = page_class(opened(own, learning), monkeypatch)
    monkeypatch.setenv(SIGN_IN, "required")
    page.say("person", person="S-04")
    page.say("table")
    page.say("save", person="S-04", format="csv")
    assert page.widget.person is None
    assert page.heard == []


def test_a_manager_whose_session_has_ended_is_asked_again(
    own: Office, page_class: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SIGN_IN, "required")
    page = page_class(opened(own, signed_in(own, MANAGER)), monkeypatch)
    own.clock.on(hours=2)
    page.say("person", person="S-04")
    assert page.widget.person is None


def test_the_notebook_opens_behind_the_door_where_people_sign_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SIGN_IN, "required")
    monkeypatch.setenv("BEFORE_YOU_POST_HOME", str(tmp_path))
    monkeypatch.setattr(records, "this_page", this_page.__wrapped__)
    gate = open_records()
    assert isinstance(gate, Gate)
    assert len(gate.children) == 1
