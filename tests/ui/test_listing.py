"""The list of photos: what a query finds, in which order, on which page."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from typing import Any

import pytest

from before_you_post.store import Kept
from before_you_post.ui.listing import PAGE_SIZE, SORTABLE, Listing, Query, read_query


@pytest.fixture
def listing(kept: Kept) -> Listing:
    return Listing(kept.audit)


def files(listing: Listing, **asked: Any) -> list[str]:
    """Every file a query finds, over all pages."""
    found: list[str] = []
    number, pages = 1, 1
    while number <= pages:
        listing.ask(Query(**asked, page=number))
        page = listing.page()
        found += [row["file"] for row in page["photos"]]
        pages = page["pages"]
        number += 1
    return found


def test_the_most_urgent_come_first_and_within_them_the_newest(listing: Listing) -> None:
    page = listing.page()["photos"]
    codes = [row["verdict"]["code"] for row in page]
    assert codes == sorted(codes, key=["take_down", "fix", "review", "not_determined", "clear"].index)
    posted = [row["posted_on"] for row in page if row["verdict"]["code"] == "take_down" and row["posted_on"]]
    assert posted == sorted(posted, reverse=True)


def test_a_verdict_leaves_only_its_photos(listing: Listing) -> None:
    listing.ask(Query(verdict="take_down"))
    assert {row["verdict"]["code"] for row in listing.page()["photos"]} == {"take_down"}


def test_a_channel_and_a_rule_together_leave_what_has_both(listing: Listing) -> None:
    assert files(listing, channel="instagram", rule="hipaa-auth-channel") == ["IMG_2041.jpg", "reel-cover.jpg"]


def test_a_rule_is_not_found_by_a_part_of_its_name(listing: Listing) -> None:
    assert files(listing, rule="hipaa-auth") == []


def test_every_word_of_a_search_must_be_found_in_any_case(listing: Listing) -> None:
    assert files(listing, search="AUTUMN collage") == ["collage-autumn.jpg"]
    assert files(listing, search="autumn nose-after") == []


def test_a_search_takes_signs_literally(listing: Listing) -> None:
    assert files(listing, search="(") == []
    assert len(files(listing, search="<img")) == 1


@pytest.mark.parametrize("sort", SORTABLE)
def test_turning_the_order_round_keeps_every_photo(listing: Listing, sort: str) -> None:
    up, down = files(listing, sort=sort), files(listing, sort=sort, descending=True)
    assert sorted(up) == sorted(down)
    assert len(up) == 43


def test_photos_without_a_date_stand_last_in_both_orders(listing: Listing) -> None:
    assert files(listing, sort="posted_on")[-1] == files(listing, sort="posted_on", descending=True)[-1] == "chin.jpg"


def test_names_are_sorted_as_people_read_them(listing: Listing) -> None:
    found = files(listing, sort="file")
    assert found == sorted(found, key=str.casefold)


def test_a_page_beyond_the_end_is_the_last_one(listing: Listing) -> None:
    listing.ask(Query(page=99))
    page = listing.page()
    assert (page["page"], page["pages"], len(page["photos"])) == (2, 2, 43 - PAGE_SIZE)


def test_an_audit_without_photos_has_one_empty_page(kept: Kept) -> None:
    page = Listing(replace(kept.audit, photos=())).page()
    assert (page["total"], page["pages"], page["photos"]) == (0, 1, [])


def test_a_photo_knows_its_neighbours_over_the_edge_of_a_page(listing: Listing) -> None:
    listing.ask(Query(sort="file"))
    order = files(listing, sort="file")
    number, total, before, after = listing.place(f"website/{order[PAGE_SIZE]}")
    assert (number, total) == (PAGE_SIZE + 1, 43)
    assert before is not None and before.endswith(order[PAGE_SIZE - 1])
    assert after is not None and after.endswith(order[PAGE_SIZE + 1])


def test_the_list_turns_to_the_page_of_the_photo_that_is_shown(listing: Listing) -> None:
    listing.ask(Query())
    assert listing.turn_to(PAGE_SIZE + 1) is True
    assert listing.page()["page"] == 2
    assert listing.turn_to(PAGE_SIZE + 2) is False


def test_what_was_not_checked_does_not_read_as_found(listing: Listing) -> None:
    listing.ask(Query(verdict="not_determined"))
    assert all(row["reason"].startswith("Not checked: ") for row in listing.page()["photos"])


def test_rows_can_travel_as_json(listing: Listing) -> None:
    assert json.loads(json.dumps(listing.page())) == listing.page()


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"verdict": 3, "channel": None, "rule": ["x"], "search": {"a": 1}, "sort": [], "descending": "yes", "page": -1},
        {"sort": "__class__", "page": "1", "descending": 1},
        {"page": True},
    ],
)
def test_a_query_that_cannot_be_meant_is_the_plain_one(asked: dict[str, Any]) -> None:
    assert read_query(asked) == Query()


def test_a_hundred_thousand_rows_are_filtered_and_sorted_while_nobody_notices(kept: Kept) -> None:
    photos = kept.audit.photos * (100_000 // len(kept.audit.photos))
    listing = Listing(replace(kept.audit, photos=photos))
    begun = time.process_time()
    listing.ask(Query(channel="website", search="nose", sort="file", descending=True))
    listing.page()
    assert time.process_time() - begun < 2.0  # about 0.3 s on a small machine
