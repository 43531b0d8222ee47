"""What a face detector must do, so that a practice can put another in the place of ours.

A detector says where faces are. It is never asked whose they are, and what it returns holds nothing by which a person
could be recognised: no template, no measure of a face, only boxes and the few points where eyes, nose and mouth should
be. The points tell how a head is held, so that a before and an after photo can be compared, and nobody keeps them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ...records import Point

Pixels = NDArray[np.uint8]
Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, slots=True, kw_only=True)
class Detection:
    """One place that looks like a face, in pixels of the picture; the box may reach beyond the picture's edge."""

    box: Box
    confidence: float  # 0 to 1
    eyes: tuple[Point, Point] | None = None  # None = this detector does not say where the eyes are
    points: tuple[Point, ...] | None = None  # eyes, nose, corners of the mouth: how the head is held


class FaceDetector(Protocol):
    """Finds faces in a picture. The same pixels must give the same detections, or a second audit would differ."""

    @property
    def name(self) -> str:
        """Program and version, in words a reviewer can quote; a new version needs a new name."""

    def detect(self, pixels: Pixels) -> Sequence[Detection]:
        """Every face in a picture (height x width x 3, uint8, RGB, upright); of one face only the surest detection."""
