"""The sample practice in the browser, as a newcomer sees it: every photo listed, a collage beside its originals."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from before_you_post.ui import SAMPLE
from served_dashboard import Server, serve

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def practice() -> Path:
    return SAMPLE


@pytest.fixture(scope="module")
def server(practice: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serve(practice, tmp_path_factory.mktemp("sample-home")) as running:
        yield running


def test_the_sample_practice_opens_with_its_collages_compared(visit: object) -> None:
    page = visit.page  # type: ignore[attr-defined]
    expect(page.locator("h1")).to_have_text("Quillfeather Dermatology & Aesthetics")
    page.wait_for_selector(".byp-open", timeout=300_000)
    expect(page.locator("[data-verdict=take_down] .byp-number")).not_to_have_text("0")
    expect(page.locator("[data-verdict=clear] .byp-number")).not_to_have_text("0")
    page.fill("#byp-search", "two-stories")
    expect(page.locator(".byp-open")).to_have_count(1)
    page.click(".byp-open")
    expect(page.locator("dialog .byp-originals img")).to_have_count(2)
    expect(page.locator("dialog .byp-part-fails")).not_to_have_count(0)
