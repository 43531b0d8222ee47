"""An answer to a review tells nothing of anybody's care, and not even that somebody was here.

The reviewer may say what they like; the practice may not. Three dentists paid for answers that named patients, their
treatment and their insurance, one of them for a single one. That the reviewer went public first permits nothing: the
practice still may not confirm or add. Even "thanks for visiting" says who was here, so a person looks at every answer
that is not plainly one for anybody: "please call our office".
"""

from __future__ import annotations

from ...records import Identifier, IdentifierKind, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_post import replied
from ..conditions.post_words import quoted, words
from ..conditions.replies import care_told, confirmed, is_general, is_reply

NAME = Identifier(kind=IdentifierKind.NAME, patient="P-01", where="text", words="Ottoline Featherstone", whole=True)
GENERAL = "We take every word seriously. Please call our office; for reasons of privacy we say no more here."


def check(subject: Subject) -> Observation | None:
    text = words(subject)
    named = [one.words for one in subject.matter.identifiers or () if one.whole and one.patient]
    if named:
        return Observation(text=f"The answer to a review holds what is a patient's own: {quoted(named)}.")
    if told := care_told(text):
        return Observation(text=f"The answer to a review tells of care: {quoted(told)}.")
    if is_general(text):
        return None
    polite = f" ({quoted(confirmed(text))})" if confirmed(text) else ""
    text = f"Does the answer tell that the reviewer was here{polite}? Even thanks for a visit do."
    return Observation(text=text, review=True)


RULE = Rule(
    id="hipaa-review-reply",
    title="An answer to a review tells of a patient",
    citation="45 CFR 164.502(a)",
    tag="V1",
    severity=Severity.BLOCK,
    remedy="Keep a copy as evidence, delete the answer, and tell the privacy officer. Answer anybody alike: that you "
    "take every word seriously, and whom to call.",
    lesson="posted-by-others",
    seed=("S7", "S17"),
    subject=SubjectKind.POST,
    needs=(),
    applies=lambda subject: is_reply(subject.matter.post),
    check=check,
    violates=(
        case(SubjectKind.POST, matter=replied("We are sorry, Ottoline Featherstone.", identifiers=(NAME,))),
        case(SubjectKind.POST, matter=replied("Your procedure went as planned, and your insurance paid for it.")),
        case(SubjectKind.POST, matter=replied("Thank you for visiting us!")),  # for review
    ),
    complies=(case(SubjectKind.POST, matter=replied(GENERAL)),),
)
