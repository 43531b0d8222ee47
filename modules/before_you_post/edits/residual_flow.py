"""How far the published picture is bent away from an original that lies on it as well as turning and stretching can."""

from __future__ import annotations

import cv2
import numpy as np

from .published_copy import Floats, Mask, blur

_RIM = 6  # pixels around what is not judged, whose edge the softened pictures still show
_BETTER = 0.7  # of the difference in fine detail may be left once a bend is followed
_NOISE = 0.6  # grey levels squared: less is grain and compression
_SOFT = 6.0  # pixels (sigma): a bend is smooth, what is left is noise of the search


def bent(expected: Floats, published: Floats, judged: Mask) -> Floats:
    """Pixels (x, y) by which each place of the expected picture lies elsewhere in the published one, h x w x 2.

    Both pictures are grey, height x width. A bend counts only where following it makes the two more alike: where
    there is no detail the search drifts, and beside a bar it is pulled along.
    """
    ours, theirs = (blur(luma, 0.8) - blur(luma, 8.0) for luma in (published, expected))
    ours = np.where(judged, ours, theirs)  # what lies over the picture would pull everything around it aside
    search = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_FAST)
    before, after = (np.asarray((128 + 4 * detail).clip(0, 255), np.uint8) for detail in (theirs, ours))
    found = search.calc(before, after, np.zeros((*before.shape, 2), np.float32))
    raw = blur(np.asarray(found, np.float32), 2.0)
    moved = following(theirs, raw, least=0.0)
    apart, left = (blur((ours - picture) ** 2, 4.0) for picture in (theirs, moved))
    near = np.ones((2 * _RIM + 1,) * 2, np.uint8)
    safe = cv2.erode(judged.astype(np.uint8), near, borderType=cv2.BORDER_CONSTANT, borderValue=1) > 0
    detail = blur(theirs * theirs, 3.0)
    better = safe & (left < _BETTER * apart) & (np.minimum(apart, detail) > _NOISE)
    trust = np.where(judged, detail + np.float32(0.05), np.float32(0.05))
    smooth = blur(np.where(better[..., None], raw, np.float32(0)) * trust[..., None], _SOFT)
    return np.asarray(smooth / blur(trust, _SOFT)[..., None], np.float32)


def following(laid: Floats, flow: Floats, *, least: float = 0.6) -> Floats:
    """The laid original bent as the published picture is, so that a warp does not look like other edits too.

    ``least`` (pixels): a smaller bend changes nothing that other checks see, and the original is given back as it is.
    """
    if float(np.percentile(np.hypot(flow[..., 0], flow[..., 1]), 99)) < least:
        return laid
    rows, columns = np.mgrid[0 : laid.shape[0], 0 : laid.shape[1]].astype(np.float32)
    there = (columns - flow[..., 0], rows - flow[..., 1])
    return np.asarray(cv2.remap(laid, *there, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE), np.float32)
