"""Letters are taken apart whatever their headers say, and every file in them is found again."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from before_you_post.inputs import mime as module
from before_you_post.inputs.letter import MAX_DEPTH, LetterError
from before_you_post.inputs.mime import enclosed, read_mime
from invented_mail import PIXELS, letter

BASE64 = b"/9j/4A=="
HEAD = b"Content-Type: image/jpeg\nContent-Transfer-Encoding: base64\n"


def test_a_letter_is_read_with_its_words_day_and_number_of_recipients() -> None:
    message = letter("Zoë is well", To="Ann <a@one.example>, b@two.example", Cc="A@ONE.example", Bcc="c@three.example")

    found = read_mime(message.as_bytes())

    assert (found.subject, found.day, found.recipients) == ("News", date(2026, 6, 3), 3)
    assert found.plain == ("Zoë is well\n",)
    assert "example" not in repr(found)


def test_words_in_html_are_not_read_twice() -> None:
    found = read_mime(letter("plain", html="<p>rich</p>", inline={"a": PIXELS}).as_bytes())

    assert (found.html, found.plain) == (("<p>rich</p>\n",), ())


def test_pictures_are_found_inline_and_attached_and_lead_back_to_their_bytes() -> None:
    data = letter(html="<img src='cid:nose'>", inline={"nose": PIXELS}, attached={"ear.jpg": PIXELS[:9]}).as_bytes()

    inline, attached = read_mime(data).enclosures

    assert (inline.name, inline.content_id, inline.media_type) == ("nose.jpg", "nose", "image/jpeg")
    assert (attached.name, attached.content_id) == ("ear.jpg", None)
    assert (enclosed(data, inline.place), enclosed(data, attached.place)) == (PIXELS, PIXELS[:9])


def test_a_letter_inside_a_letter_is_read_too() -> None:
    outer = letter("See below")
    outer.add_attachment(letter("Inner words", Subject="Inner", attached={"nose.jpg": PIXELS}))
    data = outer.as_bytes()

    found = read_mime(data)

    assert [text.strip() for text in found.plain] == ["See below", "Inner", "Inner words"]
    assert [(one.name, enclosed(data, one.place)) for one in found.enclosures] == [("nose.jpg", PIXELS)]


def test_a_letter_may_be_nothing_but_a_picture() -> None:
    data = b"Subject: x\n" + HEAD + b"\n" + BASE64

    (picture,) = read_mime(data).enclosures

    assert picture.name == "picture-0.jpg"
    assert enclosed(data, picture.place) == b"\xff\xd8\xff\xe0"


@pytest.mark.parametrize(
    ("header", "name"),
    [
        (b"Content-Disposition: attachment; filename*=UTF-8''Zo%C3%AB.jpg", "Zoë.jpg"),
        (b"Content-Disposition: attachment; filename*0*=UTF-8''Zo%C3; filename*1*=%AB.jpg", "Zoë.jpg"),
        (b'Content-Disposition: attachment; filename="=?utf-8?B?Wm/Dqy5qcGc=?="', "Zoë.jpg"),
        (b'Content-Disposition: attachment; filename="=?iso-8859-1?Q?Zo=EB.jpg?="', "Zoë.jpg"),
        (b'Content-Disposition: attachment; filename="Zo\xc3\xab.jpg"', "Zoë.jpg"),
        (b'Content-Disposition: attachment; filename="Zo\xeb.jpg"', "Zoë.jpg"),
        (b'Content-Type: image/jpeg; name="Zo\xc3\xab.jpg"', "Zoë.jpg"),
        (b'Content-Disposition: attachment; filename="../../etc/a.jpg"', "a.jpg"),
        (b'Content-Disposition: attachment; filename="C:\\\\\\\\photos\\\\\\\\a.jpg"', "a.jpg"),
        (b'Content-Disposition: attachment; filename="a\x00\x1b[31m\xe2\x80\xaegpj.jpg"', "a [31m gpj.jpg"),
        (b"Content-Disposition: attachment; filename*=no-such-charset''a%FF.jpg", "a%FF.jpg"),
        (b"Content-Disposition: attachment; filename*=broken.jpg", "broken.jpg"),
        (b'Content-Disposition: attachment; filename=""', "picture-0.jpg"),
        (b'Content-Disposition: attachment; filename="' + b"x" * 500 + b'.jpeg"', "x" * 110 + ".jpeg"),
    ],
)
def test_names_are_read_as_mail_programs_write_them(header: bytes, name: str) -> None:
    kind = b"" if header.startswith(b"Content-Type") else b"Content-Type: image/jpeg\n"

    (picture,) = read_mime(kind + header + b"\n\nx").enclosures

    assert picture.name.replace("ÿ", "%FF").replace("\ufffd", "%FF") == name


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        (b"=?utf-8?Q?Zo=C3=AB?= =?utf-8?B?IFF1aWxs?=", "Zoë Quill"),
        (b"Zo\xc3\xab Quill", "Zoë Quill"),
        (b"Zo\xeb\n\tQuill", "Zoë Quill"),
        (b"=?no-such-charset?Q?a?=", "=?no-such-charset?Q?a?="),
        (b"=?utf-8?B?!!!?=", None),
        (b"=?punycode?Q?a?=", "a"),
        (b"", None),
    ],
)
def test_subjects_are_read_as_they_were_meant(subject: bytes, words: str | None) -> None:
    assert read_mime(b"Subject: " + subject + b"\n\nx").subject == words


@pytest.mark.parametrize(
    ("written", "day"),
    [
        (b"Wed, 03 Jun 2026 23:30:00 -0700", date(2026, 6, 3)),
        (b"3 Jun 2026 10:00 GMT", date(2026, 6, 3)),
        (b"Wed, 45 Jun 2026 10:00:00", None),
        (b"Wed, 03 Jun 99999999999 10:00:00 +0000", None),
        (b"yesterday", None),
        (b"", None),
    ],
)
def test_a_day_is_that_of_the_sender_or_none(written: bytes, day: date | None) -> None:
    assert read_mime(b"Date: " + written + b"\n\nx").day == day


@pytest.mark.parametrize("charset", ["no-such", "hex", "idna", "undefined", "utf-8", "windows-1252", "utf-16", "\x00"])
def test_words_in_any_character_set_are_words(charset: str) -> None:
    (text,) = read_mime(f"Content-Type: text/plain; charset={charset}\n\nwords".encode()).plain

    assert text


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "x-uuencode", "no-such", "binary"])
def test_a_damaged_picture_is_listed_and_opens_as_far_as_it_goes(encoding: str) -> None:
    data = f"Content-Type: image/jpeg\nContent-Transfer-Encoding: {encoding}\n\n/9j/4A=!§\x00".encode()

    (picture,) = read_mime(data).enclosures

    try:
        assert isinstance(enclosed(data, picture.place), bytes)
    except LetterError as error:
        assert "damaged" in error.reason


def test_what_cannot_be_read_is_said() -> None:
    unread = [
        b"Content-Type: multipart/mixed\n\nno boundary",
        b"Content-Type: application/pkcs7-mime\n\nx",
        b"\nHere it is\nbegin 644 nose.jpg\nM````\nend\n",
    ]

    assert [read_mime(data).unread for data in unread] == [
        ("a part that cannot be split into its files",),
        ("an encrypted letter",),
        ("a picture written into the text itself",),
    ]


def test_letters_inside_each_other_without_end_are_cut_off() -> None:
    inside = letter("deep", attached={"nose.jpg": PIXELS}).as_bytes()
    for _ in range(MAX_DEPTH):
        inside = b"Content-Type: message/rfc822\n\n" + inside

    found = read_mime(inside)

    assert found.enclosures == ()
    assert "letters inside each other" in found.unread[0]


def test_a_letter_nested_beyond_reason_is_refused() -> None:
    with pytest.raises(LetterError, match="nested too deeply"):
        read_mime(b"Content-Type: message/rfc822\n\n" * 5000)


def test_a_letter_of_countless_parts_is_cut_off() -> None:
    data = b"Content-Type: multipart/mixed; boundary=b\n\n" + (b"--b\n" + HEAD + b"\n\n") * 3000

    assert "2000 parts" in read_mime(data).unread[0]


def test_a_letter_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_LETTER", 10)

    with pytest.raises(LetterError, match="more than"):
        read_mime(b"x" * 11)


@pytest.mark.parametrize("place", ["", "0", "1.9", "1.1", "-1", "x", "99999999999999999999", "¹", "1/2"])
def test_a_place_where_nothing_lies_is_refused(place: str) -> None:
    data = letter("a", attached={"nose.jpg": PIXELS}).as_bytes()

    with pytest.raises(LetterError, match="no such part"):
        enclosed(data, place)


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_large_photos_and_large_texts_come_out_as_they_went_in(end: bytes) -> None:
    photo = PIXELS * 50_000
    page = "<p>Zoë is well</p>" * 5_000
    message = letter(html="x", inline={"nose": photo}, attached={"ear.jpg": photo[::-1]})
    message.get_payload()[0].get_payload()[1].get_payload()[0].set_content(page, subtype="html", cte="base64")
    data = message.as_bytes().replace(b"\n", end)

    found = read_mime(data)

    assert found.html == (page + "\n",)
    assert [enclosed(data, one.place) for one in found.enclosures] == [photo, photo[::-1]]


def test_a_letter_inside_that_is_packed_is_said_to_be_unread() -> None:
    data = b"Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nU3ViamVjdDogeAo="

    assert read_mime(data).unread == ("a letter inside another that is packed in an unusual way",)


def test_headers_made_to_be_slow_are_not() -> None:
    began = time.monotonic()

    read_mime(
        b"To: " + b"a@" * 200_000 + b"\nSubject: " + b"=?utf-8?Q?a" * 20_000 + b"\nDate: " + b"(" * 9000 + b"\n\nx"
    )

    assert time.monotonic() - began < 5


@given(data=some.binary(max_size=300))
def test_any_bytes_are_a_letter_or_refused(data: bytes) -> None:
    read_mime(data)


LINES = b"""Content-Type: multipart/mixed; boundary=b
Content-Type: message/rfc822
Content-Type: image/jpeg; name*0*=''%
Content-Type: text/html; charset=x
Content-Disposition: attachment; filename*=x
Content-ID: <
Date: 1
To: @, a@b, "

--b
--b--
x\xff
"""
PIECES = some.sampled_from([*LINES.splitlines(keepends=True), HEAD, BASE64])


@given(pieces=some.lists(PIECES, max_size=20))
def test_any_order_of_parts_is_read_and_every_file_listed_can_be_asked_for(pieces: list[bytes]) -> None:
    data = b"".join(pieces)

    for one in read_mime(data).enclosures:
        assert isinstance(enclosed(data, one.place), bytes)
