"""Are edits found, and is honest publishing left alone? Prints one table; takes about twenty minutes of one core.

    python benchmarks/edits.py [--out benchmarks/results/edits.txt] [--seed 23] [--each 3] [--cores 2]

Pairs are made here (``edit_cases``): skin, rendered patients and, where scikit-image and scikit-learn are installed
(benchmarks/requirements.txt), photographs that come in them. Every limit of the program was chosen on seed 7, the
table is of another seed. Beside it stand what one would try first: the mean structural similarity (SSIM) and the mean
absolute difference of the two pictures after the same alignment, cut where they give 1 % false alarms on seed 7.
Procedural skin is easier than real skin, and no photograph here shows a patient: read the table as an upper bound.
"""

from __future__ import annotations

import argparse
import platform
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import cv2
import numpy as np
from edit_cases import CROPS, EDITS, Case, benign, crop_name, edited
from edit_publishing import NEGATIVES
from numpy.typing import NDArray

from before_you_post.edits.alignment import Aligned, CannotAlign
from before_you_post.edits.comparison import aligned, findings
from before_you_post.edits.found import Found
from before_you_post.records import EditFamily, EditState

LIMITS_FROM = 7  # the seed on which limits were chosen
FALSE_ALARMS = 0.01
LOCAL = frozenset(EditFamily) - {EditFamily.COLOUR, EditFamily.CROP}


@dataclass
class Row:
    """What was said about the pairs of one kind, textured or smooth."""

    pairs: int = 0
    found: int = 0
    unassessable: int = 0
    placed: int = 0  # found where it is
    skins: int = 0  # of the pairs, those of skin: photographs of things are another matter
    skins_found: int = 0
    peers: Counter[str] = field(default_factory=Counter)
    others: Counter[str] = field(default_factory=Counter)  # families said to be edited that were not


@dataclass
class Count:
    """Everything that was counted on one seed."""

    edits: dict[tuple[str, bool], Row] = field(default_factory=dict)
    targets: dict[str, tuple[EditFamily, float | None]] = field(default_factory=dict)
    honest: dict[tuple[str, bool], Row] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)
    cropped: list[float] = field(default_factory=list)  # how far the told share is from the true one
    kinds: Counter[str] = field(default_factory=Counter)

    def join(self, other: Count) -> None:
        """Add what another process counted of other kinds of pairs."""
        self.edits |= other.edits
        self.targets |= other.targets
        self.honest |= other.honest
        self.seconds += other.seconds
        self.cropped += other.cropped
        self.kinds += other.kinds

    def add(self, case: Case, limits: dict[str, float]) -> None:
        """Compare one pair and note what was said."""
        start = time.process_time()
        try:
            pair = aligned(case.published, case.original, case.match)
            said = findings(pair)
        except CannotAlign:
            pair, said = None, {}
        self.seconds.append(time.process_time() - start)
        self.kinds[case.kind] += 1
        rows = self.edits if case.family else self.honest
        row = rows.setdefault((case.name, case.textured), Row())
        row.pairs += 1
        if case.family:
            self.targets[case.name] = (case.family, case.target)
            answer = said.get(case.family)
            row.found += answer is not None and answer.state is EditState.EDITED
            row.skins += case.kind == "skin"
            row.skins_found += case.kind == "skin" and answer is not None and answer.state is EditState.EDITED
            row.unassessable += answer is None or answer.state is EditState.NOT_ASSESSABLE
            row.placed += answer is not None and pair is not None and _placed(answer, pair, case)
        else:
            row.unassessable += sum(answer.state is EditState.NOT_ASSESSABLE for answer in said.values())
        for family, answer in said.items():
            if answer.state is EditState.EDITED and family not in (case.family, EditFamily.CROP):
                row.others[family.name.lower()] += 1
        if pair is not None:
            self.cropped.append(abs((said[EditFamily.CROP].measure or 0.0) - case.shown))
            row.peers.update(name for name, value in peers(pair).items() if value > limits.get(name, np.inf))


def _placed(answer: Found, pair: Aligned, case: Case) -> bool:
    """Whether the place that was told touches the place that was changed."""
    if answer.where is None:
        return answer.state is EditState.EDITED
    high, wide = pair.shape
    part = case.place[pair.top :, pair.left :][: round(high / pair.shrink), : round(wide / pair.shrink)]
    true = cv2.resize(part.astype(np.uint8), (wide, high), interpolation=cv2.INTER_NEAREST) > 0
    return bool((true & answer.where).any())


# ---------------------------------------------------------------- peers


def peers(pair: Aligned) -> dict[str, float]:
    """How different the two pictures are to simpler programs; larger = more different."""
    ours, theirs = (
        np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), np.float32) for pixels in (pair.published, pair.original)
    )
    return {
        "SSIM": 1 - float(_similarity(ours, theirs)[pair.inside].mean()),
        "difference": float(np.abs(ours - theirs)[pair.inside].mean()),
    }


def _similarity(one: NDArray[np.float32], other: NDArray[np.float32]) -> NDArray[np.float32]:
    """SSIM around each pixel (Wang and others, 2004: Gaussian window of 1.5, K1 0.01, K2 0.03)."""

    def mean(values: NDArray[np.float32]) -> NDArray[np.float32]:
        return np.asarray(cv2.GaussianBlur(values, (11, 11), 1.5), np.float32)

    first, second = mean(one), mean(other)
    spread = mean(one * one) - first**2 + mean(other * other) - second**2
    together = mean(one * other) - first * second
    light, detail = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    return (2 * first * second + light) * (2 * together + detail) / ((first**2 + second**2 + light) * (spread + detail))


