"""A person decides in the browser: about a finding, about a match; and looks at the practice itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from before_you_post.store import Store
from invented_practice_audit import keep_invented_audit
from served_dashboard import serve

from .conftest import Visit
from .test_accessibility import serious

pytestmark = pytest.mark.browser
SCRIPT = "<script>document.title='broken'</script>"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A practice whose audit is kept already, so that nothing is audited here; and where it is kept."""
    folder, home = tmp_path_factory.mktemp("kept"), tmp_path_factory.mktemp("kept-home")
    keep_invented_audit(folder, Store(home))
    return folder, home


@pytest.fixture(scope="module")
def visit(browser: Browser, kept: tuple[Path, Path]) -> Iterator[Visit]:
    with serve(*kept) as server:
        here = Visit(browser, server)
        yield here
        assert here.complaints == []
        here.close()


@pytest.fixture
def page(visit: Visit) -> Iterator[Page]:
    page = visit.page
    page.wait_for_selector(".byp-open >> nth=0", state="attached")
    yield page
    page.keyboard.press("Escape")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1366, "height": 820})
    page.click("#byp-tab-photos")


def opened(page: Page, photo: str) -> Locator:
    page.click(f".byp-open:text-is('{photo}')")
    dialog = page.locator("dialog[open]")
    dialog.locator("img").first.wait_for()
    return dialog


def test_a_finding_is_confirmed_with_name_and_reason_and_offers_the_worksheet(
    page: Page, kept: tuple[Path, Path], tmp_path: Path
) -> None:
    dialog = opened(page, "collage-autumn.jpg")
    finding = dialog.locator(".byp-finding").first
    finding.locator("summary").press("Enter")
    finding.get_by_label("Confirm").check()
    finding.get_by_label("Your name").fill("R. Osei")
    finding.get_by_label("Why").press("Tab")
    finding.get_by_text("Keep this decision").click()
    expect(finding.get_by_role("alert")).to_have_text("Write why: the next reader cannot ask you.")
    finding.get_by_label("Why").fill(SCRIPT)
    finding.get_by_text("Keep this decision").click()
    expect(finding.locator(".byp-decided")).to_contain_text(f": {SCRIPT}")
    expect(finding.locator("summary")).to_be_focused()
    (made,) = Store(kept[1]).practice(kept[0]).decisions.findings()
    assert (made.kind.value, made.by, made.reason) == ("confirmed", "R. Osei", SCRIPT)
    with page.expect_download() as download:
        finding.get_by_text("Prepare the incident worksheet").click()
    download.value.save_as(tmp_path / "worksheet.html")
    assert "<script" not in (tmp_path / "worksheet.html").read_text(encoding="utf-8")
    page.keyboard.press("Escape")
    page.get_by_label("Only undecided").first.check()
    expect(page.locator(".byp-open:text-is('collage-autumn.jpg')")).to_have_count(0)
    page.get_by_role("button", name="Show all", exact=True).click()


def test_a_waiver_asks_for_its_last_day(page: Page) -> None:
    finding = opened(page, "rhinoplasty-result.jpg").locator(".byp-finding").first
    finding.locator("summary").click()
    last = finding.get_by_label("Last day of the waiver")
    expect(last).to_be_hidden()
    finding.get_by_label("Waive until a day").check()
    expect(last).to_be_visible()
    finding.get_by_label("Your name").fill("R. Osei")
    finding.get_by_label("Why").fill("The patient is away.")
    finding.get_by_text("Keep this decision").click()
    expect(finding.get_by_role("alert")).to_have_text("Name the last day of the waiver.")
    last.fill("2199-01-31")
    finding.get_by_text("Keep this decision").click()
    expect(finding.locator(".byp-decided")).to_contain_text("Waived until Jan 31, 2199 by R. Osei")


def test_a_match_is_refused_and_another_original_chosen(page: Page, kept: tuple[Path, Path]) -> None:
    match = opened(page, "chin.jpg").locator(".byp-match").first
    match.locator("summary").click()
    match.get_by_label("It was made from another original").check()
    match.get_by_label("Find the original").fill("P-02")
    expect(match.get_by_role("status")).to_have_text("1 original found.")
    match.get_by_label("P-02/before.jpg").check()
    match.get_by_label("Your name").fill("R. Osei")
    match.get_by_label("Why").fill("I took it.")
    match.get_by_text("Keep this decision").click()
    expect(match.locator(".byp-decided")).to_contain_text("Made from P-02/before.jpg says R. Osei")
    expect(match.locator(".byp-decided")).to_contain_text("It takes effect when the practice is checked again.")
    (word,) = Store(kept[1]).practice(kept[0]).decisions.matches()
    assert word.original == "P-02/before.jpg"


