"""The things to try in a lesson, in a real browser: by keyboard, in light and dark, on a phone, and for axe."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from served_notebook import serve_notebook

pytestmark = pytest.mark.browser

CELLS = (
    "from before_you_post.ui.lessons import caption_check, check, clocks, compare, photo, reveal, timeline, what_if",
    "photo.Photo('quillfeather', 'website/who-is-it/eyes-barred-before.jpg', 'A <b>bar</b> over the eyes.')",
    "compare.Compare('quillfeather', 'website/softer-skin/lift-turned-smooth-pair.jpg', 2)",
    "reveal.Reveal('quillfeather', 'website/when-to-worry/lesion-close-before.jpg')",
    "caption_check.CaptionCheck('Thank you <i>Oriane Vanterpool</i>, seen on March 3, 2026.')",
    "what_if.WhatIf('channel', 'channels', 'revoked_on', 'caption')",
    "check.Check('quillfeather', 'website/who-is-it/eyes-barred-before.jpg')",
    "clocks.Clocks('2026-03-02', 12, ('OH', 'CA'))",
    "timeline.Timeline('quillfeather', 'incident/I-2023-01')",
)
PATIENCE = 120_000  # milliseconds


@pytest.fixture(scope="module")
def lesson(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """One page with every thing to try; tests use it one after the other, each its own part of it."""
    with serve_notebook(CELLS, tmp_path_factory.mktemp("lesson")) as address:
        context = browser.new_context(locale="en-US", viewport={"width": 1000, "height": 900})
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        complaints: list[str] = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.goto(address)
        page.wait_for_selector("text=Incident I-2023-01")
        yield page
        context.close()
    assert complaints == []


def part(page: Page, title: str) -> Locator:
    """The card with that heading."""
    return page.get_by_role("region", name=title)


def sound(page: Page) -> None:
    """Axe finds nothing serious, in light and dark, on a laptop and on a phone; nothing is wider than the phone."""
    for scheme in ("light", "dark"):
        for width in (1000, 390):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            page.set_viewport_size({"width": width, "height": 844})
            assert serious(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1000, "height": 900})


def serious(page: Page) -> list[tuple[str, list[Any]]]:
    """What axe calls serious or critical, with the places."""
    return [
        (violation["id"], [node["target"] for node in violation["nodes"]])
        for violation in Axe().run(page).response["violations"]
        if violation["impact"] in ("serious", "critical")
    ]


def test_a_photo_has_words_and_a_caption_that_is_never_markup(lesson: Page) -> None:
    figure = lesson.locator(".byp-photo figure")
    expect(figure.get_by_role("img", name="A woman's face with a black bar over the eyes")).to_be_visible()
    expect(figure).to_contain_text("A <b>bar</b> over the eyes.")
    expect(lesson.locator(".byp-sample-note:visible")).to_have_count(1)
    sound(lesson)


def test_a_picture_is_compared_and_the_edge_moves_with_the_arrow_keys(lesson: Page) -> None:
    card = part(lesson, "What was changed?")
    card.get_by_role("button", name="Compare it with its original").focus()
    lesson.keyboard.press("Enter")
    slider = card.get_by_role("slider")
    expect(slider).to_be_focused()
    lesson.keyboard.press("ArrowRight")
    assert slider.get_attribute("aria-valuetext") == "51 percent original, 49 percent published"
    expect(card).to_contain_text("1 was found")
    card.get_by_role("button", name="Show where it changed: Smoothing of skin").click()
    expect(card.get_by_role("img", name="Smoothing of skin: where the comparison sees it, in red")).to_be_visible()
    sound(lesson)
    expect(card.get_by_role("button", name="Back to the slider")).to_be_focused()
    lesson.keyboard.press("Enter")
    expect(slider).to_be_focused()


def test_a_file_is_looked_into_and_shows_the_face_that_was_cropped_away(lesson: Page) -> None:
    card = part(lesson, "What hides in this file?")
    card.get_by_role("button", name="Look inside").press("Enter")
    expect(card.get_by_role("img", name="The thumbnail that lies inside the file")).to_be_visible()
    expect(card.get_by_role("status")).to_contain_text("Found: 1 hidden thing")
    sound(lesson)


def test_a_caption_is_marked_as_text_and_a_new_one_is_checked(lesson: Page) -> None:
    card = part(lesson, "What in this caption could tell who it is?")
    card.get_by_role("button", name="Check these words").press("Enter")
    expect(card.locator("mark")).to_have_count(2)
    expect(card.locator(".byp-marked")).to_contain_text("<i>Oriane Vanterpool")
    sound(lesson)
    card.get_by_label("Your caption").fill("Results differ.")
    card.get_by_role("button", name="Check these words").press("Enter")
    expect(card.get_by_role("status")).to_contain_text("That proves nothing")
    expect(card.locator("mark")).to_have_count(0)


def test_facts_are_changed_with_the_keyboard_and_the_rules_answer(lesson: Page) -> None:
    card = part(lesson, "What if one thing were different?")
    expect(card).to_contain_text("Nothing found")
    card.get_by_label("Posted on").select_option("instagram")
    expect(card.get_by_role("heading", name="The authorization does not name this place")).to_be_visible()
    expect(card.get_by_role("status")).to_contain_text("Take down now. 1 finding.")
    sound(lesson)
    card.get_by_role("checkbox", name="Instagram").press("Space")
    expect(card).to_contain_text("Changed: Posted on; Places the form names.")
    expect(card).to_contain_text("Nothing found")
    card.get_by_label("Caption").fill("Ottoline is happy")
    expect(card.get_by_role("heading", name="A patient's name can be read")).to_be_visible()
    card.get_by_role("button", name="Start again from the clean case").press("Enter")
    expect(card).to_contain_text("Nothing is changed yet.")
    expect(card.get_by_label("Posted on")).to_have_value("website")


def test_a_photo_is_looked_at_and_what_was_found_is_boxed(lesson: Page) -> None:
    card = part(lesson, "What do the programs see in this photo?")
    card.get_by_role("button", name="Look at this photo").press("Enter")
    expect(card.get_by_role("heading", name="Only a person can tell")).to_be_visible()
    expect(card.locator(".byp-outline-face")).to_have_count(1)
    expect(card.get_by_role("status")).to_contain_text("a person decides")
    sound(lesson)


def test_days_are_counted_and_a_mistake_is_told_beside_the_form(lesson: Page) -> None:
    card = part(lesson, "Which clocks run, and until when?")
    card.get_by_label("States where they live").fill("Atlantis")
    card.get_by_role("button", name="Count the days").press("Enter")
    expect(card.get_by_role("alert")).to_contain_text("is no state")
    sound(lesson)
    card.get_by_label("States where they live").fill("FL")
    card.get_by_label("How many people").fill("600")
    card.get_by_label("How many people").press("Enter")
    expect(card).to_contain_text("People who live in Florida")
    expect(card.get_by_role("alert")).to_be_hidden()
    expect(card.get_by_role("status")).to_contain_text("The first ends on April 1, 2026.")


def test_the_days_of_an_incident_are_a_list_in_order(lesson: Page) -> None:
    card = part(lesson, "Incident I-2023-01")
    expect(card.get_by_role("listitem").first).to_contain_text("It happened")
    expect(card.get_by_role("listitem").last).to_contain_text("Today")
    assert card.locator("time").first.get_attribute("datetime") == "2023-01-03"
    sound(lesson)
