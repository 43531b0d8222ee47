"""How fast is a library prepared, kept and searched, and in how much room? Prints tables; takes about ten minutes.

    python benchmarks/library.py [--out benchmarks/results/library.txt] [--seed 29] [--photos 10000] [--parts ...]

Made here from the seed: procedural skin written as 12-megapixel JPEG files, the rendered patients of the sample
practice, and stand-ins for the thousands that would take days to paint (``large_library`` says how they are made).
Times are of one core (processor time), and under load of other programs too high; peers run beside ours, so the
ratios hold. Peers that are not installed are said to be missing (``requirements.txt`` beside this file has them).
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import cv2
import faiss
import numpy as np
from large_library import make
from matching_pictures import SAMPLE, Pixels, Scene
from matching_publishing import TRANSFORMS
from PIL import Image

from before_you_post.matching import LibraryIndex, compaction, find_originals
from before_you_post.matching.features import QUERY_LIMIT, QUERY_SIDE, extract, mirrored
from before_you_post.matching.index import describe
from before_you_post.photos import open_picture
from before_you_post.records import Original

LARGE_FILES, STRANGERS, LOOKED_UP = 24, 6, 12
KINDS = ("resize 1080", "mirror", "crop 50 %", "crop 30 %", "text", "4 edits, 640 q60")
TARGETS = """Targets: 10 photos/s; 60 s and 200 MB for 1,000,000 x 10,000; 12 KB a photo above 100,000 photos, with
recall within 2 points of keypoints as found; a published photo 0.5 s, settled by its fingerprint 0.1 s."""

# ---------------------------------------------------------------- pictures


def painted(seed: int) -> Pixels:
    """Invented skin, 1200 x 900."""
    return Scene(seed).photo()


def written(pixels: Pixels, file: Path, seed: int) -> Path:
    """The same as a camera's file of 12 megapixels, with grain of its own."""
    large = cv2.resize(pixels, (3000, 4000), interpolation=cv2.INTER_CUBIC).astype(np.float32)
    large += np.random.default_rng(seed).normal(0, 3, (4000, 3000, 1)).astype(np.float32)
    cv2.imwrite(str(file), np.clip(large, 0, 255).astype(np.uint8)[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, 92])
    return file


def spent(work: Callable[[], object]) -> float:
    """Seconds of one core."""
    began = time.process_time()
    work()
    return time.process_time() - began


# ---------------------------------------------------------------- preparing


def phash(file: Path) -> None:
    """ImageHash as its own page shows it: the whole photo decoded."""
    import imagehash  # noqa: PLC0415 - a peer that may be missing

    imagehash.phash(Image.open(file))


def orb(file: Path) -> None:
    """1,000 ORB keypoints of a copy of 1,000 pixels, decoded as ours is."""
    grey = cv2.cvtColor(open_picture(file, long_side=1000).pixels, cv2.COLOR_RGB2GRAY)
    cv2.ORB.create(1000).detectAndCompute(cv2.resize(grey, (750, 1000), interpolation=cv2.INTER_AREA), None)


def preparing(files: Sequence[Path], folder: Path) -> Iterator[str]:
    """Photos a second, and what an update costs when nothing has changed."""
    size = np.mean([file.stat().st_size for file in files]) / 1e6
    yield f"Preparing {len(files)} JPEG files of 12 megapixels ({size:.1f} MB each)   photos/s   ours takes"
    works: dict[str, Callable[[Path], object]] = {
        "ours: fingerprint, up to 600 keypoints, hash of bytes": describe,
        "ImageHash pHash, decoded whole: a fingerprint alone": phash,
        "ORB 1,000 keypoints at 1,000 px, reduced decoding": orb,
        "decoding whole and nothing else (Pillow)": lambda file: Image.open(file).convert("RGB"),
    }
    ours = 0.0
    for label, work in works.items():
        try:
            seconds = min(spent(partial(_each, work, files)) for _ in range(2)) / len(files)
        except ImportError:
            yield f"  {label:54}  not installed"
            continue
        ours = ours or seconds
        yield f"  {label:54}{1 / seconds:8.1f}{ours / seconds:10.2f} x"
    yield from _unchanged(files, folder)


def _each(work: Callable[[Path], object], files: Sequence[Path]) -> None:
    for file in files:
        work(file)


def _unchanged(files: Sequence[Path], folder: Path) -> Iterator[str]:
    originals = [Original(id=file.name, path=str(file)) for file in files]
    for file in files:
        os.utime(file, (1_700_000_000, 1_700_000_000))
    first = spent(lambda: LibraryIndex(folder).update(originals))
    again = spent(lambda: LibraryIndex(folder).update(originals))
    yield f"  update of an empty index {1000 * first / len(files):.0f} ms a photo; when nothing changed"
    yield f"  {1000 * again / len(files):.2f} ms a photo (paths, sizes and times are compared, no file is read)"


