"""Answers a question of a lesson the way a hand would, and looks at a page as somebody does who cannot see it."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page


def give(part: Locator, question: Any, answer: Any) -> None:
    """Give an answer the way a hand would."""
    kind = question.kind.value
    if kind in ("number", "date"):
        part.locator(".byp-typed input").fill(answer)
    elif kind == "order":
        for place, option in enumerate(answer):
            item = part.locator(f"[data-option='{option}']")
            while item.evaluate("node => [...node.parentNode.children].indexOf(node)") > place:
                item.get_by_role("button", name="Move up").click()
    elif isinstance(answer, dict):
        for number, chosen in enumerate(answer.values()):
            text = next(option.text for option in question.options if option.id == list(answer)[number])
            row = part.locator(".byp-placed", has_text=text)
            pill = row.get_by_role("radio", name=chosen, exact=True)
            if pill.count():
                pill.check()
            else:
                row.locator("select").select_option(chosen)
    else:
        for option in answer:
            part.locator(f"input[value='{option}']").check()
    part.get_by_role("button", name="Answer", exact=True).click()


def sound(page: Page, about: str) -> None:
    """Axe finds nothing serious, light on a laptop and dark on a phone; nothing is wider than its window."""
    for scheme, width in (("light", 1000), ("dark", 390)):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 900})
        found = Axe().run(page, context=about).response["violations"]
        serious = [
            (one["id"], [node["target"] for node in one["nodes"]])
            for one in found
            if one["impact"] in ("serious", "critical")
        ]
        assert serious == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1000, "height": 900})
