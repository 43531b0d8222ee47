"""A whole website is collected: by WordPress's lists, by its sitemap, by its links; and never more than it."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from before_you_post.inputs.site_journal import INDEX, JOURNAL, Kept, Missed, read_index, read_journal
from before_you_post.records import InputError
from before_you_post.website import Collection, Options, collect_site
from before_you_post.website.options import USER_AGENT
from website.loopback_site import HandClock, Page, Reply, Site, as_json, html, moved, photo, png, serving

LISTS = {"/robots.txt", "/wp-json/wp/v2/types", "/sitemap.xml", "/sitemap_index.xml", "/wp-sitemap.xml"}


def collect(site: Site, folder: Path, hand: HandClock | None = None, **settings: Any) -> Collection:
    hand = hand or HandClock()
    progress = settings.pop("progress", lambda *_: None)
    options = Options(**{"allow_private": True, **settings})
    return collect_site(site.origin, folder, options=options, clock=hand.clock(), progress=progress)


def kept(collection: Collection) -> dict[str, Kept]:
    events = [event for event in read_journal(Path(collection.folder)) if isinstance(event, Kept)]
    return {event.wanted.address.removeprefix(collection.origin): event for event in events}


def asked(site: Site) -> list[str]:
    return [path for path in site.asked if path not in LISTS]


def found(collection: Collection) -> str:
    return "\n".join(problem.found for problem in collection.problems)


# ---------------------------------------------------------------- three kinds of websites


def test_a_plain_website_is_read_along_its_links(tmp_path: Path) -> None:
    pages: dict[str, Page] = {
        "/": html("<a href=/two>2</a><a href=mailto:x@y.example>m</a><img src=/n.png>"),
        "/two": html("<a href=/#top>1</a><a href=/three.html>3</a>"),
        "/three.html": html("<div style='background-image:url(deep/b.png)'></div>"),
        "/n.png": photo(1),
        "/deep/b.png": photo(2),
    }
    with serving(pages) as site:
        collection = collect(site, tmp_path)
        assert asked(site) == ["/", "/two", "/three.html", "/n.png", "/deep/b.png"]
    assert (collection.pages, collection.photos, collection.complete, collection.problems) == (3, 2, True, ())
    file = kept(collection)["/deep/b.png"].file
    assert file is not None
    assert Path(collection.folder, file).read_bytes() == png(2)
    assert file.endswith("-b.png")


def test_a_website_with_a_sitemap_is_read_along_it(tmp_path: Path) -> None:
    with serving({}) as site:
        index = f"<sitemapindex><sitemap><loc>{site.origin}/pages.xml.gz</loc></sitemap></sitemapindex>"
        urls = f"<urlset><url><loc>{site.origin}/hidden</loc></url></urlset>"
        site.pages |= {
            "/": html("no links"),
            "/robots.txt": Reply(b"Sitemap: /all.xml", kind="text/plain"),
            "/all.xml": Reply(index.encode(), kind="text/xml"),
            "/pages.xml.gz": Reply(gzip.compress(urls.encode()), kind="application/gzip"),
            "/hidden": html("<img src=n.png>"),
            "/n.png": photo(1),
        }
        collection = collect(site, tmp_path)
        assert "/sitemap.xml" not in site.asked
    assert {"/hidden", "/n.png"} <= set(kept(collection))


def wordpress(site: Site) -> dict[str, Page]:
    """A WordPress website with two lists of posts, a kind of its own, a closed kind, and a media library."""
    kinds = {
        "post": {"rest_base": "posts", "rest_namespace": "wp/v2"},
        "attachment": {"rest_base": "media", "rest_namespace": "wp/v2"},
        "patients": {"rest_base": "patients", "rest_namespace": "wp/v2"},
        "secret": {"rest_base": "secret", "rest_namespace": "wp/v2"},
    }
    post = {"type": "post", "link": f"{site.origin}/nose/", "status": "publish", "date": "2025-05-01T10:00:00"}
    case = {"type": "patients", "link": f"{site.origin}/case-7/", "status": "publish", "featured_media": 7}
    media = {
        "id": 7,
        "type": "attachment",
        "media_type": "image",
        "source_url": f"{site.origin}/up/case-scaled.png",
        "alt_text": "After six weeks",
        "media_details": {
            "original_image": "case.png",
            "sizes": {"small": {"source_url": f"{site.origin}/up/case-300x200.png"}},
        },
    }
    lists = "/wp-json/wp/v2/{}?per_page=100&page={}"
    return {
        "/": html("hello", "<link rel='https://api.w.org/' href='/wp-json/'>"),
        "/wp-json/wp/v2/types": as_json(kinds),
        lists.format("posts", 1): as_json([post | {"title": {"rendered": "Nose"}}], X_WP_TotalPages="2"),
        lists.format("posts", 2): as_json([post | {"link": f"{site.origin}/chin/"}], X_WP_TotalPages="2"),
        lists.format("patients", 1): as_json([case], X_WP_TotalPages="1"),
        lists.format("media", 1): as_json([media], X_WP_TotalPages="1"),
        lists.format("secret", 1): Reply(b"{}", status=401),
        "/nose/": html("<img src='/up/case-300x200.png' class='wp-image-7'>"),
        "/chin/": html("words"),
        "/case-7/": html("a case"),
        "/up/case-scaled.png": photo(1, 8),
        "/up/case.png": photo(1, 12),
        "/up/case-300x200.png": photo(1, 4),
    }


def test_a_wordpress_website_is_read_along_its_own_lists(tmp_path: Path) -> None:
    with serving({}) as site:
        site.pages |= wordpress(site)
        collection = collect(site, tmp_path)
    assert {"/nose/", "/chin/", "/case-7/", "/up/case.png", "/up/case-scaled.png"} <= set(kept(collection))
    (problem,) = collection.problems
    assert "1 list not read, refused by the website (401)" in problem.found


def test_smaller_sizes_are_left_alone_when_they_are_not_wanted(tmp_path: Path) -> None:
    pages: dict[str, Page] = {
        "/": html("<img src=/n-3.png srcset='/n-3.png 300w, /n-9.png 900w'>"),
        "/n-3.png": photo(1),
        "/n-9.png": photo(1, 9),
    }
    with serving(pages) as site:
        collect(site, tmp_path, every_size=False)
        assert asked(site) == ["/", "/n-9.png"]


# ---------------------------------------------------------------- only this website


def test_photos_on_another_host_are_listed_and_not_asked_for(tmp_path: Path) -> None:
    with serving({"/n.png": photo(1)}) as other, serving({}) as site:
        site.pages["/"] = html(f"<img src='{other.origin}/n.png'><img src='https://cdn.example/m.jpg'>")
        collection = collect(site, tmp_path)
        assert other.asked == []
    assert f"'{other.origin.removeprefix('http://')}'" in found(collection)
    assert "cdn.example/m.jpg" in found(collection)


@pytest.mark.parametrize("purpose", ["page", "photo"])
@pytest.mark.parametrize("target", ["http://169.254.169.254/latest/meta-data/", "//evil.example/x", "other"])
def test_a_redirect_to_another_host_is_not_followed(tmp_path: Path, target: str, purpose: str) -> None:
    with serving({"/x": html("stolen")}) as other, serving({}) as site:
        to = f"{other.origin}/x" if target == "other" else target
        site.pages |= {"/": html("<a href=/go>go</a>" if purpose == "page" else "<img src=/go>"), "/go": moved(to, 302)}
        collection = collect(site, tmp_path)
        assert other.asked == []
    assert f"1 {purpose} not read, moved to another website" in found(collection)


def test_a_first_page_that_moves_away_collects_nothing(tmp_path: Path) -> None:
    with serving({"/": moved("http://169.254.169.254/")}) as site, pytest.raises(InputError, match="moved to another"):
        collect(site, tmp_path)


def test_this_machine_is_refused_unless_it_was_asked_for(tmp_path: Path) -> None:
    with serving({"/": html("")}) as site:
        with pytest.raises(InputError, match=r"not on the public internet.*robots\.txt"):
            collect(site, tmp_path, allow_private=False)
        assert site.asked == []


def test_redirects_inside_the_website_are_followed_and_circles_are_left(tmp_path: Path) -> None:
    pages: dict[str, Page] = {
        "/": html("<img src=/old.png><img src=/self.png><img src=/a1.png>"),
        "/old.png": moved("/new.png"),
        "/new.png": photo(1),
        "/self.png": moved("/self.png"),
        **{f"/a{number}.png": moved(f"/a{number + 1}.png") for number in range(1, 30)},
    }
    with serving(pages) as site:
        collection = collect(site, tmp_path)
        assert "/new.png" in kept(collection)
        assert site.asked.count("/self.png") == 1
        assert len([path for path in site.asked if path.startswith("/a")]) == 6


def test_it_says_who_it_is_and_keeps_no_cookie(tmp_path: Path) -> None:
    page = html("<a href=/two>2</a>")
    page.headers["Set-Cookie"] = "session=1; Path=/"
    with serving({"/": page, "/two": html("")}) as site:
        collect(site, tmp_path)
        assert {told["User-Agent"] for told in site.told} == {USER_AGENT}
        assert not any("Cookie" in told or "Referer" in told for told in site.told)


def test_a_proxy_of_the_environment_is_not_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving({}) as proxy, serving({"/": html("")}) as site:
        monkeypatch.setenv("HTTP_PROXY", proxy.origin)
        monkeypatch.setenv("ALL_PROXY", proxy.origin)
        collect(site, tmp_path)
        assert proxy.asked == []


# ---------------------------------------------------------------- robots.txt and pace


def test_what_robots_txt_closes_is_listed_and_not_asked_for(tmp_path: Path) -> None:
    pages: dict[str, Page] = {
        "/robots.txt": Reply(b"User-agent: *\nDisallow: /private/\nDisallow: /*.png$", kind="text/plain"),
        "/": html("<a href=/private/a>a</a><img src=/n.png>"),
    }
    with serving(pages) as site:
        collection = collect(site, tmp_path)
        assert asked(site) == ["/"]
    assert "1 page not read, closed to programs by robots.txt" in found(collection)
    assert "1 photo not read, closed to programs by robots.txt" in found(collection)


def test_a_website_whose_rules_cannot_be_read_is_left_alone(tmp_path: Path) -> None:
    with serving({"/robots.txt": Reply(status=500), "/": html("")}) as site:
        with pytest.raises(InputError, match=r"robots\.txt"):
            collect(site, tmp_path)
        assert site.asked == ["/robots.txt"]


def test_a_website_without_rules_that_sends_strangers_to_its_first_page_is_read(tmp_path: Path) -> None:
    with serving({"/robots.txt": moved("/"), "/": html("<img src=/n.png>"), "/n.png": photo(1)}) as site:
        collection = collect(site, tmp_path)
    assert (collection.pages, collection.photos, collection.problems) == (1, 1, ())


def test_rules_that_moved_inside_the_website_are_kept(tmp_path: Path) -> None:
    rules = Reply(b"User-agent: *\nDisallow: /two", kind="text/plain")
    with serving(
        {"/robots.txt": moved("/x/robots.txt"), "/x/robots.txt": rules, "/": html("<a href=/two>2</a>")}
    ) as site:
        collect(site, tmp_path)
        assert "/two" not in site.asked


@pytest.mark.parametrize("address", ["/robots.txt", "/x/robots.txt"])
def test_rules_that_did_not_come_are_asked_for_again_before_anything_else(tmp_path: Path, address: str) -> None:
    pages: dict[str, Page] = {"/robots.txt": moved("/x/robots.txt"), "/": html("<a href=/two>2</a>")}
    rules = Reply(b"User-agent: *\nDisallow: /two" + b" " * 200_000, kind="text/plain")
    with serving(pages | {address: rules}) as site:
        for _ in range(2):
            with pytest.raises(InputError, match="1 file of rules not read, too large"):
                collect(site, tmp_path, page_bytes=100_000)
        assert "/" not in site.asked
        assert collect(site, tmp_path).pages == 1
        assert "/two" not in site.asked


def test_a_second_passes_between_two_requests(tmp_path: Path) -> None:
    hand = HandClock()
    with serving({"/": html("<img src=/n.png>"), "/n.png": photo(1)}) as site:
        collect(site, tmp_path, hand)
        assert hand.seconds == pytest.approx(len(site.asked) - 1)


def test_the_website_may_ask_us_to_slow_down(tmp_path: Path) -> None:
    hand = HandClock()
    answers = iter([Reply(status=429, headers={"Retry-After": "77"}), html("")])
    with serving({"/": lambda _: next(answers)}) as site:
        collect(site, tmp_path, hand)
    assert 77.0 in hand.slept


def test_a_website_that_keeps_asking_us_to_stop_is_left_and_gone_on_with(tmp_path: Path) -> None:
    pages: dict[str, Page] = {"/": html("<a href=/two>2</a>"), "/two": Reply(status=503)}
    with serving(pages) as site:
        collection = collect(site, tmp_path)
        assert not collection.complete
        assert "asked too much" in found(collection)
        site.pages["/two"] = html("<img src=/n.png>")
        site.pages["/n.png"] = photo(1)
        again = collect(site, tmp_path)
    assert (again.went_on, again.complete, again.pages, again.photos) == (True, True, 2, 1)


# ---------------------------------------------------------------- limits


def test_a_slow_drip_is_given_up(tmp_path: Path) -> None:
    def drip(handler: Any) -> None:
        import time

        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        for _ in range(100):
            try:
                handler.wfile.write(b"x")
                handler.wfile.flush()
            except OSError:
                return
            time.sleep(0.05)

    with serving({"/": html("<img src=/n.png>"), "/n.png": drip}) as site:
        options = Options(allow_private=True, answer_seconds=0.5, requests_per_second=20)
        collection = collect_site(site.origin, tmp_path, options=options)
    assert "1 photo not read, too slow" in found(collection)


def test_headers_without_end_are_given_up(tmp_path: Path) -> None:
    def endless(handler: Any) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        try:
            while True:
                handler.wfile.write(b"X-More: " + b"x" * 1000 + b"\r\n")
        except OSError:
            return

    with serving({"/": html("<img src=/n.png>"), "/n.png": endless}) as site:
        collection = collect(site, tmp_path)
    assert "1 photo not read, broken off or damaged" in found(collection)


def test_a_page_without_end_is_cut_off(tmp_path: Path) -> None:
    written = 0

    def endless(handler: Any) -> None:
        nonlocal written
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n")
        try:
            while True:
                written += handler.wfile.write(b"<p>more</p>" * 1000)
        except OSError:
            return

    with serving({"/": html("<a href=/endless>x</a>"), "/endless": endless}) as site:
        collection = collect(site, tmp_path, page_bytes=100_000)
    assert "1 page not read, too large" in found(collection)
    assert written < 20_000_000


def test_a_huge_length_is_not_waited_for(tmp_path: Path) -> None:
    huge = Reply(b"", kind="image/png", headers={"Content-Length": str(10**15)})
    with serving({"/": html("<img src=/n.png>"), "/n.png": huge}) as site:
        collection = collect(site, tmp_path)
    assert "1 photo not read, too large" in found(collection)


def test_a_packed_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb = Reply(gzip.compress(bytes(50_000_000)), headers={"Content-Encoding": "gzip"})
    with serving({"/": html("<a href=/bomb>x</a>"), "/bomb": bomb}) as site:
        collection = collect(site, tmp_path, page_bytes=1_000_000)
    assert "1 page not read, too large" in found(collection)


def test_more_pages_than_the_limit_are_counted_and_listed(tmp_path: Path) -> None:
    def calendar(handler: Any) -> Reply:
        day = int(handler.path.partition("=")[2] or 0)
        return html(f"<a href='/?day={day + 1}'>next</a><a href='/?day={day + 1000}'>later</a>")

    with serving({"/": calendar}) as site:
        site.pages |= {f"/?day={day}": calendar for day in range(5000)}
        collection = collect(site, tmp_path, pages=5)
        assert len(asked(site)) == 5
    assert "more than 5 pages; 4 not read" in found(collection)
    assert not collection.complete


def test_the_limit_of_bytes_ends_the_run(tmp_path: Path) -> None:
    with serving({"/": html("<img src=/a.png><img src=/b.png>"), "/a.png": photo(1), "/b.png": photo(2)}) as site:
        collection = collect(site, tmp_path, all_bytes=9_000)
    assert "stopped after" in found(collection)
    assert collection.photos < 2


def test_the_limit_of_time_ends_the_run_and_the_next_goes_on(tmp_path: Path) -> None:
    pages: dict[str, Page] = {"/": html("<img src=/a.png><img src=/b.png>"), "/a.png": photo(1), "/b.png": photo(2)}
    with serving(pages) as site:
        collection = collect(site, tmp_path, seconds=5.5)
        assert "stopped after" in found(collection)
        assert collect(site, tmp_path).photos == 2
        assert len(site.asked) == len(set(site.asked))


# ---------------------------------------------------------------- killed and gone on


class Killed(BaseException):
    """Nothing catches this, as nothing catches a kill."""


def killed_after(requests: int, site: Site) -> Any:
    def progress(*_: object) -> None:
        if len(site.asked) >= requests:
            raise Killed

    return progress


@pytest.mark.parametrize("requests", range(1, 13))
def test_a_killed_collection_goes_on_and_asks_for_nothing_twice(tmp_path: Path, requests: int) -> None:
    pages: dict[str, Page] = {
        "/robots.txt": Reply(b"User-agent: *\nDisallow: /no", kind="text/plain"),
        "/": html("<a href=/two>2</a><a href=/no>no</a><img src=/a.png><img src=/old.png>"),
        "/two": html("<img src=/b.png><img src=/gone.png>"),
        "/a.png": photo(1),
        "/b.png": photo(2),
        "/old.png": moved("/c.png"),
        "/c.png": photo(3),
    }
    with serving(pages) as site:
        with pytest.raises(Killed):
            collect(site, tmp_path, progress=killed_after(requests, site))
        collection = collect(site, tmp_path)
        assert sorted(site.asked) == sorted(set(site.asked))
    assert (collection.pages, collection.photos, collection.complete, collection.went_on) == (2, 3, True, True)
    assert "/no'" in found(collection)
    assert "gone.png" in found(collection)


REALLY_KILLED = """
import os, sys
from pathlib import Path
from before_you_post.website import Options, collect_site

