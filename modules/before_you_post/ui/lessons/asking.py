"""What every widget that asks questions does alike: it hands the page a question's case, and reads what comes back.

The picture and papers of a case are read when the page asks for them, on a thread: a page is run before anybody
visits it, and the first look into a sample practice takes a moment.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from threading import Thread
from typing import Any

import anywidget

from ...records import Question, QuestionKind
from .. import assets as dashboard
from ..handing_back import kernel_loop, written_down
from . import assets
from .bringing import bring

Values = dict[str, Any]
SCRIPTS = ("case", "choices", "arranging", "typed", "hotspot", "question")
_NO_CASE: Values = {"alt": "", "lines": [], "trouble": "The picture and papers of this question cannot be shown."}


class Asking(anywidget.AnyWidget):
    """A widget that asks questions. What its page sends comes from a browser and is checked by whoever acts on it."""

    def __init__(self, **traits: Any) -> None:
        super().__init__(**traits)
        self._hand_back = kernel_loop()
        self.on_msg(self._receive)

    def actions(self, content: Mapping[str, Any]) -> Mapping[str, Callable[[], None]]:
        """What the page may ask for, by the word it says as ``do``."""
        raise NotImplementedError

    def question_of(self, question_id: str) -> Question | None:
        """The question of that id, if it is on the page now."""
        raise NotImplementedError

    def _receive(self, _: Any, content: Any, __: Any) -> None:
        asked: Mapping[str, Any] = content if isinstance(content, Mapping) else {}
        actions = {"case": lambda: self._case(str(asked.get("question"))), **self.actions(asked)}
        actions.get(str(asked.get("do")), lambda: None)()

    def _case(self, question_id: str) -> None:
        question = self.question_of(question_id)
        if question is not None and question.case is not None:
            Thread(target=self._read_case, args=(question,), name="case", daemon=True).start()

    def _read_case(self, question: Question) -> None:
        values, pictures = case_of(question)
        self._hand_back(lambda: self.send({"tell": "case", "question": question.id, **values}, pictures))


def case_of(question: Question) -> tuple[Values, list[bytes]]:
    """The words of a question's case and its picture, for the page. A fault is written down and told, not raised."""
    if question.case is None:
        return _NO_CASE, []
    ref = question.case
    if question.kind is QuestionKind.DEFECTS:  # its lines are the form; what is on file besides would give them away
        ref = replace(ref, show=tuple(part for part in ref.show if part != "form"))
    try:
        case = bring(".sample_cases", "sample_case")(ref)
    except Exception as error:  # whatever it is, the question can still be read
        written_down(error)
        return _NO_CASE, []
    lines = [{"label": label, "words": words} for label, words in case.lines]
    return {"alt": case.alt, "lines": lines, "trouble": ""}, [case.picture] if case.picture else []


def script(*names: str) -> str:
    """One ES module: the signs, everything that asks questions, and the files named."""
    return "\n".join([dashboard.joined(("marks",), "js"), assets.script(*SCRIPTS, *names)])


def style(*names: str) -> str:
    """The lessons' style with that of questions and the files named."""
    return assets.style("question", *names)
