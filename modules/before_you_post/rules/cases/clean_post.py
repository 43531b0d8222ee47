"""The clean case of a post: an after photo with its words, and a full row in the practice's list of its posts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from ...records import Advertisement, Conversation, ConversationTopic, Matter, Shown, SubjectKind, Typical
from .clean import CLEAN, FORM, PATIENT, Changes

WORDS = "Rhinoplasty, eight months after surgery. Most people need two weeks before they go out. Results differ."
ADVERTISEMENT = Advertisement(
    post=CLEAN.post.id,
    shown=Shown.PATIENT,
    performed_here=True,
    testimonial=False,
    speaker="none",
    relationship="none",
    compensation="none",
    discloses=False,  # there is nothing to disclose
    paid_by="none",
    promoted=False,
    incentive_for="none",
    typical=Typical.DISCLOSED,
    evidence="drawer 7, outcomes of 2020 to 2025",
    reviewed_by="Wilhelmina Croft",
    reviewed_on=date(2026, 3, 1),
    approved_by="R. Ames",
    copy_kept="drawer 8",
    copy_kept_until=date(2036, 3, 2),
)
POST = Matter(
    kind=SubjectKind.POST,
    id=CLEAN.post.id,
    post=replace(CLEAN.post, text=WORDS),
    photos=1,
    advertisement=ADVERTISEMENT,
    shown=(PATIENT,),
)
CONVERSATION = Conversation(
    patient=PATIENT.code,
    authorization=FORM.id,
    held_on=date(2026, 1, 28),
    held_by="R. Ames",
    topics=tuple(ConversationTopic),
)
TESTIMONIAL: dict[str, Any] = {
    "testimonial": True,
    "speaker": PATIENT.code,
    "speaker_confirmed_on": date(2026, 2, 20),
    "credentials": True,
}  # of a row of the list: somebody tells of their own nose, and everything about it is in order


def advertised(**changes: Any) -> dict[str, Any]:
    """The row of the list with something changed, as part of a matter: ``case(POST, matter=advertised(...))``."""
    return {"advertisement": replace(ADVERTISEMENT, **changes)}


def worded(text: str, **changes: Any) -> dict[str, Any]:
    """The post with other words, as part of a matter."""
    post: Changes = {"text": text, **changes}
    return {"post": replace(CLEAN.post, **post)}


def replied(text: str, **changes: Any) -> dict[str, Any]:
    """An answer to a review in place of the post, as part of a matter: words, and nobody to be seen."""
    post = replace(CLEAN.post, id="google/location-1/reviews/r1", channel="google", source="google_business", text=text)
    return {"post": post, "advertisement": None, "photos": 0, "shown": (), "identifiers": (), **changes}
