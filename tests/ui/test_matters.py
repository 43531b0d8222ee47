"""The view of the practice: what was found first, what is clear as a number, and everything found by the search."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from before_you_post.records import Audit, SubjectKind
from before_you_post.report.decided import Decisions
from before_you_post.ui.matters import AT_ONCE, MatterListing, matter_in_full, read_matter_query
from invented_practice_audit import CLEAR_POSTS, REPLY, SCRIPT, invented_practice_audit


@pytest.fixture(scope="module")
def audit(tmp_path_factory: pytest.TempPathFactory) -> Audit:
    return invented_practice_audit(tmp_path_factory.mktemp("practice"))


@pytest.fixture
def listing(audit: Audit) -> MatterListing:
    return MatterListing(audit, Decisions())


def group(listing: MatterListing, kind: SubjectKind) -> dict[str, Any]:
    return next(one for one in listing.view()["groups"] if one["kind"] == kind.value)


def ask(listing: MatterListing, **asked: Any) -> MatterListing:
    listing.query = read_matter_query(asked)
    return listing


def test_what_is_clear_is_counted_and_not_listed(listing: MatterListing) -> None:
    posts = group(listing, SubjectKind.POST)
    assert [row["id"] for row in posts["rows"]] == [REPLY.id]
    assert (posts["total"], posts["clear"], posts["more"]) == (CLEAR_POSTS + 1, CLEAR_POSTS, 0)


def test_every_matter_is_counted_once_and_every_group_is_there(listing: MatterListing, audit: Audit) -> None:
    view = listing.view()
    assert view["total"] == sum(one["matters"] for one in view["verdicts"]) == len(audit.matters)
    assert sum(one["total"] for one in view["groups"]) == len(audit.matters)
    assert group(listing, SubjectKind.VENDOR)["total"] == 0


def test_everything_is_listed_when_asked_for_a_part_at_a_time(listing: MatterListing) -> None:
    posts = group(ask(listing, everything=["post"]), SubjectKind.POST)
    assert (len(posts["rows"]), posts["more"], posts["clear"]) == (AT_ONCE, CLEAR_POSTS + 1 - AT_ONCE, 0)
    posts = group(ask(listing, everything=["post"], rows={"post": 65}), SubjectKind.POST)
    assert (len(posts["rows"]), posts["more"]) == (CLEAR_POSTS + 1, 0)


def test_the_search_finds_what_is_clear_too(listing: MatterListing) -> None:
    posts = group(ask(listing, search="NEWS 17"), SubjectKind.POST)
    assert [row["named"] for row in posts["rows"]] == ["News 17"]


def test_a_verdict_filters_every_group(listing: MatterListing) -> None:
    rows = [row for one in ask(listing, verdict="fix").view()["groups"] for row in one["rows"]]
    assert [row["id"] for row in rows] == ["S-4"]


def test_only_what_waits_for_a_decision_is_listed_on_demand(listing: MatterListing) -> None:
    rows = [row for one in ask(listing, undecided=True).view()["groups"] for row in one["rows"]]
    assert {row["id"] for row in rows} == {REPLY.id, "S-4"}


@pytest.mark.parametrize(
    "asked",
    [
        {"verdict": 3, "search": None, "rows": [], "everything": "post"},
        {"rows": {"post": -1, "photo": 5, "form": "many"}, "everything": [None, "photo"]},
    ],
)
def test_what_cannot_be_meant_is_left_out(asked: dict[str, Any]) -> None:
    query = read_matter_query(asked)
    assert (query.verdict, query.search, dict(query.rows), query.everything) == ("", "", {}, frozenset())


def test_a_reply_shows_its_text_where_it_stands_and_who_it_names(audit: Audit) -> None:
    judged = next(one for one in audit.matters if one.matter.id == REPLY.id)
    values = matter_in_full(judged, Decisions(), audit.as_of)
    assert SCRIPT in values["text"]
    assert values["hits"] == [{"label": "Patient's name", "words": "Ottoline", "where": "reply; patient P-01"}]
    assert {"name": "Channel", "value": "google"} in values["facts"]
    assert {"name": "Posted on", "value": {"date": "2026-05-09"}} in values["facts"]
    assert values["url"] == REPLY.url
    assert values["findings"][0]["observed"] == "The reply names patient P-01."


def test_staff_are_shown_by_code_and_values_travel_as_json(audit: Audit) -> None:
    for judged in audit.matters:
        values = matter_in_full(judged, Decisions(), audit.as_of)
        assert json.loads(json.dumps(values)) == values
        assert "Brightwater" not in json.dumps(values)


def test_no_path_of_this_machine_reaches_the_page(audit: Audit, listing: MatterListing) -> None:
    assert str(Path(audit.practice.folder)) not in json.dumps(listing.view())
