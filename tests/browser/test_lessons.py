"""What a learner touches, in a real browser: every kind of question, signing in, the quiz, the home page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from answered_by_hand import give, sound
from before_you_post.training.grading import solution
from served_notebook import serve_notebook
from tried_lesson import quiz_questions, tried_questions

pytestmark = pytest.mark.browser

TESTS = Path(__file__).parent.parent
QUESTIONS = tried_questions()
QUIZ = {question.stem: question for question in quiz_questions()}
FIND_TESTS = f"import sys\nsys.path.insert(0, {str(TESTS)!r})"
KINDS = (
    FIND_TESTS,
    "from tried_lesson import tried_page\nlesson = tried_page()\nlesson.top()",
    *(f"lesson.ask({question!r})" for question in QUESTIONS),
    "lesson.rules()",
    "lesson.quiz()",
)
COURSE = (
    FIND_TESTS,
    "from tried_lesson import tried_course\nhome, lesson = tried_course()\nhome.top()",
    "home.review()",
    "home.lessons()",
    "lesson.quiz()",
)
GATE = (
    f"{FIND_TESTS}\nimport os\nos.environ['BEFORE_YOU_POST_SIGN_IN'] = 'required'",
    "from tried_lesson import tried_gate\ntried_gate()",
)
AT_HOME = "addEventListener('DOMContentLoaded', () => { document.body.dataset.home = '/'; })"  # as the site's pages say
PATIENCE = 120_000  # milliseconds
PIN = "482915"
ON_PAGE = ".byp-quiz:not([hidden])"  # the review is there too, and hidden where nothing came back


def opened(browser: Browser, address: str, complaints: list[str], width: int = 1000) -> tuple[BrowserContext, Page]:
    context = browser.new_context(locale="en-US", viewport={"width": width, "height": 900})
    context.set_default_timeout(PATIENCE)
    context.add_init_script(AT_HOME)
    context.route("**/identity", lambda route: route.fulfill(json={}))  # the site answers so where no proxy stands
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.goto(address)
    page.wait_for_selector(f"{ON_PAGE}, .byp-gate")
    return context, page


@pytest.fixture(scope="module")
def kinds(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """One page with every kind of question; each test uses its own."""
    complaints: list[str] = []
    with serve_notebook(KINDS, tmp_path_factory.mktemp("kinds")) as address:
        context, page = opened(browser, address, complaints)
        page.wait_for_function("document.querySelectorAll('.byp-case img').length === 2")
        yield page
        context.close()
    assert complaints == []


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the home page and the quiz of a course of one lesson are served, on one page."""
    with serve_notebook(COURSE, tmp_path_factory.mktemp("course")) as address:
        yield address


def card(page: Page, question: str) -> Locator:
    """The card of an exercise."""
    return page.locator(".byp-card:has(.byp-question)").nth(list(QUESTIONS).index(question))


def mark_card(page: Page, question: str) -> str:
    """A selector of that card alone, for axe."""
    card(page, question).evaluate("(node, name) => node.id = name", question)
    return f"#{question}"


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_kind_is_asked_answered_and_explained(kinds: Page, name: str) -> None:
    part, question = card(kinds, name), QUESTIONS[name]
    about = mark_card(kinds, name)
    sound(kinds, about)
    give(part, question, solution(question))
    verdict = part.locator(".byp-verdict")
    expect(verdict).to_have_text("That is right.")
    expect(verdict).to_be_focused()
    told = part.locator(".byp-told li")
    answers = 1 if question.kind.value in ("number", "date") else len(question.options)
    assert told.count() == answers
    for line in told.all():
        assert line.locator(".byp-sign").inner_text().strip()
        assert line.locator(".byp-why").inner_text().strip()
    sound(kinds, about)


