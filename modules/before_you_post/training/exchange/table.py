"""A table of all questions, one line for each option, for a spreadsheet or for reading them over."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from ...records import Option, Question
from ...report.csv_cells import plain
from .exported import Exported

COLUMNS = (
    "question", "lesson", "version", "kind", "use", "critical", "difficulty", "stem", "hint", "unit", "rules", "claims",
    "case", "show", "option", "text", "right", "why", "value", "partner", "pile", "region", "otherwise",
)  # fmt: skip


def to_table(bank: Sequence[Question]) -> Exported:
    """``questions.csv``, which holds everything but how the program works an answer out."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for question in bank:
        for option in question.options:
            writer.writerow({**_of_question(question), **_of_option(option)})
    data = text.getvalue().encode("utf-8-sig")  # the mark without which Excel takes every dash for something else
    return Exported(files={"questions.csv": data}, questions=len(bank), losses=())


def _of_question(question: Question) -> dict[str, str]:
    case = question.case
    return {
        "question": question.id,
        "lesson": question.lesson,
        "version": str(question.version),
        "kind": question.kind.value,
        "use": question.use.value,
        "critical": "yes" if question.critical else "no",
        "difficulty": str(question.difficulty),
        "stem": plain(question.stem),
        "hint": plain(question.hint),
        "unit": question.unit,
        "rules": " ".join(question.rules),
        "claims": " ".join(question.claims),
        "case": f"{case.practice}/{case.photo or case.original or case.form or case.matter}" if case else "",
        "show": " ".join(case.show) if case else "",
        "otherwise": plain(question.otherwise),
    }


def _of_option(option: Option) -> dict[str, str]:
    return {
        "option": option.id,
        "text": plain(option.text),
        "right": "yes" if option.right else "no",
        "why": plain(option.why),
        "value": option.value or "",
        "partner": plain(option.partner or ""),
        "pile": plain(option.pile or ""),
        "region": " ".join(map(str, option.region)) if option.region else "",
    }
