"""The sample practice in the browser, as a newcomer sees it: every photo listed, a collage beside its originals."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from before_you_post.ui import SAMPLE
from served_dashboard import Server, serve

from .conftest import Visit

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def practice() -> Path:
    return SAMPLE


@pytest.fixture(scope="module")
def server(practice: Path, sample_home: Path) -> Iterator[Server]:
    with serve(practice, sample_home) as running:
        yield running


def test_the_sample_practice_opens_with_its_collages_compared(visit: Visit) -> None:
    page = visit.page
    expect(page.locator("h1")).to_have_text("Quillfeather Dermatology & Aesthetics")
    page.wait_for_selector(".byp-open", timeout=600_000)
    expect(page.locator("[data-verdict=take_down] .byp-number")).not_to_have_text("0")
    expect(page.locator("[data-verdict=clear] .byp-number")).not_to_have_text("0")
    page.fill("#byp-search", "two-stories")
    expect(page.locator(".byp-open")).to_have_count(1)
    page.click(".byp-open")
    expect(page.locator("dialog[open] .byp-originals img")).to_have_count(2)
    expect(page.locator("dialog[open] .byp-part-fails")).not_to_have_count(0)
    page.keyboard.press("Escape")


def test_a_signed_form_opens_in_a_tab_of_its_own_as_the_file_that_was_audited(visit: Visit) -> None:
    page = visit.page
    page.fill("#byp-search", "ink-first-visit")
    page.click(".byp-open:text-is('ink-first-visit.jpg')")
    form = page.locator("dialog[open] .byp-form", has_text="A-306").first
    with visit.context.expect_page() as opened:
        form.locator("text=Open the signed form").click()
    assert opened.value.url.startswith(f"blob:{page.evaluate('location.origin')}/")
    opened.value.close()
    expect(form).to_contain_text("Opened in a new tab.")
    with page.expect_download() as saved:
        form.locator("text=Save a copy").click()
    assert saved.value.suggested_filename == "signed-form.pdf"
    assert saved.value.path().read_bytes() == (SAMPLE / "forms" / "A-306.pdf").read_bytes()
    page.keyboard.press("Escape")


def test_the_tab_with_a_scanned_picture_has_no_hold_of_the_page(visit: Visit) -> None:
    page = visit.page
    page.fill("#byp-search", "clear-skin")
    page.click(".byp-open:text-is('clear-skin.jpg')")
    with visit.context.expect_page() as opened:
        page.locator("dialog[open] .byp-form", has_text="A-304").first.locator("text=Open the signed form").click()
    opened.value.wait_for_function("document.images.length === 1 && document.images[0].naturalWidth > 500")
    assert opened.value.evaluate("[window.opener, document.contentType]") == [None, "image/jpeg"]
    opened.value.close()
    page.keyboard.press("Escape")
    assert visit.complaints == []
