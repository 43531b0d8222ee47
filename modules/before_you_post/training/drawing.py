"""Which questions an attempt asks: a fresh draw each time, by what this person was asked and missed before.

A question that must be right and was not yet is always asked. What was missed, or came back, fills up to half of the
rest, so that a second try is no repetition of the first. Then come questions this person was asked least often, mixed
in what they are about and how hard they are. The attempt's id decides what is left to chance, so that a draw can be
worked out again.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ..records import Question
from .history import Answered, History


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What a draw has to know about one person."""

    asked: Mapping[str, int] = field(default_factory=Counter)  # question -> in how many attempts
    right_now: frozenset[str] = frozenset()  # questions of which the last counted answer is right
    wrong_now: frozenset[str] = frozenset()
    due: frozenset[str] = frozenset()  # questions that came back


def past(history: History, person: str, due: Iterable[str]) -> Past:
    """What one person was asked before. An answer to a former version of a question counts like any other."""
    asked = Counter(one.question for attempt in history.of(person) for one in attempt.asked)
    last: dict[str, Answered] = {
        one.question: one for one in history.answers if one.person == person and one.attempt is not None
    }
    return Past(
        asked=asked,
        right_now=frozenset(name for name, one in last.items() if one.right),
        wrong_now=frozenset(name for name, one in last.items() if not one.right),
        due=frozenset(due),
    )


def draw(
    questions: Sequence[Question], count: int, *, seed: str, before: Past | None = None, each_lesson: bool = False
) -> tuple[Question, ...]:
    """So many of the questions, or all where there are fewer, in an order that only the seed decides.

    ``each_lesson`` takes at least one of every lesson, and so more than ``count`` where there are more lessons.
    """
    taking = _Draw(questions, before or Past(), random.Random(seed))  # noqa: S311 - no secret is drawn
    if each_lesson:
        for lesson in sorted({one.lesson for one in questions}):
            taking.take([one for one in taking.left if one.lesson == lesson], 1)
    must = [one for one in taking.left if taking.must_come(one)]
    # An exam asks of everything: what must be right takes no more than a third of it, or one slip would decide it all.
    room = count - len(taking.taken)
    taking.take(must, min(room, count // 3) if each_lesson else room)
    again = [one for one in taking.left if taking.comes_again(one)]
    taking.take(again, (count - len(taking.taken) + 1) // 2)
    taking.take([one for one in taking.left if not taking.comes_again(one)], count - len(taking.taken))
    taking.take(taking.left, count - len(taking.taken))
    return taking.mixed()


class _Draw:
    def __init__(self, questions: Sequence[Question], before: Past, chance: random.Random) -> None:
        self.left = sorted(questions, key=lambda one: one.id)
        chance.shuffle(self.left)
        self.taken: list[Question] = []
        self._before = before
        self._chance = chance

    def must_come(self, question: Question) -> bool:
        return question.critical and question.id not in self._before.right_now

    def comes_again(self, question: Question) -> bool:
        return question.id in self._before.wrong_now or question.id in self._before.due

    def take(self, among: Sequence[Question], count: int) -> None:
        """Take so many of those this person was asked least; one that repeats what was taken comes less often."""
        among = list(among)
        for _ in range(min(count, len(among))):
            seldom = min(self._before.asked.get(one.id, 0) for one in among)
            least = [one for one in among if self._before.asked.get(one.id, 0) == seldom]
            [drawn] = self._chance.choices(least, [1 / (1 + self._alike(one)) for one in least])
            among.remove(drawn)
            self.left.remove(drawn)
            self.taken.append(drawn)

    def mixed(self) -> tuple[Question, ...]:
        self._chance.shuffle(self.taken)
        return tuple(self.taken)

    def _alike(self, question: Question) -> float:
        """How much it repeats what was taken already. A weight and no order: each question must have its chance."""
        same_rules = sum(not set(question.rules).isdisjoint(one.rules) for one in self.taken)
        same_difficulty = sum(one.difficulty == question.difficulty for one in self.taken)
        same_kind = sum(one.kind is question.kind for one in self.taken)
        return same_rules + (same_difficulty + same_kind) / 4
