"""The page of a staff session without a browser: who sees what, who may do what, and when an answer is told."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from before_you_post.store.training import TrainingStore
from before_you_post.training.desk import TrainingDesk
from before_you_post.training.session import StaffSession
from before_you_post.ui.lessons import session_views
from before_you_post.ui.lessons.learning import SIGN_IN, Learning
from before_you_post.ui.lessons.session import SESSION_OVER, TOO_LATE, SessionPage

PIN = "482915"
MANAGER, STAFF = "S-01", "S-04"
QUESTION = "kind-single"


@pytest.fixture(autouse=True)
def required(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SIGN_IN, "required")


@pytest.fixture
def opened(desk: TrainingDesk, tmp_path: Path, clock: Any, page_class: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Open a page for somebody; each has a kernel, so a connection, of its own."""
    code = desk.start_code() or ""

    def open_page(person: str | None) -> Any:
        learning = Learning(lambda: desk)
        page = SessionPage(
            learning, session_of=lambda desk: StaffSession(desk, store=TrainingStore(tmp_path), now=clock)
        )
        if person is not None:
            known = next(one for one in desk.roster() if one.person == person).has_pin
            token = desk.sign_in(person, PIN) if known else desk.choose_pin(person, PIN, code)
            learning.enter(token)
        return page_class(page, monkeypatch)

    return open_page


@pytest.fixture
def lead(opened: Callable[[str | None], Any]) -> Any:
    """Whoever leads, with a session of one question."""
    page = opened(MANAGER)
    page.say("begin", plan="own", questions=[QUESTION], date="2026-11-22", present=[MANAGER])
    return page


def view(page: Any) -> dict[str, Any]:
    page.widget.look()
    return dict(page.widget.view)


def option(page: Any, at: int = 0) -> str:
    return str(view(page)["asked"]["options"][at]["id"])


def test_whoever_has_not_signed_in_sees_nothing(opened: Callable[[str | None], Any], lead: Any) -> None:
    page = opened(None)
    assert view(page) == {"stage": "nobody"}
    page.say("begin", plan="45", date="2026-11-22")
    assert page.told("refused")[-1]["words"] == SESSION_OVER


def test_a_manager_is_offered_the_plans_the_people_and_the_questions(opened: Callable[[str | None], Any]) -> None:
    seen = view(opened(MANAGER))
    assert (seen["stage"], seen["leader"], seen["today"], len(seen["months"])) == ("setup", MANAGER, "2026-11-22", 12)
    assert MANAGER in {one["person"] for one in seen["people"]}
    offered = {one["id"] for lesson in seen["lessons"] for one in lesson["questions"]}
    assert QUESTION in offered
    assert "right" not in json.dumps(seen["lessons"]), "the browser is not told which option is right"


def test_without_a_session_others_are_told_kindly_to_wait(opened: Callable[[str | None], Any]) -> None:
    assert view(opened(STAFF)) == {"stage": "wait", "may_lead": False}


def test_whoever_comes_in_is_on_the_list(opened: Callable[[str | None], Any], lead: Any) -> None:
    assert view(opened(STAFF))["here"] is True
    here = {one["person"]: one["own"] for one in view(lead)["people"] if one["here"]}
    assert here == {MANAGER: False, STAFF: True}


def test_whoever_is_taken_off_the_list_stays_off(opened: Callable[[str | None], Any], lead: Any) -> None:
    page = opened(STAFF)
    view(page)
    lead.say("went", person=STAFF)
    assert view(page)["here"] is False
    lead.say("came", person=STAFF)
    assert view(page)["here"] is True


def test_no_browser_knows_what_is_right_before_it_is_shown(opened: Callable[[str | None], Any], lead: Any) -> None:
    page = opened(STAFF)
    lead.say("ask", question=QUESTION)
    page.say("give", question=QUESTION, answer=[option(page)])
    for one in (lead, page):
        told = json.dumps(view(one))
        assert '"right"' not in told
        assert '"why"' not in told
        assert '"counts": [{' not in told
    assert view(lead)["answered"] == 1
    assert STAFF not in json.dumps({key: words for key, words in view(lead).items() if key != "people"})


def test_an_answer_is_told_to_everybody_at_once(opened: Callable[[str | None], Any], lead: Any) -> None:
    page, silent = opened(STAFF), opened("S-06")
    lead.say("ask", question=QUESTION)
    page.say("give", question=QUESTION, answer=[option(page)])
    lead.say("hands", question=QUESTION, option=option(page, 1), count=4)
    lead.say("show")
    counts = {one["id"]: (one["own"], one["hands"], one["share"]) for one in view(lead)["counts"]}
    assert counts[option(page)] == (1, 0, 20)
    assert counts[option(page, 1)] == (0, 4, 80)
    assert all(one["why"] for one in view(lead)["counts"])
    assert view(page)["marked"]["kept"] == session_views.KEPT
    unanswered = view(silent)["marked"]
    assert unanswered["verdict"] == session_views.NOT_ANSWERED
    assert {part["sign"] for part in unanswered["parts"]} == {"missed", "left"}


