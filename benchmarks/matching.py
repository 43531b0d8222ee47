"""How often is the right original found, and how often a wrong one? Prints one table; takes about four minutes.

    python benchmarks/matching.py [--out benchmarks/results/matching.txt] [--seed 23]

The library is made here from the seed: procedural skin (every other one smooth, before plain walls), twins of some of
them as a burst gives them, and the originals of the sample practice where there are any. Thresholds were chosen on
other seeds (7, 11) and on rendered patients. Procedural skin is easier than real skin: the table is an upper bound.
Published copies are made from originals by what publishing does to photos; distractors are photos of the same kind
that are not in the library, among them the same skin at another visit. Nothing here is a photograph of anybody.
"""

from __future__ import annotations

import argparse
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from before_you_post.matching import LibraryIndex, find_originals
from before_you_post.photos import open_picture
from before_you_post.records import Original

Pixels = NDArray[np.uint8]
SAMPLE = Path(__file__).parents[1] / "sample_data" / "quillfeather" / "originals"
SCENES, STRANGERS, TWINS, QUERIES, COLLAGES = 36, 10, 12, 8, 6
HEIGHT, WIDTH = 1200, 900


# ---------------------------------------------------------------- pictures


def noise(rng: np.random.Generator, side: float, shape: tuple[int, int] = (HEIGHT, WIDTH)) -> NDArray[np.float32]:
    """Smooth noise of unit deviation whose blobs measure about ``side`` pixels."""
    small = (max(4, round(shape[0] / side) + 3), max(4, round(shape[1] / side) + 3))
    grown = cv2.resize(rng.standard_normal(small).astype(np.float32), shape[::-1], interpolation=cv2.INTER_CUBIC)
    return np.asarray(grown / (grown.std() + 1e-6), dtype=np.float32)


