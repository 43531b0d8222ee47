# SPDX-License-Identifier: GPL-3.0-or-later
"""Skin painted as finely as the camera sees it: a texture laid over the body from where the camera stands.

The mesh's own texture has half a millimetre to a texel on arms, legs and back, too coarse for a photo of a hand. Seen
from the camera, every texel goes where it shows: a tenth of a millimetre in a close picture, and less to paint.
Marks still lie on the resting body, so they stay where they are from one photo to the next.
"""

from __future__ import annotations

import functools

import mesh
import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage
from scipy.spatial import cKDTree

Array = NDArray[np.floating]
SIZE = 2048
MARGIN = 1.12  # of the picture's height: the texture reaches a little beyond the frame


def from_camera(body: Array, aim: Array, view: dict) -> Array:
    """Each vertex's place in the texture, 0 to 1, and its distance from the camera: ``vertices x 3``."""
    turn, tilt, roll = (np.radians(view.get(name, 0)) for name in ("turn", "raise", "roll"))
    level = np.array([-np.sin(turn), 0, -np.cos(turn)])
    ahead = level * np.cos(tilt) - np.array([0, np.sin(tilt), 0])
    right = np.array([np.cos(turn), 0, -np.sin(turn)])
    up = np.cross(right, ahead)
    right, up = right * np.cos(roll) + up * np.sin(roll), up * np.cos(roll) - right * np.sin(roll)
    distance = view.get("distance", 1.3) * 10
    away = body - (aim - ahead * distance)
    depth = np.maximum(away @ ahead, 0.05)
    reach = MARGIN * 36 / view.get("lens", 125)  # of the texture, at depth 1
    return np.stack([0.5 + away @ right / depth / reach, 0.5 + away @ up / depth / reach, depth], 1)


def position_map(seen: Array, size: int = SIZE) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """For every texel the point of the resting body nearest to the camera there, and its place in the mesh's texture.

    NaN where there is no body. The faces farther away are filled first, so that nearer ones cover them.
    """
    resting, texture, _, _ = mesh.base()
    faces = mesh.faces_of("body")
    corners, inner = (np.array([[c[k] for c in face] for face in faces]) for k in (0, 1))
    spots = seen[corners]
    framed = ((spots[..., :2] > 0).any(1) & (spots[..., :2] < 1).any(1)).all(1)
    out = np.full((size, size, 5), np.nan, np.float32)
    for face in np.nonzero(framed)[0][np.argsort(-spots[framed, :, 2].mean(1))]:
        known = np.concatenate([resting[corners[face]], texture[inner[face]]], 1)
        x, y = spots[face, :, 0] * size, (1 - spots[face, :, 1]) * size
        for three in ([0, 1, 2], [0, 2, 3]):
            mesh.fill(out, known[three], x[three], y[three])
    return out[..., :3], out[..., 3:]


@functools.cache
def _surface(count: int = 300_000) -> tuple[Array, cKDTree]:
    """Points all over the resting body, even by area and always the same."""
    resting = mesh.base()[0]
    points, _, _ = mesh.on_surface(resting, lambda at: at[:, 1] > -99, count, np.random.default_rng(0))
    return points, cKDTree(points)


class Canvas:
    """A person's skin as one camera sees it: where each texel lies; what is outside the picture is not painted."""

    def __init__(self, seen: Array) -> None:
        self.where, self.texture = position_map(seen)
        self.points, self.tree = _surface()
        shown = self.where[::2, ::2].reshape(-1, 3)
        self.shown = shown[np.isfinite(shown[:, 0])]
        self.near = cKDTree(self.shown)

    def snap(self, points: Array) -> Array:
        """Rough points pulled onto the skin: exactly where it shows, and never into the picture from outside it."""
        points = np.atleast_2d(np.asarray(points, float))
        far, which = self.tree.query(points)
        out = self.points[which]
        seen, texel = self.near.query(points)
        shows = seen < far + 0.02
        out[shows] = self.shown[texel[shows]]
        return out

    def within(self, centre: Array, radius: float) -> Array:
        """Points of the whole skin about a point, even by area and the same for every camera."""
        return self.points[self.tree.query_ball_point(np.asarray(centre, float), radius)]

    def mask(self, name: str) -> Array:
        """One of the mesh's own masks ("lips", "eyelids", "fingernails"), softened, 0 to 1."""
        picture = Image.open(mesh.DATA / "textures" / f"mpfb_{name}.jpg").convert("L")
        values = np.asarray(picture, np.float32) / 255
        row, column = (1 - self.texture[..., 1]) * len(values), self.texture[..., 0] * values.shape[1]
        at = np.nan_to_num(np.stack([row, column]) - 0.5)
        return ndimage.gaussian_filter(ndimage.map_coordinates(values, at, order=1), SIZE / 900)[..., None]
