# SPDX-License-Identifier: GPL-3.0-or-later
"""The clinic's photo corner in Blender's Cycles: a person, a wall, lights, a camera."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import bpy  # first: it brings bmesh and mathutils

# isort: split

import bmesh
import mesh
import numpy as np
from materials import Material, metres, wall
from mathutils import Vector
from numpy.typing import NDArray

Array = NDArray[np.floating]
Cut = tuple[Array, Array]  # a point on the plane, and the side that is cut away


def clear() -> None:
    bpy.ops.wm.read_factory_settings(use_empty=True)


# ---- things


def solid(
    name: str,
    points: Array,
    faces: Sequence[mesh.Face],
    material: Material,
    *,
    thick: float = 0.0,
    cuts: Sequence[Cut] = (),
    flat: Array | None = None,
) -> None:
    """A smooth surface of the mesh's faces; ``thick`` in metres makes it cloth, ``cuts`` (mesh units) trim it.

    ``flat`` is each vertex's place in the texture of its material.
    """
    used = np.unique([corner[0] for face in faces for corner in face])
    number = {int(old): new for new, old in enumerate(used)}
    shape = bpy.data.meshes.new(name)
    corners = [[number[c[0]] for c in face] for face in faces]
    shape.from_pydata([tuple(p) for p in metres(points[used])], [], corners)
    if flat is not None:
        layer = shape.uv_layers.new(name="UVMap")
        layer.data.foreach_set("uv", np.array([flat[c[0], :2] for face in faces for c in face]).ravel())
    shape.polygons.foreach_set("use_smooth", [True] * len(shape.polygons))
    shape.materials.append(material.material)
    for point, away in cuts:
        _cut(shape, metres(point), metres(away))
    thing = bpy.data.objects.new(name, shape)
    bpy.context.scene.collection.objects.link(thing)
    smooth = thing.modifiers.new("smooth", "SUBSURF")
    smooth.levels = smooth.render_levels = 2
    if thick:
        layer = thing.modifiers.new("thick", "SOLIDIFY")
        layer.thickness, layer.offset = thick, 1


def _cut(shape: bpy.types.Mesh, point: Array, away: Array) -> None:
    """Cut cloth along a plane: whole faces would leave steps."""
    work = bmesh.new()
    work.from_mesh(shape)
    everything = [*work.verts, *work.edges, *work.faces]
    bmesh.ops.bisect_plane(work, geom=everything, plane_co=point, plane_no=away, clear_outer=True)
    work.to_mesh(shape)
    work.free()


def strands(name: str, points: Array, material: bpy.types.Material, radius: float) -> None:
    """Hair curves; ``radius`` in metres at the root."""
    count, steps, _ = points.shape
    if not count:
        return
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


class Corner:
    """Where things stand about the photographed point ``aim`` (mesh units), as the camera sees it."""

    def __init__(self, aim: Array, turn: float, tilt: float) -> None:
        self.centre, self.tilt = metres(aim), math.radians(tilt)
        angle = math.radians(turn)
        self.right = np.array([math.cos(angle), math.sin(angle), 0])
        self.ahead = np.array([-math.sin(angle), math.cos(angle), 0])

    def at(self, x: float, towards: float, z: float) -> Array:
        """``x`` to the right, ``towards`` the camera, ``z`` up, in metres."""
        return self.centre + self.right * x - self.ahead * towards + np.array([0, 0, z])


def _camera(scene: bpy.types.Scene, corner: Corner, view: dict) -> None:
    lens = bpy.data.cameras.new("camera")
    lens.sensor_fit, lens.sensor_height, lens.lens, lens.clip_start = "VERTICAL", 36, view.get("lens", 125), 0.02
    camera = bpy.data.objects.new("camera", lens)
    scene.collection.objects.link(camera)
    scene.camera = camera
    back = view.get("distance", 1.3)
    camera.location = corner.at(0, back * math.cos(corner.tilt), back * math.sin(corner.tilt))
    _aim(camera, corner.centre)
    camera.rotation_euler.rotate_axis("Z", math.radians(view.get("roll", 0)))


def _lights(scene: bpy.types.Scene, corner: Corner, view: dict) -> None:
    power = 0.8 * view.get("light", 1.0)
    side = view.get("key", -1)  # the side of the stronger softbox
    contrast = view.get("contrast", 1.0)  # a ring of light is 0.8, one window 2
    for place, area, watts, colour in (
        (corner.at(0.95 * side, 1.0, 0.55), (0.6, 0.8), 26, (1, 0.97, 0.93)),
        (corner.at(-1.05 * side, 0.9, 0.35), (0.6, 0.8), 13 / contrast, (1, 0.98, 0.96)),
        (corner.at(0.1, 1.3, 0.9), (0.4, 0.3), 5, (1, 1, 1)),
        (corner.at(0.5, -0.9, 0.9), (0.5, 0.5), 8, (1, 1, 1)),
    ):
        lamp = bpy.data.lights.new("lamp", "AREA")
        lamp.shape, lamp.energy, lamp.color = "RECTANGLE", watts * power, colour
        lamp.size, lamp.size_y = area
        thing = bpy.data.objects.new("lamp", lamp)
        scene.collection.objects.link(thing)
        thing.location = place
        _aim(thing, corner.centre)
    scene.world = bpy.data.worlds.new("room")
    scene.world.use_nodes = True
    air = scene.world.node_tree.nodes["Background"]
    air.inputs[0].default_value, air.inputs[1].default_value = (0.85, 0.90, 1.0, 1), 0.24 * power


def _wall(corner: Corner, view: dict) -> None:
    reach = 6
    shape = bpy.data.meshes.new("wall")
    square = [(-reach, 0, -reach), (reach, 0, -reach), (reach, 0, reach), (-reach, 0, reach)]
    shape.from_pydata(square, [], [(0, 1, 2, 3)])
    shape.materials.append(wall(view["wall"], view.get("backdrop", "paint")).material)
    thing = bpy.data.objects.new("wall", shape)
    thing.location = corner.at(0, -view.get("wall_distance", 1.0), 0)
    thing.rotation_euler = (0, 0, math.atan2(corner.right[1], corner.right[0]) + math.radians(view.get("skew", 0)))
    bpy.context.scene.collection.objects.link(thing)


def photograph(
    out: Path,
    aim: Array,
    view: dict,
    *,
    size: tuple[int, int],
    samples: int,
    crop: tuple[float, float, float, float] | None = None,
) -> None:
    """Set up camera, lights and wall about a point (mesh units) and render a PNG.

    ``crop`` (left, top, right, bottom, as shares of the picture) renders only a part, as large as the whole would be.
    """
    scene = bpy.context.scene
    corner = Corner(aim, view.get("turn", 0), view.get("raise", 0))
    _camera(scene, corner, view)
    _lights(scene, corner, view)
    _wall(corner, view)
    _settings(scene, samples)
    render = scene.render
    if crop:
        left, top, right, bottom = crop
        scale = math.sqrt(1 / ((right - left) * (bottom - top)))
        size = (round(size[0] * scale), round(size[1] * scale))
        render.use_border = render.use_crop_to_border = True
        render.border_min_x, render.border_max_x = left, right
        render.border_min_y, render.border_max_y = 1 - bottom, 1 - top
    render.resolution_x, render.resolution_y = size
    render.filepath = str(out)
    bpy.ops.render.render(write_still=True)


def _settings(scene: bpy.types.Scene, samples: int) -> None:
    scene.render.engine = "CYCLES"
    cycles = scene.cycles
    cycles.device, cycles.samples, cycles.seed = "CPU", samples, 0
    cycles.use_denoising, cycles.denoiser = True, "OPENIMAGEDENOISE"
    cycles.use_adaptive_sampling, cycles.adaptive_threshold = True, 0.02
    cycles.max_bounces, cycles.transparent_max_bounces = 3, 12
    cycles.caustics_reflective = cycles.caustics_refractive = False
    scene.render.threads_mode, scene.render.threads = "FIXED", 2
    scene.view_settings.view_transform, scene.view_settings.look = "Standard", "None"
    scene.render.image_settings.file_format = "PNG"
