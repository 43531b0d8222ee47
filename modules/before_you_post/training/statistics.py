"""How questions work: how hard each one is, and whether those who know the subject are those who answer it.

An office has few learners, so most of these figures say little; each comes with a word on how far to trust it. They
flag, and a person decides: no question is ever dropped by a program. Answers to another version of a question are
counted apart.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..records import Attempt, Purpose, Question, QuestionKind
from .grading import solution

FEW, SOME = 30, 100
ENOUGH_TO_WARN = 8  # answers: of fewer, one person's bad morning turns a correlation around
EASY, HARD, WEAK = 0.95, 0.3, 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrimination:
    """The corrected point-biserial: correlation of an item with the rest of its attempt's score."""

    value: float | None  # -1 to 1; None = it cannot be worked out
    reason: str = ""  # why not


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionFigures:
    """One version of one question, over everybody who answered it in a finished attempt."""

    question: str
    version: int
    count: int
    share_right: float  # the difficulty: 1 = everybody
    discrimination: Discrimination
    chosen: Mapping[str, float]  # option id -> share of the answers that chose it; {} where nothing is chosen
    trust: str  # how far to trust it: "indicative only", "with caution", ""
    flags: tuple[str, ...]  # what somebody should look at, in words


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFigures:
    """How one rule was answered, over all questions that ask about it."""

    rule: str
    count: int
    share_right: float
    trust: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Given:
    right: bool
    rest: float  # share right among the other items of the attempt
    answer: object


def trust_in(count: int) -> str:
    """How far to trust figures from so many answers."""
    return "indicative only" if count < FEW else "with caution" if count < SOME else ""


def question_figures(attempts: Iterable[Attempt], bank: Mapping[str, Question]) -> tuple[QuestionFigures, ...]:
    """The figures of every question version that was asked in finished attempts, by id and version.

    Reviews are left out: they ask only what a person missed before.
    """
    given: dict[tuple[str, int], list[_Given]] = defaultdict(list)
    for attempt in attempts:
        if attempt.ended_at is None or attempt.purpose is Purpose.REVIEW:
            continue
        for one in attempt.asked:
            if one.right is not None:
                key = one.question, one.version
                given[key].append(_Given(right=one.right, rest=_rest(attempt, one.right), answer=one.answer))
    return tuple(_figures(*key, answers, bank.get(key[0])) for key, answers in sorted(given.items()))


def point_biserial(right: Sequence[bool], rest: Sequence[float]) -> Discrimination:
    """The correlation of right (1) or wrong (0) with the score on the other items of the same attempts."""
    if len(right) < 2:
        return Discrimination(value=None, reason="fewer than two answers")
    if len(set(right)) < 2:
        everybody = "right" if right[0] else "wrong"
        return Discrimination(value=None, reason=f"every answer is {everybody}, so nothing is told apart")
    mean_item, mean_rest = sum(right) / len(right), sum(rest) / len(rest)
    spread = sum((one - mean_rest) ** 2 for one in rest)
    if math.isclose(spread, 0, abs_tol=1e-12):
        return Discrimination(value=None, reason="the rest of every attempt has the same score")
    shared = sum((item - mean_item) * (one - mean_rest) for item, one in zip(right, rest, strict=True))
    return Discrimination(value=shared / math.sqrt(sum((item - mean_item) ** 2 for item in right) * spread))


def rule_figures(attempts: Iterable[Attempt], bank: Mapping[str, Question]) -> tuple[RuleFigures, ...]:
    """How each rule was answered, the worst first; a question about several rules counts for each."""
    counts: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for attempt in attempts:
        for one in attempt.asked:
            if one.right is not None and one.question in bank:
                counts.update(bank[one.question].rules)
                right.update(bank[one.question].rules if one.right else ())
    figures = (
        RuleFigures(rule=rule, count=count, share_right=right[rule] / count, trust=trust_in(count))
        for rule, count in counts.items()
    )
    return tuple(sorted(figures, key=lambda one: (one.share_right, one.rule)))


def _rest(attempt: Attempt, right: bool) -> float:
    """The share right among the other items: attempts are not equally long, so shares are compared, not counts."""
    others = sum(one.right is not None for one in attempt.asked) - 1
    return (attempt.right - right) / others if others else 0.0


def _figures(question: str, version: int, given: Sequence[_Given], asked: Question | None) -> QuestionFigures:
    right = [one.right for one in given]
    same = asked if asked is not None and asked.version == version else None
    ordered = asked is not None and asked.kind is QuestionKind.ORDER
    chosen = {} if ordered else _chosen([one.answer for one in given])
    discrimination = point_biserial(right, [one.rest for one in given])
    share = sum(right) / len(right)
    return QuestionFigures(
        question=question,
        version=version,
        count=len(right),
        share_right=share,
        discrimination=discrimination,
        chosen=chosen,
        trust=trust_in(len(right)),
        flags=_flags(share, len(right), discrimination, chosen, same),
    )


def _chosen(answers: Sequence[object]) -> dict[str, float]:
    counts = Counter(option for answer in answers if isinstance(answer, list) for option in answer)
    return {option: count / len(answers) for option, count in sorted(counts.items())}


def _flags(
    share: float, count: int, discrimination: Discrimination, chosen: Mapping[str, float], question: Question | None
) -> tuple[str, ...]:
    if count < 2:
        return ()
    flags = []
    if share < HARD:
        flags.append("Few answer it right: is it clear, and is it taught?")
    if share > EASY and count >= FEW:
        flags.append("Nearly everybody answers it right: it tells little.")
    if discrimination.value is not None and discrimination.value < 0 and count >= ENOUGH_TO_WARN:
        flags.append("Those who do well elsewhere miss it more often: look whether its answer is right.")
    elif discrimination.value is not None and discrimination.value < WEAK and count >= FEW:
        flags.append("It hardly tells apart who knows the subject.")
    if question is not None and count >= FEW and chosen and isinstance(solution(question), list):
        unused = [one.id for one in question.options if chosen.get(one.id, 0) == 0 and not one.right]
        if unused:
            flags.append(f"Nobody chooses: {', '.join(unused)}.")
    return tuple(flags)
