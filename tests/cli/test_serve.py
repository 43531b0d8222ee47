"""What ``before-you-post serve`` asks of the server."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from before_you_post.app import Serving
from before_you_post.cli import main


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The folder and the options with which the site would be served."""
    noted: list[Any] = []
    monkeypatch.setattr("before_you_post.app.serve_site", lambda *asked: noted.extend(asked))
    return noted


def test_by_default_only_this_machine_is_served_and_nobody_s_word_is_taken(asked: list[Any]) -> None:
    assert CliRunner().invoke(main, ["serve", "clinic"]).exit_code == 0
    assert asked == [Path("clinic"), Serving(address="127.0.0.1", identity_header=None, preheat=True)]


def test_every_option_reaches_the_server(asked: list[Any]) -> None:
    options = "--port 8900 --name a.example --name b.example --identity-header X-User"
    said = ["serve", "clinic", *options.split(), "--no-preheat", "--new-address", "--no-browser"]
    assert CliRunner().invoke(main, said).exit_code == 0
    assert asked[1] == Serving(
        port=8900,
        names=("a.example", "b.example"),
        identity_header="X-User",
        preheat=False,
        new_code=True,
        open_browser=False,
    )


def test_a_folder_that_is_not_there_is_said_in_words(tmp_path: Path) -> None:
    said = CliRunner().invoke(main, ["serve", str(tmp_path / "nowhere")])
    assert said.exit_code == 2
    assert "no such folder" in said.output
