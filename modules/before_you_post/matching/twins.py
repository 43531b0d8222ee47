"""Which photo of a burst is it? Shots taken seconds apart share nearly every keypoint, so their finest detail decides.

Two shots are compared pixel by pixel: for how many is the first more like the published picture than the second? The
true original wins nearly everywhere (on rendered twins 5 pixels apart 90 to 100 of 100 pixels, after four edits and
heavy compression still 58 or more). When neither wins clearly, both are named: "one of these" is an honest answer.
"""

from __future__ import annotations

from collections.abc import Mapping

from .agreement import Likeness

SURE = 0.56  # share of pixels that the better one must win
_ENOUGH = 500  # pixels


def tell_apart(likenesses: Mapping[int, Likeness]) -> tuple[int, tuple[int, ...]]:
    """The best of several entries, and those that fit about as well, in the order given. Raises on an empty mapping."""
    best, *others = likenesses
    for other in others:
        if _wins(likenesses[other], likenesses[best]) > 0.5:
            best = other
    doubtful = (entry for entry in likenesses if entry != best)
    return best, tuple(entry for entry in doubtful if _wins(likenesses[best], likenesses[entry]) < SURE)


def _wins(one: Likeness, other: Likeness) -> float:
    """Share of the pixels at which the first is more alike; half of them when there is too little to compare."""
    counts = one.counts & other.counts
    if counts.sum() < _ENOUGH:
        return 0.5
    ahead = one.local[counts] - other.local[counts]
    return float((ahead > 0).mean() + (ahead == 0).mean() / 2)