# ---------------------------------------------------------------- fingerprints

FINGERPRINTS = """
import pathlib, re, resource, sys, time
import faiss, numpy as np
from before_you_post.matching.fingerprint_search import FingerprintSearch
faiss.omp_set_num_threads(1)
count, queries, layings, seed = map(int, sys.argv[1:])
rng = np.random.default_rng(seed)
middles = rng.integers(0, 256, (count // 500, 32)).astype(np.uint8)

def near(codes, most):
    out = codes.copy()
    for start in range(0, len(out), 1000):
        some = out[start : start + 1000]
        share = (rng.uniform(0, most, (len(some), 1)) / 256).astype(np.float32)
        some ^= np.packbits(rng.random((len(some), 256), np.float32) < share, axis=1)
    return out

codes = np.empty((count, 32), np.uint8)
for start in range(0, count, 5000):
    codes[start : start + 5000] = near(middles[rng.integers(len(middles), size=5000)], 120)
search = FingerprintSearch(codes, np.ones(count, np.bool_))
copied = rng.choice(count, queries // 2)
asked = np.concatenate([near(codes[copied], 24), near(middles[rng.integers(len(middles), size=queries // 2)], 120)])
asked = np.concatenate([asked, *(near(asked, 256) for _ in range(layings - 1))])
found = np.zeros(queries // 2, bool)
began = time.process_time()
for start in range(0, len(asked), 500):
    whose, entries, distances = search.pairs(asked[start : start + 500], 30)
    whose = whose + start
    hits = whose < len(copied)
    found[whose[hits][entries[hits] == copied[whose[hits]]]] = True
seconds = time.process_time() - began
status = pathlib.Path("/proc/self/status")  # what getrusage says there includes the process that started this one
peak = re.search(r"VmHWM:\\s+(\\d+)", status.read_text()) if status.exists() else None
print(seconds, peak[1] if peak else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, found.mean())
"""
NUMPY = """
import sys, time
import numpy as np
count, queries = int(sys.argv[1]), 20
rng = np.random.default_rng(1)
codes = rng.integers(0, 2**63, (count, 4)).astype(np.uint64)
began = time.process_time()
for code in codes[:queries]:
    (np.bitwise_count(codes ^ code).sum(axis=1) <= 30).nonzero()
print((time.process_time() - began) / queries)
"""


