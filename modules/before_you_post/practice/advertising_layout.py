"""The table of posts as advertising: what a reader of a post cannot see, and the practice knows."""

from __future__ import annotations

from ..inputs.cells import DATE, TEXT, YES_NO, Kind, one_of
from ..inputs.table import Column, Table
from ..records import Shown, Typical
from .paper_cells import spellings

_SHOWN = spellings(
    {
        Shown.PATIENT: ("our patient", "a patient", "pt"),
        Shown.MODEL: ("a model", "actor", "stock photo", "stock"),
        Shown.AI: ("ai", "ai generated", "generated", "synthetic"),
    }
)
_TYPICAL = spellings(
    {
        Typical.SUPPORTED: ("evidence", "supported"),
        Typical.DISCLOSED: ("disclosed", "usual result is stated"),
        Typical.NEITHER: ("none", "no"),
    }
)
_NOTHING = frozenset({"none", "nothing", "nobody", "no one", "no"})
_UNSAID = frozenset({"unknown", "?", "not known", "not recorded"})


def _noted(cell: str) -> str | None:
    word = cell.casefold()
    return "none" if word in _NOTHING else None if word in _UNSAID else str(TEXT.read(cell))


NOTED = Kind(_noted, "a few words, or none")  # "none" is an answer here and is kept

ADVERTISEMENTS = Table(
    name="advertisements",
    meaning="one row a post that shows a patient, a model or somebody's story",
    required=False,
    columns=(
        Column(name="post", kind=TEXT, meaning="the post as the audit names it, or its address", required=True),
        Column(name="shown", kind=one_of(Shown, _SHOWN), meaning="who can be seen: patient, model, made by a computer"),
        Column(name="performed_here", kind=YES_NO, meaning="was the treatment that is shown done by you?"),
        Column(
            name="labelled", kind=YES_NO, meaning="does the post say that it shows a model, or what a computer made?"
        ),
        Column(name="testimonial", kind=YES_NO, meaning="does somebody tell of their own experience?"),
        Column(name="speaker", kind=NOTED, meaning="code of the patient who tells it; or none"),
        Column(name="speaker_confirmed_on", kind=DATE, meaning="the last day the speaker said that it is still true"),
        Column(
            name="relationship",
            kind=NOTED,
            meaning="what ties the speaker to you: nurse here, sister of Dr. Q; or none",
        ),
        Column(name="compensation", kind=NOTED, meaning="what the speaker or the person shown got for it; or none"),
        Column(name="discloses", kind=YES_NO, meaning="does the post itself say so, and who paid?"),
        Column(name="credentials", kind=YES_NO, meaning="does the post itself say what the speaker is?"),
        Column(name="paid_by", kind=NOTED, meaning="who pays you for the post; or none"),
        Column(name="promoted", kind=YES_NO, meaning="did you pay a network or a paper to show it?"),
        Column(
            name="incentive_for", kind=NOTED, meaning="what a reward depended on: any review, a good review; or none"
        ),
        Column(
            name="typical",
            kind=one_of(Typical, _TYPICAL),
            meaning="is the result the usual one: evidence on file, usual result stated, neither",
        ),
        Column(name="evidence", kind=NOTED, meaning="where the proof of what is claimed is kept; or none"),
        Column(name="reviewed_by", kind=TEXT, meaning="who checked it before it went out"),
        Column(name="reviewed_on", kind=DATE, meaning="when"),
        Column(name="approved_by", kind=TEXT, meaning="the second person"),
        Column(name="copy_kept", kind=NOTED, meaning="where the exact copy is kept; or none"),
        Column(name="copy_kept_until", kind=DATE, meaning="until when"),
    ),
)
