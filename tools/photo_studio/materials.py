# SPDX-License-Identifier: GPL-3.0-or-later
"""What things are made of, as Blender materials: skin, eyes, hair, cloth, walls."""

from __future__ import annotations

from pathlib import Path

import bpy
import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]
Colour = tuple[float, ...]


def metres(points: Array) -> Array:
    """From the mesh's decimetres (y up) to Blender's metres (z up)."""
    points = np.asarray(points, float)
    return np.stack([points[..., 0], -points[..., 2], points[..., 1]], -1) * 0.1


class Material:
    """A Principled material and its node tree, with short ways to add and join nodes."""

    def __init__(self, name: str) -> None:
        self.material = bpy.data.materials.new(name)
        self.material.use_nodes = True
        self.tree = self.material.node_tree
        self.surface = self.tree.nodes["Principled BSDF"]

    def add(self, kind: str, operation: str = "", **values: object) -> bpy.types.Node:
        node = self.tree.nodes.new(f"ShaderNode{kind}")
        if operation:
            node.operation = operation
        for name, value in values.items():
            node.inputs[name.replace("_", " ").title()].default_value = value
        return node

    def join(self, source: bpy.types.NodeSocket, target: bpy.types.NodeSocket) -> None:
        self.tree.links.new(source, target)

    def set(self, **values: object) -> Material:
        for name, value in values.items():
            self.surface.inputs[name.replace("__", " ")].default_value = value
        return self

    def place(self, seed: int) -> bpy.types.NodeSocket:
        """Where a point is, for noise to depend on; moved by ``seed``, so that no two people share their pores."""
        shift = seed % 97  # far from the origin, noise runs out of digits
        moved = self.add("Mapping", location=(shift * 1.7, shift * 2.3, shift * 0.9))
        self.join(self.add("TexCoord").outputs["Object"], moved.inputs["Vector"])
        return moved.outputs[0]

    def noise(self, place: bpy.types.NodeSocket, **values: float) -> bpy.types.NodeSocket:
        node = self.add("TexNoise", **values)
        self.join(place, node.inputs["Vector"])
        return node.outputs[0]

    def picture(self, path: Path, data: bool = False) -> bpy.types.NodeSocket:
        node = self.tree.nodes.new("ShaderNodeTexImage")
        node.image = bpy.data.images.load(str(path))
        if data:
            node.image.colorspace_settings.name = "Non-Color"
        return node.outputs[0]

    def bump(self, height: bpy.types.NodeSocket, strength: float, distance: float) -> None:
        """Add relief on top of what is there already."""
        node = self.add("Bump", strength=strength, distance=distance)
        self.join(height, node.inputs["Height"])
        earlier = self.surface.inputs["Normal"].links
        if earlier:
            self.join(earlier[0].from_socket, node.inputs["Normal"])
        self.join(node.outputs[0], self.surface.inputs["Normal"])

    def between(self, value: bpy.types.NodeSocket, low: float, high: float) -> bpy.types.NodeSocket:
        """Noise stretched to a range."""
        node = self.add("MapRange", from_min=0.3, from_max=0.7, to_min=low, to_max=high)
        self.join(value, node.inputs["Value"])
        return node.outputs[0]


def skin(colour: Path, height: Path, gloss: float, seed: int) -> Material:
    """Skin with light scattered below its surface, uneven gloss, pores, fine folds and the painted relief."""
    m = Material("skin").set(Subsurface__Weight=1.0, Subsurface__Radius=(1.0, 0.32, 0.16), Subsurface__Scale=0.0022)
    m.set(Specular__IOR__Level=0.45).surface.subsurface_method = "RANDOM_WALK"
    m.join(m.picture(colour), m.surface.inputs["Base Color"])
    place = m.place(seed)
    m.join(m.between(m.noise(place, scale=110, detail=6), gloss - 0.12, gloss + 0.14), m.surface.inputs["Roughness"])
    pores = m.add("TexVoronoi", scale=780)
    m.join(place, pores.inputs["Vector"])
    m.bump(m.noise(place, scale=150, detail=4, roughness=0.6, distortion=0.6), 0.20, 0.0011)
    m.bump(pores.outputs["Distance"], 0.30, 0.0005)
    m.bump(m.noise(place, scale=420, detail=3), 0.35, 0.0006)
    m.bump(m.picture(height, data=True), 1.0, 0.0064)
    return m


def cloth(colour: Colour, seed: int, folds: float = 0.55) -> Material:
    m = Material("cloth").set(Base__Color=(*colour, 1), Roughness=0.85, Sheen__Weight=0.25)
    place = m.place(seed)
    for scale, strength, depth in ((900, 0.4, 0.0006), (26, folds, 0.010)):  # weave, folds
        m.bump(m.noise(place, scale=scale, detail=3, distortion=0.8), strength, depth)
    return m


def wall(colour: Colour, kind: str) -> Material:
    """The backdrop: "paint" with a roller's grain, or a "curtain" in folds."""
    m = Material("wall").set(Base__Color=(*colour, 1), Roughness=0.9)
    place = m.add("TexCoord").outputs["Object"]
    if kind == "curtain":
        folds = m.add("TexWave", scale=2.6, distortion=3.0, detail=1.5, detail_scale=0.35)
        m.join(place, folds.inputs["Vector"])
        m.bump(folds.outputs["Fac"], 0.5, 0.05)
        m.bump(m.noise(place, scale=700), 0.3, 0.001)
    else:
        m.bump(m.noise(place, scale=260, detail=3), 0.25, 0.0015)
    return m


