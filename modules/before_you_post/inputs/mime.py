"""An e-mail in the form of the Internet (RFC 5322 and MIME), as .eml files and mailboxes hold it.

``email`` from the standard library splits it, with the old policy: the new one raises a dozen kinds of errors on
headers that are merely wrong. Letters are written by strangers; whatever they hold, this reads on or says why not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime
from hashlib import sha256

from .delimited import decoded
from .letter import (
    MAX_DEPTH,
    MAX_LETTER,
    MAX_PARTS,
    MAX_WORDS,
    Enclosure,
    Letter,
    LetterError,
    count_addresses,
    safe_name,
)
from .mime_runs import Lightened

_LONGEST_HEADER = 2000  # characters; decoding takes time with the square of it
_SLOW_CODECS = frozenset({"idna", "punycode", "undefined"})
_UNIMPORTANT = frozenset({"text/calendar", "application/pgp-signature", "application/pkcs7-signature"})
_UNIMPORTANT |= {
    "application/x-pkcs7-signature",
    "message/delivery-status",
    "text/rfc822-headers",
    "application/pgp-keys",
}
_SEALED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted"})
_IN_TEXT = re.compile(r"^begin [0-7]{3} [^\r\n]+\.(?:jpe?g|png|gif|bmp|tiff?)\s*$", re.MULTILINE | re.IGNORECASE)


def read_mime(data: bytes) -> Letter:
    """Read one letter. Raises LetterError when it cannot be split into its parts."""
    light = Lightened.of(data[: MAX_LETTER + 1])
    message = _split(light, len(data))
    parts = _Parts(light)
    parts.take(message, "", 0)
    identity = header(message, "message-id").encode() or data
    return Letter(
        identity=sha256(identity).hexdigest()[:16],
        subject=header(message, "subject") or None,
        day=_day(header(message, "date")),
        html=tuple(parts.html),
        plain=tuple(parts.plain),
        recipients=count_addresses(*(value for name in ("to", "cc", "bcc") for value in _values(message, name))),
        labels=frozenset(label.strip().casefold() for label in header(message, "x-gmail-labels").split(",")) - {""},
        enclosures=tuple(parts.enclosures),
        unread=tuple(dict.fromkeys(parts.unread)),
    )


def enclosed(data: bytes, place: str) -> bytes:
    """The bytes of the part at a place. Raises LetterError when there is none."""
    light = Lightened.of(data[: MAX_LETTER + 1])
    part = _split(light, len(data))
    for number in place.split("."):
        inner = _inner(part)
        if not inner and number == "0":
            break  # the letter itself is the file
        if not number.isascii() or not number.isdigit() or not 0 < int(number[:6]) <= len(inner):
            raise LetterError("The letter has no such part.")
        part = inner[int(number[:6]) - 1]
    return _content(part, light)


def header(message: Message, name: str) -> str:
    """The first header of a name as one line of readable text."""
    return next((_readable(value[:_LONGEST_HEADER]) for value in _values(message, name)), "")


def _values(message: Message, name: str) -> Iterator[str]:
    return (str(value) for key, value in message.raw_items() if key.lower() == name)


def _split(light: Lightened, size: int) -> Message:
    if size > MAX_LETTER:
        raise LetterError(f"a letter of more than {MAX_LETTER // 2**20} MB")
    try:
        return message_from_bytes(light.data)
    except RecursionError:
        raise LetterError("a letter nested too deeply") from None
    except Exception as error:
        raise LetterError(f"a damaged letter ({type(error).__name__})") from None


@dataclass(slots=True)
class _Parts:
    """What lies in the parts of a letter, filled part by part."""

    light: Lightened
    html: list[str] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    enclosures: list[Enclosure] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    count: int = 0

    def take(self, part: Message, place: str, depth: int, *, told_in_html: bool = False) -> None:
        """Take a part and those inside it. ``told_in_html``: its plain text stands in HTML beside it."""
        self.count += 1
        if depth > MAX_DEPTH or self.count > MAX_PARTS:
            self.unread.append(f"more than {MAX_DEPTH} letters inside each other, or {MAX_PARTS} parts")
            return
        kind = part.get_content_type()
        if part.is_multipart():
            if depth and kind == "message/rfc822":
                self._take_subject(part)
            if header(part, "content-transfer-encoding").lower() in ("base64", "quoted-printable"):
                self.unread.append("a letter inside another that is packed in an unusual way")
            inner = _inner(part)
            told = kind == "multipart/alternative" and any(_holds_html(one) for one in inner)
            for number, one in enumerate(inner, 1):
                self.take(one, f"{place}.{number}".lstrip("."), depth + 1, told_in_html=told)
        elif kind in _SEALED:
            self.unread.append("an encrypted letter")
        elif kind.startswith("multipart/"):
            self.unread.append("a part that cannot be split into its files")
        elif kind not in _UNIMPORTANT:
            self._take_leaf(part, kind, place, told_in_html=told_in_html)

    def _take_subject(self, part: Message) -> None:
        inner = part.get_payload(0)
        if isinstance(inner, Message) and (subject := header(inner, "subject")):
            self.plain.append(subject)

    def _take_leaf(self, part: Message, kind: str, place: str, *, told_in_html: bool) -> None:
        name = _file_name(part)
        attached = header(part, "content-disposition").lower().startswith("attachment")
        if kind in ("text/html", "text/plain") and not attached and not name:
            words = self._words(part)
            if kind == "text/html":
                self.html.append(words)
            elif not told_in_html:
                self.plain.append(words)
            if _IN_TEXT.search(words):
                self.unread.append("a picture written into the text itself")
            return
        place = place or "0"
        content_id = header(part, "content-id").strip("<> \t")
        name = safe_name(name, place, kind)
        self.enclosures.append(Enclosure(place=place, name=name, media_type=kind, content_id=content_id or None))

    def _words(self, part: Message) -> str:
        data = _content(part, self.light)
        if len(data) > MAX_WORDS:
            self.unread.append(f"text beyond {MAX_WORDS // 2**20} MB")
            data = data[:MAX_WORDS]
        charset = str(part.get_param("charset") or "").lower()
        try:
            return decoded(data) if charset in ("", "utf-8", *_SLOW_CODECS) else data.decode(charset, "replace")
        except (LookupError, ValueError):
            return decoded(data)


def _holds_html(part: Message) -> bool:
    """Whether an alternative is HTML, alone or with the pictures it shows."""
    kinds = [part.get_content_type(), *(one.get_content_type() for one in _inner(part))]
    return "text/html" in kinds


def _inner(part: Message) -> list[Message]:
    inner = part.get_payload() if part.is_multipart() else []
    return [one for one in inner if isinstance(one, Message)]


def _content(part: Message, light: Lightened) -> bytes:
    written = part._payload  # type: ignore[attr-defined]  # as it stands; get_payload() would decode it
    try:
        if isinstance(written, str):
            part.set_payload(light.whole(written))
        content = part.get_payload(decode=True)
    except Exception as error:
        raise LetterError(f"a damaged part ({type(error).__name__})") from None
    return content if isinstance(content, bytes) else b""


def _file_name(part: Message) -> str:
    """The name in any of the four ways mail programs write it (RFC 2231, RFC 2047, plain, eight-bit)."""
    for name in ("content-disposition", "content-type"):
        written = next(_values(part, name), "")
        if not written.isascii():
            del part[name]
            part[name] = _eight_bit(written)
    try:
        return _readable(part.get_filename() or "")
    except (ValueError, TypeError, LookupError, IndexError):
        return ""


def _eight_bit(text: str) -> str:
    """Text whose bytes beyond ASCII nobody declared, read as UTF-8 or as Windows writes them."""
    return decoded(text.encode("utf-8", "surrogateescape"))


def _readable(written: str) -> str:
    """A header as it was meant: encoded words decoded (RFC 2047), one line."""
    try:
        text = _eight_bit(written)
    except UnicodeError:
        text = written.encode("utf-8", "replace").decode()
    if "=?" in text:
        with suppress(HeaderParseError, ValueError, LookupError):
            text = "".join(_pieces(text))
    return " ".join(text.encode("utf-8", "replace").decode().split())


def _pieces(text: str) -> Iterator[str]:
    for piece, charset in decode_header(text):
        if isinstance(piece, str):
            yield piece
        elif charset is None:
            yield piece.decode("ascii", "replace") if piece.isascii() else piece.decode("latin-1")
        else:
            yield decoded(piece) if charset.lower() in ("utf-8", *_SLOW_CODECS) else piece.decode(charset, "replace")


def _day(written: str) -> date | None:
    try:
        return parsedate_to_datetime(written).date()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
