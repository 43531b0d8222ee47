"""What a file says about itself, and that a bad file or a broken program is a fact and not a crash."""

from __future__ import annotations

import hashlib
import tempfile
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from before_you_post.photos import codes, embedded, faces, facts, look, metadata, text
from before_you_post.photos.embedded import Inside
from before_you_post.photos.facts import beside, content_hash, programs
from before_you_post.photos.opening import Pixels
from before_you_post.records import EmbeddedKind, LookedFor, PhotoFacts
from painted_skin import encoded, saved, skin

FACE = Path(__file__).parents[2] / "sample_data/quillfeather/originals/P-101/nose-front-before.jpg"
FIELDS = {
    LookedFor.METADATA: ("gps", "metadata", "cameras"),
    LookedFor.EMBEDDED: ("embedded",),
    LookedFor.FACES: ("faces",),
    LookedFor.TEXT: ("text",),
    LookedFor.CODES: ("codes",),
}
PROGRAMS = {
    LookedFor.METADATA: (metadata, "read_metadata"),
    LookedFor.EMBEDDED: (embedded, "embedded_pictures"),
    LookedFor.FACES: (faces, "find_faces"),
    LookedFor.TEXT: (text, "read_text"),
    LookedFor.CODES: (codes, "read_codes"),
}
each_look = pytest.mark.parametrize("what", LookedFor)


@cache
def face() -> Pixels:
    with Image.open(FACE) as image:
        return np.asarray(image.convert("RGB").resize((180, 240)), dtype=np.uint8)


def unknown(seen: PhotoFacts) -> set[str]:
    return {field for fields in FIELDS.values() for field in fields if getattr(seen, field) is None}


def test_a_photo_is_looked_at_in_full(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", skin(4, 100, 80))
    seen = look(path)
    assert seen.problem is None
    assert seen.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (seen.format, seen.width, seen.height, seen.byte_size) == ("JPEG", 80, 100, path.stat().st_size)
    assert {getattr(seen, field) for fields in FIELDS.values() for field in fields} == {()}
    assert {(one.what, one.problem) for one in seen.looks} == {(what, None) for what in LookedFor}
    assert all(one.by for one in seen.looks)


def test_a_face_is_told(tmp_path: Path) -> None:
    (found,) = look(saved(tmp_path / "a.png", face())).faces or ()
    assert found.confidence > 0.5


def test_nothing_of_a_photo_is_written_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    path = saved(tmp_path / "a.png", face())
    monkeypatch.chdir(elsewhere)
    monkeypatch.setattr(tempfile, "tempdir", str(elsewhere))
    assert look(path).faces
    assert sorted(tmp_path.rglob("*")) == [path, elsewhere]


def test_a_photo_inside_a_zip_is_looked_at_like_any_other(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", skin(4, 100, 80))
    with zipfile.ZipFile(tmp_path / "export.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(path, "media/a.jpg")
    inside = Path(f"{tmp_path}/export.zip!/media/a.jpg")

    assert look(inside) == look(path)
    assert content_hash(inside) == content_hash(path)


@each_look
def test_what_is_switched_off_is_not_known_and_nothing_else_is_lost(tmp_path: Path, what: LookedFor) -> None:
    path = saved(tmp_path / "a.jpg", skin(4, 100, 80))
    seen = look(path, off=[what])
    assert unknown(seen) == set(FIELDS[what])
    assert [one.what for one in seen.looks if one.problem] == [what]


@each_look
def test_a_program_that_fails_is_named_and_the_others_go_on(
    tmp_path: Path, what: LookedFor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr(*PROGRAMS[what], fail)
    seen = look(saved(tmp_path / "a.jpg", skin(4, 100, 80)))
    assert unknown(seen) == set(FIELDS[what])
    (problem,) = (one.problem for one in seen.looks if one.problem)
    assert "failed (RuntimeError)" in problem


@pytest.fixture
def carrying(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Says which pictures every file holds inside."""

    def carry(*inside: Inside) -> None:
        monkeypatch.setattr(embedded, "embedded_pictures", lambda data: iter(inside))

    return carry


def thumbnail(pixels: Pixels, times: int = 1) -> Inside:
    height, width = (side * times for side in pixels.shape[:2])
    return Inside(kind=EmbeddedKind.THUMBNAIL, found_in="EXIF", width=width, height=height, pixels=pixels)


def test_a_picture_inside_the_file_is_looked_at_like_the_photo_itself(
    tmp_path: Path, carrying: Callable[..., None]
) -> None:
    carrying(thumbnail(face(), times=2))
    (inside,) = look(saved(tmp_path / "a.jpg", skin(4, 240, 180))).embedded or ()
    (found,) = inside.faces or ()
    assert (inside.kind, inside.found_in, inside.width, inside.height) == (EmbeddedKind.THUMBNAIL, "EXIF", 360, 480)
    assert max(x for x, _ in found.outline) > 180  # told in pixels of the whole picture, of which this was a copy
    assert inside.text == ()
    assert inside.same_picture is not True


def test_a_picture_inside_the_file_that_cannot_be_opened_says_so(tmp_path: Path, carrying: Callable[..., None]) -> None:
    carrying(Inside(kind=EmbeddedKind.TRAILING, found_in="file", problem="The file is damaged."))
    (inside,) = look(saved(tmp_path / "a.jpg", skin(4, 100, 80))).embedded or ()
    assert (inside.problem, inside.faces, inside.text) == ("The file is damaged.", None, None)


def test_what_is_switched_off_is_not_looked_for_inside_the_file_either(
    tmp_path: Path, carrying: Callable[..., None]
) -> None:
    carrying(thumbnail(face()))
    path = saved(tmp_path / "a.jpg", skin(4, 100, 80))
    (inside,) = look(path, off=[LookedFor.FACES, LookedFor.TEXT]).embedded or ()
    assert (inside.faces, inside.text) == (None, None)


@pytest.mark.parametrize("data", [b"", b"no picture", encoded(skin(4, 90, 90))[:500]])
def test_of_a_bad_file_only_its_bytes_are_known(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "bad.jpg"
    path.write_bytes(data)
    seen = look(path)
    assert seen.problem
    assert (seen.sha256, seen.byte_size) == (hashlib.sha256(data).hexdigest(), len(data))
    assert seen.width is None  # nobody looked, which is not "none found"
    assert unknown(seen) == {field for fields in FIELDS.values() for field in fields}


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    seen = look(tmp_path / "gone.jpg")
    assert seen.problem == "The file is not there."
    assert (seen.sha256, seen.byte_size) == content_hash(tmp_path / "gone.jpg") == ("", 0)


def test_of_a_missing_file_no_metadata_is_known(tmp_path: Path) -> None:
    assert beside(tmp_path / "gone.jpg") is None


def test_another_program_or_less_looked_for_makes_other_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    said = {programs(), programs([LookedFor.TEXT]), programs([LookedFor.FACES, LookedFor.TEXT])}
    assert programs([LookedFor.TEXT, LookedFor.FACES]) in said
    monkeypatch.setattr(facts.text, "NAME", "another reader")
    assert len(said | {programs()}) == 4