IRIS = {
    "brown": ((0.02, 0.013, 0.01), (0.05, 0.026, 0.013), (0.085, 0.046, 0.022)),
    "dark": ((0.014, 0.010, 0.008), (0.022, 0.013, 0.009), (0.04, 0.022, 0.013)),
    "hazel": ((0.035, 0.03, 0.018), (0.11, 0.085, 0.035), (0.19, 0.13, 0.06)),
    "green": ((0.03, 0.035, 0.022), (0.09, 0.11, 0.06), (0.16, 0.15, 0.07)),
    "grey": ((0.03, 0.04, 0.05), (0.12, 0.16, 0.19), (0.20, 0.24, 0.26)),
    "blue": ((0.025, 0.035, 0.05), (0.09, 0.14, 0.19), (0.18, 0.23, 0.27)),
}
WHITE = (0.335, 0.275, 0.245)  # no eye is white: skin shines in it, and the lids' shade lies on it


def eye(centre: Array, iris: str, white: Colour = WHITE) -> Material:
    """An eyeball coloured by the angle from its axis: off-white, limbus, iris, pupil, under a bulging wet cornea."""
    m = Material("eye").set(Roughness=0.5, Specular__IOR__Level=0.0, Coat__Weight=0.8, Coat__Roughness=0.02)
    where = m.add("NewGeometry").outputs["Position"]
    away, unit, dot = (
        m.add("VectorMath", "SUBTRACT"),
        m.add("VectorMath", "NORMALIZE"),
        m.add("VectorMath", "DOT_PRODUCT"),
    )
    away.inputs[1].default_value = tuple(metres(centre))
    dot.inputs[1].default_value = (0, -1, 0)
    m.join(where, away.inputs[0])
    m.join(away.outputs[0], unit.inputs[0])
    m.join(unit.outputs[0], dot.inputs[0])
    streaks = m.add("Math", "MULTIPLY_ADD")
    streaks.inputs[1].default_value = 0.012
    m.join(m.noise(where, scale=900), streaks.inputs[0])
    m.join(dot.outputs["Value"], streaks.inputs[2])
    m.join(_rings(m, streaks.outputs[0], iris, white), m.surface.inputs["Base Color"])
    _cornea(m, unit.outputs[0], dot.outputs["Value"])
    return m


def _rings(m: Material, angle: bpy.types.NodeSocket, iris: str, white: Colour) -> bpy.types.NodeSocket:
    ramp = m.add("ValToRGB")
    rim, mid, inner = IRIS[iris]
    dull = tuple(c * d for c, d in zip(white, (0.80, 0.68, 0.64), strict=True))  # towards the corners
    stops = [(0.80, white), (0.872, white), (0.900, rim), (0.922, mid), (0.968, inner), (0.980, (0.008, 0.006, 0.005))]
    ends = ramp.color_ramp.elements
    ends[0].position = 0.55
    ends[0].color, ends[1].color = (*dull, 1), (0.002, 0.002, 0.002, 1)
    for position, colour in stops:
        ends.new(position).color = (*colour, 1)
    m.join(angle, ramp.inputs[0])
    return ramp.outputs[0]


def _cornea(m: Material, unit: bpy.types.NodeSocket, angle: bpy.types.NodeSocket) -> None:
    """Bend the wet surface's normal as a cornea's bulge would: that is where the lamp's reflection sits in an eye."""
    bulge = m.add("MapRange", from_min=0.86, from_max=0.93, to_min=0.0, to_max=1.0)
    m.join(angle, bulge.inputs["Value"])
    sideways = m.add("VectorMath", "MULTIPLY")
    sideways.inputs[1].default_value = (1, 0, 1)
    m.join(unit, sideways.inputs[0])
    scaled, bent = m.add("VectorMath", "SCALE"), m.add("VectorMath", "ADD")
    m.join(sideways.outputs[0], scaled.inputs[0])
    m.join(bulge.outputs[0], scaled.inputs["Scale"])
    m.join(unit, bent.inputs[0])
    m.join(scaled.outputs[0], bent.inputs[1])
    straight = m.add("VectorMath", "NORMALIZE")
    m.join(bent.outputs[0], straight.inputs[0])
    m.join(straight.outputs[0], m.surface.inputs["Coat Normal"])


def strand(melanin: float, redness: float = 0.4, roughness: float = 0.32) -> bpy.types.Material:
    material = bpy.data.materials.new("hair")
    material.use_nodes = True
    nodes = material.node_tree.nodes
    nodes.clear()
    out, hair = nodes.new("ShaderNodeOutputMaterial"), nodes.new("ShaderNodeBsdfHairPrincipled")
    hair.parametrization = "MELANIN"
    values = {"Melanin": melanin, "Melanin Redness": redness, "Roughness": roughness, "Radial Roughness": 0.45}
    for name, value in {**values, "Random Color": 0.4, "Random Roughness": 0.2}.items():
        hair.inputs[name].default_value = value
    material.node_tree.links.new(hair.outputs[0], out.inputs[0])
    return material
