"""A PDF brochure: the words of each page, and the pictures embedded in it.

``pypdf`` takes the file apart. A photo that lies in it as JPEG comes out byte for byte, with the position a camera
wrote into it; any other picture comes out as PNG. A PDF may be made to loop or to unfold without end: pages, depth,
pixels and bytes are bounded, and what lies beyond is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any, BinaryIO

from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject, IndirectObject, StreamObject

MAX_BYTES = 150 * 2**20
MAX_PAGES = 2000
MAX_PICTURES = 1000  # of one page
MAX_PIXELS = 160_000_000
MAX_DRAWING = 2**20  # bytes of a page's drawing commands that are searched for words
_MAX_DEPTH = 12  # drawings inside drawings
_ICON = 48  # pixels; what is smaller both ways shows nobody
_PLACE = re.compile(r"(?P<number>[0-9]{1,10})\.(?P<generation>[0-9]{1,5})/.*", re.DOTALL)


class PdfError(Exception):
    """This is no PDF we can read; ``reason`` says why, in words for the person who has to look."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfPicture:
    """One embedded picture, by its number in the file."""

    number: int
    generation: int
    jpeg: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfPage:
    """One page: its words, its pictures in the order of the file, and what could not be read of it."""

    number: int  # from 1
    text: str = ""
    pictures: tuple[PdfPicture, ...] = ()
    unread: tuple[str, ...] = ()


def is_pdf(name: str) -> bool:
    """Whether a file is a PDF by its ending."""
    return name.lower().endswith(".pdf")


def pages(file: BinaryIO) -> Iterator[PdfPage]:
    """Every page. Raises PdfError where the file cannot be read, or not be read on, and OSError."""
    reader = _reader(file)
    try:
        count = len(reader.pages)
    except RecursionError:
        raise PdfError("a PDF nested too deeply") from None
    except Exception as error:
        raise PdfError(f"a damaged PDF ({type(error).__name__})") from None
    for number in range(1, min(count, MAX_PAGES) + 1):
        yield _page(reader, number)
    if count > MAX_PAGES:
        raise PdfError(f"a PDF of more than {MAX_PAGES} pages")


def open_pdf_picture(file: BinaryIO, inside: str) -> BinaryIO:
    """The picture that lies at ``12.0/page-3-picture-1.jpg``: object 12 of the file. Raises OSError."""
    match = _PLACE.fullmatch(inside)
    if match is None:
        raise FileNotFoundError(inside)
    try:
        reader = _reader(file)
        found = IndirectObject(int(match["number"]), int(match["generation"]), reader).get_object()
        if not isinstance(found, StreamObject) or found.get("/Subtype") != "/Image":
            raise PdfError("no such picture")
        return BytesIO(_content(found))
    except PdfError as error:
        raise FileNotFoundError(f"{inside}: {error.reason}") from None
    except Exception as error:
        raise OSError(f"{inside} is damaged ({type(error).__name__})") from None


def _reader(file: BinaryIO) -> PdfReader:
    data = file.read(MAX_BYTES + 1)  # as a whole, for going back and forth inside a zip unpacks it each time
    if len(data) > MAX_BYTES:
        raise PdfError(f"a PDF of more than {MAX_BYTES // 2**20} MB")
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise PdfError("a PDF locked with a password")
    except PdfError:
        raise
    except RecursionError:
        raise PdfError("a PDF nested too deeply") from None
    except Exception as error:
        locked = type(error).__name__ == "DependencyError"  # newer locks need a library that is not installed
        raise PdfError("a locked PDF" if locked else f"a damaged PDF ({type(error).__name__})") from None
    return reader


def _page(reader: PdfReader, number: int) -> PdfPage:
    unread: list[str] = []
    pictures: list[PdfPicture] = []
    text = ""
    try:
        page = reader.pages[number - 1]
        pictures = list(_pictures(page, unread))
        text = _text(page, unread)
    except Exception as error:
        unread.append(f"a damaged page ({type(error).__name__})")
    return PdfPage(number=number, text=text, pictures=tuple(pictures), unread=tuple(dict.fromkeys(unread)))


