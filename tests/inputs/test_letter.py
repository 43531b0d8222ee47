"""Names and addresses in letters: the first made safe, the second only counted."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from before_you_post.inputs.letter import count_addresses, safe_name


def test_addresses_are_counted_once_however_they_are_written() -> None:
    assert count_addresses('"Quill, Zoë" <z@one.example>, Z@ONE.example', "b@two.example;c@two.example") == 3
    assert count_addresses("undisclosed-recipients:;", "") is None


def test_a_file_without_a_name_is_called_after_its_place() -> None:
    assert safe_name("", "2.1", "image/jpeg") == "picture-2.1.jpg"
    assert safe_name("", "2", "application/pdf") == "file-2"
    assert safe_name("nose", "2", "image/png") == "nose.png"


@given(written=some.text(), kind=some.sampled_from(["image/jpeg", "image/x-$", "a", "image/"]))
def test_any_name_becomes_one_that_stays_where_it_is(written: str, kind: str) -> None:
    name = safe_name(written, "1", kind)

    assert name
    assert "/" not in name
    assert "\\" not in name
    assert name.strip(".") != ""
    assert len(name) < 140
