"""Letters to subscribers as a mail program keeps them: a mailbox of what was sent, and single saved letters."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, timezone
from email.message import EmailMessage
from email.utils import format_datetime
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

_MAILBOX = "letters-sent.mbox"
_UNSENT = "pictures"  # where the pictures lie until they are in their letters
_FROM = "frontdesk@quillfeather.example"
_FOOTER = "You get this letter because you asked for it. Quillfeather Dermatology & Aesthetics, 614-555-0142."
_EASTERN = timezone(timedelta(hours=-5))

Row = Mapping[str, Any]


def place(item: Row) -> str:
    """Where a photo waits for its letter."""
    return f"{_UNSENT}/{_file(item)}"


def name(item: Row) -> str:
    """The name an audit gives a photo: by the day of the letter and the number in its head."""
    return f"newsletter/{item['posted']}-{_identity(item)}/{_file(item)}"


def write(items: Sequence[Row], folder: Path) -> None:
    """Put every photo into its letter, and the letter into the mailbox or a file of its own."""
    sent = bytearray()
    for item in sorted(items, key=lambda item: item["posted"]):
        letter = _letter(item, (folder / place(item)).read_bytes()).as_bytes()
        if item.get("saved"):
            (folder / f"{item['posted']}-{_slug(item)}.eml").write_bytes(letter)
        else:
            sent += f"From {_FROM} {item['posted']:%a %b %d} 09:30:00 {item['posted']:%Y}\n".encode()
            sent += letter.replace(b"\nFrom ", b"\n>From ") + b"\n"
    (folder / _MAILBOX).write_bytes(bytes(sent))
    shutil.rmtree(folder / _UNSENT)


def _letter(item: Row, photo: bytes) -> EmailMessage:
    day, file, words = item["posted"], _file(item), escape(item["caption"])
    letter = EmailMessage()
    letter["From"] = f"Quillfeather Dermatology & Aesthetics <{_FROM}>"
    letter["To"] = "Subscribers <letters@quillfeather.example>"
    letter["Subject"] = item["letter"]
    letter["Date"] = format_datetime(datetime(day.year, day.month, day.day, 9, 30, tzinfo=_EASTERN))
    letter["Message-ID"] = _number(item)
    letter.set_content(f"Dear all,\n\n{item['caption']}\n\n{_FOOTER}\n")
    figure = f'<figure><img src="cid:{file}" alt="{escape(item["alt_text"])}"><figcaption>{words}</figcaption></figure>'
    letter.add_alternative(f"<p>Dear all,</p>\n{figure}\n<p>{escape(_FOOTER)}</p>\n", subtype="html")
    _, page = letter.iter_parts()
    page.add_related(photo, "image", "jpeg", cid=f"<{file}>", filename=file, disposition="inline")
    for number, part in enumerate(part for part in letter.walk() if part.is_multipart()):
        part.set_boundary(f"quill-{number}-{_identity(item)}")  # else it is drawn by lot
    return letter


def _file(item: Row) -> str:
    return str(item["photo"].rpartition("/")[2])


def _slug(item: Row) -> str:
    return "-".join("".join(letter if letter.isalnum() else " " for letter in item["letter"].casefold()).split())


def _number(item: Row) -> str:
    return f"<{item['posted']:%Y%m%d}.{_slug(item)}@quillfeather.example>"


def _identity(item: Row) -> str:
    return sha256(_number(item).encode()).hexdigest()[:16]
