"""The pictures of the matching benchmark: procedural skin, rendered patients, and photographs from Python packages.

Nothing here is a photograph of a patient. Procedural skin comes with burst twins (shot a moment later) and re-shoots
(the same skin at another visit). Rendered patients are the originals of the sample practice; some are left out of the
library, because a picture whose patient or whose other visit is in it is the hardest stranger there is.
"""

from __future__ import annotations

import importlib.util
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from before_you_post.photos import open_picture

Pixels = NDArray[np.uint8]
SAMPLE = Path(__file__).parents[1] / "sample_data" / "quillfeather" / "originals"
HEIGHT, WIDTH = 1200, 900
SCENES, TWINS, RESHOOTS = 48, 16, 24
# Photographs in the public domain, under CC0, BSD or (china, flower) CC BY, as their packages say.
PHOTOGRAPHS = {
    "skimage/data": (
        "astronaut.png brick.png camera.png cell.png chelsea.png coffee.png coins.png grass.png gravel.png "
        "hubble_deep_field.jpg ihc.png moon.png motorcycle_left.png retina.jpg rocket.jpg"
    ),
    "sklearn/datasets/images": "china.jpg flower.jpg",
}
_DETAIL = 2.0  # grey levels of fine detail that a patch of skin needs to be called textured
_TEXTURED = 0.5  # of the patches


def noise(rng: np.random.Generator, side: float, shape: tuple[int, int] = (HEIGHT, WIDTH)) -> NDArray[np.float32]:
    """Smooth noise of unit deviation whose blobs measure about ``side`` pixels."""
    small = (max(4, round(shape[0] / side) + 3), max(4, round(shape[1] / side) + 3))
    grown = cv2.resize(rng.standard_normal(small).astype(np.float32), shape[::-1], interpolation=cv2.INTER_CUBIC)
    return np.asarray(grown / (grown.std() + 1e-6), dtype=np.float32)


@dataclass(frozen=True)
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


@dataclass(frozen=True)
class Stock:
    """Everything the benchmark draws its published pictures from, by name."""

    library: dict[str, Pixels]
    textured: tuple[str, ...]  # of the library, no shots of a burst
    plain: tuple[str, ...]
    bursts: tuple[str, ...]  # both shots of every burst
    strangers: dict[str, dict[str, Pixels]]  # by kind, not in the library


def make_stock(folder: Path, seed: int) -> Stock:
    """Write the originals of the library into a folder, and make everything else in memory."""
    library: dict[str, Pixels] = {}
    for number in range(SCENES):
        library[f"scene-{number:02}.jpg"] = Scene(seed * 1000 + number).photo()
        if number < TWINS:
            library[f"scene-{number:02}-twin.jpg"] = Scene(seed * 1000 + number).photo(twin=True)
    library |= photographs()
    for name, pixels in library.items():
        cv2.imwrite(str(folder / name), pixels[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, 92])
    rendered = {path: open_picture(path).pixels for path in sorted(SAMPLE.rglob("*.jpg"))}
    elsewhere, other_visit = _left_out(list(rendered))
    for path, pixels in rendered.items():
        if path not in elsewhere and path not in other_visit:
            library[_name(path)] = pixels
            (folder / _name(path)).write_bytes(path.read_bytes())
    shots = Counter(map(scene_of, library))
    bursts = tuple(name for name in library if shots[scene_of(name)] > 1)
    singles = [name for name in library if name not in bursts]
    strangers = {
        "not in the library": {f"new-{n}": Scene(seed * 1000 + 500 + n).photo() for n in range(RESHOOTS)},
        "same skin, another visit": {f"visit-{n}": Scene(seed * 1000 + n).photo(visit=1) for n in range(RESHOOTS)},
        "rendered, another patient": {_name(path): rendered[path] for path in elsewhere},
        "rendered, another visit": {_name(path): rendered[path] for path in other_visit},
    }
    rough = {name for name in singles if is_textured(library[name])}
    return Stock(
        library,
        tuple(name for name in singles if name in rough),
        tuple(name for name in singles if name not in rough),
        bursts,
        strangers,
    )


def photographs() -> dict[str, Pixels]:
    """Photographs that ship in installed packages, by name; none where the packages are not installed."""
    found: dict[str, Pixels] = {}
    for place, names in PHOTOGRAPHS.items():
        package, _, inside = place.partition("/")
        spec = importlib.util.find_spec(package)
        if spec is None or spec.origin is None:
            continue
        for name in names.split():
            pixels = open_picture(Path(spec.origin).parent / inside / name).pixels
            found[f"photograph-{Path(name).stem}.jpg"] = pixels
    return found


def is_textured(pixels: Pixels) -> bool:
    """Whether at least half of a picture's patches have fine detail, looked at with 480 pixels."""
    scale = 480 / max(pixels.shape[:2])
    grey = cv2.cvtColor(cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), cv2.COLOR_RGB2GRAY)
    fine = grey.astype(np.float32) - cv2.GaussianBlur(grey.astype(np.float32), (0, 0), 4.0)
    deviation = np.sqrt(cv2.resize(fine**2, None, fx=0.1, fy=0.1, interpolation=cv2.INTER_AREA))
    return bool((deviation > _DETAIL).mean() >= _TEXTURED)


def scene_of(name: str) -> str:
    """Shots of one burst share a scene: ``scene-03.jpg`` and ``scene-03-twin.jpg``, ``...-after-1`` and ``-2``."""
    return re.sub(r"-(twin|[12])\.jpg$", ".jpg", name)


def _name(path: Path) -> str:
    return "rendered-" + path.relative_to(SAMPLE).as_posix().replace("/", "-")


def _left_out(paths: list[Path]) -> tuple[set[Path], set[Path]]:
    """Every fifth patient, and of every third other patient the photos taken after treatment."""
    patients = sorted({path.parent.name for path in paths})
    strangers = set(patients[::5])
    halved = set([patient for patient in patients if patient not in strangers][::3])
    elsewhere = {path for path in paths if path.parent.name in strangers}
    later = {path for path in paths if path.parent.name in halved and "-after" in path.stem}
    return elsewhere, later
