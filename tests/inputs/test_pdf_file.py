"""A PDF gives its words and pictures page by page, and ends whatever it holds."""

from __future__ import annotations

import time
import zlib
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from PIL import Image
from pypdf import PdfReader, PdfWriter

from before_you_post.inputs import pdf_file as module
from before_you_post.inputs.pdf_file import PdfError, PdfPage, PdfPicture, open_pdf_picture, pages
from invented_pdf import brochure, jpeg, pdf, photo, stream

PICTURE = {500: photo()}


def read(data: bytes) -> list[PdfPage]:
    return list(pages(BytesIO(data)))


def content(data: bytes, inside: str) -> bytes:
    return open_pdf_picture(BytesIO(data), inside).read()


def test_words_and_pictures_are_found_page_by_page() -> None:
    data = brochure(("Zoe Quill", (500,)), ("", ()), ("Noses", (500, 501)), objects={**PICTURE, 501: photo()})
    first, second = (PdfPicture(number=number, generation=0, jpeg=True) for number in (500, 501))

    assert read(data) == [
        PdfPage(number=1, text="Zoe Quill", pictures=(first,)),
        PdfPage(number=2),
        PdfPage(number=3, text="Noses", pictures=(first, second)),
    ]


def test_a_photo_comes_out_byte_for_byte_with_what_the_camera_wrote() -> None:
    buffer = BytesIO()
    exif = Image.Exif()
    exif[0x8825] = {1: "N", 2: (34.0, 3.0, 0.0)}
    Image.new("RGB", (80, 60)).save(buffer, "JPEG", exif=exif)

    assert content(brochure(("", (500,)), objects={500: photo(buffer.getvalue())}), "500.0/a.jpg") == buffer.getvalue()


def test_any_other_picture_comes_out_as_png() -> None:
    pixels = bytes(range(256)) * 75
    told = "/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode"
    data = brochure(
        ("", (500,)), objects={500: stream(zlib.compress(pixels[: 80 * 60 * 3]), told + " /Width 80 /Height 60")}
    )

    (picture,) = read(data)[0].pictures
    image = Image.open(BytesIO(content(data, "500.0/a.png")))

    assert not picture.jpeg
    assert (image.format, image.size, image.tobytes()) == ("PNG", (80, 60), pixels[: 80 * 60 * 3])


def test_pictures_in_drawings_patterns_and_stamps_are_found() -> None:
    form = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /{} << /A {} 0 R >> >>"
    objects = {
        500: photo(),
        501: stream(b"/A Do", form.format("XObject", 500)),
        502: photo(),
        503: stream(b"/A Do", form.format("Pattern", 504)),
        504: stream(b"/A Do", "/PatternType 1 /Resources << /XObject << /A 502 0 R >> >>"),
        505: photo(),
        506: stream(b"/A Do", form.format("XObject", 505)),
    }
    data = brochure(("", (501, 503)), objects=objects)
    data = data.replace(b"/MediaBox [0 0 300 300]", b"/MediaBox [0 0 300 300] /Annots [<< /AP << /N 506 0 R >> >>]")

    assert sorted(one.number for one in read(data)[0].pictures) == [500, 502, 505]


def test_icons_and_stencils_are_no_photos() -> None:
    objects = {500: photo(words="/Width 47 /Height 47"), 501: photo(words="/Width 80 /Height 60 /ImageMask true")}
    strip = {502: photo(words="/Width 800 /Height 4"), 503: photo(words="/Width (a) /Height 60")}

    (page,) = read(brochure(("", (500, 501, 502, 503)), objects=objects | strip))

    assert [one.number for one in page.pictures] == [502]


def test_drawings_that_use_each_other_end() -> None:
    loop = "/Type /XObject /Subtype /Form /Resources << /XObject << /A 501 0 R /B 500 0 R /C 502 0 R >> >>"

    (page,) = read(brochure(("", (500,)), objects={500: stream(b"", loop), 501: stream(b"", loop), 502: photo()}))

    assert [one.number for one in page.pictures] == [502]


