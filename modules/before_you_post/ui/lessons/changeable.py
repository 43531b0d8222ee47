"""The facts of the clean case that a learner can change, each with its words, its choices and what it changes.

The clean case is the one that every rule's own cases are built on (``rules/cases/clean.py``): so what a learner sees
here is what the tests of the rules hold the rules to.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from typing import Any

from ...photos.identifiers.us_states import STATES
from ...records import EditFamily, FormKind, GpsPosition, PhotoKind, SignerRole
from ...report import edited, labels
from ...rules.cases.clean import CLEAN, FORM, ORIGINAL, PATIENT
from ...rules.cases.clean_edits import edited as with_edit

Changes = Mapping[str, Mapping[str, Any]]  # part of the case -> field -> value, as ``but`` takes them
LONGEST = 400  # characters of a typed answer


class Control(StrEnum):
    """How a fact is changed on the page."""

    CHOICE = "choice"
    SEVERAL = "several"
    DATE = "date"
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact: its words, how it is changed, what it is at the start, and what an answer means for the case."""

    label: str
    control: Control
    start: str  # of SEVERAL: the values, with commas between
    means: Callable[[str], Changes]
    choices: tuple[tuple[str, str], ...] = ()  # value and words
    hint: str = ""


class NotUnderstoodError(Exception):
    """What was entered is no value of the fact; the words say what to enter."""


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        raise NotUnderstoodError("Enter a whole date: day, month and year.") from None


_CHANNELS = tuple((name, name.capitalize()) for name in ("website", "instagram", "facebook", "newsletter", "brochure"))
_YES_NO = (("yes", "Yes"), ("no", "No"), ("", "Not recorded"))
_TRUTHS = {"yes": True, "no": False, "": None}
_AREAS = ("nose", "chin", "face", "arm")
_WHO = ("Ottoline Featherstone", "Percival Featherstone")
_EDITS: Mapping[EditFamily, Mapping[str, Any]] = {
    EditFamily.WARP: {"what": "slimmer", "measure": 6.2, "unit": "pixels"},
    EditFamily.SMOOTHING: {"what": "skin smoothed"},
    EditFamily.SPOTS: {"what": "spots removed"},
    EditFamily.COLOUR: {"what": "brighter"},
    EditFamily.MASK: {"what": "black bar"},
}
_BLANKS = ("the description of the photos", "the day of signing", "who may use the photos")


_NO_END = "none stated"  # to the rules nothing at all would mean that nobody wrote it into the table


def _words_of(kind: type[Enum]) -> tuple[tuple[str, str], ...]:
    return tuple((one.value, str(one.value)[:1].upper() + str(one.value)[1:]) for one in kind)


def _form(field: str, value: Callable[[str], Any]) -> Callable[[str], Changes]:
    return lambda words: {"form": {field: value(words)}}


def _truth(label: str, field: str, start: str) -> Fact:
    return Fact(
        label=label, control=Control.CHOICE, start=start, choices=_YES_NO, means=_form(field, lambda one: _TRUTHS[one])
    )


def _date(label: str, field: str, start: date | None, hint: str = "") -> Fact:
    day = start.isoformat() if start else ""
    return Fact(label=label, control=Control.DATE, start=day, means=_form(field, _day), hint=hint)


def _edit(family: str) -> Changes:
    return {"panel": with_edit(EditFamily(family), **_EDITS[EditFamily(family)])} if family else {}


def _state(code: str) -> Changes:
    return {"evidence": {"states": (code,)}, "patient": {"state": code}}


def _gps(there: str) -> Changes:
    found = (GpsPosition(latitude=39.9612, longitude=-82.9988, found_in="EXIF"),) if there == "yes" else ()
    return {"photo": {"gps": found}}


