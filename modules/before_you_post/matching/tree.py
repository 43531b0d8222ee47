"""Search trees over keypoints: which of millions are most like this one, looking at some thousands only.

Keypoints are sorted into lists of like ones; a search looks through the lists nearest to what it looks for. Reading
whole descriptors (128 bytes) there is what takes time, so a tree keeps them roughly:

- beside the descriptors themselves, as 32 bytes that are compared sixteen at a time; the best proposals are then
  compared with the descriptors (``Exactly``);
- in a large library, where nothing else is kept, as codes of 16 bytes: for each 8 of the 128 numbers, which of 256
  usual patterns they are most like. The patterns stand in a codebook that is made once from the library itself and
  never changed, so codes made years apart can be compared and merged.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import faiss
import numpy as np
from numpy.typing import NDArray

from .features import Floats
from .pointers import Pointers

CODE_BYTES = 16
EXACT_UP_TO = 8_000  # keypoints (some 20 originals); more are found faster through lists
_PROBES, _PROBES_OF_CODES = 16, 12  # lists looked through
_ROUGH, _ROUGH_BITS = 64, 4  # numbers of a rough description, and their bits
_PROPOSED = 7  # times as many proposals are compared as are wanted
_SEED, _ROUNDS = 1234, 6  # of clustering
_A_LIST = 40  # keypoints to train each list from
_PATTERNS = 256
_AT_ONCE, _COMPARED_AT_ONCE = 65_536, 256  # keypoints handled at a time, to bound memory
_CODEBOOK = "codebook.npy"

Descriptors = NDArray[np.uint8]  # n x 128
Codebook = NDArray[np.float32]  # CODE_BYTES x 256 x (128 / CODE_BYTES)


class Exactly:
    """A rough tree whose proposals are compared with the descriptors they stand for."""

    def __init__(self, rough: Any, descriptors: Descriptors, pointers: Callable[[NDArray[np.int64]], Pointers]) -> None:
        """``pointers`` gives those of keypoints by their rows among the descriptors (may be memory-mapped)."""
        self._rough, self._descriptors, self._pointers = rough, descriptors, pointers

    def search(self, asked: Floats, wanted: int) -> tuple[Floats, Pointers]:
        """Of each descriptor asked for (n x 128), the squared distances of the nearest (n x wanted, nearest first;
        infinite where there are fewer) and their pointers (-1 = none)."""
        _, proposed = self._rough.search(asked, _PROPOSED * wanted)
        squares = np.full((len(asked), wanted), np.inf, np.float32)
        rows = np.full((len(asked), wanted), -1, np.int64)
        for start in range(0, len(asked), _COMPARED_AT_ONCE):
            part = np.s_[start : start + _COMPARED_AT_ONCE]
            squares[part], rows[part] = self._nearest(asked[part], proposed[part], wanted)
        pointers, known = np.full_like(rows, -1), rows >= 0
        pointers[known] = self._pointers(rows[known])
        return squares, pointers

    def _nearest(self, asked: Floats, proposed: NDArray[np.int64], wanted: int) -> tuple[Floats, NDArray[np.int64]]:
        apart = self._descriptors[proposed].astype(np.float32)
        apart -= asked[:, None]
        squares = np.where(proposed < 0, np.float32(np.inf), np.einsum("nkd,nkd->nk", apart, apart))
        order = np.argsort(squares, axis=1, kind="stable")[:, :wanted]
        return np.take_along_axis(squares, order, 1), np.take_along_axis(proposed, order, 1)


def exact(descriptors: Descriptors, pointers: Pointers) -> Any:
    """No tree: every keypoint is looked at. For few."""
    index = faiss.IndexIDMap(faiss.IndexFlatL2(128))
    index.add_with_ids(descriptors.astype(np.float32), pointers)
    return index


def rough(descriptors: Descriptors) -> Any:
    """A tree over 16 or more descriptors (may be memory-mapped), named by their rows; to be asked by ``Exactly``.

    About 10 s of one core for a million keypoints. The same keypoints give the same tree.
    """
    quantiser, lists = _quantiser(descriptors)
    index = faiss.IndexIVFPQFastScan(quantiser, 128, lists, _ROUGH, _ROUGH_BITS)
    index.pq.cp.seed, index.pq.cp.min_points_per_centroid = _SEED, 1
    index.train(_some(descriptors, 1 << (_ROUGH_BITS + 12)).astype(np.float32))
    _filled(index, descriptors, np.arange(len(descriptors), dtype=np.int64))
    return index


def coded(descriptors: Descriptors, pointers: Pointers, codebook: Codebook) -> Any:
    """A tree that keeps descriptors (may be memory-mapped) as codes alone. The same keypoints give the same tree."""
    quantiser, lists = _quantiser(descriptors)
    index: Any = faiss.IndexIVFPQ(quantiser, 128, lists, CODE_BYTES, 8)
    index.by_residual = False  # so that codes mean the same in every tree
    faiss.copy_array_to_vector(codebook.ravel(), index.pq.centroids)
    index.is_trained = True
    _filled(index, descriptors, pointers)
    return index


def _quantiser(descriptors: Descriptors) -> tuple[Any, int]:
    """The middles of the lists into which keypoints are sorted, and how many they are."""
    lists = max(4, int(2 * len(descriptors) ** 0.5))
    quantiser = faiss.IndexFlatL2(128)
    quantiser.add(_centres(descriptors, lists))
    return quantiser, lists


def _filled(index: Any, descriptors: Descriptors, names: NDArray[np.int64]) -> None:
    for start in range(0, len(descriptors), _AT_ONCE):
        part = np.s_[start : start + _AT_ONCE]
        index.add_with_ids(descriptors[part].astype(np.float32), names[part])


def in_memory(descriptors: Descriptors, pointers: Pointers) -> Any:
    """Every keypoint is looked at where there are few; the most promising only where there are many."""
    if len(descriptors) <= EXACT_UP_TO:
        return exact(descriptors, pointers)
    index = rough(descriptors)
    index.nprobe = _PROBES
    return Exactly(index, descriptors, pointers.__getitem__)


def save(index: Any, file: Path) -> None:
    """Write a tree to a file that is not there yet."""
    faiss.write_index(index, str(file))


def opened(file: Path) -> Any:
    """A tree from its file; its lists stay on disk (memory-mapped) until they are looked through.

    Raises RuntimeError when the file is no tree.
    """
    index: Any = faiss.read_index(str(file), faiss.IO_FLAG_MMAP_IFC)
    index.nprobe = _PROBES if isinstance(index, faiss.IndexIVFPQFastScan) else _PROBES_OF_CODES
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
