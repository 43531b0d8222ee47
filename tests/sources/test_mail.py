"""Letters give posts and photos whose bytes are found again inside the file of mail."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from before_you_post.inputs.tree import open_location, open_tree
from before_you_post.records import Channel, Reading
from before_you_post.sources import mail as module
from before_you_post.sources import read as read_channel
from before_you_post.sources.mail import read, recognises
from invented_mail import PIXELS, compound_file, letter, mailbox, outlook, outlook_file


def reading(folder: Path) -> Reading:
    return read(Channel(name="mail", folder=str(folder)), open_tree(folder))


def content(location: str) -> bytes:
    with open_location(location) as file:
        return file.read()


def test_a_letter_is_a_post_with_its_pictures_and_the_words_put_to_them(tmp_path: Path) -> None:
    page = '<p>Dear Ann</p><figure><img src="cid:nose" alt="A nose"><figcaption>Zoë</figcaption></figure>'
    message = letter(html=page, inline={"nose": PIXELS}, To="a@one.example, b@two.example", Subject="Results")
    (tmp_path / "june.eml").write_bytes(message.as_bytes())

    found = reading(tmp_path)

    (post,), (photo,) = found.posts, found.published
    assert (post.source, post.title, post.text, post.recipients) == ("mail", "Results", "Dear Ann\nZoë", 2)
    assert post.published_on == date(2026, 6, 3)
    assert post.id.startswith("mail/2026-06-03-")
    assert (photo.id, photo.file_name) == (f"{post.id}/nose.jpg", "nose.jpg")
    assert (photo.caption, photo.alt_text) == ("Zoë", "A nose")
    assert photo.path.startswith(f"{tmp_path}/june.eml!/0/")
    assert content(photo.path) == PIXELS
    assert found.problems == ()


def test_no_address_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(letter("Hello", To="Zoë <zoe@patients.example>", Cc="b@two.example").as_bytes())

    assert "patients.example" not in repr(reading(tmp_path))


def test_pictures_of_every_letter_of_a_mailbox_are_found_again(tmp_path: Path) -> None:
    letters = [letter(f"Letter {at}", attached={"nose.jpg": PIXELS + bytes([at])}) for at in range(5)]
    (tmp_path / "sent.mbox").write_bytes(mailbox(*letters))

    found = reading(tmp_path)

    assert len({post.id for post in found.posts}) == 5
    assert [content(photo.path) for photo in found.published] == [PIXELS + bytes([at]) for at in range(5)]


def test_a_picture_in_a_letter_in_a_zip_is_found_again(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "takeout.zip", "w") as packed:
        packed.writestr("Takeout/Mail/Sent.mbox", mailbox(letter("a"), letter("b", attached={"a!b.jpg": PIXELS})))
        packed.writestr("one.msg", compound_file(outlook(files=(outlook_file("ear.jpg", PIXELS[:9]),))))

    mail, outlooks = reading(tmp_path / "takeout.zip").published

    assert mail.path.startswith(f"{tmp_path}/takeout.zip!/Takeout/Mail/Sent.mbox!/")
    assert (content(mail.path), content(outlooks.path)) == (PIXELS, PIXELS[:9])


def test_a_large_mailbox_in_a_zip_is_read_and_said_to_be_slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LARGE_IN_ZIP", 10)
    (tmp_path / "out").mkdir()
    (tmp_path / "out/sent.mbox").write_bytes(mailbox(letter("a")))
    with ZipFile(tmp_path / "takeout.zip", "w") as packed:
        packed.write(tmp_path / "out/sent.mbox", "sent.mbox")

    assert reading(tmp_path / "out").problems == ()
    zipped = reading(tmp_path / "takeout.zip")

    assert len(zipped.posts) == 1
    assert ["Unpack the zip" in problem.remedy for problem in zipped.problems] == [True]


def test_the_same_letter_under_two_labels_is_read_once_and_ids_stay(tmp_path: Path) -> None:
    message = letter("Hello", attached={"nose.jpg": PIXELS})
    (tmp_path / "a.eml").write_bytes(message.as_bytes())
    before = reading(tmp_path)
    (tmp_path / "sent.mbox").write_bytes(mailbox(letter("Other"), message))

    after = reading(tmp_path)

    assert len(after.posts) == 2
    assert before.published[0] in after.published


def test_what_gmail_says_was_received_is_left_out_and_counted(tmp_path: Path) -> None:
    labels = ("Inbox,Unread", "Sent", "Inbox,Sent", "Drafts", "Gesendet", "")
    letters = [letter(str(at), X_Gmail_Labels=label) for at, label in enumerate(labels) if label]
    (tmp_path / "all.mbox").write_bytes(mailbox(*letters))

    found = reading(tmp_path)

    assert [(post.text or "").strip() for post in found.posts] == ["1", "2", "4"]
    assert [problem.found for problem in found.problems] == ["2 letters that were received or never sent"]


def test_pictures_shown_from_the_web_are_named_by_host(tmp_path: Path) -> None:
    page = '<img src="https://cdn.example/a.jpg"><img src="//cdn.example/b.png"><img src="local.jpg">'
    (tmp_path / "a.eml").write_bytes(letter(html=page, Subject="June").as_bytes())

    (problem,) = reading(tmp_path).problems

    assert "2 pictures shown from another host, 'cdn.example'" in problem.found
    assert "June" in problem.remedy
    assert problem.path == str(tmp_path / "a.eml")


def test_what_came_with_a_letter_and_is_not_looked_at_is_counted(tmp_path: Path) -> None:
    message = letter()
    for name, kind in {"a.pdf": "pdf", "b.zip": "zip", "winmail.dat": "ms-tnef"}.items():
        message.add_attachment(b"x", maintype="application", subtype=kind, filename=name)
    message.add_attachment(b"<svg/>", maintype="image", subtype="svg+xml", filename="logo.svg")
    message.add_attachment(PIXELS, maintype="application", subtype="octet-stream", filename="nose.JPG")
    message.add_attachment(b"x", maintype="video", subtype="mp4", filename="film.mp4")
    (tmp_path / "a.eml").write_bytes(message.as_bytes())

    found = reading(tmp_path)

    assert [one.file_name for one in found.published] == ["nose.JPG", "film.mp4"]
    assert [problem.found for problem in found.problems] == [
        "2 times a document or other file that came with a letter, not read",
        "1 time a drawing (SVG) that came with a letter, not read",
        "1 time a packet of attachments that only Outlook opens (winmail.dat), not read",
    ]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "damaged letter"),
        ("a.msg", compound_file({"WordDocument": b"x"}), "no letter"),
        ("a.eml", b"Content-Type: message/rfc822\n\n" * 5000, "nested too deeply"),
        ("mbox", b"From a\n" + b"Content-Type: message/rfc822\n\n" * 5000, "nested too deeply"),
    ],
)
def test_a_damaged_letter_is_a_problem_and_the_rest_is_read(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.eml").write_bytes(letter("Good").as_bytes())

    found = reading(tmp_path)

    assert [(post.text or "").strip() for post in found.posts] == ["Good"]
    assert [words in problem.found for problem in found.problems] == [True]


@pytest.mark.parametrize("inside", ["x", "0", "0/", "0/9/nose.jpg", "9/1/nose.jpg", "../../a.eml", "-1/2/x"])
@pytest.mark.parametrize("name", ["a.eml", "a.mbox", "a.msg"])
def test_a_place_where_nothing_lies_is_a_missing_file(tmp_path: Path, name: str, inside: str) -> None:
    message = letter(attached={"nose.jpg": PIXELS})
    data = {"a.eml": message.as_bytes(), "a.mbox": mailbox(message), "a.msg": compound_file(outlook())}[name]
    (tmp_path / name).write_bytes(data)
    if name == "a.eml" and inside.startswith("9/"):
        return  # a single letter begins nowhere else

    with pytest.raises(OSError):
        content(f"{tmp_path / name}!/{inside}")


def test_brochures_and_loose_photos_beside_letters_are_read_too(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(letter("Good").as_bytes())
    (tmp_path / "nose.jpg").write_bytes(PIXELS)
    (tmp_path / "brochure.pdf").write_bytes(b"no PDF")

    found = read_channel(Channel(name="mail", folder=str(tmp_path)))

    assert [post.source for post in found.posts] == ["mail", "folder"]
    assert [one.id for one in found.published] == ["mail/nose.jpg"]
    assert ["brochure.pdf" in problem.path for problem in found.problems] == [True]


def test_mail_is_recognised_by_its_endings(tmp_path: Path) -> None:
    assert not recognises(open_tree(tmp_path))
    (tmp_path / "Sent.mbox").mkdir()
    (tmp_path / "Sent.mbox/mbox").write_bytes(mailbox(letter("From Apple Mail")))
    assert recognises(open_tree(tmp_path))
    assert len(reading(tmp_path).posts) == 1
