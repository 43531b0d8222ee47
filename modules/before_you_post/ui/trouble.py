"""What went wrong, as the page says it: what was found, what was expected, what to do."""

from __future__ import annotations

from typing import Any

from ..records import Problem

Values = dict[str, Any]


def in_the_input(problem: Problem) -> Values:
    """The practice's own files cannot be read at all."""
    place = [("In", problem.path), ("Row", problem.row), ("Column", problem.column)]
    said = [("Found", problem.found), ("Expected", problem.expected)]
    return {
        "title": "The practice's files could not be read",
        "parts": [{"name": name, "words": str(words)} for name, words in place + said if words is not None],
        "remedy": problem.remedy,
    }


def in_the_program(error: Exception) -> Values:
    """The fault is ours. Only its kind is shown: a message may quote a patient's record."""
    return {
        "title": "The check stopped because of a fault in this program",
        "parts": [{"name": "Kind", "words": type(error).__name__}],
        "remedy": "Nothing that was kept is lost. Please report the text that the program wrote in the window where it "
        "was started, after taking out every name.",
    }
