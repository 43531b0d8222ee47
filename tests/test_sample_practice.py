"""The sample practices: their audits find what expected_findings.csv says, row by row, and nothing else.

The files are the truth, written by hand from the law; they are never made from an audit. Quillfeather is a careful
practice with photos; Gorseland, outside of HIPAA and in seven states, is a careless one with few; Seagrass is a
beginner who has filled in next to nothing.
"""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from before_you_post.law.state_packs import state_of
from before_you_post.records import Audit, JudgedPhoto, Outcome, SubjectKind, Verdict
from before_you_post.rules import load_rules
from before_you_post.rules.base import Rule
from before_you_post.store import Store, audit_and_keep

SAMPLES = Path(__file__).parent.parent / "sample_data"
QUILLFEATHER, GORSELAND, SEAGRASS = PRACTICES = ("quillfeather", "gorseland", "seagrass")
AS_OF = date(2026, 11, 22)
OF_PHOTOS = (SubjectKind.PHOTO, SubjectKind.PANEL)

Row = tuple[str, str, str, str, str, str, str]  # subject, about, rule, panel, outcome, at_posting, today


def rows_of(name: str, practice: str = QUILLFEATHER) -> list[dict[str, str]]:
    with (SAMPLES / practice / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def expected(practice: str) -> set[Row]:
    columns = ("subject", "about", "rule", "panel", "outcome", "at_posting", "today")
    return {
        (*(row[column] for column in columns),)  # type: ignore[misc]
        for row in rows_of("expected_findings.csv", practice)
    }


def found(audit: Audit) -> set[Row]:
    judged = (*audit.photos, *audit.matters)
    return {
        (_called(f.subject), f.about, f.rule, str(f.panel or ""), f.outcome, f.at_posting, f.today)
        for one in judged
        for f in one.findings
    }


def _called(subject: SubjectKind) -> str:
    return SubjectKind.PHOTO.value if subject in OF_PHOTOS else subject.value


@pytest.fixture(scope="module")
def samples(sample_home: Path) -> dict[str, Audit]:
    store = Store(sample_home)
    return {name: audit_and_keep(SAMPLES / name, today=AS_OF, store=store).audit for name in PRACTICES}


@pytest.fixture(scope="module")
def photos(samples: dict[str, Audit]) -> dict[str, JudgedPhoto]:
    return {photo.evidence.published.id: photo for photo in samples[QUILLFEATHER].photos}


@pytest.mark.parametrize("practice", PRACTICES)
def test_the_audit_finds_what_is_expected_and_nothing_else(samples: dict[str, Audit], practice: str) -> None:
    seen, wanted = found(samples[practice]), expected(practice)
    assert sorted(seen - wanted) == [], "found, but not expected"
    assert sorted(wanted - seen) == [], "expected, but not found"


@pytest.mark.parametrize("practice", PRACTICES)
def test_the_practices_own_files_are_read_without_a_problem(samples: dict[str, Audit], practice: str) -> None:
    assert samples[practice].problems == ()


@pytest.mark.parametrize("practice", PRACTICES)
def test_every_published_photo_has_a_story_and_every_story_a_photo(samples: dict[str, Audit], practice: str) -> None:
    published = {photo.evidence.published.id for photo in samples[practice].photos}
    assert {case["photo"] for case in rows_of("cases.csv", practice)} == published


def test_every_panel_was_made_from_the_original_the_story_names(photos: dict[str, JudgedPhoto]) -> None:
    wrong = {}
    for case in rows_of("cases.csv"):
        made_from = {name for name in case["made_from"].split("; ") if name and not name.startswith("elsewhere/")}
        matches = [panel.match for panel in photos[case["photo"]].evidence.panels or () if panel.match.original]
        # Of burst twins that cannot be told apart, either will do.
        named = {
            next((name for name in (one.original, *one.either) if name in made_from), one.original) for one in matches
        }
        if named != made_from:
            wrong[case["photo"]] = (made_from, named)
    assert wrong == {}


def test_every_rule_is_broken_by_something_in_the_samples() -> None:
    broken = {rule for practice in PRACTICES for _, _, rule, *_ in expected(practice)}
    assert {rule.id for rule in load_rules()} - broken == set(), "broken by nothing"
    assert broken - {rule.id for rule in load_rules()} == set(), "no such rule"


def test_every_rule_about_photos_is_obeyed_by_the_near_twin_of_a_photo_that_breaks_it(
    samples: dict[str, Audit],
) -> None:
    proven = set()
    for practice in PRACTICES:
        twins = {case["photo"]: case["twin"] for case in rows_of("cases.csv", practice) if case["twin"]}
        judged = {photo.evidence.published.id: photo for photo in samples[practice].photos}
        for _, photo, rule, *_ in expected(practice):
            if photo in twins and rule not in {finding.rule for finding in judged[twins[photo]].findings}:
                proven.add(rule)
    assert {rule.id for rule in load_rules() if rule.subject in OF_PHOTOS} - proven == set()


def test_every_other_rule_is_obeyed_by_a_near_twin_of_what_breaks_it(samples: dict[str, Audit]) -> None:
    """A twin is of the same kind and practice; the twin of a practice is another practice.

    Only Gorseland is in Texas and Florida: a rule of theirs about the practice itself has no other one to obey it.
    """
    judged = {
        (practice, one.matter.kind.value, one.matter.id): one
        for practice, audit in samples.items()
        for one in audit.matters
    }
    proven = set()
    for practice in PRACTICES:
        broken = {(subject, about, rule) for subject, about, rule, *_ in expected(practice)}
        for case in rows_of("matter_cases.csv", practice):
            assert (case["subject"], case["about"], case["rule"]) in broken, case
            where = case["twin"] if case["twin"] in samples else practice
            about = "practice" if case["twin"] in samples else case["twin"]
            if case["rule"] in judged[where, case["subject"], about].passed:
                proven.add(case["rule"])
    asked = {rule.id for rule in load_rules() if rule.subject not in OF_PHOTOS and not one_of_a_kind(rule)}
    assert asked - proven == set()


def one_of_a_kind(rule: Rule) -> bool:
    """What a single state asks of a practice as a whole."""
    return rule.subject is SubjectKind.PRACTICE and state_of(rule.id) is not None


def test_every_story_has_two_sentences_at_least() -> None:
    """The lessons tell them: what lies before us, and what follows from it."""
    short = [case["photo"] for case in rows_of("cases.csv") if len(re.findall(r"[.?!]", case["story"])) < 2]
    assert short == []


def test_most_photos_are_in_order_as_in_a_careful_practice() -> None:
    stories = {case["photo"] for case in rows_of("cases.csv")}
    assert len(stories) >= 120
    assert len(stories - {about for _, about, *_ in expected(QUILLFEATHER)}) >= 60


def test_the_samples_are_small_enough_to_be_kept_with_the_program() -> None:
    size = sum(path.stat().st_size for path in SAMPLES.rglob("*") if path.is_file())
    assert size < 45 * 10**6


def test_every_rule_passes_somewhere(samples: dict[str, Audit]) -> None:
    passed = {
        rule for audit in samples.values() for judged in (*audit.photos, *audit.matters) for rule in judged.passed
    }
    assert {rule.id for rule in load_rules() if not one_of_a_kind(rule)} - passed == set()


def test_every_photo_that_nothing_is_expected_of_is_clear(photos: dict[str, JudgedPhoto]) -> None:
    with_findings = {about for _, about, *_ in expected(QUILLFEATHER)}
    others = {name: photo.verdict for name, photo in photos.items() if name not in with_findings}
    assert others
    assert set(others.values()) == {Verdict.CLEAR}


def test_outside_of_hipaa_its_rules_only_ask(samples: dict[str, Audit]) -> None:
    rules = {rule.id: rule for rule in load_rules()}
    failed = {rule for _, _, rule, _, outcome, *_ in found(samples[GORSELAND]) if outcome == Outcome.FAIL}
    assert failed
    assert not {rule for rule in failed if rules[rule].reach == "HIPAA"}
