"""``before-you-post audit`` and ``dashboard``: check every published photo, and show what was found."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..records import InputError, Problem
from .group import DAY, FOLDER, NOTHING_TO_DO, SOMETHING_TO_DO, main
from .progress import progress_bar

if TYPE_CHECKING:
    from ..store import Kept

# ruff: noqa: PLC0415


@main.command(short_help="Check every published photo of a practice.")
@click.argument("practice", type=FOLDER)
@click.option("--out", type=FOLDER, metavar="DIR", help="Write findings.xlsx and audit.json into this folder.")
@click.option("--json", "json_file", metavar="FILE", help="Write the audit as JSON; - writes it to standard output.")
@click.option("--as-of", type=DAY, metavar="YYYY-MM-DD", help="Judge as of this day instead of today.")
@click.pass_context
def audit(ctx: click.Context, practice: Path, out: Path | None, json_file: str | None, as_of: datetime | None) -> None:
    """Check every published photo of the practice in the folder PRACTICE.

    \b
    Exit status:
      0    nothing to do: every photo clear, every file read without a problem
      1    something to do: findings, problems in your own files, or no photo found
      2    the input could not be read, or a report could not be written
      3    the program itself failed
      130  stopped with Ctrl-C
    """
    from ..report import document, summary
    from ..report.totals import totals

    kept = _audited(practice, as_of)
    to_stdout = json_file == "-"
    with _reporting():
        written = _write_reports(kept, out, None if to_stdout or json_file is None else Path(json_file))
    if to_stdout:
        click.echo(document.to_bytes(kept.audit), nl=False)
    click.echo(summary.text(kept), err=to_stdout)
    for path in written:
        click.echo(f"Written: {path}", err=to_stdout)
    ctx.exit(NOTHING_TO_DO if totals(kept.audit).nothing_to_do else SOMETHING_TO_DO)


@main.command(short_help="Audit, then show the result in the browser.")
@click.argument("practice", type=FOLDER)
@click.option("--port", type=click.IntRange(1, 65535), help="Port on this machine; by default the first free one.")
@click.option("--no-browser", is_flag=True, help="Only print the address.")
@click.option("--as-of", type=DAY, metavar="YYYY-MM-DD", help="Judge as of this day instead of today.")
def dashboard(practice: Path, port: int | None, no_browser: bool, as_of: datetime | None) -> None:
    """Audit the practice in the folder PRACTICE, then show the result in the browser until Ctrl-C."""
    _audited(practice, as_of)
    from ..app import serve_dashboard

    serve_dashboard(practice, port=port, open_browser=not no_browser)


def _audited(practice: Path, as_of: datetime | None) -> Kept:
    with progress_bar() as progress:
        from ..store import audit_and_keep

        return audit_and_keep(practice, today=as_of.date() if as_of else date.today(), progress=progress)


@contextmanager
def _reporting() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InputError(
            Problem(
                path=str(error.filename or "report"),
                found=error.strerror or str(error),
                expected="a place where a report can be written",
                remedy="Choose another folder, or close the program that holds the file open; then try again.",
            )
        ) from error


def _write_reports(kept: Kept, out: Path | None, json_file: Path | None) -> list[Path]:
    from ..report import document, excel
    from ..report.writing import refuse_published, write_whole

    for target in filter(None, (out, json_file)):
        refuse_published(target, kept.audit.practice)
    written = []
    if out is not None:
        written.append(write_whole(out / "findings.xlsx", excel.to_bytes(kept)))
        written.append(write_whole(out / "audit.json", document.to_bytes(kept.audit)))
    if json_file is not None:
        written.append(write_whole(json_file, document.to_bytes(kept.audit)))
    return written
