"""``before-you-post course``: the lessons there are, and every gap between law, rules, lessons and questions."""

from __future__ import annotations

from datetime import date, datetime

import click

from .group import DAY, SOMETHING_TO_DO, main

# ruff: noqa: PLC0415


@main.group(short_help="List the lessons, or name every gap in the curriculum.")
def course() -> None:
    """Look at the curriculum: for whoever keeps lessons and questions current."""


@course.command("list", short_help="List the lessons in their order.")
def list_lessons() -> None:
    """Print every lesson with its minutes, whom it is for, and how many questions it has."""
    from ..training.bank import load_bank
    from ..training.course import load_course

    bank = load_bank()
    for lesson in load_course().lessons:
        questions = sum(question.lesson == lesson.slug for question in bank)
        asked = "asks across the course" if lesson.exam else f"{questions} questions"
        click.echo(f"{lesson.slug:24}{lesson.minutes:3} min  {asked:22}  {', '.join(lesson.audience)}")


@course.command(short_help="Name every gap; status 1 where there is one.")
@click.option("--as-of", type=DAY, metavar="YYYY-MM-DD", help="Judge as of another day; by default, today.")
@click.pass_context
def check(ctx: click.Context, as_of: datetime | None) -> None:
    """Name what is missing: a rule untaught or unasked, a question without its lesson, a day to look again passed.

    \b
    Exit status:
      0    nothing is missing
      1    something is
      2    a file of the curriculum cannot be read
    """
    from ..training.traceability import gaps

    found = gaps(as_of.date() if as_of else date.today())
    for gap in found:
        click.echo(f"{gap.about}: {gap.words}")
    if found:
        click.echo(f"\n{len(found)} to mend. docs/curriculum.md says how.")
        ctx.exit(SOMETHING_TO_DO)
    click.echo("Every rule and every claim of the article is taught and asked; no day to look again has passed.")
