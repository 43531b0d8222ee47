"""``before-you-post sources``: what an export holds, before anything is audited."""

from __future__ import annotations

from pathlib import Path

import click

from ..records import Channel, InputError, Problem
from .group import FOLDER, NOTHING_TO_DO, UNREADABLE, main

# ruff: noqa: PLC0415


@main.command(short_help="Say what an export or a channel's folder holds.")
@click.argument("path", type=FOLDER)
@click.pass_context
def sources(ctx: click.Context, path: Path) -> None:
    """Say what PATH holds: a folder, an export as it was downloaded (.zip), or a whole practice folder.

    Nothing is unpacked, changed or sent anywhere.

    \b
    Exit status:
      0    something was found; what could not be read is listed
      2    there is no such folder or file, or nothing in it could be read
    """
    from rich.console import Console

    from ..practice.settings import FILE_NAME, read_settings
    from ..report import sources_table
    from ..sources import read_each

    if not path.exists():
        expected = "a folder, a zip, or a practice folder"
        remedy = "Correct the path."
        raise InputError(Problem(path=str(path), found="no such folder or file", expected=expected, remedy=remedy))
    channels: tuple[Channel, ...] = (Channel(name=path.absolute().name, folder=str(path.absolute())),)
    if (path / FILE_NAME).is_file():
        channels = read_settings(path.absolute())[0].channels
    found = [(channel, source, reading) for channel in channels for source, reading in read_each(channel)]
    console = Console(highlight=False, markup=False)
    if not console.is_terminal:
        console.width = 500  # whoever reads a file or a pipe wants a line to stay a line
    for part in sources_table.parts(found, plain=not console.is_terminal):
        console.print(part, soft_wrap=True)
    ctx.exit(NOTHING_TO_DO if any(reading.posts for _, _, reading in found) else UNREADABLE)