@dataclass
class Scene:
    """One invented patient in one invented pose; ``visit`` changes marks, light and a little of the pose."""

    seed: int

    def photo(self, *, visit: int = 0, twin: bool = False) -> Pixels:
        """A photo of the scene, 1200 x 900; a twin is shot a moment later."""
        rng = np.random.default_rng((self.seed, 1))
        tone = np.array([225, 178, 150]) * rng.uniform(0.45, 1.0)
        wall = np.array([[150, 170, 190], [205, 205, 205], [120, 130, 140]][rng.integers(3)], float)
        shape = self._body(rng)
        fine = 0.25 if self.seed % 2 else 1.0  # every other skin is smooth, or softened by the camera
        pores = fine * (2.2 * noise(rng, 2.2) + 2.5 * noise(rng, 5) + 3.0 * noise(rng, 14))
        shade = 7 * noise(rng, 60) + 12 * noise(rng, 240)
        skin = tone[None, None] + (pores + shade)[..., None] * np.array([1.0, 0.9, 0.8])
        marks = np.random.default_rng((self.seed, 2, visit))
        skin = self._marked(skin, rng, 10)
        skin = self._marked(skin, marks, 5 if visit else 8)
        image = shape[..., None] * skin + (1 - shape[..., None]) * (wall + 4 * noise(rng, 300)[..., None])
        return self._shot(image, visit, twin)

    def _body(self, rng: np.random.Generator) -> NDArray[np.float32]:
        rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
        x, y = rng.uniform(0.35, 0.65) * WIDTH, rng.uniform(0.4, 0.7) * HEIGHT
        wide, high = rng.uniform(0.33, 0.75) * WIDTH, rng.uniform(0.42, 0.8) * HEIGHT
        edge = ((columns - x) / wide) ** 2 + ((rows - y) / high) ** 2 + 0.08 * noise(rng, 160)
        return np.clip((1 - edge) * 25, 0, 1).astype(np.float32)

    @staticmethod
    def _marked(skin: NDArray[np.float64], rng: np.random.Generator, count: int) -> NDArray[np.float64]:
        rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
        for _ in range(count):
            x, y, radius = rng.uniform(0, WIDTH), rng.uniform(0, HEIGHT), rng.uniform(3, 16)
            depth = np.clip(1.4 - np.hypot(columns - x, (rows - y) * rng.uniform(0.7, 1.4)) / radius, 0, 1)
            skin = skin - depth[..., None] * np.array([30, 55, 55]) * rng.uniform(0.4, 1.2)
        return skin

    def _shot(self, image: NDArray[np.float64], visit: int, twin: bool) -> Pixels:
        rng = np.random.default_rng((self.seed, 3, visit, twin))
        if visit or twin:
            turn, shift, bend = (0.25, 5, 0.5) if not visit else (3.0, 40, 6.0)
            matrix = cv2.getRotationMatrix2D(
                (WIDTH / 2, HEIGHT / 2), rng.normal(0, turn), 1 + rng.normal(0, turn / 100)
            )
            matrix[:, 2] += rng.normal(0, shift, 2)
            rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
            bent_x, bent_y = columns + bend * noise(rng, 200), rows + bend * noise(rng, 200)
            image = cv2.warpAffine(image.astype(np.float32), matrix, (WIDTH, HEIGHT), borderMode=cv2.BORDER_REFLECT)
            image = cv2.remap(np.asarray(image), bent_x, bent_y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
        light = rng.normal(1, 0.03) if not visit else rng.normal(1, 0.1)
        grain = rng.normal(0, 1.6, image.shape)
        return np.clip(np.asarray(image) * light + grain, 0, 255).astype(np.uint8)


# ---------------------------------------------------------------- what publishing does


def jpeg(pixels: Pixels, quality: int) -> Pixels:
    """Saved as JPEG and opened again."""
    data = cv2.imencode(".jpg", pixels[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return np.ascontiguousarray(cv2.imdecode(data, cv2.IMREAD_COLOR)[..., ::-1]).astype(np.uint8)


def sized(pixels: Pixels, long_side: int) -> Pixels:
    """Resized so that the longer side has this many pixels."""
    scale = long_side / max(pixels.shape[:2])
    size = (max(1, round(pixels.shape[1] * scale)), max(1, round(pixels.shape[0] * scale)))
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(pixels, size, interpolation=way), dtype=np.uint8)


def crop(pixels: Pixels, rng: np.random.Generator, share: float) -> Pixels:
    """A part of the picture with this share of its area, not far from the middle, as a person would choose it."""
    height, width = (round(side * share**0.5) for side in pixels.shape[:2])
    top = round((pixels.shape[0] - height) * rng.uniform(0.25, 0.75))
    left = round((pixels.shape[1] - width) * rng.uniform(0.25, 0.75))
    return np.ascontiguousarray(pixels[top : top + height, left : left + width])


def turned(pixels: Pixels, degrees: float) -> Pixels:
    """Turned about the middle, corners filled with white."""
    height, width = pixels.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    return np.asarray(cv2.warpAffine(pixels, matrix, (width, height), borderValue=(255, 255, 255)), dtype=np.uint8)


def filtered(pixels: Pixels) -> Pixels:
    """Warmer, more contrast, a vignette."""
    rows, columns = np.mgrid[-1 : 1 : pixels.shape[0] * 1j, -1 : 1 : pixels.shape[1] * 1j]
    dark = 1 - 0.35 * np.clip(np.hypot(rows, columns) - 0.5, 0, 1)
    warm = 255 * (pixels / 255.0) ** np.array([0.85, 1.0, 1.2]) * 1.1 - 10
    return np.clip(warm * dark[..., None], 0, 255).astype(np.uint8)


def lettered(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """Three lines of bold text across the picture."""
    out = pixels.copy()
    for line, words in enumerate(("BEFORE & AFTER", "Only 6 weeks!", "book now - link in bio")):
        place = (round(0.04 * out.shape[1]), round(out.shape[0] * (rng.uniform(0.2, 0.3) + 0.2 * line)))
        cv2.putText(out, words, place, cv2.FONT_HERSHEY_DUPLEX, out.shape[1] / 420, (255, 255, 255), 5, cv2.LINE_AA)
    return out


def watermarked(pixels: Pixels) -> Pixels:
    """The practice's name repeated all over at 35 %."""
    layer = pixels.copy()
    for row in range(8):
        for column in range(3):
            place = (column * 330 - 60 * (row % 2), 90 + row * 150)
            cv2.putText(layer, "EXAMPLE CLINIC", place, cv2.FONT_HERSHEY_SIMPLEX, 1.2, (255, 255, 255), 3, cv2.LINE_AA)
    return cv2.addWeighted(layer, 0.35, pixels, 0.65, 0).astype(np.uint8)


def barred(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """A black bar over a fifth of the height, from side to side."""
    out = pixels.copy()
    top = round(out.shape[0] * rng.uniform(0.2, 0.5))
    out[top : top + out.shape[0] // 5] = 0
    return out


def screenshot(pixels: Pixels) -> Pixels:
    """The picture in a phone's screen, with a status bar, buttons and a caption."""
    screen = np.full((1920, 1080, 3), 250, np.uint8)
    inner = np.asarray(cv2.resize(pixels, (1080, 1440), interpolation=cv2.INTER_CUBIC), dtype=np.uint8)
    screen[180:1620] = inner
    cv2.putText(screen, "9:41", (60, 70), cv2.FONT_HERSHEY_DUPLEX, 1.4, (20, 20, 20), 3, cv2.LINE_AA)
    cv2.circle(screen, (90, 130), 34, (200, 120, 140), -1, cv2.LINE_AA)
    cv2.putText(screen, "quillfeather", (150, 145), cv2.FONT_HERSHEY_DUPLEX, 1.1, (20, 20, 20), 2, cv2.LINE_AA)
    cv2.putText(screen, "128 likes", (50, 1730), cv2.FONT_HERSHEY_DUPLEX, 1.2, (20, 20, 20), 2, cv2.LINE_AA)
    cv2.putText(screen, "so happy with this result", (50, 1810), cv2.FONT_HERSHEY_DUPLEX, 1, (60, 60, 60), 2)
    return sized(screen, 1280)


def bordered(pixels: Pixels) -> Pixels:
    """Padded to a square with white."""
    height, width = pixels.shape[:2]
    side = round(max(height, width) * 1.06)
    out = np.full((side, side, 3), 255, np.uint8)
    top, left = (side - height) // 2, (side - width) // 2
    out[top : top + height, left : left + width] = pixels
    return out


Transform = Callable[[Pixels, np.random.Generator], Pixels]
TRANSFORMS: dict[str, Transform] = {
    "resize 1080": lambda p, r: jpeg(sized(p, 1080), 82),
    "resize 320": lambda p, r: jpeg(sized(p, 320), 80),
    "JPEG q30": lambda p, r: jpeg(p, 30),
    "crop 75 %": lambda p, r: jpeg(crop(p, r, 0.75), 82),
    "crop 50 %": lambda p, r: jpeg(crop(p, r, 0.50), 82),
    "crop 30 %": lambda p, r: jpeg(crop(p, r, 0.30), 82),
    "mirror": lambda p, r: jpeg(np.ascontiguousarray(p[:, ::-1]), 82),
    "turned 90": lambda p, r: jpeg(np.ascontiguousarray(np.rot90(p)), 82),
    "turned 5": lambda p, r: jpeg(turned(p, 5), 82),
    "turned 15": lambda p, r: jpeg(turned(p, -15), 82),
    "filter": lambda p, r: jpeg(filtered(p), 82),
    "black and white": lambda p, r: jpeg(np.repeat(p.mean(axis=2, keepdims=True), 3, 2).astype(np.uint8), 82),
    "text": lambda p, r: jpeg(lettered(p, r), 82),
    "watermark": lambda p, r: jpeg(watermarked(p), 82),
    "mask bar": lambda p, r: jpeg(barred(p, r), 82),
    "screenshot": lambda p, r: jpeg(screenshot(p), 82),
    "border": lambda p, r: jpeg(bordered(p), 82),
    "4 edits, 640 q60": lambda p, r: jpeg(sized(lettered(filtered(crop(p[:, ::-1], r, 0.5)), r), 640), 60),
}


def collage(parts: list[Pixels], rng: np.random.Generator, columns: int, gutter: int) -> Pixels:
    """Parts of equal size side by side in rows, each a little cropped, on white, with a label over the first."""
    height, width = (540, 540) if len(parts) == 4 else (720, 540) if columns == 2 else (540, 720)
    rows = len(parts) // columns
    size = (rows * (height + gutter) - gutter, columns * (width + gutter) - gutter, 3)
    out = np.full(size, 255, np.uint8)
    for number, part in enumerate(parts):
        shown = crop(part, rng, 0.7)
        scale = max(height / shown.shape[0], width / shown.shape[1]) * 1.001
        shown = np.asarray(cv2.resize(shown, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), dtype=np.uint8)
        top, left = (number // columns) * (height + gutter), (number % columns) * (width + gutter)
        offset = (shown.shape[0] - height) // 2, (shown.shape[1] - width) // 2
        out[top : top + height, left : left + width] = shown[offset[0] :, offset[1] :][:height, :width]
    cv2.putText(out, "Before", (20, 60), cv2.FONT_HERSHEY_DUPLEX, 1.4, (255, 255, 255), 3, cv2.LINE_AA)
    return jpeg(out, 82)


LAYOUTS = {"collage side by side": (2, 2, 0), "collage stacked": (2, 1, 8), "collage 2x2": (4, 2, 8)}


# ---------------------------------------------------------------- counting


@dataclass
class Row:
    """What was found in the pictures of one kind."""

    panels: int = 0
    scene: int = 0  # the right scene (any shot of the burst)
    exact: int = 0  # the very shot, named alone
    either: int = 0  # the very shot among "one of these"
    wrong: int = 0  # an original of another scene or visit
    extra: int = 0  # a panel without an original that is none
    pictures: int = 0
    seconds: list[float] = field(default_factory=list)

    def count(self, pixels: Pixels, truths: list[str], index: LibraryIndex) -> None:
        """Look a picture up and compare with the originals it was made from."""
        start = time.process_time()
        matches = find_originals(pixels, index)
        self.seconds.append(time.process_time() - start)
        self.pictures += 1
        self.panels += len(truths)
        waiting = list(truths)
        unknown = sum(match.original is None for match in matches)
        for match in matches:
            if match.original is None:
                continue
            scene = next((truth for truth in waiting if scene_of(truth) == scene_of(match.original)), None)
            if scene is None:
                self.wrong += 1
                continue
            waiting.remove(scene)
            self.scene += 1
            self.exact += match.original == scene and not match.either
            self.either += scene in match.either or (match.original == scene and bool(match.either))
        # A missed panel, or a stranger's photo, is rightly reported as unknown.
        self.extra += max(0, unknown - (len(waiting) if truths else 1))


def scene_of(name: str) -> str:
    """Shots of one burst share a scene: ``scene-03.jpg`` and ``scene-03-twin.jpg``."""
    return name.removesuffix(".jpg").removesuffix("-twin")


def make_library(folder: Path, seed: int) -> dict[str, Pixels]:
    """Write the originals; returns their pixels as decoded again, by name."""
    originals: dict[str, Pixels] = {}
    for number in range(SCENES):
        originals[f"scene-{number:02}.jpg"] = Scene(seed * 1000 + number).photo()
        if number < TWINS:
            originals[f"scene-{number:02}-twin.jpg"] = Scene(seed * 1000 + number).photo(twin=True)
    for name, pixels in originals.items():
        cv2.imwrite(str(folder / name), pixels[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, 92])
    for path in sorted(SAMPLE.rglob("*.jpg")) if SAMPLE.is_dir() else ():
        name = "sample-" + path.relative_to(SAMPLE).as_posix().replace("/", "-")
        (folder / name).write_bytes(path.read_bytes())
        originals[name] = open_picture(path).pixels
    return originals


def measure(index: LibraryIndex, originals: dict[str, Pixels], seed: int) -> Iterator[tuple[str, Row]]:
    """One row of counts for every transform, layout and kind of distractor."""
    twins = [name for name in originals if "-twin" in name or f"{scene_of(name)}-twin.jpg" in originals]
    singles = [name for name in originals if name not in twins and name.startswith("scene")]
    samples = [name for name in originals if name.startswith("sample")]
    for kind, (label, transform) in enumerate(TRANSFORMS.items()):
        rng, row = np.random.default_rng((seed, 10, kind)), Row()
        pool = (singles, twins, samples or singles)
        for number in range(QUERIES):
            name = str(rng.choice(pool[number % 3]))
            row.count(transform(originals[name], rng), [name], index)
        yield label, row
    for kind, (label, (count, columns, gutter)) in enumerate(LAYOUTS.items()):
        rng, row = np.random.default_rng((seed, 11, kind)), Row()
        for _ in range(COLLAGES):
            names = [str(name) for name in rng.choice([*singles, *samples], count, replace=False)]
            row.count(collage([originals[name] for name in names], rng, columns, gutter), names, index)
        yield label, row
    rng = np.random.default_rng((seed, 12))
    strangers, visits = Row(), Row()
    for number in range(STRANGERS):
        stranger = Scene(seed * 1000 + 500 + number).photo()
        for transform in list(TRANSFORMS.values())[number % 3 :: 9]:
            strangers.count(transform(stranger, rng), [], index)
        visits.count(jpeg(Scene(seed * 1000 + number).photo(visit=1), 82), [], index)
    yield "not in the library", strangers
    yield "another visit", visits


def table(rows: dict[str, Row]) -> Iterator[str]:
    """The counts as text, and what they come to."""
    yield f"{'':22}{'panels':>7}{'scene':>7}{'exact':>7}{'either':>7}{'wrong':>7}{'extra':>7}{'CPU s':>7}"
    for label, row in rows.items():
        counts = (row.panels, row.scene, row.exact, row.either, row.wrong, row.extra)
        yield f"{label:22}" + "".join(f"{count:7}" for count in counts) + f"{np.mean(row.seconds):7.2f}"
    panels, scene, exact, either, wrong = (
        sum(getattr(row, name) for row in rows.values()) for name in ("panels", "scene", "exact", "either", "wrong")
    )
    yield ""
    shot, among = exact / panels, (exact + either) / panels
    yield f"recall {scene / panels:.3f}   exact shot {shot:.3f}, or among twins {among:.3f}"
    yield f"precision {scene / (scene + wrong):.4f} ({wrong} wrong of {scene + wrong} named)"


def main() -> None:
    """Make a library, look pictures up in it, print the table and write it where ``--out`` says."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path)
    parser.add_argument("--seed", type=int, default=23)
    arguments = parser.parse_args()
    cv2.setNumThreads(1)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "originals")
        folder.mkdir()
        originals = make_library(folder, arguments.seed)
        index = LibraryIndex(Path(scratch, "index"))
        start = time.process_time()
        index.update([Original(id=name, path=str(folder / name)) for name in originals])
        indexing = (time.process_time() - start) / len(originals)
        rows: dict[str, Row] = {}
        for label, row in measure(index, originals, arguments.seed):
            rows[label] = row
            print(label, row.scene, "of", row.panels, "wrong", row.wrong, file=sys.stderr)
    cores = f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}, one core counted"
    head = f"{datetime.now(UTC):%Y-%m-%d}, {cores}; seed {arguments.seed}; library of {len(originals)}"
    text = "\n".join([head, f"indexing {indexing:.2f} CPU s an original", "", *table(rows), ""])
    print(text)
    if arguments.out:
        arguments.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