def fingerprints(seed: int, count: int = 1_000_000, queries: int = 10_000) -> Iterator[str]:
    """Many fingerprints against many, in a process of its own whose memory is counted whole."""
    yield f"{count:,} fingerprints x {queries:,} queries (500 to a cluster; half are copies)   seconds     MB   found"
    unit = 1 if sys.platform == "darwin" else 1024
    for label, asked, layings in (("ours, within 30 bits", queries, 1), ("ours, each laid in 8 ways", queries // 8, 8)):
        seconds, memory, found = _process(FINGERPRINTS, count, asked, layings, seed)
        seconds *= queries / asked
        note = f" ({asked:,} measured, scaled)" if asked < queries else ""
        yield f"  {label + note:62}{seconds:10.0f}{memory * unit / 1e6:9.0f}{100 * found:7.1f} %"
    (seconds,) = _process(NUMPY, count)
    yield f"  {'numpy bitwise_count (20 measured, scaled)':62}{seconds * queries:10.0f}"


def _process(code: str, *arguments: int) -> list[float]:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    quiet = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=quiet)  # noqa: S603 - our own code
    return [float(word) for word in done.stdout.split()]


# ---------------------------------------------------------------- keypoints


def searching(folder: Path, photos: int, stock: Stock, seed: int, *, coded: bool) -> Iterator[str]:
    """Room, recall and time of a library whose keypoints are kept as found, or of one of which codes are kept."""
    compaction.LARGE = 0 if coded else 10**9
    began = time.process_time()
    index = make(folder, photos, stock.files, seed)
    building = time.process_time() - began
    size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / photos / 1e3
    kept = "as codes (as they are above 16,384 photos)" if coded else "as found (as they are up to 16,384 photos)"
    yield f"Keypoints kept {kept}: {photos:,} photos, {size:.1f} KB each, made in {building:.0f} s"
    yield "                      shortlist: first   of 6     whole path: right  wrong   CPU s: median   most"
    for kind in KINDS:
        yield _looked_up(index, kind, stock.pictures, seed)
    named, seconds = 0, []
    for number in range(STRANGERS):
        pixels = painted(seed * 1000 + 900 + number)
        began = time.process_time()
        named += sum(match.original is not None for match in find_originals(pixels, index))
        seconds.append(time.process_time() - began)
    yield f"  {'not in the library':20}{'':27}{'-':>15}    {named:3}{np.median(seconds):14.2f}{max(seconds):7.2f}"


def _looked_up(index: LibraryIndex, kind: str, pictures: dict[str, Pixels], seed: int) -> str:
    numbers = {ids[0]: number for number, ids in enumerate(index.entries.ids)}
    ranks, seconds = [], []
    right = wrong = 0
    for number, (name, pixels) in enumerate(pictures.items()):
        published = TRANSFORMS[kind](pixels, np.random.default_rng((seed, number)))
        ranks.append(_rank(index, published, numbers[name], flipped=kind in ("mirror", "4 edits, 640 q60")))
        began = time.process_time()
        named = {match.original for match in find_originals(published, index)} - {None}
        seconds.append(time.process_time() - began)
        right += name in named
        wrong += len(named - {name})
    first, six = (sum(rank < most for rank in ranks) for most in (1, 6))
    of = len(pictures)
    shortlist = f"{first:3}/{of:<3}{six:6}/{of:<3}"
    return f"  {kind:20}{shortlist:>27}{right:15}/{of:<3}{wrong:3}{np.median(seconds):14.2f}{max(seconds):7.2f}"


def _rank(index: LibraryIndex, published: Pixels, entry: int, *, flipped: bool) -> int:
    """The place of an entry among the votes for a picture (or its mirror image), all keypoints asked at once."""
    features = extract(published, long_side=QUERY_SIDE, limit=QUERY_LIMIT)
    features = mirrored(features, published.shape[1]) if flipped else features
    votes = index.search.votes(features, index.search.nearest(features.descriptors), at_most=20)
    return next((place for place, vote in enumerate(votes) if vote.entry == entry), 99)


# ---------------------------------------------------------------- the whole


@dataclass(frozen=True)
class Stock:
    """The originals that are really there, and what some of them look like."""

    files: list[Path]
    pictures: dict[str, Pixels]  # those that are looked up, by path


def make_stock(folder: Path, seed: int) -> Stock:
    """Large files of invented skin, and the patients of the sample practice; half of those looked up are each."""
    bases = [painted(seed * 1000 + number) for number in range(LARGE_FILES)]
    files = [written(pixels, folder / f"{number}.jpg", number) for number, pixels in enumerate(bases)]
    patients = sorted(SAMPLE.rglob("*.jpg")) if SAMPLE.is_dir() else []
    half = LOOKED_UP // 2
    pictures = {str(file): pixels for file, pixels in zip(files[:half], bases, strict=False)}
    for file in patients[:: max(1, len(patients) // half)][:half]:
        pictures[str(file)] = open_picture(file).pixels
    return Stock([*files, *patients], pictures)


PARTS: dict[str, Callable[[Path, Stock, argparse.Namespace], Iterator[str]]] = {
    "preparing": lambda scratch, stock, said: preparing(stock.files[:LARGE_FILES], scratch / "unchanged"),
    "fingerprints": lambda scratch, stock, said: fingerprints(said.seed),
    "found": lambda scratch, stock, said: searching(scratch / "found", said.photos, stock, said.seed, coded=False),
    "codes": lambda scratch, stock, said: searching(scratch / "codes", said.photos, stock, said.seed, coded=True),
}


def main() -> None:
    """Measure, print and write the tables where ``--out`` says."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path)
    parser.add_argument("--seed", type=int, default=29)
    parser.add_argument("--photos", type=int, default=10_000, help="in the library that is searched")
    parser.add_argument("--parts", nargs="*", choices=list(PARTS), default=list(PARTS))
    said = parser.parse_args()
    cv2.setNumThreads(1)
    faiss.omp_set_num_threads(1)
    machine = f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}, {os.cpu_count()} cores"
    load = os.getloadavg()[1] if hasattr(os, "getloadavg") else 0.0
    text = [f"{datetime.now(UTC):%Y-%m-%d}, {machine} (one used; load of the machine {load:.0f}); seed {said.seed}"]
    with tempfile.TemporaryDirectory() as scratch:
        stock = make_stock(Path(scratch), said.seed)
        for part in said.parts:
            for line in ("", *PARTS[part](Path(scratch), stock, said)):
                print(line, flush=True)
                text.append(line)
    if said.out:
        said.out.write_text("\n".join([*text, "", TARGETS, ""]), encoding="utf-8")


if __name__ == "__main__":
    main()
