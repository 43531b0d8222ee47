"""Read the words inside a picture: a label with a name, a record number on a screen, a date on a wristband.

RapidOCR with the models that come inside its own package; each model is named by its file, so that a damaged
installation stops here instead of fetching a replacement from the network. Printed text is read well down to about
12 pixels of height; handwriting, wristbands and date stamps were never measured, so silence proves nothing.
"""

from __future__ import annotations

import logging
from functools import cache
from importlib import resources
from importlib.metadata import version
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from ..records import TextLine
from .opening import Pixels

NAME = f"RapidOCR {version('rapidocr')}"

_LONG_SIDE = 2000  # pixels; more found no more text in 12-megapixel photos and took four times as long
_SURE = 0.6  # below, texture is read as letters
_SMALLEST = 16  # pixels; nothing legible fits into less


def read_text(pixels: Pixels) -> tuple[TextLine, ...]:
    """Read every line of printed text in a picture (height x width x 3 uint8 RGB); () when there is none.

    Outlines are four corners in pixels of ``pixels``. Takes 0.6 to 3 s of one core for 2 megapixels,
    by the machine and by how much is written.
    """
    height, width = pixels.shape[:2]
    if min(height, width) < _SMALLEST:
        return ()
    shrink = min(1.0, _LONG_SIDE / max(height, width))
    if shrink < 1:
        size = (max(1, round(width * shrink)), max(1, round(height * shrink)))
        pixels = np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    result = _engine()(cv2.cvtColor(pixels, cv2.COLOR_RGB2BGR))
    if result.txts is None or result.boxes is None:
        return ()
    return tuple(
        TextLine(
            text=str(text).strip(),
            outline=tuple((float(x) / shrink, float(y) / shrink) for x, y in box),
            confidence=round(float(score), 3),
        )
        for text, box, score in zip(result.txts, result.boxes, result.scores, strict=True)
        if score >= _SURE and any(letter.isalnum() for letter in str(text))
    )


@cache
def _engine() -> Any:
    """One engine a process: loading the models takes a second and 300 MB."""
    from rapidocr import RapidOCR  # noqa: PLC0415 - a heavy import that indexing the library does not need

    log = logging.getLogger("RapidOCR")
    log.disabled = True
    models = Path(str(resources.files("rapidocr"))) / "models"
    paths = {part: next(iter(sorted(models.glob(pattern)))) for part, pattern in _MODELS.items()}
    engine = RapidOCR(
        params={
            "Global.log_level": "critical",
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            **{f"{part}.model_path": str(path) for part, path in paths.items()},
        }
    )
    log.disabled = True
    return engine


_MODELS = {"Det": "*det*.onnx", "Rec": "*rec*.onnx", "Cls": "*cls*.onnx"}
