"""Nearest keypoints over several shelves, and votes that count only what agrees."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from before_you_post.matching import tree
from before_you_post.matching.features import Features, extract
from before_you_post.matching.pointers import pack
from before_you_post.matching.search import NEIGHBOURS, Search, Shelf
from painted_skin import skin

LIBRARY = [extract(skin(seed), long_side=480, limit=300) for seed in range(6)]


def shelf(numbers: list[int], entries: list[int]) -> Shelf:
    """A shelf of some pictures of the library, which there are the entries given."""
    pointers = [pack(np.full(len(LIBRARY[number]), place), LIBRARY[number]) for place, number in enumerate(numbers)]
    descriptors = np.concatenate([LIBRARY[number].descriptors for number in numbers])
    return Shelf(tree.exact(descriptors, np.concatenate(pointers)), np.array(entries))


def copy_of(seed: int, degrees: float = 0, scale: float = 1.0) -> Features:
    """The keypoints of a turned and resized part of a picture."""
    matrix = cv2.getRotationMatrix2D((180, 240), -degrees, scale)
    picture = cv2.warpAffine(skin(seed), matrix, (360, 480))[60:420, 40:320]
    return extract(np.ascontiguousarray(picture, np.uint8), long_side=960, limit=600)


@pytest.mark.parametrize(("degrees", "scale"), [(0, 1), (15, 1), (90, 1), (-40, 0.7), (5, 1.6)])
def test_the_true_original_has_most_votes_at_the_true_turn_and_size(degrees: float, scale: float) -> None:
    search = Search.of(LIBRARY)
    query = copy_of(3, degrees, scale)
    first, second, *_ = search.votes(query, search.nearest(query.descriptors), at_most=6)
    assert first.entry == 3
    assert first.weight > 3 * second.weight
    assert abs((first.turn - degrees + 180) % 360 - 180) <= 31
    assert 0.45 < first.size / scale < 2.2


def test_several_shelves_answer_as_one() -> None:
    query = copy_of(4, 10)
    together = Search.of(LIBRARY)
    apart = Search([shelf([5, 0], [5, 0]), shelf([1, 2, 3, 4], [1, 2, 3, 4])])
    one, other = together.nearest(query.descriptors), apart.nearest(query.descriptors)
    assert np.allclose(one.weights, other.weights, atol=1e-5)
    assert (one.entries == other.entries).mean() > 0.99  # equally near ones may change places
    ours, theirs = (search.votes(query, found, at_most=3) for search, found in ((together, one), (apart, other)))
    assert ours[0].entry == theirs[0].entry == 4


def test_an_original_that_is_not_present_any_more_is_never_named() -> None:
    query = copy_of(4)
    search = Search([shelf([0, 1, 2, 3, 4, 5], [0, 1, 2, 3, -1, 4])])
    found = search.nearest(query.descriptors)
    assert (found.weights[found.entries < 0] == 0).all()
    assert all(vote.entry != -1 for vote in search.votes(query, found, at_most=20))


def test_likenesses_that_agree_on_turn_and_size_but_not_on_the_place_count_little() -> None:
    search = Search.of(LIBRARY)
    query = copy_of(2)
    shuffled = np.random.default_rng(1).permutation(query.points)
    scattered = Features(shuffled.astype(np.float32), query.sizes, query.angles, query.descriptors)
    found = search.nearest(query.descriptors)
    true, false = (search.votes(one, found, at_most=1)[0].weight for one in (query, scattered))
    assert false < 0.3 * true


@pytest.mark.parametrize("library", [[], [LIBRARY[0].take(np.arange(0))], [LIBRARY[0].take(np.arange(3))]])
def test_an_empty_and_a_nearly_empty_library_do_no_harm(library: list[Features]) -> None:
    search = Search.of(library)
    query = copy_of(0)
    found = search.nearest(query.descriptors)
    assert found.entries.shape == found.weights.shape == (len(query), NEIGHBOURS)
    assert np.isfinite(found.weights).all()
    assert all(vote.entry == 0 for vote in search.votes(query, found, at_most=5))
    nothing = query.take(np.arange(0))
    assert search.votes(nothing, search.nearest(nothing.descriptors), at_most=5) == []
