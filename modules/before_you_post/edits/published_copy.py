"""What honest publishing does to a picture: another size, another sharpness, another colour, compression.

None of these is an edit of what the picture shows, and each of them differs from platform to platform. So nothing is
assumed about the platform: sharpness and colour are fitted to the pair itself, the compression is read from the
published pixels, and all are done to the original in turn. What then still differs, somebody did to a place.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]

UNCOMPRESSED = 97  # a JPEG of this quality or more changes nothing that matters here
_BANDS = (0.7, 1.4, 2.8)  # pixels (sigma): the edges of the bands of detail whose sharpness is fitted
_SAMPLES = 6000  # pixels to which colour is fitted
_BLOCKS = 3000  # of 8 x 8 pixels, from which the compression is read

_OUTSIDE = 4.5  # times the usual distance from the fit; what is further away has no say in it
_NEAR = 3.0  # grey levels by which a place may be away from the fit and still follow it
_UNEVEN = 2.0  # grey levels: no one change explains a picture in which half of the places are further away
_BEYOND, _CUT_OFF = 4.0, 0.01  # grey levels by which the fit leads beyond all there is, and share of places: cut off
_LOW, _HIGH = np.zeros(3, np.float32), np.full(3, 255, np.float32)
_UNCHANGED = np.vstack([np.zeros((1, 3)), 255 * np.eye(3), np.zeros((6, 3))])

# Luminance steps of JPEG at quality 50 (ITU-T T.81, annex K.1), which almost every encoder scales.
_STEPS = np.array(
    [
        [16, 11, 10, 16, 24, 40, 51, 61],
        [12, 12, 14, 19, 26, 58, 60, 55],
        [14, 13, 16, 24, 40, 57, 69, 56],
        [14, 17, 22, 29, 51, 87, 80, 62],
        [18, 22, 37, 56, 68, 109, 103, 77],
        [24, 35, 55, 64, 81, 104, 113, 92],
        [49, 64, 78, 87, 103, 121, 120, 101],
        [72, 92, 95, 98, 112, 100, 103, 99],
    ]
)
_READ = ((0, 1), (1, 0), (1, 1), (0, 2), (2, 0), (1, 2), (2, 1), (0, 3), (3, 0))  # frequencies that are rarely zero


@dataclass(frozen=True, slots=True, kw_only=True)
class Recolouring:
    """A change of colour of a whole picture: brighter, warmer, converted, faded."""

    weights: NDArray[np.float64]  # 10 x 3: weights of the terms of ``terms``, for red, green and blue
    low: Floats  # 3: darkest value of each colour that the change leaves, where it cuts any off; else 0
    high: Floats  # 3: the brightest; a filter that fades after it clipped leaves none above that; else 255
    tones: Floats  # n x 3: colours of the original to which it was fitted, 0 to 255
    spread: float  # grey levels by which places differ from it (median)


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """What publishing did to the whole picture, as far as the pair shows it."""

    quality: int  # of the JPEG, 1 to 100; UNCOMPRESSED or more where no trace of compression was read
    sharpness: tuple[float, ...]  # gain of each band of detail, finest first; 1.0 = as in the original
    colour: Recolouring


def grey(pixels: Floats) -> Floats:
    """Lightness as JPEG takes it (ITU-R BT.601), height x width."""
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), dtype=np.float32)


def blur(values: Floats, sigma: float) -> Floats:
    """Gaussian blur."""
    return np.asarray(cv2.GaussianBlur(values, (0, 0), sigma), dtype=np.float32)


def jpeg_quality(photo: NDArray[np.uint8]) -> int:
    """Quality at which a picture was last saved as JPEG, read from its pixels (height x width x 3).

    A saved picture has only whole multiples of each frequency's step. The coarsest steps that fit are those of the
    file; UNCOMPRESSED where only the finest do, or where the blocks do not begin at the corner (a screenshot).
    """
    luma = np.asarray(cv2.cvtColor(photo, cv2.COLOR_RGB2YCrCb)[..., 0], np.float64) - 128
    rows, columns = luma.shape[0] // 8, luma.shape[1] // 8
    blocks = luma[: rows * 8, : columns * 8].reshape(rows, 8, columns, 8).swapaxes(1, 2).reshape(-1, 8, 8)
    blocks = blocks[:: max(1, len(blocks) // _BLOCKS)]
    if not len(blocks):
        return UNCOMPRESSED
    waves = cv2.dct(np.eye(8), flags=cv2.DCT_ROWS)
    spectra = waves.T @ blocks @ waves
    for quality in range(10, UNCOMPRESSED):
        steps = _steps(quality)
        if _fits(spectra, steps):
            return quality
    return UNCOMPRESSED


def _steps(quality: int) -> NDArray[np.float64]:
    scale = 5000 / quality if quality < 50 else 200 - 2 * quality
    return np.asarray(np.clip(np.floor((_STEPS * scale + 50) / 100), 1, 255), dtype=np.float64)


def _fits(spectra: NDArray[np.float64], steps: NDArray[np.float64]) -> bool:
    away, chance = [], []
    for row, column in _READ:
        values, step = spectra[:, row, column], steps[row, column]
        values = values[np.abs(values) > 1.5]
        if len(values) < 40:
            continue
        away.append(np.median(np.abs(values - step * np.rint(values / step))))
        chance.append(step / 4)
    # Rounding to whole colours moves a coefficient by about 0.3; steps below 3 could not be told from that.
    return bool(away) and float(np.mean(away)) < min(0.6, 0.5 * float(np.mean(chance)))


def recompressed(pixels: Floats, quality: int, phase: tuple[int, int]) -> Floats:
    """The picture after saving as JPEG; ``phase`` (x, y) is where it lies in the 8-pixel blocks of the whole photo."""
    if quality >= UNCOMPRESSED:
        return pixels
    across, down = phase[0] % 16, phase[1] % 16  # blocks of colour are 16 pixels wide
    whole = cv2.copyMakeBorder(np.rint(pixels).clip(0, 255).astype(np.uint8), down, 0, across, 0, cv2.BORDER_REPLICATE)
    _, data = cv2.imencode(".jpg", whole[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])
    again = cv2.imdecode(data, cv2.IMREAD_COLOR)
    return np.ascontiguousarray(np.asarray(again)[down:, across:, ::-1], dtype=np.float32)


def terms(colours: Floats) -> Floats:
    """What colour is fitted with: 1, r, g, b, and their squares and products, n x 10; colours n x 3, 0 to 255."""
    red, green, blue = (colours / np.float32(255)).T
    one = np.ones_like(red)
    squares = (red * red, green * green, blue * blue, red * green, red * blue, green * blue)
    return np.stack([one, red, green, blue, *squares], axis=1)


def fit_colour(original: Floats, published: Floats, judged: Mask) -> Recolouring:
    """The one change of colour that explains most of the picture; pictures height x width x 3.

    Both are softened first, as fine detail is compressed away. Places that do not follow (an edit, a bar) lose their
    say step by step; where tones are few, the fit stays near "unchanged".
    """
    every = max(1, round((judged.sum() / _SAMPLES) ** 0.5))
    ours, theirs = (blur(picture, 2.0)[::every, ::every] for picture in (published, original))
    chosen = judged[::every, ::every]
    tones, seen = theirs[chosen], ours[chosen]
    if not len(tones):
        return Recolouring(weights=_UNCHANGED, low=_LOW, high=_HIGH, tones=tones, spread=0.0)
    low, high = (np.percentile(seen, share, axis=0).astype(np.float32) for share in (0.1, 99.9))
    # Clipped colours have lost what the fit asks about.
    usable = (np.minimum(tones, seen).min(axis=1) > 3) & (np.maximum(tones, seen).max(axis=1) < 252)
    if usable.sum() > 100:
        tones, seen = tones[usable], seen[usable]
    weights, away = _fitted(tones, seen, np.ones(len(tones)))
    if np.median(away) > _UNEVEN:  # no one change of the whole; perhaps a large part is as it was
        kept = np.abs(seen - tones).max(axis=1) < 2 * _NEAR
        other, other_away = _fitted(tones, seen, kept.astype(np.float64))
        if (other_away < _NEAR).sum() > (away < _NEAR).sum():
            weights, away = other, other_away
    reached = terms(tones) @ weights
    low = np.where((reached < low - _BEYOND).mean(axis=0) > _CUT_OFF, low, _LOW).astype(np.float32)
    high = np.where((reached > high + _BEYOND).mean(axis=0) > _CUT_OFF, high, _HIGH).astype(np.float32)
    return Recolouring(weights=weights, low=low, high=high, tones=tones, spread=float(np.median(away)))


def _fitted(tones: Floats, seen: Floats, start: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Weights of the terms, and by how many grey levels each place is away from the fit; ``start`` is who has a say."""
    known, weight, weights = terms(tones).astype(np.float64), start, _UNCHANGED
    hold = np.diag([0.02, 0.02, 0.02, 0.02, *[0.5] * 6]) * len(tones) / 1000
    away = np.abs(seen - tones).max(axis=1).astype(np.float64)
    for _ in range(8):
        weighted = known * weight[:, None]
        shift = np.linalg.solve(known.T @ weighted + hold, weighted.T @ (seen - known @ _UNCHANGED))
        weights = _UNCHANGED + shift
        away = np.abs(seen - known @ weights).max(axis=1)
        spread = max(0.5, float(np.median(away[weight > 0])) if weight.any() else 0.5)
        weight = np.clip(1 - (away / (_OUTSIDE * spread)) ** 2, 0, 1) ** 2
    return weights, away


