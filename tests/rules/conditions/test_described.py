"""What a form leaves out of a picture, where the library leaves room for doubt."""

from __future__ import annotations

from dataclasses import replace

from before_you_post.audit import judge
from before_you_post.records import Evidence, Outcome, PhotoKind, PhotoScope
from before_you_post.rules.cases.clean import ORIGINAL, but

BEFORE = replace(ORIGINAL, id="P-01/before.jpg", kind=PhotoKind.BEFORE)


def twins(*scopes: PhotoScope) -> Evidence:
    evidence = but(form={"photos": scopes})
    [panel] = evidence.panels or ()
    return replace(evidence, panels=(replace(panel, originals=(BEFORE, ORIGINAL)),))


def test_where_one_burst_twin_is_described_a_person_must_say_which_it_is() -> None:
    [finding] = judge(twins(PhotoScope(kind=PhotoKind.AFTER, area="nose"))).findings
    assert (finding.rule, finding.outcome) == ("hipaa-auth-before-photo", Outcome.NEEDS_REVIEW)
    assert finding.observed == (
        "The form A-101 describes after photos (nose). Whether that includes the picture shown cannot be told from "
        "the library: it may be P-01/before.jpg (before photo, nose)."
    )


def test_where_no_burst_twin_is_described_each_is_named() -> None:
    assert [(finding.rule, finding.outcome) for finding in judge(twins(PhotoScope(area="chin"))).findings] == [
        ("hipaa-auth-after-photo", Outcome.FAIL),
        ("hipaa-auth-before-photo", Outcome.FAIL),
    ]


def test_a_form_that_describes_nothing_or_whole_kinds_is_told_in_words() -> None:
    [nothing] = judge(but(form={"photos": ()})).findings
    [others] = judge(
        but(form={"photos": (PhotoScope(original="P-01/x.jpg"), PhotoScope(kind=PhotoKind.OTHER))})
    ).findings
    assert nothing.observed.startswith("The form A-101 describes no photo; the picture is P-01/after.jpg")
    assert others.observed.startswith("The form A-101 describes P-01/x.jpg, all other photos; the picture is")


def test_what_the_library_does_not_record_is_said_of_each_burst_twin() -> None:
    evidence = but(form={"photos": (PhotoScope(kind=PhotoKind.AFTER, area="nose"),)})
    [panel] = evidence.panels or ()
    unrecorded = replace(ORIGINAL, id="P-01/1.jpg", kind=None), replace(ORIGINAL, id="P-01/2.jpg", kind=None, area=None)
    [finding] = judge(replace(evidence, panels=(replace(panel, originals=unrecorded),))).findings
    assert finding.rule == "hipaa-auth-photo-described"
    assert finding.observed.endswith(
        "it may be P-01/1.jpg (photo of a kind not recorded, nose) or P-01/2.jpg (photo of a kind not recorded, area "
        "not recorded)."
    )