def test_the_published_picture_slides_over_its_original_by_keyboard(page: Page) -> None:
    edits = opened(page, "nose-after-8-months.jpg").locator(".byp-edits")
    expect(edits.locator(".byp-edit")).to_have_count(8)
    edits.get_by_text("Lay it over the original").click()
    edge = edits.get_by_role("slider")
    expect(edge).to_be_focused()
    expect(edits.locator(".byp-slide img")).to_have_count(2)
    edge.press("ArrowRight")
    expect(edge).to_have_attribute("aria-valuetext", "51 percent original, the rest published")
    expect(page.locator("dialog[open] h2")).to_have_text("nose-after-8-months.jpg")


def test_the_days_and_the_pair_of_a_collage_are_told(page: Page) -> None:
    dialog = opened(page, "collage-autumn.jpg")
    expect(dialog.locator(".byp-moments")).to_contain_text("Authorization signed A-117")
    expect(dialog.locator(".byp-cover").first).to_contain_text("Never covered")
    expect(dialog.locator(".byp-before-after")).to_contain_text("These are two patients")


def test_a_picture_without_original_names_where_else_it_is(page: Page) -> None:
    match = opened(page, "somebody.jpg").locator(".byp-match")
    expect(match).to_contain_text("The same picture, whose original is not in the library, is in 1 more photo:")
    match.locator("button", has_text="website/jaw-line.jpg").click()
    expect(page.locator("dialog[open] h2")).to_have_text("jaw-line.jpg")


def test_the_practice_shows_what_needs_somebody_and_the_rest_as_a_number(page: Page) -> None:
    page.locator("#byp-tab-photos").press("ArrowRight")
    expect(page.locator("#byp-tab-practice")).to_be_focused()
    posts = page.locator(".byp-groups > section", has=page.locator("h2", has_text="Posts"))
    expect(posts.locator(".byp-matter")).to_have_count(1)
    posts.get_by_text("Show all: 30 with nothing found").click()
    expect(posts.locator(".byp-matter")).to_have_count(15)
    expect(page.locator(".byp-groups")).to_contain_text("None on file.")
    page.fill("#byp-matter-search", "front desk")
    expect(page.locator(".byp-matter")).to_have_count(1)
    page.fill("#byp-matter-search", "")
    expect(page.locator(".byp-law")).to_contain_text("No state pack for OH: federal rules only.")


def test_a_reply_that_names_a_patient_is_shown_as_words_and_decided(page: Page) -> None:
    page.click("#byp-tab-practice")
    page.locator(".byp-open-matter", has_text="Thank you").click()
    dialog = page.locator("dialog[open]")
    expect(dialog.locator("blockquote")).to_contain_text(SCRIPT)
    expect(dialog).to_contain_text("Patient's name")
    assert page.title() == "Before You Post"
    dialog.locator(".byp-finding summary").click()
    dialog.get_by_label("Taken down or mended").check()
    dialog.get_by_label("Your name").fill("R. Osei")
    dialog.get_by_label("Why").fill("Deleted.")
    dialog.get_by_text("Keep this decision").click()
    expect(dialog.locator(".byp-decided")).to_contain_text("Taken down or mended by R. Osei")
    page.keyboard.press("Escape")
    expect(page.locator(".byp-open-matter", has_text="Thank you")).to_be_focused()
    expect(page.locator(".byp-matter", has_text="Thank you")).to_contain_text("Decided")


@pytest.mark.parametrize("width", [1366, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_both_views_and_both_dialogs_are_accessible(page: Page, scheme: Any, width: int) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 844})
    dialog = opened(page, "collage-autumn.jpg")
    dialog.locator(".byp-match summary").first.click()
    dialog.get_by_text("Lay it over the original").first.click()
    dialog.locator(".byp-slide img").first.wait_for()
    assert serious(page) == []
    assert page.evaluate("document.querySelector('dialog[open] .byp-detail-body').scrollWidth") <= width
    page.keyboard.press("Escape")
    page.click("#byp-tab-practice")
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator(".byp-open-matter", has_text="Thank you").click()
    page.locator("dialog[open] .byp-finding summary").first.click()
    assert serious(page) == []
