"""One published photo, or one thing besides photos, before all the rules."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from ..records import (
    Evidence,
    Finding,
    JudgedMatter,
    JudgedPhoto,
    Matter,
    Office,
    Outcome,
    Panel,
    SubjectKind,
)
from ..rules import load_rules
from ..rules.base import OfficeCase, Rule, Subject
from ..rules.conditions.governing import governing, set_aside
from .answers import Days, both, finding
from .verdicts import WORST_FIRST, verdict, worst_first

Asked = tuple[Rule, Finding]


def judge(evidence: Evidence, rules: Sequence[Rule] | None = None) -> JudgedPhoto:
    """What the rules say about one published photo; every rule there is unless ``rules`` are given."""
    aside = set_aside(evidence)
    days = {
        SubjectKind.PHOTO: (_of_photo(evidence, None),),
        SubjectKind.PANEL: () if aside else tuple(_of_photo(evidence, one) for one in evidence.panels or (None,)),
    }
    mine = _asked_of(*days) if rules is None else [rule for rule in rules if rule.subject in days]
    bad, passed, not_applicable = _sorted_out([(rule, days[rule.subject]) for rule in mine])
    return JudgedPhoto(
        evidence=evidence,
        verdict=verdict([(rule, one.today, one.at_posting) for rule, one in bad]),
        at_posting=verdict([(rule, one.at_posting, one.at_posting) for rule, one in bad]),
        findings=tuple(one for _, one in bad),
        passed=passed,
        not_applicable=not_applicable,
    )


def judge_matter(matter: Matter, office: Office, rules: Sequence[Rule] | None = None) -> JudgedMatter:
    """What the rules say about one thing besides photos; every rule there is unless ``rules`` are given."""
    days = (_of_matter(matter, office),)
    mine = _asked_of(matter.kind) if rules is None else [rule for rule in rules if rule.subject is matter.kind]
    bad, passed, not_applicable = _sorted_out([(rule, days) for rule in mine])
    answers = [(rule, one.today, one.at_posting) for rule, one in bad]
    return JudgedMatter(
        matter=matter,
        verdict=verdict(answers, published=matter.kind is SubjectKind.POST),
        findings=tuple(one for _, one in bad),
        passed=passed,
        not_applicable=not_applicable,
    )


def judge_case(case: Evidence | OfficeCase, rules: Sequence[Rule] | None = None) -> JudgedPhoto | JudgedMatter:
    """What the rules say about a rule's own case, of whatever kind."""
    if isinstance(case, OfficeCase):
        return judge_matter(case.matter, case.office, rules)
    return judge(case, rules)


@cache
def _asked_of(*kinds: SubjectKind) -> tuple[Rule, ...]:
    """Every rule that is asked of such subjects; sorted out once, since every photo is asked."""
    return tuple(rule for rule in load_rules() if rule.subject in kinds)


def _sorted_out(
    asked: Iterable[tuple[Rule, Iterable[Days]]],
) -> tuple[list[Asked], tuple[str, ...], tuple[str, ...]]:
    """What a person must see, worst first; the ids of rules that passed everywhere; and of those that said nothing."""
    bad: list[Asked] = []
    passed, silent = set[str](), set[str]()
    for rule, days in asked:
        silent.add(rule.id)
        for each in days:
            answers = both(rule, each)
            if answers.speaks.outcome in WORST_FIRST:
                bad.append((rule, finding(rule, each, answers)))
            elif answers.speaks.outcome is Outcome.PASS:
                passed.add(rule.id)
    bad.sort(key=lambda one: worst_first(*one))
    passed -= {rule.id for rule, _ in bad}
    silent -= passed.union(rule.id for rule, _ in bad)
    return bad, tuple(sorted(passed)), tuple(sorted(silent))


def _of_photo(evidence: Evidence, panel: Panel | None) -> Days:
    """``panel`` = None for the photo as a whole, and for the one panel of a photo that was not compared."""

    def on(day: date | None) -> Subject:
        form = governing(panel, evidence, day) if panel else None
        return Subject(evidence=evidence, day=day, panel=panel, form=form)

    post, today = evidence.post, evidence.today
    removed = post.removed_on is not None and post.removed_on <= today
    return Days(on(post.published_on), None if removed else on(today), evidence.published.id)


def _of_matter(matter: Matter, office: Office) -> Days:
    """A post on the day it was posted and today; anything else today."""

    def on(day: date | None) -> Subject:
        return Subject(office=office, matter=matter, day=day)

    now = on(office.today)
    if matter.post is None:
        return Days(now, now, matter.id)
    removed = matter.post.removed_on is not None and matter.post.removed_on <= office.today
    return Days(on(matter.post.published_on), None if removed else now, matter.id)
