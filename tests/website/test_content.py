"""What the bytes of an answer are, and how they are unpacked within a limit."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from before_you_post.website.content import (
    TooLargeError,
    charset,
    gunzipped,
    is_drawing,
    is_page,
    offered_name,
    photo_ending,
    unpacked,
)
from website.loopback_site import png


def test_packed_bytes_come_back_as_they_were() -> None:
    data = b"hello " * 100
    assert unpacked(gzip.compress(data), "gzip", 1000) == data
    assert unpacked(zlib.compress(data), "deflate", 1000) == data
    assert unpacked(zlib.compress(data)[2:-4], "deflate", 1000) == data
    assert unpacked(gzip.compress(gzip.compress(data)), "gzip, gzip", 1000) == data
    assert unpacked(data, "", 1000) == data
    assert gunzipped(gzip.compress(b"one") + gzip.compress(b"two"), 1000) == b"onetwo"


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = gzip.compress(bytes(200_000_000), 9)
    tracemalloc.start()
    with pytest.raises(TooLargeError):
        unpacked(bomb, "gzip", 1_000_000)
    assert tracemalloc.get_traced_memory()[1] < 10_000_000
    tracemalloc.stop()


def test_a_bomb_in_many_parts_is_refused_too() -> None:
    with pytest.raises(TooLargeError):
        gunzipped(gzip.compress(bytes(1000)) * 20, 10_000)


@pytest.mark.parametrize(("data", "encoding"), [(b"\x1f\x8bnonsense", "gzip"), (b"xx", "deflate"), (b"xx", "br")])
def test_damaged_or_unknown_packing_is_said_to_be_so(data: bytes, encoding: str) -> None:
    with pytest.raises(ValueError, match=r"damaged|packed"):
        unpacked(data, encoding, 1000)


@pytest.mark.parametrize(
    ("data", "ending"),
    [
        (png(1), ".png"),
        (b"\xff\xd8\xff\xe0", ".jpg"),
        (b"RIFF\0\0\0\0WEBPVP8 ", ".webp"),
        (b"\0\0\0\x1cftypavif", ".avif"),
        (b"\0\0\0\x1cftypheic", ".heic"),
        (b"\0\0\0\x1cftypmp42", None),
        (b"<html>", None),
        (b"", None),
    ],
)
def test_a_photo_is_known_by_its_first_bytes(data: bytes, ending: str | None) -> None:
    assert photo_ending(data) == ending


def test_a_page_is_a_page_whatever_it_is_called_and_a_photo_is_none() -> None:
    assert is_page(b"  <!DOCTYPE html><p>", "application/octet-stream")
    assert is_page(b"just words", "text/html")
    assert not is_page(png(1), "text/html")
    assert not is_page(b"%PDF-1.7", "application/pdf")


def test_a_drawing_is_told_from_a_page() -> None:
    assert is_drawing(b"<?xml version='1.0'?>\n<!-- made by hand -->\n<svg xmlns='x'></svg>")
    assert not is_drawing(b"<html><svg></svg>")
    assert not is_drawing(b"<!---->" * 600 + b"x")


@pytest.mark.parametrize(
    ("data", "header", "encoding"),
    [
        (b"<p>", "text/html; charset=windows-1251", "windows-1251"),
        (b"<meta charset='shift_jis'>", "text/html", "shift_jis"),
        (b"\xef\xbb\xbf<p>", "text/html; charset=latin1", "utf-8-sig"),
        (b"<p>", "text/html; charset=ISO-8859-1", "cp1252"),
        (b"<p>", "text/html; charset=rot13", "utf-8"),
        (b"<p>", "text/html; charset=nonsense", "utf-8"),
        (b"<p>", "", "utf-8"),
    ],
)
def test_the_encoding_of_a_page_is_found(data: bytes, header: str, encoding: str) -> None:
    assert charset(data, header) == encoding


@given(st.binary(max_size=200), st.text(max_size=60))
def test_no_bytes_and_no_header_make_it_fail(data: bytes, header: str) -> None:
    data.decode(charset(data, header), "replace")
    offered_name(header)
    is_page(data, header)
