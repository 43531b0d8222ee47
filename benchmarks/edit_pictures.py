"""Pictures to retouch: procedural skin with and without texture, rendered patients, photographs from packages.

Nothing here shows a person: the patients are renderings (``sample_data/*/PROVENANCE.md``), and of the photographs that
come in scikit-image and scikit-learn only things and animals are taken. Without these packages the rest remains.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from before_you_post.photos import open_picture

Pixels = NDArray[np.uint8]
Floats = NDArray[np.float32]

SAMPLE = Path(__file__).parents[1] / "sample_data" / "quillfeather" / "originals"
PHOTOGRAPHS = {
    "skimage": ("data/chelsea.png", "data/coffee.png", "data/motorcycle_left.png", "data/retina.jpg"),
    "sklearn": ("datasets/images/china.jpg", "datasets/images/flower.jpg"),
}
HEIGHT, WIDTH = 1280, 960
TEXTURE = 2.0  # grey levels of fine detail that a place must have to count as textured
TEXTURED = 0.5  # share of such places in the middle of a picture, from which on the picture counts as textured


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An original before anything was done to it."""

    name: str
    kind: str  # "skin", "rendered", "photograph"
    pixels: Pixels

    @property
    def textured(self) -> bool:
        """Whether the middle of the picture, where the patient is, has fine detail that a retouch would lose."""
        height, width = self.pixels.shape[:2]
        middle = texture(self.pixels)[height // 5 : -height // 5, width // 5 : -width // 5]
        return bool((middle > TEXTURE).mean() >= TEXTURED)


def texture(pixels: Pixels) -> Floats:
    """Deviation of the fine detail (finer than about 6 pixels at 1200) around each pixel, in grey levels."""
    grey = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), np.float32)
    detail = cv2.GaussianBlur(grey, (0, 0), 0.9) - cv2.GaussianBlur(grey, (0, 0), 3.0)
    return np.sqrt(cv2.GaussianBlur(detail * detail, (0, 0), 8.0)).astype(np.float32)


def sources(seed: int, count: int) -> list[Source]:
    """``count`` pictures of each kind, as far as there are any; half of the procedural skin is smooth."""
    rng = np.random.default_rng((seed, 77))
    found = [
        Source(name=f"skin-{number}", kind="skin", pixels=skin(seed * 1000 + number, smooth=number % 3 == 2))
        for number in range(count)
    ]
    rendered = sorted(SAMPLE.rglob("*.jpg")) if SAMPLE.is_dir() else []
    for number in sorted(rng.permutation(len(rendered))[:count]):
        name = rendered[number].relative_to(SAMPLE).as_posix()
        found.append(Source(name=name, kind="rendered", pixels=open_picture(rendered[number]).pixels))
    found += [Source(name=path.name, kind="photograph", pixels=open_picture(path).pixels) for path in photographs()]
    return found


def photographs() -> Iterator[Path]:
    """Photographs of things and animals that come inside Python packages, of those that are installed."""
    for package, names in PHOTOGRAPHS.items():
        spec = find_spec(package)
        for place in (spec.submodule_search_locations or ()) if spec else ():
            yield from (Path(place, name) for name in names if Path(place, name).is_file())


def noise(rng: np.random.Generator, side: float) -> Floats:
    """Smooth noise of unit deviation whose blobs measure about ``side`` pixels."""
    small = (max(4, round(HEIGHT / side) + 3), max(4, round(WIDTH / side) + 3))
    grown = cv2.resize(rng.standard_normal(small).astype(np.float32), (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC)
    return np.asarray(grown / (grown.std() + 1e-6), dtype=np.float32)


def skin(seed: int, *, smooth: bool) -> Pixels:
    """Skin of one invented patient before a plain wall, with pores, folds, moles and spots; grain of a camera."""
    rng = np.random.default_rng((seed, 1))
    tone = np.array([225, 178, 150]) * rng.uniform(0.4, 1.0)
    wall = np.array([[150, 170, 190], [205, 205, 205], [120, 130, 140]][rng.integers(3)], float)
    fine = rng.uniform(0.1, 0.25) if smooth else rng.uniform(0.8, 1.5)  # softened by light or by the camera
    pores = fine * (3.2 * noise(rng, 2.6) + 3.4 * noise(rng, 5) + 3.0 * noise(rng, 13))
    shade = 6 * noise(rng, 70) + 10 * noise(rng, 260)
    picture = tone + (pores + shade)[..., None] * np.array([1.0, 0.9, 0.8])
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    for _ in range(14):
        x, y, radius = rng.uniform(0, WIDTH), rng.uniform(0, HEIGHT), rng.uniform(3, 14)
        depth = np.clip(1.4 - np.hypot(columns - x, (rows - y) * rng.uniform(0.7, 1.4)) / radius, 0, 1)
        picture = picture - depth[..., None] * np.array([30, 55, 55]) * rng.uniform(0.4, 1.2)
    edge = ((columns / WIDTH - rng.uniform(0.4, 0.6)) / 0.55) ** 2 + ((rows / HEIGHT - 0.55) / 0.6) ** 2
    body = np.clip((1 - edge - 0.07 * noise(rng, 160)) * 25, 0, 1)[..., None]
    picture = body * picture + (1 - body) * (wall + 4 * noise(rng, 300)[..., None])
    return np.clip(picture + rng.normal(0, 1.2, picture.shape), 0, 255).astype(np.uint8)
