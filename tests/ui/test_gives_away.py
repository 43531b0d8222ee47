"""What a photo gives away, and what was looked for, as the page shows it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from before_you_post.records import (
    EmbeddedKind,
    EmbeddedPicture,
    Evidence,
    Face,
    FaceExtent,
    GpsPosition,
    Identifier,
    IdentifierKind,
    Look,
    LookedFor,
    Mark,
    MarkKind,
    MetadataItem,
    MetadataKind,
    VisibleMark,
)
from before_you_post.report import labels
from before_you_post.rules.cases.clean import CLEAN, PANEL
from before_you_post.ui.gives_away import boxes, given_away, looked, not_looked

BOX = ((10.0, 10.0), (90.0, 10.0), (90.0, 60.0), (10.0, 60.0))
SCAR = VisibleMark(mark=Mark(kind=MarkKind.SCAR, treated=True), original="P-01/after.jpg", shown=0.5, outline=BOX)
NAME = Identifier(kind=IdentifierKind.NAME, patient="P-01", where="file name", words="featherstone", whole=False)
LABEL = Identifier(
    kind=IdentifierKind.RECORD_NUMBER,
    patient="P-01",
    where="in the picture",
    words="QF-300417",
    whole=True,
    outline=BOX,
)


def seen(**facts: Any) -> Evidence:
    return replace(CLEAN, photo=replace(CLEAN.photo, **facts))


def groups(evidence: Evidence) -> dict[str, list[dict[str, Any]]]:
    return {group["name"]: group["items"] for group in given_away(evidence)}


def test_a_photo_that_gives_nothing_away_has_no_group() -> None:
    assert given_away(seen()) == []


def test_every_kind_of_box_is_drawn_with_its_word() -> None:
    evidence = replace(
        seen(faces=(Face(outline=BOX, confidence=0.9, extent=FaceExtent.PARTIAL),)),
        identifiers=(NAME, LABEL),
        panels=(replace(PANEL, marks=(SCAR,)),),
    )
    assert [(box["kind"], box["label"]) for box in boxes(evidence)] == [
        ("face", "Part of a face"),
        ("text", "Medical record number"),
        ("mark", "Scar"),
    ]


def test_covered_eyes_are_a_hint_and_no_all_clear() -> None:
    face = Face(outline=BOX, confidence=0.9, extent=FaceExtent.FULL, eyes_covered=True)
    [item] = groups(seen(faces=(face,)))["In the picture"]
    assert item["where"] == "The eyes seem to be covered. That makes nobody unknown."


def test_words_in_the_picture_and_words_around_it_stand_apart() -> None:
    found = groups(replace(seen(), identifiers=(NAME, LABEL)))
    assert [(item["value"], item["where"]) for item in found["In the picture"]] == [("“QF-300417”", "patient P-01")]
    assert [item["where"] for item in found["In the words around it"]] == ["file name; patient P-01"]


def test_what_is_written_in_the_file_is_named_by_block() -> None:
    item = MetadataItem(kind=MetadataKind.DATE, name="DateTimeOriginal", found_in="EXIF", value="2025:03:18")
    place = GpsPosition(latitude=39.96111, longitude=-82.99889, found_in="EXIF")
    written = groups(seen(metadata=(item,), gps=(place,)))["Written in the file"]
    assert [(one["label"], one["value"], one["where"]) for one in written] == [
        ("Place", "latitude 39.961, longitude -82.999", "EXIF"),
        ("Date", "DateTimeOriginal: 2025:03:18", "EXIF"),
    ]


def test_a_value_from_outside_is_one_line_of_bounded_length() -> None:
    item = MetadataItem(kind=MetadataKind.WORDS, name="Comment", found_in="XMP", value="<b>\n\x1b[2J" + "x" * 5000)
    [shown] = groups(seen(metadata=(item,)))["Written in the file"]
    assert len(shown["value"]) <= 200
    assert shown["value"].isprintable()


@pytest.mark.parametrize(
    ("same", "said"), [(True, "Shows the same"), (False, "Shows more than the photo"), (None, "Compare it yourself")]
)
def test_a_picture_inside_the_file_can_be_asked_for_by_its_place(same: bool | None, said: str) -> None:
    broken = EmbeddedPicture(kind=EmbeddedKind.TRAILING, found_in="file", problem="not a picture")
    thumbnail = EmbeddedPicture(kind=EmbeddedKind.THUMBNAIL, found_in="EXIF", width=160, height=120, same_picture=same)
    first, second = groups(seen(embedded=(broken, thumbnail)))["Pictures inside the file"]
    assert (first["picture"], first["value"]) == (None, "Could not be opened: not a picture")
    assert second["picture"] == 1
    assert second["value"].startswith(said)


def test_a_mark_says_how_much_of_it_shows_and_whether_it_is_what_was_treated() -> None:
    hidden = replace(SCAR, shown=0.0)
    unplaced = replace(SCAR, shown=None, outline=(), mark=Mark(kind=MarkKind.TATTOO))
    found = groups(replace(seen(), panels=(replace(PANEL, marks=(SCAR, hidden, unplaced)),)))["In the picture"]
    assert [item["value"] for item in found] == [
        "50% of it visible; what the photo is about",
        "may be visible; not what the photo is about",
    ]


def test_what_was_looked_for_names_the_program_and_what_was_not_the_reason() -> None:
    evidence = seen(
        looks=(
            Look(what=LookedFor.FACES, by="CenterFace"),
            Look(what=LookedFor.TEXT, by="RapidOCR", problem="it is switched off"),
        )
    )
    assert {"what": "faces", "by": "CenterFace"} in looked(evidence)
    assert {"what": "words in the picture", "why": "it is switched off"} in not_looked(evidence)


def test_nothing_falls_between_looked_for_and_not_looked_for() -> None:
    for evidence in (seen(), seen(looks=(Look(what=LookedFor.FACES, by="CenterFace"),)), replace(seen(), panels=None)):
        named = [one["what"] for one in (*looked(evidence), *not_looked(evidence))]
        assert sorted(named) == sorted([*labels.LOOKED_FOR.values(), *labels.COMPARED.values()])
