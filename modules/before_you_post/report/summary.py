"""An audit in a screenful of plain text: what to do first, what changed, what could not be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..records import JudgedMatter, JudgedPhoto, SubjectKind, Verdict
from ..rules.base import Rule
from ..store import Kept
from . import phrases
from .findings import explain, title_of, worst
from .law_page import concerned, reach
from .matters import GROUPS, SUBJECTS, group_totals
from .totals import ChannelTotals, totals

SHOWN_PHOTOS = 25
SHOWN_MATTERS = 15
SHOWN_CHANGES = 10
SHOWN_PROBLEMS = 10


def text(kept: Kept, rules: Mapping[str, Rule] | None = None) -> str:
    """Return the summary of a kept audit, lines ended by line feeds, fit for any terminal.

    ``rules`` are the rules to take titles from, by default those of this version.
    """
    parts = (
        _counts(kept),
        _to_take_down(kept, rules),
        _practice(kept, rules),
        _changes(kept, rules),
        _problems(kept),
        _law(kept),
    )
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part))) + "\n"


def _counts(kept: Kept) -> Iterator[str]:
    audit = kept.audit
    counted = totals(audit)
    yield f"{phrases.printable(audit.practice.name)}, as of {audit.as_of}"
    if counted.photos == 0:
        yield "No published photo was found, so nothing was checked."
        yield from (
            f"  {phrases.printable(one.name)}: {_of_channel(one)}" for one in counted.channels if one.without_photo
        )
        return
    photos = phrases.count(counted.photos, "published photo")
    yield f"{photos}, {phrases.count(counted.originals, 'original')} in the library."
    yield ""
    for verdict, number in counted.verdicts.items():
        yield f"  {number:>6,}  {phrases.VERDICTS[verdict].label}"
    yield ""
    for channel in counted.channels:
        yield f"  {phrases.printable(channel.name)}: {_of_channel(channel)}"


def _of_channel(channel: ChannelTotals) -> str:
    urgent = channel.verdicts[Verdict.TAKE_DOWN]
    photos = phrases.count(channel.photos, "photo")
    bare = phrases.without_photo(channel.without_photo) if channel.without_photo else ""
    return ", ".join(part for part in (photos, f"{urgent:,} to take down" if urgent else "", bare) if part)


def _to_take_down(kept: Kept, rules: Mapping[str, Rule] | None) -> Iterator[str]:
    urgent = [photo for photo in kept.audit.photos if photo.verdict is Verdict.TAKE_DOWN]
    if not urgent:
        return
    yield f"{phrases.VERDICTS[Verdict.TAKE_DOWN].label}:"
    for photo in urgent[:SHOWN_PHOTOS]:
        yield f"  {phrases.printable(photo.evidence.published.id)}"
        yield f"      {_first_reason(photo, rules)}"
    yield from _more(len(urgent) - SHOWN_PHOTOS, "photo")


def _practice(kept: Kept, rules: Mapping[str, Rule] | None) -> Iterator[str]:
    """What was found besides photos, each by its kind and name."""
    if not kept.audit.matters:
        return
    yield "Besides photos:"
    for group in group_totals(kept.audit):
        yield f"  {GROUPS[group.kind].label}: {phrases.matters_counted(group.verdicts)}"
    order = list(phrases.MATTER_VERDICTS)
    found = [one for one in kept.audit.matters if one.verdict in (Verdict.TAKE_DOWN, Verdict.FIX)]
    for one in sorted(found, key=lambda one: order.index(one.verdict))[:SHOWN_MATTERS]:
        label = phrases.MATTER_VERDICTS[one.verdict].label
        which = "" if one.matter.kind is SubjectKind.PRACTICE else f" {one.matter.id}"
        yield "  " + phrases.printable(f"{label}: {SUBJECTS[one.matter.kind]}{which}")
        yield f"      {_first_reason(one, rules)}"
    yield from _more(len(found) - SHOWN_MATTERS, "matter")


def _first_reason(photo: JudgedPhoto | JudgedMatter, rules: Mapping[str, Rule] | None) -> str:
    first = worst(explain(finding, rules) for finding in photo.findings)
    if first is None:
        return ""
    return phrases.printable(f"{phrases.titled(first.title, first.finding.outcome)}. {first.finding.observed}")


def _changes(kept: Kept, rules: Mapping[str, Rule] | None) -> Iterator[str]:
    yield phrases.since(kept.previous, kept.changes)
    for change in kept.changes[:SHOWN_CHANGES]:
        label, title = phrases.CHANGES[change.kind].label, title_of(change.rule, rules)
        yield "  " + phrases.printable(f"{label}: {phrases.changed_subject(change)}: {title}")
    yield from _more(len(kept.changes) - SHOWN_CHANGES, "change")


def _problems(kept: Kept) -> Iterator[str]:
    problems = kept.audit.problems
    if not problems:
        return
    number = phrases.count(len(problems), "problem")
    yield f"{number} in your own files; until they are put right, something may be missed:"
    for problem in problems[:SHOWN_PROBLEMS]:
        yield f"  {phrases.place(problem, kept.audit.practice.folder)}"
        yield "      " + phrases.printable(f"found {problem.found}; expected {problem.expected}. {problem.remedy}")
    yield from _more(len(problems) - SHOWN_PROBLEMS, "problem")


def _law(kept: Kept) -> Iterator[str]:
    yield from reach(kept.audit.as_of, concerned(kept.audit))


def _more(number: int, noun: str) -> Iterator[str]:
    if number > 0:
        yield f"  and {phrases.count(number, f'more {noun}')}"
