"""practice.yaml is read line by line: what is wrong in it costs no more than that line."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest

from before_you_post.practice.scaffold import scaffold
from before_you_post.practice.settings import read_settings
from before_you_post.records import (
    Audience,
    Channel,
    InputError,
    LookedFor,
    Policy,
    Practice,
    Problem,
    TrainingSettings,
)

WHOLE = """\
name: Quillfeather Dermatology & Aesthetics
states: [CA, nevada]
hipaa_covered: yes
hipaa_since: 2003-04-14
hipaa_reason: bills insurers
hipaa_decided_on: January 12, 2026
privacy_official: R. Ames
complaint_contact: Nobody
library: originals
channels:
  website: published/website
  instagram: published/instagram
policy:
  adult_age: 19
  allowed_text: [Before, After]
  risk_analysis_months: 18
  policy_review_months: 24
  training_days: 14
  access_end_days: 0
  card_days: 1
  check_days: 31
  vendor_report_days: 5
  assent_age: 10
  retention_years: 7
  detectors_off: [Words, square codes]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    scaffold(tmp_path / "practice")
    return (tmp_path / "practice").resolve()


def read(folder: Path, text: str) -> tuple[Practice, Path | None, tuple[Problem, ...]]:
    (folder / "practice.yaml").write_text(text, encoding="utf-8")
    return read_settings(folder)


def test_every_setting_is_read(folder: Path) -> None:
    practice, library, problems = read(folder, WHOLE)

    assert problems == ()
    assert library == folder / "originals"
    assert practice == Practice(
        name="Quillfeather Dermatology & Aesthetics",
        folder=str(folder),
        states=("CA", "NV"),
        hipaa_covered=True,
        hipaa_since=date(2003, 4, 14),
        channels=(
            Channel(name="website", folder=str(folder / "published/website")),
            Channel(name="instagram", folder=str(folder / "published/instagram")),
        ),
        policy=Policy(
            adult_age=19,
            allowed_text=("Before", "After"),
            risk_analysis_months=18,
            policy_review_months=24,
            training_days=14,
            access_end_days=0,
            card_days=1,
            check_days=31,
            vendor_report_days=5,
            assent_age=10,
            retention_years=7,
            detectors_off=(LookedFor.TEXT, LookedFor.CODES),
        ),
        hipaa_reason="bills insurers",
        hipaa_decided_on=date(2026, 1, 12),
        privacy_official="R. Ames",
        complaint_contact="",
    )


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("states: [CA, XX, YY]", "states"),
        ("hipaa_covered: perhaps", "hipaa_covered"),
        ("hipaa_since: 2003-02-30", "hipaa_since"),
        ("library: nowhere", "library"),
        ("library: ../outside", "library"),
        ("policy: {adult_age: 30}", "policy.adult_age"),
        ("policy: {adult_ages: 18}", "policy.adult_ages"),
        ("policy: {vendor_report_days: 61}", "policy.vendor_report_days"),
        ("policy: {training_days: 0}", "policy.training_days"),
        ("policy: {risk_analysis_months: yearly}", "policy.risk_analysis_months"),
        ("hipaa_decided_on: soon", "hipaa_decided_on"),
        ("policy: {retention_years: -1}", "policy.retention_years"),
        ("policy: {detectors_off: [faces, noses]}", "policy.detectors_off"),
        ("policy: 18", "policy"),
        ("training: {pass_mark: 40%}", "training.pass_mark"),
        ("training: {pass_mark: most}", "training.pass_mark"),
        ("training: {questions: 2}", "training.questions"),
        ("training: {new_hire_days: 0}", "training.new_hire_days"),
        ("training: {audiences: {nurse: [clinic]}}", "training.audiences"),
        ("training: {pass_marks: 80%}", "training.pass_marks"),
        ("training: yes", "training"),
        ("hippa_covered: yes", "hippa_covered"),
    ],
)
def test_a_wrong_line_is_reported_with_its_number_and_nothing_else_is_lost(
    folder: Path, line: str, column: str
) -> None:
    (folder.parent / "outside").mkdir()
    practice, _, problems = read(folder, f"name: Q\nchannels: {{website: published/website}}\n{line}\n")

    assert [(problem.row, problem.column) for problem in problems] == [(3, column)]
    assert practice.name == "Q"
    assert practice.policy == Policy()
    assert practice.training == TrainingSettings()


