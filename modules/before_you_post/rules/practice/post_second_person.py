"""Two people have seen each post before it goes out.

One checks it, another lets it go: the tattoo, the name on the wall, the patient who took the form back are seen by the
second pair of eyes (S6). HIPAA asks for reasonable safeguards and does not name this one; it is what practices were
told to do after photos had gone out without forms. So a person decides.
"""

from __future__ import annotations

from dataclasses import replace

from ...records import Advertisement, Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_post import ADVERTISEMENT
from ..conditions.several import told

BY_ONE = replace(ADVERTISEMENT, approved_by=" wilhelmina  croft")


def check(subject: Subject) -> Observation | None:
    alone = [note.post for note in subject.office.papers.advertisements if _by_one(note)]
    if not alone:
        return None
    text = f"By the list of posts, no second person let these go out: {told(alone)}."
    return Observation(text=f"{text} That there is one is good practice, no statute.", review=True)


def _by_one(note: Advertisement) -> bool:
    return note.approved_by is None or _plain(note.approved_by) == _plain(note.reviewed_by or "")


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


RULE = Rule(
    id="post-second-person",
    title="A post went out without a second pair of eyes",
    citation="45 CFR 164.530(c)",
    tag="V1",
    severity=Severity.MED,
    remedy="Let one person check each post and another let it go, and note both in the list of posts.",
    lesson="before-you-post",
    seed=("S2", "S6"),
    subject=SubjectKind.PRACTICE,
    reach=Reach.POLICY,
    needs=(),
    applies=lambda subject: subject.office.papers.advertisements is not None,  # ftc-claims-reviewed asks for the list
    check=check,
    violates=(
        case(
            SubjectKind.PRACTICE, papers={"advertisements": (ADVERTISEMENT, replace(ADVERTISEMENT, approved_by=None))}
        ),
        case(SubjectKind.PRACTICE, papers={"advertisements": (BY_ONE,)}),
    ),
    complies=(
        case(SubjectKind.PRACTICE, papers={"advertisements": (replace(ADVERTISEMENT, approved_by="Dr. Vale"),)}),
    ),
)
