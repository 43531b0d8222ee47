"""robots.txt is read as RFC 9309 says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from before_you_post.website.robots import Robots, read_robots

OWN = "https://quillfeather.example"


def rules(text: str) -> Robots:
    return read_robots(text.encode(), f"{OWN}/robots.txt")


def test_an_empty_file_allows_everything() -> None:
    assert rules("").allows(f"{OWN}/private/")


def test_the_rules_for_everyone_hold_for_us() -> None:
    robots = rules("User-agent: *\nDisallow: /private/")
    assert not robots.allows(f"{OWN}/private/a.html")
    assert robots.allows(f"{OWN}/private")


def test_a_group_that_names_us_replaces_the_one_for_everyone() -> None:
    robots = rules("User-agent: *\nDisallow: /\n\nUser-agent: Before-You-Post/2\nDisallow: /closed")
    assert robots.allows(f"{OWN}/open")
    assert not robots.allows(f"{OWN}/closed")


def test_a_group_that_names_us_and_forbids_nothing_opens_everything() -> None:
    assert rules("User-agent: *\nDisallow: /\n\nUser-agent: before-you-post\nDisallow:").allows(f"{OWN}/a")


def test_two_groups_that_name_us_count_as_one() -> None:
    group = "User-agent: before-you-post\nDisallow: /{}\n\n"
    robots = rules(group.format("a") + "User-agent: other\nDisallow: /c\n\n" + group.format("b"))
    assert [robots.allows(f"{OWN}/{page}") for page in "abc"] == [False, False, True]


def test_several_names_share_the_rules_below_them() -> None:
    assert not rules("User-agent: other\nUser-agent: before-you-post\nDisallow: /a").allows(f"{OWN}/a")


def test_the_longest_rule_wins_and_allow_wins_a_tie() -> None:
    robots = rules("User-agent: *\nDisallow: /wp-admin/\nAllow: /wp-admin/images/\nDisallow: /tie\nAllow: /tie")
    assert not robots.allows(f"{OWN}/wp-admin/x")
    assert robots.allows(f"{OWN}/wp-admin/images/x.png")
    assert robots.allows(f"{OWN}/tie")


@pytest.mark.parametrize(
    ("rule", "closed", "open_"),
    [
        ("/*?", "/a?b=1", "/a"),
        ("/*.png$", "/x/nose.png", "/x/nose.png?size=2"),
        ("/a*b*c", "/a-b-b-c-d", "/a-c-b"),
        ("/exact$", "/exact", "/exact/more"),
        ("*/gallery", "/x/gallery", "/x"),
        ("/caf%C3%A9", "/caf%C3%A9/x", "/cafe"),
        ("/café", "/caf%C3%A9/x", "/cafe"),
        ("/%7Eann", "/~ann/", "/ann/"),
        ("/a*a$", "/aa", "/a"),
    ],
)
def test_a_pattern_closes_what_it_fits_and_nothing_else(rule: str, closed: str, open_: str) -> None:
    robots = rules(f"User-agent: *\nDisallow: {rule}")
    assert not robots.allows(OWN + closed)
    assert robots.allows(OWN + open_)


def test_remarks_spaces_and_a_byte_order_mark_do_no_harm() -> None:
    robots = rules("\ufeffUSER-AGENT : * # all\r\nDISALLOW:/a # this\r\nnonsense\r\n")
    assert not robots.allows(f"{OWN}/a")


def test_sitemaps_are_found_wherever_they_stand() -> None:
    found = rules(
        "Sitemap: /one.xml\nUser-agent: x\nDisallow: /\nsitemap: https://other.example/two.xml\nSitemap: ftp:x"
    )
    assert found.sitemaps == (f"{OWN}/one.xml", "https://other.example/two.xml")


@pytest.mark.parametrize(
    ("written", "pause"), [("10", 10.0), ("0.5", 0.5), ("soon", None), ("inf", None), ("-1", None)]
)
def test_the_crawl_delay_is_read_where_it_is_a_number(written: str, pause: float | None) -> None:
    assert rules(f"User-agent: *\nCrawl-delay: {written}").pause == pause


def test_a_pattern_full_of_stars_is_answered_at_once() -> None:
    robots = rules("User-agent: *\nDisallow: /" + "*a" * 2000 + "$")
    assert robots.allows(f"{OWN}/" + "a" * 1900 + "b")


@given(st.binary(max_size=400), st.text(max_size=40))
def test_no_file_whatever_makes_it_fail(data: bytes, path: str) -> None:
    assert read_robots(data, f"{OWN}/robots.txt").allows(f"{OWN}/{path}") in (True, False)
