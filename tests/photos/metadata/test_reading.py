"""Everything that was put beside a picture is found again, in every kind of file; a plain picture has nothing."""

from __future__ import annotations

import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from before_you_post.photos.metadata import Metadata, read_metadata
from before_you_post.photos.opening import FORMATS
from before_you_post.records import Camera, MetadataKind
from painted_skin import encoded
from seeded_files import (
    BLOCK,
    IN_EXIF,
    IN_IPTC,
    IN_XMP,
    INSIDE,
    IPTC,
    JPEG,
    OUTSIDE,
    PLACE,
    SKIN,
    XMP,
    chunk,
    in_gif,
    in_jpeg,
    in_png,
    in_webp,
    packet,
    record,
    resource,
    segment,
    tiff,
)

FILES = Path(__file__).parent.parent / "files"
PHOTOSHOP = b"Photoshop 3.0\0"
IN_PNG_TEXT = b"XML:com.adobe.xmp\0"
HEX_IPTC = b"\niptc\n %d\n" % len(IPTC) + IPTC.hex().encode()

Seeds = dict[tuple[str, MetadataKind], str]


def told(metadata: Metadata) -> Seeds:
    return {(item.name, item.kind): item.value for item in metadata.items}


def saved(kind: str, **options: object) -> bytes:
    file = BytesIO()
    Image.fromarray(SKIN).save(file, kind, **options)  # type: ignore[arg-type]
    return file.getvalue()


@pytest.mark.parametrize("kind", FORMATS)
def test_a_plain_picture_has_nothing_beside_it(kind: str) -> None:
    assert read_metadata(encoded(SKIN, kind)) == Metadata()


def test_what_a_photo_needs_to_be_shown_right_is_nothing() -> None:
    turned = tiff({0x0112: 6, 0x011A: (72.0,), 0x0128: 2}, {0xA001: 1})
    colours = segment(0xE2, b"ICC_PROFILE\0\x01\x01" + bytes(200)) + segment(0xEE, b"Adobe\0d\0\0\0\0\x01")
    for_web = segment(0xEC, b"Ducky\0\1\0\4\0\0\0\x3c\0\0")
    assert read_metadata(in_jpeg(segment(0xE1, b"Exif\0\0" + turned), colours, for_web)) == Metadata()
    plain = chunk(b"gAMA", b"\0\0\xb1\x8f") + chunk(b"sRGB", b"\0") + chunk(b"pHYs", bytes(9))
    assert read_metadata(in_png(plain)) == Metadata()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(in_jpeg(segment(0xE1, b"Exif\0\0" + BLOCK)), id="JPEG"),
        pytest.param(in_jpeg(segment(0xED, PHOTOSHOP + resource(0x0422, BLOCK))), id="Photoshop resource"),
        pytest.param(in_png(chunk(b"eXIf", BLOCK)), id="PNG"),
        pytest.param(
            in_png(
                chunk(b"zTXt", b"Raw profile type exif\0\0" + zlib.compress(b"\nexif\n 9\n" + BLOCK.hex().encode()))
            ),
            id="PNG by ImageMagick",
        ),
        pytest.param(in_webp((b"EXIF", BLOCK)), id="WebP"),
        pytest.param(saved("AVIF", exif=b"Exif\0\0" + BLOCK), id="AVIF"),
        pytest.param(BLOCK, id="a file that is nothing else"),
    ],
)
def test_everything_in_exif_is_found(data: bytes) -> None:
    metadata = read_metadata(data)
    assert IN_EXIF.items() <= told(metadata).items()
    assert metadata.cameras == (Camera(make="Larkfield", model="L-200", serial="SN-2290417"),)
    assert [(place.latitude, place.longitude) for place in metadata.gps] == [(34.07361, -118.40042)]
    assert {item.found_in for item in metadata.items} == {"EXIF"}


def test_numbers_in_the_other_order_are_read_alike() -> None:
    wide = {0x9286: b"UNICODE\0" + "after six weeks".encode("utf-16-be")}
    assert read_metadata(tiff(OUTSIDE, {**INSIDE, **wide}, PLACE, order=">")) == read_metadata(BLOCK)


