"""Judges every published photo: asks each rule on the day of posting and today, and says what to do now.

How a photo is judged:

1. *Who is asked.* A rule of panels is asked of every panel, a rule of photos once. A photo that a named person has
   set aside as no patient photo has no panels to ask about. A photo that was not compared with the library is asked
   about once, as if it had one unknown panel.
2. *On which day.* Twice: for the posting day and for today, each with the form that speaks on that day
   (``rules/governing.py``). A post taken down by today has nothing to ask about today. What the file itself holds is
   taken to be what it held when it was posted.
3. *In which order.* Does the rule apply? If not, ``not_applicable``. Are the facts it needs known? If not,
   ``not_checked`` with the missing fact in words: silence is never a pass. Else its check observes nothing (``pass``),
   a fault (``fail``), or something for a person to decide (``needs_review``). A rule marked ``partial`` may observe
   a fault though a need is missing; only its silence is then ``not_checked``.
4. *One finding.* Both days make one Finding. Its outcome is today's where today's is bad, else the posting day's where
   that one is bad, and the words say so; else ``not_checked`` if either day is.
5. *The verdict today*, the first that fits: a failed rule of severity BLOCK, ``take_down``; another failed rule,
   ``fix``; something for a person to decide, or bad on the posting day only, ``review``; something not checked today,
   ``not_determined``; else ``clear``. An unknown posting day alone leaves today's verdict as it is. The verdict of the
   posting day follows the same table with that day's outcomes; it is ``not_determined`` where the day is not known.

A rule that crashes is a bug and stops the audit: a photo must not look clear because nobody could judge it.
"""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from . import practice
from .collect import Progress, collect, quiet
from .records import (
    Audit,
    Change,
    ChangeKind,
    Evidence,
    Finding,
    JudgedPhoto,
    Outcome,
    Panel,
    Severity,
    Verdict,
)
from .rules import load_rules
from .rules.base import OR, Observation, Rule, Subject
from .rules.facts import missing, sentence
from .rules.governing import governing, set_aside

Key = tuple[str, str, int | None]  # Published.id, Rule.id, Panel.number

BAD = (Outcome.FAIL, Outcome.NEEDS_REVIEW)
WORST_FIRST = (Outcome.FAIL, Outcome.NEEDS_REVIEW, Outcome.NOT_CHECKED)
SEVERITIES = tuple(Severity)


def run(
    folder: Path,
    *,
    index_folder: Path,
    cache: MutableMapping[str, str],
    today: date,
    progress: Progress = quiet,
) -> Audit:
    """Audits one practice folder as of one day. Raises InputError where its practice.yaml cannot be read.

    ``index_folder`` and ``cache`` keep what was learnt about pictures, so that a second audit looks only at what
    changed; neither changes the result.
    """
    files = practice.load(folder, today=today)
    collected = collect(files, index_folder=index_folder, cache=cache, today=today, progress=progress)
    photos = sorted((judge(evidence) for evidence in collected.evidence), key=lambda photo: photo.evidence.published.id)
    return Audit(
        practice=files.practice,
        as_of=today,
        originals=collected.originals,
        photos=tuple(photos),
        problems=collected.problems,
        without_photo=collected.without_photo,
    )


def judge(evidence: Evidence, rules: Sequence[Rule] | None = None) -> JudgedPhoto:
    """What the rules say about one published photo; every rule there is unless ``rules`` are given."""
    rules = load_rules() if rules is None else rules
    photo = [_Days.of(evidence, None)]
    panels = [] if set_aside(evidence) else [_Days.of(evidence, panel) for panel in evidence.panels or (None,)]
    asked = [(rule, _judged(rule, days)) for rule in rules for days in (panels if rule.of_panel else photo)]
    findings = [(rule, finding) for rule, finding in asked if finding.outcome in WORST_FIRST]
    with_finding = {rule.id for rule, _ in findings}
    passed = {rule.id for rule, finding in asked if finding.outcome is Outcome.PASS} - with_finding
    return JudgedPhoto(
        evidence=evidence,
        verdict=_verdict([(rule, f.today, f.at_posting) for rule, f in findings]),
        at_posting=_verdict([(rule, f.at_posting, f.at_posting) for rule, f in findings]),
        findings=tuple(finding for _, finding in sorted(findings, key=lambda each: _worst_first(*each))),
        passed=tuple(sorted(passed)),
        not_applicable=tuple(sorted({rule.id for rule in rules} - passed - with_finding)),
    )


def keys(audit: Audit) -> frozenset[Key]:
    """The findings of an audit that somebody must do something about: what the next audit is compared with."""
    return frozenset(
        (finding.published, finding.rule, finding.panel)
        for photo in audit.photos
        for finding in photo.findings
        if finding.outcome in BAD
    )


