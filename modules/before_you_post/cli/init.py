"""``before-you-post init``: an empty practice folder to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from .group import FOLDER, main

# ruff: noqa: PLC0415


@main.command(short_help="Make an empty practice folder.")
@click.argument("folder", metavar="DIR", type=FOLDER)
def init(folder: Path) -> None:
    """Make an empty practice folder, with a comment beside everything to fill in.

    Refuses a folder that already holds one of its files.
    """
    from ..practice import scaffold

    for path in scaffold(folder):
        click.echo(f"Made {path}")
    click.echo(f"Fill these in, then run: before-you-post audit {folder}")
