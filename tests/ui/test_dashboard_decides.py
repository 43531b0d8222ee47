"""The widget keeps what a reader decides, shows it at once, and sends what a reviewer asks to see."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from before_you_post.law import watch_list
from before_you_post.store import Store
from before_you_post.ui import dashboard as module
from before_you_post.ui import overview
from before_you_post.ui.dashboard import Dashboard
from invented_practice_audit import REPLY, keep_invented_audit

COLLAGE = "website/collage-autumn.jpg"
SAID = {"by": "R. Osei", "reason": "Looked it up."}


class Page:
    """The page of a test: asks the widget, and keeps what it was told."""

    def __init__(self, widget: Dashboard, monkeypatch: pytest.MonkeyPatch) -> None:
        self.widget = widget
        self.told: list[dict[str, Any]] = []
        self._news = threading.Condition()
        monkeypatch.setattr(widget, "send", self._hear)

    def _hear(self, content: dict[str, Any], buffers: list[bytes] | None = None) -> None:
        with self._news:
            self.told.append({**content, "bytes": b"".join(buffers or [])})
            self._news.notify_all()

    def ask(self, **message: Any) -> None:
        self.widget._receive(self.widget, message, [])

    def answer(self, tell: str) -> dict[str, Any]:
        def found() -> dict[str, Any] | None:
            return next((one for one in reversed(self.told) if one["tell"] == tell), None)

        with self._news:
            assert self._news.wait_for(lambda: found() is not None, timeout=60)
        answered = found()
        assert answered is not None
        return answered


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "home")


@pytest.fixture
def page(tmp_path: Path, store: Store, monkeypatch: pytest.MonkeyPatch) -> Page:
    monkeypatch.setattr(module, "kernel_loop", lambda: lambda work: work())
    folder = tmp_path / "practice"
    keep_invented_audit(folder, store)
    return Page(Dashboard(folder, store=store), monkeypatch)


def first(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.widget.detail["findings"][0]
    return found


def named(found: dict[str, Any]) -> dict[str, Any]:
    return {name: found[name] for name in ("subject", "about", "rule", "panel")}


def test_a_decision_is_kept_and_stands_beside_its_finding_at_once(page: Page, store: Store, tmp_path: Path) -> None:
    page.ask(do="open", photo=COLLAGE)
    pictures_of = page.widget.rows["audit"]
    page.ask(do="decide", **named(first(page)), kind="dismissed", **SAID)
    assert page.answer("decided")["problem"] is None
    assert first(page)["decision"]["label"] == "Dismissed"
    assert page.widget.rows["audit"] == pictures_of, "no picture has to be sent again"
    (kept,) = store.practice(tmp_path / "practice").decisions.findings()
    assert (kept.about, kept.by) == (COLLAGE, "R. Osei")
    page.ask(do="list", query={"undecided": True})
    assert COLLAGE not in {row["photo"] for row in page.widget.rows["photos"]}


def test_a_decision_without_a_reason_is_refused_and_not_kept(page: Page, store: Store, tmp_path: Path) -> None:
    page.ask(do="open", photo=COLLAGE)
    page.ask(do="decide", **named(first(page)), kind="dismissed", by="R. Osei", reason=" ")
    assert page.answer("decided")["problem"] == "Write why: the next reader cannot ask you."
    assert store.practice(tmp_path / "practice").decisions.findings() == ()


@pytest.mark.parametrize("wrong", [{"about": "website/gone.jpg"}, {"panel": 9}, {"panel": "1"}, {"subject": None}])
def test_a_finding_that_is_not_there_cannot_be_decided(
    page: Page, store: Store, tmp_path: Path, wrong: dict[str, Any]
) -> None:
    page.ask(do="open", photo=COLLAGE)
    page.ask(do="decide", **{**named(first(page)), **wrong}, kind="dismissed", **SAID)
    assert store.practice(tmp_path / "practice").decisions.findings() == ()


def test_the_worksheet_is_offered_only_for_a_confirmed_fault(page: Page) -> None:
    page.ask(do="open", photo=COLLAGE)
    assert not first(page)["worksheet"]
    page.ask(do="decide", **named(first(page)), kind="confirmed", **SAID)
    assert first(page)["worksheet"]
    page.ask(do="worksheet", **named(first(page)))
    sheet = page.answer("file")
    assert sheet["name"].endswith(".html")
    assert b"R. Osei" in sheet["bytes"]


def test_a_word_on_a_match_is_kept_for_the_next_audit(page: Page, store: Store, tmp_path: Path) -> None:
    page.ask(do="open", photo=COLLAGE)
    page.ask(do="match", of=COLLAGE, panel=1, what="not-this", **SAID)
    (said,) = page.widget.detail["panels"][0]["said"]
    assert said["words"] == "Not made from P-02/before.jpg"
    assert said["note"] == "It takes effect when the practice is checked again."
    assert page.widget.detail["panels"][1]["said"] == []
    (word,) = store.practice(tmp_path / "practice").decisions.matches()
    assert word.rejected == "P-02/before.jpg"


def test_an_original_is_found_and_its_picture_shown(page: Page) -> None:
    page.ask(do="originals", search="P-02")
    assert [one["id"] for one in page.answer("originals")["originals"]] == ["P-02/before.jpg"]
    page.ask(do="picture", wanted={"of": "", "which": "library", "name": "P-02/before.jpg"})
    assert page.answer("picture")["bytes"].startswith(b"\xff\xd8\xff")


@pytest.mark.parametrize("which", ["panel", "laid-over"])
def test_a_panel_and_its_original_come_in_one_size(page: Page, which: str) -> None:
    page.ask(do="picture", wanted={"of": COLLAGE, "which": which, "name": "1"})
    shown = page.answer("picture")
    assert (shown["width"], shown["height"]) == (536, 810)


@pytest.mark.parametrize(
    ("which", "name"), [("heat", "1/no such family"), ("panel", "9"), ("laid-over", ""), ("library", "../x.jpg")]
)
def test_what_is_not_there_is_answered_with_a_sentence(page: Page, which: str, name: str) -> None:
    page.ask(do="picture", wanted={"of": COLLAGE, "which": which, "name": name})
    assert page.answer("picture")["problem"].endswith(".")


def test_a_matter_is_opened_decided_and_closed(page: Page) -> None:
    page.ask(do="matter", kind="post", id=REPLY.id)
    (found,) = page.widget.matter["findings"]
    page.ask(do="decide", **named(found), kind="taken down", **SAID)
    assert page.widget.matter["findings"][0]["decision"]["holds"]
    page.ask(do="close")
    assert page.widget.matter is None
    page.ask(do="matter", kind="post", id="no/such-post")
    assert page.widget.matter is None


def test_states_without_a_pack_and_points_overdue_are_named_at_the_top(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "No state pack for OH: federal rules only." in page.widget.overview["law"]["lines"]
    assert not any("CA" in line for line in page.widget.overview["law"]["lines"])
    assert page.widget._kept is not None
    late = watch_list.due(date(2099, 1, 1))
    monkeypatch.setattr(overview, "due", lambda on: late)
    told = overview.top_of_page(page.widget._kept)["law"]["due"]
    assert [one["by"] for one in told] == [one.look_again_by.isoformat() for one in late]
