"""What a cell of the practice's list of posts says: "none" is an answer, an empty cell is not."""

from __future__ import annotations

_NOTHING = frozenset({"none", "nothing", "nobody", "no one", "no", "n/a"})


def nothing(cell: str | None) -> bool:
    """The cell says that there is nothing or nobody."""
    return cell is not None and cell.strip().casefold() in _NOTHING


def something(cell: str | None) -> bool:
    """The cell names something or somebody."""
    return bool(cell and cell.strip()) and not nothing(cell)
