"""What breaking the law behind a finding may cost, as the figures stood on the finding's own day: once, and calmly.

A figure is no forecast. It says what the law names for one breach of it; whether anything follows, authorities and
courts decide, and most matters end with mending. Said once for a photo or a matter, not beside every line.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ..law.figures import Amount, Figures, figures_for
from ..records import Finding, Outcome
from . import phrases
from .findings import explain


def penalties(findings: Iterable[Finding], on: date) -> tuple[str, ...]:
    """A sentence for each law that a failed finding cites and whose figures of that day our notes know."""
    failed = [explain(finding) for finding in findings if finding.outcome is Outcome.FAIL]
    known = {figures.id: figures for one in failed for figures in figures_for(one.citation, on)}
    return tuple(_said(known[name], on) for name in sorted(known))


def range_of(amounts: Iterable[Amount]) -> str:
    """From the least to the most of several amounts: "$145 to $2,190,294", "up to $53,088", "$750 or more"."""
    bounds = tuple(amounts)
    lows = [each.least for each in bounds if each.least is not None]
    highs = [each.most for each in bounds]
    high = None if None in highs else max(each for each in highs if each is not None)
    if not lows:
        return f"up to ${high:,}"
    if high is None:
        return f"${min(lows):,} or more"
    return f"${high:,}" if min(lows) == high else f"${min(lows):,} to ${high:,}"


def _said(figures: Figures, on: date) -> str:
    tags = " and ".join(phrases.TAGS[part] for part in figures.tag.split("/"))
    by = ", by how it came about" if len(figures.amounts) > 1 else ""
    since = f", since {figures.since}" if figures.since else ""
    return (
        f"Penalty figures in force on {on}: {figures.title}, {range_of(figures.amounts)} for one breach{by} "
        f"({figures.citation}{since}; {tags}). Whether anything follows is for others to decide."
    )
