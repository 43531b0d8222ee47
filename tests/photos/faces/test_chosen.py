"""A practice may put another face detector in the place of ours, by installing it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint, EntryPoints

import numpy as np
import pytest

from before_you_post.photos import faces
from before_you_post.photos.faces import chosen
from before_you_post.photos.faces.centerface import CenterFace
from before_you_post.photos.faces.detector import Detection, Pixels
from before_you_post.records import FaceExtent


class Everywhere:
    """A detector that sees one face in every picture."""

    name = "Everywhere 1.0"

    def detect(self, pixels: Pixels) -> tuple[Detection, ...]:
        height, width = pixels.shape[:2]
        return (Detection(box=(0, 0, width, height), confidence=1.0),)


@pytest.fixture(autouse=True)
def chosen_anew() -> Iterator[None]:
    chosen.detector.cache_clear()
    yield
    chosen.detector.cache_clear()


def install(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    monkeypatch.setitem(sys.modules, "elsewhere", sys.modules[__name__])
    points = [EntryPoint(name=name, value="elsewhere:Everywhere", group=chosen.GROUP) for name in names]
    monkeypatch.setattr(chosen, "entry_points", lambda group: EntryPoints(points).select(group=group))


def test_ours_is_used_where_no_other_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch)
    assert isinstance(chosen.detector(), CenterFace)
    assert faces.name() == CenterFace.name


def test_another_one_is_used_once_it_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, "everywhere")
    (face,) = faces.find_faces(np.zeros((40, 30, 3), np.uint8))
    assert (face.outline[2], face.extent, faces.name()) == ((30, 40), FaceExtent.FULL, "Everywhere 1.0")


def test_two_others_are_a_mistake_and_not_a_matter_of_luck(monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, "one", "two")
    with pytest.raises(chosen.DetectorError, match="one, two"):
        faces.find_faces(np.zeros((40, 30, 3), np.uint8))
    assert faces.name() == "no face detector"
