"""The keys of practice.yaml: what each may hold, and what is said where it holds something else."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from ..inputs.cells import day
from ..records import Audience, LookedFor
from .states import state_code

_UNKNOWN = {"unknown": None, "not known": None, "?": None}
_NOBODY = {"nobody": "", "none": "", "no one": ""}
_DETECTORS = {
    "metadata": LookedFor.METADATA,
    "embedded": LookedFor.EMBEDDED,
    "faces": LookedFor.FACES,
    "words": LookedFor.TEXT,
    "codes": LookedFor.CODES,
}


def _listed(value: object) -> object:
    return [part.strip() for part in value.split(",")] if isinstance(value, str) else value


def _known(value: object) -> object:
    return _UNKNOWN.get(value.casefold(), value) if isinstance(value, str) else value


def _day(value: object) -> object:
    value = _known(value)
    return day(value) if isinstance(value, str) else value


def _named(value: object) -> object:
    value = _known(value)
    return _NOBODY.get(value.casefold(), value) if isinstance(value, str) else value


def _detector(value: object) -> object:
    return _DETECTORS.get(value.casefold(), value) if isinstance(value, str) else value


Word = Annotated[str, Field(min_length=1, max_length=500)]
Words = Annotated[tuple[Word, ...], BeforeValidator(_listed)]
Somebody = Annotated[Annotated[str, Field(max_length=500)] | None, BeforeValidator(_named)]  # "" = nobody
Months = Annotated[int, Field(ge=1, le=60)]
Days = Annotated[int, Field(ge=1, le=365)]


class Part(BaseModel):
    """A part of practice.yaml: no key but its own, blanks around values do not count."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, coerce_numbers_to_str=True)


class _PolicyPart(Part):
    adult_age: Annotated[int, Field(ge=18, le=21)] = 18
    allowed_text: Words = ()
    reading_grade: Annotated[float, Field(ge=1, le=16)] = 8.0
    risk_analysis_months: Months = 12
    policy_review_months: Months = 12
    training_days: Days = 30
    access_end_days: Annotated[int, Field(ge=0, le=365)] = 1
    card_days: Days = 7
    check_days: Days = 92
    vendor_report_days: Annotated[int, Field(ge=1, le=60)] = 10
    assent_age: Annotated[int, Field(ge=0, le=21)] = 7
    retention_years: Annotated[Annotated[int, Field(ge=0, le=100)] | None, BeforeValidator(_known)] = None
    detectors_off: Annotated[
        tuple[Annotated[LookedFor, BeforeValidator(_detector)], ...], BeforeValidator(_listed)
    ] = ()


def _share(value: object) -> object:
    """``80%`` is 0.8."""
    if isinstance(value, str) and value.endswith("%"):
        try:
            return float(value[:-1]) / 100
        except ValueError:
            return value
    return value


class _TrainingPart(Part):
    pass_mark: Annotated[Annotated[float, Field(ge=0.5, le=1)], BeforeValidator(_share)] = 0.8
    critical_must_be_right: bool = True
    questions: Annotated[int | None, Field(ge=3, le=50)] = None
    new_hire_days: Days = 30
    change_days: Days = 30
    refresher_months: Months = 12
    managers: Words = ()
    audiences: dict[Word, Annotated[tuple[Audience, ...], BeforeValidator(_listed)]] = {}


class Settings(Part):
    name: Word
    channels: Annotated[dict[Word, Word], Field(min_length=1)]
    states: Annotated[tuple[Annotated[str, AfterValidator(state_code)], ...], BeforeValidator(_listed)] = ()
    hipaa_covered: Annotated[bool | None, BeforeValidator(_known)] = None
    hipaa_since: Annotated[date | None, BeforeValidator(_day)] = None
    hipaa_reason: Annotated[Word | None, BeforeValidator(_known)] = None
    hipaa_decided_on: Annotated[date | None, BeforeValidator(_day)] = None
    privacy_official: Somebody = None
    complaint_contact: Somebody = None
    library: Word = "originals"
    policy: _PolicyPart = _PolicyPart()
    training: _TrainingPart = _TrainingPart()
    columns: object = None  # read by columns.py


EXPECTED = {
    "name": "the name of the practice",
    "channels": "a line for every channel: its name, a colon, and its folder",
    "states": "codes of states, such as [CA, NV]",
    "hipaa_covered": "yes, no or unknown",
    "hipaa_since": "a date such as 2003-04-14",
    "hipaa_reason": "why HIPAA reaches you, or does not",
    "hipaa_decided_on": "a date such as 2026-01-05",
    "privacy_official": "a name, or nobody",
    "complaint_contact": "whom patients complain to, or nobody",
    "library": "the folder of the originals",
    "policy": "adult_age (18 to 21), allowed_text (words), reading_grade (1 to 16), detectors_off (of "
    f"{', '.join(_DETECTORS)}), and numbers: risk_analysis_months, policy_review_months, training_days, "
    "access_end_days, card_days, check_days, vendor_report_days (up to 60), assent_age, retention_years",
    "training": "pass_mark (50% to 100%), critical_must_be_right (yes or no), questions (3 to 50), new_hire_days, "
    "change_days, refresher_months, managers (codes or names of staff), and audiences: a line for every role, with "
    "some of everyone, marketing, clinical, managers",
    "columns": "how your own tables call their columns, as “before-you-post map” writes it",
}