def test_an_answer_that_comes_too_late_is_said_to_be_so(opened: Callable[[str | None], Any], lead: Any) -> None:
    page = opened(STAFF)
    lead.say("ask", question=QUESTION)
    mine = option(page)
    lead.say("show")
    page.say("give", question=QUESTION, answer=[mine])
    assert page.told("refused")[-1]["words"] == TOO_LATE


@pytest.mark.parametrize(
    "act", ["begin", "lead", "step", "ask", "hands", "show", "came", "went", "note", "end", "paper"]
)
def test_nobody_but_a_manager_leads(opened: Callable[[str | None], Any], lead: Any, act: str) -> None:
    page = opened(STAFF)
    before = view(lead)
    more = {"plan": "45", "to": 1, "question": QUESTION, "person": STAFF, "name": "other", "text": "x", "count": 1}
    page.say(act, **more)
    after = view(lead)
    assert {**after, "people": []} == {**before, "people": []}
    assert page.files == []


def test_another_manager_may_take_part_or_lead_from_here(
    opened: Callable[[str | None], Any], lead: Any, desk: TrainingDesk
) -> None:
    lead.widget.session.lead(STAFF)
    assert view(lead)["stage"] == "choice"
    lead.say("part")
    assert (view(lead)["stage"], view(lead)["may_lead"]) == ("device", True)
    lead.say("unpart")
    lead.say("lead")
    assert view(lead)["stage"] == "screen"


def test_a_page_opened_again_goes_on_where_it_was(opened: Callable[[str | None], Any], lead: Any) -> None:
    lead.say("ask", question=QUESTION)
    lead.say("note", name="decided", text="Two things")
    again = view(opened(MANAGER))
    assert (again["stage"], again["asked"]["id"]) == ("screen", QUESTION)
    assert [one["text"] for one in again["notes"] if one["name"] == "decided"] == ["Two things"]


def test_at_the_end_there_are_minutes_to_sign_and_devices_are_free(
    opened: Callable[[str | None], Any], lead: Any
) -> None:
    page = opened(STAFF)
    view(page)
    lead.say("end")
    ended = view(lead)
    assert (ended["stage"], ended["present"]) == ("minutes", ["Beatrix Lindqvist-Hale", "Corwin Halloway-Stone"])
    lead.say("paper", session=ended["session"])
    assert lead.files[0].startswith(b"%PDF")
    assert view(page)["stage"] == "wait"
    lead.say("another")
    assert [one["session"] for one in view(lead)["former"]] == [ended["session"]]


def test_a_session_of_signing_in_that_ended_leads_no_more(lead: Any, clock: Any) -> None:
    clock.pass_by(hours=13)
    lead.say("ask", question=QUESTION)
    assert lead.told("refused")[-1]["words"] == SESSION_OVER
    assert view(lead) == {"stage": "nobody"}


def test_in_jupyterlab_whoever_opens_it_leads_and_counts_hands(
    opened: Callable[[str | None], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(SIGN_IN)
    page = opened(None)
    assert view(page)["stage"] == "setup"
    page.say("begin", plan="own", questions=[QUESTION], date="2026-11-22", led_by=STAFF, present=[STAFF])
    page.say("ask", question=QUESTION)
    assert (view(page)["stage"], view(page)["asked"]["id"]) == ("screen", QUESTION)


@pytest.mark.parametrize("date", ["", "yesterday", None])
def test_a_day_has_to_be_one(opened: Callable[[str | None], Any], date: object) -> None:
    page = opened(MANAGER)
    page.say("begin", plan="own", questions=[QUESTION], date=date, present=[])
    assert "Choose the day" in page.told("refused")[-1]["words"]
    assert view(page)["stage"] == "setup"


def test_the_script_is_one_module_without_a_name_twice_and_without_markup() -> None:
    script = str(SessionPage._esm)
    assert re.findall(r"^export .*$", script, re.M) == ["export default { render };"]
    named = re.findall(r"^(?:async )?(?:function|const|let) (\w+)", script, re.M)
    assert {name for name in named if named.count(name) > 1} == set()
    for means in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "srcdoc"):
        assert means not in script


def test_every_rule_of_the_style_stands_below_the_lessons() -> None:
    sheet = (files("before_you_post.ui.lessons") / "static/session.css").read_text(encoding="utf-8")
    plain = re.sub(r"/\*.*?\*/", "", sheet, flags=re.S)
    for selector in re.findall(r"(?:^|[{}])\s*([^{}@;]+)\{", plain):
        assert re.match(r"\.byp-lesson\b", selector.strip()), selector
