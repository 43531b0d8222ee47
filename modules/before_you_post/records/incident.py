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
    evidence_kept: str | None = None  # where copies of what was up are kept
    mitigation: str | None = None  # what was done to make the harm smaller
    individuals: int | None = None  # people concerned
    residents: tuple[tuple[str, int], ...] | None = None  # people by state: (("CA", 3), ("NV", 1))
    encrypted: bool | None = None  # of a lost device: encrypted to the standard of the HHS guidance
    key_apart: bool | None = None  # and its key was not lost with it
    exception: str | None = None  # one of 45 CFR 164.402(1), where the practice relies on it
    factor_data: str | None = None  # 1: what it was, and whether it tells who
    factor_recipient: str | None = None  # 2: who got it
    factor_viewed: str | None = None  # 3: whether it was really seen or taken
    factor_mitigated: str | None = None  # 4: how far the risk was reduced
    conclusion: Conclusion | None = None
    concluded_by: str | None = None
    concluded_on: date | None = None
    individuals_told_on: date | None = None
    notice_says: tuple[NoticeItem, ...] | None = None
    media_told_on: date | None = None
    hhs_told_on: date | None = None
    state_told_on: date | None = None  # the state's attorney general or department
    delay_until: date | None = None  # the police asked to wait
    delay_written: bool | None = None  # they did so in writing
    vendor: str | None = None  # Vendor.vendor, where it happened there
    vendor_told_on: date | None = None  # the day the vendor told the practice
    accounting_on: date | None = None  # the day it was entered in the list of disclosures
    sanction: str | None = None  # what followed for whoever did it; "none, because ..."
    document: str | None = None
