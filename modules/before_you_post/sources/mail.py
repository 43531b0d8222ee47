"""E-mail the practice sent: single letters (.eml, .msg), whole mailboxes (.mbox), Gmail's Takeout.

A letter is published to those it went to; their number is kept, their addresses are not. What came in by mail is not
the practice's own, and where Gmail's labels say so it is left out. A picture that a letter only shows from the web
is not in the file: it is named, with its host, for somebody to look at.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from urllib.parse import unquote

from ..inputs.letter import Enclosure, Letter, LetterError
from ..inputs.mail_file import is_mail, letters
from ..inputs.photo_files import is_photo, is_video
from ..inputs.quoting import counted
from ..inputs.tree import Tree
from ..inputs.tree_without import RestOfTree
from ..records import Channel, Post, Reading
from . import pdf
from .gathering import Gathering
from .page import Page, Shown, read_page
from .sightings import Sighting, Unseen

NAME = "mail"
_SENT = "sent"
_NOT_SENT = frozenset({"inbox", "spam", "trash", "draft", "drafts"})
_RECEIVED = ("letter that was received or never sent", "letters that were received or never sent")
_OUTLOOK_PACKETS = frozenset({"application/ms-tnef", "application/vnd.ms-tnef"})
_DRAWING = "image/svg+xml"
_LARGE_IN_ZIP = 200 * 2**20


def recognises(tree: Tree) -> bool:
    """Whether there is a file of mail; brochures and loose photos may lie beside it."""
    return any(map(is_mail, tree.files()))


def read(channel: Channel, tree: Tree) -> Reading:
    """Every letter, and the other files as brochures and a plain folder."""
    mail = frozenset(filter(is_mail, tree.files()))
    reader = _Reader(channel, tree)
    for file in sorted(mail):
        reader.read(file)
    found, rest = reader.reading(), pdf.read(channel, RestOfTree(tree, mail))
    return Reading(
        posts=found.posts + rest.posts,
        published=found.published + rest.published,
        problems=found.problems + rest.problems,
    )


class _Reader:
    """Reads the files of mail of one channel, once."""

    def __init__(self, channel: Channel, tree: Tree) -> None:
        self._tree = tree
        self._gathering = Gathering(channel, NAME, tree)
        self._seen: set[tuple[str, int]] = set()

    def reading(self) -> Reading:
        """Everything read so far."""
        return self._gathering.reading()

    def read(self, file: str) -> None:
        """Read every letter of a file."""
        self._warn_of_slowness(file)
        unread: Counter[str] = Counter()
        unseen = Unseen(Path(self._tree.location(file)), place="the letters")
        try:
            with self._tree.open(file) as opened:
                for offset, letter in letters(opened, file):
                    if isinstance(letter, LetterError):
                        unread[letter.reason] += 1
                    else:
                        self._take(file, offset, letter, unread, unseen)
        except OSError as error:
            unread[error.strerror or str(error) or "an error"] += 1
        self._gathering.problems += unseen.problems()
        for reason, count in sorted(unread.items()):
            remedy = "Look at them in your mail program yourself if they may show a patient."
            self._gathering.unread(f"{counted(count, 'time')} {reason}, not read", "letters and photos", remedy, file)

    def _warn_of_slowness(self, file: str) -> None:
        """A zip has no way to its middle: for each photo, all that stands before it is unpacked again."""
        size = self._tree.size(file)
        if size > _LARGE_IN_ZIP and not Path(self._tree.location(file)).is_file():
            remedy = "Unpack the zip into this folder, and take the zip away: the audit will be many times faster."
            self._gathering.unread(f"{size // 2**20} MB of mail inside a zip", "mail that is unpacked", remedy, file)

    def _take(self, file: str, offset: int, letter: Letter, unread: Counter[str], unseen: Unseen) -> None:
        content = (letter.identity, hash((letter.html, letter.plain, letter.enclosures)))
        if content in self._seen:  # the same letter under two labels
            return
        self._seen.add(content)
        if letter.labels & _NOT_SENT and _SENT not in letter.labels:
            remedy = "Nothing to do if that is right: only what the practice sent is audited."
            self._gathering.set_apart(*_RECEIVED, remedy)
            return
        unread.update(letter.unread)
        html = [read_page(text) for text in letter.html]
        text = "\n".join(filter(None, (*(page.text for page in html), *(plain.strip() for plain in letter.plain))))
        post = self._gathering.post(
            f"{letter.day or 'undated'}-{letter.identity}",
            title=letter.subject,
            text=text,
            day=letter.day,
            recipients=letter.recipients,
        )
        shown = _shown(html, post, unseen)
        for enclosure in letter.enclosures:
            if (kind := _kind(enclosure)) is not None:
                unread[kind] += 1
                continue
            words = shown.get(enclosure.content_id or "", Sighting())
            inside = f"{offset}/{enclosure.place}/{enclosure.name}"
            self._gathering.photo(
                post, file, name=enclosure.name, caption=words.caption, alt_text=words.alt_text, inside=inside
            )


def _shown(html: list[Page], post: Post, unseen: Unseen) -> dict[str, Sighting]:
    """The words a letter puts to the pictures it carries; those it shows from elsewhere are noted as unseen."""
    shown: dict[str, Sighting] = {}
    places: list[tuple[str, Shown]] = [(url.strip(), one) for page in html for one in page.shown for url in one.urls]
    for url, one in places:
        scheme = url[:5].lower()
        if scheme.startswith("cid:"):
            content_id = unquote(url[4:])
            shown.setdefault(content_id, Sighting()).add(content_id, one)
        elif scheme.startswith(("http", "data:")) or url.startswith("//"):
            unseen.note(url, post.title)
    return shown


def _kind(enclosure: Enclosure) -> str | None:
    """What came with a letter and is not looked at, in words; None for a photo or a film."""
    kind = enclosure.media_type.partition("/")[0]
    if enclosure.media_type in _OUTLOOK_PACKETS or enclosure.name.lower() == "winmail.dat":
        return "a packet of attachments that only Outlook opens (winmail.dat)"
    if enclosure.media_type == _DRAWING:
        return "a drawing (SVG) that came with a letter"
    if kind in ("image", "video") or is_photo(enclosure.name) or is_video(enclosure.name):
        return None
    return "a document or other file that came with a letter"
