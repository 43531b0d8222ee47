"""What is found in a photo's file and pixels, how surely and how fast? Each stage beside its peer; takes some minutes.

    python benchmarks/photo_evidence.py [--out benchmarks/results/photo_evidence.txt]

Made here and labelled by how they were made: files of every kind with known metadata, faces and bodies rendered for
the sample practice (turned, cut, barred, blurred, small), and words drawn over them. Peers are asked where this
machine has them: exiftool for metadata, OpenCV's Haar cascades for faces, tesseract for words; where it has not, the
line says so. Times are of one core, the least of three.
"""

from __future__ import annotations

import argparse
import csv
import json
import platform
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image, ImageDraw, ImageFilter, ImageFont, PngImagePlugin

from before_you_post.photos.faces import find_faces
from before_you_post.photos.metadata import read_metadata
from before_you_post.photos.text import read_text

SAMPLE = Path(__file__).parents[1] / "sample_data" / "quillfeather"
# Areas whose photos show a face, or a part of one.
FACES = frozenset({"nose", "face", "chin", "eyelids", "hairline", "neck", "cheek", "lips"})
FULL_HD = (1920, 1080)
SEED = 20261122
EXIFTOOL, TESSERACT = shutil.which("exiftool") or "", shutil.which("tesseract") or ""
Pixels = NDArray[np.uint8]


def seconds(work: Callable[[], object], times: int = 3) -> float:
    """The least processor time of some runs, so that a busy machine counts for less."""
    spent = []
    for _ in range(times):
        began = time.process_time()
        work()
        spent.append(time.process_time() - began)
    return min(spent)


# ---------------------------------------------------------------- metadata

