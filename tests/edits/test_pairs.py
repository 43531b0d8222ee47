"""Which panels stand as before and after, and what a reviewer is told about the two."""

from __future__ import annotations

from datetime import date

import cv2
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from before_you_post.edits.pairs import ShownPanel, compare_pair, cut_out, differences, pairs_in, recorded
from before_you_post.edits.side_by_side import Measures
from before_you_post.records import Match, Original, Outline, Panel, PanelName, Patient, PhotoKind, TextLine
from painted_skin import skin
from retouched_skin import Pixels, box

LEFT, RIGHT = box(0, 0, 360, 480), box(368, 0, 728, 480)
BEFORE, AFTER = PhotoKind.BEFORE, PhotoKind.AFTER


def shown(
    kind: PhotoKind | None,
    patient: str | None = "P-1",
    number: int = 1,
    photo: str = "web/1/a.jpg",
    *,
    area: str | None = "nose",
    outline: Outline = LEFT,
    words: tuple[TextLine, ...] = (),
) -> ShownPanel:
    taken = {BEFORE: date(2025, 1, 10), AFTER: date(2025, 7, 9)}.get(kind) if kind else None
    name = f"{patient}-{kind}-{number}.jpg"
    on_file = Original(
        id=name, path=name, patient=patient, kind=kind, area=area, procedure="rhinoplasty", taken_on=taken
    )
    panel = Panel(
        number=number,
        match=Match(original=on_file.id, outline=outline),
        originals=(on_file,),
        patient=Patient(code=patient) if patient else None,
    )
    return ShownPanel(name=PanelName(published=photo, panel=number), panel=panel, words=words)


def unknown(number: int, outline: Outline, words: tuple[TextLine, ...]) -> ShownPanel:
    panel = Panel(number=number, match=Match(original=None, outline=outline))
    return ShownPanel(name=PanelName(published="web/1/a.jpg", panel=number), panel=panel, words=words)


def test_a_before_and_an_after_in_one_photo_are_a_pair() -> None:
    before, after = shown(BEFORE), shown(AFTER, number=2, outline=RIGHT)
    assert pairs_in([before, after]) == ((before, after),)


def test_two_patients_in_one_photo_are_a_pair_too_and_said_to_be_two() -> None:
    before, after = shown(BEFORE, "P-1"), shown(AFTER, "P-2", number=2, outline=RIGHT)
    assert pairs_in([before, after]) == ((before, after),)
    assert recorded(before, after, Measures()).same_patient is False


def test_whose_photo_nobody_knows_is_not_said_to_be_another_patient() -> None:
    assert recorded(shown(BEFORE, None), shown(AFTER), Measures()).same_patient is None


def test_across_the_photos_of_a_post_each_patient_is_paired_with_themselves() -> None:
    panels = [
        shown(BEFORE, "P-1", photo="a"),
        shown(BEFORE, "P-2", photo="b"),
        shown(AFTER, "P-2", photo="c"),
        shown(AFTER, "P-1", photo="d"),
        shown(AFTER, "P-3", photo="e"),
    ]
    assert [(one.patient, other.patient) for one, other in pairs_in(panels)] == [("P-2", "P-2"), ("P-1", "P-1")]


def test_another_area_of_the_same_patient_in_another_photo_is_no_pair_beside_others() -> None:
    nose, chin = shown(BEFORE, photo="a"), shown(AFTER, photo="b", area="chin")
    assert pairs_in([nose, chin, shown(BEFORE, "P-2", photo="c")]) == ()


def test_nobody_takes_a_forearm_for_the_after_of_an_abdomen_not_even_in_one_photo() -> None:
    assert pairs_in([shown(BEFORE, area="abdomen"), shown(AFTER, number=2, area="forearm", outline=RIGHT)]) == ()


def test_an_area_that_nobody_recorded_is_not_another_one() -> None:
    before, after = shown(BEFORE, area=None), shown(AFTER, number=2, outline=RIGHT)
    assert pairs_in([before, after]) == ((before, after),)


def test_two_afters_share_the_only_before() -> None:
    before, early, late = shown(BEFORE), shown(AFTER, number=2), shown(AFTER, number=3)
    assert pairs_in([before, early, late]) == ((before, early), (before, late))


def test_in_a_collage_of_four_every_after_takes_the_before_of_its_own_patient() -> None:
    panels = [
        shown(BEFORE, "P-1", 1, outline=box(0, 0, 100, 100)),
        shown(BEFORE, "P-2", 2, outline=box(100, 0, 200, 100)),
        shown(AFTER, "P-2", 3, outline=box(0, 100, 100, 200)),
        shown(AFTER, "P-1", 4, outline=box(100, 100, 200, 200)),
    ]
    assert [(one.name.panel, other.name.panel) for one, other in pairs_in(panels)] == [(2, 3), (1, 4)]


def test_a_label_says_what_the_records_do_not() -> None:
    words = (
        TextLine(text="BEFORE", outline=box(20, 10, 90, 40), confidence=0.9),
        TextLine(text="After 6 weeks", outline=box(400, 10, 500, 40), confidence=0.9),
    )
    before, after = unknown(1, LEFT, words), unknown(2, RIGHT, words)
    assert (before.kind, after.kind) == (BEFORE, AFTER)
    assert pairs_in([before, after]) == ((before, after),)


