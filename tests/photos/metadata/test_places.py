"""Places are found wherever phones and programs write them, and nowhere else."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from before_you_post.photos.metadata import read_metadata
from before_you_post.records import GpsPosition
from painted_skin import encoded, skin

SKIN = skin(1, 32, 32)
XMP = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description exif:GPSLatitude="34,4.416N" '
    b'exif:GPSLongitude="118,24.025W"/></x:xmpmeta>'
)


def places_in(data: bytes) -> tuple[GpsPosition, ...]:
    return read_metadata(data).gps


def with_gps(
    latitude: object = (34.0, 4.0, 25.0), north: str = "N", longitude: object = (118.0, 24.0, 1.5)
) -> Image.Exif:
    exif = Image.Exif()
    exif[271] = "Phone"
    exif.get_ifd(0x8825).update({1: north, 2: latitude, 3: "W", 4: longitude})
    return exif


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_place_in_exif_is_found_in_every_format(kind: str) -> None:
    (place,) = places_in(encoded(SKIN, kind, exif=with_gps()))
    assert (place.latitude, place.longitude, place.found_in) == (34.07361, -118.40042, "EXIF")


def test_a_place_in_the_second_picture_of_a_file_is_found() -> None:
    first, second, file = Image.fromarray(SKIN), Image.fromarray(SKIN), BytesIO()
    second.encoderinfo = {"exif": with_gps()}
    first.save(file, "MPO", save_all=True, append_images=[second])
    (place,) = places_in(file.getvalue())
    assert place.found_in == "EXIF of a further picture in the file"


def test_south_is_negative() -> None:
    (place,) = places_in(encoded(SKIN, exif=with_gps(north="S")))
    assert place.latitude == -34.07361


def test_a_photo_without_a_place_has_none() -> None:
    assert places_in(encoded(SKIN)) == ()


def test_zero_zero_is_a_placeholder_and_no_place() -> None:
    assert places_in(encoded(SKIN, exif=with_gps((0.0, 0.0, 0.0), "N", (0.0, 0.0, 0.0)))) == ()


def test_an_impossible_latitude_is_no_place() -> None:
    assert places_in(encoded(SKIN, exif=with_gps((134.0, 0.0, 0.0)))) == ()


def test_a_place_in_xmp_is_found() -> None:
    (place,) = places_in(encoded(SKIN, xmp=XMP))
    assert (place.latitude, place.longitude, place.found_in) == (34.0736, -118.40042, "XMP")


def test_the_elements_of_xmp_count_like_its_attributes() -> None:
    packet = (
        b"<x:xmpmeta><exif:GPSLatitude>34.07361</exif:GPSLatitude><exif:GPSLongitude>-118.40042</exif:GPSLongitude>"
    )
    (place,) = places_in(encoded(SKIN, xmp=packet))
    assert (place.latitude, place.longitude) == (34.07361, -118.40042)


def test_compressed_xmp_in_a_png_is_found() -> None:
    text = PngImagePlugin.PngInfo()
    text.add_itxt("XML:com.adobe.xmp", XMP.decode(), zip=True)
    file = BytesIO()
    Image.fromarray(SKIN).save(file, "PNG", pnginfo=text)
    assert b"GPSLatitude" not in file.getvalue()
    assert len(places_in(file.getvalue())) == 1


def test_the_video_behind_a_motion_photo_is_searched() -> None:
    (place,) = places_in(encoded(SKIN) + b"....moov\xa9xyz\x00\x12\x15\xc7+34.0736-118.4004/")
    assert (place.latitude, place.found_in) == (34.0736, "video inside the file")


def test_the_same_place_in_two_blocks_is_told_once() -> None:
    exact = b'<x exif:GPSLatitude="34,4,25N" exif:GPSLongitude="118,24,1.5W"/>'
    assert len(places_in(encoded(SKIN, exif=with_gps(), xmp=exact))) == 1


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=200), st.integers(0, 600))
def test_spoilt_metadata_never_raises(rubbish: bytes, where: int) -> None:
    data = encoded(SKIN, exif=with_gps(), xmp=XMP)
    for place in places_in(data[:where] + rubbish + data[where + len(rubbish) :]):
        assert abs(place.latitude) <= 90
        assert abs(place.longitude) <= 180
