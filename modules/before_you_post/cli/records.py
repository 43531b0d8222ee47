"""``before-you-post records``: the training records of a practice, checked, listed and exported."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .group import FOLDER, NOTHING_TO_DO, SOMETHING_TO_DO, main

if TYPE_CHECKING:
    from ..training.desk import TrainingDesk

# ruff: noqa: PLC0415

_BY = click.option("--by", metavar="NAME", help="Who does this, for the record; by default, who is logged in here.")


@main.group(short_help="Check, list and export training records.")
def records() -> None:
    """The training records kept on this machine: check that nobody changed them, list them, hand them out.

    Records are only ever added to, and kept for six years and longer. No command deletes one.
    """


@records.command(short_help="Check that no record was changed.")
@click.argument("practice", type=FOLDER)
@click.pass_context
def verify(ctx: click.Context, practice: Path) -> None:
    """Read the whole ledger of training records and say whether every entry fits the one before.

    PRACTICE is a practice folder. The ledger holds the records of every practice on this machine as one chain.

    \b
    Exit status:
      0    every entry fits
      1    an entry was changed, is missing or was put in; the first is named
    """
    found = _desk(practice).verify()
    if found.whole:
        click.echo(f"Every entry fits the one before: {found.entries} entries.")
        if found.last:
            click.echo(f"The hash of the last is {found.last}.")
        ctx.exit(NOTHING_TO_DO)
    click.echo(f"The records do not fit together. {found.trouble}")
    click.echo("Keep the file as it is, and a copy of it. Compare it with your backups and with printed certificates.")
    ctx.exit(SOMETHING_TO_DO)


@records.command("list", short_help="List everybody with what they have passed.")
@click.argument("practice", type=FOLDER)
def list_(practice: Path) -> None:
    """List everybody in the table of staff of PRACTICE: lessons passed, what is due, and when people left."""
    from ..report.phrases import printable

    desk = _desk(practice)
    if words := desk.nobody():
        click.echo(printable(words))
    for learner in desk.everyone():
        cards = desk.cards(learner.person)
        mine = [card for card in cards if card.for_me]
        passed = sum(card.state == "passed" for card in mine)
        overdue = sum(card.overdue for card in cards)
        left = f", left on {learner.left_on}" if learner.left_on else ""
        late = f", {overdue} overdue" if overdue else ""
        click.echo(printable(f"{learner.person}: {learner.name}: {passed} of {len(mine)} lessons passed{late}{left}"))


@records.command(short_help="Look up the number of a certificate.")
@click.argument("practice", type=FOLDER)
@click.argument("certificate")
@click.pass_context
def check(ctx: click.Context, practice: Path, certificate: str) -> None:
    """Say whether the certificate with the number CERTIFICATE was issued here, to whom, and whether it still holds.

    \b
    Exit status:
      0    it was issued here and still holds
      1    it was not, or it no longer holds
    """
    from ..report.phrases import printable

    found = _desk(practice).check(certificate)
    click.echo(printable(found.words))
    ctx.exit(NOTHING_TO_DO if found.standing and found.standing.holds else SOMETHING_TO_DO)


@records.command(short_help="Write down everything on record about one person.")
@click.argument("practice", type=FOLDER)
@click.argument("person")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The folder to write to.")
@_BY
def export(practice: Path, person: str, out: Path, by: str | None) -> None:
    """Write everything on record about PERSON (a code of the table of staff) as PDF and CSV, for an investigator.

    People who left have their records, too. The export itself is recorded.
    """
    from ..training.exports import export as write

    for path in write(_desk(practice), person, out, by=_by(by)):
        click.echo(f"Written: {path}")
    click.echo("Keep it private: it is a personnel record.")


@records.command("reset-pin", short_help="Let somebody choose a new PIN.")
@click.argument("practice", type=FOLDER)
@click.argument("person")
@_BY
def reset_pin(practice: Path, person: str, by: str | None) -> None:
    """Take the PIN of PERSON away and sign them out everywhere. They choose another one when they next sign in."""
    desk = _desk(practice)
    desk.reset_pin(person, _by(by))
    learner = next(one for one in desk.everyone() if one.person == person)
    click.echo(f"{learner.name} can choose a new PIN now. Do it soon: until then, whoever is first chooses it.")
    if learner.manager:
        click.echo("The start code for that is printed when “before-you-post serve” is started again.")


def _desk(practice: Path) -> TrainingDesk:
    from ..training.desk import TrainingDesk

    return TrainingDesk(practice)


def _by(named: str | None) -> str:
    if named and named.strip():
        return named.strip()
    try:
        return f"{getpass.getuser()} (login of this machine)"
    except (OSError, KeyError, ImportError):
        return "somebody at this machine"