def recoloured(pixels: Floats, change: Recolouring) -> Floats:
    """The picture with a fitted change of colour, 0 to 255."""
    colours = terms(pixels.reshape(-1, 3)) @ change.weights.astype(np.float32)
    return np.asarray(colours.clip(change.low, change.high), dtype=np.float32).reshape(pixels.shape)


def bands(luma: Floats) -> tuple[Floats, ...]:
    """Fine detail in three sizes, finest first; each height x width."""
    softer = (luma, *(blur(luma, sigma) for sigma in _BANDS))
    return tuple(fine - coarse for fine, coarse in pairwise(softer))


def fit_sharpness(coloured: Floats, compressed: Floats, published: Floats, judged: Mask) -> tuple[float, ...]:
    """Gain of each band of detail between the recoloured original and the published picture (all height x width).

    Compression takes detail away as well; ``compressed`` is the recoloured original after it, so that its share is
    not counted twice.
    """
    every = max(1, round((judged.sum() / 60_000) ** 0.5))
    chosen = judged[::every, ::every]
    detail = np.stack([band[::every, ::every][chosen] for band in bands(coloured)], axis=1)
    gains = []
    for picture in (published, compressed):
        fine = (picture - blur(picture, _BANDS[-1]))[::every, ::every][chosen]
        weight = np.ones(len(fine), np.float32)
        for _ in range(4):
            weighted = detail * weight[:, None]
            hold = 0.05 * len(fine)  # towards "unchanged" where there is no detail to tell
            gain = np.linalg.solve(weighted.T @ detail + hold * np.eye(3), weighted.T @ fine + hold)
            away = np.abs(fine - detail @ gain)
            weight = np.clip(1 - (away / (6 * max(0.3, float(np.median(away))))) ** 2, 0, 1).astype(np.float32) ** 2
        gains.append(gain)
    return tuple(float(value) for value in np.clip(gains[0] / np.maximum(gains[1], 0.1), 0.0, 4.0))


def sharpened(pixels: Floats, gains: tuple[float, ...]) -> Floats:
    """The picture with each band of its detail made stronger or weaker, in all colours alike as platforms do it."""
    change = sum((gain - 1) * band for gain, band in zip(gains, bands(grey(pixels)), strict=True))
    return np.asarray((pixels + np.asarray(change)[..., None]).clip(0, 255), dtype=np.float32)


def publish(
    original: Floats, published: Floats, judged: Mask, *, quality: int, phase: tuple[int, int]
) -> tuple[Floats, Copy]:
    """The original as honest publishing would show it, and what publishing did; all pictures height x width x 3."""
    change = fit_colour(original, published, judged)
    coloured = recoloured(original, change)
    compressed = recompressed(coloured, quality, phase)
    gains = fit_sharpness(grey(coloured), grey(compressed), grey(published), judged)
    expected = recompressed(sharpened(coloured, gains), quality, phase)
    return expected, Copy(quality=quality, sharpness=gains, colour=change)
