"""The invented audit with everything a reviewer can look at: edits, a pair, an unknown picture, matters besides photos.

It is kept as if it had been audited, so that a test of the dashboard looks at no picture.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from before_you_post.records import (
    Audit,
    EditCheck,
    EditFamily,
    EditPlace,
    EditState,
    Finding,
    Identifier,
    IdentifierKind,
    JudgedMatter,
    JudgedPhoto,
    Matter,
    Outcome,
    PairComparison,
    Panel,
    PanelName,
    Post,
    StaffMember,
    SubjectKind,
    Verdict,
)
from before_you_post.store import Kept, Store
from invented_audit import invented_kept

SCRIPT = "<script>document.title='broken'</script>"
REPLY = Post(
    id="google/review-7",
    channel="google",
    source="google_business",
    text=f"Thank you, Ottoline! {SCRIPT}",
    published_on=date(2026, 5, 9),
    url="https://maps.example/review-7",
)
NAME = Identifier(kind=IdentifierKind.NAME, patient="P-01", where="reply", words="Ottoline", whole=True)
CLEAR_POSTS = 30


def invented_practice_audit(folder: Path) -> Audit:
    """The audit, with its pictures drawn below ``folder``."""
    audit = invented_kept(folder).audit
    practice = replace(audit.practice, folder=str(folder), states=("CA", "OH"))
    return replace(audit, practice=practice, photos=tuple(map(_looked_at, audit.photos)), matters=tuple(_matters()))


def keep_invented_audit(folder: Path, store: Store) -> Kept:
    """Keep it, for a dashboard to open."""
    audit = invented_practice_audit(folder)
    (folder / "practice.yaml").write_text(
        "name: Quillfeather Dermatology & Aesthetics\nstates: [CA, OH]\nchannels:\n  website: published/website\n",
        encoding="utf-8",
    )
    return store.practice(folder).save(audit)


def _looked_at(photo: JudgedPhoto) -> JudgedPhoto:
    evidence = photo.evidence
    panels = evidence.panels and tuple(_compared(panel) for panel in evidence.panels)
    pairs: tuple[PairComparison, ...] = ()
    if len(panels or ()) > 1:
        before, after = (PanelName(published=evidence.published.id, panel=number) for number in (1, 2))
        pairs = (
            PairComparison(before=before, after=after, same_patient=False, turn=11.0, light=9.4, differs=("pose",)),
        )
    return replace(photo, evidence=replace(evidence, panels=panels, pairs=pairs))


def _compared(panel: Panel) -> Panel:
    if not panel.originals:
        return replace(panel, same_unknown=(PanelName(published="website/jaw-line.jpg", panel=1),))
    (left, top), _, (right, bottom), _ = panel.match.outline
    middle = ((left + right) / 2, (top + bottom) / 2)
    spot = EditPlace(outline=((left, top), (middle[0], top), middle, (left, middle[1])), area=900.0)
    states = {EditFamily.SPOTS: EditState.EDITED, EditFamily.WARP: EditState.NOT_ASSESSABLE}
    checks = (
        EditCheck(
            family=family,
            state=states.get(family, EditState.NONE_FOUND),
            what="1 spot gone" if family is EditFamily.SPOTS else None,
            places=(spot,) if family is EditFamily.SPOTS else (),
            sensitivity="changes of 6 pixels or more",
            reason="the skin shows too little texture" if family is EditFamily.WARP else None,
        )
        for family in EditFamily
    )
    return replace(panel, edits=tuple(checks))


def _matters() -> Iterator[JudgedMatter]:
    yield JudgedMatter(
        matter=Matter(kind=SubjectKind.PRACTICE, id="practice"),
        verdict=Verdict.CLEAR,
        findings=(),
        passed=(),
        not_applicable=(),
    )
    reply = Matter(kind=SubjectKind.POST, id=REPLY.id, post=REPLY, identifiers=(NAME,))
    yield _judged(reply, Verdict.TAKE_DOWN, "The reply names patient P-01.")
    for number in range(CLEAR_POSTS):
        post = Post(id=f"website/news-{number}", channel="website", source="folder", title=f"News {number}")
        matter = Matter(kind=SubjectKind.POST, id=post.id, post=post)
        yield JudgedMatter(matter=matter, verdict=Verdict.CLEAR, findings=(), passed=(), not_applicable=())
    member = StaffMember(person="S-4", name="Ada Brightwater", role="front desk")
    untrained = Matter(kind=SubjectKind.STAFF, id="S-4", member=member)
    yield _judged(untrained, Verdict.FIX, "S-4 could open photos before any training.")


def _judged(matter: Matter, verdict: Verdict, observed: str) -> JudgedMatter:
    found = Finding(
        rule="rule-of-a-test",
        subject=matter.kind,
        about=matter.id,
        outcome=Outcome.FAIL,
        at_posting=Outcome.FAIL,
        today=Outcome.FAIL,
        observed=observed,
    )
    return JudgedMatter(matter=matter, verdict=verdict, findings=(found,), passed=(), not_applicable=())
