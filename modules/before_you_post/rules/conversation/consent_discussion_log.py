"""The record of a conversation says who held it, and when.

"We always talk it through" is no record. A name and a day let somebody ask, and show that the talk came before the
signature (S26). Good practice, no statute: so a person decides. This rule also speaks for a practice that keeps no
record of such conversations at all.
"""

from __future__ import annotations

from dataclasses import replace

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_post import CONVERSATION
from ..conditions.post_words import quoted


def check(subject: Subject) -> Observation | None:
    talks = subject.office.papers.conversations
    open_ended = [held.authorization or held.patient for held in talks if held.held_on is None or held.held_by is None]
    if not open_ended:
        return None
    text = f"For these the record does not say who held the conversation, and when: {quoted(open_ended)}."
    return Observation(text=text, review=True)


RULE = Rule(
    id="consent-discussion-log",
    title="The record of conversations does not say who and when",
    citation="AMA Code of Medical Ethics 2.3.2",
    tag="U",
    severity=Severity.LOW,
    remedy="Note for each conversation who held it, on which day, and what it was about.",
    lesson="the-conversation",
    seed=("S26",),
    subject=SubjectKind.PRACTICE,
    reach=Reach.POLICY,
    needs=("office.papers.conversations",),
    applies=lambda subject: True,
    check=check,
    violates=(case(SubjectKind.PRACTICE, papers={"conversations": (replace(CONVERSATION, held_by=None),)}),),
    complies=(case(SubjectKind.PRACTICE, papers={"conversations": ()}),),
)
