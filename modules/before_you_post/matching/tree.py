"""Search trees over keypoints: which of millions are most like this one, looking at some thousands only.

Keypoints are sorted into lists of like ones; a search looks through the lists nearest to what it looks for. A tree
keeps descriptors as they are (128 bytes), or in a large library as codes of 16 bytes: for each 8 of the 128 numbers,
which of 256 usual patterns they are most like. The patterns stand in a codebook that is made once from the library
itself and never changed, so codes made years apart can be compared and merged.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from .features import Floats
from .pointers import Pointers

CODE_BYTES = 16
EXACT_UP_TO = 8_000  # keypoints (some 20 originals); more are found faster through lists
_PROBES = 12  # lists looked through
_SEED, _ROUNDS = 1234, 6  # of clustering
_A_LIST = 40  # keypoints to train each list from
_PATTERNS = 256
_AT_ONCE = 65_536  # keypoints handled at a time, to bound memory
_CODEBOOK = "codebook.npy"

Descriptors = NDArray[np.uint8]  # n x 128
Codebook = NDArray[np.float32]  # CODE_BYTES x 256 x (128 / CODE_BYTES)


def exact(descriptors: Descriptors, pointers: Pointers) -> Any:
    """No tree: every keypoint is looked at. For few."""
    index = faiss.IndexIDMap(faiss.IndexFlatL2(128))
    index.add_with_ids(descriptors.astype(np.float32), pointers)
    return index


def build(descriptors: Descriptors, pointers: Pointers, codebook: Codebook | None) -> Any:
    """A tree over descriptors (may be memory-mapped): without loss, or coded where a codebook is given.

    About 20 s of one core for a million keypoints. The same keypoints give the same tree.
    """
    lists = max(4, int(2 * len(descriptors) ** 0.5))
    quantiser = faiss.IndexFlatL2(128)
    quantiser.add(_centres(descriptors, lists))
    index: Any
    if codebook is None:
        kind = faiss.ScalarQuantizer.QT_8bit_direct
        index = faiss.IndexIVFScalarQuantizer(quantiser, 128, lists, kind, faiss.METRIC_L2, False)
    else:
        index = faiss.IndexIVFPQ(quantiser, 128, lists, CODE_BYTES, 8)
        index.by_residual = False  # so that codes mean the same in every tree
        faiss.copy_array_to_vector(codebook.ravel(), index.pq.centroids)
    index.is_trained = True
    for start in range(0, len(descriptors), _AT_ONCE):
        part = np.s_[start : start + _AT_ONCE]
        index.add_with_ids(descriptors[part].astype(np.float32), pointers[part])
    return index


def in_memory(descriptors: Descriptors, pointers: Pointers) -> Any:
    """Every keypoint is looked at where there are few; a tree without loss where there are many."""
    if len(descriptors) <= EXACT_UP_TO:
        return exact(descriptors, pointers)
    index = build(descriptors, pointers, None)
    index.nprobe = _PROBES
    return index


def save(index: Any, file: Path) -> None:
    """Write a tree to a file that is not there yet."""
    faiss.write_index(index, str(file))


def opened(file: Path) -> Any:
    """A tree from its file; its lists stay on disk (memory-mapped) until they are looked through.

    Raises RuntimeError when the file is no tree.
    """
    index: Any = faiss.read_index(str(file), faiss.IO_FLAG_MMAP)
    index.nprobe = _PROBES
    return index


def contents(file: Path) -> Iterator[tuple[Descriptors, Pointers]]:
    """The keypoints of a tree of codes, list by list, as near to the true ones as their codes tell."""
    index = opened(file)
    for number in range(index.nlist):
        size = index.invlists.list_size(number)
        if size:
            codes = faiss.rev_swig_ptr(index.invlists.get_codes(number), size * CODE_BYTES)
            pointers = faiss.rev_swig_ptr(index.invlists.get_ids(number), size).copy()
            yield _bytes(index.pq.decode(codes.reshape(size, CODE_BYTES).copy())), pointers


def codebook_of(home: Path, descriptors: Descriptors) -> Codebook:
    """The codebook of an index; made from these descriptors where there is none yet."""
    file = home / _CODEBOOK
    if not file.exists():
        quantiser = faiss.ProductQuantizer(128, CODE_BYTES, 8)
        quantiser.cp.seed, quantiser.cp.niter, quantiser.cp.min_points_per_centroid = _SEED, _ROUNDS, 1
        quantiser.train(_some(descriptors, _PATTERNS * 256).astype(np.float32))
        patterns = faiss.vector_to_array(quantiser.centroids)
        temporary = file.with_suffix(".writing.npy")
        np.save(temporary, patterns)
        temporary.replace(file)
    return np.asarray(np.load(file), np.float32)


def _centres(descriptors: Descriptors, lists: int) -> Floats:
    sample = _some(descriptors, lists * _A_LIST).astype(np.float32)
    clustering = faiss.Kmeans(128, lists, niter=_ROUNDS, seed=_SEED, min_points_per_centroid=1)
    clustering.train(sample)
    return np.asarray(clustering.centroids, np.float32)


def _some(descriptors: Descriptors, count: int) -> Descriptors:
    """Some of the descriptors, drawn evenly from all, in no order that matters."""
    step = max(1, len(descriptors) // count)
    return np.asarray(descriptors[::step][:count])


def _bytes(values: Floats) -> Descriptors:
    return np.asarray(np.clip(np.rint(values), 0, 255), np.uint8)
