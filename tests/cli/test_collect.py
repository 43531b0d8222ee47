"""``before-you-post collect``: what it says, and the status it ends with. Reading itself: tests/website/."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from before_you_post import cli, website
from before_you_post.records import Problem
from before_you_post.website import Collection, Options

URL = "https://www.quillfeather.example"
asked: list[tuple[str, Path, Options]] = []


def collected(monkeypatch: pytest.MonkeyPatch, *, complete: bool = True, problems: tuple[Problem, ...] = ()) -> None:
    asked.clear()

    def collect_site(url: str, folder: Path, *, options: Options, progress: object) -> Collection:
        asked.append((url, folder, options))
        return Collection(
            folder=str(folder / "2026-11-22T090000Z"),
            origin=URL,
            pages=3,
            photos=1,
            complete=complete,
            went_on=False,
            problems=problems,
        )

    monkeypatch.setattr(website, "collect_site", collect_site)


def test_a_website_read_whole_ends_with_status_0_and_says_what_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    collected(monkeypatch)
    result = CliRunner().invoke(cli.main, ["collect", URL, "published/website"])
    assert result.exit_code == 0
    assert f"{URL}: 3 pages and 1 photo file kept in" in result.output


def test_what_was_not_read_is_listed_and_ends_with_status_1(monkeypatch: pytest.MonkeyPatch) -> None:
    found = "1 photo not read, on another host: \x1b[31mcdn.example"
    problem = Problem(path=URL, found=found, expected="a photo", remedy="Look at it yourself.")
    collected(monkeypatch, problems=(problem,))
    result = CliRunner().invoke(cli.main, ["collect", URL, "published/website"])
    assert result.exit_code == 1
    assert "1 photo not read, on another host" in result.output
    assert "\x1b" not in result.output


def test_an_unfinished_collection_says_how_to_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    collected(monkeypatch, complete=False)
    result = CliRunner().invoke(cli.main, ["collect", URL, "published/website"])
    assert result.exit_code == 1
    assert "run the same command again" in result.output


def test_the_limits_given_are_the_limits_kept_and_private_addresses_stay_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    collected(monkeypatch)
    flags = ["--per-second", "2", "--pages", "40", "--no-sizes", "--anew"]
    CliRunner().invoke(cli.main, ["collect", URL, "site", *flags])
    assert asked == [(URL, Path("site"), Options(requests_per_second=2, pages=40, every_size=False, anew=True))]
    assert not asked[0][2].allow_private


def test_an_address_of_this_machine_is_refused_with_status_2(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli.main, ["collect", "http://127.0.0.1:1/", str(tmp_path / "site")])
    assert result.exit_code == 2
    assert "private network" in result.output
