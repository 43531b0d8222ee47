"""What publishing does to photos: resizing, cropping, turning, colouring, writing over, masking, collages.

Each transform takes a picture (height x width x 3 uint8) and a random generator, and gives what the public sees.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from matching_pictures import Pixels

Transform = Callable[[Pixels, np.random.Generator], Pixels]
WHITE, PEN = (255, 255, 255), cv2.FONT_HERSHEY_DUPLEX


def jpeg(pixels: Pixels, quality: int = 82) -> Pixels:
    """Saved as JPEG and opened again."""
    data = cv2.imencode(".jpg", pixels[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])[1]
    return np.ascontiguousarray(cv2.imdecode(data, cv2.IMREAD_COLOR)[..., ::-1]).astype(np.uint8)


def sized(pixels: Pixels, long_side: int) -> Pixels:
    """Resized so that the longer side has this many pixels."""
    scale = long_side / max(pixels.shape[:2])
    size = (max(1, round(pixels.shape[1] * scale)), max(1, round(pixels.shape[0] * scale)))
    return resized(pixels, size)


def resized(pixels: Pixels, size: tuple[int, int]) -> Pixels:
    """Resized to a width and height."""
    way = cv2.INTER_AREA if size[0] < pixels.shape[1] else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(pixels, size, interpolation=way), dtype=np.uint8)


def filled(pixels: Pixels, width: int, height: int) -> Pixels:
    """The middle of the picture, cut to this shape and size, as platforms and themes do it."""
    scale = max(width / pixels.shape[1], height / pixels.shape[0])
    grown = resized(pixels, (max(width, round(pixels.shape[1] * scale)), max(height, round(pixels.shape[0] * scale))))
    left, top = (grown.shape[1] - width) // 2, (grown.shape[0] - height) // 2
    return np.ascontiguousarray(grown[top : top + height, left : left + width])


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
    return np.asarray(cv2.warpAffine(pixels, matrix, (width, height), borderValue=WHITE), dtype=np.uint8)


def filtered(pixels: Pixels) -> Pixels:
    """Warmer, more contrast, a vignette."""
    rows, columns = np.mgrid[-1 : 1 : pixels.shape[0] * 1j, -1 : 1 : pixels.shape[1] * 1j]
    dark = 1 - 0.35 * np.clip(np.hypot(rows, columns) - 0.5, 0, 1)
    warm = 255 * (pixels / 255.0) ** np.array([0.85, 1.0, 1.2]) * 1.1 - 10
    return np.clip(warm * dark[..., None], 0, 255).astype(np.uint8)


def grey(pixels: Pixels) -> Pixels:
    """Black and white."""
    return np.repeat(pixels.mean(axis=2, keepdims=True), 3, axis=2).astype(np.uint8)


def lettered(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """Three lines of bold text across the picture."""
    out = pixels.copy()
    for line, words in enumerate(("BEFORE & AFTER", "Only 6 weeks!", "book now - link in bio")):
        place = (round(0.04 * out.shape[1]), round(out.shape[0] * (rng.uniform(0.2, 0.3) + 0.2 * line)))
        pen = max(1, round(out.shape[1] / 180))
        cv2.putText(out, words, place, PEN, out.shape[1] / 420, WHITE, pen, cv2.LINE_AA)
    return out


def watermarked(pixels: Pixels) -> Pixels:
    """The practice's name repeated all over at 35 %."""
    layer, unit = pixels.copy(), pixels.shape[1] / 900
    for row in range(round(pixels.shape[0] / unit / 150)):
        for column in range(3):
            place = (round((column * 330 - 60 * (row % 2)) * unit), round((90 + row * 150) * unit))
            cv2.putText(layer, "EXAMPLE CLINIC", place, 0, 1.2 * unit, WHITE, max(1, round(3 * unit)), cv2.LINE_AA)
    return cv2.addWeighted(layer, 0.35, pixels, 0.65, 0).astype(np.uint8)


