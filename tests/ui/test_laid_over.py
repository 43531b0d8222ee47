"""A panel and its original, laid one over the other: the same size, the same place, mirrored and turned alike."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from before_you_post.photos.refusal import PictureError
from before_you_post.records import Match, Outline, Panel
from before_you_post.rules.cases.clean import PANEL
from before_you_post.ui.laid_over import original_as_shown, published_panel
from before_you_post.ui.pictures import Shown

WHOLE: Outline = ((0.0, 0.0), (400.0, 0.0), (400.0, 300.0), (0.0, 300.0))
RIGHT: Outline = ((420.0, 0.0), (820.0, 0.0), (820.0, 300.0), (420.0, 300.0))


@pytest.fixture
def original(tmp_path: Path) -> Path:
    """Nothing about it is alike left and right, or above and below."""
    image = Image.new("RGB", (400, 300), "tan")
    ImageDraw.Draw(image).rectangle((20, 20, 140, 90), fill="navy")
    image.save(tmp_path / "original.png")
    return tmp_path / "original.png"


def collage(original: Path, *, mirrored: bool) -> Path:
    with Image.open(original) as image:
        right = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if mirrored else image
        both = Image.new("RGB", (820, 300), "white")
        both.paste(right, (420, 0))
    both.save(original.with_name("published.png"))
    return original.with_name("published.png")


def panel(outline: Outline = RIGHT, shown: Outline = WHOLE) -> Panel:
    return replace(PANEL, match=Match(original="P-01/after.jpg", outline=outline, original_outline=shown))


def pixels(shown: Shown) -> np.ndarray:
    with Image.open(BytesIO(shown.jpeg)) as image:
        return np.asarray(image.convert("RGB")).astype(int)


@pytest.mark.parametrize("mirrored", [False, True])
def test_the_original_lies_under_the_panel_as_it_was_published(original: Path, mirrored: bool) -> None:
    published = collage(original, mirrored=mirrored)
    shown = (WHOLE[1], WHOLE[0], WHOLE[3], WHOLE[2]) if mirrored else WHOLE
    over, under = (
        published_panel(published, panel(shown=shown)),
        original_as_shown(published, original, panel(shown=shown)),
    )
    assert (over.width, over.height) == (under.width, under.height) == (400, 300)
    assert np.abs(pixels(over) - pixels(under)).mean() < 3


def test_what_the_original_does_not_reach_is_grey(original: Path) -> None:
    beyond = tuple((x + 200.0, y) for x, y in WHOLE)
    under = pixels(original_as_shown(collage(original, mirrored=False), original, panel(shown=beyond)))
    assert np.abs(under[:, 300:] - 128).mean() < 4


@pytest.mark.parametrize("outline", [(), ((900.0, 0.0), (950.0, 0.0), (950.0, 90.0), (900.0, 90.0))])
def test_a_panel_whose_place_is_not_known_says_so(original: Path, outline: Outline) -> None:
    with pytest.raises(PictureError, match="not known"):
        published_panel(collage(original, mirrored=False), panel(outline=outline))


def test_a_match_without_the_part_that_is_shown_says_so(original: Path) -> None:
    with pytest.raises(PictureError, match="not known"):
        original_as_shown(collage(original, mirrored=False), original, panel(shown=()))
