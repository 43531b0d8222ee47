"""The command itself, and how each of its parts ends: in words and with a documented status."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from typing import Any

import click

from .. import __version__
from ..records import InputError, Problem

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


def _explained(problem: Problem) -> str:
    from ..report.phrases import place, printable  # noqa: PLC0415 - see the package

    lines = (f"Found: {problem.found}", f"Expected: {problem.expected}", f"What to do: {problem.remedy}")
    return "\n".join([f"Cannot go on: {place(problem)}", *(f"  {printable(line)}" for line in lines)])
