"""The manager's page in a real browser: read, filter, assign, save; by keyboard, on a phone, in the dark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from before_you_post.ui.lessons.learning import SIGN_IN
from invented_office import FEW, HOSTILE, MANAGER, Office, busy_office
from served_notebook import serve_notebook

pytestmark = pytest.mark.browser
TESTS = Path(__file__).parent.parent
PIN = "482915"
VIEWS = ("people", "late", "rules", "questions", "record")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = busy_office(tmp_path_factory.mktemp("office"), FEW)
    office.desk.choose_pin(MANAGER, PIN, office.desk.start_code() or "")
    return office


@pytest.fixture(scope="module")
def page(office: Office, browser: Browser) -> Iterator[Page]:
    """The page as JupyterLab shows it, on the office's own day."""
    place = office.folder.parent
    find = f"import sys; sys.path.insert(0, {str(TESTS)!r})"
    show = f"from invented_office import office_page\noffice_page({str(place)!r})"
    with serve_notebook([find, show], office.home) as address:
        context = browser.new_context(locale="en-US", viewport={"width": 1366, "height": 900}, accept_downloads=True)
        context.set_default_timeout(120_000)
        page = context.new_page()
        complaints: list[str] = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(address)
        page.wait_for_selector(".byp-figure")
        yield page
        context.close()
        assert complaints == []


@pytest.fixture(autouse=True)
def lists(request: pytest.FixtureRequest) -> None:
    """Each test begins at the list of people, in light colours, on a laptop."""
    if "page" not in request.fixturenames:
        return
    page: Page = request.getfixturevalue("page")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1366, "height": 900})
    back = page.get_by_role("button", name="Back to everybody")
    if back.is_visible():
        back.click()
    page.click("#byp-tab-people")
    everybody = page.get_by_role("button", name="Show everybody")
    if everybody.is_visible():
        everybody.click()
    expect(shown(page)).to_have_count(12)


def shown(page: Page) -> Any:
    return page.locator("#byp-view-people .byp-open")


def opened(page: Page, name: str) -> None:
    page.click(f"#byp-view-people .byp-open:text-is('{name}')")
    expect(page.locator(".byp-person-name")).to_be_focused()


def serious(page: Page) -> list[tuple[str, list[Any]]]:
    found = Axe().run(page).response["violations"]
    return [
        (one["id"], [node["target"] for node in one["nodes"]])
        for one in found
        if one["impact"] in ("serious", "critical")
    ]


