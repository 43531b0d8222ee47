"""The signed forms of an audit: each once, with the place of its scan."""

from __future__ import annotations

from dataclasses import replace

import pytest

import handmade_audits as handmade
from before_you_post.report.forms import forms_of, scan_of


def test_a_form_of_several_photos_is_listed_once() -> None:
    audit = handmade.audit(handmade.judged("a.jpg"), handmade.judged("b.jpg"))
    assert list(forms_of(audit)) == ["A-001"]


@pytest.mark.parametrize(
    ("document", "sha256", "said"),
    [
        (None, None, None),
        ("drawer 3, A/B", None, "drawer 3, A/B"),
        ("forms\\A-1.pdf", "ab" * 32, "forms/A-1.pdf"),
        ("/elsewhere/A-1.pdf", "ab" * 32, "A-1.pdf"),
    ],
)
def test_a_scan_is_told_from_the_practice_folder_and_words_stay_words(
    document: str | None, sha256: str | None, said: str | None
) -> None:
    form = replace(handmade.FORM, document=document, document_sha256=sha256)
    assert scan_of(form, str(handmade.FOLDER)) == said
