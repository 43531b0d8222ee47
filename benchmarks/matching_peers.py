"""What other tools do, on the same pictures: perceptual hashes at their usual thresholds, and ORB with RANSAC.

A peer names every original that it takes for the same picture. Where a package is not installed its column says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import cv2
import faiss
import numpy as np
from matching_pictures import Pixels
from numpy.typing import NDArray

PHASH_BITS = 10  # of 64: the usual advice for ImageHash, and the default of imagededup
PDQ_BITS = 31  # of 256: Meta's own
ORB_POINTS, ORB_SHORTLIST, ORB_INLIERS = 1000, 10, 15  # a usual floor for a homography
Named = frozenset[str]
Peer = Callable[[Pixels], Named]


def peers(library: Mapping[str, Pixels]) -> dict[str, Peer | None]:
    """Each peer prepared with the library; None = its package is not installed."""
    return {"pHash-64": _phash(library), "PDQ": _pdq(library), "ORB": _orb(library)}


def _phash(library: Mapping[str, Pixels]) -> Peer | None:
    try:
        import imagehash  # noqa: PLC0415 - a peer that may be missing
        from PIL import Image  # noqa: PLC0415
    except ImportError:
        return None
    known = {name: imagehash.phash(Image.fromarray(pixels)) for name, pixels in library.items()}

    def named(pixels: Pixels) -> Named:
        code = imagehash.phash(Image.fromarray(pixels))
        return frozenset(name for name, other in known.items() if code - other <= PHASH_BITS)

    return named


def _pdq(library: Mapping[str, Pixels]) -> Peer | None:
    try:
        import pdqhash  # noqa: PLC0415 - a peer that may be missing
    except ImportError:
        return None

    def code(pixels: Pixels) -> NDArray[np.uint8]:
        scale = min(1.0, 512 / max(pixels.shape[:2]))  # as Meta's own tool does before it hashes
        small = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        bits, quality = pdqhash.compute(np.ascontiguousarray(small))
        return np.asarray(bits if quality >= 50 else bits * 0 + 2, np.uint8)  # 2: no structure, like nothing

    names = list(library)
    codes = np.stack([code(pixels) for pixels in library.values()])

    def named(pixels: Pixels) -> Named:
        far = (codes != code(pixels)).sum(axis=1)
        return frozenset(names[number] for number in np.flatnonzero((far <= PDQ_BITS) & (codes[:, 0] < 2)))

    return named


def _orb(library: Mapping[str, Pixels]) -> Peer:
    detector = cv2.ORB.create(nfeatures=ORB_POINTS)

    def features(pixels: Pixels) -> tuple[NDArray[np.float32], NDArray[np.uint8]]:
        scale = min(1.0, 800 / max(pixels.shape[:2]))
        small = cv2.resize(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), None, fx=scale, fy=scale)
        points, codes = detector.detectAndCompute(small, None)
        empty = np.zeros((0, 32), np.uint8)
        return np.array([p.pt for p in points], np.float32).reshape(-1, 2), empty if codes is None else codes

    names, known = list(library), [features(pixels) for pixels in library.values()]
    owners = np.repeat(np.arange(len(known)), [len(codes) for _, codes in known])
    index = faiss.IndexBinaryFlat(256)
    index.add(np.concatenate([codes for _, codes in known]))

    def named(pixels: Pixels) -> Named:
        points, codes = features(pixels)
        if len(codes) < ORB_INLIERS:
            return frozenset()
        _, rows = index.search(codes, 3)
        votes = np.bincount(owners[rows.ravel()], minlength=len(names))
        nearest = np.argsort(-votes, kind="stable")[:ORB_SHORTLIST]
        return frozenset(names[n] for n in nearest if _agree(points, codes, *known[n]) >= ORB_INLIERS)

    return named


def _agree(
    points: NDArray[np.float32], codes: NDArray[np.uint8], others: NDArray[np.float32], other_codes: NDArray[np.uint8]
) -> int:
    """Places that one homography explains, of the mutually nearest ORB keypoints of two pictures."""
    pairs = cv2.BFMatcher(cv2.NORM_HAMMING, crossCheck=True).match(codes, other_codes)
    if len(pairs) < ORB_INLIERS:
        return 0
    here = np.array([points[pair.queryIdx] for pair in pairs])
    there = np.array([others[pair.trainIdx] for pair in pairs])
    cv2.setRNGSeed(1)
    _, mask = cv2.findHomography(there, here, cv2.RANSAC, 4.0)
    return 0 if mask is None else int(mask.sum())
