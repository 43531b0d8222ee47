"""Was the colour or light of the whole picture changed: brighter, more contrast, warmer, black and white?

``published_copy`` fits the one change of colour that explains most of the pair; here is asked how far it leads from
"unchanged". A picture whose colour profile got lost looks paler though nobody touched it: that change is known
exactly, number by number, and is no edit.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from ..records import EditState
from .alignment import Aligned
from .found import Found, not_assessable
from .published_copy import Floats, blur, grey, recoloured

UNIT = "colour difference (CIE76)"
_SEEN = 1.75  # colour difference of the fitted change; recompressing and converting stay below 1.65
_PROFILE = 1.0  # colour difference by which a lost profile's exact change may be missed
_TONES = 200  # different places to fit colour to, at least
_UNSURE = 6.0  # grey levels by which places differ from the fit; more, and there is no one change to speak of
_GREY = 2.0  # CIE a*b* of a picture without colour

_SRGB = np.array([[0.41239, 0.35758, 0.18048], [0.21264, 0.71517, 0.07219], [0.01933, 0.11919, 0.95053]])


@dataclass(frozen=True, slots=True)
class _Profile:
    """A colour profile that cameras write into files: its primaries as XYZ, and its curve."""

    to_xyz: NDArray[np.float64]
    gamma: float | None  # None = the curve of sRGB


# IEC 61966-2-1, SMPTE EG 432-1 with Apple's curve, Adobe RGB (1998); all for daylight at 6500 K.
_PROFILES = (
    _Profile(np.array([[0.48657, 0.26567, 0.19822], [0.22897, 0.69174, 0.07929], [0.0, 0.04511, 1.04394]]), None),
    _Profile(np.array([[0.57667, 0.18556, 0.18823], [0.29734, 0.62736, 0.07529], [0.02703, 0.07069, 0.99134]]), 2.2),
)


def check(pair: Aligned) -> Found:
    """Compare the colours of the whole panel with those of the original."""
    tones = pair.copy.colour.tones
    if len(tones) < _TONES:
        return not_assessable("too little of the original is left uncovered to compare its colours")
    if pair.copy.colour.spread > _UNSURE:
        return not_assessable("the colours differ from place to place, so no one change of the whole can be told")
    changed = recoloured(tones[None], pair.copy.colour)[0]
    before, after = lab(tones), lab(changed)
    apart = _typical(after - before)
    light = float(np.median(grey(tones[None])))
    sensitivity = f"brightness changes of {_percent(light)} % or more, and as much in any colour"
    lost = min(_typical(after - lab(_numbers(tones, profile))) for profile in _PROFILES)
    if lost < min(_PROFILE, apart / 2):
        sensitivity += "; a colour profile got lost on the way, which makes the colours paler and is no edit"
        return Found(state=EditState.NONE_FOUND, sensitivity=sensitivity)
    if apart < _SEEN:
        return Found(state=EditState.NONE_FOUND, measure=round(apart, 1), unit=UNIT, sensitivity=sensitivity)
    return Found(
        state=EditState.EDITED,
        what=_what(before, after),
        measure=round(apart, 1),
        unit=UNIT,
        sensitivity=sensitivity,
        heat=_heat(pair),
    )


def lab(colours: Floats) -> Floats:
    """CIE L*a*b* of sRGB colours (0 to 255), same shape."""
    flat = np.ascontiguousarray(colours.reshape(1, -1, 3) / np.float32(255), np.float32)
    return np.asarray(cv2.cvtColor(flat, cv2.COLOR_RGB2LAB), dtype=np.float32).reshape(colours.shape)


def _typical(apart: Floats) -> float:
    """Colour difference that a fifth of the places exceeds: a change may spare the darkest or the palest."""
    return float(np.percentile(np.linalg.norm(apart, axis=-1), 80))


def _numbers(colours: Floats, profile: _Profile) -> Floats:
    """The numbers that a file with this profile holds for sRGB colours: what is shown once the profile is lost."""
    values = colours.astype(np.float64) / 255
    linear = np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
    linear = (linear @ (np.linalg.inv(profile.to_xyz) @ _SRGB).T).clip(0, 1)
    if profile.gamma:
        return np.asarray(255 * linear ** (1 / profile.gamma), dtype=np.float32)
    curved = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    return np.asarray(255 * curved, dtype=np.float32)


def _percent(light: float) -> int:
    """The change of brightness in per cent that would just be seen at this lightness (grey level)."""
    for percent in range(1, 60):
        shown = np.full((1, 3), light, np.float32)
        if np.linalg.norm(lab(shown * np.float32(1 + percent / 100)) - lab(shown)) >= _SEEN:
            return percent
    return 60


def _what(before: Floats, after: Floats) -> str:
    """The change in a word or two, by what it changed most."""
    (light, red, yellow), (was_spread, is_spread) = (
        np.median(after - before, axis=0),
        (float(np.std(values[:, 0])) for values in (before, after)),
    )
    was, now = (float(np.median(np.hypot(values[:, 1], values[:, 2]))) for values in (before, after))
    if now < _GREY and was > 2 * _GREY:
        return "black and white"
    changes = {
        "brighter": light,
        "darker": -light,
        "more contrast": is_spread - was_spread,
        "less contrast": was_spread - is_spread,
        "stronger colours": now - was,
        "paler": was - now,
        "warmer": yellow,
        "cooler": -yellow,
        "redder": red,
        "less red": -red,
    }
    most = sorted(changes, key=lambda word: -changes[word])
    return (
        " and ".join(word for word in most[:2] if changes[word] > 0.5 * max(1.0, changes[most[0]])) or "other colours"
    )


def _heat(pair: Aligned) -> Floats:
    """How far each place is from the original's colour, 1 at ten times what is seen."""
    apart = lab(blur(pair.published, 2.0)) - lab(blur(pair.original, 2.0))
    return np.asarray((np.linalg.norm(apart, axis=2) / (10 * _SEEN)).clip(0, 1) * pair.inside, dtype=np.float32)
