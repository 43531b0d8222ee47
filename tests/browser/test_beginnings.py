"""The first things that can go otherwise: settings that cannot be read, and a practice that holds nothing yet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from before_you_post.practice import scaffold
from served_dashboard import serve

from .conftest import Visit
from .test_accessibility import serious

pytestmark = pytest.mark.browser


@contextmanager
def opened(browser: Browser, practice: Path, home: Path) -> Iterator[Visit]:
    home.mkdir()
    with serve(practice, home) as server:
        visit = Visit(browser, server)
        yield visit
        visit.close()


def test_settings_that_cannot_be_read_say_what_was_found_expected_and_to_do(browser: Browser, tmp_path: Path) -> None:
    practice = tmp_path / "larkmoor"
    practice.mkdir()
    (practice / "practice.yaml").write_text("name: [Larkmoor\n", encoding="utf-8")
    with opened(browser, practice, tmp_path / "home") as visit:
        page = visit.page
        trouble = page.locator(".byp-trouble >> visible=true")
        expect(trouble.locator("h2")).to_have_text("The practice's files could not be read")
        for words in ("practice.yaml", "Found", "no YAML", "Expected", "What to do", "Check the colons"):
            expect(trouble).to_contain_text(words)
        expect(page.locator("h1")).to_have_text("larkmoor")
        expect(page.locator("[role=progressbar]")).to_be_hidden()
        every_scheme_and_width_is_accessible(page)

        (practice / "practice.yaml").write_text("name: Larkmoor\nchannels: {website: .}\n", encoding="utf-8")
        page.click("text=Check now")
        expect(page.locator("h1")).to_have_text("Larkmoor")
        expect(trouble).to_have_count(0)
        assert visit.complaints == []


def test_an_empty_practice_says_calmly_what_comes_first(browser: Browser, tmp_path: Path) -> None:
    practice = tmp_path / "new"
    scaffold(practice)
    with opened(browser, practice, tmp_path / "home") as visit:
        page = visit.page
        expect(page.locator("h1")).to_have_text("My practice")
        expect(page.locator(".byp-empty")).to_contain_text("No published photo was found yet.")
        expect(page.locator(".byp-steps li")).to_have_count(3)
        expect(page.locator(".byp-published")).to_contain_text("website 0")
        for out_of_place in (".byp-trouble", ".byp-changes", ".byp-filters", "table"):
            expect(page.locator(f"{out_of_place} >> visible=true")).to_have_count(0)
        every_scheme_and_width_is_accessible(page)
        assert visit.complaints == []


def every_scheme_and_width_is_accessible(page: Page) -> None:
    schemes: tuple[Any, ...] = ("light", "dark")
    for scheme in schemes:
        for width in (1366, 390):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 844})
            assert serious(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width
