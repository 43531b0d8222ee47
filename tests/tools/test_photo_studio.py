"""The photo studio's parts that need no Blender: its cast, its shot list, and what its darkroom writes."""

from __future__ import annotations

import ast
import datetime
import importlib.util
import io
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from PIL import ExifTags, Image

REPOSITORY = Path(__file__).parents[2]
STUDIO = REPOSITORY / "tools" / "photo_studio"
UNCROPPED = {"P-110/eyelid-close-before.jpg", "P-111/lips-close-before.jpg", "P-112/lesion-close-before.jpg"}


def module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"photo_studio_{name}", STUDIO / f"{name}.py")
    assert spec and spec.loader
    out = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = out
    spec.loader.exec_module(out)
    return out


plan, darkroom = module("plan"), module("darkroom")
PEOPLE, PLAN = plan.read()
SHOTS = list(plan.shots(PEOPLE, PLAN))
BY_FILE = {shot.file: shot for shot in SHOTS}
TAKEN = {"taken": datetime.datetime(2025, 1, 21, 9, 2, 13), "zone": "America/New_York"}


def painted() -> set[str]:
    """The names in the register of conditions, read without importing it: it needs scipy."""
    tree = ast.parse((STUDIO / "conditions.py").read_text(encoding="utf-8"))
    register = next(
        node.value for node in tree.body if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "PAINTS"
    )
    return {node.id for node in ast.walk(register) if isinstance(node, ast.Name)} - {"paint"}


def developed(tmp_path: Path, **how: object) -> Image.Image:
    render = tmp_path / "render.png"
    Image.fromarray(np.full((80, 60, 3), 128, np.uint8)).save(render)
    return darkroom.develop(render, 1, {"device": {}, **how})


def saved(tmp_path: Path, device: str, small: bytes | None = None, **how: object) -> Path:
    out = tmp_path / "photo.jpg"
    darkroom.save(Image.new("RGB", (90, 120), "grey"), out, {"device": PLAN["devices"][device], **TAKEN, **how}, small)
    return out


# ---- the cast and the shot list


def test_every_shot_is_of_somebody_in_the_cast_and_everybody_in_the_cast_is_photographed() -> None:
    assert {shot["person"] for shot in PLAN["shots"]} == set(PEOPLE)


def test_no_two_shots_have_the_same_file() -> None:
    assert len(BY_FILE) == len(PLAN["shots"])


def test_every_mark_is_painted_by_something() -> None:
    marks = [mark for person in PEOPLE.values() for mark in person.get("marks", [])]
    marks += [mark for shot in PLAN["shots"] for mark in shot.get("marks", [])]
    assert {mark["paint"] for mark in marks} - painted() == set()


@pytest.mark.parametrize(
    "file", [file for file in BY_FILE if "before" in file and file.replace("before", "after") in BY_FILE]
)
def test_a_before_photo_is_taken_before_its_after_photo(file: str) -> None:
    before, after = BY_FILE[file], BY_FILE[file.replace("before", "after")]
    invented = before.print["camera"] == "generator"  # a picture generator makes both at once
    assert before.print["taken"] < after.print["taken"] or invented
    assert before.person["seed"] == after.person["seed"]


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.file)
def test_an_after_photo_is_not_taken_from_exactly_where_the_before_photo_was(shot: object) -> None:
    others = [other for other in SHOTS if other is not shot and other.folder == shot.folder]
    library = [other for other in others if other.file.split("/")[0] == shot.file.split("/")[0]]
    if "generator" not in shot.print["camera"]:
        assert shot.scene not in [other.scene for other in library]


def test_the_library_holds_exactly_the_shots_of_the_list() -> None:
    listed = {(shot.folder / shot.file).as_posix() for shot in SHOTS}
    folders = [REPOSITORY / folder for folder in PLAN["folders"].values()]
    there = {path.relative_to(REPOSITORY).as_posix() for folder in folders for path in folder.rglob("*.jpg")}
    assert there == listed


def test_a_shot_may_change_its_persons_hair_without_forgetting_the_rest_of_it() -> None:
    after, before = BY_FILE["P-113/hairline-front-after.jpg"], BY_FILE["P-113/hairline-front-before.jpg"]
    assert after.person["hair"]["melanin"] == before.person["hair"]["melanin"]
    assert after.person["hair"]["line"] != before.person["hair"]["line"]