def test_metadata_of_a_tiff_file_is_read(tmp_path: Path) -> None:
    info = {270: "nose of Ottoline", 700: XMP, 33723: IPTC, 34377: resource(0x0425, bytes(16)) + resource(0x0404, IPTC)}
    found = told(read_metadata(saved("TIFF", tiffinfo=info)))
    assert found[("ImageDescription", MetadataKind.WORDS)] == "nose of Ottoline"
    assert (IN_XMP | IN_IPTC).items() <= found.items()


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(in_jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP)), id="JPEG"),
        pytest.param(in_jpeg(segment(0xED, PHOTOSHOP + resource(0x0424, XMP))), id="Photoshop resource"),
        pytest.param(in_png(chunk(b"iTXt", IN_PNG_TEXT + b"\0\0\0\0" + XMP)), id="PNG"),
        pytest.param(in_png(chunk(b"iTXt", IN_PNG_TEXT + b"\x01\0\0\0" + zlib.compress(XMP))), id="PNG compressed"),
        pytest.param(in_webp((b"XMP ", XMP)), id="WebP"),
        pytest.param(in_gif(b"\x21\xff\x0bXMP DataXMP" + XMP + b"\x01" + bytes(range(255, -1, -1)) + b"\0"), id="GIF"),
        pytest.param(saved("AVIF", xmp=XMP), id="AVIF"),
    ],
)
def test_everything_in_xmp_is_found(data: bytes) -> None:
    metadata = read_metadata(data)
    assert told(metadata) == IN_XMP
    assert metadata.cameras == (Camera(serial="SN-9"),)


def test_extended_xmp_in_pieces_is_put_together() -> None:
    head = b"http://ns.adobe.com/xmp/extension/\0" + b"0123456789ABCDEF" * 2 + len(XMP).to_bytes(4, "big")
    pieces = [XMP[:400], XMP[400:]]
    segments = [
        segment(0xE1, head + offset.to_bytes(4, "big") + piece) for offset, piece in zip((0, 400), pieces, strict=True)
    ]
    assert told(read_metadata(in_jpeg(*segments))) == IN_XMP


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(
            in_jpeg(segment(0xED, PHOTOSHOP + resource(0x03ED, bytes(16)) + resource(0x0404, IPTC))), id="JPEG"
        ),
        pytest.param(in_png(chunk(b"zTXt", b"Raw profile type iptc\0\0" + zlib.compress(HEX_IPTC))), id="PNG"),
    ],
)
def test_everything_in_iptc_is_found(data: bytes) -> None:
    assert told(read_metadata(data)) == IN_IPTC


def test_what_facebook_stamps_into_a_file_is_the_platforms_and_nobodys_words() -> None:
    stamped = in_jpeg(segment(0xED, PHOTOSHOP + resource(0x0404, record(40, b"FBMD0a000a8f") + record(103, b"xQ"))))
    assert {item.kind for item in read_metadata(stamped).items} == {MetadataKind.SOFTWARE}
    written = in_jpeg(segment(0xED, PHOTOSHOP + resource(0x0404, record(40, b"crop the tattoo"))))
    assert {item.kind for item in read_metadata(written).items} == {MetadataKind.WORDS}


@pytest.mark.parametrize(
    ("data", "kind", "name", "value"),
    [
        (in_jpeg(segment(0xFE, b"Ottoline")), MetadataKind.WORDS, "Comment", "Ottoline"),
        (in_jpeg(segment(0xFE, b"CREATOR: gd-jpeg v1.0")), MetadataKind.SOFTWARE, "Comment", "CREATOR: gd-jpeg v1.0"),
        (
            in_jpeg(segment(0xEC, b"Ducky\0\3\0\x0c\0\0\0\4" + "Croft"[:4].encode("utf-16-be") + bytes(2))),
            MetadataKind.PERSON,
            "Copyright",
            "Crof",
        ),
        (in_png(chunk(b"tEXt", b"Author\0W. Croft")), MetadataKind.PERSON, "Author", "W. Croft"),
        (
            in_png(chunk(b"zTXt", b"Description\0\0" + zlib.compress(b"six weeks"))),
            MetadataKind.WORDS,
            "Description",
            "six weeks",
        ),
        (in_png(chunk(b"tEXt", b"date:create\0002026-03-04")), MetadataKind.DATE, "date:create", "2026-03-04"),
        (in_png(chunk(b"tIME", b"\x07\xea\3\4\5\6\7")), MetadataKind.DATE, "tIME", "2026-03-04 05:06:07"),
        (in_gif(b"\x21\xfe\x08Ottoline\0"), MetadataKind.WORDS, "Comment", "Ottoline"),
        (
            in_jpeg(
                segment(0xED, PHOTOSHOP + resource(0x041A, bytes(20) + b"\0\0\0\x08" + "Ottoline".encode("utf-16-be")))
            ),
            MetadataKind.DOCUMENT,
            "Document name",
            "Ottoline",
        ),
    ],
)
def test_words_beside_the_picture_are_found(data: bytes, kind: MetadataKind, name: str, value: str) -> None:
    [item] = read_metadata(data).items
    assert (item.kind, item.name, item.value) == (kind, name, value)


