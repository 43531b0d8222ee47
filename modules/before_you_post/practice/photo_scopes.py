"""Which photos a form describes, as somebody wrote it into one cell.

“Any photo” is read as it is written, and describes none: a form has to say which (45 CFR 164.508(c)(1)(i)).
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from ..inputs.cells import Kind
from ..inputs.photo_files import is_photo
from ..records import PhotoKind, PhotoScope
from .paper_cells import items

_SPELLED = {
    **{kind.value: kind for kind in PhotoKind},
    **dict.fromkeys(("b4", "pre-op", "preop", "pre op", "pre-treatment", "pretreatment", "baseline"), PhotoKind.BEFORE),
    **dict.fromkeys(("post-op", "postop", "post op", "post-treatment", "posttreatment"), PhotoKind.AFTER),
}
# Alone in a column of kinds these are clear; among the words of a form “post” may be a post.
KIND_CELLS = {**_SPELLED, "pre": PhotoKind.BEFORE, "post": PhotoKind.AFTER}
_KINDS = "|".join(sorted(_SPELLED, key=len, reverse=True))
_DESCRIBED = re.compile(
    rf"(?:(?:all|any|every) )?((?:{_KINDS})(?: ?(?:and|&|\+|/) ?(?:{_KINDS}))*)(?: (?:photos?|pictures?|images?))?"
    r"(?: (?:of (?:the |my )?)?(.+))?"
)
_ANY = re.compile(
    r"(?:any(?:thing)?|all|every(?:thing)?)(?:\W+(?:any|all|and|or|of|me|my|the|media|kinds?"
    r"|photos?|photographs?|pictures?|images?|videos?))*\W*"
)


def inside(text: str) -> str:
    """A path as written in a table, with forward slashes; raises ValueError when it leads out of its folder."""
    path = PurePosixPath(text.replace("\\", "/"))
    if path.is_absolute() or not path.parts or ".." in path.parts or ":" in path.parts[0] or "\0" in text:
        raise ValueError
    return path.as_posix()


def _scopes(cell: str) -> tuple[PhotoScope, ...] | None:
    parts = items(cell)
    return None if parts is None else tuple(scope for item in parts for scope in _scope(item))


def _scope(item: str) -> list[PhotoScope]:
    if is_photo(item):
        return [PhotoScope(original=inside(item))]
    words = item.casefold()
    if _ANY.fullmatch(words):
        return [PhotoScope()]
    match = _DESCRIBED.fullmatch(words)
    if match is None:
        raise ValueError
    return [PhotoScope(kind=_SPELLED[kind], area=match[2]) for kind in re.findall(_KINDS, match[1])]


FILE = Kind(inside, "the path of a photo inside the library folder, such as 2026/nose-before.jpg")
PHOTOS = Kind(
    _scopes,
    "before, after or other, each with or without an area (“before nose”), photos of the library, any, or none",
)
