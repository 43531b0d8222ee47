"""What a person decides on the page: read with care, since it comes from a browser, and shown beside the finding."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from ..records import Decision, DecisionKind, Finding, JudgedPhoto, MatchDecision, Panel
from ..report import matched, phrases
from ..report.decided import Standing
from .laid_over import panel_of

if TYPE_CHECKING:
    from ..store import DecisionLog, Kept

Values = dict[str, Any]
_LONGEST_NAME = 120  # characters
_LONGEST_REASON = 2_000


class DecisionError(Exception):
    """The decision cannot be kept; ``reason`` says what is missing, in a sentence for the reader."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def about_finding(log: DecisionLog, kept: Kept, asked: Mapping[str, Any], finding: Finding) -> Kept:
    """Write down what the page sent about a finding; returns the audit with it. Raises DecisionError."""
    made = read_decision(asked, finding, date.today())
    log.add(made)
    return replace(kept, decisions=(*kept.decisions, made))


def about_match(
    log: DecisionLog,
    kept: Kept,
    asked: Mapping[str, Any],
    judged: JudgedPhoto,
    originals: Callable[[], Collection[str]],
) -> Kept:
    """Write down what the page sent about the match of a panel; returns the audit with it.

    ``originals`` gives the ids there are; it is asked only where one was chosen. Raises DecisionError, and InputError
    where the practice's folder cannot be read.
    """
    panel = panel_of(judged, asked.get("panel"))
    if panel is None:
        raise DecisionError("There is no such picture in this photo.")
    there = originals() if asked.get("what") == "made-from" else ()
    log.add_match(read_match_decision(asked, panel, judged.evidence.photo.sha256, there))
    return replace(kept, match_decisions=log.matches())


def read_decision(asked: Mapping[str, Any], finding: Finding, today: date) -> Decision:
    """A decision about a finding, from what the page sent. Raises DecisionError."""
    try:
        kind = DecisionKind(str(asked.get("kind")))
    except ValueError:
        raise DecisionError("Choose what you decide.") from None
    return Decision(
        kind=kind,
        subject=finding.subject,
        about=finding.about,
        rule=finding.rule,
        panel=finding.panel,
        by=_words(asked, "by", _LONGEST_NAME, "Write your name: a decision is somebody's."),
        reason=_words(asked, "reason", _LONGEST_REASON, "Write why: the next reader cannot ask you."),
        at=datetime.now(UTC),
        until=_until(asked, today) if kind is DecisionKind.WAIVE else None,
    )


def read_match_decision(
    asked: Mapping[str, Any], panel: Panel, sha256: str, originals: Collection[str]
) -> MatchDecision:
    """A word on a match, from what the page sent. ``originals`` are the ids there are. Raises DecisionError.

    What is rejected is what the panel was matched with; without an original named and nothing rejected, earlier words
    are taken back.
    """
    what, original = asked.get("what"), asked.get("original")
    if what not in ("not-this", "made-from", "take-back"):
        raise DecisionError("Choose what you say about the original.")
    if what == "made-from" and original not in originals:
        raise DecisionError("Choose the original it was made from.")
    if what == "not-this" and panel.match.original is None:
        raise DecisionError("There is no original to reject.")
    return MatchDecision(
        sha256=sha256,
        outline=panel.match.outline,
        rejected=panel.match.original if what == "not-this" else None,
        original=str(original) if what == "made-from" else None,
        by=_words(asked, "by", _LONGEST_NAME, "Write your name: a decision is somebody's."),
        reason=_words(asked, "reason", _LONGEST_REASON, "Write why: the next reader cannot ask you."),
        at=datetime.now(UTC),
    )


def shown(standing: Standing | None) -> Values | None:
    """The last decision about a finding, for the page."""
    if standing is None:
        return None
    made = standing.decision
    return {
        "kind": made.kind.value,
        "label": phrases.DECISIONS[made.kind].label,
        "by": made.by,
        "on": standing.on.isoformat(),
        "reason": made.reason,
        "until": made.until.isoformat() if made.until else None,
        "holds": standing.holds,
        "note": standing.note,
    }


def shown_word(word: MatchDecision, kept_at: datetime | None) -> Values:
    """A word on a match, for the page: in force once an audit was made after it."""
    return {
        "words": matched.spoken(word),
        "by": word.by,
        "on": word.at.astimezone().date().isoformat(),
        "reason": word.reason,
        "note": "" if kept_at is None or word.at < kept_at else phrases.AT_THE_NEXT_CHECK,
    }


def kinds() -> list[Values]:
    """What can be decided, each with what it means."""
    return [
        {"kind": kind.value, "deed": phrases.DEEDS[kind], "sentence": phrase.sentence}
        for kind, phrase in phrases.DECISIONS.items()
    ]


def _words(asked: Mapping[str, Any], name: str, longest: int, missing: str) -> str:
    words = asked.get(name)
    words = " ".join(words.split()) if isinstance(words, str) else ""
    if not words:
        raise DecisionError(missing)
    if len(words) > longest:
        raise DecisionError(f"That is longer than {longest:,} characters.")
    return words


def _until(asked: Mapping[str, Any], today: date) -> date:
    try:
        until = date.fromisoformat(str(asked.get("until")))
    except ValueError:
        raise DecisionError("Name the last day of the waiver.") from None
    if until < today:
        raise DecisionError("The last day of the waiver has passed already.")
    return until
