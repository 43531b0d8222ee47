"""Under which name a website goes is settled by its first page and its rules, and by nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

from before_you_post.inputs.site_journal import Purpose, read_journal
from before_you_post.inputs.web_addresses import OwnSite
from before_you_post.website.archive import Archive
from before_you_post.website.crawl import Crawl
from before_you_post.website.fetching import Answer, Fetcher
from before_you_post.website.frontier import Frontier
from before_you_post.website.options import Options
from before_you_post.website.pace import Pace
from website.loopback_site import HandClock, Reply, html, moved, photo


class Web:
    """A web of a few addresses on the usual ports, which no test can open; used in place of a Fetcher."""

    def __init__(self, pages: dict[str, Reply], hand: HandClock) -> None:
        self.pages = pages
        self.asked: list[str] = []
        self.pace = Pace(1.0, hand.clock())
        self.now = hand.start

    def get(self, address: str, most: int) -> Answer:
        self.asked.append(address)
        reply = self.pages.get(address, Reply(status=404))
        headers = {"Content-Type": reply.kind, **reply.headers}
        return Answer(
            address=address,
            at=self.now,
            request_headers=((b"Host", b"x.example"),),
            status=reply.status,
            phrase=b"",
            headers=tuple((name.encode(), value.encode()) for name, value in headers.items()),
            body=reply.body[:most],
            peer="8.8.8.8",
        )


def crawled(folder: Path, start: str, pages: dict[str, Reply]) -> tuple[Web, Frontier]:
    hand = HandClock()
    web, options = Web(pages, hand), Options()
    frontier = Frontier(OwnSite.of(start), options)
    frontier.add(start, Purpose.START, None)
    archive = Archive(folder, hand.start)

    def quiet(*_: Any) -> None:
        pass

    crawl = Crawl(frontier, archive, cast(Fetcher, web), options=options, clock=hand.clock(), progress=quiet)
    crawl.run()
    archive.close()
    return web, frontier


HOME = "https://www.x.example"


def test_a_website_is_followed_to_https_and_to_its_twin_and_then_named_so(tmp_path: Path) -> None:
    pages = {
        "http://x.example/robots.txt": moved("https://x.example/robots.txt"),
        "http://x.example/": moved("https://x.example/"),
        "https://x.example/robots.txt": moved(f"{HOME}/robots.txt"),
        "https://x.example/": moved(f"{HOME}/"),
        f"{HOME}/robots.txt": Reply(b"User-agent: *\nDisallow: /no", kind="text/plain"),
        f"{HOME}/": html("<img src='http://x.example/n.png'><a href='https://x.example/no'>no</a>"),
        f"{HOME}/n.png": photo(1),
    }
    web, frontier = crawled(tmp_path, "http://x.example/", pages)
    assert frontier.site == OwnSite(HOME, frozenset({"x.example", "www.x.example"}))
    assert f"{HOME}/n.png" in web.asked
    assert not any(address.endswith("/no") for address in web.asked)
    assert len(web.asked) == len(set(web.asked))
    assert frontier.elsewhere == {}


def test_a_website_without_rules_is_followed_by_its_first_page(tmp_path: Path) -> None:
    pages = {"https://x.example/": moved(f"{HOME}/"), f"{HOME}/": html("<img src=/n.png>"), f"{HOME}/n.png": photo(1)}
    web, frontier = crawled(tmp_path, "https://x.example/", pages)
    assert frontier.site.origin == HOME
    assert web.asked[:4] == [
        "https://x.example/robots.txt",
        "https://x.example/",
        f"{HOME}/robots.txt",
        f"{HOME}/",
    ]


def test_the_twin_is_a_stranger_until_the_website_says_otherwise(tmp_path: Path) -> None:
    pages = {
        "https://x.example/": html("<a href=/go>go</a><img src='https://www.x.example/n.png'>"),
        "https://x.example/go": moved(f"{HOME}/go"),
        f"{HOME}/n.png": photo(1),
    }
    web, frontier = crawled(tmp_path, "https://x.example/", pages)
    assert not any(address.startswith(HOME) for address in web.asked)
    assert f"{HOME}/n.png" in frontier.elsewhere


def test_two_names_that_send_to_each_other_are_left(tmp_path: Path) -> None:
    pages = {"https://x.example/": moved(f"{HOME}/"), f"{HOME}/": moved("https://x.example/")}
    web, _ = crawled(tmp_path, "https://x.example/", pages)
    assert len(web.asked) < 10


def test_a_journal_read_again_leads_to_the_same_state(tmp_path: Path) -> None:
    pages = {
        "https://x.example/": moved(f"{HOME}/"),
        f"{HOME}/": html("<img src=/n.png><a href=/gone>x</a><a href=/f.mp4>film</a><img src='//cdn.example/m.png'>"),
        f"{HOME}/n.png": photo(1),
    }
    _, live = crawled(tmp_path, "https://x.example/", pages)
    again = Frontier(OwnSite.of("https://x.example/"), Options())
    again.add("https://x.example/", Purpose.START, None)
    for event in read_journal(tmp_path):
        again.take(event)
    for name in ("site", "asked", "asked_for", "kept", "missed", "elsewhere", "films", "documents"):
        assert getattr(again, name) == getattr(live, name), name
    assert again.next() is None
