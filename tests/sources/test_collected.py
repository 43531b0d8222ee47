"""A collected website is read back from its folder, page by page, without the network."""

from __future__ import annotations

import json
import socket
from datetime import date
from pathlib import Path

import pytest

from before_you_post import sources
from before_you_post.inputs.site_journal import INDEX, JOURNAL
from before_you_post.records import Channel, Post, Published, Reading
from before_you_post.website import Options, collect_site
from website.loopback_site import HandClock, Page, Reply, as_json, html, moved, photo, png, serving


def read(folder: Path) -> Reading:
    return sources.read(Channel(name="website", folder=str(folder)))


def collected(folder: Path, pages: dict[str, Page]) -> Reading:
    """The reading of a website with these pages; ``ORIGIN`` in a page stands for the website's own address."""
    with serving({}) as site:
        for path, page in pages.items():
            if isinstance(page, Reply):
                page.body = page.body.replace(b"ORIGIN", site.origin.encode())
            site.pages[path] = page
        collect_site(site.origin, folder, options=Options(allow_private=True), clock=HandClock().clock())
    return read(folder)


def post(reading: Reading, slug: str) -> Post:
    return next(one for one in reading.posts if one.id == f"website/{slug}")


def shown(reading: Reading, slug: str) -> dict[str, Published]:
    return {one.id.removeprefix(f"website/{slug}/"): one for one in reading.published if one.post == f"website/{slug}"}


def test_a_page_is_a_post_with_its_words_day_and_photos(tmp_path: Path) -> None:
    head = "<title>Rhinoplasty</title><meta property='article:published_time' content='2025-05-01T09:00:00Z'>"
    body = "<p>Six weeks after</p><figure><img src=/n.png alt='A nose'><figcaption>Ann</figcaption></figure>"
    reading = collected(tmp_path, {"/": html("<a href=/nose/>n</a>"), "/nose/": html(body, head), "/n.png": photo(1)})
    found = post(reading, "nose")
    assert (found.title, found.source, found.published_on) == ("Rhinoplasty", "collected", date(2025, 5, 1))
    assert found.text == "Rhinoplasty\nSix weeks after\nAnn"
    assert found.url is not None
    assert found.url.endswith("/nose/")
    (nose,) = shown(reading, "nose").values()
    assert (nose.file_name, nose.alt_text, nose.caption) == ("n.png", "A nose", "Ann")
    assert Path(nose.path).read_bytes() == png(1)
    assert nose.url is not None
    assert nose.url.endswith("/n.png")
    assert reading.problems == ()


def test_a_day_the_page_was_only_changed_is_no_posting_day(tmp_path: Path) -> None:
    listed = "<urlset><url><loc>ORIGIN/a</loc><lastmod>2025-05-01</lastmod></url></urlset>"
    reading = collected(tmp_path, {"/": html(""), "/sitemap.xml": Reply(listed.encode()), "/a": html("a")})
    assert post(reading, "a").published_on is None


def test_the_sizes_of_a_photo_are_renditions_of_one(tmp_path: Path) -> None:
    body = "<img src=/u/n-300x200.png srcset='/u/n-300x200.png 300w, /u/n-900x600.png 900w'><a href=/u/n.png>large</a>"
    pages: dict[str, Page] = {"/": html(body), "/u/n.png": photo(1, 9)}
    reading = collected(tmp_path, pages | {"/u/n-300x200.png": photo(1, 3), "/u/n-900x600.png": photo(1, 6)})
    (nose,) = reading.published
    assert nose.file_name == "n.png"
    assert {Path(path).read_bytes() for path in nose.renditions} == {png(1, 3), png(1, 6)}


def test_a_photo_shown_in_unusual_ways_is_a_photo_of_that_page(tmp_path: Path) -> None:
    body = "<div style='background:url(/b.png)'></div><img src=/dot.gif data-src=/lazy.png alt=Lazy>"
    pages: dict[str, Page] = {"/": html(body, "<meta property='og:image' content='/og.png'>"), "/b.png": photo(1)}
    reading = collected(tmp_path, pages | {"/lazy.png": photo(2), "/og.png": photo(3), "/dot.gif": photo(4)})
    found = shown(reading, "home")
    assert set(found) == {"b.png", "lazy.png", "og.png", "dot.gif"}
    assert found["lazy.png"].alt_text == "Lazy"


def test_wordpress_s_lists_give_days_words_and_photos_no_page_shows(tmp_path: Path) -> None:
    kinds = {"patients": {"rest_base": "patients"}, "attachment": {"rest_base": "media"}}
    case = {
        "type": "patients",
        "link": "ORIGIN/case-7/",
        "date": "2024-03-02T10:00:00",
        "title": {"rendered": "Case&nbsp;7"},
        "featured_media": 7,
    }
    media = [
        {"id": 7, "source_url": "ORIGIN/u/case.png", "alt_text": "After", "caption": {"rendered": "<b>Her</b> nose"}},
        {"id": 8, "source_url": "ORIGIN/u/old.png", "title": {"rendered": "Ann Smith"}},
    ]
    pages: dict[str, Page] = {
        "/": html(""),
        "/wp-json/wp/v2/types": as_json(kinds),
        "/wp-json/wp/v2/patients?per_page=100&page=1": as_json([case]),
        "/wp-json/wp/v2/media?per_page=100&page=1": as_json(media),
        "/case-7/": html("a gallery a script fills", "<title>Case | Site</title>"),
        "/u/case.png": photo(1),
        "/u/old.png": photo(2),
    }
    reading = collected(tmp_path, pages)
    assert (post(reading, "case-7").title, post(reading, "case-7").published_on) == ("Case\xa07", date(2024, 3, 2))
    featured = shown(reading, "case-7")["case.png"]
    assert (featured.alt_text, featured.caption) == ("After", "Her nose")
    assert shown(reading, "not-shown")["old.png"].caption == "Ann Smith"
    assert shown(reading, "not-shown")["old.png"].other_names == ("Ann Smith",)