def barred(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """A black bar over a fifth of the height, from side to side."""
    out = pixels.copy()
    top = round(out.shape[0] * rng.uniform(0.2, 0.5))
    out[top : top + out.shape[0] // 5] = 0
    return out


def screenshot(pixels: Pixels) -> Pixels:
    """A story as a phone's screen shows it: status bar, account, the picture fitted in, a caption."""
    screen = np.full((1920, 1080, 3), 250, np.uint8)
    scale = min(1080 / pixels.shape[1], 1440 / pixels.shape[0])
    inner = resized(pixels, (round(pixels.shape[1] * scale), round(pixels.shape[0] * scale)))
    top, left = 180 + (1440 - inner.shape[0]) // 2, (1080 - inner.shape[1]) // 2
    screen[top : top + inner.shape[0], left : left + inner.shape[1]] = inner
    cv2.putText(screen, "9:41", (60, 70), PEN, 1.4, (20, 20, 20), 3, cv2.LINE_AA)
    cv2.circle(screen, (90, 130), 34, (200, 120, 140), -1, cv2.LINE_AA)
    cv2.putText(screen, "quillfeather", (150, 145), PEN, 1.1, (20, 20, 20), 2, cv2.LINE_AA)
    cv2.putText(screen, "128 likes", (50, 1730), PEN, 1.2, (20, 20, 20), 2, cv2.LINE_AA)
    cv2.putText(screen, "so happy with this result", (50, 1810), PEN, 1, (60, 60, 60), 2)
    return sized(screen, 1280)


def bordered(pixels: Pixels) -> Pixels:
    """Padded to a square with white."""
    height, width = pixels.shape[:2]
    side = round(max(height, width) * 1.06)
    out = np.full((side, side, 3), 255, np.uint8)
    top, left = (side - height) // 2, (side - width) // 2
    out[top : top + height, left : left + width] = pixels
    return out


TRANSFORMS: dict[str, Transform] = {
    "resize 1080": lambda p, r: jpeg(sized(p, 1080)),
    "resize 320": lambda p, r: jpeg(sized(p, 320), 80),
    "WordPress 1024": lambda p, r: jpeg(sized(p, 1024)),
    "WordPress 300": lambda p, r: jpeg(sized(p, 300)),
    "WordPress 150 square": lambda p, r: jpeg(filled(p, 150, 150)),
    "Instagram square": lambda p, r: jpeg(filled(p, 1080, 1080), 75),
    "Instagram 4:5": lambda p, r: jpeg(filled(p, 1080, 1350), 75),
    "JPEG q30": lambda p, r: jpeg(p, 30),
    "crop 75 %": lambda p, r: jpeg(crop(p, r, 0.75)),
    "crop 50 %": lambda p, r: jpeg(crop(p, r, 0.50)),
    "crop 30 %": lambda p, r: jpeg(crop(p, r, 0.30)),
    "mirror": lambda p, r: jpeg(np.ascontiguousarray(p[:, ::-1])),
    "turned 90": lambda p, r: jpeg(np.ascontiguousarray(np.rot90(p))),
    "turned 5": lambda p, r: jpeg(turned(p, 5)),
    "turned 15": lambda p, r: jpeg(turned(p, -15)),
    "filter": lambda p, r: jpeg(filtered(p)),
    "black and white": lambda p, r: jpeg(grey(p)),
    "text": lambda p, r: jpeg(lettered(p, r)),
    "watermark": lambda p, r: jpeg(watermarked(p)),
    "mask bar": lambda p, r: jpeg(barred(p, r)),
    "screenshot of a story": lambda p, r: jpeg(screenshot(p)),
    "border": lambda p, r: jpeg(bordered(p)),
    "4 edits, 640 q60": lambda p, r: jpeg(sized(lettered(filtered(crop(p[:, ::-1], r, 0.5)), r), 640), 60),
}


@dataclass(frozen=True)
class Layout:
    """How a collage is put together: rows of panel widths, all of one height; shares of the photos shown."""

    widths: tuple[tuple[int, ...], ...]
    height: int
    gutter: int
    shares: tuple[float, ...] = (0.7,)
    labels: bool = False

    @property
    def panels(self) -> int:
        """How many pictures go in."""
        return sum(map(len, self.widths))

    def laid(self, parts: Sequence[Pixels], rng: np.random.Generator) -> Pixels:
        """The collage on white."""
        wide = max(sum(row) + self.gutter * (len(row) - 1) for row in self.widths)
        high = len(self.widths) * (self.height + self.gutter) - self.gutter
        out = np.full((high, wide, 3), 255, np.uint8)
        waiting = list(enumerate(parts))
        for number, row in enumerate(self.widths):
            left, top = 0, number * (self.height + self.gutter)
            for width in row:
                position, part = waiting.pop(0)
                shown = filled(crop(part, rng, self.shares[position % len(self.shares)]), width, self.height)
                out[top : top + self.height, left : left + width] = shown
                if self.labels:
                    words = ("BEFORE", "AFTER 6 WEEKS")[position % 2]
                    cv2.putText(out, words, (left + 15, top + 60), PEN, width / 420, WHITE, 3, cv2.LINE_AA)
                left += width + self.gutter
        return jpeg(out)


LAYOUTS = {
    "side by side": Layout(((540, 540),), 720, 0),
    "stacked": Layout(((720,), (720,)), 540, 8),
    "2x2": Layout(((540, 540), (540, 540)), 540, 8),
    "unequal crops": Layout(((420, 660),), 720, 6, shares=(0.45, 0.85)),
    "labels over it": Layout(((540, 540),), 720, 4, labels=True),
}
