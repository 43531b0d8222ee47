"""The whole bank, and pictures to embed."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image

from before_you_post.records import CaseRef, Question
from before_you_post.training.bank import load_bank


@pytest.fixture(scope="session")
def bank() -> tuple[Question, ...]:
    return load_bank()


@pytest.fixture(scope="session")
def pictures() -> Callable[[CaseRef], tuple[bytes, str]]:
    drawn = io.BytesIO()
    Image.new("RGB", (300, 200), "tan").save(drawn, "JPEG")
    return lambda _: (drawn.getvalue(), 'A picture with "marks" & <signs>')