steps = iter(range(int(sys.argv[3])))
options = Options(allow_private=True, requests_per_second=20)
killing = lambda *_: next(steps, None) is None and os._exit(9)
collect_site(sys.argv[1], Path(sys.argv[2]), options=options, progress=killing)
"""


def test_a_collection_whose_process_was_killed_goes_on(tmp_path: Path) -> None:
    pages: dict[str, Page] = {"/": html("<img src=/a.png><img src=/b.png>"), "/a.png": photo(1), "/b.png": photo(2)}
    with serving(pages) as site:
        command = [sys.executable, "-c", REALLY_KILLED, site.origin, str(tmp_path), "13"]
        assert subprocess.run(command, check=False, timeout=60).returncode == 9
        assert read_index(tmp_path).ended is None  # type: ignore[union-attr]
        options = Options(allow_private=True, requests_per_second=20)
        collection = collect_site(site.origin, tmp_path, options=options)
        assert len(site.asked) == len(set(site.asked))
    assert (collection.photos, collection.complete, collection.went_on) == (2, True, True)


def test_half_a_line_and_half_a_record_are_cut_off(tmp_path: Path) -> None:
    with serving({"/": html("<img src=/a.png><img src=/b.png>"), "/a.png": photo(1), "/b.png": photo(2)}) as site:
        with pytest.raises(Killed):
            collect(site, tmp_path, progress=killed_after(7, site))
        home = next(path for path in tmp_path.iterdir() if path.is_dir())
        with (home / JOURNAL).open("ab") as file:
            file.write(b'{"event":"kept","wan')
        with next(home.glob("*.warc.gz")).open("ab") as file:
            file.write(gzip.compress(b"WARC/1.1\r\nhalf a rec")[:-9])
        collection = collect(site, tmp_path)
    assert collection.photos == 2
    assert {"/a.png", "/b.png"} <= set(kept(collection))
    events = [event for event in read_journal(home) if isinstance(event, Kept | Missed)]
    for archive in home.glob("*.warc.gz"):
        ends = [event.place.end for event in events if event.place and event.place.warc == archive.name]
        assert archive.stat().st_size == max(ends)


def test_a_finished_collection_is_never_touched_again(tmp_path: Path) -> None:
    hand = HandClock()
    with serving({"/": html("<img src=/a.png>"), "/a.png": photo(1)}) as site:
        first = collect(site, tmp_path, hand)
        before = {path: path.read_bytes() for path in Path(first.folder).rglob("*") if path.is_file()}
        site.pages["/a.png"] = photo(9)
        hand.seconds += 30 * 86400
        second = collect(site, tmp_path, hand)
    assert second.folder != first.folder
    assert before == {path: path.read_bytes() for path in Path(first.folder).rglob("*") if path.is_file()}
    index = read_index(tmp_path)
    assert index is not None
    assert index.folder == Path(second.folder).name


def test_an_interrupted_collection_of_last_month_is_begun_anew(tmp_path: Path) -> None:
    hand = HandClock()
    with serving({"/": html("")}) as site:
        with pytest.raises(Killed):
            collect(site, tmp_path, hand, progress=killed_after(2, site))
        hand.seconds += timedelta(days=30).total_seconds()
        assert not collect(site, tmp_path, hand).went_on


def test_what_did_not_come_is_asked_for_again_and_nothing_else(tmp_path: Path) -> None:
    with serving(
        {"/": html("<img src=/a.png><img src=/b.png>"), "/a.png": photo(1), "/b.png": Reply(status=500)}
    ) as site:
        assert not collect(site, tmp_path).complete
        before = len(site.asked)
        site.pages["/b.png"] = photo(2)
        collection = collect(site, tmp_path)
        assert site.asked[before:] == ["/b.png"]
    assert (collection.photos, collection.complete, collection.problems) == (2, True, ())


def test_an_interrupted_collection_can_be_begun_anew(tmp_path: Path) -> None:
    with serving({"/": html("")}) as site:
        with pytest.raises(Killed):
            collect(site, tmp_path, progress=killed_after(2, site))
        assert not collect(site, tmp_path, anew=True).went_on


def test_an_interrupted_collection_that_lost_a_file_is_begun_anew(tmp_path: Path) -> None:
    with serving({"/": html("<img src=/a.png><img src=/b.png>"), "/a.png": photo(1), "/b.png": photo(2)}) as site:
        with pytest.raises(Killed):
            collect(site, tmp_path, progress=killed_after(7, site))
        next(tmp_path.glob("*/photos/*.png")).unlink()
        collection = collect(site, tmp_path)
    assert (collection.went_on, collection.photos) == (False, 2)


# ---------------------------------------------------------------- what is kept


def test_the_archive_holds_what_was_served_with_its_requests(tmp_path: Path) -> None:
    page = Reply(
        gzip.compress(b"<html><img src=/n.png></html>"), headers={"Content-Encoding": "gzip", "X-Odd": "caf\xe9"}
    )
    with serving({"/": page, "/n.png": photo(1)}) as site:
        collection = collect(site, tmp_path)
    (archive,) = Path(collection.folder).glob("website-20261122T*.warc.gz")
    records: dict[tuple[str, str], Any] = {}
    with archive.open("rb") as file:
        for record in ArchiveIterator(file, check_digests="raise"):
            place = record.rec_headers.get_header("WARC-Target-URI") or ""
            records[record.rec_type, place.removeprefix(site.origin)] = (
                record.rec_headers,
                record.content_stream().read(),
            )
            assert record.rec_headers.protocol == "WARC/1.1"
    assert records["response", "/n.png"][1] == png(1)
    assert records["response", "/"][1] == b"<html><img src=/n.png></html>"
    assert records["metadata", "/n.png"][1] == f"via: {site.origin}/\r\n".encode()
    response, request = records["response", "/n.png"][0], records["request", "/n.png"][0]
    assert request.get_header("WARC-Concurrent-To") == response.get_header("WARC-Record-ID")
    assert response.get_header("WARC-IP-Address") == "127.0.0.1"
    assert response.get_header("WARC-Date").startswith("2026-11-22T09:00:")
    assert b"before-you-post" in records["warcinfo", ""][1]
    assert ("response", "/sitemap.xml") in records


def test_a_transfer_in_chunks_is_kept_joined(tmp_path: Path) -> None:
    def chunked(handler: Any) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nTransfer-Encoding: chunked\r\n\r\n")
        for piece in (png(1)[:9], png(1)[9:], b""):
            handler.wfile.write(b"%x\r\n%b\r\n" % (len(piece), piece))

    with serving({"/": html("<img src=/n.png>"), "/n.png": chunked}) as site:
        collection = collect(site, tmp_path)
    event = kept(collection)["/n.png"]
    with Path(collection.folder, event.place.warc).open("rb") as file:
        file.seek(event.place.offset)
        record = next(iter(ArchiveIterator(file)))
        assert record.content_stream().read() == png(1)


def test_what_is_shown_as_a_photo_and_is_none_is_listed(tmp_path: Path) -> None:
    pages: dict[str, Page] = {
        "/": html("<img src=/a.jpg><img src=/b.svg><img src=/c.jpg>"),
        "/a.jpg": html("not a photo"),
        "/b.svg": Reply(b"<svg xmlns='http://www.w3.org/2000/svg'/>", kind="image/svg+xml"),
    }
    with serving(pages) as site:
        collection = collect(site, tmp_path)
    assert "1 photo not read, shown as a photo but none" in found(collection)
    assert "1 photo not read, drawn and not photographed" in found(collection)
    assert "1 photo not read, refused by the website (404)" in found(collection)


def test_films_and_documents_are_listed_and_not_fetched(tmp_path: Path) -> None:
    with serving({"/": html("<a href=/f.mp4>film</a><a href=/price.pdf>prices</a>")}) as site:
        collection = collect(site, tmp_path)
        assert asked(site) == ["/"]
    assert "1 film linked, not fetched" in found(collection)
    assert "1 document linked, not fetched" in found(collection)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/up/Jane%20Doe%20after.png", "Jane Doe after.png"),
        ("/up/..%2F..%2Fescape.png", "../../escape.png"),
        ("/up/%E2%80%AEgnp.png", "\u202egnp.png"),
        ("/photo?id=7", "photo.png"),
        ("/up/con.png", "con.png"),
        ("/up/" + "n" * 300 + ".png", "n" * 300 + ".png"),
    ],
)
def test_the_served_name_is_kept_and_the_file_lies_where_it_should(tmp_path: Path, path: str, name: str) -> None:
    with serving({"/": html(f"<img src='{path}'>"), path: photo(1)}) as site:
        collection = collect(site, tmp_path)
    (event,) = [event for event in kept(collection).values() if event.file]
    assert event.name == name
    file = Path(collection.folder, event.file or "").resolve()
    assert file.parent == Path(collection.folder, "photos").resolve()
    assert file.read_bytes() == png(1)
    assert file.name.isprintable()
    assert len(file.name) < 120


# ---------------------------------------------------------------- what the user may get wrong


@pytest.mark.parametrize("url", ["", "ftp://x.example/", "file:///etc/passwd", "javascript:alert(1)", "http://"])
def test_an_address_that_is_none_is_refused(tmp_path: Path, url: str) -> None:
    with pytest.raises(InputError, match="no address"):
        collect_site(url, tmp_path)


def test_a_folder_with_other_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").write_bytes(b"")
    with pytest.raises(InputError, match="other files"):
        collect_site("https://quillfeather.example", tmp_path)


def test_a_folder_that_cannot_be_written_to_is_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(InputError, match="can be written to"):
        collect_site("https://quillfeather.example", tmp_path / "file" / "folder")


def test_a_website_that_is_not_there_is_said_not_to_be(tmp_path: Path) -> None:
    with serving({}) as site:
        origin = site.origin
    with pytest.raises(InputError, match=r"1 file of rules not read, broken off"):
        collect_site(origin, tmp_path, options=Options(allow_private=True), clock=HandClock().clock())


def test_progress_speaks_in_words_and_never_runs_backwards(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    with serving({"/": html("<img src=/a.png><a href=/two>2</a>"), "/two": html(""), "/a.png": photo(1)}) as site:
        collect(site, tmp_path, progress=lambda *step: told.append(step))
    assert told[-1] == ("Fetching photos", 1, 1)
    assert all(done <= total for _, done, total in told)
    assert [stage for stage, _, _ in told] == sorted((stage for stage, _, _ in told), reverse=True)


def test_the_index_is_whole_json_for_other_programs(tmp_path: Path) -> None:
    with serving({"/": html("")}) as site:
        collect(site, tmp_path)
    assert json.loads((tmp_path / INDEX).read_bytes())["complete"] is True
