"""``before-you-post rules``: what is checked, and why."""

from __future__ import annotations

import json

import click

from .group import main
from .states import postal_code

# ruff: noqa: PLC0415


@main.group(invoke_without_command=True, short_help="List what is checked, and explain it.")
@click.option("--state", callback=postal_code, metavar="XX", help="Federal rules, and those of this state, such as CA.")
@click.option("--family", "only", metavar="NAME", help="The rules of one family, such as authorization.")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
@click.pass_context
def rules(ctx: click.Context, state: str | None, only: str | None, as_json: bool) -> None:
    """List what is checked; `rules show ID` explains one rule."""
    if ctx.invoked_subcommand is not None:
        return
    from ..law.state_packs import state_of, told
    from ..report.rule_page import fields
    from ..rules import families, family, load_rules

    if only is not None and only not in families():
        raise click.BadParameter(f"one of {', '.join(families())}", param_hint="--family")
    listed = [rule for rule in load_rules() if only in (None, family(rule.id))]
    if state is not None:
        click.echo(told(state), err=True)  # beside the list, which a program may read
        listed = [rule for rule in listed if state_of(rule.id) in (None, state)]
    if as_json:
        click.echo(json.dumps([fields(rule) for rule in listed], ensure_ascii=False, indent=2))
        return
    for rule in listed:
        click.echo(f"{rule.id:<32} {rule.severity.value:<6} {rule.title} ({rule.citation})")


@rules.command()
@click.argument("rule_id", metavar="ID")
def show(rule_id: str) -> None:
    """Explain the rule with this id: why, what the law says, what is checked, examples, what to do."""
    from ..report import rule_page
    from ..report.findings import rulebook

    rule = rulebook().get(rule_id)
    if rule is None:
        raise click.BadParameter(f"there is no rule {rule_id!r}; `before-you-post rules` lists them", param_hint="ID")
    click.echo(rule_page.text(rule))
