"""What a post says of itself is recognised in many words; words that only look like it are not."""

from __future__ import annotations

import pytest

from before_you_post.rules.conditions import labels


@pytest.mark.parametrize(
    "text", ["Model.", "Photo shows a model", "not an actual patient", "Stock photo", "For illustrative purposes only"]
)
def test_a_model_is_called_one(text: str) -> None:
    assert labels.says_model(text)


@pytest.mark.parametrize("text", ["", "our new laser model", "a role model", "Remodelled rooms", "actual patients"])
def test_other_models_are_none(text: str) -> None:
    assert not labels.says_model(text)


@pytest.mark.parametrize(
    "text", ["AI-generated image", "made with artificial intelligence", "Simulated result", "This is not a real person"]
)
def test_a_computers_work_is_called_so(text: str) -> None:
    assert labels.says_computer(text)


@pytest.mark.parametrize("text", ["She said so", "Laid back, again", "a plain result"])
def test_letters_inside_of_words_are_no_label(text: str) -> None:
    assert not labels.says_computer(text)


@pytest.mark.parametrize(
    "text",
    ["#ad", "Sponsored by Larkfield", "treated at a discount", "#gifted", "complimentary treatment", "Advertisement"],
)
def test_what_was_paid_is_said(text: str) -> None:
    assert labels.says_paid(text)


@pytest.mark.parametrize("text", ["Add it to your calendar", "Read more", "my partner loves it", "paid leave"])
def test_other_words_disclose_no_payment(text: str) -> None:
    assert not labels.says_paid(text)


@pytest.mark.parametrize("text", ["our own nurse Jo", "Dr. Croft’s sister", "Jo works here", "a member of our team"])
def test_a_tie_is_said(text: str) -> None:
    assert labels.says_tie(text)


@pytest.mark.parametrize("text", ["my husband loves it", "the staff was great", "a nurse from Ohio"])
def test_what_a_patient_says_of_others_is_no_tie(text: str) -> None:
    assert not labels.says_tie(text)


@pytest.mark.parametrize(
    "text",
    [
        "Results differ.",
        "Individual results may vary.",
        "RESULTS VARY",
        "The same results may not occur for all patients.",
        "Not everyone will get the same result.",
    ],
)
def test_that_results_differ_is_said(text: str) -> None:
    assert labels.says_differ(text)


@pytest.mark.parametrize("text", ["See the result", "Results in two weeks", "a different result"])
def test_talk_of_results_alone_does_not_say_it(text: str) -> None:
    assert not labels.says_differ(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One of our real patients", ("One of our real patients",)),
        ("Real patients", ("Real patients",)),
        ("Our patient Jo", ("Our patient",)),
        ("Not an actual patient", ()),
        ("Patients ask us this", ()),
    ],
)
def test_a_claim_to_show_a_patient(text: str, found: tuple[str, ...]) -> None:
    assert labels.says_patient(text) == found
