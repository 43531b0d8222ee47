"""The page for people who do not see it, or not its colours: axe finds nothing serious, in light and in dark."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def serious(page: Page) -> list[tuple[str, str, list[Any]]]:
    """What axe calls serious or critical, with the places."""
    found = Axe().run(page).response["violations"]
    return [
        (violation["id"], violation["help"], [node["target"] for node in violation["nodes"]])
        for violation in found
        if violation["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("width", [1366, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_list_is_accessible(page: Page, scheme: Any, width: int) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 844})
    page.click("summary:has-text('your own files')")
    assert serious(page) == []
    page.click("summary:has-text('your own files')")


@pytest.mark.parametrize("photo", ["revoked.jpg", "collage.jpg", "stranger.jpg", "cut-short.jpg"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_photo_in_full_is_accessible(page: Page, scheme: Any, photo: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.click(f".byp-open:text-is('{photo}')")
    page.wait_for_selector("dialog figure")
    page.wait_for_function("![...document.querySelectorAll('.byp-no-picture')].some(p => p.textContent === 'Loading…')")
    assert serious(page) == []


def test_everything_is_reached_with_the_tab_key(page: Page) -> None:
    page.locator("text=Save as Excel").focus()
    reached = set()
    for _ in range(40):
        reached.add(page.evaluate("document.activeElement.textContent.slice(0, 40) || document.activeElement.id"))
        page.keyboard.press("Tab")
    assert {"Save as JSON", "Check again", "byp-search", "Photo", "reel.jpg", "collage.jpg"} <= reached
