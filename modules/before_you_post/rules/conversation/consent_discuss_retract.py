"""The patient was told that nothing comes back from the internet.

Others copy, store and pass on what they see; taking a photo down does not reach their copies (S28). The form says so in
print, and here it is about the patient having heard it. Good practice, no statute: so a person decides.
"""

from __future__ import annotations

from dataclasses import replace

from ...records import ConversationTopic, Severity, SubjectKind
from ..base import Reach, Rule
from ..cases.clean_office import case
from ..cases.clean_post import CONVERSATION
from ..conditions.conversations import is_topic_asked, left_out

OTHERS = replace(
    CONVERSATION, topics=tuple(topic for topic in ConversationTopic if topic is not ConversationTopic.RETRACT)
)
A_SECOND_TALK = replace(CONVERSATION, topics=(ConversationTopic.RETRACT,))

RULE = Rule(
    id="consent-discuss-retract",
    title="That copies may never come back was not talked about",
    citation="AMA Code of Medical Ethics 2.3.2",
    tag="U",
    severity=Severity.MED,
    remedy="Tell the patient that others may have kept copies, and that taking a photo down does not reach those.",
    lesson="the-conversation",
    seed=("S28",),
    subject=SubjectKind.FORM,
    reach=Reach.POLICY,
    needs=(),
    applies=is_topic_asked,
    check=lambda subject: left_out(
        subject, ConversationTopic.RETRACT, "how hard it is to take back what was once online"
    ),
    violates=(case(SubjectKind.FORM, papers={"conversations": (OTHERS,)}),),
    complies=(case(SubjectKind.FORM, papers={"conversations": (OTHERS, A_SECOND_TALK)}),),
)
