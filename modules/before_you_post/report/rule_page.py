"""One rule on one page: what it asks and why, where the law says so, how serious it is, and what to do."""

from __future__ import annotations

import inspect
import textwrap
from importlib import import_module

from ..law.citation import url
from ..rules.base import Rule
from . import phrases

_WIDTH = 88  # characters


def text(rule: Rule) -> str:
    """Return a rule explained in plain text; its reasons are the docstring of the file that holds it."""
    reasons = inspect.getdoc(import_module(rule.check.__module__)) or ""
    page = url(rule.citation)
    facts = (
        ("Law", f"{rule.citation} ({phrases.TAGS.get(rule.tag, rule.tag)})"),
        ("Read it", page or "no official page known"),
        ("Severity", f"{phrases.SEVERITIES[rule.severity].label}: {phrases.SEVERITIES[rule.severity].sentence}"),
        ("What to do", rule.remedy),
        ("Lesson", rule.lesson),
    )
    lines = [textwrap.fill(f"{label + ':':<12}{value}", _WIDTH, subsequent_indent=" " * 12) for label, value in facts]
    return "\n".join([rule.id, rule.title, "", reasons.strip(), "", *lines])
