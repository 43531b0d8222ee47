"""In California no picture in an advertisement is altered from the person it shows.

The statute forbids, without exception, a picture that "has been altered in any manner" from the actual subject, or
that misstates the result. Slimmed, smoothed, whitened, brightened: one measured edit is enough. The article permits
what hides personal information or covers what must not be shown (S34, S35), and practices do it; the statute's text
has no such exception, which is why every covered picture here is permitted by custom and not by its words. Where the
cover lies over the result, a person decides.
"""

from __future__ import annotations

from ...records import EditFamily, Severity, SubjectKind
from ..base import Observation, Reach, Rule, Subject
from ..cases.clean import CALIFORNIA, but
from ..cases.clean_edits import SLIMMER, bar, edited
from ..conditions.altered import altered, has_original, hiding_the_result, told
from ..conditions.boards import because_there, practises_in

SMOOTHED = edited(EditFamily.SMOOTHING, measure=0.6, unit="share of the fine detail")


def check(subject: Subject) -> Observation | None:
    why = because_there("CA")
    if found := altered(subject.panel):
        return Observation(text=f"Compared with the original the picture was altered: {told(found)}. {why}")
    if found := hiding_the_result(subject.panel):
        text = f"The result may be covered: {told(found)}. Custom permits to hide what identifies; the statute's text"
        return Observation(text=f"{text} does not say so. {why}", review=True)
    return None


RULE = Rule(
    id="ca-651-altered",
    title="The picture was altered, which California forbids",
    citation="Cal. Bus. & Prof. Code 651(b)(3)(A)",
    tag="V1",
    severity=Severity.BLOCK,
    remedy="Take the picture down and publish the photo as it was taken. Keep a copy of both as evidence.",
    lesson="state-rules",
    seed=("S18", "S33", "S34", "S35"),
    subject=SubjectKind.PANEL,
    reach=Reach.BOARD,
    needs=(),
    applies=lambda subject: has_original(subject) and subject.panel.edits is not None and practises_in("CA", subject),
    check=check,
    violates=(
        but(evidence=CALIFORNIA, panel=SLIMMER),
        but(evidence=CALIFORNIA, panel=SMOOTHED),
        but(evidence=CALIFORNIA, panel=bar(0.4)),  # for review
    ),
    complies=(but(evidence=CALIFORNIA, panel=bar(0.0)),),
)
