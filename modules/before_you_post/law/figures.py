"""Amounts of money that the law names, each with the days on which it held.

They move with inflation and amendment, so a figure is always one of a day. Where our notes do not know the figure of
a day, none is given: an amount from another year would be believed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from .dated import read
from .notes import looked_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """What one breach may cost, in US dollars. ``None`` = our notes name no such bound."""

    what: str  # "reasonable cause"
    least: int | None = None
    most: int | None = None
    year_cap: int | None = None  # in the regulation
    year_cap_by_discretion: int | None = None  # about; what the agency said it would apply


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The amounts of one law, and on which days they held."""

    id: str
    title: str
    citation: str
    tag: str  # how well they were verified
    source: str
    amounts: tuple[Amount, ...]
    of: tuple[str, ...] = ()  # how the citations begin for whose breach they may be asked
    since: date | None = None  # first day; None = not in our notes
    until: date | None = None  # last day; None = they hold still
    note: str = ""


@cache
def every_figure() -> tuple[Figures, ...]:
    """All figures of all days, as ``law/figures.yaml`` has them."""
    return tuple(
        Figures(
            **{
                **entry,
                "amounts": tuple(Amount(**amount) for amount in entry["amounts"]),
                "of": tuple(entry.get("of", ())),
            }
        )
        for entry in read("figures.yaml")
    )


def figures_in_force(on: date) -> tuple[Figures, ...]:
    """The figures of one day. Those whose first day we do not know count only from the day our notes were looked at."""
    return tuple(
        figures
        for figures in every_figure()
        if (figures.since or looked_at().on) <= on and (figures.until is None or on <= figures.until)
    )


def figures_for(citation: str, on: date) -> tuple[Figures, ...]:
    """The figures of one day that may be asked for a breach of what is cited; none where our notes know of none."""
    return tuple(figures for figures in figures_in_force(on) if citation.startswith(figures.of))
