"""A picture can deceive without a word.

A result that was slimmed, smoothed, whitened or made brighter shows what the treatment did not do; so does a before in
harsh light beside an after in kind light. The law on deceptive acts names no kind of edit and was not read here word
for word, so a person decides. In California a statute of its own speaks of altered pictures and of pairs. What hides
personal information or covers what must not be shown is permitted (S34, S35), unless it lies over the result.

This rule also speaks for every picture that was not compared with its original, or where the comparison could not
tell: too small, too much compressed, too little texture.
"""

from __future__ import annotations

from ...records import PairComparison, Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean import but
from ..cases.clean_edits import SLIMMER, TURNED, bar
from ..conditions.altered import altered, has_original, hiding_the_result, not_assessable, told
from ..conditions.boards import practises_in
from ..conditions.pairs import differences, incomparable


def mine(subject: Subject) -> tuple[PairComparison, ...]:
    """Pairs in which this panel is the after, and that differ in more than the result."""
    here = (subject.evidence.published.id, subject.panel.number)
    pairs = subject.evidence.pairs or ()
    return tuple(pair for pair in incomparable(pairs) if (pair.after.published, pair.after.panel) == here)


def check(subject: Subject) -> Observation | None:
    panel = subject.panel
    if not practises_in("CA", subject):
        seen = [f"the picture was altered: {told(found)}"] if (found := altered(panel)) else []
        seen += [f"the result may be covered: {told(found)}"] if (found := hiding_the_result(panel)) else []
        seen += [differences(pair) for pair in mine(subject)]
        if seen:
            return Observation(text=f"Compared with what is on file, {'; '.join(seen)}.", review=True)
    unknown = not_assessable(panel)
    return (
        Observation(text=f"It could not be told whether there is: {told(unknown)}.", unknown=True) if unknown else None
    )


RULE = Rule(
    id="ftc-deceptive-image",
    title="The picture may show more than the treatment did",
    citation="15 USC 45",
    tag="U",
    severity=Severity.HIGH,
    remedy="Publish the photo as it was taken, beside a before in the same light, pose and frame.",
    lesson="truth-in-advertising",
    seed=("S33", "S34", "S35", "S36"),
    subject=SubjectKind.PANEL,
    reach=Reach.FEDERAL,
    needs=("panel.edits",),
    applies=has_original,
    check=check,
    violates=(
        but(panel=SLIMMER),
        but(panel=bar(0.4)),  # over the treated place
        but(evidence={"pairs": (TURNED,)}),
    ),
    complies=(but(panel=bar(0.0)),),
)
