"""The served site in a real browser: pages open, talk to their kernels, and leave none behind."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from served_dashboard import wait_until
from served_site import LESSONS, SiteServer, serve_pages, write_notebooks

pytestmark = pytest.mark.browser
LESSON = "lessons/what-identifies"
READY = 1 + len(LESSONS)  # home and the lessons


@pytest.fixture(scope="module")
def notebooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_notebooks(tmp_path_factory.mktemp("site") / "notebooks")


@pytest.fixture(scope="module")
def site(notebooks: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteServer]:
    with serve_pages(notebooks, tmp_path_factory.mktemp("home")) as running:
        assert wait_until(lambda: len(running.kernels()) == READY), "not every page was made ready"
        yield running


@pytest.fixture(scope="module")
def cold(notebooks: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[SiteServer]:
    with serve_pages(notebooks, tmp_path_factory.mktemp("cold"), preheat=False) as running:
        yield running


@contextmanager
def visiting(browser: Browser, site: SiteServer, **options: Any) -> Iterator[BrowserContext]:
    """A browser that has opened the printed address once."""
    context = browser.new_context(locale="en-US", **options)
    context.set_default_timeout(60_000)
    context.request.get(site.address, max_redirects=0)
    yield context
    context.close()


@pytest.fixture(scope="module")
def lesson(browser: Browser, site: SiteServer) -> Iterator[Page]:
    with visiting(browser, site) as context:
        page = opened(context, site)
        yield page


def opened(context: BrowserContext, site: SiteServer, path: str = LESSON) -> Page:
    page = context.new_page()
    page.goto(f"{site.origin}/{path}")
    page.wait_for_selector(".byp h1")
    return page


def answer(page: Page) -> None:
    page.click("text=Answer")
    expect(page.locator(".byp p")).to_have_text("heard 1, sign-in required")


def test_the_printed_address_opens_the_site_and_every_link_after_it(browser: Browser, site: SiteServer) -> None:
    context = browser.new_context()
    requests: list[str] = []
    context.on("request", lambda request: requests.append(request.url))
    page = context.new_page()
    page.goto(site.address)
    page.wait_for_selector(".byp h1")
    assert page.url == f"{site.origin}/", "the code is not left in the window"
    assert page.evaluate("document.body.dataset.home") == "/"
    page.goto(f"{site.origin}/{LESSON}")
    answer(page)
    assert page.title() == "What identifies a person · Before You Post"
    assert [url for url in requests if not url.startswith((site.origin, "data:", "blob:"))] == []
    context.close()


def test_the_code_can_be_typed_where_somebody_comes_without_it(browser: Browser, site: SiteServer) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site.origin}/{LESSON}")
    assert [found["id"] for found in Axe().run(page).response["violations"]] == []
    page.get_by_label("Code of the address").fill("a guess")
    page.click("text=Go on")
    expect(page.get_by_role("alert")).to_contain_text("This is not the code")
    page.get_by_label("Code of the address").fill(site.code)
    page.click("text=Go on")
    page.wait_for_selector(".byp h1")
    assert page.url == f"{site.origin}/{LESSON}"
    context.close()


@pytest.mark.parametrize("kind", ["ready", "cold"])
def test_closing_a_tab_ends_its_kernel(browser: Browser, site: SiteServer, cold: SiteServer, kind: str) -> None:
    server, waiting = (site, READY) if kind == "ready" else (cold, 0)
    with visiting(browser, server) as context:
        pages = [opened(context, server), opened(context, server)]
        for page in pages:
            answer(page)
        held = set(server.kernels())
        assert len(held) >= 2
        for page in pages:
            page.close(run_before_unload=True)
        assert wait_until(lambda: len(server.kernels()) == waiting), "a kernel outlived its page"


def test_going_from_page_to_page_leaves_no_kernel_behind(browser: Browser, cold: SiteServer) -> None:
    with visiting(browser, cold) as context:
        page = opened(context, cold)
        for path in ("", LESSON, "lessons/why-it-matters"):
            page.goto(f"{cold.origin}/{path}")
            page.wait_for_selector(".byp h1")
        page.reload()
        page.go_back()
        page.wait_for_selector(".byp h1")
        assert wait_until(lambda: len(cold.kernels()) == 1), "a page that was left kept its kernel"
        answer(page)
    assert wait_until(lambda: not cold.kernels())


def test_leaving_before_the_page_is_there_ends_its_kernel(browser: Browser, cold: SiteServer) -> None:
    with visiting(browser, cold) as context:
        page = context.new_page()
        page.goto(f"{cold.origin}/{LESSON}", wait_until="commit")
        page.close()
        time.sleep(1)
        assert wait_until(lambda: not cold.kernels()), "nobody came back for this kernel"


def test_a_page_whose_kernel_died_says_so_and_opens_again(browser: Browser, cold: SiteServer) -> None:
    with visiting(browser, cold) as context:
        page = opened(context, cold)
        answer(page)
        expect(page.locator("#byp-lost")).to_be_hidden()
        os.kill(cold.kernels()[0], signal.SIGKILL)
        expect(page.get_by_role("alert")).to_contain_text("This page lost its connection. Your saved answers are kept.")
        assert page.locator("dialog, .jp-Dialog").count() == 0, "JupyterLab asks nobody anything"
        page.click("text=Open it again")
        page.wait_for_selector("text=Answer")
        answer(page)
        expect(page.locator("#byp-lost")).to_be_hidden()


def test_a_short_gap_in_the_network_mends_itself(browser: Browser, cold: SiteServer) -> None:
    with visiting(browser, cold) as context:
        page = context.new_page()
        page.add_init_script(
            "const Real = WebSocket; window.sockets = [];"
            "window.WebSocket = class extends Real { constructor(...to) { super(...to); sockets.push(this); } };"
        )
        page.goto(f"{cold.origin}/{LESSON}")
        page.wait_for_selector(".byp h1")
        page.evaluate("for (const socket of sockets) socket.close()")
        page.wait_for_function("sockets.length > 1 && sockets.at(-1).readyState === WebSocket.OPEN")
        page.wait_for_timeout(7_000)
        expect(page.locator("#byp-lost")).to_be_hidden()
        answer(page)


def test_a_page_whose_server_ended_says_so(browser: Browser, notebooks: Path, tmp_path: Path) -> None:
    with serve_pages(notebooks, tmp_path, preheat=False) as server, visiting(browser, server) as context:
        page = opened(context, server)
        assert server.stop() == 0
        expect(page.get_by_role("alert")).to_contain_text("This page lost its connection")


def test_ctrl_c_in_the_middle_of_making_ready_leaves_nothing_running(notebooks: Path, tmp_path: Path) -> None:
    with serve_pages(notebooks, tmp_path) as server:
        assert wait_until(lambda: len(server.kernels()) >= 1)
        started = psutil.Process(server.process.pid).children(recursive=True)
        assert server.stop() == 0
        psutil.wait_procs(started, timeout=10)
        assert [child.pid for child in started if child.is_running()] == []


def test_a_waiting_kernel_that_died_is_replaced(browser: Browser, site: SiteServer) -> None:
    before = set(site.kernels())
    assert len(before) == READY
    for pid in before:
        os.kill(pid, signal.SIGKILL)
    assert wait_until(lambda: len(site.kernels()) == READY and not before & set(site.kernels()))
    with visiting(browser, site) as context:
        answer(opened(context, site))


@pytest.mark.parametrize("width", [1366, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_lesson_s_words_are_accessible_and_fit(lesson: Page, scheme: Any, width: int) -> None:
    lesson.emulate_media(color_scheme=scheme)
    lesson.set_viewport_size({"width": width, "height": 844})
    found = Axe().run(lesson).response["violations"]
    assert [violation["id"] for violation in found if violation["impact"] in ("serious", "critical")] == []
    assert lesson.evaluate("document.documentElement.scrollWidth") <= width
    column = lesson.evaluate("document.querySelector('.jp-MarkdownCell').getBoundingClientRect().width")
    assert column <= 44 * 16


def test_the_first_tab_stop_leads_past_the_top(lesson: Page) -> None:
    lesson.reload()
    lesson.wait_for_selector(".byp h1")
    lesson.keyboard.press("Tab")
    expect(lesson.locator(":focus")).to_have_text("Skip to the lesson")
    lesson.keyboard.press("Enter")
    expect(lesson.locator(":focus")).to_contain_text("What tells who it is")
