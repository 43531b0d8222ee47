"""``before-you-post map``: agree once on what the columns of the practice's own table mean."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..records import InputError, Problem
from .group import FOLDER, main

if TYPE_CHECKING:
    from ..practice.proposal import Proposal

# ruff: noqa: PLC0415

NONE = "-"


@main.command("map", short_help="Say what the columns of your own table mean.")
@click.argument("file", type=FOLDER)
@click.option("--practice", type=FOLDER, metavar="DIR", help="The practice folder; by default the one that holds FILE.")
@click.option(
    "--table", metavar="NAME", help="The table it is: authorizations, staff … docs/practice-folder.md has all."
)
@click.option("--set", "said", multiple=True, metavar="HEADER=COLUMN", help="Correct one; “Notes=-” is not wanted.")
@click.option("--yes", is_flag=True, help="Keep the proposal without asking.")
def map_columns(file: Path, practice: Path | None, table: str | None, said: tuple[str, ...], yes: bool) -> None:
    """Say once what the columns of FILE mean; it is kept in practice.yaml and read from then on.

    FILE is a table of your own (CSV, .xlsx, .xls, .ods) with your own headers. A proposal is shown first. Nothing is
    written before you agree, and FILE itself is never changed.
    """
    from ..practice.layouts import TABLES
    from ..practice.proposal import propose
    from ..practice.written_columns import remember

    if table is not None and table not in [one.name for one in TABLES]:
        raise click.BadParameter(f"one of {', '.join(one.name for one in TABLES)}", param_hint="--table")
    folder = practice or _practice_of(file)
    proposal = propose(file.absolute(), table)
    for each in said:
        header, _, column = each.rpartition("=")
        proposal = _changed(proposal, header.strip(), column.strip())
    _show(proposal)
    while not yes:
        answer = click.prompt("Number of a row to change, “keep” to keep this, “stop” to stop", default="keep")
        if answer == "keep":
            break
        if answer == "stop":
            raise click.Abort
        proposal = _asked(proposal, answer)
        _show(proposal)
    path = remember(folder, proposal.table.name, proposal.columns())
    click.echo(f"Kept in {path}: {proposal.table.name} are read from {file.name}.")
    for column in proposal.missing():
        click.echo(f"No row can be used until a column stands for {column}.", err=True)


def _practice_of(file: Path) -> Path:
    from ..practice.settings import FILE_NAME

    for folder in file.absolute().parents:
        if (folder / FILE_NAME).is_file():
            return folder
    remedy = "Name the practice folder with --practice."
    problem = Problem(path=str(file), found="no practice.yaml in any folder above", expected=FILE_NAME, remedy=remedy)
    raise InputError(problem)


def _changed(proposal: Proposal, header: str, column: str) -> Proposal:
    try:
        return proposal.with_meaning(header, None if column in ("", NONE) else column)
    except KeyError:
        there = ", ".join(one.header for one in proposal.suggestions)
        raise click.BadParameter(f"there is no header {header!r}; there are {there}", param_hint="--set") from None
    except ValueError:
        known = ", ".join(proposal.table.header())
        raise click.BadParameter(f"there is no column {column!r}; there are {known}", param_hint="--set") from None


def _asked(proposal: Proposal, answer: str) -> Proposal:
    from ..practice.proposal import meanings

    numbers = {str(number): one.header for number, one in enumerate(proposal.suggestions, 1)}
    if answer not in numbers:
        click.echo(f"There is no row {answer!r}.")
        return proposal
    header = numbers[answer]
    for name, meaning in meanings(proposal.table).items():
        click.echo(f"  {name:<24}{meaning}")
    known = click.Choice([*proposal.table.header(), NONE])
    column = click.prompt(f"What is {header!r}? ({NONE} = not wanted)", type=known, show_choices=False)
    return _changed(proposal, header, column)


def _show(proposal: Proposal) -> None:
    from rich.console import Console
    from rich.table import Table

    from ..report.phrases import printable

    console = Console(highlight=False, markup=False)
    if not console.is_terminal:
        console.width = 200
    sheet = f", sheet “{printable(proposal.sheet)}”" if proposal.sheet else ""
    console.print(f"{proposal.table.name}: {proposal.table.meaning}{sheet}, names of the columns in row {proposal.row}")
    shown = Table("", "your header", "means", "sure", "why", "for example")
    for number, one in enumerate(proposal.suggestions, 1):
        cells = (
            one.header,
            one.column or NONE,
            f"{one.score} %" if one.column else "",
            one.why,
            " | ".join(one.samples),
        )
        shown.add_row(str(number), *(printable(cell)[:60] for cell in cells))
    console.print(shown)
