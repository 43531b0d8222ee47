"""Every row of the notes on the law is accounted for, once; and every rule checks a row."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from before_you_post.law.dated import read
from before_you_post.law.rows import How, Row, every_row
from before_you_post.rules import load_rules
from test_rules import LESSONS

IDS = [
    line
    for line in Path(__file__).with_name("row_ids.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
ROWS = every_row()
CLAIMS = [row for row in ROWS if row.part == "B"]


def test_every_row_of_the_notes_is_accounted_for_exactly_once() -> None:
    counted = Counter(row.id for row in ROWS)
    assert {row: counted[row] for row in IDS if counted[row] != 1} == {}
    assert sorted(counted - Counter(IDS)) == [], "no row of the notes"


def test_the_list_of_ids_is_whole() -> None:
    assert [row for row in IDS if row[0] == "S"] == [f"S{number}" for number in range(1, 45)]
    assert len(set(IDS)) == len(IDS) == 293


def test_every_rule_named_is_a_rule_and_every_rule_is_named() -> None:
    named = {rule for row in ROWS for rule in row.rules}
    there = {rule.id for rule in load_rules()}
    assert sorted(named - there) == [], "named, and no rule"
    assert sorted(there - named) == [], "a rule of which no row of the notes is told"


def test_a_claim_of_the_article_is_checked_where_a_rule_names_it_as_its_seed() -> None:
    claimed = {claim for rule in load_rules() for claim in rule.seed}
    assert claimed == {row.id for row in CLAIMS if row.how is How.RULES}
    assert all(row.rules == () for row in CLAIMS)


def said(row: Row) -> object:
    """What a row must fill in for the way in which it is accounted for."""
    return {
        How.RULES: row.rules or row.part == "B",
        How.TAUGHT: row.lesson in LESSONS,
        How.DATED: row.data == "figures",
        How.LEFT_OUT: row.reason,
    }[row.how]


def test_a_row_says_how_it_is_accounted_for_and_in_no_second_way() -> None:
    assert [row.id for row in ROWS if not said(row)] == []
    ways = {row.id: [row.rules or None, row.lesson, row.data] for row in ROWS}
    assert [row for row, filled in ways.items() if sum(each is not None for each in filled) > 1] == []


def test_no_row_of_the_file_names_two_ways_or_a_word_nobody_reads() -> None:
    known = {"id", "about", "tag", "rest", "why", "correction", *How}
    entries = [entry for part in read("rows.yaml")["sections"] for entry in part["rows"]]
    assert [entry["id"] for entry in entries if len(set(entry) & set(How)) != 1 or set(entry) - known] == []


def test_a_row_is_told_in_few_words_with_its_tag() -> None:
    assert [row.id for row in ROWS if not 3 < len(row.about) < 120 or row.about.endswith(".")] == []
    assert {tag for row in ROWS if row.tag for tag in row.tag.split("/")} == {"V1", "V2", "U"}
    tagged = {row.part for row in ROWS if row.tag is None}
    assert tagged <= {"B", "B1", "C1", "D2", "E", "F"}


def test_what_of_a_row_is_not_looked_at_is_said_of_rows_that_are_checked() -> None:
    partly = {row.id for row in ROWS if row.rest and row.how is not How.RULES}
    assert partly == set()
