# SPDX-License-Identifier: GPL-3.0-or-later
"""The clinic's photo corner in Blender's Cycles: a person, a wall, lights, a camera.

Everything that needs bpy is here.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import bpy  # first: it brings bmesh and mathutils

# isort: split

import bmesh
import mesh
import numpy as np
from mathutils import Vector
from numpy.typing import NDArray

Array = NDArray[np.floating]


def metres(points: Array) -> Array:
    """From the mesh's decimetres (y up) to Blender's metres (z up)."""
    points = np.asarray(points, float)
    return np.stack([points[..., 0], -points[..., 2], points[..., 1]], -1) * 0.1


def clear() -> None:
    bpy.ops.wm.read_factory_settings(use_empty=True)


# ---- materials


class Material:
    """A Principled material and its node tree, with short ways to add and join nodes."""

    def __init__(self, name: str) -> None:
        self.material = bpy.data.materials.new(name)
        self.material.use_nodes = True
        self.tree = self.material.node_tree
        self.surface = self.tree.nodes["Principled BSDF"]

    def add(self, kind: str, **values: float | tuple[float, ...]) -> bpy.types.Node:
        node = self.tree.nodes.new(f"ShaderNode{kind}")
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
        moved = self.add("Mapping", location=(seed * 1.7, seed * 2.3, seed * 0.9))
        self.join(self.add("TexCoord").outputs["Object"], moved.inputs["Vector"])
        return moved.outputs[0]

    def picture(self, path: Path, data: bool = False) -> bpy.types.Node:
        node = self.tree.nodes.new("ShaderNodeTexImage")
        node.image = bpy.data.images.load(str(path))
        if data:
            node.image.colorspace_settings.name = "Non-Color"
        return node

    def bump(self, height: bpy.types.NodeSocket, strength: float, distance: float) -> None:
        """Add relief on top of what is there already."""
        node = self.add("Bump", strength=strength, distance=distance)
        self.join(height, node.inputs["Height"])
        earlier = self.surface.inputs["Normal"].links
        if earlier:
            self.join(earlier[0].from_socket, node.inputs["Normal"])
        self.join(node.outputs[0], self.surface.inputs["Normal"])


def skin(colour: Path, height: Path, gloss: float, seed: int) -> Material:
    """Skin with light scattered below its surface, uneven gloss, pores and the painted relief."""
    m = Material("skin").set(Subsurface__Weight=1.0, Subsurface__Radius=(1.0, 0.32, 0.16), Subsurface__Scale=0.0035)
    m.set(Specular__IOR__Level=0.40).surface.subsurface_method = "RANDOM_WALK"
    m.join(m.picture(colour).outputs[0], m.surface.inputs["Base Color"])
    place = m.place(seed)
    oil = m.add("TexNoise", scale=60, detail=6)
    m.join(place, oil.inputs["Vector"])
    rough = m.add("MapRange", from_min=0.3, from_max=0.7, to_min=gloss - 0.10, to_max=gloss + 0.12)
    m.join(oil.outputs[0], rough.inputs["Value"])
    m.join(rough.outputs[0], m.surface.inputs["Roughness"])
    pores, grain = m.add("TexVoronoi", scale=950), m.add("TexNoise", scale=420, detail=3)
    for node in (pores, grain):
        m.join(place, node.inputs["Vector"])
    m.bump(pores.outputs["Distance"], 0.20, 0.0004)
    m.bump(grain.outputs[0], 0.28, 0.0006)
    m.bump(m.picture(height, data=True).outputs[0], 1.0, 0.0064)
    return m


def cloth(colour: tuple[float, ...], seed: int) -> Material:
    m = Material("cloth").set(Base__Color=(*colour, 1), Roughness=0.85, Sheen__Weight=0.25)
    place = m.place(seed)
    for scale, strength, depth in ((900, 0.4, 0.0006), (26, 0.55, 0.010)):  # weave, folds
        noise = m.add("TexNoise", scale=scale, detail=3, distortion=0.8)
        m.join(place, noise.inputs["Vector"])
        m.bump(noise.outputs[0], strength, depth)
    return m


IRIS = {
    "brown": ((0.02, 0.013, 0.01), (0.05, 0.026, 0.013), (0.085, 0.046, 0.022)),
    "hazel": ((0.035, 0.03, 0.018), (0.11, 0.085, 0.035), (0.19, 0.13, 0.06)),
    "grey": ((0.03, 0.04, 0.05), (0.12, 0.16, 0.19), (0.20, 0.24, 0.26)),
}


def eye(centre: Array, iris: str) -> Material:
    """An eyeball coloured by the angle from its axis: off-white, limbus, iris, pupil."""
    m = Material("eye").set(Roughness=0.10, Coat__Weight=0.5, Coat__Roughness=0.04)
    place = m.add("NewGeometry").outputs["Position"]
    away, unit, dot = (m.add("VectorMath") for _ in range(3))
    away.operation, unit.operation, dot.operation = "SUBTRACT", "NORMALIZE", "DOT_PRODUCT"
    away.inputs[1].default_value = tuple(metres(centre))
    dot.inputs[1].default_value = (0, -1, 0)
    m.join(place, away.inputs[0])
    m.join(away.outputs[0], unit.inputs[0])
    m.join(unit.outputs[0], dot.inputs[0])
    noise, mix = m.add("TexNoise", scale=900), m.add("Math")
    mix.operation = "MULTIPLY_ADD"
    mix.inputs[1].default_value = 0.012
    m.join(place, noise.inputs["Vector"])
    m.join(noise.outputs[0], mix.inputs[0])
    m.join(dot.outputs["Value"], mix.inputs[2])
    ramp = m.add("ValToRGB")
    rim, mid, inner = IRIS[iris]
    white = (0.40, 0.345, 0.315)
    stops = [(0.80, white), (0.882, white), (0.899, rim), (0.922, mid), (0.968, inner), (0.982, (0.008, 0.006, 0.005))]
    ends = ramp.color_ramp.elements
    ends[0].color, ends[1].color = (0.33, 0.24, 0.21, 1), (0.002, 0.002, 0.002, 1)
    for position, colour in stops:
        ends.new(position).color = (*colour, 1)
    m.join(mix.outputs[0], ramp.inputs[0])
    m.join(ramp.outputs[0], m.surface.inputs["Base Color"])
    return m


def strand(melanin: float, redness: float = 0.4) -> bpy.types.Material:
    material = bpy.data.materials.new("hair")
    material.use_nodes = True
    nodes = material.node_tree.nodes
    nodes.clear()
    out, hair = nodes.new("ShaderNodeOutputMaterial"), nodes.new("ShaderNodeBsdfHairPrincipled")
    hair.parametrization = "MELANIN"
    values = {"Melanin": melanin, "Melanin Redness": redness, "Roughness": 0.38, "Radial Roughness": 0.45}
    for name, value in {**values, "Random Color": 0.35, "Random Roughness": 0.2}.items():
        hair.inputs[name].default_value = value
    material.node_tree.links.new(hair.outputs[0], out.inputs[0])
    return material


# ---- things


def solid(
    name: str,
    points: Array,
    faces: tuple[mesh.Face, ...],
    material: Material,
    *,
    thick: float = 0.0,
    cuts: Sequence[tuple[float, int]] = (),
) -> None:
    """A smooth surface of the mesh's faces; ``thick`` in metres makes it cloth.

    ``cuts`` are heights (mesh units) with 1 to keep what is below, -1 to keep what is above.
    """
    used = np.unique([corner[0] for face in faces for corner in face])
    number = {int(old): new for new, old in enumerate(used)}
    shape = bpy.data.meshes.new(name)
    corners = [[number[c[0]] for c in face] for face in faces]
    shape.from_pydata([tuple(p) for p in metres(points[used])], [], corners)
    texture = mesh.base()[1]
    layer = shape.uv_layers.new(name="UVMap")
    layer.data.foreach_set("uv", np.array([texture[c[1]] for face in faces for c in face]).ravel())
    shape.polygons.foreach_set("use_smooth", [True] * len(shape.polygons))
    shape.materials.append(material.material)
    for height, sign in cuts:
        _cut(shape, height * 0.1, sign)
    thing = bpy.data.objects.new(name, shape)
    bpy.context.scene.collection.objects.link(thing)
    smooth = thing.modifiers.new("smooth", "SUBSURF")
    smooth.levels = smooth.render_levels = 2
    if thick:
        layer = thing.modifiers.new("thick", "SOLIDIFY")
        layer.thickness, layer.offset = thick, 1


def _cut(shape: bpy.types.Mesh, height: float, sign: int) -> None:
    """Cut cloth level, ``height`` in metres: whole faces would leave steps."""
    work = bmesh.new()
    work.from_mesh(shape)
    everything = [*work.verts, *work.edges, *work.faces]
    bmesh.ops.bisect_plane(work, geom=everything, plane_co=(0, 0, height), plane_no=(0, 0, sign), clear_outer=True)
    work.to_mesh(shape)
    work.free()


def strands(name: str, points: Array, material: bpy.types.Material, radius: float) -> None:
    """Hair curves; ``radius`` in metres at the root."""
    count, steps, _ = points.shape
    curves = bpy.data.hair_curves.new(name)
    curves.add_curves([steps] * count)
    curves.position_data.foreach_set("vector", metres(points).reshape(-1).astype(np.float32))
    widths = curves.attributes.get("radius") or curves.attributes.new("radius", "FLOAT", "POINT")
    widths.data.foreach_set("value", np.tile(radius * np.linspace(1, 0.35, steps), count).astype(np.float32))
    curves.materials.append(material)
    bpy.context.scene.collection.objects.link(bpy.data.objects.new(name, curves))


# ---- light and camera


def _aim(thing: bpy.types.Object, at: Array) -> None:
    thing.rotation_euler = (Vector(at) - thing.location).to_track_quat("-Z", "Y").to_euler()


def photograph(out: Path, aim: Array, view: dict, size: tuple[int, int], samples: int) -> None:
    """Set up camera, lights and wall about a point (mesh units) and render a PNG."""
    scene = bpy.context.scene
    turn, tilt = math.radians(view.get("turn", 0)), math.radians(view.get("raise", 0))
    centre = metres(aim)
    right = np.array([math.cos(turn), math.sin(turn), 0])
    ahead = np.array([-math.sin(turn), math.cos(turn), 0])

    def about(x: float, towards: float, z: float) -> Array:
        return centre + right * x - ahead * towards + np.array([0, 0, z])

    lens = bpy.data.cameras.new("camera")
    lens.sensor_fit, lens.sensor_height, lens.lens, lens.clip_start = "VERTICAL", 36, view.get("lens", 125), 0.02
    camera = bpy.data.objects.new("camera", lens)
    scene.collection.objects.link(camera)
    scene.camera = camera
    camera.location = centre + view.get("distance", 1.3) * (-ahead * math.cos(tilt) + np.array([0, 0, math.sin(tilt)]))
    _aim(camera, centre)
    camera.rotation_euler.rotate_axis("Z", math.radians(view.get("roll", 0)))
    power = 0.8 * view.get("light", 1.0)
    side = view.get("key", -1)  # the side of the stronger softbox
    for place, area, watts, colour in (
        (about(0.95 * side, 1.0, 0.55), (0.6, 0.8), 26, (1, 0.97, 0.93)),
        (about(-1.05 * side, 0.9, 0.35), (0.6, 0.8), 13, (1, 0.98, 0.96)),
        (about(0.1, 1.3, 0.9), (0.4, 0.3), 5, (1, 1, 1)),
        (about(0.5, -0.9, 0.9), (0.5, 0.5), 8, (1, 1, 1)),
    ):
        lamp = bpy.data.lights.new("lamp", "AREA")
        lamp.shape, lamp.energy, lamp.color = "RECTANGLE", watts * power, colour
        lamp.size, lamp.size_y = area
        thing = bpy.data.objects.new("lamp", lamp)
        scene.collection.objects.link(thing)
        thing.location = place
        _aim(thing, centre)
    scene.world = bpy.data.worlds.new("room")
    scene.world.use_nodes = True
    air = scene.world.node_tree.nodes["Background"]
    air.inputs[0].default_value, air.inputs[1].default_value = (0.85, 0.90, 1.0, 1), 0.24 * power
    _wall(about(0, -view.get("wall_distance", 1.0), 0), right, view["wall"])
    _render(scene, out, size, samples)


def _wall(middle: Array, right: Array, colour: tuple[float, ...]) -> None:
    up, reach = np.array([0, 0, 1.0]), 6
    corners = [middle + reach * (x * right + z * up) for x, z in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    shape = bpy.data.meshes.new("wall")
    shape.from_pydata([tuple(c) for c in corners], [], [(0, 1, 2, 3)])
    shape.materials.append(Material("wall").set(Base__Color=(*colour, 1), Roughness=0.9).material)
    bpy.context.scene.collection.objects.link(bpy.data.objects.new("wall", shape))


def _render(scene: bpy.types.Scene, out: Path, size: tuple[int, int], samples: int) -> None:
    scene.render.engine = "CYCLES"
    cycles = scene.cycles
    cycles.device, cycles.samples, cycles.seed = "CPU", samples, 0
    cycles.use_denoising, cycles.denoiser = True, "OPENIMAGEDENOISE"
    cycles.use_adaptive_sampling, cycles.adaptive_threshold = True, 0.02
    cycles.max_bounces, cycles.transparent_max_bounces = 4, 12
    cycles.caustics_reflective = cycles.caustics_refractive = False
    scene.render.threads_mode, scene.render.threads = "FIXED", 2
    scene.render.resolution_x, scene.render.resolution_y = size
    scene.view_settings.view_transform, scene.view_settings.look = "Standard", "None"
    scene.render.image_settings.file_format = "PNG"
    scene.render.filepath = str(out)
    bpy.ops.render.render(write_still=True)
