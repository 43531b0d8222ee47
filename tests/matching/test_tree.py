"""Search trees: the same neighbours as looking at everything, without loss or from codes, the same every time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from before_you_post.matching import tree
from before_you_post.matching.features import extract
from painted_skin import skin

FEATURES = [extract(skin(seed), long_side=480, limit=400) for seed in range(8)]
DESCRIPTORS = np.concatenate([one.descriptors for one in FEATURES])
POINTERS = np.arange(len(DESCRIPTORS), dtype=np.int64) * 1000


def disturbed() -> np.ndarray:
    """The descriptors as a published copy has them: a little different."""
    rng = np.random.default_rng(3)
    return np.clip(DESCRIPTORS[::7] + rng.normal(0, 6, DESCRIPTORS[::7].shape), 0, 255).astype(np.float32)


def found_again(index: Any) -> float:
    """The share of disturbed keypoints whose nearest is the one they were made from."""
    _, pointers = index.search(disturbed(), 1)
    return float((pointers[:, 0] == POINTERS[::7]).mean())


def from_disk(index: object, file: Path) -> Any:
    tree.save(index, file)
    return tree.opened(file)


def exactly(file: Path) -> tree.Exactly:
    return tree.Exactly(from_disk(tree.rough(DESCRIPTORS), file), DESCRIPTORS, POINTERS.__getitem__)


def test_beside_their_descriptors_nearly_every_keypoint_is_found_again(tmp_path: Path) -> None:
    assert found_again(exactly(tmp_path / "tree.faiss")) > 0.97


def test_proposals_are_compared_with_the_descriptors_themselves(tmp_path: Path) -> None:
    squares, pointers = exactly(tmp_path / "tree.faiss").search(disturbed(), 9)
    there = DESCRIPTORS[pointers // 1000].astype(np.float32)
    apart = ((there - disturbed()[:, None]) ** 2).sum(axis=2)
    assert np.allclose(squares, apart)
    assert (np.diff(squares, axis=1) >= 0).all()


def test_where_fewer_are_kept_than_wanted_the_rest_is_nothing(tmp_path: Path) -> None:
    few = DESCRIPTORS[:20]
    index = tree.Exactly(from_disk(tree.rough(few), tmp_path / "few"), few, POINTERS.__getitem__)
    squares, pointers = index.search(disturbed()[:300], 25)
    assert sorted(pointers[0]) == [-1] * 5 + POINTERS[:20].tolist()
    assert np.isinf(squares[:, 20:]).all() and np.isfinite(squares[:, :20]).all()


@pytest.fixture(scope="module")
def codebook(tmp_path_factory: pytest.TempPathFactory) -> np.ndarray:
    home = tmp_path_factory.mktemp("index")
    made = tree.codebook_of(home, DESCRIPTORS)
    assert np.array_equal(tree.codebook_of(home, DESCRIPTORS[::-3]), made)  # once made it is never changed
    return made


def test_from_codes_most_keypoints_are_found_again_in_a_fraction_of_the_room(
    tmp_path: Path, codebook: np.ndarray
) -> None:
    coded = tree.coded(DESCRIPTORS, POINTERS, codebook)
    assert found_again(from_disk(coded, tmp_path / "coded.faiss")) > 0.9
    fixed = coded.nlist * (512 + 8) + codebook.nbytes  # the middles of the lists and the patterns
    assert (tmp_path / "coded.faiss").stat().st_size - fixed < 25 * len(DESCRIPTORS)


def test_few_are_all_looked_at() -> None:
    _, pointers = tree.exact(DESCRIPTORS, POINTERS).search(DESCRIPTORS.astype(np.float32), 1)
    assert (pointers[:, 0] == POINTERS).mean() > 0.99  # a few are the same number for number


def test_what_a_tree_of_codes_holds_can_be_read_back_and_coded_again_without_further_loss(
    tmp_path: Path, codebook: np.ndarray
) -> None:
    tree.save(tree.coded(DESCRIPTORS, POINTERS, codebook), tmp_path / "once.faiss")
    parts = list(tree.contents(tmp_path / "once.faiss"))
    descriptors, pointers = (np.concatenate(column) for column in zip(*parts, strict=True))
    assert sorted(pointers) == POINTERS.tolist()
    tree.save(tree.coded(descriptors, pointers, codebook), tmp_path / "twice.faiss")
    again, numbers = (np.concatenate(column) for column in zip(*tree.contents(tmp_path / "twice.faiss"), strict=True))
    unchanged = (descriptors[np.argsort(pointers)] == again[np.argsort(numbers)]).all(axis=1)
    assert unchanged.mean() > 0.99


def test_the_same_keypoints_give_the_same_tree(tmp_path: Path) -> None:
    for name in ("one", "other"):
        tree.save(tree.rough(DESCRIPTORS), tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_what_is_no_tree_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tree.faiss").write_bytes(b"no tree")
    with pytest.raises(RuntimeError):
        tree.opened(tmp_path / "tree.faiss")
