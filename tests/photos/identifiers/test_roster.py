"""Everything the public can read about a photo is searched for patients, with as few false alarms as can be."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from before_you_post.photos.identifiers import Roster, find
from before_you_post.records import (
    Identifier,
    IdentifierKind,
    MetadataItem,
    MetadataKind,
    Patient,
    PhotoFacts,
    Policy,
    Post,
    Published,
    TextLine,
)

OTTOLINE = Patient(
    code="P1",
    given_name="Ottoline",
    family_name="Featherstone",
    birth_date=date(1962, 3, 14),
    medical_record_number="QD-004217",
)
BARNABY = Patient(code="P2", given_name="Barnaby", family_name="Thistledown", birth_date=date(2015, 6, 3))
ROSE = Patient(code="P3", given_name="Rose", family_name="Hill")
ROSTER = Roster((OTTOLINE, BARNABY, ROSE))
CORNERS = ((1.0, 2.0), (30.0, 2.0), (30.0, 9.0), (1.0, 9.0))


def look(
    *,
    picture: tuple[str, ...] = (),
    file: str = "IMG_0001.jpg",
    caption: str | None = None,
    alt: str | None = None,
    title: str | None = None,
    page: str | None = None,
    link: str | None = None,
    shown: Collection[str] | None = None,
    allowed: tuple[str, ...] = (),
) -> tuple[Identifier, ...]:
    lines = tuple(TextLine(text=line, outline=CORNERS, confidence=0.9) for line in picture)
    return ROSTER.find(
        Published(id="x", post="p", path="/x", file_name=file, caption=caption, alt_text=alt),
        Post(id="p", channel="website", source="folder", title=title, text=page, url=link),
        PhotoFacts(sha256="0", byte_size=1, text=lines),
        Policy(allowed_text=allowed),
        shown=shown,
    )


def places(found: tuple[Identifier, ...]) -> list[tuple[str, str, bool]]:
    return [(one.patient, one.where, one.whole) for one in found]


@pytest.mark.parametrize(
    ("where", "text"),
    [
        ("file name", {"file": "OttolineFeatherstone.jpg"}),
        ("caption", {"caption": "Ottoline Featherstone, six months on"}),
        ("alternative text", {"alt": "Featherstone, Ottoline"}),
        ("title", {"title": "The nose of Ottoline Featherstone"}),
        ("text of the page", {"page": "We thank Ottoline Featherstone."}),
        ("link", {"link": "https://quillfeather.example/ottoline-featherstone/?p=2"}),
        ("in the picture", {"picture": ("OTTOLINE FEATHERSTONE",)}),
    ],
)
def test_a_whole_name_is_found_wherever_it_stands(where: str, text: dict[str, str]) -> None:
    assert places(look(**text)) == [("P1", where, True)]  # type: ignore[arg-type]


def test_words_in_the_picture_keep_their_place_and_spelling() -> None:
    (one,) = look(picture=("MRN QD 004217",))
    assert (one.kind, one.words, one.outline) == (IdentifierKind.RECORD_NUMBER, "QD 004217", CORNERS)


def test_a_name_broken_over_two_lines_of_a_label_is_whole() -> None:
    assert ("P1", "in the picture", True) in places(look(picture=("Ottoline", "Featherstone")))


def test_a_first_name_counts_only_for_somebody_who_may_be_in_the_photo() -> None:
    caption = "Barnaby is so pleased"
    assert places(look(caption=caption, shown=None)) == [("P2", "caption", False)]
    assert places(look(caption=caption, shown={"P2"})) == [("P2", "caption", False)]
    assert places(look(caption=caption, shown={"P1"})) == []


def test_a_page_about_many_photos_is_searched_for_whole_names_only() -> None:
    assert look(page="Barnaby and Rose Hill came, and number 004217") == ()


def test_the_caption_is_not_told_again_as_the_text_of_its_page() -> None:
    words = "Ottoline Featherstone"
    assert places(look(caption=words, page=words)) == [("P1", "caption", True)]


def test_the_words_of_the_practice_are_set_aside() -> None:
    allowed = ("Before", "Rose Hill Clinic")
    assert look(picture=("Before", "ROSE HILL CLINIC", "ROSE HIL CLINIC", "SE HILL"), allowed=allowed) == ()
    assert look(caption="come to Rose Hill Clinic", allowed=allowed) == ()
    assert places(look(caption="come to Rose Hill Clinic")) == [("P3", "caption", False)]


def test_the_day_a_photo_was_taken_is_no_birth_date_of_somebody_else() -> None:
    assert [one.kind for one in look(file="IMG_20150603.jpg", shown={"P1"})] == [IdentifierKind.DATE]
    assert places(look(file="IMG_20150603.jpg", shown={"P2"})) == [("P2", "file name", True)]
    assert places(look(caption="DOB 6/3/2015", shown={"P1"})) == [("P2", "caption", True)]


def test_the_whole_is_told_and_not_its_parts() -> None:
    assert places(look(file="ottoline_ottoline-featherstone.jpg")) == [("P1", "file name", True)]


def test_the_file_name_inside_a_link_is_told_once() -> None:
    name = "ottoline-featherstone.jpg"
    found = look(file=name, link=f"https://quillfeather.example/uploads/2026/05/{name}")
    assert places(found) == [("P1", "file name", True)]


def test_nobody_on_the_roster_means_nothing_is_found() -> None:
    post = Post(id="p", channel="c", source="folder", text="Ottoline Featherstone")
    published = Published(id="x", post="p", path="/x", file_name="a.jpg")
    assert find(published, post, PhotoFacts(sha256="0", byte_size=1), (), Policy()) == ()


@settings(max_examples=80, deadline=None)
@given(st.text(), st.text(), st.text(), st.lists(st.text(), max_size=2))
def test_no_text_raises(caption: str, file: str, link: str, allowed: list[str]) -> None:
    for one in look(caption=caption, file=file, link=link, picture=(caption, file), allowed=tuple(allowed)):
        assert one.words


# ---------------------------------------------------------------- kinds


def kinds(found: tuple[Identifier, ...]) -> list[tuple[IdentifierKind, str, bool]]:
    return [(one.kind, one.words, one.whole) for one in found]


def test_a_number_is_explained_once() -> None:
    assert kinds(look(caption="Her cell is 614-555-0142, MRN 3004417")) == [
        (IdentifierKind.RECORD_NUMBER, "MRN 3004417", True),
        (IdentifierKind.PHONE, "614-555-0142", True),
    ]


def test_an_address_made_of_a_patients_name_is_that_patients() -> None:
    found = look(caption="ottoline.featherstone@mail.example", shown=())
    assert {(one.kind, one.patient, one.whole) for one in found} == {
        (IdentifierKind.NAME, "P1", True),
        (IdentifierKind.EMAIL, "P1", True),
    }


def test_a_handle_made_of_a_patients_name_is_a_name() -> None:
    assert places(look(caption="thanks @ottolinefeatherstone", shown=())) == [("P1", "caption", True)]


def test_a_first_name_that_many_patients_share_is_nobodys_in_particular() -> None:
    roster = Roster([Patient(code=f"P{n}", given_name="Gwendolyn", family_name=f"Thornquist{n}") for n in range(9)])
    photo = Published(id="x", post="p", path="/x", file_name="a.jpg", caption="for Gwendolyn")
    found = roster.find(photo, Post(id="p", channel="c", source="folder"), PhotoFacts(sha256="", byte_size=0), Policy())
    assert [(one.patient, one.words) for one in found] == [(None, "Gwendolyn")]


def test_a_misspelt_name_is_worth_a_look() -> None:
    assert places(look(caption="Otoline Fetherstone", shown=())) == [("P1", "caption", False)]


# ---------------------------------------------------------------- words in the picture


@pytest.mark.parametrize(
    "line", ["Before", "3 months after", "Left oblique view", "2 cm", "Day 14", "R", "SESSION 3/5"]
)
def test_views_times_and_scales_need_no_explanation(line: str) -> None:
    assert look(picture=(line,)) == ()


def test_any_other_line_in_the_picture_is_worth_a_look() -> None:
    [one] = look(picture=("Before", "Larkfield Ward 3"))
    assert (one.kind, one.words, one.outline) == (IdentifierKind.WORDS, "Larkfield Ward 3", CORNERS)


def test_a_line_that_is_told_already_is_not_told_again_as_words() -> None:
    assert [one.kind for one in look(picture=("Ottoline Featherstone, room 4",))] == [IdentifierKind.NAME]


def test_the_practices_name_with_a_year_is_its_own() -> None:
    assert look(picture=("© 2026 Larkspur",), allowed=("Larkspur Clinic",)) == ()
    assert look(picture=("© 2026 Ashdown",), allowed=("Larkspur Clinic",)) != ()


def test_a_label_explains_the_line_below() -> None:
    assert kinds(look(picture=("MRN", "3004417"))) == [(IdentifierKind.RECORD_NUMBER, "MRN 3004417", True)]


def test_the_practices_own_number_explains_its_line() -> None:
    assert look(picture=("Call (614) 555-0142",), allowed=("614-555-0142",)) == ()
    assert look(caption="Call 6145550142", allowed=("614-555-0142",)) == ()


# ---------------------------------------------------------------- hostile text

HOSTILE = (
    "1",
    "1-",
    "1 ",
    "a@",
    "@",
    "a.",
    "Ab ",
    "in Xa ",
    "mrn#no:",
    "http://",
    "\n",
    "a\n",
    "3/14/2026 ",
    "@bob ",
    "'a",
)


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_text_made_to_be_slow_is_read_to_its_end(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    for one in look(caption=text, picture=(text,), file="a", shown=()):
        assert len(one.words) <= 200


WILD = st.text(max_size=80) | st.text(
    alphabet=st.sampled_from("0123456789-/.:@#()[] \n'’abcMRNSDOBottlineFeaherst,_%²½٣\u200d\ufdfa🎆İß"), max_size=80
)


@settings(max_examples=150, deadline=None)
@given(WILD, WILD, WILD, st.lists(WILD, max_size=3), st.sampled_from(["wordpress", "instagram", "mail", "x"]))
def test_whatever_is_written_what_is_found_stands_there(
    caption: str, file: str, link: str, lines: list[str], source: str
) -> None:
    facts = PhotoFacts(
        sha256="0",
        byte_size=1,
        text=tuple(TextLine(text=line, outline=CORNERS, confidence=1.0) for line in lines),
        codes=(TextLine(text=link, outline=CORNERS, confidence=1.0),),
        metadata=(MetadataItem(kind=MetadataKind.PERSON, name="Artist", found_in="EXIF", value=caption),),
    )
    photo = Published(id="x", post="p", path="/x", file_name=file, caption=caption, url=link, other_names=(caption,))
    post = Post(id="p", channel="c", source=source, text=link, tags=(file,), mentions=(file,), place=caption)
    everything = " ".join(" ".join((caption, file, link, unquote(link), *lines, "\n".join(lines))).split())
    for one in ROSTER.find(photo, post, facts, Policy(allowed_text=tuple(lines[:1])), shown={"P1"}):
        assert one.words
        assert one.words in everything or one.where == "link"


@pytest.mark.parametrize(
    ("caption", "allowed", "whole"),
    [
        ("Her story: https://pictogram.example/ottoline.featherstone", (), [True]),
        ("Read on: https://pictogram.example/how-lasers-work", (), []),
        ("Her story: https://quillfeather.example/ottoline-featherstone", ("quillfeather.example",), []),
    ],
    ids=["a page that names her", "a page about a treatment", "the practice's own page"],
)
def test_a_link_is_a_patients_when_it_holds_the_name(caption: str, allowed: tuple[str, ...], whole: list[bool]) -> None:
    found = [one for one in look(caption=caption, allowed=allowed) if one.kind is IdentifierKind.WEB_ADDRESS]
    assert [one.whole for one in found] == whole
    assert {one.patient for one in found} <= {"P1"}