def changes(audit: Audit, earlier: Sequence[frozenset[Key]]) -> tuple[Change, ...]:
    """What is new, fixed, or back since the audit before; ``earlier`` holds the keys of former audits, oldest first.

    A first audit has nothing to compare with. A finding that is missing because something about its photo could not
    be checked today is not called fixed.
    """
    if not earlier:
        return ()
    now, before = keys(audit), earlier[-1]
    ever = frozenset[Key]().union(*earlier)
    unsure = {
        photo.evidence.published.id
        for photo in audit.photos
        if any(finding.today is Outcome.NOT_CHECKED for finding in photo.findings)
    }
    kinds = {key: ChangeKind.CAME_BACK if key in ever else ChangeKind.NEW for key in now - before}
    kinds |= {key: ChangeKind.FIXED for key in before - now if key[0] not in unsure}
    order = sorted(kinds, key=lambda key: (key[0], key[1], key[2] or 0))
    return tuple(Change(kind=kinds[key], published=key[0], rule=key[1], panel=key[2]) for key in order)


# ---------------------------------------------------------------- one rule, one subject, two days


@dataclass(frozen=True, slots=True)
class _Answer:
    """What one rule says on one day."""

    outcome: Outcome
    observation: Observation | None = None
    form: str | None = None  # Authorization.id


_PASSED, _NOT_APPLICABLE = _Answer(Outcome.PASS), _Answer(Outcome.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class _Days:
    """One panel, or the photo as a whole, on both days. Which form speaks is settled once for all rules."""

    then: Subject
    now: Subject | None  # None = the post has been taken down

    @classmethod
    def of(cls, evidence: Evidence, panel: Panel | None) -> _Days:
        """``panel`` = None for the photo as a whole, and for the one panel of a photo that was not compared."""

        def on(day: date | None) -> Subject:
            form = governing(panel, evidence, day) if panel else None
            return Subject(evidence=evidence, day=day, panel=panel, form=form)

        post, today = evidence.post, evidence.today
        removed = post.removed_on is not None and post.removed_on <= today
        return cls(on(post.published_on), None if removed else on(today))


def _judged(rule: Rule, days: _Days) -> Finding:
    """Both days' answers as one Finding, whatever its outcome."""
    evidence, panel = days.then.evidence, days.then.panel
    then = _answer(rule, days.then)
    now = _answer(rule, days.now) if days.now else _NOT_APPLICABLE
    worst = now if now.outcome in BAD else then if then.outcome in BAD else _unsure(now, then)
    observed = worst.observation.text if worst.observation else ""
    if worst is then and then.outcome in BAD:
        posted = evidence.post.published_on
        when = f"on {posted}, the day the photo was posted" if posted else "when it was posted"
        observed = f"{observed} This is how it stood {when}; today it is not so."
    return Finding(
        rule=rule.id,
        published=evidence.published.id,
        panel=panel.number if panel else None,
        outcome=worst.outcome,
        at_posting=then.outcome,
        today=now.outcome,
        observed=observed,
        authorization=worst.form,
        part=worst.observation.part if worst.observation else None,
    )


def _unsure(now: _Answer, then: _Answer) -> _Answer:
    """Of two answers that are not bad: the one that was not checked, else the one that passed."""
    for outcome in (Outcome.NOT_CHECKED, Outcome.PASS):
        for answer in (now, then):
            if answer.outcome is outcome:
                return answer
    return now


def _answer(rule: Rule, subject: Subject) -> _Answer:
    if not rule.applies(subject):
        return _NOT_APPLICABLE
    read = subject.form.id if subject.form else None
    need = missing(rule, subject)
    seen = rule.check(subject) if need is None or rule.partial else None
    if seen is not None:
        return _Answer(Outcome.NEEDS_REVIEW if seen.review else Outcome.FAIL, seen, read)
    if need is None:
        return _PASSED
    part = need.split(OR)[0].removeprefix("form.") if need.startswith("form.") else None
    return _Answer(Outcome.NOT_CHECKED, Observation(text=sentence(need, subject), part=part), read)


# ---------------------------------------------------------------- the verdict


def _verdict(answers: Sequence[tuple[Rule, Outcome, Outcome]]) -> Verdict:
    """The verdict of one day, from each finding's rule, its outcome on that day and its outcome when posted."""
    outcomes = {outcome for _, outcome, _ in answers}
    if any(outcome is Outcome.FAIL and rule.severity is Severity.BLOCK for rule, outcome, _ in answers):
        return Verdict.TAKE_DOWN
    if Outcome.FAIL in outcomes:
        return Verdict.FIX
    if Outcome.NEEDS_REVIEW in outcomes or any(then in BAD for _, _, then in answers):
        return Verdict.REVIEW
    return Verdict.NOT_DETERMINED if Outcome.NOT_CHECKED in outcomes else Verdict.CLEAR


def _worst_first(rule: Rule, finding: Finding) -> tuple[int, int, int, str]:
    return (
        WORST_FIRST.index(finding.outcome),
        SEVERITIES.index(rule.severity),
        finding.panel or 0,
        rule.id,
    )
