"""Of several boxes around one face the surest stays; two people who stand close together stay two."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from before_you_post.photos.faces.detector import Box, Detection
from before_you_post.photos.faces.overlap import area, common, surest


def seen(box: Box, confidence: float) -> Detection:
    return Detection(box=box, confidence=confidence)


def test_the_surest_of_two_boxes_around_one_face_stays() -> None:
    faint, sure = seen((10, 10, 110, 130), 0.4), seen((14, 8, 112, 126), 0.9)
    assert surest([faint, sure]) == [sure]


def test_a_mouth_found_inside_its_face_does_not_count() -> None:
    face, mouth = seen((0, 0, 100, 120), 0.8), seen((30, 80, 70, 110), 0.5)
    assert surest([mouth, face]) == [face]


def test_cheek_to_cheek_is_two() -> None:
    one, other = seen((0, 0, 100, 120), 0.8), seen((80, 0, 180, 120), 0.7)
    assert surest([other, one]) == [one, other]


BOXES = st.tuples(*[st.floats(-50, 50)] * 4).map(lambda b: (b[0], b[1], b[0] + abs(b[2]), b[1] + abs(b[3])))


@given(st.lists(st.tuples(BOXES, st.floats(0, 1)), max_size=12), st.randoms())
def test_the_order_in_which_they_were_found_makes_no_difference(found: list[tuple[Box, float]], random: object) -> None:
    detections = [seen(*one) for one in found]
    mixed = sorted(detections, key=lambda _: random.random())  # type: ignore[attr-defined]
    kept = surest(detections)
    assert kept == surest(mixed)
    assert bool(kept) == bool(detections)
    assert surest(kept) == kept


@given(BOXES, BOXES)
def test_what_two_boxes_share_is_no_larger_than_either(one: Box, other: Box) -> None:
    shared = area(common(one, other))
    assert 0 <= shared <= min(area(one), area(other)) + 1e-6
