"""The rules a lesson teaches, with the law they state, and what of the article it tells."""

from __future__ import annotations

from typing import Any

import anywidget
import traitlets

from ...law.citation import url
from ...law.rows import Row, every_row
from ...records import Lesson
from ...rules import load_rules
from ...rules.base import Rule
from . import assets

Values = dict[str, Any]
UNVERIFIED = "Our notes have not verified this. Ask your counsel."


class Taught(anywidget.AnyWidget):
    """What stands behind a lesson, for whoever wants to look it up."""

    _esm = assets.script("taught")
    _css = assets.style("taught")

    given = traitlets.Dict().tag(sync=True)

    def __init__(self, lesson: Lesson) -> None:
        rows = {row.id: row for row in every_row()}
        super().__init__(
            given={
                "rules": [_rule(rule) for rule in load_rules() if rule.lesson == lesson.slug],
                "told": [_row(row) for row in rows.values() if row.lesson == lesson.slug],
                "claims": [_claim(rows[claim]) for claim in lesson.claims if claim in rows],
            }
        )


def _rule(rule: Rule) -> Values:
    return {
        "title": rule.title,
        "citation": rule.citation,
        "address": url(rule.citation),
        "remedy": rule.remedy,
        "note": UNVERIFIED if rule.tag == "U" else "",
    }


def _row(row: Row) -> Values:
    words = _sentence(row.about)
    mistake = row.id.startswith("trap-")
    return {"words": f"A common mistake: “{words}”" if mistake else words, "note": UNVERIFIED if row.tag == "U" else ""}


def _claim(row: Row) -> Values:
    return {"id": row.id, "words": _sentence(row.about), "note": row.correction or ""}


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."