_PHOTO: dict[str, Fact] = {
    "channel": Fact(
        label="Posted on",
        control=Control.CHOICE,
        start=CLEAN.post.channel,
        choices=_CHANNELS,
        means=lambda name: {"post": {"channel": name}},
    ),
    "posted_on": Fact(
        label="Day of posting",
        control=Control.DATE,
        start=str(CLEAN.post.published_on),
        means=lambda day: {"post": {"published_on": _day(day)}},
    ),
    "kind": Fact(
        label="The photo shows",
        control=Control.CHOICE,
        start=PhotoKind.AFTER,
        choices=(
            (PhotoKind.BEFORE.value, "The patient before treatment"),
            (PhotoKind.AFTER.value, "The patient after treatment"),
            (PhotoKind.OTHER.value, "Something else, such as the treatment itself"),
        ),
        means=lambda kind: {"original": {"kind": PhotoKind(kind)}},
    ),
    "area": Fact(
        label="Part of the body",
        control=Control.CHOICE,
        start=ORIGINAL.area or "",
        choices=tuple((area, area.capitalize()) for area in _AREAS),
        means=lambda area: {"original": {"area": area}},
    ),
    "caption": Fact(
        label="Caption",
        control=Control.TEXT,
        start=CLEAN.published.caption or "",
        means=lambda words: {"published": {"caption": words}},
        hint="The patient is Ottoline Featherstone. Try her name, a date, her town.",
    ),
    "file_name": Fact(
        label="File name",
        control=Control.TEXT,
        start=CLEAN.published.file_name,
        means=lambda words: {"published": {"file_name": words}},
        hint="The name that the file has on the web.",
    ),
    "gps": Fact(
        label="The place is stored in the file (GPS)",
        control=Control.CHOICE,
        start="no",
        choices=_YES_NO[:2],
        means=_gps,
    ),
    "edit": Fact(
        label="What was done to the picture",
        control=Control.CHOICE,
        start="",
        choices=(("", "Nothing"), *((family.value, edited.FAMILIES[family]) for family in _EDITS)),
        means=_edit,
    ),
}
_PATIENT: dict[str, Fact] = {
    "birth_date": Fact(
        label="Patient born on",
        control=Control.DATE,
        start=str(PATIENT.birth_date),
        means=lambda day: {"patient": {"birth_date": _day(day)}},
    ),
    "deceased_on": Fact(
        label="Patient died on",
        control=Control.DATE,
        start="",
        means=lambda day: {"patient": {"deceased_on": _day(day)}},
        hint="Leave it empty while the patient lives.",
    ),
    "state": Fact(
        label="State of the practice and the patient",
        control=Control.CHOICE,
        start=PATIENT.state or "",
        choices=tuple((code, name.title()) for name, code in STATES.items()),
        means=_state,
    ),
}
_FORM: dict[str, Fact] = {
    "form_kind": Fact(
        label="The paper on file is",
        control=Control.CHOICE,
        start=FormKind.AUTHORIZATION,
        choices=_words_of(FormKind),
        means=_form("form_kind", FormKind),
    ),
    "signed": _truth("The form is signed", "signed", "yes"),
    "signed_on": _date("Signed on", "signed_on", FORM.signed_on),
    "signed_by": Fact(
        label=labels.AUTHORIZATION_FIELDS["signed_by"],
        control=Control.CHOICE,
        start=_WHO[0],
        choices=((_WHO[0], f"{_WHO[0]} (the patient)"), (_WHO[1], f"{_WHO[1]} (her father)")),
        means=_form("signed_by", str),
    ),
    "signer_role": Fact(
        label=labels.AUTHORIZATION_FIELDS["signer_role"],
        control=Control.CHOICE,
        start=SignerRole.PATIENT,
        choices=tuple((role.value, words) for role, words in labels.SIGNER_ROLES.items()),
        means=_form("signer_role", SignerRole),
    ),
    "authority": Fact(
        label=labels.AUTHORIZATION_FIELDS["authority"],
        control=Control.TEXT,
        start="",
        means=_form("authority", lambda words: words or None),
        hint="For example: father, custodial parent.",
    ),
    "expires_on": Fact(
        label="Ends on",
        control=Control.DATE,
        start=str(FORM.expires_on),
        means=lambda day: {"form": {"expires_on": _day(day)} | ({} if day else {"expires_when": _NO_END})},
        hint="Leave it empty for a form that names no day.",
    ),
    "expires_when": Fact(
        label="Ends when",
        control=Control.TEXT,
        start="",
        means=_form("expires_when", lambda words: words or None),
        hint="An event instead of a day, such as: the patient ends care with the practice.",
    ),
    "revoked_on": _date("Revoked on", "revoked_on", None, "Leave it empty while nobody took it back."),
    "channels": Fact(
        label="Places the form names",
        control=Control.SEVERAL,
        start=",".join(FORM.channels or ()),
        choices=_CHANNELS,
        means=_form("channels", lambda words: tuple(filter(None, words.split(",")))),
    ),
    "blanks": Fact(
        label="Required parts left blank",
        control=Control.CHOICE,
        start="",
        choices=(("", "None"), *((part, part[:1].upper() + part[1:]) for part in _BLANKS)),
        means=_form("blanks", lambda part: (part,) if part else ()),
    ),
    "paid_by": Fact(
        label="Who pays the practice for showing it",
        control=Control.CHOICE,
        start="",
        choices=(("", "Nobody"), ("a maker of fillers", "A maker of fillers")),
        means=_form("paid_by", lambda who: who or None),
    ),
    "required_for_care": _truth("Care was made to depend on signing", "required_for_care", "no"),
    "stands_alone": _truth("The form is a document of its own", "stands_alone", "yes"),
}
FACTS: Mapping[str, Fact] = _PHOTO | _FORM | _PATIENT
"""By the name that a lesson calls them; an event that ends a form is taken after the day, which it may stand for."""
