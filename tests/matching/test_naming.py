"""A named original is laid into its panel where it can be, and the word of the person stands where it cannot."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from before_you_post.matching import LibraryIndex, find_originals, place_original
from before_you_post.matching.index import grey_original
from painted_skin import original, saved, skin

ONE = skin(1)
WHOLE = ((0.0, 0.0), (360.0, 0.0), (360.0, 480.0), (0.0, 480.0))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> LibraryIndex:
    folder = tmp_path_factory.mktemp("library")
    index = LibraryIndex(folder / "index")
    index.update([original(saved(folder / f"{seed}.png", skin(seed))) for seed in range(3)])
    return index


def test_the_named_original_is_laid_into_its_panel(library: LibraryIndex) -> None:
    page = np.full((320, 500, 3), 255, np.uint8)
    page[:, :240], page[:, 260:] = skin(9, 320, 240), ONE[100:420, 60:300][:, ::-1]
    panel = ((260.0, 0.0), (500.0, 0.0), (500.0, 320.0), (260.0, 320.0))
    match = place_original(page, library, "1.png", panel)
    assert match is not None
    assert (match.original, match.outline, match.mirrored) == ("1.png", panel, True)
    assert match.inliers >= 8
    assert match.scale == pytest.approx(1, abs=0.02)
    assert np.abs(np.array(match.original_outline).min(axis=0) - [60, 100]).max() < 2


def test_where_it_cannot_be_laid_the_persons_word_stands_without_a_place(library: LibraryIndex) -> None:
    match = place_original(ONE, library, "2.png", WHOLE)
    assert match is not None
    assert (match.original, match.inliers, match.original_outline) == ("2.png", 0, ())


def test_an_original_nobody_has_cannot_be_laid(library: LibraryIndex, tmp_path: Path) -> None:
    assert place_original(ONE, library, "nobody.png", WHOLE) is None
    path = saved(tmp_path / "gone.png", ONE)
    index = LibraryIndex(tmp_path / "index")
    index.update([original(path)])
    path.unlink()
    grey_original.cache_clear()
    assert place_original(ONE, index, "gone.png", WHOLE) is None


def test_a_rejected_original_is_never_named_again(library: LibraryIndex) -> None:
    for published in (ONE, ONE[60:400, 30:330]):
        (match,) = find_originals(np.ascontiguousarray(published), library, rejected=frozenset({"1.png"}))
        assert match.original is None
        assert match.runner_up != "1.png"


def test_of_two_files_with_the_same_bytes_only_the_rejected_one_is_silenced(tmp_path: Path) -> None:
    index = LibraryIndex(tmp_path / "index")
    index.update([original(saved(tmp_path / name, ONE), name) for name in ("a.png", "b.png")])
    assert find_originals(ONE, index)[0].either == ("b.png",)
    (match,) = find_originals(ONE, index, rejected=frozenset({"a.png"}))
    assert (match.original, match.either) == ("b.png", ())