def test_items_of_a_heic_are_read() -> None:
    metadata = read_metadata((FILES / "photo.heic").read_bytes())
    assert metadata.cameras == (Camera(make="Fern", model="Seven", serial="SN-HEIC-01"),)
    assert told(metadata)[("Iptc4xmpExt:PersonInImage", MetadataKind.PERSON)] == "Ottoline Featherstone"
    assert len(metadata.gps) == 1
    assert read_metadata((FILES / "plain.heic").read_bytes()) == Metadata()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (in_jpeg(segment(0xEC, b"Picture Info\0")), "APP12 Picture Info"),
        (in_jpeg(segment(0xEC, b"Ducky\0\7\0\2xx")), "Ducky entry 7"),
        (
            in_jpeg(segment(0xE0, b"JFIF\0\1\2\0\0\1\0\1\x09\x09secret")),
            "JFIF thumbnail of another size than it says",
        ),
        (in_jpeg(segment(0xE0, b"JFXX\0\x11\1\1" + b"palette")), "APP0 JFXX"),
        (in_jpeg(segment(0xEB, b"JP\0\1\0\0\0\1\0\0\0\x20jumb" + bytes(24))), "JUMBF"),
        (in_jpeg(segment(0xED, PHOTOSHOP + resource(0x0BB7, b"secret"))), "resource 0x0BB7"),
        (in_png(chunk(b"prVt", b"secret")), "chunk prVt"),
        (in_webp((b"ODD ", b"secret")), "chunk ODD "),
        (in_gif(b"\x21\xff\x0bSOMEAPP 1.0\x06secret\0"), "application SOMEAPP 1.0"),
        (in_gif(b"\x21\xff\x0bNETSCAPE2.0\x0asecret 123\0"), "application NETSCAPE2.0"),
        (in_jpeg(segment(0xE1, b"Exif\0\0" + tiff({0xFACE: "secret"}))), "entries of unknown meaning"),
        (in_jpeg(segment(0xE1, b"Exif\0\0rubbish")), "EXIF"),
        (in_jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0rubbish")), "XMP"),
        (in_png(chunk(b"zTXt", b"Comment\0\0rubbish")), "Comment (compressed, and cannot be unfolded)"),
        (JPEG + b"PK\x03\x04secret", "a zip archive, 10 bytes"),
        (encoded(SKIN, "PNG") + b"%PDF-1.7", "a PDF document, 8 bytes"),
        (encoded(SKIN, "GIF") + b"<script>", "text like that of a web page, 8 bytes"),
        (encoded(SKIN, "WEBP") + b"secret", "unknown data, 6 bytes"),
        (encoded(SKIN, "BMP") + b"secret", "unknown data, 6 bytes"),
        (JPEG + b"\0\0\0\x18ftypmp42" + bytes(64), "video"),
        ((FILES / "plain.heic").read_bytes() + b"\0\0\0\x0emystsecret", "box myst"),
    ],
)
def test_what_nobody_can_read_is_named(data: bytes, name: str) -> None:
    items = read_metadata(data).items
    assert (name, MetadataKind.UNREAD) in {(item.name, item.kind) for item in items}


def test_padding_after_the_picture_is_nothing() -> None:
    assert read_metadata(JPEG + bytes(5000)) == Metadata()


def test_a_clock_that_was_never_set_tells_no_date() -> None:
    assert read_metadata(tiff({}, {0x9003: "0000:00:00 00:00:00"})).items == ()


def test_a_state_or_a_country_alone_is_nothing() -> None:
    words = packet('photoshop:State="California" photoshop:Country="USA"')
    assert read_metadata(in_webp((b"XMP ", words))) == Metadata()


def test_metadata_of_a_further_picture_says_so() -> None:
    second = in_jpeg(segment(0xE1, b"Exif\0\0" + BLOCK))
    items = read_metadata(JPEG + second).items
    assert {item.found_in for item in items} == {"EXIF of a further picture in the file"}
    assert len(items) == len(IN_EXIF)


def test_a_long_value_is_shortened_and_very_many_are_counted() -> None:
    [item] = read_metadata(in_jpeg(segment(0xFE, b"x" * 3000))).items
    assert len(item.value) == 500
    items = read_metadata(in_png(*(chunk(b"tEXt", b"Comment\0%d" % number) for number in range(700)))).items
    assert len(items) == 501
    assert items[-1].kind is MetadataKind.UNREAD