SEEDS = {
    "artist": "Oriane Vanterpool",
    "date": "2025:03:18 10:20:30",
    "body serial": "LF2290417",
    "comment": "MRN QF-209643",
    "program": "Larkfield Studio 4",
    "person in XMP": "Cassius Wexcombe",
    "keyword in XMP": "abdominoplasty follow-up",
}
XMP = f"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">
<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>{SEEDS["person in XMP"]}</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>
<dc:subject><rdf:Bag><rdf:li>{SEEDS["keyword in XMP"]}</rdf:li></rdf:Bag></dc:subject>
</rdf:Description></rdf:RDF></x:xmpmeta>""".encode()


def seeded(kind: str, size: tuple[int, int]) -> bytes:
    """A picture file with every seed in it, and a place."""
    block = Image.Exif()
    block[ExifTags.Base.Artist] = SEEDS["artist"]
    block[ExifTags.Base.Software] = SEEDS["program"]
    details = block.get_ifd(ExifTags.IFD.Exif)
    details[ExifTags.Base.DateTimeOriginal] = SEEDS["date"]
    details[ExifTags.Base.BodySerialNumber] = SEEDS["body serial"]
    details[ExifTags.Base.UserComment] = b"ASCII\0\0\0" + SEEDS["comment"].encode()
    block.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (39.0, 57.0, 40.0), 3: "W", 4: (82.0, 59.0, 56.0)})
    noise = np.random.default_rng(SEED).integers(0, 256, (size[1] // 8, size[0] // 8, 3), dtype=np.uint8)
    picture, written = Image.fromarray(noise).resize(size), BytesIO()
    extra: dict[str, object] = {"xmp": XMP}
    if kind == "PNG":
        extra["pnginfo"] = PngImagePlugin.PngInfo()
        extra["pnginfo"].add_itxt("XML:com.adobe.xmp", XMP.decode())
    picture.save(written, kind, exif=block, **extra)
    return written.getvalue()


def ours_in_metadata(data: bytes) -> str:
    """Everything our reader found, as one text."""
    found = read_metadata(data)
    return json.dumps([item.value for item in found.items] + [place.latitude for place in found.gps])


def exiftools_in_metadata(data: bytes) -> str:
    """Everything exiftool found, as one text."""
    command = [EXIFTOOL, "-j", "-n", "-a", "-G1", "-"]
    done = subprocess.run(command, input=data, capture_output=True, check=False)  # noqa: S603
    return done.stdout.decode("utf-8", "replace")


def metadata_lines() -> Iterator[str]:
    """Recall of the seeds in each kind of file, and time for a large JPEG."""
    tools = {"ours": ours_in_metadata}
    if EXIFTOOL:
        tools["exiftool"] = exiftools_in_metadata
    yield "Metadata: seeds found"
    for kind in ("JPEG", "PNG", "WEBP", "AVIF"):  # Pillow writes only a part of the seeds into a TIFF
        data = seeded(kind, (640, 480))
        for tool, find in tools.items():
            text = find(data)
            missed = [name for name, value in SEEDS.items() if value not in text]
            missed += [] if "39.96" in text else ["place"]
            yield f"  {kind:<6}{tool:<10}{len(SEEDS) + 1 - len(missed):>3} of {len(SEEDS) + 1}  {', '.join(missed)}"
    large = seeded("JPEG", (4000, 3000))
    spent = 1000 * seconds(lambda: read_metadata(large))
    yield f"  12-megapixel JPEG of {len(large) / 2**20:.1f} MB, ours: {spent:.1f} ms"
    if "exiftool" in tools:
        began = time.perf_counter()
        exiftools_in_metadata(large)
        yield f"  the same, exiftool begun anew: {1000 * (time.perf_counter() - began):.0f} ms by the clock"
    else:
        yield "  exiftool is not on this machine: not compared"


# ---------------------------------------------------------------- faces


def originals() -> Iterator[tuple[str, bool, Image.Image]]:
    """Every original of the sample practice, and whether it shows a face."""
    with (SAMPLE / "originals.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            with Image.open(SAMPLE / "originals" / row["file"]) as picture:
                yield row["file"], row["area"] in FACES, picture.convert("RGB")


def barred(picture: Image.Image) -> Image.Image:
    """A bar over where the eyes are, found on the plain picture."""
    found = find_faces(np.asarray(picture))
    copy = picture.copy()
    for face in found:
        (left, top), (right, bottom) = face.outline[0], face.outline[2]
        high = bottom - top
        ImageDraw.Draw(copy).rectangle((left, top + 0.28 * high, right, top + 0.5 * high), fill=(0, 0, 0))
    return copy


def small(picture: Image.Image) -> Image.Image:
    """The picture small in a large page."""
    page = Image.new("RGB", FULL_HD, (236, 236, 232))
    page.paste(picture.resize((120, round(120 * picture.height / picture.width))), (300, 200))
    return page


CASES: dict[str, Callable[[Image.Image], Image.Image]] = {
    "plain": lambda picture: picture,
    "turned 30": lambda picture: picture.rotate(30, expand=True, fillcolor=(128, 128, 128)),
    "turned 90": lambda picture: picture.rotate(90, expand=True),
    "upside down": lambda picture: picture.rotate(180),
    "bar over the eyes": barred,
    "blurred": lambda picture: picture.filter(ImageFilter.GaussianBlur(6)),
    "small in a page": small,
    "grey": lambda picture: picture.convert("L").convert("RGB"),
}


def haar() -> Callable[[Pixels], int] | None:
    """OpenCV's own frontal and profile cascades, where this OpenCV still has them."""
    folder = Path(getattr(getattr(cv2, "data", None), "haarcascades", "") or "/nowhere")
    files = [folder / f"haarcascade_{name}.xml" for name in ("frontalface_default", "profileface")]
    if not hasattr(cv2, "CascadeClassifier") or not all(file.is_file() for file in files):
        return None
    cascades = [cv2.CascadeClassifier(str(file)) for file in files]
    return lambda pixels: sum(len(one.detectMultiScale(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY))) for one in cascades)


def face_lines() -> Iterator[str]:
    """Recall on photos with a face in every case, and false alarms on photos without."""
    tools: dict[str, Callable[[Pixels], int]] = {"ours": lambda pixels: len(find_faces(pixels))}
    if peer := haar():
        tools["Haar"] = peer
    photos = list(originals())
    yield f"Faces: photos with a face in which one was found ({sum(face for _, face, _ in photos)} rendered photos)"
    for case, change in CASES.items():
        shown = [np.asarray(change(picture)) for _, face, picture in photos if face]
        counts = {tool: sum(find(pixels) > 0 for pixels in shown) for tool, find in tools.items()}
        yield f"  {case:<20}" + "  ".join(f"{tool} {found}/{len(shown)}" for tool, found in counts.items())
    bodies = [(name, np.asarray(picture)) for name, face, picture in photos if not face]
    for tool, find in tools.items():
        wrong = [name for name, pixels in bodies if find(pixels)]
        yield f"  {tool}: {len(wrong)} of {len(bodies)} photos without a face called one  {', '.join(wrong)}"
    page = np.asarray(photos[0][2].resize(FULL_HD))
    for tool, find in tools.items():
        yield f"  {tool}, 1920 x 1080: {seconds(lambda find=find: find(page)):.2f} s of one core"
    if "Haar" not in tools:
        yield f"  OpenCV {cv2.__version__} has no Haar cascades any more: not compared"


