"""The practice's own words are set aside as they are written, misread, and cut."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from before_you_post.photos.identifiers.own_words import OwnWords, of_post
from before_you_post.records import Post, Published

OWN = OwnWords(("Before", "Rose Hill Clinic", "614-555-0142", "@rosehill", "", "!"))


def test_a_line_is_own_when_it_is_nearly_the_same_or_a_piece() -> None:
    assert all(map(OWN.is_line, ("BEFORE", "Rose Hil Clinic", "HILL CLINIC", "ROSE HILL CLINIC")))
    assert not any(map(OWN.is_line, ("Rosa Hull", "To", "", "Ottoline")))


def test_own_words_are_blanked_and_nothing_moves() -> None:
    text = "At Rose-Hill  Clinic with Rose"
    assert OWN.blanked(text) == "At                   with Rose"


def test_own_words_may_stand_on_two_lines_and_leave_them_lines() -> None:
    assert OWN.blanked("Rose\nHill Clinic!\nx") == "    \n           !\nx"


def test_a_number_and_an_account_are_known_in_every_spelling() -> None:
    assert all(map(OWN.has, ("(614) 555-0142", "+1 614 555 0142", "6145550142", "@RoseHill", "rosehill")))
    assert not any(map(OWN.has, ("614-555-0143", "0142", "")))


def test_the_address_of_a_post_tells_the_practices_own_host_or_account() -> None:
    def own(url: str) -> tuple[str, ...]:
        post = Post(id="p", channel="c", source="s", url=url)
        return of_post(post, Published(id="x", post="p", path="/x", file_name="a.jpg"))

    assert own("https://www.rosehill.example/noses") == ("rosehill.example",)
    assert own("https://x.com/rosehill/status/9") == ("rosehill",)
    assert own("https://www.instagram.com/p/C89/") == own("https://[") == own("") == ()


@given(st.lists(st.text(max_size=30), max_size=4), st.text(max_size=80))
def test_blanking_never_changes_the_length(allowed: list[str], text: str) -> None:
    own = OwnWords(allowed)
    assert len(own.blanked(text)) == len(text)
    assert own.is_line(text) in (True, False)
