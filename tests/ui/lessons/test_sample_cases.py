"""A sample case: what a learner is shown comes from the practice's own files, and nothing gives the answer away."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from before_you_post.records import CaseRef
from before_you_post.ui.lessons import alt_text
from before_you_post.ui.lessons.sample_cases import LONG_SIDE, form_lines, path_of, sample_case
from before_you_post.ui.lessons.sample_practice import folder_of, sample_practice

BARRED = "website/who-is-it/eyes-barred-before.jpg"
PRACTICES = ("quillfeather", "gorseland", "seagrass")


def case(**ref: object) -> CaseRef:
    return CaseRef(practice="quillfeather", **ref)  # type: ignore[arg-type]


def test_a_photo_is_shown_small_and_without_metadata() -> None:
    shown = sample_case(case(photo="website/ink-and-light/upper-arm-session-3.jpg")).picture
    assert shown is not None
    with Image.open(BytesIO(shown)) as image:
        assert max(image.size) <= LONG_SIDE
        assert not image.getexif()


def test_a_case_tells_where_and_when_it_was_posted_and_under_which_words() -> None:
    lines = dict(sample_case(case(photo=BARRED, show=("caption",))).lines)
    assert lines["Channel"] == "website"
    assert lines["Posted on"] == "August 28, 2025"
    assert lines["Caption"] == "Nobody can tell who this is, can they?"


def test_a_case_that_shows_no_picture_has_none_and_no_words_for_one() -> None:
    shown = sample_case(case(photo=BARRED, show=("caption",)))
    assert (shown.picture, shown.alt) == (None, "")


def test_the_form_of_a_photo_is_the_one_that_speaks_for_it() -> None:
    lines = dict(sample_case(case(photo=BARRED, show=("form",))).lines)
    assert lines["Form"] == "A-302, version 2023-2"
    assert lines["Photos it covers"] == "P-101/nose-front-after.jpg"
    assert lines["Names marketing"] == "yes"  # what its version prints


def test_a_patient_without_a_form_is_told_so() -> None:
    sample = sample_practice("quillfeather")
    with_forms = {form.patient for form in sample.forms.values()}
    bare = next(one for one in sample.originals.values() if one.patient not in with_forms)
    assert sample_case(case(original=bare.id, show=("form",))).lines == (
        ("Form", "No form on file from this patient."),
    )


def test_parts_of_a_form_that_were_left_blank_are_seen() -> None:
    sample = sample_practice("quillfeather")
    form = next(one for one in sample.forms.values() if one.signed is False)
    lines = dict(form_lines(form))
    assert lines["Signed"] == "no"
    assert "left blank" in lines.values() or lines.get("Signed on")


def test_the_patient_is_named_with_birth_date_and_state() -> None:
    lines = dict(sample_case(case(photo=BARRED, show=("patient",))).lines)
    assert lines["Patient"] == "P-101, Oriane Vanterpool; born May 22, 1993; lives in OH"


def test_what_is_hidden_in_a_file_is_told_line_by_line() -> None:
    lines = sample_case(case(photo="website/ink-and-light/upper-arm-session-3.jpg", show=("metadata",))).lines
    assert ("Hidden in the file: place", "latitude 39.9622, longitude -83.0008") in lines


def test_a_matter_tells_what_is_on_file_and_what_nobody_recorded() -> None:
    lines = sample_case(case(matter="device/D-10")).lines
    assert lines[0] == ("Device", "D-10")
    assert ("Photos leave by", "chat") in lines
    assert ("Wiped on", "not recorded") in lines


@pytest.mark.parametrize(
    "ref",
    [
        case(photo="website/nothing.jpg"),
        case(original="nothing"),
        case(form="A-0"),
        case(matter="device/nothing"),
        CaseRef(practice="nowhere", photo=BARRED),
    ],
)
def test_what_does_not_exist_is_refused(ref: CaseRef) -> None:
    with pytest.raises(KeyError):
        sample_case(ref)


def test_no_path_leads_out_of_the_sample_data() -> None:
    with pytest.raises(KeyError):
        folder_of("../sample_data/quillfeather")
    with pytest.raises(KeyError):
        path_of("quillfeather")


@pytest.mark.parametrize("practice", PRACTICES)
def test_every_photo_and_every_original_has_words_for_whoever_does_not_see_it(practice: str) -> None:
    sample = sample_practice(practice)
    words = [alt_text.of(sample, photo=name) for name in sample.published]
    words += [alt_text.of(sample, original=name) for name in sample.originals]
    assert all(len(one) > 8 for one in words)
    assert len(words) == len(sample.published) + len(sample.originals)


def test_words_and_papers_in_a_picture_are_told_and_names_are_not_read_out() -> None:
    sample = sample_practice("quillfeather")
    assert "Driver license" in alt_text.of(sample, photo="facebook/2025-10-21-160000/license-on-the-desk.jpg")
    named = "newsletter/2026-03-10-3c09829da0070441/nose-in-march.jpg"
    assert "Oriane" not in alt_text.of(sample, photo=named)
    assert ("Text for screen readers", sample.published[named].alt_text) in sample_case(
        case(photo=named, show=("caption",))
    ).lines


@pytest.mark.parametrize("practice", PRACTICES)
def test_words_written_for_a_photo_belong_to_one_that_is_there(practice: str) -> None:
    sample = sample_practice(practice)
    written = alt_text._written(practice)
    assert set(written) <= set(sample.published)
    assert all(30 < len(words) < 250 and words.endswith(".") for words in written.values())


def test_a_post_without_words_for_its_photo_borrows_those_of_a_twin() -> None:
    sample = sample_practice("quillfeather")
    bare = "facebook/2025-10-22-160000/hairline-front-pair.jpg"
    assert sample.published[bare].alt_text is None
    twin = sample.published["website/tobias-farrimond-hair/hairline-front-pair.jpg"].alt_text
    assert alt_text.of(sample, photo=bare) == twin


def test_evidence_on_file_names_the_patient_of_every_panel_without_looking_at_the_picture() -> None:
    evidence = sample_practice("quillfeather").evidence("website/clear-skin-for-two/mixed-pair.jpg")
    assert [panel.patient.code for panel in evidence.panels or () if panel.patient] != []
    assert evidence.photo.faces is None
