"""Small invented skin photos for tests: textured enough to be recognised, the same for the same seed."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from before_you_post.records import Original


def noise(rng: np.random.Generator, side: float, height: int, width: int) -> NDArray[np.float32]:
    """Smooth noise of unit deviation with blobs of about ``side`` pixels."""
    coarse = rng.standard_normal((int(height / side) + 3, int(width / side) + 3)).astype(np.float32)
    grown = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    return np.asarray(grown / grown.std())


def skin(seed: int, height: int = 480, width: int = 360) -> NDArray[np.uint8]:
    """One invented patient's skin, height x width x 3."""
    rng = np.random.default_rng(seed)
    tone = np.array([225, 178, 150]) * rng.uniform(0.5, 1.0)
    relief = sum(weight * noise(rng, side, height, width) for weight, side in ((5, 3), (6, 8), (8, 30), (12, 120)))
    picture = tone + np.asarray(relief)[..., None] * np.array([1.0, 0.9, 0.8])
    rows, columns = np.mgrid[0:height, 0:width]
    for _ in range(14):
        x, y, radius = rng.uniform(0, width), rng.uniform(0, height), rng.uniform(2, 9)
        picture -= np.clip(1.4 - np.hypot(columns - x, rows - y) / radius, 0, 1)[..., None] * np.array([30, 55, 55])
    return np.clip(picture, 0, 255).astype(np.uint8)


def twin(seed: int) -> NDArray[np.uint8]:
    """The same skin a moment later: a few pixels on, a little turned, with grain of its own."""
    picture = skin(seed)
    height, width = picture.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), 0.4, 1.0)
    matrix[:, 2] += (3, -2)
    rng = np.random.default_rng((seed, 1))
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    moved = cv2.warpAffine(picture, matrix, (width, height), borderMode=cv2.BORDER_REFLECT)
    bent = (columns + 0.6 * noise(rng, 60, height, width), rows + 0.6 * noise(rng, 60, height, width))
    moved = cv2.remap(moved, *bent, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT)
    return np.clip(moved + rng.normal(0, 2, moved.shape), 0, 255).astype(np.uint8)


def encoded(pixels: NDArray[np.uint8], kind: str = "JPEG", **options: object) -> bytes:
    """The picture as the bytes of a file."""
    file = BytesIO()
    Image.fromarray(pixels).save(file, kind, **options)  # type: ignore[arg-type]
    return file.getvalue()


def saved(path: Path, pixels: NDArray[np.uint8], **options: object) -> Path:
    """The picture as a file, of the kind its ending says."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(encoded(pixels, "PNG" if path.suffix == ".png" else "JPEG", **options))
    return path


def original(path: Path, name: str | None = None) -> Original:
    """An original of the library, not yet said whose."""
    return Original(id=name or path.name, path=str(path))
