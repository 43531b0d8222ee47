"""The marks a patient can be recognised by, as somebody wrote them beside a photo: “tattoo 120,340,300,420”."""

from __future__ import annotations

import re

from ..inputs.cells import Kind
from ..records import Mark, MarkKind
from .paper_cells import items, spellings

_SPELLED = {
    **{kind.value: kind for kind in MarkKind},
    **spellings(
        {
            MarkKind.TATTOO: ("tattoos",),
            MarkKind.BIRTHMARK: ("birth mark", "port-wine stain", "port wine stain", "café au lait spot"),
            MarkKind.SCAR: ("scars", "keloid"),
            MarkKind.JEWELLERY: ("jewelry", "piercing", "earring", "earrings", "necklace", "ring"),
            MarkKind.OTHER: ("other", "mole", "moles", "nevus", "naevus", "freckles", "brand"),
        }
    ),
}
_KINDS = "|".join(map(re.escape, sorted(_SPELLED, key=len, reverse=True)))
_BOX = r"(\d{1,6})[ ,x]+(\d{1,6})[ ,x]+(\d{1,6})[ ,x]+(\d{1,6})"
_MARK = re.compile(
    rf"(treated )?({_KINDS})(?: at)?(?: ?\(?(treated)\)?)?(?:[ :,]*\[?{_BOX}\]?)?(?: ?\(?(treated)\)?)?", re.ASCII
)


def _marks(cell: str) -> tuple[Mark, ...] | None:
    parts = items(cell)
    return None if parts is None else tuple(map(_mark, parts))


def _mark(item: str) -> Mark:
    match = _MARK.fullmatch(" ".join(item.casefold().split()))
    if match is None:
        raise ValueError
    before, kind, between, *numbers, behind = match.groups()
    box = None if numbers[0] is None else tuple(map(int, numbers))
    if box is not None and not (box[2] and box[3]):  # a place without width or height shows nothing
        raise ValueError
    return Mark(kind=MarkKind(_SPELLED[kind]), box=box, treated=bool(before or between or behind))  # type: ignore[arg-type]


MARKS = Kind(
    _marks,
    f"none, or one of: {', '.join(MarkKind)}; each with its place if you like (tattoo 120,340,300,420: left, top, "
    "width and height in pixels) and “(treated)” where it is what was treated",
)
