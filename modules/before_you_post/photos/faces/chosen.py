"""Which face detector is used: CenterFace, unless another one is installed beside this program.

A practice that wants another detector installs a Python package that offers one under the entry point group
``before_you_post.face_detector``: a class without parameters that does what ``FaceDetector`` asks. Two of them are a
mistake that is said, not a matter of luck.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import entry_points

from .centerface import CenterFace
from .detector import FaceDetector

GROUP = "before_you_post.face_detector"


class DetectorError(Exception):
    """The face detector that is installed cannot be used."""


@cache
def detector() -> FaceDetector:
    """The detector of this process, made once. Raises DetectorError where several are installed."""
    installed = entry_points(group=GROUP)
    if len(installed) > 1:
        names = ", ".join(sorted(point.name for point in installed))
        raise DetectorError(f"several face detectors are installed ({names}); keep one")
    for point in installed:
        made: FaceDetector = point.load()()
        return made
    return CenterFace()
