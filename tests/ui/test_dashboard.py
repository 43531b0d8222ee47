"""The widget without a browser: what it does when the page asks, and when an audit goes wrong."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from before_you_post.records import InputError, JudgedPhoto, Problem
from before_you_post.rules.cases.clean import FORM
from before_you_post.store import Kept
from before_you_post.ui import dashboard as module
from before_you_post.ui.dashboard import Dashboard


class Shelf:
    """Stands in for the store: one practice with the audit that was kept last."""

    def __init__(self, kept: Kept | None) -> None:
        self._kept = kept

    def practice(self, folder: Path) -> Shelf:
        return self

    def latest(self) -> Kept | None:
        return self._kept


class Told:
    """What the widget told the page, in order."""

    def __init__(self, widget: Dashboard, monkeypatch: pytest.MonkeyPatch) -> None:
        self.messages: list[tuple[dict[str, Any], list[bytes]]] = []
        self.news = threading.Condition()
        monkeypatch.setattr(widget, "send", self._send)

    def _send(self, content: dict[str, Any], buffers: list[bytes] | None = None) -> None:
        with self.news:
            self.messages.append((content, buffers or []))
            self.news.notify_all()

    def wait(self, tell: str) -> tuple[dict[str, Any], list[bytes]]:
        def found() -> tuple[dict[str, Any], list[bytes]] | None:
            return next((message for message in self.messages if message[0]["tell"] == tell), None)

        with self.news:
            assert self.news.wait_for(lambda: found() is not None, timeout=60)
        message = found()
        assert message is not None
        return message


@pytest.fixture(autouse=True)
def no_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    """Playwright leaves a loop behind that looks as if it ran; these tests have none, whatever ran before them."""
    monkeypatch.setattr(module, "kernel_loop", lambda: lambda work: work())


@pytest.fixture
def widget(kept: Kept, folder: Path) -> Dashboard:
    return Dashboard(folder, store=Shelf(kept))  # type: ignore[arg-type]


def ask(widget: Dashboard, **message: Any) -> None:
    widget._receive(widget, message, [])


def kept_with_scan(kept: Kept, document: str, data: bytes) -> Kept:
    """The audit, with that file as the scan of form A-101."""

    def filed(photo: JudgedPhoto) -> JudgedPhoto:
        panels = tuple(
            replace(panel, authorizations=(replace(FORM, document=document, document_sha256=checksum),))
            for panel in photo.evidence.panels or ()
        )
        return replace(photo, evidence=replace(photo.evidence, panels=panels))

    checksum = hashlib.sha256(data).hexdigest()
    return replace(kept, audit=replace(kept.audit, photos=tuple(map(filed, kept.audit.photos))))


def finished(widget: Dashboard) -> bool:
    deadline = threading.Event()
    for _ in range(200):
        if widget.progress is None:
            return True
        deadline.wait(0.05)
    return False


def test_it_opens_with_the_audit_kept_last_and_starts_none(widget: Dashboard, kept: Kept) -> None:
    assert widget.overview["as_of"] == kept.audit.as_of.isoformat()
    assert widget.progress is None
    assert widget.rows["total"] == len(kept.audit.photos)


def test_a_practice_never_audited_is_audited_at_once(kept: Kept, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stages: list[str] = []

    def audit(folder: Path, *, store: object, progress: Callable[[str, int, int], None]) -> Kept:
        progress("Reading the library", 1, 1)
        return kept

    monkeypatch.setattr(module, "audit_and_keep", audit)
    fresh = Dashboard.__new__(Dashboard)
    fresh.observe(lambda change: stages.append(change["new"]["stage"]) if change["new"] else None, "progress")
    fresh.__init__(folder, store=Shelf(None))  # type: ignore[misc, arg-type]
    assert finished(fresh)
    assert stages == ["Starting", "Reading the library"]
    assert fresh.overview["photos"] == len(kept.audit.photos)


def test_input_that_cannot_be_read_says_what_to_do(kept: Kept, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def audit(*_: object, **__: object) -> Kept:
        raise InputError(Problem(path="practice.yaml", found="nothing", expected="a file", remedy="Make one.", row=3))

    monkeypatch.setattr(module, "audit_and_keep", audit)
    widget = Dashboard(folder, store=Shelf(kept))  # type: ignore[arg-type]
    ask(widget, do="check")
    assert finished(widget)
    assert widget.trouble["remedy"] == "Make one."
    assert {"name": "Row", "words": "3"} in widget.trouble["parts"]
    assert widget.rows["total"] == len(kept.audit.photos), "the last audit stays on the page"


def test_a_fault_of_the_program_ends_the_progress_and_quotes_no_record(
    kept: Kept, folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def audit(*_: object, **__: object) -> Kept:
        raise ZeroDivisionError("Ottoline Featherstone")

    monkeypatch.setattr(module, "audit_and_keep", audit)
    widget = Dashboard(folder, store=Shelf(kept))  # type: ignore[arg-type]
    ask(widget, do="check")
    assert finished(widget)
    assert "ZeroDivisionError" in str(widget.trouble)
    assert "Featherstone" not in str(widget.trouble)
    assert "ZeroDivisionError" in capfd.readouterr().err


def test_checking_twice_at_once_starts_one_audit(kept: Kept, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[int] = []
    go_on = threading.Event()

    def audit(*_: object, **__: object) -> Kept:
        begun.append(1)
        go_on.wait(10)
        return kept

    monkeypatch.setattr(module, "audit_and_keep", audit)
    widget = Dashboard(folder, store=Shelf(kept))  # type: ignore[arg-type]
    ask(widget, do="check")
    ask(widget, do="check")
    go_on.set()
    assert finished(widget)
    assert begun == [1]


def test_opening_a_photo_beyond_the_page_turns_the_list(widget: Dashboard) -> None:
    last = widget._listing._found["photo"].iloc[-1]  # type: ignore[union-attr]
    ask(widget, do="open", photo=last)
    assert widget.detail["photo"] == last
    assert widget.rows["page"] == 2
    ask(widget, do="close")
    assert widget.detail is None


def test_a_list_stays_filtered_after_a_new_check(widget: Dashboard, kept: Kept) -> None:
    ask(widget, do="list", query={"verdict": "take_down"})
    widget._show(kept)
    assert {row["verdict"]["code"] for row in widget.rows["photos"]} == {"take_down"}


def test_pictures_are_sent_as_bytes(widget: Dashboard, monkeypatch: pytest.MonkeyPatch) -> None:
    told = Told(widget, monkeypatch)
    ask(widget, do="picture", wanted={"audit": 1, "of": "website/collage-autumn.jpg", "which": "thumbnail"})
    message, (data,) = told.wait("picture")
    assert message["media"] == "image/jpeg"
    assert data.startswith(b"\xff\xd8")


@pytest.mark.parametrize(
    "wanted",
    [
        {"of": "website/halo.jpg", "which": "published"},
        {"of": "website/no-such.jpg", "which": "published"},
        {"of": "website/collage-autumn.jpg", "which": "original", "name": "../patients.csv"},
        {"of": None, "which": None},
    ],
)
def test_a_picture_that_cannot_be_shown_is_answered_with_the_reason(
    widget: Dashboard, monkeypatch: pytest.MonkeyPatch, wanted: dict[str, Any]
) -> None:
    told = Told(widget, monkeypatch)
    ask(widget, do="picture", wanted=wanted)
    message, data = told.wait("picture")
    assert message["problem"]
    assert data == []


@pytest.mark.parametrize(("wanted", "begins"), [("excel", b"PK"), ("json", b"{")])
def test_the_whole_audit_can_be_saved(
    widget: Dashboard, monkeypatch: pytest.MonkeyPatch, wanted: str, begins: bytes
) -> None:
    told = Told(widget, monkeypatch)
    ask(widget, do="export", format=wanted)
    message, (data,) = told.wait("file")
    assert message["name"].startswith("audit-2026-11-22.")
    assert data.startswith(begins)


@pytest.mark.parametrize(
    "message", ["text", None, [], {}, {"do": "export", "format": []}, {"do": "open", "photo": {}}, {"do": "list"}]
)
def test_a_message_that_makes_no_sense_is_heard_and_left(
    widget: Dashboard, monkeypatch: pytest.MonkeyPatch, message: object
) -> None:
    told = Told(widget, monkeypatch)
    before = dict(widget.rows)
    widget._receive(widget, message, [])
    assert [content["tell"] for content, _ in told.messages] == ["heard"]
    assert widget.rows == before


def test_a_signed_form_is_sent_as_the_bytes_the_audit_read(
    kept: Kept, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pdf = b"%PDF-1.4 invented"
    (folder / "A-101.pdf").write_bytes(pdf)
    widget = Dashboard(folder, store=Shelf(kept_with_scan(kept, "A-101.pdf", pdf)))  # type: ignore[arg-type]
    told = Told(widget, monkeypatch)
    ask(widget, do="form", wanted={"audit": 1, "of": "website/nose-after-8-months.jpg", "form": "A-101"})
    message, (data,) = told.wait("form")
    assert (data, message["media"], message["name"]) == (pdf, "application/pdf", "signed-form.pdf")


@pytest.mark.parametrize(
    "wanted",
    [
        {"of": "website/nose-after-8-months.jpg", "form": "A-101"},
        {"of": "website/nose-after-8-months.jpg", "form": "../patients.csv"},
        {"of": "website/no-such.jpg", "form": "A-101"},
        {"of": None, "form": None},
    ],
)
def test_a_form_that_cannot_be_opened_is_answered_with_the_reason(
    widget: Dashboard, monkeypatch: pytest.MonkeyPatch, wanted: dict[str, Any]
) -> None:
    told = Told(widget, monkeypatch)
    ask(widget, do="form", wanted=wanted)
    message, data = told.wait("form")
    assert message["problem"]
    assert data == []
