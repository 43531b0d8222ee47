"""A person's decision reaches the file it was made about and no other; what is on file of twins is joined."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from before_you_post.collect.filing import Filing
from before_you_post.collect.pictures import Pictures
from before_you_post.practice import PracticeFiles
from before_you_post.records import (
    Camera,
    Channel,
    Mark,
    MarkKind,
    Match,
    NotAPatientPhoto,
    Original,
    PanelName,
    PhotoFacts,
    Practice,
    Published,
)

WEBSITE, INSTAGRAM = Channel(name="website", folder="/q/website"), Channel(name="instagram", folder="/q/instagram")
LOGO = Published(id="1", post="1", path="/q/website/uploads/2026/05/logo.png", file_name="logo.png")
OTHER_LOGO = Published(id="2", post="2", path="/q/instagram/logo.png", file_name="logo.png")
FACE = Published(id="3", post="3", path="/q/website/uploads/face.jpg", file_name="face.jpg")


def pictures(
    hashes: Mapping[str, str],
    *,
    cameras: Mapping[str, tuple[Camera, ...]] | None = None,
    matches: Mapping[str, tuple[Match, ...]] | None = None,
    same: Mapping[tuple[str, int], tuple[PanelName, ...]] | None = None,
) -> Pictures:
    """What was seen in files of these contents, by path."""
    return Pictures(
        originals=0,
        seen={path: PhotoFacts(sha256=sha256, byte_size=1) for path, sha256 in hashes.items()},
        matches=matches or {},
        edits={},
        same=same or {},
        cameras=cameras or {},
        problems=(),
    )


def decided(file: str, same_bytes: bool = True) -> Filing:
    decision = NotAPatientPhoto(file=file, what="logo", decided_by="Ada Quill", decided_on=date(2026, 1, 1))
    practice = Practice(
        name="Q", folder="/q", states=(), hipaa_covered=None, hipaa_since=None, channels=(WEBSITE, INSTAGRAM)
    )
    hashes = {LOGO.path: "a", OTHER_LOGO.path: "a" if same_bytes else "b", FACE.path: "c"}
    return Filing(
        PracticeFiles(practice=practice, not_patients=(decision,)), (LOGO, OTHER_LOGO, FACE), pictures(hashes)
    )


@pytest.mark.parametrize("file", ["uploads/2026/05/logo.png", "uploads\\2026\\05\\LOGO.png"])
def test_a_path_means_one_file(file: str) -> None:
    filing = decided(file)
    assert filing.not_a_patient(LOGO)
    assert filing.not_a_patient(OTHER_LOGO) is filing.not_a_patient(FACE) is None
    assert filing.problems == []


def test_a_name_means_every_copy_of_the_same_picture() -> None:
    filing = decided("Logo.png")
    assert filing.not_a_patient(LOGO) and filing.not_a_patient(OTHER_LOGO)
    assert filing.not_a_patient(FACE) is None


def test_a_name_that_several_pictures_have_decides_nothing() -> None:
    filing = decided("logo.png", same_bytes=False)
    assert filing.not_a_patient(LOGO) is filing.not_a_patient(OTHER_LOGO) is None
    assert ["several different published photos" in problem.found for problem in filing.problems] == [True]


def test_a_name_nobody_published_is_no_trouble() -> None:
    assert decided("gone.png").problems == []


def test_a_path_means_the_file_of_that_path_inside_a_zip(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "part-1.zip", "w") as archive:
        archive.writestr("media/logo.png", b"x")
    logo = Published(id="1", post="1", path=f"{tmp_path}/part-1.zip!/media/logo.png", file_name="logo.png")
    channels = (Channel(name="instagram", folder=str(tmp_path)),)
    practice = Practice(name="Q", folder="/q", states=(), hipaa_covered=None, hipaa_since=None, channels=channels)
    decision = NotAPatientPhoto(file="media/logo.png", what="logo", decided_by="Ada Quill", decided_on=None)

    filing = Filing(PracticeFiles(practice=practice, not_patients=(decision,)), (logo,), pictures({logo.path: "a"}))

    assert filing.not_a_patient(logo) == decision


PHOTO = Published(id="website/a/a.jpg", post="website/a", path="/a.jpg", file_name="a.jpg")
RING, MOLE = Mark(kind=MarkKind.JEWELLERY), Mark(kind=MarkKind.BIRTHMARK)
CAMERA = Camera(make="Larkfield", serial="2290417")


@pytest.mark.parametrize(
    ("first", "second", "kinds"),
    [
        ((RING,), (RING, MOLE), ["jewellery", "jewellery", "birthmark"]),
        ((RING,), None, ["jewellery"]),
        ((), (), []),
        ((), None, None),
    ],
)
def test_of_shots_that_cannot_be_told_apart_every_mark_counts(
    first: tuple[Mark, ...], second: tuple[Mark, ...] | None, kinds: list[str] | None
) -> None:
    """Only where somebody looked at all of them and found none is none there."""
    one, other = (Original(id=name, path=f"/{name}", marks=marks) for name, marks in (("1", first), ("2", second)))
    practice = Practice(name="Q", folder="/q", states=(), hipaa_covered=None, hipaa_since=None, channels=())
    seen = pictures(
        {"/a.jpg": "a"},
        cameras={"1": (CAMERA,), "2": (CAMERA,)},
        matches={"a": (Match(original="1", either=("2",), outline=()),)},
    )
    filing = Filing(PracticeFiles(practice=practice, originals=(one, other)), (PHOTO,), seen)
    (panel,) = filing.panels(PHOTO) or ()
    assert (None if panel.marks is None else [mark.mark.kind for mark in panel.marks]) == kinds
    assert panel.cameras == (CAMERA,)


def test_a_panel_without_an_original_names_the_others_that_show_the_same_picture() -> None:
    practice = Practice(name="Q", folder="/q", states=(), hipaa_covered=None, hipaa_since=None, channels=())
    here, there = PanelName(published=PHOTO.id, panel=1), PanelName(published="instagram/b/b.jpg", panel=2)
    seen = pictures({"/a.jpg": "a"}, matches={"a": (Match(original=None, outline=()),)}, same={("a", 0): (here, there)})
    (panel,) = Filing(PracticeFiles(practice=practice), (PHOTO,), seen).panels(PHOTO) or ()
    assert panel.same_unknown == (there,)
    assert panel.edits is None


def test_a_photo_that_was_not_compared_has_no_panels() -> None:
    practice = Practice(name="Q", folder="/q", states=(), hipaa_covered=None, hipaa_since=None, channels=())
    assert Filing(PracticeFiles(practice=practice), (PHOTO,), pictures({"/a.jpg": "a"})).panels(PHOTO) is None
