"""Something went out that should not have: what happened, who was told when, and what was concluded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Conclusion(StrEnum):
    """What the practice concluded from the four factors. A program never concludes it."""

    LOW_PROBABILITY = "low probability of compromise"
    BREACH = "breach"


class NoticeItem(StrEnum):
    """What a notice to a patient has to say: 45 CFR 164.404(c)(1)."""

    WHAT_HAPPENED = "what happened"  # with the dates of the breach and its discovery
    WHAT_KIND = "kinds of information"
    WHAT_TO_DO = "what patients should do"
    WHAT_WE_DO = "what the practice does"
    CONTACT = "contact"


class BreachException(StrEnum):
    """The three cases that are no breach: 45 CFR 164.402(1). Each stays inside; what the public saw fits none."""

    GOOD_FAITH = "opened in good faith"  # by somebody who works here, within the work, and not passed on
    INSIDE = "shared inside by mistake"  # between people who may both see such information
    NOT_KEPT = "could not be kept"  # whoever got it could not have held on to it


class NoticeWay(StrEnum):
    """How patients were told: 45 CFR 164.404(d)."""

    MAIL = "first-class mail"
    EMAIL = "e-mail"  # to those who agreed to it
    PHONE = "telephone"  # besides, where it was urgent
    SUBSTITUTE = "substitute notice"  # of another form, for fewer than ten who could not be reached
    PUBLIC = "website or media"  # 90 days on the home page, or in print or broadcast, with a free number


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One possible breach, as the practice wrote it down. ``None`` = not recorded."""

    incident: str  # the practice's own code
    what: str | None = None
    published: tuple[str, ...] | None = None  # Published.id of the photos, or of the posts
    patients: tuple[str, ...] | None = None  # Patient.code
    public: bool | None = None  # anybody could see it: a post, a page
    happened_on: date | None = None
    discovered_on: date | None = None  # the first day anybody who works here, or for the practice, knew
    reported_on: date | None = None  # the day the privacy officer was told
    taken_down_on: date | None = None
    evidence_kept: str | None = None  # where copies of what was up are kept; "none"
    mitigation: str | None = None  # what was done to make the harm smaller; "none"
    individuals: int | None = None  # people concerned
    residents: tuple[tuple[str, int], ...] | None = None  # people by state: (("CA", 3), ("NV", 1))
    encrypted: bool | None = None  # of a lost device: encrypted to the standard of the HHS guidance
    key_apart: bool | None = None  # and its key was not lost with it
    exception: BreachException | None = None  # where the practice relies on one
    factor_data: str | None = None  # 1: what it was, and whether it tells who
    factor_recipient: str | None = None  # 2: who got it
    factor_viewed: str | None = None  # 3: whether it was really seen or taken
    factor_mitigated: str | None = None  # 4: how far the risk was reduced
    conclusion: Conclusion | None = None
    concluded_by: str | None = None
    concluded_on: date | None = None
    individuals_told_on: date | None = None
    told_by: tuple[NoticeWay, ...] | None = None
    unreachable: int | None = None  # people whose address was missing or out of date
    notice_says: tuple[NoticeItem, ...] | None = None
    media_told_on: date | None = None
    hhs_told_on: date | None = None
    state_told_on: date | None = None  # the state's attorney general or department
    delay_until: date | None = None  # the police asked to wait
    delay_asked_on: date | None = None
    delay_asked_by: str | None = None  # which official
    delay_written: bool | None = None  # they did so in writing
    vendor: str | None = None  # Vendor.vendor, where it happened there
    vendor_discovered_on: date | None = None  # the first day anybody at the vendor knew
    vendor_told_on: date | None = None  # the day the vendor told the practice
    accounting_on: date | None = None  # the day it was entered in the list of disclosures
    sanction: str | None = None  # what followed for whoever did it; "none, because ..."
    document: str | None = None  # notices sent, or the assessment: a file, or in words where it is kept; "none"
