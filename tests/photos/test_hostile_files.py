"""Files built to do harm end as a reason, within bounds of time and memory, and never count as clean.

Each is looked at as an audit looks at it: in a process of its own, which is ended when it takes too long.
"""

from __future__ import annotations

import struct
import sys
import time
import zlib
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from before_you_post.audit import judge
from before_you_post.photos import look
from before_you_post.photos.opening import MAX_PIXELS, decode, open_picture
from before_you_post.photos.refusal import PictureError
from before_you_post.pool import GivenUp, Pool
from before_you_post.records import Verdict
from before_you_post.rules.cases.clean import CLEAN
from painted_skin import encoded
from seeded_files import JPEG, SKIN, chunk, in_jpeg, in_png, segment, tiff

limits = pytest.importorskip("resource", reason="Windows does not tell how much memory was used at most")
FILES = Path(__file__).parent / "files"
PATIENCE = 240.0  # seconds by the clock; a busy machine needs a while to start a process
SECONDS, MEGABYTES = 5.0, 700  # for one file: of one core, and with everything Python itself needs


def progressive_without_end() -> bytes:
    """A progressive JPEG whose last scan is repeated ten thousand times: each costs a whole picture."""
    data = encoded(SKIN, "JPEG", progressive=True)
    scan = data.rindex(b"\xff\xda")
    return data[:scan] + data[scan:-2] * 10_000 + data[-2:]


def gif_with_a_giant_frame() -> bytes:
    data = bytearray(encoded(SKIN, "GIF"))
    frame = data.index(b"\x2c", 13 + 3 * 2 ** ((data[10] & 7) + 1))
    data[frame + 5 : frame + 9] = struct.pack("<HH", 65_535, 65_535)
    return bytes(data)


def heic_of_gigapixels() -> bytes:
    data = bytearray((FILES / "plain.heic").read_bytes())
    at = data.index(b"ispe") + 8
    data[at : at + 8] = struct.pack(">II", 60_000, 60_000)
    return bytes(data)


def avif_of_gigapixels() -> bytes:
    data = bytearray(encoded(SKIN, "AVIF"))
    at = data.index(b"ispe") + 8
    data[at : at + 8] = struct.pack(">II", 60_000, 60_000)
    return bytes(data)


def tiff_of_giant_tiles() -> bytes:
    entries = {0x0100: 64, 0x0101: 48, 0x0102: 8, 0x0103: 8, 0x0106: 1, 0x0115: 1, 0x0142: 65_520, 0x0143: 65_520}
    return tiff({**entries, 0x0144: 8, 0x0145: 99}) + zlib.compress(bytes(2**20))


def entries_that_share_megabytes() -> bytes:
    size = 8 * 2**20
    rows = b"".join(struct.pack("<HHII", 0x8000 + number, 1, size, 40_000) for number in range(999))
    return b"II*\0\x08\0\0\0" + struct.pack("<H", 999) + rows + bytes(4) + bytes(size + 40_000)


def png_claiming(width: int, height: int) -> bytes:
    head = struct.pack(">II", width, height) + b"\x08\x02\0\0\0"
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(2**20)))


ZIP = b"PK\x03\x04" + bytes(60)
REFUSED = {
    "zero bytes": (b"", "empty"),
    "cut short": (JPEG[: len(JPEG) // 2], "cut short"),
    "a zip called .jpg": (ZIP, "zip archive"),
    "a PDF called .jpg": (b"%PDF-1.7 /Type /Page", "PDF"),
    "a web page called .jpg": (b"<html><script>alert(1)</script>", "web page"),
    "a PNG of gigapixels": (png_claiming(60_000, 60_000), "million pixels"),
    "a PNG of one endless row": (png_claiming(2**31 - 1, 1), "million pixels"),
    "a GIF frame of gigapixels": (gif_with_a_giant_frame(), "million pixels"),
    "a HEIC of gigapixels": (heic_of_gigapixels(), "damaged|million pixels"),
    "an AVIF of gigapixels": (avif_of_gigapixels(), "damaged|million pixels"),
    "TIFF tiles of gigapixels": (tiff_of_giant_tiles(), "million pixels"),
    "a JPEG of endless scans": (progressive_without_end(), "never end"),
    "a JPEG of endless segments": (in_jpeg(segment(0xFE, b"") * 300_000), "never end"),
    "a TIFF that claims itself 999 times": (entries_that_share_megabytes(), "fill the memory"),
    "a PNG with such a block": (in_png(chunk(b"eXIf", entries_that_share_megabytes())), "fill the memory"),
    "a BigTIFF": (b"II+\0\x08\0\0\0" + bytes(8), "BigTIFF"),
    "a Photoshop document": (b"8BPS\0\1" + bytes(20), "Photoshop"),
}
OPENED = {  # harmless to open; what hides in them is found by reading their parts (test_hostile_metadata.py)
    "a JPEG that is a zip too": JPEG + ZIP,
    "a GIF that is a script too": encoded(SKIN, "GIF") + b"/*<script>alert(1)</script>*/",
    "a PNG whose words unfold into gigabytes": in_png(chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(2**26), 9))),
    "a PNG whose profile unfolds into gigabytes": in_png(chunk(b"iCCP", b"x\0\0" + zlib.compress(bytes(2**28), 9))),
    "an EXIF block that loops": in_jpeg(
        segment(0xE1, b"Exif\0\0II*\0\x08\0\0\0\1\0\x69\x87\4\0\1\0\0\0\x08\0\0\0\x08\0\0\0")
    ),
}


