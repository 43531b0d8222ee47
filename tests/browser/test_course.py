"""The course as a new colleague meets it: the real site, the real lessons, from signing in to the certificates."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from answered_by_hand import give, sound
from before_you_post.records import Question, QuestionUse
from before_you_post.training.bank import load_bank
from before_you_post.training.course import load_course
from before_you_post.training.grading import solution
from before_you_post.training.lesson_file import read_lesson_file
from served_practice import serve_practice

pytestmark = pytest.mark.browser

PATIENCE = 120_000  # milliseconds
NAME, PIN = "Corwin Halloway-Stone", "582914"
THREE = ("what-identifies", "authorization", "before-after-collages")
BANK = load_bank()
QUIZ = {question.stem: question for question in BANK if question.use is QuestionUse.QUIZ}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the sample practice's site, its records kept for this file only."""
    with serve_practice(tmp_path_factory.mktemp("kept")) as server:
        yield server.address


@pytest.fixture(scope="module")
def complaints() -> list[str]:
    return []


@pytest.fixture(scope="module")
def page(browser: Browser, site: str, complaints: list[str]) -> Iterator[Page]:
    """One tab of one person, who goes from page to page."""
    context = browser.new_context(locale="en-US", viewport={"width": 1000, "height": 900})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page.goto(site)
    yield page
    context.close()
    origin = site.partition("/?")[0]
    assert [url for url in asked if not url.startswith((origin, "blob:", "data:"))] == []


def open_lesson(page: Page, slug: str) -> None:
    title = load_course().lesson(slug).title
    page.get_by_role("link", name=title, exact=True).first.click()
    page.wait_for_selector(f".byp-top h1:text-is('{title}'), h1:text-is('{title}')")
    page.wait_for_selector(f".byp-who b:text-is('{NAME}')")


def answer_inside(page: Page, slug: str) -> None:
    """Every question inside the lesson, rightly."""
    inside = {question.id: question for question in BANK if question.lesson == slug}
    for number, asked in enumerate(read_lesson_file(slug).asks):
        card = page.locator(".byp-card:has(.byp-question)").nth(number)
        expect(card.locator(".byp-stem")).to_have_text(shown(inside[asked]))
        give(card, inside[asked], solution(inside[asked]))
        expect(card.locator(".byp-verdict")).to_have_text("That is right.")
        expect(page.locator(".byp-saved").first).to_contain_text("aved")


def shown(question: Question) -> str:
    return " ".join(question.stem.split())


def pass_quiz(page: Page) -> None:
    page.get_by_role("button", name="Start", exact=True).click()
    quiz = page.locator(".byp-quiz:not([hidden])")
    while True:
        page.wait_for_selector(".byp-quiz:not([hidden]) .byp-question form")
        question = QUIZ[quiz.locator(".byp-stem").inner_text()]
        give(quiz, question, solution(question))
        expect(quiz.locator(".byp-verdict")).to_be_focused()
        onwards = quiz.get_by_role("button", name="Next question")
        if not onwards.count():
            break
        onwards.click()
    quiz.get_by_role("button", name="See the result").click()
    expect(page.get_by_role("heading", name="Passed")).to_be_focused()


def sign(page: Page) -> None:
    page.get_by_role("checkbox", name="I have read and understood this lesson").check()
    page.get_by_role("button", name="Sign and get the certificate").click()
    expect(page.locator(".byp-certificate-id")).to_contain_text("BYP-")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save certificate (PDF)").click()
    assert saved.value.path().read_bytes().startswith(b"%PDF-")


def test_a_new_colleague_chooses_a_pin(page: Page) -> None:
    page.wait_for_selector("#byp-person")
    page.select_option("#byp-person", label=NAME)
    page.fill("#byp-pin", PIN)
    page.fill("#byp-again", PIN)
    page.locator(".byp-door [type=submit]").click()
    page.wait_for_selector(f".byp-who b:text-is('{NAME}')")
    expect(page.locator(".byp-far")).to_contain_text("0 of")
    sound(page, "body")


@pytest.mark.parametrize("slug", THREE)
def test_a_lesson_is_taken_from_its_first_question_to_its_certificate(page: Page, slug: str) -> None:
    open_lesson(page, slug)
    answer_inside(page, slug)
    sound(page, "body")
    pass_quiz(page)
    sign(page)
    page.get_by_role("link", name="All lessons").first.click()
    expect(page.locator(".byp-far")).to_contain_text(f"{THREE.index(slug) + 1} of")


def test_whoever_is_no_manager_sees_neither_audit_nor_records(page: Page, site: str) -> None:
    for address in ("dashboard", "records"):
        page.goto(f"{site.partition('/?')[0]}/{address}")
        expect(page.get_by_role("status").filter(has_text="This page is for managers")).to_be_visible()
        assert "Oriane" not in page.content()


@pytest.mark.parametrize("slug", [slug for slug in load_course().slugs() if slug not in THREE])
def test_every_other_lesson_opens_whole_and_is_sound(page: Page, site: str, slug: str) -> None:
    page.goto(f"{site.partition('/?')[0]}/lessons/{slug}")
    page.wait_for_selector(f".byp-who b:text-is('{NAME}')")
    many = len(read_lesson_file(slug).asks)
    page.wait_for_function(f"document.querySelectorAll('.byp-card .byp-question form').length >= {many}")
    page.wait_for_selector(".byp-quiz:not([hidden])")
    assert page.get_by_text("could not be opened").count() == 0
    sound(page, "body")


def test_nothing_went_wrong_in_any_page(page: Page, complaints: list[str]) -> None:
    assert page.url
    assert complaints == []
