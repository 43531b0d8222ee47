"""Somebody has checked each post as an advertisement before it went out.

The law asks that what is shown and said is true, and leaves it to the practice how it makes sure. The way that works
is a list with a row a post: who is shown, what was promised, what was paid, and who looked at it (S6, S36). This rule
also speaks for a practice without such a list: who is shown, who speaks and who is paid is then not known for any of
its posts.
"""

from __future__ import annotations

from dataclasses import replace

from ...records import Advertisement, Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean_office import case
from ..cases.clean_post import ADVERTISEMENT
from ..conditions.post_words import quoted


def unread(note: Advertisement) -> bool:
    """Nobody is named who checked the post, or no day."""
    return note.reviewed_by is None or note.reviewed_on is None


def check(subject: Subject) -> Observation | None:
    posts = [note.post for note in subject.office.papers.advertisements if unread(note)]
    if not posts:
        return None
    text = f"For these posts the list does not say who checked them, and when: {quoted(posts)}."
    return Observation(text=text, review=True)


RULE = Rule(
    id="ftc-claims-reviewed",
    title="Nobody is named who checked a post before it went out",
    citation="16 CFR 255.2(a)",
    tag="V2",
    severity=Severity.MED,
    remedy="Let a named person go through each post before it goes out, and note who and when in the list of posts.",
    lesson="truth-in-advertising",
    seed=("S6", "S36"),
    subject=SubjectKind.PRACTICE,
    reach=Reach.FEDERAL,
    needs=("office.papers.advertisements",),
    applies=lambda subject: True,
    check=check,
    violates=(case(SubjectKind.PRACTICE, papers={"advertisements": (replace(ADVERTISEMENT, reviewed_on=None),)}),),
    complies=(case(SubjectKind.PRACTICE, papers={"advertisements": ()}),),
)