def _text(page: PageObject, unread: list[str]) -> str:
    contents = page.get_contents()
    if contents is None:
        return ""
    if len(contents.get_data()) > MAX_DRAWING:
        unread.append("the words of a page with a very large drawing")
        return ""
    lines = (" ".join(line.split()) for line in page.extract_text().encode("utf-8", "replace").decode().splitlines())
    return "\n".join(filter(None, lines))


def _pictures(page: PageObject, unread: list[str]) -> Iterator[PdfPicture]:
    """The pictures a page shows, each once: drawn on it, in drawings it uses, in patterns, in stamps upon it."""
    seen: set[tuple[int, int]] = set()
    waiting: list[tuple[Any, int]] = [(drawing, 0) for drawing in (page, *_stamps(page))]
    found = 0
    while waiting:
        holder, depth = waiting.pop(0)
        for reference, drawing in _drawings(holder):
            key = (reference.idnum, reference.generation)
            if key in seen:
                continue
            seen.add(key)
            if drawing.get("/Subtype") == "/Image":
                if _is_photo(drawing):
                    found += 1
                    jpeg = _filters(drawing)[-1:] == ["/DCTDecode"]
                    yield PdfPicture(number=key[0], generation=key[1], jpeg=jpeg)
            elif depth < _MAX_DEPTH:
                waiting.append((drawing, depth + 1))
            if found >= MAX_PICTURES or len(seen) > 10 * MAX_PICTURES:
                unread.append(f"a page with more than {MAX_PICTURES} pictures")
                return


def _drawings(holder: Any) -> Iterator[tuple[IndirectObject, StreamObject]]:
    """What a page or a drawing uses: pictures, drawings, patterns. Streams always lie in objects of their own."""
    resources = _dictionary(holder, "/Resources")
    for kind in ("/XObject", "/Pattern"):
        inner = _dictionary(resources, kind)
        for name in inner:
            reference = inner.raw_get(name)
            drawing = reference.get_object() if isinstance(reference, IndirectObject) else None
            if isinstance(reference, IndirectObject) and isinstance(drawing, StreamObject):
                yield reference, drawing


def _dictionary(holder: Any, name: str) -> DictionaryObject:
    found = holder.get(name) if isinstance(holder, DictionaryObject) else None
    found = found.get_object() if found is not None else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _stamps(page: PageObject) -> Iterator[Any]:
    notes = page.get("/Annots")
    notes = notes.get_object() if notes is not None else None
    for note in notes if isinstance(notes, list) else []:
        looks = _dictionary(_dictionary(note.get_object(), "/AP"), "/N")
        yield from [looks, *(look.get_object() for look in looks.values())]


def _is_photo(picture: StreamObject) -> bool:
    """Whether it may show somebody: a stencil or an icon cannot."""
    width, height = picture.get("/Width"), picture.get("/Height")
    if picture.get("/ImageMask") or not isinstance(width, int) or not isinstance(height, int):
        return False
    return max(width, height) >= _ICON


def _filters(picture: StreamObject) -> list[str]:
    filters = picture.get("/Filter")
    filters = filters.get_object() if filters is not None else []
    return [str(one) for one in filters] if isinstance(filters, list) else [str(filters)]


def _content(picture: StreamObject) -> bytes:
    if int(picture.get("/Width", 0)) * int(picture.get("/Height", 0)) > MAX_PIXELS:
        raise PdfError(f"a picture of more than {MAX_PIXELS // 1_000_000} million pixels")
    if _filters(picture)[-1:] == ["/DCTDecode"]:
        return picture.get_data()
    image = picture.decode_as_image()
    if image.mode not in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16"):
        image = image.convert("RGB")
    buffer = BytesIO()
    image.save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()
