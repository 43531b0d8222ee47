"""What a person does with the dashboard, done in a browser: look, filter, sort, open, compare, save, check again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from playwright.sync_api import Browser, Page, expect

from drawn_practice import HOSTILE_NAME, SCRIPT
from served_dashboard import Server, wait_until

from .conftest import Visit

pytestmark = pytest.mark.browser


def names(page: Page) -> list[str]:
    return page.locator(".byp-open").all_inner_texts()


def shown(page: Page, count: int) -> None:
    expect(page.locator(".byp-open")).to_have_count(count)


def figure(page: Page, verdict: str) -> Any:
    return page.locator(f"[data-verdict={verdict}]")


def test_a_first_visit_shows_progress_and_then_the_figures(visit: Visit) -> None:
    page = visit.page
    expect(page.locator("h1")).to_have_text("Larkmoor Skin Clinic")
    expect(page.locator("[role=progressbar]")).to_be_visible()
    expect(figure(page, "take_down")).to_contain_text("2")
    expect(page.locator("[role=progressbar]")).to_be_hidden()
    expect(page.locator(".byp-published")).to_contain_text("6")
    expect(page.locator(".byp-published")).to_contain_text("website 5")
    expect(figure(page, "review")).to_contain_text("1")
    expect(figure(page, "not_determined")).to_contain_text("1")


def test_a_figure_filters_the_list_and_gives_it_back(page: Page) -> None:
    figure(page, "take_down").click()
    shown(page, 2)
    expect(figure(page, "take_down")).to_have_attribute("aria-pressed", "true")
    assert sorted(names(page)) == ["reel.jpg", "revoked.jpg"]
    expect(page.locator("#byp-verdict")).to_have_value("take_down")
    figure(page, "take_down").click()
    shown(page, 6)


def test_channel_rule_and_search_work_together(page: Page) -> None:
    page.select_option("#byp-channel", "website")
    shown(page, 5)
    page.select_option("#byp-rule", "hipaa-auth-revoked")
    shown(page, 1)
    page.fill("#byp-search", "no such photo")
    expect(page.locator(".byp-empty")).to_have_text("No photo matches what you asked for.")
    page.get_by_role("button", name="Show all", exact=True).click()
    shown(page, 6)


def test_a_column_sorts_both_ways_and_says_so(page: Page) -> None:
    head = page.locator("th", has_text="Photo")
    head.locator("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    page.wait_for_function("document.querySelectorAll('.byp-open')[1].textContent === 'collage.jpg'")
    head.locator("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    page.wait_for_function("document.querySelector('.byp-open').textContent === 'stranger.jpg'")
    page.locator("th", has_text="Result").locator("button").click()
    page.wait_for_function("document.querySelector('.byp-open').textContent === 'reel.jpg'")


def test_a_photo_is_opened_compared_and_closed_with_the_keyboard(page: Page) -> None:
    page.locator(".byp-open").first.focus()
    page.keyboard.press("End")
    expect(page.locator(".byp-open").last).to_be_focused()
    page.keyboard.press("Enter")
    dialog = page.locator("dialog[open]")
    expect(dialog.locator("h2")).to_be_focused()
    expect(dialog.locator("h2")).to_have_text("collage.jpg")
    expect(dialog.locator(".byp-frame img")).to_have_count(3)
    expect(dialog.locator("figure").first.locator("polygon.byp-outline-match")).to_have_count(2)
    expect(dialog.locator(".byp-originals polygon.byp-outline-match")).to_have_count(2)
    expect(dialog).to_contain_text("P-01/before.jpg")
    page.keyboard.press("ArrowLeft")
    expect(dialog.locator("h2")).not_to_have_text("collage.jpg")
    page.keyboard.press("ArrowRight")
    expect(dialog.locator("h2")).to_have_text("collage.jpg")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.locator(".byp-open").last).to_be_focused()


def test_a_revoked_form_shows_its_failing_part_and_the_law(page: Page) -> None:
    page.click(".byp-open:text-is('revoked.jpg')")
    dialog = page.locator("dialog[open]")
    failing = dialog.locator(".byp-part-fails").first
    expect(failing).to_contain_text("Revoked on")
    expect(failing).to_contain_text("Jul 1, 2026")
    expect(failing).to_contain_text("does not fit")
    law = dialog.locator(".byp-finding a").first
    expect(law).to_have_attribute("rel", "noopener noreferrer")
    assert str(law.get_attribute("href")).startswith("https://www.ecfr.gov/")
    expect(dialog.locator(".byp-checked")).to_contain_text("No program sees this: please look")
    assert "Quince" not in dialog.inner_text()


def test_words_from_outside_are_shown_as_words(page: Page) -> None:
    assert HOSTILE_NAME in names(page)
    page.click(".byp-open:text-is('revoked.jpg')")
    expect(page.locator("dialog[open] figcaption").first).to_contain_text(SCRIPT)
    assert page.title() == "Before You Post"
    assert page.locator("img[src=x]").count() == 0


def test_a_damaged_photo_says_why_it_cannot_be_shown(page: Page) -> None:
    page.click(".byp-open:text-is('cut-short.jpg')")
    expect(page.locator("dialog[open] .byp-no-picture")).to_contain_text("cut short")
    expect(page.locator("dialog[open]")).to_contain_text("was not compared with the library")


def test_a_row_of_the_practice_s_own_table_is_pointed_at(page: Page) -> None:
    page.click("summary:has-text('One entry in your own files')")
    row = page.locator(".byp-problems tbody tr")
    expect(row).to_have_count(1)
    for words in ("authorizations.csv", "4", "signed_on", "31 February"):
        expect(row).to_contain_text(words)


def test_the_audit_is_saved_as_excel_and_json(page: Page, tmp_path: Path) -> None:
    for button, name in (("Save as Excel", "audit.xlsx"), ("Save as JSON", "audit.json")):
        with page.expect_download() as download:
            page.click(f"text={button}")
        assert download.value.suggested_filename.endswith(Path(name).suffix)
        download.value.save_as(tmp_path / name)
    book = openpyxl.load_workbook(tmp_path / "audit.xlsx", read_only=True)
    cells = {cell for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) for cell in row}
    assert {"instagram/reel.jpg", f"website/{HOSTILE_NAME}"} <= cells
    document = json.loads((tmp_path / "audit.json").read_text(encoding="utf-8"))
    assert len(document["photos"]) == 6


@pytest.mark.parametrize("width", [1366, 390])
def test_nothing_sticks_out_of_the_window(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.click(".byp-open >> nth=0")
    page.wait_for_selector("dialog .byp-frame img")
    assert page.evaluate("document.querySelector('.byp-detail-body').scrollWidth") <= width


def test_the_whole_page_can_be_scrolled_to_its_end(page: Page) -> None:
    page.set_viewport_size({"width": 1000, "height": 500})
    page.mouse.wheel(0, 10_000)
    page.wait_for_function("window.scrollY > 0")
    expect(page.locator(".byp-notes")).to_be_in_viewport()


NOTE_WHAT_IS_SEEN = """() => {
  const page = document.querySelector('.byp'), seen = window.seen = { button: [], bar: false };
  new MutationObserver(() => {
    const says = page.querySelector('.byp-main').textContent, bar = page.querySelector('[role=progressbar]');
    if (says !== (seen.button.at(-1) ?? 'Check again')) seen.button.push(says);
    seen.bar ||= bar !== null && bar.getClientRects().length > 0;
  }).observe(page, { subtree: true, childList: true, characterData: true, attributes: true });
}"""


def test_checking_again_shows_progress_and_what_changed(page: Page, practice: Path) -> None:
    added = practice / "published/website/second-stranger.jpg"
    added.write_bytes((practice / "published/website/stranger.jpg").read_bytes())
    try:
        page.evaluate(NOTE_WHAT_IS_SEEN)  # a second audit may be over before anybody can look
        page.click("text=Check again")
        shown(page, 7)
        expect(page.locator(".byp-main")).to_have_text("Check again")
        assert page.evaluate("window.seen") == {"button": ["Checking…", "Check again"], "bar": True}
        changes = page.locator(".byp-changes")
        expect(changes).to_contain_text("Since the last audit")
        expect(changes.locator("h3").first).to_have_text("1 New")
        changes.locator("button", has_text="second-stranger.jpg").click()
        expect(page.locator("dialog[open] h2")).to_have_text("second-stranger.jpg")
        page.keyboard.press("Escape")
    finally:
        added.unlink()
        page.click("text=Check again")
        shown(page, 6)


def test_no_request_left_this_machine_and_nothing_complained(visit: Visit, server: Server) -> None:
    own = (server.origin, server.origin.replace("http", "ws", 1), "data:", "blob:")
    assert [url for url in visit.requests if not url.startswith(own)] == []
    assert visit.complaints == []


def test_closing_the_tab_ends_its_kernel(browser: Browser, server: Server) -> None:
    before = set(server.kernels())
    other = Visit(browser, server)
    other.page.wait_for_selector(".byp-open")
    assert len(set(server.kernels()) - before) == 1
    other.page.close(run_before_unload=True)
    assert wait_until(lambda: set(server.kernels()) <= before), "a kernel outlived its page"
    other.close()
