"""Addresses on the network: those that lead to a person are found, those that lead to a page are explained."""

from __future__ import annotations

import pytest

from before_you_post.photos.identifiers.online import account_of, find_online, host_of, is_profile
from before_you_post.records import IdentifierKind as Kind


def online(text: str, *, in_picture: bool = False) -> list[tuple[Kind, str]]:
    return [(hit.kind, text[hit.start : hit.end]) for hit in find_online(text, in_picture=in_picture) if not hit.own]


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("write to peggy.s+1@mail.example!", Kind.EMAIL, "peggy.s+1@mail.example"),
        ("see https://www.instagram.com/peggy.glows/.", Kind.WEB_ADDRESS, "https://www.instagram.com/peggy.glows/"),
        ("linkedin.com/in/peggy", Kind.WEB_ADDRESS, "linkedin.com/in/peggy"),
        ("thanks @peggy.glows!", Kind.HANDLE, "@peggy.glows"),
        ("from 192.0.2.44", Kind.IP_ADDRESS, "192.0.2.44"),
        ("2001:db8::7", Kind.IP_ADDRESS, "2001:db8::7"),
    ],
)
def test_what_leads_to_a_person_is_found(text: str, kind: Kind, found: str) -> None:
    assert online(text) == [(kind, found)]


@pytest.mark.parametrize(
    "text",
    [
        "www.other.example/lasers",
        "https://other.example",
        "other.com",
        "nose.jpg",
        "instagram.com",
        "software 10.1.2.3",
        "999.1.1.1",
        "1.2.3",
        "10:15:00",
        "5 @ $20",
        "Dr.Quill",
        "a::b is code",
    ],
)
def test_what_leads_to_a_page_or_nowhere_is_left_alone(text: str) -> None:
    assert online(text) == []


def test_in_a_picture_every_address_counts() -> None:
    assert online("www.other.example/x", in_picture=True) == [(Kind.WEB_ADDRESS, "www.other.example/x")]


def test_a_label_makes_an_ip_address_sure() -> None:
    assert [hit.whole for hit in find_online("IP address: 192.0.2.44", in_picture=False)] == [True]


def test_an_address_falls_into_host_and_account() -> None:
    assert host_of("https://www.Instagram.com:443/peggy?x=1") == "instagram.com"
    assert host_of("peggy@mail.example") == "mail.example"
    assert account_of("https://linkedin.com/in/peggy/") == account_of("tiktok.com/@peggy") == "peggy"
    assert not is_profile("instagram.com/")
    assert host_of("") == account_of("") == ""
