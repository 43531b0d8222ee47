"""“before-you-post law” says what the notes rest on; its status says whether anything is due again."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from before_you_post.cli import main


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["law", *arguments])


@pytest.mark.parametrize(("as_of", "status"), [("2027-01-01", 0), ("2027-01-02", 1)])
def test_the_status_says_whether_a_day_to_look_again_has_passed(as_of: str, status: int) -> None:
    result = run("--as-of", as_of)
    assert result.exit_code == status, result.output
    assert f"Our notes on the law, as of {as_of}" in result.stdout


def test_without_a_day_it_speaks_of_today() -> None:
    assert "Our notes on the law, as of 20" in run().stdout


@pytest.mark.parametrize("state", ["CA", "ca", "California"])
def test_a_state_is_named_by_its_code_or_its_name(state: str) -> None:
    assert run("--state", state).stdout.startswith("State pack for CA (California)")


def test_a_state_without_a_pack_is_told_so_and_what_is_no_state_refused() -> None:
    assert run("--state", "OH").stdout == "No state pack for OH: federal rules only.\n"
    result = run("--state", "XX")
    assert result.exit_code == 2
    assert "there is no state 'XX'" in result.stderr
