"""``before-you-post rules``: what is checked, and why."""

from __future__ import annotations

import json

import click

from .group import main

# ruff: noqa: PLC0415


@main.group(invoke_without_command=True, short_help="List what is checked, and explain it.")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
@click.pass_context
def rules(ctx: click.Context, as_json: bool) -> None:
    """List what is checked; `rules show ID` explains one rule."""
    if ctx.invoked_subcommand is not None:
        return
    from ..rules import load_rules

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
    from ..report import rule_page
    from ..report.findings import rulebook

    rule = rulebook().get(rule_id)
    if rule is None:
        raise click.BadParameter(f"there is no rule {rule_id!r}; `before-you-post rules` lists them", param_hint="ID")
    click.echo(rule_page.text(rule))