@pytest.mark.parametrize("kids", ["2 0 R", "3 0 R", "2 0 R 2 0 R 2 0 R", "9 0 R", "7", "[[[]]]"])
def test_pages_that_lead_in_circles_or_nowhere_are_refused_or_none(kids: str) -> None:
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count 1000000000 >>".encode(),
        3: b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>",
    }
    began = time.monotonic()
    try:
        assert len(read(pdf(objects))) <= 3
    except PdfError as error:
        assert error.reason
    assert time.monotonic() - began < 10


def test_too_many_pages_are_read_up_to_there_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_PAGES", 2)
    found = pages(BytesIO(brochure(*[("a", ())] * 3)))

    assert [next(found).number, next(found).number] == [1, 2]
    with pytest.raises(PdfError, match="more than 2 pages"):
        next(found)


def test_too_many_pictures_of_a_page_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_PICTURES", 2)
    objects = {number: photo() for number in (500, 501, 502)}

    (page,) = read(brochure(("a", (500, 501, 502)), objects=objects))

    assert len(page.pictures) == 2
    assert page.unread == ("a page with more than 2 pictures",)


def test_the_words_of_a_page_with_a_very_large_drawing_are_not_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_DRAWING", 10)

    (page,) = read(brochure(("Zoe Quill", (500,)), objects=PICTURE))

    assert (page.text, len(page.pictures)) == ("", 1)
    assert page.unread == ("the words of a page with a very large drawing",)


def test_a_locked_file_is_refused_and_one_anybody_may_open_is_read() -> None:
    for password, words in (("secret", "locked with a password"), ("", None)):
        writer = PdfWriter(clone_from=PdfReader(BytesIO(brochure(("Zoe", (500,)), objects=PICTURE))))
        writer.encrypt(user_password=password, owner_password=password + "!", algorithm="RC4-128")
        buffer = BytesIO()
        writer.write(buffer)
        if words is None:
            assert read(buffer.getvalue())[0].text == "Zoe"
        else:
            with pytest.raises(PdfError, match=words):
                read(buffer.getvalue())


@pytest.mark.parametrize("data", [b"", b"no PDF", b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF", b"PK\3\4" + b"x" * 100])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(PdfError, match="damaged"):
        read(data)


def test_a_file_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 10)

    with pytest.raises(PdfError, match="more than"):
        read(brochure(("a", ())))


def test_a_picture_that_unfolds_without_end_is_not_opened() -> None:
    bomb = zlib.compress(bytes(200_000_000), 9)
    told = "/Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode"
    objects = {
        500: stream(bomb, f"{told} /Width 20000 /Height 10000"),
        501: stream(bomb, f"{told} /Width 100 /Height 100"),
    }
    data = brochure(("", (500, 501)), objects=objects)

    assert len(read(data)[0].pictures) == 2
    for inside in ("500.0/a.png", "501.0/a.png"):
        with pytest.raises(OSError, match=r"million|damaged"):
            content(data, inside)


@pytest.mark.parametrize("inside", ["", "500", "500.0", "x/a.jpg", "1.0/a.jpg", "3.0/a.jpg", "9999999999.0/a.jpg"])
def test_a_place_where_no_picture_lies_is_a_missing_file(inside: str) -> None:
    with pytest.raises(OSError):
        content(brochure(("", (500,)), objects=PICTURE), inside)


WHOLE = brochure(("Zoe Quill", (500,)), ("b", (500,)), objects={500: photo(jpeg(size=(64, 64)))})


def look(data: bytes) -> None:
    try:
        for page in read(data):
            for one in page.pictures:
                content(data, f"{one.number}.{one.generation}/a.jpg")
    except (PdfError, OSError):
        pass


@settings(max_examples=60, deadline=None)
@given(length=some.integers(0, len(WHOLE) - 1))
def test_a_file_cut_short_is_refused_or_read_as_far_as_it_goes(length: int) -> None:
    look(WHOLE[:length])


@settings(max_examples=60, deadline=None)
@given(at=some.integers(0, len(WHOLE) - 1), value=some.binary(min_size=1, max_size=4))
def test_a_file_with_changed_bytes_is_refused_or_read(at: int, value: bytes) -> None:
    look(WHOLE[:at] + value + WHOLE[at + len(value) :])
