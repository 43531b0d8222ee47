"""In Washington, where HIPAA does not reach, a form for a sale of health data ends within a year.

Somebody who pays for the photos themselves buys what is about somebody's health. The Act asks for a signed form of
nine parts for it: the buyer's name, that nothing depends on signing, how to take it back, and an end a year after the
signature among them. The day is what can be checked here; a form without one is for a person to look at.
"""

from __future__ import annotations

from datetime import date

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean import but
from ..conditions.printed import by_authorization
from ..conditions.publicity import outside_in, sold_for_a_year
from ..conditions.states import because

MED_SPA = {"states": ("WA",), "hipaa_covered": False}
SOLD = {"sold_to": "Larkfield Lasers", "says_sold": True, "expires_on": date(2027, 2, 3)}
WEDDING = SOLD | {"expires_on": None, "expires_when": "her wedding"}


def applies(subject: Subject) -> bool:
    """HIPAA does not reach the practice, Washington's law does, and somebody pays for the photos themselves."""
    if not by_authorization(subject) or subject.form.sold_to is None:
        return False
    return outside_in("WA", subject.panel, subject.evidence)


def check(subject: Subject) -> Observation | None:
    form, why = subject.form, because("WA", subject)
    ends = sold_for_a_year(form, subject.panel, subject.evidence)
    if ends:
        return None
    sold = f"The photos are sold to {form.sold_to} under form {form.id}, signed on {form.signed_on}."
    if ends is None:
        return Observation(text=f"{sold} It names no day on which it ends. {why}", part="expires_when", review=True)
    return Observation(text=f"{sold} It ends on {form.expires_on}: more than a year. {why}", part="expires_on")


RULE = Rule(
    id="wa-mhmda-sale-auth",
    title="A form for a sale runs for more than the year Washington allows",
    citation="RCW 19.373.070",
    tag="V1",
    severity=Severity.BLOCK,
    remedy="Stop the sale until the patient has signed the nine parts that the Act asks for, with an end in a year.",
    lesson="state-rules",
    seed=("S18", "S44"),
    subject=SubjectKind.PANEL,
    reach=Reach.STATE,
    needs=(),
    applies=applies,
    check=check,
    violates=(but(evidence=MED_SPA, form=SOLD), but(evidence=MED_SPA, form=WEDDING)),
    complies=(
        but(evidence=MED_SPA, form=SOLD | {"expires_on": date(2027, 2, 2)}),
        but(evidence=MED_SPA | {"hipaa_covered": True}, form=SOLD),
    ),
)