def test_a_render_is_kept_under_a_name_that_changes_with_what_is_rendered_but_not_with_its_metadata() -> None:
    people, listed = plan.read()
    shot = listed["shots"][0]
    name = next(plan.shots(people, listed)).name()
    shot["taken"], shot["camera"] = datetime.datetime(2020, 1, 1), "fern"
    assert next(plan.shots(people, listed)).name() == name
    shot["view"] = {**shot["view"], "turn": 1}
    assert next(plan.shots(people, listed)).name() != name


# ---- the darkroom


def test_a_picture_keeps_its_shape_and_gets_its_full_size(tmp_path: Path) -> None:
    assert developed(tmp_path).size == (900, 1200)


def test_warmth_makes_red_brighter_than_blue(tmp_path: Path) -> None:
    red, _, blue = np.asarray(developed(tmp_path, warmth=0.05), float).mean((0, 1))
    assert red > blue + 5


@pytest.mark.parametrize("name", sorted(PLAN["devices"]))
def test_a_photo_says_which_device_took_it(tmp_path: Path, name: str) -> None:
    read = Image.open(saved(tmp_path, name)).getexif()
    every = {**read, **read.get_ifd(ExifTags.IFD.Exif)}
    for tag, value in PLAN["devices"][name]["writes"].items():
        assert every[ExifTags.Base[tag]] == pytest.approx(value, rel=1e-3) if isinstance(value, float) else value


@pytest.mark.parametrize(("month", "offset"), [(1, "-05:00"), (7, "-04:00")])
def test_a_photo_says_when_it_was_taken_and_how_far_its_clock_is_from_universal_time(
    tmp_path: Path, month: int, offset: str
) -> None:
    path = saved(tmp_path, "l200", taken=datetime.datetime(2025, month, 21, 9, 2, 13))
    detail = Image.open(path).getexif().get_ifd(ExifTags.IFD.Exif)
    assert detail[ExifTags.Base.DateTimeOriginal] == f"2025:{month:02}:21 09:02:13"
    assert detail[ExifTags.Base.OffsetTimeOriginal] == offset


def test_a_phone_writes_where_it_was(tmp_path: Path) -> None:
    place = Image.open(saved(tmp_path, "fern", place=(39.96226, -83.00067))).getexif().get_ifd(ExifTags.IFD.GPSInfo)
    degrees, minutes, seconds = (float(part) for part in place[ExifTags.GPS.GPSLongitude])
    assert place[ExifTags.GPS.GPSLongitudeRef] == "W"
    assert degrees + minutes / 60 + seconds / 3600 == pytest.approx(83.00067, abs=1e-4)


def test_an_embedded_thumbnail_can_be_read_back_and_the_rest_of_the_metadata_too(tmp_path: Path) -> None:
    small = io.BytesIO()
    Image.new("RGB", (16, 20), "red").save(small, "JPEG")
    read = Image.open(saved(tmp_path, "l200", small.getvalue())).getexif()
    start, length = (read.get_ifd(ExifTags.IFD.IFD1)[tag] for tag in (513, 514))
    block = (tmp_path / "photo.jpg").read_bytes()
    tiff = block.index(b"Exif\0\0") + 6
    assert Image.open(io.BytesIO(block[tiff + start : tiff + start + length])).size == (16, 20)
    assert read[ExifTags.Base.Model] == "Larkfield L-200"


# ---- the committed originals


@pytest.mark.parametrize("file", sorted(BY_FILE))
def test_an_original_bears_the_metadata_its_shot_is_given(file: str) -> None:
    shot = BY_FILE[file]
    read = Image.open(REPOSITORY / shot.folder / file).getexif()
    detail = read.get_ifd(ExifTags.IFD.Exif)
    assert detail[ExifTags.Base.DateTimeOriginal] == shot.print["taken"].strftime("%Y:%m:%d %H:%M:%S")
    assert read.get(ExifTags.Base.Model) == shot.print["device"]["writes"].get("Model")
    assert bool(read.get_ifd(ExifTags.IFD.GPSInfo)) == ("place" in shot.print)
    assert bool(read.get_ifd(ExifTags.IFD.IFD1)) == (file in UNCROPPED)