def test_an_answer_is_given_by_keyboard_alone_and_tried_again(kinds: Page) -> None:
    part = card(kinds, "kind-single")
    if part.locator(".byp-verdict").count():
        part.get_by_role("button", name="Try again").click()
    expect(part.get_by_role("button", name="Answer", exact=True)).to_be_visible()
    part.get_by_role("radio").first.focus()
    kinds.keyboard.press("ArrowDown")
    kinds.keyboard.press("ArrowDown")
    expect(part.get_by_role("radio").nth(2)).to_be_checked()
    kinds.keyboard.press("Enter")
    expect(part.locator(".byp-verdict")).to_be_focused()
    part.get_by_role("button", name="Try again").press("Enter")
    expect(part.locator("legend").first).to_be_focused()


def test_answering_nothing_says_what_is_missing(kinds: Page) -> None:
    part = card(kinds, "kind-single")
    if part.locator(".byp-verdict").count():
        part.get_by_role("button", name="Try again").click()
    part.get_by_role("button", name="Answer", exact=True).click()
    expect(part.get_by_role("alert")).to_have_text("Choose an answer first.")
    part.get_by_role("button", name="Hint").click()
    expect(part.get_by_text("Think of what is left")).to_be_visible()


def test_a_list_is_put_in_order_by_keyboard_and_every_step_is_announced(kinds: Page) -> None:
    part = card(kinds, "kind-order")
    if part.locator(".byp-verdict").count():
        part.get_by_role("button", name="Try again").click()
    first = part.locator(".byp-order li").first
    words = first.locator(".byp-what").inner_text()
    button = first.get_by_role("button", name="Move down")
    button.focus()
    kinds.keyboard.press("Enter")
    expect(part.locator(".byp-order li").nth(1).locator(".byp-what")).to_have_text(words)
    expect(part.get_by_role("status")).to_have_text(f"Place 2 of 4: {words}")
    assert kinds.evaluate("document.activeElement.getAttribute('aria-label')") == f"Move down: {words}"


def test_a_place_is_marked_by_a_click_in_the_picture_and_the_list_follows(kinds: Page) -> None:
    part = card(kinds, "kind-hotspot")
    if part.locator(".byp-verdict").count():
        part.get_by_role("button", name="Try again").click()
    expect(part.locator(".byp-stage img")).to_be_visible()  # a new try asks for its picture anew
    picture = part.locator(".byp-spots")
    picture.scroll_into_view_if_needed()
    size = picture.bounding_box()
    assert size is not None
    picture.click(position={"x": size["width"] * 0.5, "y": size["height"] * 0.68})  # the mouth
    expect(part.get_by_role("checkbox", name="The mouth")).to_be_checked()
    part.get_by_role("checkbox", name="The nose").check()
    assert part.locator(".byp-spot-on").count() == 2
    picture.click(position={"x": size["width"] * 0.5, "y": size["height"] * 0.68})
    expect(part.get_by_role("checkbox", name="The mouth")).not_to_be_checked()


def test_words_from_outside_are_shown_as_words(kinds: Page) -> None:
    expect(card(kinds, "kind-several")).to_contain_text("A <b>white</b> wall")


def test_the_sample_is_said_to_be_invented_once(kinds: Page) -> None:
    assert kinds.locator(".byp-sample-note:visible").count() == 1


def signed_in(page: Page, name: str = "Corwin Halloway-Stone") -> None:
    page.wait_for_selector("#byp-person")
    page.select_option("#byp-person", label=name)
    page.fill("#byp-pin", PIN)
    if page.locator("#byp-again").count():
        page.fill("#byp-again", PIN)
    page.locator(".byp-door [type=submit]").click()
    page.wait_for_selector(f".byp-who b:text-is('{name}')")


def answer_one(page: Page, right: Callable[[Any], Any] = solution) -> None:
    page.wait_for_selector(f"{ON_PAGE} .byp-question form")
    question = QUIZ[page.locator(f"{ON_PAGE} .byp-stem").inner_text()]
    give(page.locator(ON_PAGE), question, right(question))
    expect(page.locator(f"{ON_PAGE} .byp-verdict")).to_be_focused()


