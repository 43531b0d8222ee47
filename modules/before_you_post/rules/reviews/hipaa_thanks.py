"""Nobody is thanked by account for having been here.

A patient who tags the practice tells it of themselves. A practice that answers "thank you for coming in, @somebody",
or shows what others posted of somebody it cannot name, tells it of a patient (S22, S23): the patient, the family and
the press bind only themselves. Where the person shown is known and a form covers the picture, that form's rules speak.
Whether words of thanks are for a patient or a supplier is a reading, so a person decides. What patients post on their
own accounts is theirs, and nobody looks at it here.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_post import worded
from ..conditions.post_words import pattern, quoted, said, words
from ..conditions.replies import confirmed, is_reply

TAGGED = {"mentions": ("@ottoline.f",)}
REPOST = worded("Repost: love my new nose!")
_ACCOUNT = pattern(r"@[A-Za-z0-9_][\w.]*\w")
_REPOSTED = pattern(
    r"#?(?:repost|regram)(?:ed)?",
    r"(?:photo|picture|selfie|video|story) (?:by|from|via|credit:?) @[\w.]+",
    r"tagged us",
    r"(?:shared|posted) (?:by|with us by) (?:our|a) patients?",
)


def accounts(subject: Subject) -> tuple[str, ...]:
    """Accounts and people the post names or marks, but for those the practice says are its own or its suppliers'."""
    post, own = subject.matter.post, {word.casefold() for word in subject.office.practice.policy.allowed_text}
    named = dict.fromkeys((*post.mentions, *post.tags, *said(_ACCOUNT, words(subject))))
    return tuple(name for name in named if not {name.casefold(), name.casefold().lstrip("@")} & own)


def check(subject: Subject) -> Observation | None:
    people, text = accounts(subject), words(subject)
    if people and (thanks := confirmed(text)):
        seen = f"The post names an account ({quoted(people)}) beside words for a patient: {quoted(thanks)}."
        return Observation(text=f"{seen} Together they tell who was here.", review=True)
    if not subject.matter.shown and (found := said(_REPOSTED, text)):
        seen = (
            f"The post shows or quotes what somebody else posted ({quoted(found)}), and whom it is about is not known."
        )
        return Observation(text=f"{seen} Their own post permits the practice nothing.", review=True)
    return None


RULE = Rule(
    id="hipaa-thanks",
    title="A post may tell by account or repost who was here",
    citation="45 CFR 164.508(a)(1)",
    tag="V1",
    severity=Severity.HIGH,
    remedy="Take the post down unless the person named or shown has signed a form that permits it.",
    lesson="posted-by-others",
    seed=("S22", "S23"),
    subject=SubjectKind.POST,
    needs=(),
    applies=lambda subject: bool(words(subject)) and not is_reply(subject.matter.post),
    check=check,
    violates=(
        case(SubjectKind.POST, matter=worded("Thank you for coming in!", **TAGGED)),
        case(SubjectKind.POST, matter=worded("Thank you for coming in, @ottoline.f!")),
        case(SubjectKind.POST, matter=REPOST | {"photos": 0, "shown": (), "identifiers": ()}),
    ),
    complies=(
        case(SubjectKind.POST, matter=REPOST),  # whom it shows is known, and her form speaks
        case(SubjectKind.POST, matter=worded("Cake by @ottoline.f at our open house.", **TAGGED)),
        case(SubjectKind.POST, matter=worded("Thank you for visiting us at the fair!")),
    ),
)
