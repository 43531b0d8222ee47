"""A patient's story is a claim that the treatment works, and needs evidence of its own.

Whoever lets a patient say "my acne is gone" says it to every reader. The story itself proves nothing: the practice
needs evidence on file for what is claimed, as if it had said it in its own words. The same holds for words such as
"guaranteed" or "the best in town". Whether such words claim anything is a reading, so a person decides; in states
with rules of their own on such words, those speak.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_post import TESTIMONIAL, advertised, worded
from ..conditions.advertisements import is_noted_testimonial
from ..conditions.boards import WITH_RULES_ON_CLAIMS, practises_in
from ..conditions.claims import promises, superiority
from ..conditions.noted import nothing
from ..conditions.post_words import quoted, words

NO_EVIDENCE = advertised(evidence="none")
PROMISE = worded("A new nose in an hour, guaranteed.")


def claimed(subject: Subject) -> tuple[str, ...]:
    """Words that claim a result or a rank, where no state's own rule speaks of them."""
    if any(practises_in(code, subject) for code in WITH_RULES_ON_CLAIMS):
        return ()
    text = words(subject)
    return promises(text) + superiority(text)


def check(subject: Subject) -> Observation | None:
    note = subject.matter.advertisement
    if note is not None and not nothing(note.evidence):
        return None  # there is some on file; or its cell is empty, and then the rule is not checked
    if note is not None and note.testimonial:
        return Observation(text="Somebody tells of a result, and by the list of posts no evidence for it is on file.")
    found = claimed(subject)
    if not found:
        return None
    return Observation(text=f"These words need evidence on file, if they claim a fact: {quoted(found)}.", review=True)


RULE = Rule(
    id="ftc-substantiation",
    title="A claim is made without evidence on file",
    citation="16 CFR 255.2(a)",
    tag="V2",
    severity=Severity.HIGH,
    remedy="File the evidence for what is claimed and note where it is kept, or take the claim out of the post.",
    lesson="truth-in-advertising",
    seed=("S31", "S36"),
    subject=SubjectKind.POST,
    reach=Reach.FEDERAL,
    needs=("matter.advertisement.evidence",),
    applies=lambda subject: is_noted_testimonial(subject) or bool(claimed(subject)),
    check=check,
    violates=(
        case(SubjectKind.POST, matter=advertised(**TESTIMONIAL, evidence="none")),
        case(SubjectKind.POST, matter=NO_EVIDENCE | PROMISE),
    ),
    complies=(
        case(SubjectKind.POST, matter=advertised(**TESTIMONIAL)),
        case(SubjectKind.POST, matter=PROMISE),  # evidence is on file
        case(SubjectKind.POST, matter=NO_EVIDENCE | worded("We give no guarantee.")),
    ),
    partial=True,
)
