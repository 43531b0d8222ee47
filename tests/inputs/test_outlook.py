"""Letters Outlook saved are read like any other, and damaged ones are refused."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from before_you_post.inputs.letter import LetterError
from before_you_post.inputs.outlook import enclosed_in_outlook, read_outlook
from invented_mail import PIXELS, compound_file, outlook, outlook_file, outlook_inner


def text(words: str) -> bytes:
    return words.encode("utf-16-le")


def test_a_letter_is_read_with_words_day_recipients_and_files() -> None:
    files = (outlook_file("nose.jpg", content_id="nose@1"), outlook_file("", PIXELS[:5]))
    data = compound_file(outlook("Zoë", recipients=14, files=files, _1000001F=text("words"), _1035001F=text("<1@x>")))

    found = read_outlook(data)

    assert (found.subject, found.day, found.recipients, found.plain) == ("Zoë", date(2026, 6, 3), 14, ("words",))
    assert [(one.name, one.content_id) for one in found.enclosures] == [("nose.jpg", "nose@1"), ("file-2", None)]
    assert [enclosed_in_outlook(data, one.place) for one in found.enclosures] == [PIXELS, PIXELS[:5]]


def test_html_is_read_instead_of_plain_text_in_any_of_its_forms() -> None:
    for html in ({"_10130102": "<p>Zoë</p>".encode("cp1252")}, {"_1013001F": text("<p>Zoë</p>")}):
        found = read_outlook(compound_file(outlook(_1000001E=b"plain", **html)))

        assert (found.html, found.plain) == (("<p>Zoë</p>",), ())


def test_a_letter_attached_to_a_letter_is_read_too() -> None:
    inner = outlook("Inner", inside=True, files=(outlook_file("nose.jpg"),), _1000001F=text("inner words"))
    data = compound_file(outlook("Outer", files=(outlook_inner(inner),)))

    found = read_outlook(data)

    assert found.plain == ("Inner", "inner words")
    assert [(one.place, enclosed_in_outlook(data, one.place)) for one in found.enclosures] == [("1.1", PIXELS)]


def test_an_object_of_another_program_is_said_to_be_unread() -> None:
    data = compound_file(outlook(files=(outlook_inner({"CONTENTS": b"x"}), {"__properties_version1.0": bytes(8)})))

    found = read_outlook(data)

    assert found.enclosures == ()
    assert len(found.unread) == 1
    with pytest.raises(LetterError):
        enclosed_in_outlook(data, "1.1")


def test_an_office_file_that_is_no_letter_is_refused() -> None:
    with pytest.raises(LetterError, match="no letter"):
        read_outlook(compound_file({"WordDocument": b"x" * 600}))


@pytest.mark.parametrize("place", ["", "0", "2", "x", "1.1", "-1", "99999999999999999999"])
def test_a_place_where_nothing_lies_is_refused(place: str) -> None:
    with pytest.raises(LetterError, match="no such part"):
        enclosed_in_outlook(compound_file(outlook(files=(outlook_file("a.jpg"),))), place)


def test_a_file_that_names_the_same_bytes_over_and_over_is_refused() -> None:
    data = bytearray(compound_file(outlook(files=(outlook_file("a.jpg", b"x" * 5000),))))
    at = data.index("__substg1.0_37010102".encode("utf-16-le"))
    data[at + 120 : at + 128] = (2**31 - 1).to_bytes(8, "little")  # its size in the directory

    with pytest.raises(LetterError, match=r"unfolds|damaged"):
        read_outlook(bytes(data))


@pytest.mark.parametrize("at", [44, 64, 72])
def test_a_file_whose_tables_are_larger_than_itself_is_refused(at: int) -> None:
    data = bytearray(compound_file(outlook()))
    data[at : at + 4] = (2**32 - 1).to_bytes(4, "little")

    with pytest.raises(LetterError, match="unfolds"):
        read_outlook(bytes(data))


def test_small_streams_that_claim_gigabytes_are_refused() -> None:
    data = bytearray(compound_file(outlook()))
    at = data.index("Root Entry".encode("utf-16-le"))
    data[at + 120 : at + 128] = (2**31 - 1).to_bytes(8, "little")

    with pytest.raises(LetterError, match="unfolds"):
        read_outlook(bytes(data))


def test_a_day_written_as_a_number_is_no_day() -> None:
    drawer = outlook()
    drawer["__properties_version1.0"] = bytes(32) + b"\x03\x00\x39\x00" + bytes(12)

    assert read_outlook(compound_file(drawer)).day is None


def test_a_directory_that_leads_in_circles_is_refused_or_read_once() -> None:
    data = bytearray(compound_file(outlook(files=(outlook_file("a.jpg"),))))
    at = data.index("__attach_version1.0_#00000000".encode("utf-16-le"))
    data[at + 76 : at + 80] = bytes(4)  # its child is the root

    try:
        assert len(read_outlook(bytes(data)).enclosures) <= 1
    except LetterError as error:
        assert error.reason


WHOLE = compound_file(outlook(files=(outlook_file("a.jpg"),), _1000001F=text("words")))


@given(length=some.integers(0, len(WHOLE) - 1))
def test_a_letter_cut_short_is_refused_or_read_as_far_as_it_goes(length: int) -> None:
    try:
        assert read_outlook(WHOLE[:length]).subject is not None
    except LetterError as error:
        assert error.reason


@given(at=some.integers(0, len(WHOLE) - 1), value=some.binary(min_size=1, max_size=8))
def test_a_letter_with_changed_bytes_is_refused_or_read(at: int, value: bytes) -> None:
    data = WHOLE[:at] + value + WHOLE[at + len(value) :]
    try:
        for one in read_outlook(data).enclosures:
            enclosed_in_outlook(data, one.place)
    except LetterError as error:
        assert error.reason