def test_from_the_first_sign_in_to_the_certificate(browser: Browser, course: str) -> None:
    complaints: list[str] = []
    context, page = opened(browser, course, complaints)
    page.wait_for_selector("#byp-person")
    sound(page, "body")
    signed_in(page)
    expect(page.locator(".byp-far")).to_have_text("0 of 1 lesson passed")
    expect(page.locator(".byp-first h3")).to_have_text("Every kind of question")
    assert "482915" not in page.content()
    page.get_by_role("button", name="Start", exact=True).click()
    answer_one(page)
    expect(page.locator(ON_PAGE)).to_contain_text("question 1 of 4")
    expect(page.locator(".byp-saved")).to_contain_text("Saved")
    page.reload()
    page.wait_for_selector(f"{ON_PAGE} .byp-question")
    expect(page.locator(ON_PAGE)).to_contain_text("question 2 of 4")
    for number in range(3):
        answer_one(page)
        page.get_by_role("button", name="See the result" if number == 2 else "Next question").click()
    expect(page.get_by_role("heading", name="Passed")).to_be_focused()
    sound(page, ON_PAGE)
    page.get_by_role("button", name="Sign and get the certificate").click()
    expect(page.locator(".byp-signature").get_by_role("alert")).to_contain_text("Mark the box first")
    page.get_by_role("checkbox", name="I have read and understood this lesson").check()
    page.get_by_role("button", name="Sign and get the certificate").click()
    expect(page.locator(".byp-certificate-id")).to_contain_text("BYP-")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save certificate (PDF)").click()
    assert saved.value.path().read_bytes().startswith(b"%PDF-")
    expect(page.locator(".byp-far")).to_contain_text("1 of 1 lesson passed")
    sound(page, "body")
    page.get_by_role("button", name="Sign out").click()
    expect(page.locator(".byp-who")).to_contain_text("without a record")
    assert page.evaluate("sessionStorage.getItem('before-you-post')") is None
    context.close()
    assert complaints == []


def test_another_tab_knows_nobody(browser: Browser, course: str) -> None:
    complaints: list[str] = []
    context, page = opened(browser, course, complaints, width=390)
    page.wait_for_selector("#byp-person")
    expect(page.locator(".byp-who")).to_contain_text("without a record")
    page.get_by_role("button", name="Try without a record").click()
    expect(page.get_by_role("button", name="Sign in", exact=True)).to_be_focused()
    page.get_by_role("button", name="Start", exact=True).click()
    answer_one(page)
    expect(page.locator(ON_PAGE)).to_contain_text("Tried without a record.")
    context.close()
    assert complaints == []


def test_behind_the_practices_own_sign_in_nobody_is_asked(browser: Browser, course: str) -> None:
    """The server names a session; one that has ended is forgotten again, and the names are asked for."""
    context = browser.new_context(locale="en-US")
    context.set_default_timeout(PATIENCE)
    context.add_init_script(AT_HOME)
    context.route("**/identity", lambda route: route.fulfill(json={"session": "ended long ago"}))
    page = context.new_page()
    page.goto(course)
    page.wait_for_selector(".byp-who")
    page.wait_for_function(
        "sessionStorage.getItem('before-you-post') === null && document.querySelector('.byp-quiz:not([hidden])')"
    )
    expect(page.locator(".byp-who")).to_contain_text("without a record")
    context.close()


def test_a_managers_page_is_not_sent_to_anybody_else(browser: Browser, tmp_path: Path) -> None:
    complaints: list[str] = []
    with serve_notebook(GATE, tmp_path) as address:
        context, page = opened(browser, address, complaints)
        page.wait_for_selector("#byp-person")
        expect(page.get_by_role("heading", name="Sign in as a manager")).to_be_visible()
        sound(page, "body")
        signed_in(page)
        expect(page.get_by_role("status").filter(has_text="This page is for managers")).to_be_visible()
        assert "photos of patients" not in page.content()
        sound(page, "body")
        context.close()
    assert complaints == []
