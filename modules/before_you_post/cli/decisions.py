"""``before-you-post decide`` and ``decisions``: what people decided about findings, without a browser."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .group import DAY, FOLDER, main

if TYPE_CHECKING:
    from ..records import Decision, Finding
    from ..store import Kept

# ruff: noqa: PLC0415

_DEEDS = ("confirmed", "dismissed", "waived", "taken down", "reopened")


@main.command(short_help="Decide about a finding.")
@click.argument("practice", type=FOLDER)
@click.argument("about")
@click.argument("rule")
@click.argument("deed", type=click.Choice(_DEEDS))
@click.option("--panel", type=click.IntRange(1), help="Number of the picture in the photo, where there are several.")
@click.option("--by", required=True, help="Your name.")
@click.option("--reason", required=True, help="Why, for whoever reads it next.")
@click.option("--until", type=DAY, metavar="YYYY-MM-DD", help="Last day of a waiver.")
def decide(
    *,
    practice: Path,
    about: str,
    rule: str,
    deed: str,
    panel: int | None,
    by: str,
    reason: str,
    until: datetime | None,
) -> None:
    """Write down what you decide about a finding of the audit of PRACTICE kept last.

    ABOUT is the id of the photo, post, form or whatever the finding is about, RULE the id of its rule. The decision
    is kept for good, and shown beside the finding from now on.
    """
    from ..store import Store

    if not by.strip() or not reason.strip():
        raise click.UsageError("A decision needs a name and a reason.")
    last = until.date() if until else None
    _refuse_strange_end(deed, last)
    store = Store().practice(practice)
    found = _found(store.latest(), about, rule, panel)
    store.decisions.add(_decision(found, deed, by.strip(), reason.strip(), last))
    click.echo(f"Kept: {deed}, by {by.strip()}.")


def _refuse_strange_end(deed: str, last: date | None) -> None:
    if (deed == "waived") is (last is None):
        raise click.UsageError("A waiver needs its last day (--until), and nothing else has one.")
    if last is not None and last < date.today():
        raise click.UsageError("The last day of the waiver has passed already.")


def _decision(found: Finding, deed: str, by: str, reason: str, last: date | None) -> Decision:
    from ..records import Decision, DecisionKind

    return Decision(
        kind=DecisionKind(deed),
        subject=found.subject,
        about=found.about,
        rule=found.rule,
        panel=found.panel,
        by=by,
        reason=reason,
        at=datetime.now(UTC),
        until=last,
    )


@main.command(short_help="List what was decided about findings and matches.")
@click.argument("practice", type=FOLDER)
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
def decisions(practice: Path, as_json: bool) -> None:
    """List every decision about PRACTICE, oldest first: who decided what about which finding or match, and why."""
    from ..report import matched, phrases
    from ..store import Store

    log = Store().practice(practice).decisions
    made, words = log.findings(), log.every_match()
    if as_json:
        both = {"findings": [_fields(one) for one in made], "matches": [_fields(word) for word in words]}
        click.echo(json.dumps(both, ensure_ascii=False, indent=2))
        return
    if not made and not words:
        click.echo("Nothing was decided yet.")
    for one in made:
        until = f" until {one.until}" if one.until else ""
        what = f"{phrases.DECISIONS[one.kind].label}{until}: {_about(one)}: {one.rule}"
        click.echo(phrases.printable(f"{one.at.astimezone():%Y-%m-%d} {one.by}: {what} ({one.reason})"))
    for word in words:
        said = matched.spoken(word) or "Earlier words taken back"
        where = f"picture {word.sha256[:12]}"
        click.echo(phrases.printable(f"{word.at.astimezone():%Y-%m-%d} {word.by}: {said}, {where} ({word.reason})"))


def _found(kept: Kept | None, about: str, rule: str, panel: int | None) -> Finding:
    from ..audit import findings

    if kept is None:
        raise click.UsageError("No audit of this practice is kept. Audit it first.")
    fits = [one for one in findings(kept.audit) if (one.about, one.rule) == (about, rule)]
    mine = [one for one in fits if panel is None or one.panel == panel]
    if len(mine) > 1:
        raise click.UsageError("There are several: name the picture with --panel.")
    if not mine:
        raise click.UsageError("The audit kept last has no such finding. `before-you-post audit --json -` lists them.")
    return mine[0]


def _about(one: Decision) -> str:
    picture = f", picture {one.panel}" if one.panel else ""
    return f"{one.subject.value} {one.about}{picture}"


def _fields(record: object) -> dict[str, Any]:
    from dataclasses import asdict

    return {
        name: value if isinstance(value, str | int | None) else list(value) if isinstance(value, tuple) else str(value)
        for name, value in asdict(record).items()  # type: ignore[call-overload]
    }
