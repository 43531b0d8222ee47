"""Every text around a photo is read, and what machines write into names and links is not taken for a patient's."""

from __future__ import annotations

import pytest

from before_you_post.photos.identifiers import Roster
from before_you_post.records import (
    EmbeddedKind,
    EmbeddedPicture,
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

NAME = "Ottoline Featherstone"
ROSTER = Roster((Patient(code="P1", given_name="Ottoline", family_name="Featherstone"),), practice="Quillfeather")
PHOTO = Published(id="x", post="p", path="/x", file_name="a.jpg")
POST = Post(id="p", channel="c", source="wordpress")
FACTS = PhotoFacts(sha256="0", byte_size=1)
CORNERS = ((1.0, 2.0), (30.0, 2.0), (30.0, 9.0), (1.0, 9.0))
LINE = TextLine(text=NAME, outline=CORNERS, confidence=0.9)


def found(**fields: object) -> list[tuple[IdentifierKind, str, str]]:
    """What is found in a photo, a post or the facts of a file with these fields."""
    photo, post, facts = (
        type(one)(**{name: fields.get(name, getattr(one, name)) for name in one.__slots__})
        for one in (PHOTO, POST, FACTS)
    )
    return [(one.kind, one.where, one.words) for one in ROSTER.find(photo, post, facts, Policy())]


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"file_name": "ottoline-featherstone.jpg"}, "file name"),
        ({"renditions": ("/x/ottoline-featherstone-300x200.jpg",)}, "file name of another size"),
        ({"renditions": ("C:\\x\\ottoline_featherstone-scaled.jpg",)}, "file name of another size"),
        ({"other_names": (NAME,)}, "name on the website"),
        ({"caption": NAME}, "caption"),
        ({"alt_text": NAME}, "alternative text"),
        ({"title": NAME}, "title"),
        ({"source": "mail", "title": NAME}, "subject"),
        ({"text": NAME}, "text of the page"),
        ({"source": "instagram", "text": NAME}, "text of the post"),
        ({"source": "mailchimp", "text": NAME}, "text of the e-mail"),
        ({"url": "https://a.example/ottoline-featherstone/"}, "link"),
        ({"url": "https://a.example/?who=Ottoline%20Featherstone"}, "link"),
        ({"tags": (NAME,)}, "tag"),
        ({"mentions": ("@ottolinefeatherstone",)}, "mention"),
        ({"place": NAME}, "location tag"),
        ({"text": (LINE,)}, "in the picture"),
        ({"codes": (LINE,)}, "in a square code"),
    ],
)
def test_a_name_is_found_wherever_it_stands(fields: dict[str, object], where: str) -> None:
    if where == "in the picture":
        facts = PhotoFacts(sha256="0", byte_size=1, text=(LINE,))
        assert [one.where for one in ROSTER.find(PHOTO, POST, facts, Policy())] == [where]
        return
    if where.startswith("text of"):
        post = Post(id="p", channel="c", source=str(fields.get("source", "wordpress")), text=NAME)
        assert [one.where for one in ROSTER.find(PHOTO, post, FACTS, Policy())] == [where]
        return
    assert {(kind, place) for kind, place, _ in found(**fields)} == {(IdentifierKind.NAME, where)}


def test_a_name_in_the_files_own_words_is_a_name() -> None:
    item = MetadataItem(kind=MetadataKind.WORDS, name="Keywords", found_in="IPTC", value=NAME)
    assert found(metadata=(item,)) == [(IdentifierKind.NAME, "inside the file: Keywords (IPTC)", NAME)]
    plain = MetadataItem(kind=MetadataKind.CAMERA, name="Model", found_in="EXIF", value=NAME)
    assert found(metadata=(plain,)) == []


def test_words_in_a_picture_inside_the_file_are_read_and_stand_nowhere_in_the_photo() -> None:
    inside = EmbeddedPicture(kind=EmbeddedKind.THUMBNAIL, found_in="EXIF", text=(LINE,))
    facts = PhotoFacts(sha256="0", byte_size=1, embedded=(inside,))
    [one] = ROSTER.find(PHOTO, POST, facts, Policy())
    assert (one.where, one.outline) == ("in a picture inside the file", ())


def test_the_size_in_a_name_is_no_other_name() -> None:
    name = "ottoline-featherstone.jpg"
    assert found(file_name=name, renditions=("/x/ottoline-featherstone-300x200.jpg",)) == [
        (IdentifierKind.NAME, "file name", "ottoline-featherstone")
    ]


def test_a_location_is_a_place_unless_it_is_the_practices_own() -> None:
    assert found(place="Gahanna, Ohio") == [(IdentifierKind.PLACE, "location tag", "Gahanna, Ohio")]
    assert found(place="Quillfeather") == []


@pytest.mark.parametrize("place", ["Ohio", "West Virginia, USA", "United States"])
def test_a_location_that_is_a_whole_state_passes(place: str) -> None:
    assert found(place=place) == []


def test_a_location_without_end_is_read_to_its_end() -> None:
    assert [kind for kind, *_ in found(place="Ohio " * 20_000)] == [IdentifierKind.PLACE]


def test_a_town_of_two_everyday_words_is_a_location_all_the_same() -> None:
    assert [kind for kind, *_ in found(place="Green Bay, Wisconsin")] == [IdentifierKind.PLACE]


def test_a_mention_that_the_text_holds_is_told_once() -> None:
    assert [place for _, place, _ in found(caption="thanks @peggy", mentions=("@Peggy",))] == ["caption"]
    assert found(mentions=("@peggy",)) == [(IdentifierKind.HANDLE, "mention", "@peggy")]


@pytest.mark.parametrize(
    "fields",
    [
        {"url": "https://a.example/2026/06/03/noses/?p=123456"},
        {"url": "https://a.example/wp-content/uploads/2021/05/nose.jpg"},
        {"url": "https://www.instagram.com/p/C8912345678/"},
        {"source": "facebook", "file_name": "412345678_1234567890123_4567890123456789_n.jpg"},
        {"source": "x", "file_name": "1798012345678901234-GPqrStu.jpg"},
        {"renditions": ("/x/9b2f6c1d8e.jpg", "/x/20260603.jpg")},
    ],
)
def test_what_websites_and_networks_write_is_nobodys(fields: dict[str, object]) -> None:
    assert found(**fields) == []


def test_an_account_of_the_practice_is_its_own() -> None:
    assert found(url="https://x.com/quillfeather_skin/status/9", caption="with @quillfeather_skin") == []
    assert found(url="https://www.a.example/", caption="mail us at desk@a.example, a.example/noses") == []


def test_a_broken_link_is_read_as_it_is() -> None:
    kinds = {kind for kind, *_ in found(url="https://[ottoline-featherstone")}
    assert kinds == {IdentifierKind.NAME, IdentifierKind.WEB_ADDRESS}
