"""What is new, fixed, or back since the audit before."""

from __future__ import annotations

from collections.abc import Sequence

from ..records import Audit, Change, ChangeKind, Finding, JudgedMatter, JudgedPhoto, Outcome, SubjectKind
from .verdicts import BAD

Key = tuple[SubjectKind, str, str, int | None]  # what it is about, its id, Rule.id, Panel.number


def keys(audit: Audit) -> frozenset[Key]:
    """The findings of an audit that somebody must do something about: what the next audit is compared with."""
    return frozenset(_key(finding) for finding in findings(audit) if finding.outcome in BAD)


def findings(audit: Audit) -> tuple[Finding, ...]:
    """Every finding of an audit: of the photos, then of everything else."""
    judged: tuple[JudgedPhoto | JudgedMatter, ...] = (*audit.photos, *audit.matters)
    return tuple(finding for one in judged for finding in one.findings)


def changes(audit: Audit, earlier: Sequence[frozenset[Key]]) -> tuple[Change, ...]:
    """What is new, fixed, or back since the audit before; ``earlier`` holds the keys of former audits, oldest first.

    A first audit has nothing to compare with. A finding that is missing because something about its subject could
    not be checked today is not called fixed.
    """
    if not earlier:
        return ()
    now, before = keys(audit), earlier[-1]
    ever = frozenset[Key]().union(*earlier)
    unsure = {_whole(_key(finding)) for finding in findings(audit) if finding.today is Outcome.NOT_CHECKED}
    kinds = {key: ChangeKind.CAME_BACK if key in ever else ChangeKind.NEW for key in now - before}
    kinds |= {key: ChangeKind.FIXED for key in before - now if _whole(key) not in unsure}
    order = sorted(kinds, key=lambda key: (list(SubjectKind).index(_whole(key)[0]), key[1], key[2], key[3] or 0))
    return tuple(Change(kind=kinds[key], subject=key[0], about=key[1], rule=key[2], panel=key[3]) for key in order)


def _key(finding: Finding) -> Key:
    return finding.subject, finding.about, finding.rule, finding.panel


def _whole(key: Key) -> tuple[SubjectKind, str]:
    """The subject as a whole: a photo, where it is about one of its panels."""
    return SubjectKind.PHOTO if key[0] is SubjectKind.PANEL else key[0], key[1]
