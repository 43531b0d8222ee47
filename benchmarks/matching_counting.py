"""Counting what was found and what was wrongly named, and saying how sure a percentage is."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from matching_peers import Peer
from matching_pictures import Pixels, scene_of

from before_you_post.matching import LibraryIndex, find_originals


@dataclass
class Score:
    """What one program found in the pictures of one row."""

    found: int = 0  # panels whose scene was named (any shot of a burst)
    wrong: int = 0  # originals of another scene or visit that were named


@dataclass
class Row:
    """The pictures of one kind: what we found, what the peers found."""

    target: float | None = None  # share of the panels that has to be found; of strangers: that may be matched
    pictures: int = 0
    panels: int = 0
    ours: Score = field(default_factory=Score)
    exact: int = 0  # the very shot, named alone
    either: int = 0  # the very shot, named among "one of these"
    extra: int = 0  # a panel without an original that is none
    seconds: list[float] = field(default_factory=list)
    peers: dict[str, Score | None] = field(default_factory=dict)

    def count(
        self, pixels: Pixels, truths: Sequence[str], index: LibraryIndex, others: Mapping[str, Peer | None]
    ) -> None:
        """Look a picture up and compare with the originals it was made from."""
        start = time.process_time()
        matches = find_originals(pixels, index)
        self.seconds.append(time.process_time() - start)
        self.pictures += 1
        self.panels += len(truths)
        waiting = list(truths)
        for match in matches:
            if match.original is None:
                continue
            shots = (match.original, *match.either)
            scene = next((truth for truth in waiting if scene_of(truth) in map(scene_of, shots)), None)
            if scene is None:
                self.ours.wrong += 1
                continue
            waiting.remove(scene)
            self.ours.found += 1
            self.exact += match.original == scene and not match.either
            self.either += scene in shots and bool(match.either)
        # A missed panel, or a stranger's photo, is rightly reported as unknown.
        unknown = sum(match.original is None for match in matches)
        self.extra += max(0, unknown - (len(waiting) if truths else 1))
        self._count_peers(pixels, {scene_of(truth) for truth in truths}, others)

    def _count_peers(self, pixels: Pixels, scenes: set[str], others: Mapping[str, Peer | None]) -> None:
        for name, peer in others.items():
            score = self.peers.setdefault(name, None if peer is None else Score())
            if peer is not None and score is not None:
                named = {scene_of(one) for one in peer(pixels)}
                score.found += len(named & scenes)
                score.wrong += len(named - scenes)


def interval(hits: int, of: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share."""
    if not of:
        return 0.0, 1.0
    share, z = hits / of, 1.96
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z / (1 + z * z / of) * (share * (1 - share) / of + z * z / (4 * of * of)) ** 0.5
    return max(0.0, middle - half), min(1.0, middle + half)


def percent(hits: int, of: int) -> str:
    """A share in percent with its interval, as the table prints it."""
    if not of:
        return "-"
    low, high = interval(hits, of)
    return f"{100 * hits / of:.0f} ({100 * low:.0f}-{100 * high:.0f})"
