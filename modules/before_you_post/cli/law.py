"""``before-you-post law``: what the law notes rest on, and what of it is due to be looked at again."""

from __future__ import annotations

from datetime import date, datetime

import click

from .group import DAY, NOTHING_TO_DO, SOMETHING_TO_DO, main
from .states import postal_code

# ruff: noqa: PLC0415


@main.command(short_help="Say how old the notes on the law are, and what they hold.")
@click.option("--as-of", type=DAY, metavar="YYYY-MM-DD", help="Judge as of another day; by default, today.")
@click.option("--state", callback=postal_code, metavar="XX", help="Tell what the notes have on one state, such as CA.")
@click.pass_context
def law(ctx: click.Context, as_of: datetime | None, state: str | None) -> None:
    """Say when the notes on the law were last looked at, what is due again, figures in force, and state packs.

    \b
    Exit status:
      0    nothing is due to be looked at again
      1    a day to look again has passed; the notes may still be right
    """
    from ..law.watch_list import due
    from ..report import law_page

    on = as_of.date() if as_of else date.today()
    if state is not None:
        click.echo(law_page.state_text(state))
        return
    click.echo(law_page.text(on))
    ctx.exit(SOMETHING_TO_DO if due(on) else NOTHING_TO_DO)
