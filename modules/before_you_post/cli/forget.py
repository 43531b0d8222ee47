"""``before-you-post forget``: delete what is kept of a practice."""

from __future__ import annotations

from pathlib import Path

import click

from .group import FOLDER, main

# ruff: noqa: PLC0415


@main.command(short_help="Delete what is kept of a practice.")
@click.argument("practice", type=FOLDER)
@click.option("--audits", is_flag=True, help="Only the audits; decisions and what was worked out stay.")
@click.option("--yes", is_flag=True, help="Delete without asking.")
def forget(practice: Path, audits: bool, yes: bool) -> None:
    """Delete what is kept of PRACTICE on this machine: audits, decisions, and what was worked out about its pictures.

    The practice folder itself, its photos and its papers are not touched. What was deleted cannot be brought back.
    Training records are kept: they have to be, for six years.
    """
    from ..store import Store

    what = "every kept audit" if audits else "everything kept"
    if not yes:
        click.confirm(f"Delete {what} of {practice} for good?", abort=True)
    gone = Store().practice(practice).forget(audits_only=audits)
    click.echo(f"Deleted: {gone.audits} kept audits, {gone.remembered} remembered results about pictures.")
    if not audits:
        click.echo(f"{gone.decisions} decisions of people were deleted with them.")
        click.echo("The index of its library was deleted, too. The practice folder is as it was.")
        click.echo("Training records are kept: they have to be, for six years.")
