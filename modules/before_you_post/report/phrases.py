"""The words in which results are put to people: calm, plain, and never a ruling on what the law allows.

This and ``labels`` are the only places that phrase things for people. The dashboard, the spreadsheet, the terminal
and the JSON file all take their words from here, so that one thing has one name wherever a reader meets it. No phrase
says that a photo is within the law: an audit can only say what it found, and what nobody has looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from ..records import (
    Change,
    ChangeKind,
    DecisionKind,
    Outcome,
    PhotoScope,
    Problem,
    Severity,
    SignerRole,
    SubjectKind,
    Verdict,
)
from . import labels


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A short label for a table cell, and a sentence that says what it means for the reader."""

    label: str
    sentence: str


VERDICTS: Mapping[Verdict, Phrase] = {
    Verdict.TAKE_DOWN: Phrase(
        label="Take down now",
        sentence="Take this photo off every public place now; sort out what was found before anyone sees it again.",
    ),
    Verdict.FIX: Phrase(
        label="Fix before next use",
        sentence="Something has to be put right before this photo is used again.",
    ),
    Verdict.REVIEW: Phrase(
        label="A person must decide",
        sentence="The computer cannot settle this one: someone who knows the case has to look and decide.",
    ),
    Verdict.NOT_DETERMINED: Phrase(
        label="Could not be checked",
        sentence="Facts are missing, so this photo could not be checked; it may or may not be in order.",
    ),
    Verdict.CLEAR: Phrase(
        label="Nothing found",
        sentence="None of the checks found anything. What the checks do not cover was not looked at.",
    ),
}
"""In the order in which a reader should deal with them: most urgent first."""

MATTER_VERDICTS: Mapping[Verdict, Phrase] = {
    Verdict.TAKE_DOWN: Phrase(
        label=VERDICTS[Verdict.TAKE_DOWN].label,
        sentence="Take this post off every public place now; sort out what was found before anyone sees it again.",
    ),
    Verdict.FIX: Phrase(label="Put right", sentence="Something has to be put right."),
    Verdict.REVIEW: Phrase(
        label=VERDICTS[Verdict.REVIEW].label,
        sentence="The computer cannot settle this one: someone who knows the facts has to look and decide.",
    ),
    Verdict.NOT_DETERMINED: Phrase(
        label=VERDICTS[Verdict.NOT_DETERMINED].label,
        sentence="Facts are missing, so this could not be checked; it may or may not be in order.",
    ),
    Verdict.CLEAR: Phrase(
        label=VERDICTS[Verdict.CLEAR].label,
        sentence="None of the checks found anything. What the checks do not cover was not looked at.",
    ),
}
"""The same for what is no photo: a post, a form, a person, a device, a vendor, an incident, the practice itself."""

OUTCOMES: Mapping[Outcome, Phrase] = {
    Outcome.FAIL: Phrase(label="Problem found", sentence="What was found does not agree with this rule."),
    Outcome.NEEDS_REVIEW: Phrase(label="Needs a person", sentence="Something was found that a person has to judge."),
    Outcome.NOT_CHECKED: Phrase(label="Not checked", sentence="A fact this rule needs is missing, so nobody looked."),
    Outcome.PASS: Phrase(label="No problem found", sentence="Nothing was found against this rule."),
    Outcome.NOT_APPLICABLE: Phrase(label="Does not apply", sentence="This rule does not concern it."),
}

SEVERITIES: Mapping[Severity, Phrase] = {
    Severity.BLOCK: Phrase(label="Stop", sentence="Do not publish; take down now."),
    Severity.HIGH: Phrase(label="High", sentence="Fix before the next use."),
    Severity.MED: Phrase(label="Medium", sentence="Fix on a dated plan."),
    Severity.LOW: Phrase(label="Low", sentence="Improve when you can."),
    Severity.INFO: Phrase(label="For information", sentence="Good to know; ask your counsel."),
}
"""Worst first."""

CHANGES: Mapping[ChangeKind, Phrase] = {
    ChangeKind.NEW: Phrase(label="New", sentence="Found for the first time."),
    ChangeKind.FIXED: Phrase(label="No longer found", sentence="Found last time, not found now."),
    ChangeKind.CAME_BACK: Phrase(label="Came back", sentence="Found before, gone last time, found again now."),
}

