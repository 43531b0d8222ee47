"""The patient was told how the photos will be used: where, how long, with which words, in paid advertisements.

"On our website" and "in an advertisement that strangers see for years" are two things. A patient who has heard both
can decide (S27). Good practice, no statute: so a person decides.
"""

from __future__ import annotations

from dataclasses import replace

from ...records import ConversationTopic, Severity, SubjectKind
from ..base import Reach, Rule
from ..cases.clean_office import case
from ..cases.clean_post import CONVERSATION
from ..conditions.conversations import is_topic_asked, left_out

OTHERS = replace(CONVERSATION, topics=tuple(topic for topic in ConversationTopic if topic is not ConversationTopic.USE))
A_SECOND_TALK = replace(CONVERSATION, topics=(ConversationTopic.USE,))

RULE = Rule(
    id="consent-discuss-use",
    title="How the photos will be used was not talked about",
    citation="AMA Code of Medical Ethics 2.3.2",
    tag="U",
    severity=Severity.MED,
    remedy="Tell the patient where and how long the photos are shown, with which words, and whether you pay for it.",
    lesson="the-conversation",
    seed=("S27",),
    subject=SubjectKind.FORM,
    reach=Reach.POLICY,
    needs=(),
    applies=is_topic_asked,
    check=lambda subject: left_out(subject, ConversationTopic.USE, "how the photos will be used"),
    violates=(case(SubjectKind.FORM, papers={"conversations": (OTHERS,)}),),
    complies=(case(SubjectKind.FORM, papers={"conversations": (OTHERS, A_SECOND_TALK)}),),
)