def test_a_figure_filters_the_list_and_gives_it_back(page: Page) -> None:
    page.click(".byp-figure-lapsed")
    expect(shown(page)).to_have_text(["Wilhelmina Farthingale-Okonkwo"])
    expect(page.locator(".byp-figure-lapsed")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#byp-by-state")).to_have_value("lapsed")
    page.click(".byp-figure-all")
    expect(shown(page)).to_have_count(12)


def test_search_role_and_lesson_work_together(page: Page) -> None:
    page.select_option("#byp-by-role", "front desk")
    expect(shown(page)).to_have_count(3)
    page.select_option("#byp-by-lesson", "channels")
    expect(page.locator("#byp-view-people th").nth(4)).to_have_text("Every channel counts")
    page.fill("#byp-by-search", "nobody of that name")
    expect(page.locator("#byp-view-people")).to_contain_text("Nobody fits what you asked for.")


def test_a_column_sorts_both_ways_and_says_so(page: Page) -> None:
    head = page.locator("#byp-view-people th", has_text="Lessons passed")
    head.locator("button").click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    expect(head.locator("button")).to_be_focused()
    head.locator("button").click()
    expect(head).to_have_attribute("aria-sort", "descending")
    expect(shown(page).first).to_have_text("Ida Quill")
    page.locator("#byp-view-people th", has_text="Name").locator("button").click()


def test_a_person_opens_and_the_way_back_leads_to_their_name(page: Page) -> None:
    opened(page, "Łukasz Nguyễn")
    expect(page.locator(".byp-figures")).to_be_hidden()
    page.get_by_role("button", name="Back to everybody").click()
    expect(page.locator(".byp-open:text-is('Łukasz Nguyễn')").first).to_be_focused()


def test_the_tabs_are_walked_with_arrow_keys(page: Page) -> None:
    page.locator("#byp-tab-people").focus()
    for name in VIEWS[1:]:
        page.keyboard.press("ArrowRight")
        expect(page.locator(f"#byp-tab-{name}")).to_be_focused()
        expect(page.locator(f"#byp-view-{name}")).to_be_visible()


def test_a_lesson_is_assigned_and_a_mistake_is_told_at_its_field(page: Page) -> None:
    opened(page, "Tobias Renn")
    page.get_by_role("button", name="Assign", exact=True).click()
    expect(page.locator(".byp-problem")).to_have_text("Choose a lesson first.")
    expect(page.locator("#byp-assign-lesson")).to_be_focused()
    page.select_option("#byp-assign-lesson", "vendors")
    page.fill("#byp-assign-due", "2026-12-01")
    page.fill("#byp-assign-why", f"New album. {HOSTILE}")
    page.get_by_role("button", name="Assign", exact=True).click()
    expect(page.locator(".byp-said-here")).to_contain_text("due December 1, 2026.")
    expect(page.locator(".byp-person")).to_contain_text(f"Assigned by hand: New album. {HOSTILE}")
    expect(page.locator("#byp-assign-why")).to_have_value("")
    assert page.locator("img").count() == 0


def test_taking_a_pin_away_is_asked_twice(page: Page, office: Office) -> None:
    opened(page, "Łukasz Nguyễn")
    page.click(".byp-pin button")
    page.get_by_role("button", name="Leave it").click()
    page.click(".byp-pin button")
    page.get_by_role("button", name="Take the PIN away").click()
    expect(page.locator(".byp-said-here")).to_contain_text("has no PIN any more")
    expect(page.locator(".byp-pin")).to_have_count(0)
    assert [one.has_pin for one in office.desk.everyone() if one.person == "S-05"] == [False]


@pytest.mark.parametrize(
    ("button", "name"),
    [("Save everything (PDF)", "training-record-S-04"), ("Save everything (CSV)", "training-record-S-04")],
)
def test_a_whole_record_is_saved(page: Page, button: str, name: str, tmp_path: Path) -> None:
    opened(page, "Ida Quill")
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    waiting.value.save_as(tmp_path / "saved")
    assert waiting.value.suggested_filename.startswith(name)
    assert (tmp_path / "saved").stat().st_size > 1000
    expect(page.locator(".byp-said-here")).to_contain_text("Keep it private")


def test_the_records_are_checked_again(page: Page) -> None:
    page.click("#byp-tab-record")
    page.get_by_role("button", name="Check again").click()
    expect(page.locator(".byp-check-passed")).to_contain_text("Every line fits the one before.")


def test_a_name_from_outside_is_shown_as_words(page: Page) -> None:
    opened(page, HOSTILE)
    expect(page.locator(".byp-person-name")).to_have_text(HOSTILE)
    assert page.locator("img").count() == 0


@pytest.mark.parametrize("width", [1366, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_view_is_accessible_and_fits_its_window(page: Page, scheme: Any, width: int) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 844})
    for name in VIEWS:
        page.click(f"#byp-tab-{name}")
        assert serious(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.click("#byp-tab-people")
    opened(page, "Wilhelmina Farthingale-Okonkwo")
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_is_sent_before_a_manager_signs_in(
    office: Office, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SIGN_IN, "required")
    monkeypatch.setenv("BEFORE_YOU_POST_PRACTICE", str(office.folder))
    with serve_notebook(
        ["from before_you_post.ui.lessons import open_records\nopen_records()"], office.home
    ) as address:
        context = browser.new_context(locale="en-US")
        context.set_default_timeout(120_000)
        page = context.new_page()
        frames: list[str] = []
        page.on("websocket", lambda socket: socket.on("framereceived", lambda data: frames.append(str(data))))
        page.goto(address)
        page.select_option("#byp-person", MANAGER)
        assert "Lapsed certificates" not in "".join(frames)
        page.fill("#byp-pin", PIN)
        page.get_by_role("button", name="Sign in").last.click()
        expect(page.locator(".byp-figure")).to_have_count(4)
        assert "Lapsed certificates" in "".join(frames)
        page.get_by_role("button", name="Sign out").click()
        expect(page.locator(".byp-records")).to_have_count(0)
        context.close()
