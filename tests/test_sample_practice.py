"""The sample practice: its audit finds what expected_findings.csv says, row by row, and nothing else.

The file is the truth, written by hand from the law; it is never made from an audit.
"""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from before_you_post.records import Audit, JudgedPhoto, Verdict
from before_you_post.rules import load_rules
from before_you_post.store import Store, audit_and_keep

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
def sample(sample_home: Path) -> Audit:
    return audit_and_keep(SAMPLE, today=AS_OF, store=Store(sample_home)).audit


@pytest.fixture(scope="module")
def photos(sample: Audit) -> dict[str, JudgedPhoto]:
    return {photo.evidence.published.id: photo for photo in sample.photos}


def test_the_audit_finds_what_is_expected_and_nothing_else(sample: Audit) -> None:
    found: set[Row] = {
        (f.about, f.rule, str(f.panel or ""), f.outcome, f.at_posting, f.today)
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
    wrong = {}
    for case in rows_of("cases.csv"):
        made_from = {name for name in case["made_from"].split("; ") if name and not name.startswith("elsewhere/")}
        matches = [panel.match for panel in photos[case["photo"]].evidence.panels or () if panel.match.original]
        # Of burst twins that cannot be told apart, either will do.
        found = {
            next((name for name in (one.original, *one.either) if name in made_from), one.original) for one in matches
        }
        if found != made_from:
            wrong[case["photo"]] = (made_from, found)
    assert wrong == {}


def test_every_rule_is_broken_by_a_photo_of_the_sample() -> None:
    without_a_case = {rule.id for rule in load_rules()} - {rule for _, rule, *_ in expected()}
    assert without_a_case == set()


def test_no_case_is_about_a_rule_that_does_not_exist() -> None:
    assert {rule for _, rule, *_ in expected()} - {rule.id for rule in load_rules()} == set()


def test_every_rule_is_obeyed_by_the_near_twin_of_a_photo_that_breaks_it(photos: dict[str, JudgedPhoto]) -> None:
    twins = {case["photo"]: case["twin"] for case in rows_of("cases.csv") if case["twin"]}
    broken_by = {(photo, rule) for photo, rule, *_ in expected() if photo in twins}
    twin_finds = {photo: {f.rule for f in photos[twins[photo]].findings} for photo, _ in broken_by}
    assert {rule.id for rule in load_rules()} == {rule for photo, rule in broken_by if rule not in twin_finds[photo]}


def test_every_story_has_two_sentences_at_least() -> None:
    """The lessons tell them: what lies before us, and what follows from it."""
    short = [case["photo"] for case in rows_of("cases.csv") if len(re.findall(r"[.?!]", case["story"])) < 2]
    assert short == []


def test_most_photos_are_in_order_as_in_a_careful_practice() -> None:
    stories = {case["photo"] for case in rows_of("cases.csv")}
    assert len(stories) >= 120
    assert len(stories - {photo for photo, *_ in expected()}) >= 60


def test_the_sample_is_small_enough_to_be_kept_with_the_program() -> None:
    size = sum(path.stat().st_size for path in SAMPLE.rglob("*") if path.is_file())
    assert size < 40 * 10**6


def test_every_rule_passes_on_some_photo(photos: dict[str, JudgedPhoto]) -> None:
    assert {rule.id for rule in load_rules()} == {rule for photo in photos.values() for rule in photo.passed}


def test_every_photo_that_nothing_is_expected_of_is_clear(photos: dict[str, JudgedPhoto]) -> None:
    with_findings = {photo for photo, *_ in expected()}
    others = {name: photo.verdict for name, photo in photos.items() if name not in with_findings}
    assert others
    assert set(others.values()) == {Verdict.CLEAR}
