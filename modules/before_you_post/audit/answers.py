"""What one rule says about one subject on one day, and how two days' answers make one finding."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..records import Finding, Outcome
from ..rules.base import OR, Observation, Reach, Rule, Subject
from ..rules.facts import missing, sentence
from .verdicts import BAD

HOUSE_POLICY = (
    "The practice has noted that HIPAA does not reach it. This rule is kept as its own policy, so a person decides."
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What one rule says on one day."""

    outcome: Outcome
    observation: Observation | None = None
    form: str | None = None  # Authorization.id


_PASSED, _NOT_APPLICABLE = Answer(Outcome.PASS), Answer(Outcome.NOT_APPLICABLE)
_LESS_SURE = {Outcome.NOT_CHECKED: 0, Outcome.PASS: 1, Outcome.NOT_APPLICABLE: 2}


@dataclass(frozen=True, slots=True)
class Days:
    """One subject on both days. Which form speaks is settled once for all rules."""

    then: Subject
    now: Subject | None  # None = the post has been taken down
    about: str  # Published.id or Matter.id


@dataclass(frozen=True, slots=True)
class Both:
    """What one rule says of one subject on both days, and which of the two answers speaks."""

    then: Answer
    now: Answer
    speaks: Answer


def both(rule: Rule, days: Days) -> Both:
    """A rule's answers: today's speaks where it is bad, else the posting day's where that is, else the less sure."""
    then = answer(rule, days.then)
    if days.now is days.then:
        return Both(then, then, then)
    now = answer(rule, days.now) if days.now else _NOT_APPLICABLE
    speaks = now if now.outcome in BAD else then if then.outcome in BAD else _unsure(now, then)
    return Both(then, now, speaks)


def finding(rule: Rule, days: Days, answers: Both) -> Finding:
    """Both days' answers as one Finding. Made only of what a reader sees: most answers of an audit are a pass."""
    speaks = answers.speaks
    observed = speaks.observation.text if speaks.observation else ""
    if speaks is not answers.now and speaks.outcome in BAD:
        observed = f"{observed} This is how it stood {_posted(days.then)}; today it is not so."
    return Finding(
        rule=rule.id,
        subject=rule.subject,
        about=days.about,
        panel=days.then.panel.number if days.then.panel else None,
        outcome=speaks.outcome,
        at_posting=answers.then.outcome,
        today=answers.now.outcome,
        observed=observed,
        authorization=speaks.form,
        part=speaks.observation.part if speaks.observation else None,
    )


def answer(rule: Rule, subject: Subject) -> Answer:
    """What a rule says about a subject on its day."""
    if not rule.applies(subject):
        return _NOT_APPLICABLE
    read = _form_read(subject)
    need = missing(rule, subject)
    seen = rule.check(subject) if need is None or rule.partial else None
    if seen is not None and seen.unknown:
        return Answer(Outcome.NOT_CHECKED, seen, read)
    if seen is not None:
        seen = _within_reach(rule, subject, seen)
        return Answer(Outcome.NEEDS_REVIEW if seen.review else Outcome.FAIL, seen, read)
    if need is None:
        return _PASSED
    part = need.split(OR)[0].removeprefix("form.") if need.startswith("form.") else None
    return Answer(Outcome.NOT_CHECKED, Observation(text=sentence(need, subject), part=part), read)


def _form_read(subject: Subject) -> str | None:
    """The form that speaks for a photo, or the form that is itself asked about."""
    form = subject.form or (subject.matter.form if subject.matter else None)
    return form.id if form else None


def _within_reach(rule: Rule, subject: Subject, seen: Observation) -> Observation:
    """Where HIPAA does not reach the practice, what its rules see is for a person to decide."""
    covered = subject.evidence.hipaa_covered if subject.evidence else True
    covered = subject.office.practice.hipaa_covered if subject.office else covered
    if rule.reach is not Reach.HIPAA or covered is not False or seen.review:
        return seen
    return replace(seen, text=f"{seen.text} {HOUSE_POLICY}", review=True)


def _unsure(now: Answer, then: Answer) -> Answer:
    """Of two answers that are not bad: the one that was not checked, else the one that passed; today's of equals."""
    return then if _LESS_SURE[then.outcome] < _LESS_SURE[now.outcome] else now


def _posted(then: Subject) -> str:
    what = "photo" if then.evidence else "post"
    return f"on {then.day}, the day the {what} was posted" if then.day else "when it was posted"
