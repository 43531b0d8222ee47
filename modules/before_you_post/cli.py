"""The command ``before-you-post``: begin a practice folder, audit it, open the dashboard, read the rules.

What a command needs is imported when it runs: the libraries that look at pictures take seconds to load, and
``--help`` must not.
"""

from __future__ import annotations

import json
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from . import __version__
from .records import InputError, Problem

if TYPE_CHECKING:
    from .collect import Progress
    from .store import Kept

# ruff: noqa: PLC0415

NOTHING_TO_DO, SOMETHING_TO_DO, UNREADABLE, FAILED, STOPPED = 0, 1, 2, 3, 130

FOLDER = click.Path(path_type=Path, file_okay=True, dir_okay=True)
DAY = click.DateTime(formats=["%Y-%m-%d"])


class Commands(click.Group):
    """A group of commands that ends with a documented status whatever happens."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; turn what went wrong into words and a status."""
        try:
            return super().invoke(ctx)
        except InputError as error:
            click.echo(_explained(error.problem), err=True)
            ctx.exit(UNREADABLE)
        except KeyboardInterrupt:
            click.echo("Stopped. What was kept before is unchanged.", err=True)
            ctx.exit(STOPPED)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception:
            # a bug: shown in full, and with a status of its own, since 1 means "findings" to whoever called us
            traceback.print_exc()
            ctx.exit(FAILED)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="before-you-post")
def main() -> None:
    """Check the patient photos a practice has published against the authorizations on file.

    Nothing leaves this machine. Training material, not legal advice.
    """
    for stream in (sys.stdout, sys.stderr):
        # a patient's name must not stop an audit on a terminal that cannot show it
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


@main.command(short_help="Make an empty practice folder.")
@click.argument("folder", metavar="DIR", type=FOLDER)
def init(folder: Path) -> None:
    """Make an empty practice folder, with a comment beside everything to fill in.

    Refuses a folder that already holds one of its files.
    """
    from .practice import scaffold

    for path in scaffold(folder):
        click.echo(f"Made {path}")
    click.echo(f"Fill these in, then run: before-you-post audit {folder}")


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
    from .report import document, summary
    from .report.totals import totals

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
    from .app import serve_dashboard

    serve_dashboard(practice, port=port, open_browser=not no_browser)


@main.group(invoke_without_command=True, short_help="List what is checked, and explain it.")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
@click.pass_context
def rules(ctx: click.Context, as_json: bool) -> None:
    """List what is checked; `rules show ID` explains one rule."""
    if ctx.invoked_subcommand is not None:
        return
    from .rules import load_rules

    every = load_rules()
    if as_json:
        fields = [
            {"id": rule.id, "severity": rule.severity.value, "title": rule.title, "citation": rule.citation}
            for rule in every
        ]
        click.echo(json.dumps(fields, ensure_ascii=False, indent=2))
        return
    for rule in every:
        click.echo(f"{rule.id:<30} {rule.severity.value:<6} {rule.title} ({rule.citation})")


@rules.command()
@click.argument("rule_id", metavar="ID")
def show(rule_id: str) -> None:
    """Explain the rule with this id: what it asks, where the law says so, what to do."""
    from .report import rule_page
    from .report.findings import rulebook

    rule = rulebook().get(rule_id)
    if rule is None:
        raise click.BadParameter(f"there is no rule {rule_id!r}; `before-you-post rules` lists them", param_hint="ID")
    click.echo(rule_page.text(rule))


def _audited(practice: Path, as_of: datetime | None) -> Kept:
    with _progress_bar() as progress:
        from .store import audit_and_keep

        return audit_and_keep(practice, today=as_of.date() if as_of else date.today(), progress=progress)


@contextmanager
def _progress_bar() -> Iterator[Progress]:
    """Show a bar on the error stream where that is a terminal; say nothing where it is a file or a pipe."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task("Loading what looks at pictures", total=None)

        def progress(stage: str, done: int, total: int) -> None:
            bar.update(task, description=stage, completed=done, total=total)

        yield progress


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
    from .report import document, excel
    from .report.writing import refuse_published, write_whole

    for target in filter(None, (out, json_file)):
        refuse_published(target, kept.audit.practice)
    written = []
    if out is not None:
        written.append(write_whole(out / "findings.xlsx", excel.to_bytes(kept)))
        written.append(write_whole(out / "audit.json", document.to_bytes(kept.audit)))
    if json_file is not None:
        written.append(write_whole(json_file, document.to_bytes(kept.audit)))
    return written


def _explained(problem: Problem) -> str:
    from .report.phrases import place, printable

    lines = (f"Found: {problem.found}", f"Expected: {problem.expected}", f"What to do: {problem.remedy}")
    return "\n".join([f"Cannot go on: {place(problem)}", *(f"  {printable(line)}" for line in lines)])
