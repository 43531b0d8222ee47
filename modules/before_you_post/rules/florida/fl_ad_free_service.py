"""In Florida a free or cheaper service is advertised with words that the law prescribes.

They say that the patient may refuse to pay, cancel payment or be paid back for whatever else is done as a result of
the advertisement within 72 hours. We know of these words and have not read the statute, so a person decides.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_post import worded
from ..conditions.boards import because_there, practises_in
from ..conditions.post_words import pattern, quoted, said, words

FLORIDA = {"states": ("FL",)}
OFFER = "Free consultation in May, and 20% off every peel."
_OFFERS = pattern(
    r"(?:free|complimentary|discounted) (?:\w+ )?(?:consultations?|treatments?|sessions?|exams?|screenings?|peels?"
    r"|facials?|services?)",
    r"\d+\s?(?:%|percent) off",
    r"half[- ]price",
    r"reduced (?:fee|price)s?",
    r"(?:fillers?|botox|treatments?|peels?) (?:for|at) (?:only )?\$\s?\d+",
)
_PRESCRIBED = pattern(r"72[- ]hours?", r"seventy[- ]two[- ]hours?")


def check(subject: Subject) -> Observation | None:
    text = words(subject)
    found = said(_OFFERS, text)
    if not found or _PRESCRIBED.search(text):
        return None
    words_of_law = "Nothing that was read in the post speaks of the 72 hours in which payment may be refused."
    return Observation(text=f"The post offers {quoted(found)}. {words_of_law} {because_there('FL')}", review=True)


RULE = Rule(
    id="fl-ad-free-service",
    title="An offer may lack the words that Florida prescribes",
    citation="Fla. Stat. 456.062",
    tag="U",
    severity=Severity.LOW,
    remedy="Put the words of the statute under the offer; your attorney has them.",
    lesson="state-rules",
    seed=("S18", "S36"),
    subject=SubjectKind.POST,
    reach=Reach.BOARD,
    needs=(),
    applies=lambda subject: practises_in("FL", subject),
    check=check,
    violates=(case(SubjectKind.POST, practice=FLORIDA, matter=worded(OFFER)),),
    complies=(
        case(SubjectKind.POST, practice=FLORIDA, matter=worded(f"{OFFER} Payment may be refused within 72 hours.")),
        case(SubjectKind.POST, matter=worded(OFFER)),  # in Ohio
    ),
)