def peer_values(name: str, each: int) -> list[dict[str, float]]:
    """What the peers measure on honest pairs of one way to publish."""
    values = []
    for case in benign(LIMITS_FROM, each, name=name):
        try:
            values.append(peers(aligned(case.published, case.original, case.match)))
        except CannotAlign:
            continue
    return values


def counted(name: str, seed: int, each: int, limits: dict[str, float]) -> Count:
    """Make and compare all pairs of one edit, or of one way to publish."""
    count = Count()
    for case in (*edited(seed, each, name=name), *benign(seed, each, name=name)):
        count.add(case, limits)
    return count


# ---------------------------------------------------------------- the table


def table(count: Count) -> Iterator[str]:
    """The counts as text. f = found, n/a = not assessable, of so many pairs."""
    yield f"{'':28}{'':11}{'------ textured ------':>25}{'------- smooth -------':>25}{'':9}peers (all)"
    heads = "".join(f"{head:>{width}}" for head, width in (("found", 9), ("n/a", 7), ("placed", 9)) * 2)
    yield f"{'edit':28}{'family':11}{heads}{'target':>9}{'SSIM':>7}{'diff':>7}  also said"
    for name, (family, target) in count.targets.items():
        rows = [count.edits.get((name, textured), Row()) for textured in (True, False)]
        cells = "".join(
            f"{f'{row.found}/{row.pairs}':>9}{row.unassessable:>7}"
            f"{f'{row.placed}/{row.found}' if family in LOCAL else '':>9}"
            for row in rows
        )
        yield f"{name:28}{family.name.lower():11}{cells}{f'{target:.0%}' if target else '':>9}{_ends(rows)}"
    yield ""
    yield f"{'published, not edited':28}{'':11}" + "".join(f"{head:>9}{'n/a':>7}{'':9}" for head in ("pairs", "pairs"))
    for name in dict.fromkeys(name for name, _ in count.honest):
        rows = [count.honest.get((name, textured), Row()) for textured in (True, False)]
        cells = "".join(f"{row.pairs:>9}{row.unassessable:>7}{'':9}" for row in rows)
        yield f"{name:28}{'':11}{cells}{'':9}{_ends(rows)}"


def _ends(rows: list[Row]) -> str:
    """What the peers found, and what else was said, over textured and smooth together."""
    pairs = max(1, sum(row.pairs for row in rows))
    shares = "".join(f"{sum(row.peers[name] for row in rows) / pairs:>7.0%}" for name in ("SSIM", "difference"))
    others = sum((row.others for row in rows), Counter[str]())
    return f"{shares}  {', '.join(f'{name} {number}' for name, number in sorted(others.items()))}"


def sums(count: Count) -> Iterator[str]:
    """False alarms by family, and the targets that were met or missed on textured pictures."""
    honest = list(count.honest.values())
    pairs = sum(row.pairs for row in honest)
    alarms = sum((row.others for row in honest), Counter[str]())
    yield f"false alarms on {pairs} honest pairs: " + ", ".join(
        f"{family.name.lower()} {alarms[family.name.lower()]}" for family in EditFamily if family is not EditFamily.CROP
    )
    yield "peers' false alarms: " + ", ".join(
        f"{name} {sum(row.peers[name] for row in honest) / max(1, pairs):.1%}" for name in ("SSIM", "difference")
    )
    by_target: dict[tuple[EditFamily, float], list[Row]] = {}
    for name, (family, target) in count.targets.items():
        if target:
            by_target.setdefault((family, target), []).append(count.edits.get((name, True), Row()))
    for (family, target), rows in by_target.items():
        found, pairs, skins_found, skins = (
            sum(getattr(row, name) for row in rows) for name in ("found", "pairs", "skins_found", "skins")
        )
        yield (
            f"{family.name.lower()}, target {target:.0%} on textured skin: {skins_found}/{skins} = "
            f"{skins_found / max(1, skins):.1%}; with textured photographs of things {found}/{pairs}"
        )
    yield f"share of the original that is shown: off by {np.mean(count.cropped):.4f}, at most {max(count.cropped):.3f}"


def main() -> None:
    """Make pairs, compare them, print the table and write it where ``--out`` says."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path)
    parser.add_argument("--seed", type=int, default=23)
    parser.add_argument("--each", type=int, default=3)
    parser.add_argument("--cores", type=int, default=1)
    arguments = parser.parse_args()
    ways = [way.name for way in NEGATIVES]
    names = [*(edit.name for edit in EDITS), *(crop_name(share) for share in CROPS), *ways]
    count = Count()
    with ProcessPoolExecutor(arguments.cores, initializer=cv2.setNumThreads, initargs=(1,)) as pool:
        values = [one for found in pool.map(partial(peer_values, each=1), ways) for one in found]
        limits = {
            peer: float(np.quantile([one[peer] for one in values], 1 - FALSE_ALARMS)) for peer in ("SSIM", "difference")
        }
        work = partial(counted, seed=arguments.seed, each=arguments.each, limits=limits)
        for name, part in zip(names, pool.map(work, names), strict=True):
            count.join(part)
            print(name, file=sys.stderr)
    machine = f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}, OpenCV {cv2.__version__}"
    head = f"{datetime.now(UTC):%Y-%m-%d}, {machine}; seed {arguments.seed}, limits from seed {LIMITS_FROM}"
    made = "pairs: " + ", ".join(f"{number} {kind}" for kind, number in count.kinds.items())
    speed = (
        f"{np.mean(count.seconds):.2f} CPU s a pair on average, {np.quantile(count.seconds, 0.95):.2f} at most in 95 %"
    )
    text = "\n".join([head, made, speed, "", *table(count), "", *sums(count), ""])
    print(text)
    if arguments.out:
        arguments.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