DECISIONS: Mapping[DecisionKind, Phrase] = {
    DecisionKind.CONFIRM: Phrase(label="Confirmed", sentence="It is so, and has to be dealt with."),
    DecisionKind.DISMISS: Phrase(
        label="Dismissed", sentence="It is not so: something the check could not know settles it."
    ),
    DecisionKind.WAIVE: Phrase(
        label="Waived", sentence="It is so, and stays until the day you name. After that it is open again."
    ),
    DecisionKind.TAKEN_DOWN: Phrase(
        label="Taken down or mended", sentence="It has been dealt with. If a later check still finds it, it is open."
    ),
    DecisionKind.REOPEN: Phrase(label="Reopened", sentence="The earlier decision is taken back."),
}
"""What a person did with a finding, and what that means."""

DEEDS: Mapping[DecisionKind, str] = {
    DecisionKind.CONFIRM: "Confirm",
    DecisionKind.DISMISS: "Dismiss",
    DecisionKind.WAIVE: "Waive until a day",
    DecisionKind.TAKEN_DOWN: "Taken down or mended",
    DecisionKind.REOPEN: "Reopen",
}
"""The same as something to choose."""

AT_THE_NEXT_CHECK = "It takes effect when the practice is checked again."
STILL_FOUND = "A later check still found it, so it is open again."

TAGS: Mapping[str, str] = {
    "V1": "read in the official text",
    "V2": "read in a reproduction or a secondary source",
    "U": "not verified; ask your counsel",
}
"""How well the citation of a rule was verified."""


def titled(title: str, outcome: Outcome) -> str:
    """Put a rule's title so that it does not read as found where nobody looked: "Not checked: The form has ended"."""
    return f"{OUTCOMES[outcome].label}: {title}" if outcome is Outcome.NOT_CHECKED else title


def without_photo(posts: int) -> str:
    """Say how many posts of a channel the audit has nothing to say about."""
    return f"{count(posts, 'post')} without a photo that was read"


def waiver_over(until: date) -> str:
    """Say that a waiver has run out, so that nobody takes it for a decision that stands."""
    return f"The waiver ended on {until}, so it is open again."


def matters_counted(verdicts: Mapping[Verdict, int]) -> str:
    """Say how many of one kind of matter have which verdict: "2 Put right, 40 Nothing found"."""
    parts = (f"{number:,} {MATTER_VERDICTS[verdict].label}" for verdict, number in verdicts.items() if number)
    return ", ".join(parts) or "none on file"


def moment(at_posting: Outcome, today: Outcome) -> str:
    """Say when a finding held: on the day of posting, today, or both.

    A photo can have been in order when it was posted and not be so now (a revoked form), or the other way round;
    the reader must see which, since only today's state can be mended by acting today.
    """
    noted = {Outcome.FAIL, Outcome.NEEDS_REVIEW}
    if at_posting in noted and today in noted:
        return "when posted and today"
    if today in noted:
        unknown = at_posting is Outcome.NOT_CHECKED
        return "today; the day of posting could not be checked" if unknown else "today, not yet when posted"
    if at_posting in noted:
        unknown = today is Outcome.NOT_CHECKED
        return "when posted; today could not be checked" if unknown else "when posted, no longer today"
    if Outcome.NOT_CHECKED in (at_posting, today):
        return "not checked"
    return "neither when posted nor today"


def scope(described: PhotoScope) -> str:
    """Say which photos one line of a form describes: "every before photo", "every after photo of the nose"."""
    if described.original is not None:
        return described.original
    if described == PhotoScope():
        return "any photo, without saying which"
    kind = f"{described.kind} photo" if described.kind else "photo"
    return f"every {kind} of the {described.area}" if described.area else f"every {kind}"