def test_a_photo_on_most_pages_counts_once(tmp_path: Path) -> None:
    links = "".join(f"<a href=/{number}>x</a>" for number in range(8))
    pages: dict[str, Page] = {f"/{n}": html(f"<img src=/logo.png><img src=/{n}.png>") for n in range(8)}
    pages |= {f"/{number}.png": photo(number) for number in range(8)}
    reading = collected(tmp_path, pages | {"/": html(f"{links}<img src=/logo.png>"), "/logo.png": photo(99)})
    assert [one.post for one in reading.published if one.file_name == "logo.png"] == ["website/on-most-pages"]
    assert len(reading.published) == 9


def test_photos_of_one_name_on_one_page_are_told_apart(tmp_path: Path) -> None:
    body = "<img src=/2024/n.png><img src=/2025/n.png><img src='/p?id=1'>"
    pages: dict[str, Page] = {"/": html(body), "/2024/n.png": photo(1), "/2025/n.png": photo(2), "/p?id=1": photo(3)}
    reading = collected(tmp_path, pages)
    assert set(shown(reading, "home")) == {"2024/n.png", "2025/n.png", "p.png"}
    assert len({one.id for one in reading.published}) == 3


def test_a_photo_that_moved_is_found_where_it_went(tmp_path: Path) -> None:
    pages: dict[str, Page] = {
        "/": html("<img src=/old.png alt=Old>"),
        "/old.png": moved("/new.png"),
        "/new.png": photo(1),
    }
    (found,) = collected(tmp_path, pages).published
    assert (found.file_name, found.alt_text) == ("new.png", "Old")


def test_the_served_name_is_kept_for_the_names_in_it(tmp_path: Path) -> None:
    pages: dict[str, Page] = {"/": html("<img src='/Jane Doe.png'>"), "/Jane%20Doe.png": photo(1)}
    (found,) = collected(tmp_path, pages).published
    assert found.file_name == "Jane Doe.png"


def test_ids_are_the_same_when_the_same_website_is_collected_again(tmp_path: Path) -> None:
    pages: dict[str, Page] = {"/": html("<img src=/n.png>"), "/n.png": photo(1)}
    first, second = (collected(tmp_path / name, dict(pages)) for name in "ab")
    assert [one.id for one in first.published] == [one.id for one in second.published] == ["website/home/n.png"]


def test_what_was_not_collected_is_told_again_at_every_audit(tmp_path: Path) -> None:
    reading = collected(tmp_path, {"/": html("<img src='https://cdn.example/n.jpg'><img src=/gone.png>")})
    found = " ".join(problem.found for problem in reading.problems)
    assert "cdn.example" in found
    assert "gone.png" in found


def test_a_photo_written_into_the_page_itself_is_told(tmp_path: Path) -> None:
    reading = collected(tmp_path, {"/": html(f"<img src='data:image/png;base64,{'A' * 3000}'>")})
    assert "written into the page itself" in reading.problems[0].found


def test_a_page_in_another_encoding_is_read_in_it(tmp_path: Path) -> None:
    page = Reply("<p>Größe</p>".encode("cp1252"), kind="text/html; charset=iso-8859-1")
    assert post(collected(tmp_path, {"/": page}), "home").text == "Größe"


def test_a_collection_that_was_killed_is_read_and_said_to_be_unfinished(tmp_path: Path) -> None:
    collected(tmp_path, {"/": html("<img src=/n.png>"), "/n.png": photo(1)})
    index = json.loads((tmp_path / INDEX).read_bytes())
    (tmp_path / INDEX).write_text(json.dumps(index | {"ended": None, "complete": False}), encoding="utf-8")
    with (tmp_path / index["folder"] / JOURNAL).open("ab") as file:
        file.write(b'{"event":"ke')
    reading = read(tmp_path)
    assert len(reading.published) == 1
    assert "did not come to its end" in reading.problems[0].found


def test_reading_touches_no_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    collected(tmp_path, {"/": html("<img src=/n.png>"), "/n.png": photo(1)})

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was touched")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert len(read(tmp_path).published) == 1


@pytest.mark.parametrize("index", [b"", b"{}", b"[]", b'{"version":9}', b"\xff"])
def test_an_index_that_cannot_be_read_is_a_problem(tmp_path: Path, index: bytes) -> None:
    (tmp_path / INDEX).write_bytes(index)
    assert "no index" in read(tmp_path).problems[0].found


@pytest.mark.parametrize("folder", ["..", "../elsewhere", "/etc", ".", "a/../.."])
def test_an_index_that_points_out_of_its_folder_is_not_followed(tmp_path: Path, folder: str) -> None:
    collected(tmp_path, {"/": html("")})
    index = json.loads((tmp_path / INDEX).read_bytes())
    (tmp_path / INDEX).write_text(json.dumps(index | {"folder": folder}), encoding="utf-8")
    assert "no index" in read(tmp_path).problems[0].found


def test_a_journal_that_points_out_of_its_folder_is_not_followed(tmp_path: Path) -> None:
    collected(tmp_path, {"/": html("<img src=/n.png>"), "/n.png": photo(1)})
    journal = next(tmp_path.glob(f"*/{JOURNAL}"))
    lines = journal.read_text(encoding="utf-8")
    journal.write_text(lines.replace('"file":"photos/', '"file":"../../photos/'), encoding="utf-8")
    assert all(Path(one.path).resolve().is_relative_to(tmp_path) for one in read(tmp_path).published)
