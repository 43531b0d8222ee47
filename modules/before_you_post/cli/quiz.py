"""``before-you-post quiz``: questions for other learning systems, and from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .group import main

if TYPE_CHECKING:
    from ..records import CaseRef
    from ..training.exchange import Exported
    from ..training.exchange.exported import Loss

# ruff: noqa: PLC0415

_SHOWN = 3  # questions that are named for one kind of loss


@main.group(short_help="Export questions to other learning systems, or import them.")
def quiz() -> None:
    """Take questions to Moodle, Canvas or another system, send records to one, or bring questions here."""


@quiz.command("export", short_help="Write all questions, or what people did, in another format.")
@click.option("--format", "wanted", type=click.Choice(["gift", "moodle", "qti", "xapi", "csv"]), required=True)
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="A folder; made if missing."
)
@click.option("--lesson", metavar="SLUG", help="The questions of one lesson only.")
@click.option(
    "--practice", type=click.Path(path_type=Path, exists=True, file_okay=False), help="Of xapi: whose records."
)
def export(wanted: str, out: Path, lesson: str | None, practice: Path | None) -> None:
    """Write questions (gift, moodle, qti, csv) or training records (xapi) into the folder OUT.

    What the format cannot carry is listed. Count the questions after an import elsewhere: some systems drop some
    without a word.
    """
    from ..report.writing import write_whole

    made = _records(practice) if wanted == "xapi" else _questions(wanted, lesson)
    for name, content in made.files.items():
        click.echo(f"Written: {write_whole(out / name, content)}")
    what = "statements" if wanted == "xapi" else "questions"
    click.echo(f"{made.questions} {what}. Compare this number after the import.")
    _list(made.losses, "not carried by this format")


@quiz.command("import", short_help="Make drafts of questions that come from Moodle or in GIFT.")
@click.option("--format", "given", type=click.Choice(["gift", "moodle"]), required=True)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="A folder for the drafts.")
@click.option("--lesson", default="imported", show_default=True, help="For questions that name no lesson of ours.")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def import_(given: str, out: Path, lesson: str, file: Path) -> None:
    """Write drafts in the form of `quizzes/<lesson>.yaml` into the folder OUT. The question bank is not touched.

    A draft lacks what the other system does not know, and says so; docs/curriculum.md explains the keys.
    """
    from ..inputs.delimited import decoded
    from ..report.writing import write_whole
    from ..training.exchange.draft import drafts
    from ..training.exchange.gift_reader import read_gift
    from ..training.exchange.moodle_reader import read_moodle

    data = file.read_bytes()
    found = read_gift(decoded(data), str(file)) if given == "gift" else read_moodle(data, str(file))
    made = drafts(found, lesson)
    for name, text in made.files.items():
        click.echo(f"Written: {write_whole(out / f'{name}.yaml', text.encode())}")
    click.echo(f"{made.questions} of {len(found)} questions are drafts now.")
    _list(made.losses, "to mend by hand")


def _questions(wanted: str, lesson: str | None) -> Exported:
    from ..training.bank import load_bank
    from ..training.course import load_course
    from ..training.exchange import to_gift, to_moodle, to_qti, to_table

    order = load_course().slugs()
    if lesson is not None and lesson not in order:
        raise click.BadParameter(f"no lesson {lesson}; there are {', '.join(order)}", param_hint="--lesson")
    bank = [one for slug in order for one in load_bank() if one.lesson == slug and lesson in (None, slug)]
    if wanted == "gift":
        return to_gift(bank)
    if wanted == "csv":
        return to_table(bank)
    return (to_moodle if wanted == "moodle" else to_qti)(bank, _picture)


def _picture(case: CaseRef) -> tuple[bytes, str] | None:
    from ..ui.lessons.sample_cases import sample_case

    found = sample_case(case)
    return (found.picture, found.alt) if found.picture else None


def _records(practice: Path | None) -> Exported:
    from ..training.bank import load_bank
    from ..training.desk import TrainingDesk
    from ..training.exchange.xapi import to_xapi

    if practice is None:
        raise click.UsageError("xapi is about what people did: say whose with --practice FOLDER.")
    desk = TrainingDesk(practice)
    names = {learner.person: learner.name for learner in desk.everyone()}
    return to_xapi(desk.entries(), load_bank(), names)


def _list(losses: Sequence[Loss], title: str) -> None:
    """Each kind of loss once, with how often and where."""
    kinds = Counter(loss.what for loss in losses)
    if kinds:
        click.echo(f"\nListed as {title}:")
    for what, times in kinds.most_common():
        where = [loss.question for loss in losses if loss.what == what][:_SHOWN]
        more = f" and {times - len(where)} more" if times > len(where) else ""
        click.echo(f"  {what} ({times}: {', '.join(where)}{more})")
