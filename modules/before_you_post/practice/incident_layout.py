"""The table of incidents: what went out that should not have, and what was done about it."""

from __future__ import annotations

from ..inputs.cells import DATE, PROSE, TEXT, YES_NO, Kind, one_of
from ..inputs.table import Column, Table
from ..records import BreachException, Conclusion, NoticeItem, NoticeWay
from .paper_cells import LIST, items, several, spellings
from .states import state_code

_EXCEPTIONS = spellings(
    {
        BreachException.GOOD_FAITH: ("good faith",),
        BreachException.INSIDE: ("inside",),
        BreachException.NOT_KEPT: ("not kept", "not retained"),
    }
)
_CONCLUSIONS = spellings({Conclusion.LOW_PROBABILITY: ("low probability", "no breach")})
_WAYS = spellings(
    {
        NoticeWay.MAIL: ("mail", "letter", "post"),
        NoticeWay.EMAIL: ("email",),
        NoticeWay.PHONE: ("phone",),
        NoticeWay.SUBSTITUTE: ("substitute",),
        NoticeWay.PUBLIC: ("website", "media"),
    }
)


def _people(cell: str) -> int:
    if not (cell.isascii() and cell.replace(",", "").isdecimal() and len(cell) < 12):
        raise ValueError
    return int(cell.replace(",", ""))


def _residents(cell: str) -> tuple[tuple[str, int], ...] | None:
    """``CA 3; NV 1`` as states with the number of people; a state named twice is a slip."""
    parts = items(cell)
    if parts is None:
        return None
    found: dict[str, int] = {}
    for part in parts:
        name, _, number = part.replace(":", " ").rpartition(" ")
        code = state_code(name.strip())
        if code in found:
            raise ValueError
        found[code] = _people(number)
    return tuple(sorted(found.items()))


PEOPLE = Kind(_people, "a whole number of people")
RESIDENTS = Kind(_residents, "states with a number of people each, such as CA 3; NV 1")

INCIDENTS = Table(
    name="incidents",
    meaning="one row a photo or paper that went out and should not have; or one row “none”, if there was none so far",
    required=False,
    columns=(
        Column(name="incident", kind=TEXT, meaning="your own code for it; or none", required=True),
        Column(name="what", kind=PROSE, meaning="what happened, in a sentence"),
        Column(name="published", kind=LIST, meaning="photos or posts, named as the audit names them"),
        Column(name="patients", kind=LIST, meaning="codes of the patients concerned"),
        Column(name="public", kind=YES_NO, meaning="could anybody see it?"),
        Column(name="happened_on", kind=DATE, meaning="the first day it was out"),
        Column(name="discovered_on", kind=DATE, meaning="the first day anybody who works for you knew"),
        Column(name="reported_on", kind=DATE, meaning="the day the privacy officer was told"),
        Column(name="taken_down_on", kind=DATE, meaning="the day it came down"),
        Column(name="evidence_kept", kind=PROSE, meaning="where copies of what was out are kept; or none"),
        Column(name="mitigation", kind=PROSE, meaning="what was done to make the harm smaller; or none"),
        Column(name="individuals", kind=PEOPLE, meaning="how many people are concerned"),
        Column(name="residents", kind=RESIDENTS, meaning="how many of each state: CA 3; NV 1"),
        Column(name="encrypted", kind=YES_NO, meaning="of a lost device: was it encrypted to the federal standard?"),
        Column(name="key_apart", kind=YES_NO, meaning="and its key or password was not lost with it?"),
        Column(
            name="exception", kind=one_of(BreachException, _EXCEPTIONS), meaning="the exception you rely on, if any"
        ),
        Column(name="factor_data", kind=PROSE, meaning="factor 1: what it was, and whether it tells who"),
        Column(name="factor_recipient", kind=PROSE, meaning="factor 2: who got it"),
        Column(name="factor_viewed", kind=PROSE, meaning="factor 3: whether it was really seen or taken"),
        Column(name="factor_mitigated", kind=PROSE, meaning="factor 4: how far the risk was reduced"),
        Column(name="conclusion", kind=one_of(Conclusion, _CONCLUSIONS), meaning="breach, or low probability"),
        Column(name="concluded_by", kind=TEXT, meaning="who concluded it"),
        Column(name="concluded_on", kind=DATE, meaning="the day"),
        Column(name="individuals_told_on", kind=DATE, meaning="the day the last of the patients was told"),
        Column(name="told_by", kind=several(one_of(NoticeWay, _WAYS)), meaning="how they were told"),
        Column(name="unreachable", kind=PEOPLE, meaning="how many could not be reached"),
        Column(name="notice_says", kind=several(one_of(NoticeItem)), meaning="what the notice says"),
        Column(name="media_told_on", kind=DATE, meaning="the day the press was told"),
        Column(name="hhs_told_on", kind=DATE, meaning="the day HHS was told"),
        Column(name="state_told_on", kind=DATE, meaning="the day the state was told"),
        Column(name="delay_until", kind=DATE, meaning="the day until which the police asked to wait, if so"),
        Column(name="delay_asked_on", kind=DATE, meaning="the day they asked"),
        Column(name="delay_asked_by", kind=TEXT, meaning="which official"),
        Column(name="delay_written", kind=YES_NO, meaning="did they ask in writing?"),
        Column(name="vendor", kind=TEXT, meaning="the vendor it happened at, if so"),
        Column(name="vendor_discovered_on", kind=DATE, meaning="the first day anybody there knew"),
        Column(name="vendor_told_on", kind=DATE, meaning="the day the vendor told you"),
        Column(name="accounting_on", kind=DATE, meaning="the day it was entered in the list of disclosures"),
        Column(name="sanction", kind=PROSE, meaning="what followed for whoever did it; or none, and why"),
        Column(name="document", kind=TEXT, meaning="notices sent, or the assessment: a file in this folder; or none"),
    ),
)
