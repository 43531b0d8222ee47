"""How a panel was matched with its original, in words: the decision, its measure, and how the original is shown."""

from __future__ import annotations

from ..records import Match, MatchDecision, Panel, PanelName
from ..store.decisions import same_panel
from . import phrases


def decision(panel: Panel) -> str:
    """Whose photo the panel is taken to be, and who says so."""
    match = panel.match
    by = f", says {match.decided_by}" if match.decided_by else ""
    if match.original is None:
        return f"No original{by}."
    if match.either:
        return f"Made from one of {phrases.count(len(match.either) + 1, 'original')} that cannot be told apart{by}."
    return f"Made from {match.original}{by}."


def measure(match: Match, *, shown: bool = True) -> str:
    """How sure the comparison is, in the measures it really has; ``shown`` adds how the original is shown."""
    if match.decided_by:
        return "Decided by a person; the comparison only placed it."
    if match.original is None:
        if match.runner_up is None:
            return "Compared with every original; none is like it."
        agree = phrases.count(match.runner_up_inliers, "detail agrees", "details agree")
        return f"The nearest was {match.runner_up}, where {agree}: too few."
    # of a crop the whole fingerprints differ by nature: they count only where nothing finer was compared
    by_fingerprint = match.distance is not None and not match.inliers
    how = [
        phrases.count(match.inliers, "detail agrees", "details agree") if match.inliers else "",
        f"fingerprints differ in {match.distance} of 256 bits" if by_fingerprint else "",
        *(_shown(match) if shown else ()),
    ]
    words = "; ".join(word for word in how if word)
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def details(panel: Panel) -> tuple[tuple[str, str], ...]:
    """Everything about the match, by name: what a reviewer wants to see before saying that it is wrong."""
    match = panel.match
    shown = ", ".join(_shown(match))
    others = ", ".join(match.either)
    runner_up = (
        f"{match.runner_up} ({phrases.count(match.runner_up_inliers, 'detail agrees', 'details agree')})"
        if match.runner_up and match.original
        else ""
    )
    named = (
        ("Decision", decision(panel)),
        ("Measure", measure(match, shown=False)),
        ("Shown", f"{shown[:1].upper()}{shown[1:]}" if shown else ""),
        ("Size", f"{match.scale:.2f} published pixels for one of the original" if match.original else ""),
        ("Fits as well", f"{others}: either of these, they cannot be told apart" if others else ""),
        ("Runner-up", runner_up),
    )
    return tuple((name, words) for name, words in named if words)


def same_unknown(others: tuple[PanelName, ...]) -> str:
    """Where else the same picture without an original was published."""
    return f"The same picture, whose original is not in the library, is in {phrases.count(len(others), 'more photo')}:"


def said(panel: Panel, sha256: str, words: tuple[MatchDecision, ...]) -> tuple[MatchDecision, ...]:
    """What people have said about this panel of a picture, and stands."""
    return tuple(one for one in words if one.sha256 == sha256 and same_panel(one.outline, panel.match.outline))


def spoken(word: MatchDecision) -> str:
    """One word on a match, as a sentence."""
    parts = [
        f"not made from {word.rejected}" if word.rejected else "",
        f"made from {word.original}" if word.original else "",
    ]
    sentence = "; ".join(part for part in parts if part)
    return f"{sentence[:1].upper()}{sentence[1:]}"


def _shown(match: Match) -> list[str]:
    turned = f"turned by {abs(round(match.angle))}°" if abs(match.angle) >= 1 else ""
    return [words for words in ("shown mirrored" if match.mirrored else "", turned) if words]
