"""The sample practice: its audit finds what expected_findings.csv says, row by row, and nothing else.

The file is the truth, written by hand from the law; it is never made from an audit.
"""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from before_you_post import audit
from before_you_post.records import Audit, JudgedPhoto, Verdict
from before_you_post.rules import load_rules

SAMPLE = Path(__file__).parent.parent / "sample_data" / "quillfeather"
AS_OF = date(2026, 11, 22)

Row = tuple[str, str, str, str, str, str]  # photo, rule, panel, outcome, at_posting, today


def rows_of(name: str) -> list[dict[str, str]]:
    with (SAMPLE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def expected() -> set[Row]:
    return {
        (row["photo"], row["rule"], row["panel"], row["outcome"], row["at_posting"], row["today"])
        for row in rows_of("expected_findings.csv")
    }


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Audit:
    return audit.run(SAMPLE, index_folder=tmp_path_factory.mktemp("index"), cache={}, today=AS_OF)


@pytest.fixture(scope="module")
def photos(sample: Audit) -> dict[str, JudgedPhoto]:
    return {photo.evidence.published.id: photo for photo in sample.photos}


def test_the_audit_finds_what_is_expected_and_nothing_else(sample: Audit) -> None:
    found: set[Row] = {
        (f.published, f.rule, str(f.panel or ""), f.outcome, f.at_posting, f.today)
        for photo in sample.photos
        for f in photo.findings
    }
    assert sorted(found - expected()) == [], "found, but not expected"
    assert sorted(expected() - found) == [], "expected, but not found"


def test_the_practices_own_files_are_read_without_a_problem(sample: Audit) -> None:
    assert sample.problems == ()


def test_every_published_photo_has_a_story_and_every_story_a_photo(photos: dict[str, JudgedPhoto]) -> None:
    assert {case["photo"] for case in rows_of("cases.csv")} == set(photos)


def test_every_panel_was_made_from_the_original_the_story_names(photos: dict[str, JudgedPhoto]) -> None:
    for case in rows_of("cases.csv"):
        made_from = {name for name in case["made_from"].split("; ") if name and not name.startswith("elsewhere/")}
        panels = photos[case["photo"]].evidence.panels or ()
        assert {panel.match.original for panel in panels} - {None} == made_from, case["photo"]


def test_every_rule_is_broken_by_a_photo_of_the_sample() -> None:
    assert {rule.id for rule in load_rules()} - {rule for _, rule, *_ in expected()} == set()


def test_every_rule_is_obeyed_by_the_near_twin_of_a_photo_that_breaks_it(photos: dict[str, JudgedPhoto]) -> None:
    twins = {case["photo"]: case["twin"] for case in rows_of("cases.csv") if case["twin"]}
    broken_by = {(photo, rule) for photo, rule, *_ in expected() if photo in twins}
    twin_finds = {photo: {f.rule for f in photos[twins[photo]].findings} for photo, _ in broken_by}
    assert {rule.id for rule in load_rules()} == {rule for photo, rule in broken_by if rule not in twin_finds[photo]}


def test_every_rule_passes_on_some_photo(photos: dict[str, JudgedPhoto]) -> None:
    assert {rule.id for rule in load_rules()} == {rule for photo in photos.values() for rule in photo.passed}


def test_every_photo_that_nothing_is_expected_of_is_clear(photos: dict[str, JudgedPhoto]) -> None:
    with_findings = {photo for photo, *_ in expected()}
    others = {name: photo.verdict for name, photo in photos.items() if name not in with_findings}
    assert others
    assert set(others.values()) == {Verdict.CLEAR}
