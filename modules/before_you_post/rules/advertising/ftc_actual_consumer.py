"""A "real patient" is one, and whoever is not is said not to be.

A post that speaks of a patient and shows a model, a stock photo or somebody a computer made deceives its readers.
Where a post shows such a person without a word about it, readers may take them for a patient, so a person looks; in
states that ask for a label by themselves, their own rules speak. A result must also be the practice's own work (S32).

This rule also speaks for a post that shows patients and has no row in the practice's list of its posts: until it has,
nobody knows who can be seen in it.
"""

from __future__ import annotations

from ...records import Severity, Shown, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_post import advertised, worded
from ..conditions.advertisements import NOT_PATIENTS, says_who_is_shown
from ..conditions.boards import practises_in
from ..conditions.labels import says_patient
from ..conditions.post_words import quoted, words
from ..conditions.synthetic import asks_for_label

MODEL = advertised(shown=Shown.MODEL)
PLAIN = worded("A nose, eight months after surgery.")


def check(subject: Subject) -> Observation | None:
    note = subject.matter.advertisement
    if note.testimonial:  # 16 CFR 465.2 asks more of those
        return None
    if note.shown not in NOT_PATIENTS:
        text = "By the list of posts the treatment was not done by this practice. The post has to say whose work it is."
        return Observation(text=text, review=True) if note.performed_here is False else None
    who = "a computer made" if note.shown is Shown.AI else "a model or a stock photo shows"
    if claims := says_patient(words(subject)):
        return Observation(
            text=f"The words speak of a patient ({quoted(claims)}), and {who} the person in the picture."
        )
    labelled_elsewhere = practises_in("CA", subject) or practises_in("TX", subject) or asks_for_label(subject)
    if says_who_is_shown(subject, note.shown) or labelled_elsewhere:
        return None
    text = f"By the list of posts {who} the person in the picture, and nothing that was read in the post says so."
    return Observation(text=text, review=True)


RULE = Rule(
    id="ftc-actual-consumer",
    title="Somebody who is no patient is shown as one",
    citation="16 CFR 255.2(c)",
    tag="V2",
    severity=Severity.HIGH,
    remedy="Say in the post, plainly and near the picture, that it shows a model and no patient, or show a patient.",
    lesson="truth-in-advertising",
    seed=("S32", "S36"),
    subject=SubjectKind.POST,
    reach=Reach.FEDERAL,
    needs=("matter.advertisement", "matter.advertisement.shown"),
    applies=lambda subject: (
        subject.matter.advertisement is not None
        or bool(subject.matter.shown and subject.office.papers.advertisements is not None)
    ),
    check=check,
    violates=(
        case(SubjectKind.POST, matter=MODEL | worded("One of our real patients, eight months after surgery.")),
        case(SubjectKind.POST, matter=MODEL | PLAIN),  # for review: nothing says that it is a model
        case(SubjectKind.POST, matter=advertised(shown=Shown.AI) | PLAIN),
        case(SubjectKind.POST, matter=advertised(performed_here=False)),
    ),
    complies=(case(SubjectKind.POST, matter=MODEL | worded("A nose after surgery. Model, not an actual patient.")),),
)
