"""Pairs of an original and its published panel with the truth about them: edited by a known hand, or only published.

    for case in edited(seed=7, each=2): ...      # every kind of edit of ``EDITS``
    for case in benign(seed=7, each=2): ...      # every way to publish of ``NEGATIVES``

Everything follows from the seed. Thresholds are chosen with seed 7, the table is of seed 23.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from edit_pictures import Pixels, Source, sources
from edit_publishing import NEGATIVES, Copy, on_the_way, saved, sized, whole
from edit_publishing import cropped as part
from edit_retouches import Edit, Place, Retouched, everywhere, global_change, local_lab, saturated, smoothed
from edit_retouches import spots_removed as spots
from edit_shapes import barred, blurred, lettered, liquified, logo, pixelated, slimmed, stickered

from before_you_post.matching import geometry as g
from before_you_post.records import EditFamily, Match

F = EditFamily
EDITS: tuple[Edit, ...] = (
    Edit(name="brightness +6 %", family=F.COLOUR, target=0.98, do=global_change(lambda v: v * 1.06)),
    Edit(name="contrast +10 %", family=F.COLOUR, target=0.98, do=global_change(lambda v: (v - 0.5) * 1.1 + 0.5)),
    Edit(name="gamma 0.9", family=F.COLOUR, target=0.98, do=global_change(lambda v: v**0.9)),
    Edit(name="saturation +15 %", family=F.COLOUR, target=0.98, do=global_change(saturated)),
    Edit(name="warmer", family=F.COLOUR, target=0.98, do=global_change(lambda v: v * (1.05, 1.0, 0.94))),
    Edit(name="whitened place, L* +6", family=F.WHITENING, target=0.98, do=local_lab(6, 0, 0.25)),
    Edit(name="whitened place, L* +3", family=F.WHITENING, target=None, do=local_lab(3, 0, 0.12)),
    Edit(name="redness halved in a place", family=F.WHITENING, target=0.98, do=local_lab(1.5, 0.5, 0)),
    Edit(name="smoothing of a place", family=F.SMOOTHING, target=0.98, do=smoothed(1.0, local=True)),
    Edit(name="smoothing all over", family=F.SMOOTHING, target=0.98, do=smoothed(1.0, local=False)),
    Edit(name="mild smoothing of a place", family=F.SMOOTHING, target=0.6, do=smoothed(0.6, local=True)),
    Edit(name="mild smoothing all over", family=F.SMOOTHING, target=0.6, do=smoothed(0.6, local=False)),
    Edit(name="1 spot of radius 10", family=F.SPOTS, target=0.9, do=spots(1, 10)),
    Edit(name="3 spots of radius 6", family=F.SPOTS, target=0.9, do=spots(3, 6)),
    Edit(name="1 spot of radius 6", family=F.SPOTS, target=0.9, do=spots(1, 6)),
    Edit(name="1 spot of radius 4", family=F.SPOTS, target=None, do=spots(1, 4)),
    Edit(name="1 spot of radius 3", family=F.SPOTS, target=None, do=spots(1, 3)),
    Edit(name="liquify 6 px", family=F.WARP, target=0.9, do=liquified(6)),
    Edit(name="liquify 4 px", family=F.WARP, target=0.9, do=liquified(4)),
    Edit(name="liquify 2 px", family=F.WARP, target=None, do=liquified(2)),
    Edit(name="slimming 6 px", family=F.WARP, target=0.9, do=slimmed(6)),
    Edit(name="slimming 4 px", family=F.WARP, target=0.9, do=slimmed(4)),
    Edit(name="slimming 3 px", family=F.WARP, target=None, do=slimmed(3)),
    Edit(name="black bar", family=F.MASK, target=0.98, do=barred((0, 0, 0))),
    Edit(name="white bar", family=F.MASK, target=0.98, do=barred((255, 255, 255))),
    Edit(name="blurred box", family=F.MASK, target=0.98, do=blurred(12)),
    Edit(name="pixelated box", family=F.MASK, target=0.98, do=pixelated(14)),
    Edit(name="text", family=F.OVERLAY, target=0.98, do=lettered("book now - link in bio", 0.02)),
    Edit(name="label Before", family=F.OVERLAY, target=0.98, do=lettered("Before", 0.035)),
    Edit(name="sticker", family=F.OVERLAY, target=0.98, do=stickered),
    Edit(name="logo", family=F.OVERLAY, target=0.98, do=logo(1.0)),
    Edit(name="watermark 35 %", family=F.OVERLAY, target=None, do=logo(0.35)),
)
CROPS = (0.75, 0.5, 0.3)  # shares of the area


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One pair, and what is true of it."""

    name: str  # of the edit or of the way to publish
    family: EditFamily | None  # None = nothing was done to it
    source: str
    kind: str  # of the source: "skin", "rendered", "photograph"
    textured: bool
    original: Pixels
    published: Pixels
    match: Match  # as matching would give it: right to about a pixel
    place: Place  # published pixels that were changed
    target: float | None = None
    shown: float  # share of the original's area that the panel shows


