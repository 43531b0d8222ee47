"""A before beside its after, in numbers for a reviewer. The law asks that they be comparable and names no number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..records import PairComparison, PanelName

_WHAT: Mapping[str, tuple[str, str]] = {
    "turn": ("Pose", "turned or tilted {:.0f}° more in the after photo"),
    "scale": ("Size", "the person is {:.2f} times as large in the after photo"),
    "light": ("Light", "the after photo is {:+.0f} in lightness (of 100)"),
    "colour": ("Color of the ground", "differs by {:.0f} (CIE a*b*)"),
    "background": ("Background", "{:.0%} of it differs"),
    "crop": ("Crop", "{:.0%} of the smaller frame is in both"),
}
_DIFFERS = {"turn": "pose", "scale": "scale", "light": "light", "colour": "colour", "background": "background"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One thing in which the two were compared."""

    name: str
    words: str
    differs: bool  # it lies outside what a careful photographer keeps


def compared(pair: PairComparison) -> tuple[Compared, ...]:
    """Every number there is, each with what it counts; what could not be measured is said to be so."""
    numbers = []
    for field, (name, words) in _WHAT.items():
        value = getattr(pair, field)
        said = "could not be measured" if value is None else words.format(value)
        numbers.append(Compared(name=name, words=said, differs=_DIFFERS.get(field, field) in pair.differs))
    return tuple(numbers)


def about(pair: PairComparison) -> tuple[tuple[str, str], ...]:
    """What is on file about the two: whose they are, what was done, how long lies between."""
    same = {True: "yes", False: "no", None: "not known: nobody knows whose photo one of them is"}
    area = {True: "yes", False: "no", None: "not recorded"}
    apart = "not recorded" if pair.days_apart is None else f"{pair.days_apart:,}"
    return (
        ("Same patient", same[pair.same_patient]),
        ("Same part of the body", area[pair.same_area]),
        ("Treatment named for the after photo", pair.procedure or "not recorded"),
        ("Days between the two", apart),
    )


def name(one: PanelName, here: str) -> str:
    """A panel as a reader of the photo ``here`` knows it: by its number, and by its photo where that is another."""
    return f"picture {one.panel}" if one.published == here else f"picture {one.panel} of {one.published}"


def title(pair: PairComparison, here: str) -> str:
    """The two panels, as a heading."""
    words = f"{name(pair.before, here)} (before) and {name(pair.after, here)} (after)"
    return f"{words[:1].upper()}{words[1:]}"


def verdict(pair: PairComparison) -> str:
    """What the numbers come to, as a sentence; a person decides."""
    if pair.problem:
        return f"Could not be compared: {pair.problem}"
    if pair.same_patient is False:
        return "These are two patients: what is shown is nobody's result."
    if pair.differs:
        return f"Look at these: {', '.join(pair.differs)}. What differs may flatter the result."
    return "Nothing was found that differs more than a careful photographer lets it."