def recorded(value: object) -> str:
    """Put one recorded value into words; what nobody recorded reads "not recorded", never as "no" or "none"."""
    match value:
        case None | "":
            return "not recorded"
        case True | False:
            return "yes" if value else "no"
        case SignerRole():
            return labels.SIGNER_ROLES[value]
        case PhotoScope():
            return scope(value)
        case tuple():
            return "; ".join(recorded(item) for item in value) or "none"
        case _:
            return f"{value:g}" if isinstance(value, float) else str(value)


def printable(text: str) -> str:
    """Return text from outside as one line that neither a terminal nor a spreadsheet can take for a command.

    White space of any kind becomes a blank; every other character without a printed form becomes U+FFFD.
    """
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in " ".join(text.split()))


def place(problem: Problem, folder: str = "") -> str:
    """Say where a problem stands: "authorizations.csv, row 7, column signed_on"."""
    path = PurePath(problem.path)
    inside = path.relative_to(folder).as_posix() if folder and path.is_relative_to(folder) else problem.path
    row = f", row {problem.row}" if problem.row is not None else ""
    column = f", column {problem.column}" if problem.column else ""
    return printable(f"{inside}{row}{column}")


def since(previous: date | None, changes: Sequence[Change]) -> str:
    """Say in one sentence what changed: "Since the audit as of 2026-11-01: 2 new, 1 no longer found."."""
    if previous is None:
        return "This is the first audit kept, so there is nothing to compare it with."
    if not changes:
        return f"Nothing changed since the audit as of {previous}."
    counted = Counter(change.kind for change in changes)
    parts = [f"{counted[kind]} {phrase.label.lower()}" for kind, phrase in CHANGES.items() if counted[kind]]
    return f"Since the audit as of {previous}: {', '.join(parts)}."


def changed_subject(change: Change) -> str:
    """Name what a change is about: a photo by its id, anything else with its kind before it."""
    photo = change.subject in (SubjectKind.PHOTO, SubjectKind.PANEL)
    return change.about if photo else f"{change.subject.value} {change.about}"


def count(number: int, one: str, many: str | None = None) -> str:
    """Write a number with its noun: "1 photo", "2 photos", "no photos"."""
    noun = one if number == 1 else many or f"{one}s"
    return f"{'no' if number == 0 else format(number, ',')} {noun}"


TAKEN_DOWN, TODAY = "Taken down", "Today"
POSTED_UNDATED = "The day of posting is not recorded."
POSTED_UNKNOWN = "The day of posting is not recorded, so nobody can say whether a form covered it then."
NOBODYS_FORM = "Nobody knows whose photo it is or which forms they signed, so nobody can say whether one covered it."


def posted_on_channel(channel: str) -> str:
    """Say that a photo went out, and where."""
    return f"Posted on {channel}"


def taken_undated(original: str) -> str:
    """Say that nobody recorded when an original was taken."""
    return f"The day on which {original} was taken is not recorded."


def signed_undated(form: str) -> str:
    """Say that nobody recorded when a form was signed."""
    return f"The day on which {form} was signed is not recorded."


def covered(then: str, now: str, *, up: bool) -> str:
    """Say that nothing is known against the forms; never that all is well."""
    last = "today" if up else "when it was taken down"
    if then == now:
        return f"Nothing is known against authorization {now}, neither when it was posted nor {last}."
    return f"Nothing is known against authorization {then} when it was posted, nor against {now} {last}."


def withdrawn(why: str | None, removed: date | None) -> str:
    """Say that the permission was there and went: a duty of its own, to take the photo down."""
    cause = f"the authorization {why}, while the photo was up." if why else "what covered it then does so no longer."
    what = f"It was taken down on {removed}." if removed else "Take it down."
    return f"It was covered when it was posted; {cause} {what}"


def covered_later(form: str, signed_on: date | None) -> str:
    """Say that the permission came after the photo."""
    when = f", signed on {signed_on}," if signed_on else ""
    return f"Not covered when it was posted. Authorization {form}{when} speaks for it now; it does not reach back."


def never_covered(forms: bool, *, up: bool) -> str:
    """Say that the photo went out without permission."""
    which = "No authorization on file permits it" if forms else "No authorization is on file for this patient"
    what = "Take it down, and look into how it came to be posted." if up else "Look into how it came to be posted."
    return f"{which}, neither when it was posted nor afterwards. {what}"
