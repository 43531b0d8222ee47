"""A real Chromium on a real Voila, with a drawn practice that the dashboard audits itself."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from drawn_practice import draw_practice
from served_dashboard import Server, serve

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
QUIET = (  # Chromium's own errands, which would look like requests of the page
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
    "--disable-gpu",
)
PATIENCE = 120_000  # milliseconds; a first audit on a busy machine takes most of a minute


def find_chromium() -> str | None:
    """An installed browser; ``None`` leaves it to Playwright's own."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return found or (str(MAC) if MAC.exists() else None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=find_chromium(), args=[*QUIET, *(["--no-sandbox"] if as_root else [])]
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return draw_practice(tmp_path_factory.mktemp("clinic") / "larkmoor")


@pytest.fixture(scope="module")
def server(practice: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serve(practice, tmp_path_factory.mktemp("home")) as running:
        yield running


class Visit:
    """One open page with everything it asked for and every complaint it made."""

    def __init__(self, browser: Browser, server: Server, **context: object) -> None:
        self.context = browser.new_context(locale="en-US", viewport={"width": 1366, "height": 820}, **context)  # type: ignore[arg-type]
        self.context.set_default_timeout(PATIENCE)
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.context.on("request", lambda request: self.requests.append(request.url))
        self.page: Page = self.context.new_page()
        self.page.on("websocket", lambda socket: self.requests.append(socket.url))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", self._listen)
        self.page.goto(server.address)
        self.page.wait_for_selector(".byp h1")

    def _listen(self, message: object) -> None:
        if getattr(message, "type", "") == "error":
            self.complaints.append(str(getattr(message, "text", "")))

    def close(self) -> None:
        self.context.close()


@pytest.fixture(scope="module")
def visit(browser: Browser, server: Server) -> Iterator[Visit]:
    """One visit that several tests look at, one after the other; each leaves the page as it found it."""
    here = Visit(browser, server)
    yield here
    here.close()


@pytest.fixture
def page(visit: Visit) -> Iterator[Page]:
    """The page with its list, unfiltered, in light colours, on a laptop."""
    page = visit.page
    page.wait_for_selector(".byp-open")
    yield page
    page.keyboard.press("Escape")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1366, "height": 820})
    everything = page.get_by_role("button", name="Show all", exact=True)
    if everything.is_visible():
        everything.click()
    page.wait_for_function("document.querySelectorAll('.byp-open').length === 6")
