"""Read the square codes (QR) in a picture: they hold a web address, a record number or a whole contact card.

A poster in the background or a label on a tube says more to a telephone than to an eye. Read with OpenCV's own
reader, once as the picture is and once inverted, since a label may be light on dark. Codes of about 70 pixels or more
were read at any angle; blurred ones were not found. Striped codes (those of a shop's till) and other square codes
(Data Matrix, Aztec) are not looked for.
"""

from __future__ import annotations

from functools import cache

import cv2
import numpy as np

from ..records import TextLine
from .opening import Pixels

NAME = f"OpenCV {cv2.__version__} (QR codes)"
UNREADABLE = "a square code that could not be read"

_LONG_SIDE = 3000  # pixels; more takes half a second and codes that small are blurred
_SMALLEST = 21  # pixels; a code has as many cells a side


def read_codes(pixels: Pixels) -> tuple[TextLine, ...]:
    """Read every QR code in a picture (height x width x 3 uint8 RGB), top to bottom; () when there is none.

    Outlines are four corners in pixels of ``pixels``. A code that was found and not read has the text UNREADABLE and
    confidence 0. Takes about 0.06 s of one core for 2 megapixels.
    """
    height, width = pixels.shape[:2]
    if min(height, width) < _SMALLEST:
        return ()
    shrink = min(1.0, _LONG_SIDE / max(height, width))
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    if shrink < 1:
        grey = cv2.resize(grey, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA)
    found: dict[str, TextLine] = {}
    for way in (grey, np.bitwise_not(grey)):
        _, contents, corners, _ = _reader().detectAndDecodeBytesMulti(way)
        for content, places in zip(contents, () if corners is None else corners, strict=True):
            outline = tuple((round(float(x) / shrink, 1), round(float(y) / shrink, 1)) for x, y in places)
            text = content.decode("utf-8", "replace").strip()
            line = TextLine(text=text or UNREADABLE, outline=outline, confidence=1.0 if text else 0.0)
            found.setdefault(text or str(outline), line)
    return tuple(sorted(found.values(), key=lambda line: (line.outline[0][1], line.outline[0][0], line.text)))


@cache
def _reader() -> cv2.QRCodeDetectorAruco:
    """Of OpenCV's two readers the one that found codes of every size and angle in trials; the other found a fifth."""
    return cv2.QRCodeDetectorAruco()
