"""Words printed into a picture are read without any network; skin alone holds none."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from before_you_post.photos import text
from painted_skin import skin


def labelled(words: str) -> np.ndarray:
    picture = np.full((200, 420, 3), 205, np.uint8)
    return cv2.putText(picture, words, (20, 120), cv2.FONT_HERSHEY_SIMPLEX, 1.2, (20, 20, 20), 2, cv2.LINE_AA)


def test_a_label_is_read_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("the reader asked the network"))
    text._engine.cache_clear()
    (line,) = text.read_text(labelled("MRN QD-004217"))
    assert "QD-004217" in line.text
    assert line.confidence > 0.8
    xs, ys = zip(*line.outline, strict=True)
    assert 0 < min(xs) < 60 < max(xs) < 420
    assert 70 < min(ys) < 120 < max(ys) < 160


def test_skin_holds_no_words() -> None:
    assert text.read_text(skin(5, 240, 240)) == ()


@pytest.mark.parametrize("shape", [(1, 1), (4, 900), (900, 4), (17, 17)])
def test_pictures_too_small_for_letters_are_no_trouble(shape: tuple[int, int]) -> None:
    assert text.read_text(np.full((*shape, 3), 128, np.uint8)) == ()
