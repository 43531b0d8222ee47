"""A staff session in real browsers: one leads on the big screen, two take part on their own, to the minutes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader

from before_you_post.records import EntryKind
from served_practice import PIN, desk_of, serve_practice, signed_in
from served_site import SiteServer

from .test_accessibility import serious

pytestmark = pytest.mark.browser
LEADER, ONE, OTHER = "S-01", "S-04", "S-06"
QUESTION = "identifies-bar-and-no-form"
RIGHT = "It comes down. With or without a bar"


@dataclass
class Room:
    """The big screen and two devices, signed in, and every complaint of their pages."""

    lead: Page
    phone: Page
    late: Page
    complaints: list[str]
    home: Path


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def site(home: Path) -> Iterator[SiteServer]:
    with serve_practice(home) as running:
        yield running


@pytest.fixture(scope="module")
def room(browser: Browser, site: SiteServer, home: Path) -> Iterator[Room]:
    complaints: list[str] = []
    contexts: list[BrowserContext] = []

    def opened(person: str | None, width: int, height: int) -> Page:
        context = browser.new_context(locale="en-US", viewport={"width": width, "height": height})
        contexts.append(context)
        context.set_default_timeout(120_000)
        context.request.get(site.address, max_redirects=0)
        if person is not None:
            context.add_init_script(f"sessionStorage.setItem('before-you-post', '{signed_in(home, person)}')")
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{site.origin}/session")
        return page

    phone = opened(ONE, 390, 844)
    expect(phone.locator("h1")).to_have_text("No session is open yet")
    yield Room(opened(LEADER, 1366, 820), phone, opened(None, 390, 844), complaints, home)
    for context in contexts:
        context.close()


def accessible(page: Page) -> None:
    """In light and in dark, and nothing is wider than the window."""
    schemes: tuple[Any, ...] = ("dark", "light")
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_before_a_session_the_leader_chooses_and_the_others_wait(room: Room) -> None:
    expect(room.lead.get_by_role("button", name="Begin the session")).to_be_visible()
    accessible(room.lead)
    accessible(room.phone)


def test_whoever_has_not_signed_in_is_asked_who_they_are(room: Room) -> None:
    expect(room.late.locator("h1")).to_have_text("Staff session")
    signed_in(room.home, OTHER)  # has a PIN from now on
    expect(room.late.get_by_label("Your name")).to_be_visible()
    accessible(room.late)
    room.late.reload()
    room.late.get_by_label("Your name").select_option(OTHER)
    room.late.get_by_label("Your PIN").fill(PIN)
    room.late.get_by_role("button", name="Sign in", exact=True).last.click()
    expect(room.late.locator("h1")).to_have_text("No session is open yet")


def test_a_session_begins_and_every_device_is_in(room: Room) -> None:
    room.lead.locator("[name=byp-plan][value='45']").check()
    room.lead.get_by_role("button", name="Begin the session").click()
    expect(room.lead.locator("h1")).to_contain_text("Welcome")
    for device in (room.phone, room.late):
        expect(device.locator(".byp-device")).to_contain_text("You are in.")
    expect(room.lead.locator("summary", has_text="Here")).to_contain_text("3 people")
    accessible(room.lead)


def test_a_question_comes_to_every_device_with_its_picture(room: Room) -> None:
    room.lead.get_by_role("button", name="Next: Case 1").click()
    room.lead.get_by_role("button", name="Put it on the screen").first.click()
    for page in (room.lead, room.phone, room.late):
        expect(page.locator(".byp-case img")).to_be_visible()
        expect(page.locator(".byp-stem, .byp-big-stem").first).to_contain_text("Maddoc laid a black bar")
    expect(room.lead.get_by_role("button", name="Show the answer")).to_be_in_viewport()
    accessible(room.lead)
    accessible(room.phone)


def test_the_letters_are_the_same_on_the_big_screen_and_on_a_device(room: Room) -> None:
    shown = room.lead.locator(".byp-big-options .byp-big-option").all_inner_texts()
    assert room.phone.locator(".byp-option > span").all_inner_texts() == shown


def test_answers_are_counted_live_and_can_be_changed(room: Room) -> None:
    expect(room.lead.locator(".byp-answered")).to_contain_text("0 of 3 answered")
    wrong = room.phone.locator(".byp-option", has_not_text=RIGHT).first
    wrong.locator("input").focus()
    room.phone.keyboard.press("Space")
    room.phone.get_by_role("button", name="Send my answer").click()
    expect(room.phone.locator(".byp-sent")).to_contain_text("You can change it until the answer is shown.")
    expect(room.lead.locator(".byp-answered")).to_contain_text("1 of 3 answered")
    room.late.locator(".byp-option", has_text=RIGHT).click()
    room.late.get_by_role("button", name="Send my answer").click()
    expect(room.lead.locator(".byp-answered")).to_contain_text("2 of 3 answered")
    room.phone.locator(".byp-option", has_text=RIGHT).click()
    room.phone.get_by_role("button", name="Change my answer").click()
    expect(room.phone.locator(".byp-sent")).to_contain_text("Sent:")
    expect(room.lead.locator(".byp-answered")).to_contain_text("2 of 3 answered")


def test_raised_hands_are_counted_with_the_keyboard(room: Room) -> None:
    room.lead.get_by_role("button", name="One hand more: It may stay up. With").focus()
    for _ in range(3):
        room.lead.keyboard.press("Enter")
    expect(room.lead.locator(".byp-answered")).to_contain_text("3 hands counted")
    room.lead.get_by_role("button", name="One hand fewer: It may stay up. With").click()
    expect(room.lead.locator(".byp-answered")).to_contain_text("2 hands counted")


def test_a_page_that_is_loaded_again_goes_on_where_it_was(room: Room) -> None:
    room.lead.reload()
    expect(room.lead.locator(".byp-answered")).to_contain_text("2 of 3 answered on their own device, 2 hands counted")


def test_the_answer_comes_to_everybody_with_bars_and_reasons(room: Room) -> None:
    room.lead.get_by_role("button", name="Show the answer").click()
    right = room.lead.locator(".byp-bars li", has_text=RIGHT)
    expect(right).to_contain_text("2 (2 own devices)")
    expect(right).to_contain_text("Right")
    expect(room.lead.locator(".byp-bars .byp-why").first).not_to_be_empty()
    expect(room.lead.locator(".byp-bars li", has_text="With the eyes covered")).to_contain_text("2 (2 hands)")
    for device in (room.phone, room.late):
        expect(device.locator(".byp-verdict")).to_have_text("That is right.")
        expect(device.locator(".byp-device")).to_contain_text("Kept in your training record as practice")
    accessible(room.lead)
    accessible(room.phone)


def test_the_big_screen_fits_a_large_one(room: Room) -> None:
    room.lead.set_viewport_size({"width": 1920, "height": 1080})
    room.lead.get_by_role("button", name="Next question of this step").click()
    expect(room.lead.locator(".byp-case img")).to_be_visible()
    expect(room.lead.get_by_role("button", name="Show the answer")).to_be_in_viewport()
    assert room.lead.evaluate("parseFloat(getComputedStyle(document.querySelector('.byp-big-stem')).fontSize)") >= 36
    assert room.lead.evaluate("document.documentElement.scrollWidth <= innerWidth")
    room.lead.set_viewport_size({"width": 1366, "height": 820})


def test_somebody_who_came_late_is_added_and_notes_are_taken(room: Room) -> None:
    room.lead.locator("summary", has_text="Here").click()
    room.lead.get_by_label("Yasmin Thistlewood").check()
    expect(room.lead.locator("summary", has_text="Here")).to_contain_text("4 people")
    room.lead.locator("summary", has_text="Notes").click()
    room.lead.get_by_label("What we change").fill("The checklist hangs at the front desk. <b>Yasmin</b>, by Friday.")
    accessible(room.lead)


def test_the_end_gives_minutes_to_sign_and_every_record_has_it(room: Room) -> None:
    room.lead.get_by_role("button", name="End the session…").click()
    room.lead.get_by_role("button", name="End it and write the minutes").click()
    expect(room.lead.locator("h1")).to_have_text("The session has ended")
    expect(room.lead.locator(".byp-minutes")).to_contain_text("Present: 4")
    expect(room.lead.locator(".byp-minutes")).to_contain_text("<b>Yasmin</b>, by Friday.")
    accessible(room.lead)
    with room.lead.expect_download() as download:
        room.lead.get_by_role("button", name="Save the minutes to sign").click()
    paper = PdfReader(BytesIO(Path(download.value.path()).read_bytes()))
    assert "Yasmin Thistlewood" in paper.pages[0].extract_text()
    for device in (room.phone, room.late):
        expect(device.locator("h1")).to_have_text("No session is open yet")

    desk = desk_of(room.home)
    attended = {one.person for one in desk.entries() if one.kind is EntryKind.ATTENDED}
    assert {LEADER, ONE, OTHER} < attended
    assert len(attended) == 4
    answered = [one for one in desk.entries() if one.kind is EntryKind.ANSWERED]
    assert {(one.person, one.body["question"], one.body["right"]) for one in answered} == {
        (ONE, QUESTION, True),
        (OTHER, QUESTION, True),
    }
    assert all(one.body["attempt"] is None and one.body["session"] for one in answered)
    assert desk.verify().whole


def test_no_page_complained(room: Room) -> None:
    assert room.complaints == []
