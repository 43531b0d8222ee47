"""What stands at the top of the page: the key figures, what changed, what the practice's own files lack.

Pure functions from a kept audit to plain values that the page can show as they are. Dates stay ISO 8601, the page
writes them out.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path, PurePath
from typing import Any

from ..law.notes import looked_at
from ..law.state_packs import state_pack, told
from ..law.watch_list import due
from ..practice.settings import read_settings
from ..records import Audit, Change, ChangeKind, Evidence, InputError, Matter, SubjectKind
from ..report import law_page, phrases
from ..report.findings import rulebook
from ..report.matters import SUBJECTS, named
from ..report.places import problem_fields
from ..report.totals import ChannelTotals, Totals, totals
from ..store import Kept
from . import decide

Values = dict[str, Any]
PHOTOS = (SubjectKind.PHOTO, SubjectKind.PANEL)
LISTED = 50  # changes of one kind, or problems, that the page is sent; the Excel file has them all


def before_any_audit(folder: Path) -> Values:
    """The overview of a practice that was never audited: its name, once practice.yaml can be read."""
    try:
        name = read_settings(folder)[0].name
    except InputError:
        name = folder.name  # what is wrong with the file is said when the audit starts
    nothing: Values = {"verdict": [], "channel": [], "rule": []}
    return {
        "practice": name,
        "as_of": None,
        "photos": 0,
        "originals": 0,
        "verdicts": [],
        "channels": [],
        "choices": nothing,
        "changes": None,
        "problems": {"total": 0, "entries": []},
        "note": looked_at().note,
        "law": {"lines": [], "due": []},
        "decisions": decide.kinds(),
    }


def top_of_page(kept: Kept) -> Values:
    """Everything above the list of photos, from the audit and what changed since the one before."""
    audit, counted = kept.audit, totals(kept.audit)
    return {
        "practice": audit.practice.name,
        "as_of": audit.as_of.isoformat(),
        "photos": counted.photos,
        "originals": counted.originals,
        "verdicts": [
            {
                "code": verdict.value,
                "label": phrase.label,
                "sentence": phrase.sentence,
                "photos": counted.verdicts[verdict],
            }
            for verdict, phrase in phrases.VERDICTS.items()
        ],
        "channels": [_channel(channel) for channel in counted.channels],
        "choices": _choices(audit, counted),
        "changes": _changes(kept),
        "problems": {
            "total": len(audit.problems),
            "entries": [problem_fields(problem, audit.practice.folder) for problem in audit.problems[:LISTED]],
        },
        "note": f"Compared with {phrases.count(counted.originals, 'original')} in the library. "
        + law_page.rests_on(audit.as_of, law_page.concerned(audit)),
        "law": _law(audit),
        "decisions": decide.kinds(),
    }


def _law(audit: Audit) -> Values:
    """What the reader must know of the law notes before relying on silence: states without a pack, points overdue."""
    states = law_page.concerned(audit)
    lines = [told(state) for state in states if state_pack(state) is None]
    return {
        "lines": lines if states else list(law_page.reach(audit.as_of, states)[:1]),
        "due": [{"about": one.about, "by": one.look_again_by.isoformat()} for one in due(audit.as_of)],
    }


def _channel(channel: ChannelTotals) -> Values:
    more = phrases.without_photo(channel.without_photo) if channel.without_photo else None
    return {"name": channel.name, "photos": channel.photos, "more": more}


def _choices(audit: Audit, counted: Totals) -> Values:
    """What the list can be filtered by, with how many photos each choice leaves."""
    rules = Counter(rule for photo in audit.photos for rule in {finding.rule for finding in photo.findings})
    titles = {rule: rulebook()[rule].title if rule in rulebook() else rule for rule in rules}
    labels = {verdict.value: phrase.label for verdict, phrase in phrases.VERDICTS.items()}
    return {
        "verdict": [_choice(verdict.value, labels[verdict.value], left) for verdict, left in counted.verdicts.items()],
        "channel": [_choice(channel.name, channel.name, channel.photos) for channel in counted.channels],
        "rule": [_choice(rule, titles[rule], rules[rule]) for rule in sorted(rules, key=titles.__getitem__)],
    }


def _choice(value: str, label: str, photos: int) -> Values:
    return {"value": value, "label": label, "photos": photos}


def _changes(kept: Kept) -> Values:
    photos = {photo.evidence.published.id: photo.evidence for photo in kept.audit.photos}
    matters = {(one.matter.kind, one.matter.id): one.matter for one in kept.audit.matters}
    by_kind: dict[ChangeKind, list[Change]] = {kind: [] for kind in phrases.CHANGES}
    for change in kept.changes:
        by_kind[change.kind].append(change)
    return {
        "since": kept.previous.isoformat() if kept.previous else None,
        "kinds": [
            {
                "kind": kind.value,
                "label": phrases.CHANGES[kind].label,
                "sentence": phrases.CHANGES[kind].sentence,
                "total": len(found),
                "entries": [
                    _change(change, photos.get(change.about))
                    if change.subject in PHOTOS
                    else _matter_change(change, matters.get((change.subject, change.about)))
                    for change in found[:LISTED]
                ],
            }
            for kind, found in by_kind.items()
        ],
    }


def _change(change: Change, evidence: Evidence | None) -> Values:
    """One line; ``evidence`` is ``None`` for a photo that was fixed by being published no more."""
    rule = rulebook().get(change.rule)
    several = evidence is not None and len(evidence.panels or ()) > 1
    return {
        "photo": change.about,
        "kind": None,
        "file": evidence.published.file_name if evidence else PurePath(change.about).name,
        "known": evidence is not None,
        "title": rule.title if rule else change.rule,
        "panel": change.panel if several else None,
    }


def _matter_change(change: Change, matter: Matter | None) -> Values:
    """One line about a matter; ``None`` for one that is there no more."""
    rule = rulebook().get(change.rule)
    return {
        "photo": change.about,
        "kind": change.subject.value,
        "file": f"{SUBJECTS[change.subject]}: {named(matter)}" if matter else phrases.changed_subject(change),
        "known": matter is not None,
        "title": rule.title if rule else change.rule,
        "panel": None,
    }
