"""An original is read no larger than the published picture shows it."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from before_you_post.matching import LibraryIndex
from before_you_post.matching import geometry as g
from before_you_post.matching.candidates import Candidate
from before_you_post.matching.workcopy import WorkCopy
from painted_skin import original, saved, skin

LARGE = np.asarray(cv2.resize(skin(1), (1800, 2400), interpolation=cv2.INTER_CUBIC), np.uint8)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> LibraryIndex:
    folder: Path = tmp_path_factory.mktemp("library")
    index = LibraryIndex(folder / "index")
    index.update([original(saved(folder / "1.jpg", LARGE))])
    return index


@pytest.mark.parametrize(("shown", "side"), [(1.0, 480), (0.8, 960), (0.5, 960), (0.1, 960)])
def test_the_less_of_it_is_shown_the_larger_it_is_read(library: LibraryIndex, shown: float, side: int) -> None:
    """``shown`` is the share of the original's height and width that was published, 1,080 pixels high."""
    published = np.zeros((1080, 810, 3), np.uint8)
    matrix = g.resizing(round(1800 * shown), round(2400 * shown), 810, 1080)
    copy = WorkCopy(published, library)
    laid = copy.laid(Candidate(0, matrix, 20), copy.to_work)
    assert laid is not None
    grey, to_work = laid
    assert max(grey.shape) == side
    assert g.scale(to_work) * side / 2400 == pytest.approx(480 / (2400 * shown), rel=0.01)