def outcome(path: Path) -> tuple[str, float, int]:
    """What opening the file says, the seconds it took, and the most megabytes this process ever had."""
    begun = time.process_time()
    try:
        open_picture(path)
        said = ""
    except PictureError as error:
        said = error.reason
    most = limits.getrusage(limits.RUSAGE_SELF).ru_maxrss // (2**20 if sys.platform == "darwin" else 2**10)
    return said, time.process_time() - begun, most


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, float, int] | GivenUp]:
    folder = tmp_path_factory.mktemp("hostile")
    names = [*REFUSED, *OPENED]
    paths = [folder / f"{number}.jpg" for number in range(len(names))]  # every file lies about what it is
    for path, data in zip(paths, [*(data for data, _ in REFUSED.values()), *OPENED.values()], strict=True):
        path.write_bytes(data)
    results = Pool(outcome, workers=1, seconds=PATIENCE).results(paths)
    return {names[number]: result for number, result in results}


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_ends_as_a_reason(name: str, outcomes: dict[str, tuple[str, float, int] | GivenUp]) -> None:
    result = outcomes[name]
    assert not isinstance(result, GivenUp), result
    said, seconds, megabytes = result
    assert said.endswith(".")
    assert any(words in said for words in REFUSED[name][1].split("|")), said
    assert (seconds < SECONDS, megabytes < MEGABYTES) == (True, True), (seconds, megabytes)


@pytest.mark.parametrize("name", OPENED)
def test_a_picture_with_something_in_it_opens_within_bounds(
    name: str, outcomes: dict[str, tuple[str, float, int] | GivenUp]
) -> None:
    result = outcomes[name]
    assert not isinstance(result, GivenUp), result
    said, seconds, megabytes = result
    assert (seconds < SECONDS, megabytes < MEGABYTES) == (True, True), (said, seconds, megabytes)


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_never_counts_as_clean(name: str, tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(REFUSED[name][0])
    facts = look(path)
    assert facts.problem
    assert facts.gps is facts.metadata is facts.embedded is None  # nobody looked, which is not "none found"
    assert judge(replace(CLEAN, photo=facts, panels=None)).verdict is Verdict.NOT_DETERMINED


def test_the_largest_picture_that_is_opened_is_below_the_limit_of_the_library() -> None:
    assert Image.MAX_IMAGE_PIXELS is not None
    assert MAX_PIXELS < 2 * Image.MAX_IMAGE_PIXELS


def test_numbers_of_any_kind_become_a_picture() -> None:
    for mode, value in (("F", np.inf), ("F", -5.0), ("I", 70_000), ("I", -1)):
        data = encoded_tiff(mode, value)
        assert decode(data).pixels.shape == (6, 8, 3)


def encoded_tiff(mode: str, value: float) -> bytes:
    kind = np.float32 if mode == "F" else np.int32
    return encoded(np.full((6, 8), value, kind), "TIFF")  # type: ignore[arg-type]


def test_a_heic_whose_items_have_no_plain_names_is_refused_before_the_decoder_stumbles() -> None:
    data = (FILES / "photo.heic").read_bytes()
    for name in (b"Exif\0", b"application/rdf+xml"):
        at = data.index(name)
        with pytest.raises(PictureError, match="damaged"):
            decode(data[:at] + b"\xff\xfe" + data[at + 2 :])
