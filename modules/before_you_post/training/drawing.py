"""Which questions an attempt asks: a fresh draw each time."""

from __future__ import annotations

import random
from collections.abc import Collection, Sequence

from ..records import Question


def draw(questions: Sequence[Question], count: int, *, seed: str, first: Collection[str] = ()) -> tuple[Question, ...]:
    """So many of the questions, those of ``first`` before others, in an order that only the seed decides."""
    chance = random.Random(seed)  # noqa: S311 - which questions are drawn is no secret
    mixed = sorted(questions, key=lambda one: one.id)
    chance.shuffle(mixed)
    mixed.sort(key=lambda one: one.id not in first)
    chosen = mixed[:count]
    chance.shuffle(chosen)
    return tuple(chosen)