def edited(seed: int, each: int, *, only: EditFamily | None = None, name: str | None = None) -> Iterator[Case]:
    """``each`` rendered patients and photographs, and three times as many skins, under every kind of edit.

    They are published in ways that follow from the seed, too.
    """
    for number, edit in enumerate(EDITS):
        if only in (None, edit.family) and name in (None, edit.name):
            for chosen, rng in _chosen(seed, each, number):
                step, scale = on_the_way(rng, chosen.pixels)
                done = edit.do(chosen.pixels, rng, 1 / scale)
                copy = step(whole(done.pixels), rng)
                yield _case(edit.name, edit.family, chosen, done, copy, rng, edit.target)
    for number, share in enumerate(CROPS):
        if only in (None, EditFamily.CROP) and name in (None, crop_name(share)):
            for chosen, rng in _chosen(seed, each, 500 + number):
                copy = saved(sized(part(whole(chosen.pixels), rng, share), 900), 80)
                yield _case(crop_name(share), EditFamily.CROP, chosen, _untouched(chosen.pixels), copy, rng, 0.98)


def crop_name(share: float) -> str:
    """What an edit is called that leaves this share of the area."""
    return f"crop to {share:.0%}"


def benign(seed: int, each: int, *, name: str | None = None) -> Iterator[Case]:
    """As many pictures in every way of publishing, unretouched."""
    for number, way in enumerate(NEGATIVES):
        if name not in (None, way.name):
            continue
        for chosen, rng in _chosen(seed, each, 1000 + number):
            original = way.master(chosen.pixels) if way.master else chosen.pixels
            copy = way.step(whole(original), rng)
            yield _case(way.name, None, chosen, _untouched(original), copy, rng)


def _chosen(seed: int, each: int, number: int) -> Iterator[tuple[Source, np.random.Generator]]:
    """Pictures of every kind by turns, so that the edits do not all meet the same ones."""
    pool: dict[str, list[Source]] = {}
    for source in _library(seed):
        pool.setdefault(source.kind, []).append(source)
    for kind, found in pool.items():
        turns = 3 * each if kind == "skin" else each
        for turn in range(turns):
            rng = np.random.default_rng((seed, number, turn, len(kind)))
            yield found[(number * turns + turn) % len(found)], rng


_MADE: dict[int, list[Source]] = {}


def _library(seed: int, count: int = 18) -> list[Source]:
    if seed not in _MADE:
        _MADE[seed] = sources(seed, count)
    return _MADE[seed]


def _untouched(pixels: Pixels) -> Retouched:
    return Retouched(original=pixels, pixels=pixels, place=~everywhere(pixels))


def _case(  # noqa: PLR0917 (one more or less is not clearer)
    name: str,
    family: EditFamily | None,
    source: Source,
    done: Retouched,
    copy: Copy,
    rng: np.random.Generator,
    target: float | None = None,
) -> Case:
    size = (copy.pixels.shape[1], copy.pixels.shape[0])
    place = cv2.warpAffine(done.place.astype(np.uint8), copy.matrix, size, flags=cv2.INTER_NEAREST)
    corners = g.apply_to_edges(g.inverse(copy.matrix), copy.panel)
    height, width = done.original.shape[:2]
    area = float(cv2.contourArea(corners.astype(np.float32))) / (height * width)
    match = Match(
        original=source.name,
        outline=g.outline(copy.panel),
        original_outline=g.outline(corners + rng.normal(0, 0.4, (4, 2))),
        mirrored=g.is_mirrored(copy.matrix),
        angle=g.angle(copy.matrix),
        scale=g.scale(copy.matrix),
        inliers=200,
    )
    return Case(
        name=name,
        family=family,
        source=source.name,
        kind=source.kind,
        textured=source.textured,
        original=done.original,
        published=copy.pixels,
        match=match,
        place=place > 0,
        target=target,
        shown=min(1.0, area),
    )
