"""``before-you-post serve``: lessons, the audit and the records, to this machine or to the office."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from .group import FOLDER, main

# ruff: noqa: PLC0415


@main.command(short_help="Serve the lessons, the audit and the records.")
@click.argument("practice", type=FOLDER)
@click.option("--port", type=click.IntRange(1, 65535), help="Port to answer on; by default the first free one.")
@click.option(
    "--address",
    default="127.0.0.1",
    metavar="ADDRESS",
    help="Address to answer on. 0.0.0.0 lets other devices of the office in; by default only this machine.",
)
@click.option(
    "--name", "names", multiple=True, metavar="NAME", help="A name other devices or a proxy use for this machine."
)
@click.option(
    "--identity-header",
    metavar="HEADER",
    help="Behind the practice's own sign-in: the header in which its proxy names the person.",
)
@click.option("--no-preheat", is_flag=True, help="Keep no lesson ready ahead; for a machine with little memory.")
@click.option(
    "--new-address", "new_code", is_flag=True, help="Make a new code for the address; the old address stops working."
)
@click.option("--no-browser", is_flag=True, help="Only print the address.")
def serve(practice: Path, names: tuple[str, ...], no_preheat: bool, no_browser: bool, **options: Any) -> None:
    """Serve the lessons, the audit and the training records of the practice in the folder PRACTICE, until Ctrl-C.

    docs/serving.md tells how to serve them to an office, and what is not protected.
    """
    from ..app import Serving, serve_site

    serve_site(practice, Serving(names=names, preheat=not no_preheat, open_browser=not no_browser, **options))