def test_the_settings_of_training_are_read(folder: Path) -> None:
    practice, _, problems = read(
        folder,
        """name: Q
channels: {website: published/website}
training:
  pass_mark: 90%
  critical_must_be_right: no
  questions: 8
  new_hire_days: 14
  change_days: 21
  refresher_months: 6
  managers: [S-01, R. Ames]
  audiences:
    weekend helper: [marketing, clinical]
    cleaner: everyone
""",
    )

    assert problems == ()
    assert practice.training == TrainingSettings(
        pass_mark=0.9,
        critical_must_be_right=False,
        questions=8,
        new_hire_days=14,
        change_days=21,
        refresher_months=6,
        managers=("S-01", "R. Ames"),
        audiences={
            "weekend helper": (Audience.MARKETING, Audience.CLINICAL),
            "cleaner": (Audience.EVERYONE,),
        },
    )


def test_unknown_is_an_answer(folder: Path) -> None:
    practice, _, problems = read(folder, WHOLE.replace("hipaa_covered: yes", "hipaa_covered: unknown"))

    assert practice.hipaa_covered is None
    assert problems == ()


def test_a_setting_in_two_lines_is_reported(folder: Path) -> None:
    _, _, problems = read(folder, WHOLE + "name: Other\n")

    assert [problem.column for problem in problems] == ["name"]


def test_a_channel_without_its_folder_is_left_out(folder: Path) -> None:
    practice, _, problems = read(folder, "name: Q\nchannels:\n  website: published/website\n  x: published/x\n")

    assert [channel.name for channel in practice.channels] == ["website"]
    assert [(problem.row, problem.column) for problem in problems] == [(4, "channels.x")]


def test_a_folder_elsewhere_is_accepted_only_as_an_absolute_path(folder: Path) -> None:
    outside = folder.parent / "outside"
    outside.mkdir()
    (folder / "link").symlink_to(outside)
    text = f"name: Q\nchannels: {{absolute: {outside}, dots: ../outside, link: link}}\n"

    practice, _, problems = read(folder, text)

    assert [channel.name for channel in practice.channels] == ["absolute"]
    assert [problem.column for problem in problems] == ["channels.dots", "channels.link"]


def test_published_photos_may_not_lie_in_the_library(folder: Path) -> None:
    _, _, problems = read(folder, "name: Q\nlibrary: .\nchannels: {website: published/website}\n")

    assert [problem.column for problem in problems] == ["channels.website"]


@pytest.mark.parametrize(
    "text",
    [
        *("", "[]", "just words", "name: Q", "channels: {a: b}", "name: Q\nchannels: {}", "name: Q\nchannels:\n"),
        *(
            "name: [1]\nchannels: {a: b}",
            "name: Q\n\tchannels: x",
            "name: &a Q\nchannels: {a: *a}",
            "{" * 5000,
            "- " * 40_000,
        ),
        *("name: Q\nchannels: {a: {b: c}}", "x" * 200_000, "!!python/object/apply:os.system [echo]"),
    ],
)
def test_a_file_without_name_or_channels_cannot_be_used(folder: Path, text: str) -> None:
    with pytest.raises(InputError) as error:
        read(folder, text)

    assert error.value.problem.path == str(folder / "practice.yaml")


def test_a_missing_file_cannot_be_used(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read_settings(tmp_path)


def test_no_file_does_more_than_being_refused(folder: Path) -> None:
    chance = random.Random(5)  # noqa: S311
    for _ in range(300):
        text = list(WHOLE)
        for _ in range(chance.randint(1, 12)):
            text[chance.randrange(len(text))] = chance.choice("\n:{}[]&*#!|>'\" \tx\x00é-")
        try:
            practice, _, _ = read(folder, "".join(text))
        except InputError as error:
            assert error.problem.found
        else:
            assert practice.name


def test_a_setting_nobody_wrote_is_the_one_documented_in_the_record(folder: Path) -> None:
    practice, _, problems = read(folder, "name: Q\nchannels: {website: published/website}\n")

    assert problems == ()
    assert practice.policy == Policy()
    assert practice.privacy_official is None


@pytest.mark.parametrize("word", ["unknown", "?"])
def test_an_official_nobody_knows_is_not_recorded(folder: Path, word: str) -> None:
    unknown = f"privacy_official: '{word}'\npolicy: {{retention_years: '{word}'}}\n"
    practice, _, problems = read(folder, f"name: Q\nchannels: {{website: published/website}}\n{unknown}")

    assert problems == ()
    assert practice.privacy_official is None
    assert practice.policy.retention_years is None
