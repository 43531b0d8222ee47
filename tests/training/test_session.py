"""A staff session at the desk: from its beginning to minutes in the ledger, over crashes, with many people at once."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from before_you_post.records import Agenda, EntryKind, InputError, Option, QuestionKind, Step
from before_you_post.store.training import TrainingStore
from before_you_post.training.desk import Learner, TrainingDesk
from before_you_post.training.session import StaffSession
from invented_learning import STAFF, Clock, curriculum, lesson, opened_desk, question

CASE = "first-0"
AGENDA = Agenda(
    title="A meeting",
    steps=(
        Step(title="Welcome", minutes=2, say=("Hello",)),
        Step(title="The case", minutes=5, lesson="first", questions=(CASE, "first-1")),
        Step(title="The second", minutes=5, lesson="second"),
    ),
)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(tmp_path: Path, clock: Clock) -> TrainingDesk:
    return opened_desk(tmp_path, clock)


@pytest.fixture
def session(desk: TrainingDesk, tmp_path: Path, clock: Clock) -> StaffSession:
    return opened(desk, tmp_path, clock)


def opened(desk: TrainingDesk, place: Path, clock: Clock) -> StaffSession:
    return StaffSession(desk, store=TrainingStore(place / "home"), now=clock)


def begin(session: StaffSession, **changed: Any) -> None:
    values: dict[str, Any] = {"led_by": "S-01", "held_on": date(2026, 3, 2), "agenda": AGENDA, "present": ["S-01"]}
    session.begin(**(values | changed))


def learner(desk: TrainingDesk, person: str) -> Learner:
    return next(one for one in desk.roster() if one.person == person)


def lines(desk: TrainingDesk, kind: EntryKind) -> list[Any]:
    return [entry for entry in desk.entries() if entry.kind is kind]


def test_a_session_from_its_beginning_to_its_minutes(session: StaffSession, desk: TrainingDesk, clock: Clock) -> None:
    begin(session)
    clock.on(minutes=3)
    session.to_step(1)
    session.ask(CASE)
    session.come("S-02", own_device=True)
    assert session.answer(learner(desk, "S-02"), CASE, ["no"])
    session.raise_hands(CASE, "yes", 4)
    session.show()
    session.note("decided", "Rosa hangs up the checklist by Friday.")
    clock.on(minutes=9)
    minutes = session.end()

    assert session.running() is None
    assert session.minutes() == (minutes,)
    assert (minutes.practice, minutes.led_by, minutes.title) == ("Plumtree Skin", "Rosa Ames", "A meeting")
    assert (minutes.ended_at - minutes.began_at).total_seconds() == 12 * 60
    assert [(one.person, one.own_device) for one in minutes.present] == [("S-01", False), ("S-02", True)]
    assert minutes.away == ("Ida Quill",)
    assert minutes.agenda == (("Welcome", 2, True), ("The case", 5, True), ("The second", 5, False))
    assert minutes.lessons == (("first", "The first lesson"),)
    [asked] = minutes.asked
    assert (asked.question, asked.answers) == (CASE, 1)
    assert {one.option: (one.own, one.hands) for one in asked.options} == {"yes": (0, 4), "no": (1, 0), "maybe": (0, 0)}
    assert minutes.notes == (("What we change: who does it, by when", "Rosa hangs up the checklist by Friday."),)
    assert desk.verify().whole


def test_each_person_who_was_there_has_it_in_their_record(session: StaffSession, desk: TrainingDesk) -> None:
    begin(session, present=["S-01", "S-04"])
    session.to_step(1)
    session.end()
    attended = lines(desk, EntryKind.ATTENDED)
    assert {entry.person for entry in attended} == {"S-01", "S-04"}
    assert {tuple(entry.body["lessons"]) for entry in attended} == {("The first lesson",)}


def test_an_answer_is_kept_as_practice_and_never_counted(session: StaffSession, desk: TrainingDesk) -> None:
    begin(session)
    session.ask(CASE)
    session.answer(learner(desk, "S-02"), CASE, ["no"])
    assert lines(desk, EntryKind.ANSWERED) == [], "it may still change"
    session.show()
    [kept] = lines(desk, EntryKind.ANSWERED)
    assert (kept.person, kept.body["attempt"], kept.body["answer"], kept.body["right"]) == ("S-02", None, ["no"], False)
    assert kept.body["session"]
    assert kept.body["text"] in {entry.body["digest"] for entry in lines(desk, EntryKind.CONTENT)}
    assert desk.reviews_due("S-02") == ()
    assert {card.state for card in desk.cards("S-02")} == {"new"}


def test_an_answer_may_change_until_the_answer_is_shown(session: StaffSession, desk: TrainingDesk) -> None:
    begin(session)
    session.ask(CASE)
    who = learner(desk, "S-02")
    assert session.answer(who, CASE, ["no"])
    assert session.answer(who, CASE, ["yes"])
    session.show()
    assert session.answer(who, CASE, ["maybe"]) is False
    assert [entry.body["answer"] for entry in lines(desk, EntryKind.ANSWERED)] == [["yes"]]


def test_what_a_browser_makes_up_is_refused(session: StaffSession, desk: TrainingDesk) -> None:
    begin(session)
    session.ask(CASE)
    who = learner(desk, "S-02")
    assert session.answer(who, "first-1", ["yes"]) is False, "that one is not on the screen"
    with pytest.raises(InputError):
        session.answer(who, CASE, ["of my own"])
    with pytest.raises(InputError):
        session.answer(who, CASE, ["yes", "no"])
    for wrong in (("none-such", 1), ("yes", -1), ("yes", 100_000)):
        with pytest.raises(InputError):
            session.raise_hands(CASE, *wrong)
    with pytest.raises(InputError):
        session.to_step(3)
    with pytest.raises(InputError):
        session.note("of my own", "x")
    with pytest.raises(InputError):
        session.come("S-03", own_device=True)  # left in January


def test_one_session_at_a_time_and_only_for_people_who_work_here(session: StaffSession) -> None:
    with pytest.raises(InputError):
        begin(session, led_by="S-99")
    with pytest.raises(InputError):
        begin(session, present=["S-03"])
    begin(session)
    with pytest.raises(InputError, match="open already"):
        begin(session)


def test_without_a_session_nothing_can_be_done(session: StaffSession) -> None:
    assert session.running() is None
    for act in (session.show, session.end, lambda: session.to_step(0), lambda: session.ask(CASE)):
        with pytest.raises(InputError, match="no session"):
            act()


def test_a_page_that_crashed_goes_on_where_it_was(
    session: StaffSession, desk: TrainingDesk, tmp_path: Path, clock: Clock
) -> None:
    begin(session)
    session.to_step(1)
    session.ask(CASE)
    session.answer(learner(desk, "S-02"), CASE, ["yes"])
    again = opened(opened_desk(tmp_path, clock), tmp_path, clock)
    running = again.running()
    assert running is not None
    assert (running.step, running.question, running.shown, running.agenda) == (1, CASE, False, AGENDA)
    again.show()
    assert again.end().asked[0].answers == 1


def test_a_question_is_taken_off_the_screen_and_the_time_of_its_step_goes_on(
    session: StaffSession, clock: Clock
) -> None:
    begin(session)
    session.to_step(1)
    session.ask(CASE)
    clock.on(minutes=4)
    session.to_step(1)
    running = session.running()
    assert running is not None
    assert (running.question, running.step_minutes, running.reached) == (None, 4, {0, 1})


def test_an_end_that_was_cut_short_is_made_up_and_writes_nothing_twice(
    session: StaffSession, desk: TrainingDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(session, present=["S-01", "S-02"])
    session.ask(CASE)
    session.answer(learner(desk, "S-02"), CASE, ["yes"])

    def crash(*_: object) -> None:
        raise RuntimeError("the lights went out")

    with monkeypatch.context() as broken, pytest.raises(RuntimeError):
        broken.setattr(session._rows, "end", crash)
        session.end()
    assert session.running() is not None
    session.end()
    assert len(lines(desk, EntryKind.ATTENDED)) == 2
    assert len(lines(desk, EntryKind.SESSION)) == 1
    assert len(lines(desk, EntryKind.ANSWERED)) == 1


def test_the_minutes_name_nobody_s_answer(session: StaffSession, desk: TrainingDesk) -> None:
    begin(session)
    session.ask(CASE)
    session.answer(learner(desk, "S-02"), CASE, ["no"])
    session.end()
    [entry] = lines(desk, EntryKind.SESSION)
    assert "S-02" not in json.dumps(entry.body["asked"])


def test_fifteen_people_answer_at_once_and_all_are_counted_and_kept(tmp_path: Path, clock: Clock) -> None:
    many = STAFF + "".join(f"T-{number:02},Person {number},nurse,2024-01-02,,none\n" for number in range(15))
    desk = opened_desk(tmp_path, clock, staff=many)
    session = opened(desk, tmp_path, clock)
    begin(session)
    session.ask(CASE)
    people = [one for one in desk.roster() if one.person.startswith("T-")]
    pages = [opened(desk, tmp_path, clock) for _ in people]

    def give(pair: tuple[StaffSession, Learner]) -> bool:
        page, who = pair
        page.come(who.person, own_device=True)
        return page.answer(who, CASE, ["yes"])

    with ThreadPoolExecutor(15) as pool:
        assert list(pool.map(give, zip(pages, people, strict=True))) == [True] * 15
    session.show()
    running = session.running()
    assert running is not None
    assert session.answered(running.id, CASE) == 15
    assert len(lines(desk, EntryKind.ANSWERED)) == 15
    assert desk.verify().whole


def test_several_right_answers_are_counted_option_by_option(tmp_path: Path, clock: Clock) -> None:
    options = tuple(
        Option(id=name, text=name, right=name != "d", why="Because it is so.") for name in ("a", "b", "c", "d")
    )
    course = curriculum([lesson("first")], [question("many", kind=QuestionKind.SEVERAL, options=options)])
    desk = opened_desk(tmp_path, clock, course)
    session = opened(desk, tmp_path, clock)
    begin(session, agenda=Agenda(title="One", steps=(Step(title="x", minutes=5, questions=("many",)),)))
    session.ask("many")
    session.answer(learner(desk, "S-01"), "many", ["a", "b"])
    session.answer(learner(desk, "S-02"), "many", ["b"])
    session.show()
    [asked] = session.end().asked
    assert asked.answers == 2
    assert [one.own for one in asked.options] == [1, 2, 0, 0]
