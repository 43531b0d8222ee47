"""How many photos have which verdict, in all and on each channel: the numbers every report begins with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..records import Audit, JudgedPhoto, Outcome, Verdict
from . import phrases


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelTotals:
    """The photos of one channel, counted by verdict; every verdict has an entry, most urgent first."""

    name: str
    photos: int
    verdicts: Mapping[Verdict, int]
    without_photo: int = 0  # posts in which no photo was read


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """The numbers of one audit."""

    photos: int
    originals: int
    problems: int  # places in the practice's own files that could not be used
    verdicts: Mapping[Verdict, int]  # every verdict has an entry, most urgent first
    findings: Mapping[Outcome, int]  # of fail, needs_review and not_checked
    channels: tuple[ChannelTotals, ...]  # as practice.yaml lists them; one without photos has zeros
    matters_clear: bool = True  # of everything besides photos nothing was found, and all of it could be checked

    @property
    def nothing_to_do(self) -> bool:
        """True where photos were looked at, nothing was found in or besides them, and every file could be read.

        A row that could not be read counts, since it may hide a revocation; so does an audit that saw no photo.
        """
        clear = self.photos > 0 and self.verdicts[Verdict.CLEAR] == self.photos
        return clear and self.problems == 0 and self.matters_clear


def totals(audit: Audit) -> Totals:
    """Count an audit."""
    by_channel: dict[str, list[JudgedPhoto]] = {channel.name: [] for channel in audit.practice.channels}
    for photo in audit.photos:
        by_channel.setdefault(photo.evidence.post.channel, []).append(photo)
    bare = {one.channel: one.posts for one in audit.without_photo}
    outcomes = Counter(finding.outcome for photo in audit.photos for finding in photo.findings)
    return Totals(
        photos=len(audit.photos),
        originals=audit.originals,
        problems=len(audit.problems),
        verdicts=_by_verdict(audit.photos),
        findings={outcome: outcomes[outcome] for outcome in (Outcome.FAIL, Outcome.NEEDS_REVIEW, Outcome.NOT_CHECKED)},
        channels=tuple(
            ChannelTotals(name=name, photos=len(photos), verdicts=_by_verdict(photos), without_photo=bare.get(name, 0))
            for name, photos in by_channel.items()
        ),
        matters_clear=all(one.verdict is Verdict.CLEAR for one in audit.matters),
    )


def _by_verdict(photos: Iterable[JudgedPhoto]) -> Mapping[Verdict, int]:
    counted = Counter(photo.verdict for photo in photos)
    return {verdict: counted[verdict] for verdict in phrases.VERDICTS}
