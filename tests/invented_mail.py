"""E-mail for tests, written as mail programs write it: MIME with the standard library, .msg byte by byte."""

from __future__ import annotations

import struct
from datetime import date
from email.message import EmailMessage
from itertools import pairwise
from typing import Any
from zlib import crc32

PIXELS = b"\xff\xd8\xff\xe0 an invented picture \xff\xd9"


def letter(
    text: str = "Dear all",
    *,
    html: str | None = None,
    inline: dict[str, bytes] | None = None,
    attached: dict[str, bytes] | None = None,
    **headers: str,
) -> EmailMessage:
    """A letter; ``inline`` pictures by content id, ``attached`` files by name; headers with ``_`` for ``-``."""
    message = EmailMessage()
    told = {"From": "office@quillfeather.example", "To": "a@one.example", "Date": "Wed, 03 Jun 2026 23:30:00 -0700"}
    told |= {"Subject": "News", "Message-ID": f"<{crc32(f'{text} {html}'.encode())}@quillfeather.example>"}
    told |= {name.replace("_", "-"): value for name, value in headers.items()}
    for name, value in told.items():
        message[name] = value
    message.set_content(text)
    if html is not None:
        message.add_alternative(html, subtype="html")
        page = message.get_payload()[1]  # type: ignore[index]
        for content_id, data in (inline or {}).items():
            page.add_related(data, "image", "jpeg", cid=f"<{content_id}>", filename=f"{content_id}.jpg")  # type: ignore[union-attr]
    for name, data in (attached or {}).items():
        message.add_attachment(data, maintype="image", subtype="jpeg", filename=name)
    return message


def mailbox(*letters: EmailMessage) -> bytes:
    """The letters as a mailbox (mboxrd) holds them."""
    parts = []
    for one in letters:
        lines = one.as_bytes().replace(b"\r\n", b"\n").split(b"\n")
        quoted = [b">" + line if line.lstrip(b">").startswith(b"From ") else line for line in lines]
        parts.append(b"From office@quillfeather.example Wed Jun  3 10:00:00 2026\n" + b"\n".join(quoted) + b"\n\n")
    return b"".join(parts)


# -- .msg: a compound file (MS-CFB) with sectors of 512 bytes; streams below 4096 lie in small sectors of 64 ----------

_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
Drawer = dict[str, Any]  # a name -> bytes of a stream, or another drawer


class _Sectors:
    """Sectors of one size and the chains through them."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.body = b""
        self.chains: list[int] = []

    def take(self, data: bytes) -> int:
        """The first sector of the data."""
        start, count = len(self.chains), -(-len(data) // self.size)
        self.body += data.ljust(count * self.size, b"\0")
        self.chains += [*range(start + 1, start + count), _END] if count else []
        return start if count else _END


def compound_file(root: Drawer) -> bytes:
    """A compound file holding these streams and storages."""
    entries: list[list[Any]] = []  # name, kind, left, right, child, start, size
    large, small = _Sectors(512), _Sectors(64)

    def take(name: str, value: Drawer | bytes) -> int:
        number = len(entries)
        if isinstance(value, bytes):
            start = (small if len(value) < 4096 else large).take(value)
            entries.append([name, 2, _FREE, _FREE, _FREE, start, len(value)])
            return number
        entries.append([name, 5 if number == 0 else 1, _FREE, _FREE, _FREE, _END, 0])
        children = [take(inner, content) for inner, content in value.items()]
        for one, other in pairwise(children):
            entries[one][3] = other
        entries[number][4] = children[0] if children else _FREE
        return number

    take("Root Entry", root)
    entries[0][5:] = [large.take(small.body), len(small.body)]
    chains = struct.pack(f"<{len(small.chains)}I", *small.chains).ljust(-(-len(small.chains) // 128) * 512, b"\xff")
    first_small = large.take(chains)
    entries += [["", 0, _FREE, _FREE, _FREE, 0, 0]] * (-len(entries) % 4)
    first_directory = large.take(b"".join(map(_directory_entry, entries)))
    first_fat = len(large.chains)
    count = next(count for count in range(1, 110) if count * 128 >= first_fat + count)
    fat = [*large.chains, *[_FAT] * count]
    fat += [_FREE] * (count * 128 - len(fat))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<9I", 0, count, first_directory, 0, 4096, first_small, len(chains) // 512, _END, 0)
    head += struct.pack("<109I", *range(first_fat, first_fat + count), *[_FREE] * (109 - count))
    return head + large.body + struct.pack(f"<{len(fat)}I", *fat)


def _directory_entry(entry: list[Any]) -> bytes:
    name, kind, left, right, child, start, size = entry
    coded = name.encode("utf-16-le") + b"\0\0" if name else b""
    head = coded.ljust(64, b"\0") + struct.pack("<HBB", len(coded), kind, 1)
    return head + struct.pack("<3I", left, right, child) + bytes(36) + struct.pack("<IQ", start, size)


def outlook(
    subject: str = "News", *, inside: bool = False, recipients: int = 1, files: tuple[Drawer, ...] = (), **texts: Any
) -> Drawer:
    """A letter of Outlook's as a drawer; ``texts`` are streams by the number of their property, ``_1000001F=…``."""
    sent = struct.pack("<HHIQ", 0x40, 0x39, 6, (date(2026, 6, 3) - date(1601, 1, 1)).days * 864_000_000_000)
    drawer: Drawer = {
        "__properties_version1.0": bytes(24 if inside else 32) + sent,
        "__substg1.0_001A001F": "IPM.Note".encode("utf-16-le"),
        "__substg1.0_0037001F": subject.encode("utf-16-le"),
    }
    drawer |= {f"__substg1.0{number}": value for number, value in texts.items()}
    drawer |= {f"__recip_version1.0_#{at:08X}": {"__properties_version1.0": bytes(8)} for at in range(recipients)}
    return drawer | {f"__attach_version1.0_#{at:08X}": file for at, file in enumerate(files)}


def outlook_file(name: str, data: bytes = PIXELS, content_id: str = "") -> Drawer:
    """A file attached to a letter of Outlook's."""
    drawer: Drawer = {
        "__properties_version1.0": bytes(8),
        "__substg1.0_37010102": data,
        "__substg1.0_3707001F": name.encode("utf-16-le"),
    }
    return drawer | ({"__substg1.0_3712001F": content_id.encode("utf-16-le")} if content_id else {})


def outlook_inner(inner: Drawer) -> Drawer:
    """A letter, or an object, attached to a letter of Outlook's."""
    return {"__properties_version1.0": bytes(8), "__substg1.0_3701000D": inner}
