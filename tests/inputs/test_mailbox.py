"""A mailbox gives its letters one by one, with the place of each."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as some

from before_you_post.inputs import mailbox as module
from before_you_post.inputs.mailbox import Stored, letter_at, letters_in
from invented_mail import letter, mailbox


def found(data: bytes) -> list[Stored]:
    return list(letters_in(BytesIO(data)))


def test_letters_are_split_and_found_again_by_their_place() -> None:
    data = mailbox(letter("One"), letter("Two"), letter("Three"))

    stored = found(data)

    said = [message_from_bytes(one.data or b"").get_payload() for one in stored]
    assert said == ["One\n\n\n", "Two\n\n\n", "Three\n\n\n"]
    assert [letter_at(BytesIO(data), one.offset) for one in stored] == [one.data for one in stored]


def test_quoted_lines_are_undone_by_one_mark() -> None:
    (stored,) = found(b"From a\n\n>From here\n>>From there\n> From\nx >From\n")

    assert stored.data == b"\nFrom here\n>From there\n> From\nx >From\n"


def test_a_line_that_follows_no_empty_one_begins_no_letter() -> None:
    assert len(found(b"From a\n\nSee you.\nFrom here on\n")) == 1


def test_windows_line_ends_are_line_ends() -> None:
    assert [one.data for one in found(b"From a\r\nA: 1\r\n\r\nFrom b\r\nB: 2\r\n")] == [b"A: 1\r\n\r\n", b"B: 2\r\n"]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"no mailbox at all\n", b"\0" * 1000])
def test_what_is_no_mailbox_has_no_letters(data: bytes) -> None:
    assert found(data) == []


def test_a_letter_too_large_is_skipped_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_LETTER", 100)
    data = b"From a\n" + b"x" * 101 + b"\n\nFrom b\nshort\n"

    large, short = found(data)

    assert (large, short.data) == (Stored(0, None), b"short\n")
    with pytest.raises(FileNotFoundError):
        letter_at(BytesIO(data), 0)


@pytest.mark.parametrize("block", range(1, 40))
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_letters_are_split_wherever_a_block_of_the_file_ends(
    monkeypatch: pytest.MonkeyPatch, block: int, end: bytes
) -> None:
    monkeypatch.setattr(module, "_BLOCK", block)
    data = b"From a\n\nOne\n\nFrom b\n\n\nFrom c\nxFrom d\n\n".replace(b"\n", end)

    stored = found(data)

    assert [data[one.offset :][:6] for one in stored] == [b"From a", b"From b", b"From c"]
    assert [(one.data or b"").split() for one in stored] == [[b"One"], [], [b"xFrom", b"d"]]


@pytest.mark.parametrize("offset", [1, 10**9])
def test_no_letter_begins_at_another_byte(offset: int) -> None:
    with pytest.raises(FileNotFoundError):
        letter_at(BytesIO(mailbox(letter())), offset)


@given(texts=some.lists(some.text(alphabet=some.sampled_from("From >\nx:")), max_size=4))
def test_whatever_letters_say_they_stay_apart(texts: list[str]) -> None:
    letters = []
    for text in texts:
        message = EmailMessage()
        message.set_content(text)
        letters.append(message)

    stored = found(mailbox(*letters))

    assert len(stored) == len(texts)
    for one, message in zip(stored, letters, strict=True):
        assert (one.data or b"").rstrip() == message.as_bytes().rstrip()