# ---------------------------------------------------------------- words

WORDS = ("MRN QF-209643", "DOB 04/09/1972", "Imara Tollivant", "2025-03-18", "(614) 555-0142", "Room 12 left arm")


def labelled(picture: Image.Image, height: int, opacity: float, angle: int) -> Pixels:
    """The words over a photo: ``height`` of the letters in pixels, ``opacity`` 0 to 1, turned by ``angle`` degrees."""
    page = picture.resize((1440, 1920)).convert("RGBA")
    for number, words in enumerate(WORDS):
        layer = Image.new("RGBA", (900, 3 * height), (0, 0, 0, 0))
        ImageDraw.Draw(layer).text(
            (4, height), words, (255, 255, 255, round(255 * opacity)), ImageFont.load_default(height)
        )
        turned = layer.crop(layer.getbbox()).rotate(angle, expand=True)
        page.alpha_composite(turned, (80 + 620 * (number % 2), 120 + 580 * (number // 2)))
    return np.asarray(page.convert("RGB"))


def ours_in_picture(pixels: Pixels) -> str:
    """Every line our reader found, as one text."""
    return "\n".join(line.text for line in read_text(pixels))


def tesseracts_in_picture(pixels: Pixels) -> str:
    """Every line tesseract found, as one text."""
    written = BytesIO()
    Image.fromarray(pixels).save(written, "PNG")
    command = [TESSERACT, "-", "-", "--psm", "11"]
    done = subprocess.run(command, input=written.getvalue(), capture_output=True, check=False)  # noqa: S603
    return done.stdout.decode("utf-8", "replace")


def word_lines() -> Iterator[str]:
    """Words read exactly, by their size, contrast and turn; and lines read where there are none."""
    tools = {"ours": ours_in_picture}
    if TESSERACT:
        tools["tesseract"] = tesseracts_in_picture
    photos = [picture for _, _, picture in originals()][::12]
    yield f"Words: read exactly, of {len(WORDS)} over each of {len(photos)} photos of 1440 x 1920"
    for height, opacity, angle in (
        (12, 1, 0),
        (18, 1, 0),
        (24, 1, 0),
        (24, 0.35, 0),
        (24, 1, 90),
        (24, 1, 20),
        (24, 1, 180),
    ):
        shown = [labelled(picture, height, opacity, angle) for picture in photos]
        for tool, find in tools.items():
            texts = [find(pixels).replace(" ", "") for pixels in shown]
            read = sum(words.replace(" ", "") in text for text in texts for words in WORDS)
            yield f"  {height} px, {opacity:.0%}, {angle:>3} degrees  {tool:<10}{read} of {len(WORDS) * len(shown)}"
    plain, page = [np.asarray(picture) for picture in photos], np.asarray(photos[0].resize(FULL_HD))
    for tool, find in tools.items():
        lines = sum(len(find(pixels).split()) > 0 for pixels in plain)
        yield f"  {tool}: words read in {lines} of {len(plain)} photos without any"
        yield f"  {tool}, 1920 x 1080: {seconds(lambda find=find: find(page)):.2f} s of one core"
    if "tesseract" not in tools:
        yield "  tesseract is not on this machine: not compared"


def main() -> None:
    """Print every stage; write the same to --out."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--out", type=Path)
    out = options.parse_args().out
    day = datetime.now(UTC).date()
    lines = [f"{day}, {platform.machine()}, {platform.system()}, Python {platform.python_version()}", ""]
    for stage in (metadata_lines, face_lines, word_lines):
        for line in stage():
            print(line, flush=True)
            lines.append(line)
        lines.append("")
    if out:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
