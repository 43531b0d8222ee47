"""What a check of one family of edits says about an aligned pair, before it is put into the words of a record.

Every family is one module with one function ``check(pair: Aligned) -> Found``. A check draws where it saw something
into arrays of the panel's size; ``comparison`` turns those into places of the published photo, so no check needs to
know where in a collage its panel lies.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..records import EditState
from .alignment import Aligned
from .published_copy import Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The answer of one check. The three states ask for different fields, as ``EditCheck`` has them."""

    state: EditState
    what: str | None = None  # in a word or two, where edited
    where: NDArray[np.bool_] | None = None  # panel height x width; each connected part is one place; None = the whole
    measure: float | None = None
    unit: str | None = None
    sensitivity: str | None = None  # what would have been seen in this pair; where edited or none found
    reason: str | None = None  # where not assessable
    heat: Floats | None = None  # panel height x width, 0 to 1: how much this family sees at each pixel


FamilyCheck = Callable[[Aligned], Found]


def not_assessable(reason: str) -> Found:
    """Nothing can be said, and why."""
    return Found(state=EditState.NOT_ASSESSABLE, reason=reason)
