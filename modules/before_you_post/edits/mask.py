"""Bars, blur, squares: was a part of the picture hidden?

Hiding personal information or restricted anatomy is permitted; a mask over the very place that was treated is for a
person to look at. So what is told is where it lies (and, by ``comparison``, how much of the treated place it covers).
"""

from __future__ import annotations

import numpy as np

from ..records import EditState
from .alignment import Aligned
from .found import Found
from .hidden import hidden
from .overlay import covering
from .things import Kind, things


def check(pair: Aligned) -> Found:
    """Opaque bars and patches, and places whose detail is gone; the measure is the share of the panel they cover."""
    over = things(pair)
    bars = [thing for thing in over if thing.kind.hides]
    gone = hidden(pair, over)
    share = float(gone.telling.sum() / max(1, pair.judged.sum()))
    sensitivity = f"opaque bars of 8 pixels or more; blur and squares where the original has detail ({share:.0%})"
    found = covering(bars, pair, sensitivity)
    if not gone.where.any():
        return found
    where = gone.where if found.where is None else found.where | gone.where
    return Found(
        state=EditState.EDITED,
        what=", ".join(dict.fromkeys([*(thing.words for thing in bars), Kind.COARSE])),
        where=where,
        measure=round(float(where.sum() / max(1, pair.inside.sum())), 4),
        unit="share of the panel",
        sensitivity=sensitivity,
        heat=np.maximum(gone.heat, where.astype(np.float32)),
    )
