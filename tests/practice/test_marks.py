"""Marks beside a photo are read with their places, and refused whole where a word or a number is in doubt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from before_you_post.practice.marks import MARKS
from before_you_post.records import Mark, MarkKind


@pytest.mark.parametrize(
    ("cell", "marks"),
    [
        ("tattoo", [Mark(kind=MarkKind.TATTOO)]),
        ("Tattoo 120,340,300,420", [Mark(kind=MarkKind.TATTOO, box=(120, 340, 300, 420))]),
        ("scar (treated) 10, 20, 30, 40", [Mark(kind=MarkKind.SCAR, box=(10, 20, 30, 40), treated=True)]),
        ("scar 10 20 30 40 (treated)", [Mark(kind=MarkKind.SCAR, box=(10, 20, 30, 40), treated=True)]),
        ("treated birthmark", [Mark(kind=MarkKind.BIRTHMARK, treated=True)]),
        ("mole; earrings", [Mark(kind=MarkKind.OTHER), Mark(kind=MarkKind.JEWELLERY)]),
    ],
)
def test_a_mark_has_a_kind_a_place_and_whether_it_was_treated(cell: str, marks: list[Mark]) -> None:
    assert MARKS.read(cell) == tuple(marks)


def test_none_says_that_somebody_looked() -> None:
    assert MARKS.read("none") == ()
    assert MARKS.read(";") is None


@pytest.mark.parametrize(
    "cell",
    [
        *("tatoo", "tattoo 1,2,3", "tattoo 1,2,3,4,5", "tattoo 1,2,0,4", "tattoo 1,2,3,0", "tattoo -1,2,3,4"),
        *("scar; none", "scar (untreated)", "tattoo ١,٢,٣,٤", "tattoo 1234567,2,3,4", "1,2,3,4"),
    ],
)
def test_a_mark_in_doubt_is_refused_whole(cell: str) -> None:
    with pytest.raises(ValueError):
        MARKS.read(cell)


@given(
    st.lists(
        st.builds(
            Mark,
            kind=st.sampled_from(MarkKind),
            box=st.none()
            | st.tuples(st.integers(0, 999_999), st.integers(0, 9), st.integers(1, 9), st.integers(1, 999_999)),
            treated=st.booleans(),
        ),
        min_size=1,
        unique=True,
    )
)
def test_marks_are_read_as_they_are_written(marks: list[Mark]) -> None:
    cell = "; ".join(
        " ".join(
            [mark.kind, *(["(treated)"] if mark.treated else []), *([",".join(map(str, mark.box))] if mark.box else [])]
        )
        for mark in marks
    )

    assert MARKS.read(cell) == tuple(marks)


@given(st.text(alphabet="tattoo scar(treated)0123456789,;[] ", max_size=40))
def test_whatever_stands_there_is_read_or_refused(cell: str) -> None:
    try:
        marks = MARKS.read(cell)
    except ValueError:
        return
    assert all(mark.box is None or (mark.box[2] > 0 and mark.box[3] > 0) for mark in marks or ())
