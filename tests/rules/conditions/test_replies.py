"""Answers to reviews, and what others post: the practice answers for its own words, and for nobody else's."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from before_you_post import sources
from before_you_post.audit import BAD, judge_case, judge_matter
from before_you_post.records import Channel, Matter, Outcome, Post, SubjectKind
from before_you_post.rules.cases.clean_office import OFFICE, case
from before_you_post.rules.cases.clean_post import replied, worded
from before_you_post.rules.conditions.replies import care_told, confirmed, is_general, is_reply


@pytest.mark.parametrize(
    "text",
    [
        "Your procedure went as planned.",
        "You missed your appointment twice.",
        "Dr. Croft operated on you in May.",
        "We are sorry about your insurance.",
        "When we saw you, all was well.",
        "Your final bill is correct.",
    ],
)
def test_an_answer_that_tells_of_care_fails(text: str) -> None:
    assert care_told(text)
    [finding] = judge_case(case(SubjectKind.POST, matter=replied(text))).findings
    assert (finding.rule, finding.outcome) == ("hipaa-review-reply", Outcome.FAIL)


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for visiting us!",
        "Thanks so much for your trust.",
        "We were happy to help you.",
        "See you again soon!",
        "Thank you!",  # for what, if not for coming?
    ],
)
def test_a_polite_answer_is_put_before_a_person(text: str) -> None:
    [finding] = judge_case(case(SubjectKind.POST, matter=replied(text))).findings
    assert (finding.rule, finding.outcome) == ("hipaa-review-reply", Outcome.NEEDS_REVIEW)


@pytest.mark.parametrize(
    "text",
    ["Please call our office.", "For reasons of privacy we cannot discuss anything here.", "Write to us at any time."],
)
def test_an_answer_that_could_be_given_to_anybody_passes(text: str) -> None:
    assert is_general(text)
    assert "hipaa-review-reply" in judge_case(case(SubjectKind.POST, matter=replied(text))).passed


def test_kind_words_beside_general_ones_are_kind_words_still() -> None:
    text = "Thank you for coming in. Please call our office."
    assert confirmed(text)
    assert not is_general(text)


@pytest.mark.parametrize(
    ("source", "identifier", "reply"),
    [
        ("google_business", "google/location-1/reviews/r1", True),
        ("google_business", "google/location-1/localPost-1", False),
        ("wordpress", "website/reviews/nose", False),
    ],
)
def test_an_answer_is_known_by_where_it_was_read(source: str, identifier: str, reply: bool) -> None:
    assert is_reply(Post(id=identifier, channel="google", source=source)) is reply


def test_what_a_reviewer_wrote_is_nobodys_post_and_no_rule_looks_at_it(tmp_path: Path) -> None:
    home = tmp_path / "Takeout/Google Business Profile/account-1/location-1"
    home.mkdir(parents=True)
    reviews = [
        {"name": "accounts/1/reviews/r1", "comment": "My procedure here was wonderful, Dr. Croft treated me!"},
        {
            "name": "accounts/1/reviews/r2",
            "comment": "My nose!",
            "reviewReply": {"comment": "Please call us.", "updateTime": "2026-03-02T10:00:00Z"},
        },
    ]
    (home / "reviews.json").write_text(json.dumps({"reviews": reviews}), encoding="utf-8")
    posts = sources.read(Channel(name="google", folder=str(tmp_path))).posts
    assert [post.text for post in posts] == ["Please call us."]
    matter = Matter(kind=SubjectKind.POST, id=posts[0].id, post=posts[0], shown=(), identifiers=())
    assert [one for one in judge_matter(matter, OFFICE).findings if one.outcome in BAD] == []


def test_who_tags_the_practice_is_not_flagged_for_it() -> None:
    post = worded("New opening hours.", tags=("Ottoline Featherstone",), mentions=("@ottoline.f",))
    assert judge_case(case(SubjectKind.POST, matter=post)).findings == ()


def test_the_practices_own_account_is_nobodys_name() -> None:
    policy = OFFICE.practice.policy
    own = {"policy": type(policy)(allowed_text=("@quillfeather",))}
    post = worded("Thank you for visiting us, @quillfeather.")
    assert judge_case(case(SubjectKind.POST, matter=post, practice=own)).findings == ()
    assert judge_case(case(SubjectKind.POST, matter=post)).findings != ()