def test_a_label_in_a_strip_above_the_panels_counts_where_none_stands_inside() -> None:
    words = tuple(
        TextLine(text=text, outline=box(left, 10, left + 80, 40), confidence=0.9)
        for text, left in (("Before", 20), ("After", 400))
    )
    lower = [box(0, 60, 360, 480), box(368, 60, 728, 480)]
    assert [unknown(number, outline, words).kind for number, outline in enumerate(lower)] == [BEFORE, AFTER]


def test_words_that_say_both_say_nothing() -> None:
    words = (TextLine(text="before and after", outline=box(20, 10, 200, 40), confidence=0.9),)
    assert unknown(1, LEFT, words).kind is None


def test_what_is_on_file_is_told_with_the_days_between() -> None:
    told = recorded(shown(BEFORE), shown(AFTER, number=2), Measures(problem="too small"))
    assert (told.same_patient, told.same_area, told.procedure, told.days_apart) == (True, True, "rhinoplasty", 180)
    assert (told.differs, told.problem, told.light) == ((), "too small", None)


def test_what_lies_outside_of_the_limits_is_named_and_what_was_not_measured_is_not() -> None:
    far = Measures(turn=20.0, scale=1.3, light=-9.0, colour=9.0, background=0.9, crop=0.5)
    assert differences(far) == ("pose", "scale", "light", "colour", "background", "crop")
    assert differences(Measures(turn=2.0, scale=0.97, light=1.2, crop=0.95)) == ()
    assert differences(Measures()) == ()


def side_by_side(after: Pixels, seed: int = 5) -> Pixels:
    photo = np.full((480, 728, 3), 255, np.uint8)
    photo[:, :360], photo[:, 368:] = skin(seed), after
    return photo


def compared(after: Pixels) -> tuple[tuple[str, ...], Measures]:
    photo = side_by_side(after)
    told = compare_pair(shown(BEFORE), shown(AFTER, number=2, outline=RIGHT), photo, photo, faces=False)
    return told.differs, Measures(turn=told.turn, scale=told.scale, light=told.light, crop=told.crop)


def test_the_same_framing_and_light_differ_in_nothing() -> None:
    differs, found = compared(skin(5))
    assert differs == ()
    assert (found.turn, found.scale, found.light) == (
        pytest.approx(0, abs=0.3),
        pytest.approx(1, abs=0.01),
        pytest.approx(0, abs=0.3),
    )


def test_a_lighter_after_photo_is_told_by_how_much() -> None:
    lighter = np.clip(skin(5).astype(int) + 20, 0, 255).astype(np.uint8)
    differs, found = compared(lighter)
    assert "light" in differs
    assert found.light is not None
    assert 5 < found.light < 10


def test_an_after_photo_taken_nearer_and_tilted_differs_in_scale_and_pose() -> None:
    nearer = cv2.warpAffine(skin(5), cv2.getRotationMatrix2D((180, 240), 12, 1.3), (360, 480))
    differs, found = compared(np.asarray(nearer, np.uint8))
    assert differs[:2] == ("pose", "scale")
    assert (found.turn, found.scale) == (pytest.approx(12, abs=0.5), pytest.approx(1.3, abs=0.03))


def test_two_pictures_with_nothing_in_common_cannot_be_measured_and_that_is_said() -> None:
    photo = side_by_side(skin(77))
    told = compare_pair(shown(BEFORE), shown(AFTER, number=2, outline=RIGHT), photo, photo, faces=False)
    assert (told.turn, told.differs) == (None, ())
    assert told.problem is not None


corners = st.lists(st.tuples(*[st.floats(allow_nan=True, allow_infinity=True, width=32)] * 2), max_size=5)


@settings(max_examples=40, deadline=None)
@given(outline=corners, height=st.integers(1, 60), width=st.integers(1, 60), value=st.integers(0, 255))
def test_no_outline_and_no_size_stops_a_comparison(
    outline: list[tuple[float, float]], height: int, width: int, value: int
) -> None:
    photo = np.full((height, width, 3), value, np.uint8)
    part = cut_out(photo, tuple(outline))
    assert part.shape[0] <= height
    assert part.shape[1] <= width
    told = compare_pair(shown(BEFORE), shown(AFTER, outline=tuple(outline)), photo, photo, faces=False)
    assert told.same_patient is True


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([BEFORE, AFTER, PhotoKind.OTHER, None]),
            st.sampled_from(["P-1", "P-2", None]),
            st.integers(1, 4),
            st.sampled_from(["a", "b"]),
        ),
        max_size=7,
    )
)
def test_every_pair_is_a_before_beside_an_after_and_no_after_is_told_twice(
    rows: list[tuple[PhotoKind | None, str | None, int, str]],
) -> None:
    panels = [shown(*row) for row in rows]
    found = pairs_in(panels)
    assert all((before.kind, after.kind) == (BEFORE, AFTER) for before, after in found)
    afters = [id(after) for _, after in found]
    assert len(set(afters)) == len(afters)
    assert found == pairs_in(panels)
