"""What reviewers said about matches: an original they rejected is never named again, and one they chose stays.

Their word holds for the same bytes, wherever and whenever they are published.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .. import matching
from ..matching import LibraryIndex
from ..photos.opening import Pixels
from ..records import Match, MatchDecision, Outline

_SAME = 0.5  # share of the two panels' common box; a reviewer spoke of the panel as it was found then


@dataclass(frozen=True, slots=True)
class Fixed:
    """A panel whose original a reviewer named."""

    outline: Outline
    original: str  # Original.id
    by: str


@dataclass(frozen=True, slots=True)
class Said:
    """The last word of reviewers about each panel of one picture."""

    rejected: frozenset[str] = frozenset()  # Original.ids it was not made from
    fixed: tuple[Fixed, ...] = ()


NOTHING_SAID = Said()


def last_words(decisions: Sequence[MatchDecision]) -> dict[str, Said]:
    """What stands of everything that was ever said, by the hash of the picture's bytes."""
    last: dict[str, dict[Outline, MatchDecision]] = {}
    for one in sorted(decisions, key=lambda decision: decision.at):
        last.setdefault(one.sha256, {})[one.outline] = one
    return {sha256: _said(list(panels.values())) for sha256, panels in last.items()}


def with_reviewed(found: tuple[Match, ...], said: Said, pixels: Pixels, index: LibraryIndex) -> tuple[Match, ...]:
    """The matches with each panel that a reviewer settled as they settled it; the others as they were found."""
    for fixed in said.fixed:
        placed = matching.place_original(pixels, index, fixed.original, fixed.outline)
        if placed is None:
            continue  # the original has left the library since; then the program's own answer stands
        overlaps = [_overlap(match.outline, fixed.outline) for match in found]
        mine = max(range(len(found)), key=overlaps.__getitem__)
        settled = replace(placed, decided_by=fixed.by)
        rest = (*found[:mine], *found[mine + 1 :]) if overlaps[mine] >= _SAME else found
        found = (*rest[:mine], settled, *rest[mine:])
    return found


def _said(decisions: Sequence[MatchDecision]) -> Said:
    rejected = frozenset(one.rejected for one in decisions if one.rejected)
    fixed = tuple(
        Fixed(outline=one.outline, original=one.original, by=one.by) for one in decisions if one.original is not None
    )
    return Said(rejected=rejected - {one.original for one in fixed}, fixed=fixed)


def _overlap(one: Outline, other: Outline) -> float:
    """Share of their common area in that of both, of the upright boxes around two outlines."""
    (left, top, right, bottom), (left2, top2, right2, bottom2) = _box(one), _box(other)
    across, down = min(right, right2) - max(left, left2), min(bottom, bottom2) - max(top, top2)
    common = max(0.0, across) * max(0.0, down)
    both = (right - left) * (bottom - top) + (right2 - left2) * (bottom2 - top2) - common
    return common / both if both else 0.0


def _box(outline: Outline) -> tuple[float, float, float, float]:
    across, down = [point[0] for point in outline], [point[1] for point in outline]
    return min(across), min(down), max(across), max(down)
