"""``before-you-post collect``: read the practice's own website and keep what it showed that day."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .group import FOLDER, NOTHING_TO_DO, SOMETHING_TO_DO, main
from .progress import progress_bar

if TYPE_CHECKING:
    from ..website import Collection

# ruff: noqa: PLC0415


@main.command(short_help="Read your own public website, so that it can be audited.")
@click.argument("url")
@click.argument("folder", type=FOLDER)
@click.option("--per-second", type=click.FloatRange(0, 10, min_open=True), default=1.0, show_default=True)
@click.option("--pages", type=click.IntRange(1), default=2000, show_default=True, help="Read this many pages at most.")
@click.option("--no-sizes", is_flag=True, help="Fetch only the largest size of each photo.")
@click.option("--anew", is_flag=True, help="Begin anew, even where an interrupted collection could go on.")
@click.pass_context
def collect(
    ctx: click.Context, *, url: str, folder: Path, per_second: float, pages: int, no_sizes: bool, anew: bool
) -> None:
    """Read the public website at URL, which must be your own, into FOLDER. Run it again to go on after a stop.

    Only this website is asked, and what its robots.txt closes is left alone.

    \b
    Exit status:
      0    the whole website was read
      1    something was not read; it is listed
      2    nothing could be read
    """
    from ..website import Options, collect_site

    options = Options(requests_per_second=per_second, pages=pages, every_size=not no_sizes, anew=anew)
    with progress_bar("Asking the website") as progress:
        collection = collect_site(url, folder, options=options, progress=progress)
    click.echo(_said(collection))
    ctx.exit(NOTHING_TO_DO if collection.complete and not collection.problems else SOMETHING_TO_DO)


def _said(collection: Collection) -> str:
    from ..report.phrases import count, place, printable

    pages, photos = count(collection.pages, "page"), count(collection.photos, "photo file")
    lines = [f"{collection.origin}: {pages} and {photos} kept in {collection.folder}"]
    if not collection.complete:
        lines.append("Something is left to read: run the same command again to go on.")
    lines.extend(f"  {place(each)}: {printable(each.found)}. {each.remedy}" for each in collection.problems)
    return "\n".join(lines)
