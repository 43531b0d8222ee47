"""A form covers the places it names, and no others.

A form for the website does not cover Instagram, a blog, a paid advertisement, a brochure or a group e-mail: each is a
new use. The article says the same of blogs (S30) and of group e-mails (S38). Capitals and spaces make no difference
when names of places are compared.
"""

from __future__ import annotations

from ...records import Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean import but
from ..conditions.printed import by_authorization
from ..conditions.scopes import names_channel


def check(subject: Subject) -> Observation | None:
    form, channel = subject.form, subject.evidence.post.channel
    if names_channel(form, channel):
        return None
    named = ", ".join(form.channels) or "no place"
    return Observation(text=f"The form {form.id} names {named}; the photo was published on {channel}.", part="channels")


RULE = Rule(
    id="hipaa-auth-channel",
    title="The authorization does not name this place",
    citation="45 CFR 164.508(a)(1)",
    tag="V1",
    severity=Severity.BLOCK,
    remedy="Take the photo down from this place, or ask the patient for a form that names it.",
    lesson="channels",
    seed=("S6", "S30", "S38"),
    subject=SubjectKind.PANEL,
    needs=("form.channels",),
    applies=by_authorization,
    check=check,
    violates=(but(post={"channel": "instagram"}), but(form={"channels": ()})),
    complies=(but(form={"channels": ("Instagram", " Web Site ")}),),
)
