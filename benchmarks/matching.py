"""How often is the right original found, and how often a wrong one? Prints one table, with other tools beside ours.

    make benchmark                    # in an environment of its own; writes benchmarks/results/matching.txt
    python benchmarks/matching.py [--out FILE] [--seed 23] [--queries 24]

The library is made here from the seed: procedural skin (every other one smooth), burst twins, photographs that ship in
Python packages, and the rendered originals of the sample practice. "Textured" pictures have fine detail in at least
half of their patches, "plain" ones in fewer. Thresholds were chosen on seed 7 and on the sample practice, and are not
touched by a run; procedural skin is another with every seed, the rendered patients and the photographs are the same.
``--queries`` counts pictures in a row and class; 24 take about half an hour of one core.
Procedural and rendered skin is not skin: read the figures as what is possible, not as what a practice will see.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import cv2
import numpy as np
from matching_counting import Row, percent
from matching_peers import Peer, peers
from matching_pictures import Pixels, Stock, make_stock
from matching_publishing import LAYOUTS, TRANSFORMS, Layout, Transform
from matching_unknown import unknown

from before_you_post.matching import VERSION, LibraryIndex
from before_you_post.records import Original

BURSTS = ("resize 1080", "crop 50 %", "filter", "4 edits, 640 q60")
Rows = dict[str, Row]


def measure(
    index: LibraryIndex, stock: Stock, others: Mapping[str, Peer | None], seed: int, queries: int
) -> Iterator[tuple[str, Row]]:
    """One row of counts for every transform and class, layout, burst and kind of stranger."""
    for label, row, drawn in plan(stock, seed, queries):
        for pixels, truths in drawn:
            row.count(pixels, truths, index, others)
        yield label, row


Drawn = Iterator[tuple[Pixels, list[str]]]


def plan(stock: Stock, seed: int, queries: int) -> Iterator[tuple[str, Row, Drawn]]:
    """Every row with its published pictures and the originals that each was made from; made when they are asked for."""
    singles = (*stock.textured, *stock.plain)
    for kind, (label, transform) in enumerate(TRANSFORMS.items()):
        for name, pool, target in (("textured", stock.textured, 0.97), ("plain", stock.plain, 0.93)):
            row = Row(target=0.85 if label.startswith("4 edits") else target)
            rng = np.random.default_rng((seed, 10, kind, len(name)))
            yield f"{label}|{name}", row, _copies(stock.library, pool, transform, queries, rng)
    for kind, (label, layout) in enumerate(LAYOUTS.items()):
        rng = np.random.default_rng((seed, 11, kind))
        drawn = _collages(stock.library, singles, layout, -(-queries * 2 // layout.panels), rng)
        yield f"collage, {label}|panels", Row(target=0.92), drawn
    for kind, label in enumerate(BURSTS):
        rng = np.random.default_rng((seed, 12, kind))
        drawn = _copies(stock.library, stock.bursts, TRANSFORMS[label], queries, rng)
        # How many are found at all; which of the twins it was is summed up below the table.
        yield f"burst, {label}|twins", Row(target=0.85 if label.startswith("4 edits") else 0.97), drawn
    for kind, (label, pictures) in enumerate(stock.strangers.items()):
        rng = np.random.default_rng((seed, 13, kind))
        yield f"{label}|strangers", Row(target=0.01), _strangers(pictures, queries * 2, rng)


def _copies(
    library: Mapping[str, Pixels], pool: Sequence[str], transform: Transform, count: int, rng: np.random.Generator
) -> Drawn:
    for name in _drawn(rng, pool, count):
        yield transform(library[name], rng), [name]


def _collages(
    library: Mapping[str, Pixels], pool: Sequence[str], layout: Layout, count: int, rng: np.random.Generator
) -> Drawn:
    for _ in range(count):
        names = [str(name) for name in rng.choice(pool, layout.panels, replace=False)]
        yield layout.laid([library[name] for name in names], rng), names


def _strangers(pictures: Mapping[str, Pixels], count: int, rng: np.random.Generator) -> Drawn:
    for name in _drawn(rng, tuple(pictures), count):
        yield TRANSFORMS[str(rng.choice(list(TRANSFORMS)))](pictures[name], rng), []


def _drawn(rng: np.random.Generator, pool: Sequence[str], count: int) -> Iterator[str]:
    """So many names, each as often as any other, in an order of chance."""
    for start in range(0, count, len(pool)):
        yield from map(str, rng.permutation(pool)[: count - start])


def table(rows: Rows) -> Iterator[str]:
    """The counts as text, and what they come to."""
    names = list(next(iter(rows.values())).peers)
    head = f"{'':36}{'n':>4}  {'ours % (95 %)':15}{'exact':>6}{'either':>7}{'wrong':>6}{'extra':>6}{'CPU s':>6}"
    yield head + "".join(f"{name + ' % / wrong':>20}" for name in names)
    for label, row in rows.items():
        kind, _, group = label.partition("|")
        found, of = (row.ours.found, row.panels) if row.panels else (row.ours.wrong, row.pictures)
        missed = row.target is not None and of and (found / of < row.target if row.panels else found / of > row.target)
        line = f"{kind:26}{group:10}{of:4}  {percent(found, of):15}{row.exact:6}{row.either:7}{row.ours.wrong:6}"
        line += f"{row.extra:6}{np.mean(row.seconds):6.2f}"
        for score in row.peers.values():
            line += (
                f"{'not compared':>20}"
                if score is None
                else f"{_share(score.found, row.panels) + str(score.wrong):>20}"
            )
        yield line + ("   below target" if missed else "")


def _share(found: int, of: int) -> str:
    return f"{100 * found / of:.0f} / " if of else "- / "


def totals(rows: Rows) -> Iterator[str]:
    """Precision over everything, and the twins."""
    found, wrong = (sum(getattr(row.ours, name) for row in rows.values()) for name in ("found", "wrong"))
    yield f"ours: precision {found / max(1, found + wrong):.4f} ({wrong} wrong of {found + wrong} named)"
    for name in next(iter(rows.values())).peers:
        scores = [score for row in rows.values() if (score := row.peers[name])]
        if scores:
            found, wrong = (sum(getattr(score, what) for score in scores) for what in ("found", "wrong"))
            recall = found / sum(row.panels for row in rows.values())
            precision = found / max(1, found + wrong)
            yield f"{name}: precision {precision:.4f} ({wrong} wrong of {found + wrong} named), recall {recall:.3f}"
    twins = [row for label, row in rows.items() if label.endswith("twins")]
    if twins:
        found, exact, either = (sum(x) for x in zip(*((r.ours.found, r.exact, r.either) for r in twins), strict=True))
        named = percent(exact + either, found)
        yield f"burst twins: the right shot among those named {named}, 'one of these' {percent(either, found)}"
    settled = [s for label, row in rows.items() if label.startswith(("resize", "WordPress 1024")) for s in row.seconds]
    every = [s for row in rows.values() for s in row.seconds]
    if settled:
        slow = np.quantile(every, 0.95)
        yield f"CPU s a photo: plain copies {np.mean(settled):.2f}, all {np.mean(every):.2f}, 95 % below {slow:.2f}"


def main() -> None:
    """Make a library, look pictures up in it, print the table and write it where ``--out`` says."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path)
    parser.add_argument("--seed", type=int, default=23)
    parser.add_argument("--queries", type=int, default=24, help="pictures in a row and class")
    arguments = parser.parse_args()
    cv2.setNumThreads(1)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "originals")
        folder.mkdir()
        stock = make_stock(folder, arguments.seed)
        index = LibraryIndex(Path(scratch, "index"))
        index.update([Original(id=name, path=str(folder / name)) for name in stock.library])
        others = peers(stock.library)
        rows: Rows = {}
        for label, row in measure(index, stock, others, arguments.seed, arguments.queries):
            rows[label] = row
            print(label, row.ours, "of", row.panels, file=sys.stderr, flush=True)
        more = list(unknown(index, stock, arguments.seed))
    minutes = (time.monotonic() - began) / 60
    text = "\n".join([*_head(arguments, stock, minutes), "", *table(rows), "", *totals(rows), *more, ""])
    print(text)
    if arguments.out:
        arguments.out.write_text(text, encoding="utf-8")


def _head(arguments: argparse.Namespace, stock: Stock, minutes: float) -> Iterator[str]:
    machine = f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}, {os.cpu_count()} cores"
    load = os.getloadavg()[2] if hasattr(os, "getloadavg") else 0.0
    yield f"{datetime.now(UTC):%Y-%m-%d}, {machine} (one used; load {load:.1f}); {minutes:.0f} minutes"
    seen = "thresholds of seed 7, which had the same rendered patients and photographs"
    yield f"seed {arguments.seed}; {seen}; matching version {VERSION}"
    classes = f"{len(stock.textured)} textured, {len(stock.plain)} plain, {len(stock.bursts)} shots of bursts"
    yield f"library of {len(stock.library)}: {classes}"


if __name__ == "__main__":
    main()
