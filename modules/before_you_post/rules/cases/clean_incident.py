"""The clean incident: a photo that was out without a form, and everything that had to follow did. Cases change it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from ...records import Conclusion, Incident, NoticeItem, NoticeWay

INCIDENT = Incident(
    incident="I-2026-02",
    what="An after photo stayed up on the website after its form had ended.",
    published=("website/nose-results/nose.jpg",),
    patients=("P-01",),
    public=True,
    happened_on=date(2026, 5, 4),
    discovered_on=date(2026, 6, 1),
    reported_on=date(2026, 6, 1),
    taken_down_on=date(2026, 6, 1),
    evidence_kept="incidents/I-2026-02",
    mitigation="Taken down the same day; search engines were asked to drop their copies.",
    individuals=1,
    residents=(("OH", 1),),
    factor_data="Face and nose, no name; family and friends would know her.",
    factor_recipient="Anybody: a public page.",
    factor_viewed="The page was opened 41 times.",
    factor_mitigated="Nobody can take back what was copied.",
    conclusion=Conclusion.BREACH,
    concluded_by="R. Ames",
    concluded_on=date(2026, 6, 8),
    individuals_told_on=date(2026, 6, 12),
    told_by=(NoticeWay.MAIL,),
    unreachable=0,
    notice_says=tuple(NoticeItem),
    hhs_told_on=date(2026, 6, 15),
    accounting_on=date(2026, 6, 12),
    sanction="The person who forgot the date was trained again on 2026-06-10.",
    document="incidents/I-2026-02/notice.pdf",
)
INCIDENTS = (INCIDENT,)
OPEN: dict[str, Any] = {
    "discovered_on": date(2026, 11, 10),
    "reported_on": date(2026, 11, 10),
    "taken_down_on": date(2026, 11, 10),
    "conclusion": None,
    "concluded_by": None,
    "concluded_on": None,
    "individuals_told_on": None,
    "told_by": None,
    "notice_says": None,
    "hhs_told_on": None,
    "accounting_on": date(2026, 11, 11),
}  # found twelve days ago, and nothing concluded yet


def altered(**changes: Any) -> dict[str, Any]:
    """The clean incident with one thing changed, as ``case(..., matter=altered(...))`` takes it."""
    return {"incident": replace(INCIDENT, **changes)}
