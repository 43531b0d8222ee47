"""A Mailchimp export gives its campaigns and their pictures, and its subscribers stay unread."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from before_you_post.inputs.tree import open_tree
from before_you_post.records import Channel, Post, Published, Reading
from before_you_post.sources.mailchimp import read, recognises

HEAD = "Title,Subject,List,Send Date,Send Weekday,Total Recipients,Unique Id\n"
JUNE = 'June news,"Noses, before and after",Patients,"Jun 03, 2026 06:00 pm",Wednesday,214,abc123\n'
REMOTE = "https://mcusercontent.com/0123/images"


def export(folder: Path, rows: str, letters: dict[str, str], *files: str, table: bytes | None = None) -> Path:
    home = folder / "1234567"
    (home / "campaigns_content").mkdir(parents=True)
    (home / "campaigns.csv").write_bytes((HEAD + rows).encode() if table is None else table)
    for name, html in letters.items():
        (home / "campaigns_content" / name).write_text(html, encoding="utf-8")
    for name in files:
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_bytes(b"x")
    return folder


def reading(folder: Path) -> Reading:
    return read(Channel(name="newsletter", folder=str(folder)), open_tree(folder))


def test_a_campaign_and_its_picture_are_read(tmp_path: Path) -> None:
    html = f'<p>Dear *|FNAME|*</p><img src="{REMOTE}/Nose%20One.png" alt="A nose">'
    export(tmp_path, JUNE, {"abc123_june-news.html": html}, "gallery_files/nose one.png")

    assert reading(tmp_path) == Reading(
        posts=(
            Post(
                id="newsletter/abc123",
                channel="newsletter",
                source="mailchimp",
                title="Noses, before and after",
                text="Dear *|FNAME|*",
                published_on=date(2026, 6, 3),
            ),
        ),
        published=(
            Published(
                id="newsletter/abc123/nose one.png",
                post="newsletter/abc123",
                path=str(tmp_path / "1234567/gallery_files/nose one.png"),
                file_name="nose one.png",
                alt_text="A nose",
                url=f"{REMOTE}/Nose%20One.png",
            ),
        ),
    )


@pytest.mark.parametrize("name", ["98765_june-news.html", "98765_noses-before-and-after.html", "June News.htm"])
def test_a_letter_without_the_number_is_found_by_its_name(tmp_path: Path, name: str) -> None:
    export(tmp_path, JUNE, {name: "<p>Hello</p>"})

    found = reading(tmp_path)

    assert [(post.published_on, post.text) for post in found.posts] == [(date(2026, 6, 3), "Hello")]
    assert found.problems == ()


def test_a_name_two_campaigns_share_is_not_guessed(tmp_path: Path) -> None:
    export(tmp_path, JUNE + JUNE.replace("abc123", "def456"), {"98765_june-news.html": "<p>Hello</p>"})

    found = reading(tmp_path)

    assert [post.published_on for post in found.posts if post.text] == [None]
    assert len(found.posts) == 3
    assert "no row of campaigns.csv names" in found.problems[0].found
    assert "2 campaigns without a letter" in found.problems[1].found


def test_pictures_from_elsewhere_are_named_by_host(tmp_path: Path) -> None:
    html = f'<img src="{REMOTE}/a.png"><img src="{REMOTE}/twice.png">'
    export(tmp_path, JUNE, {"abc123_june.html": html}, "gallery/1/twice.png", "gallery/2/twice.png")

    found = reading(tmp_path)

    assert "2 pictures shown from another host, 'mcusercontent.com'" in found.problems[0].found
    assert {one.post for one in found.published} == {"newsletter/content-studio"}


def test_campaigns_never_sent_are_left_out_and_counted(tmp_path: Path) -> None:
    draft = "Draft,Secret,Patients,,,,zzz999\n"
    export(tmp_path, JUNE + draft, {"zzz999_draft.html": "<p>No</p>", "abc123_june.html": "<p>Yes</p>"})

    found = reading(tmp_path)

    assert [post.text for post in found.posts] == ["Yes"]
    assert [problem.found for problem in found.problems] == ["1 campaign that was never sent"]


def test_files_of_the_content_studio_no_campaign_shows_are_published(tmp_path: Path) -> None:
    export(tmp_path, JUNE, {"abc123_june.html": "<p>Hello</p>"}, "files/forgotten.jpg", "lists/subscriber.jpg")

    assert [one.id for one in reading(tmp_path).published] == ["newsletter/content-studio/forgotten.jpg"]


class NoSubscribers:
    """A tree that breaks when a list of people is opened."""

    def __init__(self, folder: Path) -> None:
        self._tree = open_tree(folder)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._tree, name)

    def open(self, file: str) -> Any:
        assert "/lists/" not in file
        return self._tree.open(file)


def test_subscribers_are_never_opened(tmp_path: Path) -> None:
    export(tmp_path, JUNE, {"abc123_june.html": "<p>Hello</p>"}, "lists/members.csv", "lists/card.png")

    assert len(read(Channel(name="newsletter", folder=str(tmp_path)), NoSubscribers(tmp_path)).posts) == 1


@pytest.mark.parametrize(
    "table",
    [
        b"",
        b"\xff\xfe\x00\x00",
        b'Title,Unique Id\n"open,abc',
        b"\0" * 100,
        b"Title\r" + b"x" * 200_000,
        b",,,\n,,,,,,\n",
    ],
)
def test_a_damaged_table_costs_days_and_no_letter(tmp_path: Path, table: bytes) -> None:
    export(tmp_path, "", {"abc123_june.html": "<p>Hello</p>"}, table=table)

    assert "Hello" in [post.text for post in reading(tmp_path).posts]


@given(
    cells=some.lists(some.text(max_size=20), max_size=9),
    html=some.text(max_size=50).filter(lambda text: "\r" not in text),
)
def test_any_row_and_any_letter_are_read(tmp_path_factory: Any, cells: list[str], html: str) -> None:
    row = ",".join(cells).encode("utf-8", "replace")
    folder = export(tmp_path_factory.mktemp("mailchimp"), "", {}, table=HEAD.encode() + row)
    (folder / "1234567/campaigns_content/a_b.html").write_bytes(html.encode("utf-8", "replace"))

    assert reading(folder).posts


def test_an_export_is_recognised_by_its_campaigns(tmp_path: Path) -> None:
    assert recognises(open_tree(export(tmp_path / "a", JUNE, {"abc_a.html": ""})))
    (tmp_path / "b").mkdir()
    (tmp_path / "b/campaigns.csv").write_text(HEAD)
    assert not recognises(open_tree(tmp_path / "b"))
