"""The patient was told what may follow: being recognised, at work, by family, by strangers who mean harm.

Photos of bodies are stolen, joined with names and used to extort; an employer or a child's classmates see them too
(S29). Whoever has thought of it beforehand can still say yes. Good practice, no statute: so a person decides.
"""

from __future__ import annotations

from dataclasses import replace

from ...records import ConversationTopic, Severity, SubjectKind
from ..base import Reach, Rule
from ..cases.clean_office import case
from ..cases.clean_post import CONVERSATION
from ..conditions.conversations import is_topic_asked, left_out

OTHERS = replace(
    CONVERSATION, topics=tuple(topic for topic in ConversationTopic if topic is not ConversationTopic.HARM)
)
A_SECOND_TALK = replace(CONVERSATION, topics=(ConversationTopic.HARM,))

RULE = Rule(
    id="consent-discuss-harm",
    title="What may follow was not talked about",
    citation="AMA Code of Medical Ethics 2.3.2",
    tag="U",
    severity=Severity.MED,
    remedy="Tell the patient who may recognise them, and what strangers have done with such photos.",
    lesson="the-conversation",
    seed=("S29",),
    subject=SubjectKind.FORM,
    reach=Reach.POLICY,
    needs=(),
    applies=is_topic_asked,
    check=lambda subject: left_out(subject, ConversationTopic.HARM, "what may follow for the patient"),
    violates=(case(SubjectKind.FORM, papers={"conversations": (OTHERS,)}),),
    complies=(case(SubjectKind.FORM, papers={"conversations": (OTHERS, A_SECOND_TALK)}),),
)
