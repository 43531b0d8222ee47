"""One photo in full: what is shown, and what must not be."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from before_you_post.report.labels import FOR_A_PERSON
from before_you_post.rules.cases.clean import FORM
from before_you_post.store import Kept
from before_you_post.ui.detail import photo_in_full

NOWHERE = (0, 0, None, None)


def photo(kept: Kept, file: str) -> dict[str, Any]:
    judged = next(photo for photo in kept.audit.photos if photo.evidence.published.file_name == file)
    return photo_in_full(judged, NOWHERE)


def part(paper: dict[str, Any], name: str) -> dict[str, Any]:
    return next(part for part in paper["parts"] if part["name"] == name)


def test_the_part_that_a_finding_names_is_marked(kept: Kept) -> None:
    form = photo(kept, "rhinoplasty-result.jpg")["panels"][0]["forms"][0]
    assert part(form, "revoked_on") == {
        "name": "revoked_on",
        "label": "Revoked on",
        "value": {"date": "2026-08-01"},
        "state": "fails",
        "printed": False,
    }
    assert part(form, "channels")["state"] == "ok"


def test_a_part_nobody_asked_about_has_no_mark(kept: Kept) -> None:
    form = photo(kept, "nose-after-8-months.jpg")["panels"][0]["forms"][0]
    assert part(form, "form_version")["state"] == ""
    assert all(part["state"] in ("", "ok") for part in form["parts"])
    assert {part(form, name)["state"] for name in ("names_discloser", "blanks", "copy_given_on", "form_kind")} == {"ok"}
    assert {part(form, name)["state"] for name in ("says_paid", "font_points")} == {""}  # nobody asked here


def test_an_empty_part_of_the_form_is_not_recorded(kept: Kept) -> None:
    form = photo(kept, "lips-spring.jpg")["panels"][0]["forms"][0]
    assert (part(form, "channels")["value"], part(form, "channels")["state"]) == ("", "unknown")


def test_a_failing_date_is_marked(kept: Kept) -> None:
    hostile = next(p for p in kept.audit.photos if p.evidence.published.file_name.startswith("<img"))
    form = photo_in_full(hostile, NOWHERE)["panels"][0]["forms"][0]
    assert part(form, "expires_on")["state"] == "fails"


def test_each_panel_of_a_collage_has_its_own_patient_original_and_form(kept: Kept) -> None:
    left, right = photo(kept, "collage-autumn.jpg")["panels"]
    assert (left["patient"], right["patient"]) == ("P-02", "P-01")
    assert (left["forms"][0]["id"], right["forms"][0]["id"]) == ("A-117", "A-101")
    assert part(left["forms"][0], "photos")["state"] == "fails"
    assert part(right["forms"][0], "photos")["state"] == "ok"
    assert "Shown mirrored" in left["measure"] or "shown mirrored" in left["measure"]


def test_a_patient_without_any_form_is_said_in_words(kept: Kept) -> None:
    panel = photo(kept, "chin.jpg")["panels"][0]
    assert panel["forms"] == []
    assert panel["forms_note"] == "No authorization is on file for this patient."


def test_a_picture_of_nobody_names_the_nearest_and_says_that_it_is_not_enough(kept: Kept) -> None:
    panel = photo(kept, "somebody.jpg")["panels"][0]
    assert panel["patient"] is None
    assert panel["originals"] == []
    assert panel["measure"] == "The nearest was P-03/after.jpg, where 7 details agree: too few."


def test_a_photo_that_could_not_be_opened_says_what_nobody_looked_at(kept: Kept) -> None:
    values = photo(kept, "halo.jpg")
    assert values["panels"] == []
    assert values["looked"] == []
    assert "words in the picture" in [one["what"] for one in values["not_looked"]]
    assert {
        "name": "Could not be opened",
        "value": "The file is cut short: it ends before the picture does.",
        "url": None,
    } in values["facts"]


def test_even_a_clear_photo_says_what_only_a_person_sees(kept: Kept) -> None:
    values = photo(kept, "nose-after-8-months.jpg")
    assert values["verdict"]["code"] == "clear"
    assert values["for_a_person"] == list(FOR_A_PERSON)
    assert values["passed"]


def test_a_finding_brings_the_law_and_the_remedy(kept: Kept) -> None:
    found = photo(kept, "rhinoplasty-result.jpg")["findings"][0]
    assert found["citation"].startswith("45 CFR 164.508")
    assert found["url"].startswith("https://www.ecfr.gov/")
    assert found["remedy"]
    assert found["tag"] == "read in the official text"
    assert found["looked_at"] == "2026-11-22"


def test_words_found_in_the_picture_are_outlined(kept: Kept) -> None:
    assert photo(kept, "jaw-line.jpg")["boxes"][0]["label"] == "Patient's name"


def test_a_patient_appears_by_code_only(kept: Kept) -> None:
    for name in ("nose-after-8-months.jpg", "rhinoplasty-result.jpg", "collage-autumn.jpg", "before-after-nose.jpg"):
        text = json.dumps(photo(kept, name))
        assert "P-01" in text
        assert "Featherstone" not in text
        assert "Ottoline" not in text
        assert "QF-300417" not in text


@pytest.mark.parametrize("file", ["collage-autumn.jpg", "halo.jpg", "logo.png"])
def test_values_can_travel_as_json_and_hold_no_path(kept: Kept, folder: Path, file: str) -> None:
    values = photo(kept, file)
    assert json.loads(json.dumps(values)) == values
    assert str(folder) not in json.dumps(values)


def test_a_question_that_could_not_be_asked_does_not_read_as_found(kept: Kept) -> None:
    (found,) = [one for one in photo(kept, "lips-spring.jpg")["findings"] if one["outcome"] == "not_checked"]
    assert found["title"].startswith("Not checked: ")


def test_a_form_with_a_scan_can_be_opened_and_one_without_says_so(kept: Kept) -> None:
    judged = next(one for one in kept.audit.photos if one.evidence.published.file_name == "nose-after-8-months.jpg")
    (panel,) = judged.evidence.panels or ()
    shown = []
    for checksum in (None, "ab" * 32):
        form = replace(FORM, document="forms/Featherstone.pdf", document_sha256=checksum)
        evidence = replace(judged.evidence, panels=(replace(panel, authorizations=(form,)),))
        values = photo_in_full(replace(judged, evidence=evidence), NOWHERE)
        assert "Featherstone" not in json.dumps(values)
        shown.append(values["panels"][0]["forms"][0])
    assert [form["scan"] for form in shown] == [None, "Open the signed form"]
    assert part(shown[0], "document")["value"] == "recorded; no file was read"
    assert "document" not in {part["name"] for part in shown[1]["parts"]}


def test_a_group_mail_says_to_how_many_it_went_and_a_page_does_not(kept: Kept) -> None:
    judged = kept.audit.photos[0]
    mail = replace(judged.evidence.post, recipients=412)
    sent = replace(judged, evidence=replace(judged.evidence, post=mail))
    names = [{fact["name"]: fact["value"] for fact in photo_in_full(one, NOWHERE)["facts"]} for one in (sent, judged)]
    assert names[0]["Sent to"] == "412 addresses"
    assert "Sent to" not in names[1]


def test_what_the_form_says_in_print_is_told_from_what_stands_on_this_copy(kept: Kept) -> None:
    form = photo(kept, "rhinoplasty-result.jpg")["panels"][0]["forms"][0]
    assert part(form, "says_revocable")["printed"]
    assert not part(form, "channels")["printed"]
