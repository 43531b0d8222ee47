"""Find numbers that a label explains: Social Security, record, health plan, account, licence, vehicle, device.

A label and a number beside it ("Member ID: XQ 4471 2209") are a form's or a card's, photographed with the patient.
Without its label such a number is only a number of unknown meaning; the few that have a shape of their own
(123-45-6789, a car's 17 letters, a device's code) are worth a person's look even so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...records import IdentifierKind as Kind
from .hit import Covered, Hit

_MARK = r"\s{0,2}(?:(?:no|nr|num|number|id|code)\b\.?|[#:№])"
_GAP = r"[\W_]{0,4}(?:is\s)?"
_VALUE = r"[A-Z]{0,4}[- ]?\d[A-Z\d]{0,24}(?:[-/ ][A-Z]{0,3}\d[A-Z\d]{0,24}){0,4}"
_PLATE = r"(?=[A-Z -]{0,8}\d)[A-Z\d]{2,17}(?:[ -][A-Z]{0,3}\d[A-Z\d]{0,5})?"
_FEWEST_DIGITS = 3


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to write one kind of number."""

    kind: Kind
    pattern: re.Pattern[str]
    whole: bool = True
    own: bool = False


def _labelled(kind: Kind, label: str, *, mark: str = _MARK, value: str = _VALUE, whole: bool = True) -> _Form:
    pattern = rf"(?<![^\W_])(?:{label})(?:{mark}){{1,2}}{_GAP}(?P<value>{value})(?![^\W_])"
    return _Form(kind, re.compile(pattern, re.IGNORECASE), whole)


_ANY_MARK = rf"(?:{_MARK})?"
_FORMS = (
    _labelled(
        Kind.SOCIAL_SECURITY,
        r"ssn|ss|soc\.? sec\.?|social security",
        mark=_ANY_MARK,
        value=r"\d{3}[- .]?\d{2}[- .]?\d{4}",
    ),
    _labelled(
        Kind.SOCIAL_SECURITY,
        r"ssn|ss|social security",
        mark=_ANY_MARK,
        value=r"[x*#•]{3}[- ]?[x*#•]{2}[- ]?\d{4}",
        whole=False,
    ),
    _Form(
        Kind.SOCIAL_SECURITY,
        re.compile(r"(?<![\w-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])"),
        whole=False,
    ),
    _labelled(Kind.RECORD_NUMBER, r"mrn|m\.r\.n\.|medical record|med rec", mark=_ANY_MARK),
    _labelled(
        Kind.RECORD_NUMBER,
        r"chart|patient|pat|pt|hospital|record|encounter|accession",
        value=r"(?=[A-Z-]{0,4}\d)[A-Z\d-]{4,20}",
    ),
    _Form(
        Kind.RECORD_NUMBER,
        re.compile(r"(?<![^\W_])(?:patient|pat|pt|chart|case|record)[\s_#-]{0,2}\d{5,12}(?!\d)", re.IGNORECASE),
        whole=False,
    ),
    _labelled(
        Kind.PLAN_NUMBER,
        r"member(?:ship)?|subscriber|policy|group|grp|beneficiary|insur(?:ance|ed)|medicare|medicaid|health plan|payer|"
        r"rx ?(?:bin|grp|pcn)|claim|authorization ref",
    ),
    _Form(
        Kind.PLAN_NUMBER,  # Medicare's own shape
        re.compile(r"(?<![\w-])[1-9][A-Z][A-Z\d]\d-?[A-Z][A-Z\d]\d-?[A-Z]{2}\d{2}(?![\w-])"),
        whole=False,
    ),
    _labelled(Kind.ACCOUNT_NUMBER, r"acc(?:oun)?t|card|credit card|iban|routing|loan|invoice|statement|guarantor"),
    _labelled(Kind.ACCOUNT_NUMBER, r"invoice", mark=_ANY_MARK, value=r"[A-Z]{0,3}-?\d{5,14}"),
    _labelled(Kind.LICENCE_NUMBER, r"driver'?s?'? licen[cs]e|driving licen[cs]e|dl|passport|state id", mark=_ANY_MARK),
    _labelled(Kind.LICENCE_NUMBER, r"licen[cs]e|lic|certificate|cert|permit|registration|dea", whole=False),
    _labelled(
        Kind.VEHICLE,
        r"licen[cs]e plate|number plate|registration plate|vin",
        mark=_ANY_MARK,
        value=_PLATE,
    ),
    _labelled(Kind.VEHICLE, r"plate|tag", value=_PLATE),
    _Form(Kind.DEVICE_NUMBER, re.compile(r"\(01\)\s?\d{14}(?:\s?\(\d{2}\)[\w/+-]{1,24}){0,5}")),
    _labelled(Kind.DEVICE_NUMBER, r"serial|s/n|sn|udi", mark=rf"(?:{_MARK}|\s)"),
    _labelled(Kind.DEVICE_NUMBER, r"implant|device"),
    _labelled(Kind.DEVICE_NUMBER, r"lot|ref|catalog(?:ue)?|batch", whole=False),
    _Form(Kind.NUMBER, re.compile(r"\bnpi(?:\s{0,2}(?:no|number|#|:))?\W{0,4}\d{10}\b", re.IGNORECASE), own=True),
)
_VIN = _Form(Kind.VEHICLE, re.compile(r"(?<![\w-])[A-HJ-NPR-Z\d]{17}(?![\w-])"), whole=False)
_VIN_LETTERS = dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", (*range(1, 9), 1, 2, 3, 4, 5, 7, 9, *range(2, 10)), strict=True))
_VIN_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_VIN_CHECK = 8  # place of the check digit


def find_labelled(text: str) -> Iterator[Hit]:
    """Every number that says what it is, with its label; ``whole`` where a label does, and it is a patient's."""
    taken = Covered(len(text))
    for form in (*_FORMS, _VIN):
        for match in form.pattern.finditer(text):
            enough = sum(map(str.isdecimal, match.group())) >= _FEWEST_DIGITS
            known = taken.meets(match.start(), match.end())
            if enough and not known and (form is not _VIN or is_vin(match.group())):
                hit = Hit(kind=form.kind, start=match.start(), end=match.end(), whole=form.whole, own=form.own)
                taken.add(hit)
                yield hit


def is_vin(written: str) -> bool:
    """Whether 17 capitals and digits carry the check digit of a vehicle's number (49 CFR 565.15)."""
    if len(written) != len(_VIN_WEIGHTS) or written.isdigit() or written.isalpha():
        return False
    values = [int(letter) if letter.isdecimal() else _VIN_LETTERS.get(letter, -1) for letter in written]
    if min(values) < 0:
        return False
    rest = sum(value * weight for value, weight in zip(values, _VIN_WEIGHTS, strict=True)) % 11
    return written[_VIN_CHECK] == ("X" if rest == 10 else str(rest))
