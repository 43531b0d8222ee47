"""PDF brochures: every page that has words or pictures is a post, every embedded picture a published photo.

A brochure says nowhere on which day it was handed out: its posting days are unknown, unless the practice writes them
down. The names of a brochure's pages are kept apart, so that a name on page 7 is not held against page 3.
"""

from __future__ import annotations

from collections import Counter

from ..inputs.pdf_file import PdfError, PdfPage, PdfPicture, is_pdf, pages
from ..inputs.quoting import counted
from ..inputs.tree import Tree
from ..inputs.tree_without import RestOfTree
from ..records import Channel, Reading
from . import folder
from .gathering import Gathering

NAME = "pdf"
_EVERYWHERE = 6  # pages; a picture on more of them belongs to the paper, as a logo does, and counts once


def recognises(tree: Tree) -> bool:
    """Whether there is a PDF; loose photos may lie beside it."""
    return any(map(is_pdf, tree.files()))


def read(channel: Channel, tree: Tree) -> Reading:
    """Every page of every PDF, and the other photos as a plain folder."""
    brochures = frozenset(filter(is_pdf, tree.files()))
    gathering = Gathering(channel, NAME, tree)
    for file in sorted(brochures):
        _read_brochure(gathering, tree, file)
    found, rest = gathering.reading(), folder.read(channel, RestOfTree(tree, brochures))
    return Reading(
        posts=found.posts + rest.posts,
        published=found.published + rest.published,
        problems=found.problems + rest.problems,
    )


def _read_brochure(gathering: Gathering, tree: Tree, file: str) -> None:
    unread: Counter[str] = Counter()
    read: list[PdfPage] = []
    try:
        with tree.open(file) as opened:
            for page in pages(opened):
                read.append(page)
                unread.update(page.unread)
    except PdfError as error:
        unread[error.reason] += 1
    except OSError as error:
        unread[error.strerror or str(error) or "an error"] += 1
    shown_on = Counter(picture for page in read for picture in page.pictures)
    told: set[PdfPicture] = set()
    for page in read:
        fresh = [one for one in page.pictures if shown_on[one] <= _EVERYWHERE or one not in told]
        told.update(page.pictures)
        if fresh or page.text:
            _take(gathering, file, page, fresh)
    for reason, count in sorted(unread.items()):
        remedy = "Look at the brochure yourself; what could be read of it was read."
        gathering.unread(f"{counted(count, 'time')} {reason}, not read", "a PDF that can be read", remedy, file)


def _take(gathering: Gathering, file: str, page: PdfPage, pictures: list[PdfPicture]) -> None:
    title = f"{file.rpartition('/')[2]}, page {page.number}"
    post = gathering.post(f"{file}/page-{page.number}", title=title, text=page.text)
    for number, picture in enumerate(pictures, 1):
        name = f"page-{page.number}-picture-{number}.{'jpg' if picture.jpeg else 'png'}"
        gathering.photo(post, file, name=name, inside=f"{picture.number}.{picture.generation}/{name}")
