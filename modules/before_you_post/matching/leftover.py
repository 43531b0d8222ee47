"""What no original explains: is it another photo, or only a margin, a caption, a frame or a phone's screen?

A panel without an original is news a privacy officer needs; a white border is not. Photos have fine, many-coloured
detail nearly everywhere; margins are flat, and lettering stands on flat ground.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from ..photos.opening import Pixels
from .agreement import CELL, Cells, best_box
from .borders import snapped
from .geometry import Corners

_AREA = 0.08  # of the picture, at least
_SIDE = 0.16  # of the picture's shorter side, at least
_PHOTO = 0.72  # of the patches, at least, must look like a photo
_STRANGE = 0.5  # of the patches, at least, must resemble no original that was found
_GRAIN = 1.1  # grey levels; JPEG leaves flat margins below
_ONE_COLOUR = 0.55  # share of one shade above which a patch is lettering on a ground
_MOST = 6


def unexplained_panels(
    pixels: Pixels, explained: NDArray[np.bool_], kin: NDArray[np.bool_] | None = None
) -> list[Corners]:
    """Boxes (four corners, pixels of ``pixels``) outside the explained patches that look like photos of their own.

    ``kin`` marks patches that an original resembles from afar: a blurred face, or chance. They may belong to a panel
    but do not make one.
    """
    kin = np.zeros_like(explained) if kin is None else kin
    grey = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), dtype=np.uint8)
    photo = photo_like(grey)
    worth = np.where(explained, -4.0, np.where(photo, np.where(kin, 0.2, 1.0), -0.8)).astype(np.float32)
    panels: list[Corners] = []
    while len(panels) < _MOST:
        left, top, right, bottom = cells = best_box(worth)
        if not _is_panel(cells, photo, photo & ~kin, grey.shape):
            break
        box = tuple(float(side * CELL) for side in cells)
        panels.append(snapped(grey, box, (0.0, 0.0, float(grey.shape[1]), float(grey.shape[0]))))
        worth[top:bottom, left:right] = -4.0
    return panels


def photo_like(grey: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Which patches (rows x columns of CELL pixels) have the grain and the many shades of a photo."""
    rows, columns = grey.shape[0] // CELL, grey.shape[1] // CELL
    blocks = grey[: rows * CELL, : columns * CELL].reshape(rows, CELL, columns, CELL).swapaxes(1, 2)
    patches = blocks.reshape(rows, columns, CELL * CELL)
    shades = np.sort(patches, axis=2).astype(np.int16)
    half = int(CELL * CELL * _ONE_COLOUR)
    # The narrowest span of shades that holds a bit more than half of a patch: nearly nothing for a printed ground.
    span = (shades[:, :, half:] - shades[:, :, :-half]).min(axis=2)
    return np.asarray((patches.std(axis=2) > _GRAIN) & (span >= 2))


def _is_panel(cells: Cells, photo: NDArray[np.bool_], strange: NDArray[np.bool_], shape: tuple[int, ...]) -> bool:
    left, top, right, bottom = cells
    height, width = (bottom - top) * CELL, (right - left) * CELL
    return bool(
        height * width >= _AREA * shape[0] * shape[1]
        and min(height, width) >= _SIDE * min(shape[:2])
        and photo[top:bottom, left:right].mean() >= _PHOTO
        and strange[top:bottom, left:right].mean() >= _STRANGE
    )
