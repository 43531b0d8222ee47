"""Moodle XML: every kind Moodle knows, with pictures inside the file.

Format: https://docs.moodle.org/en/Moodle_XML_format. Words are escaped where they are meant as HTML: a question that
shows ``<b>`` shows those three characters.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from fractions import Fraction
from html import escape
from xml.etree import ElementTree as ET

from ...records import Question, QuestionKind
from ..option_rules import CHOOSE_MANY
from .exported import TAG, Exported, Loss, Pictures, in_another_way, no_pictures, papers_left_out, tags_of, with_unit
from .gift import days_written, pairs_of

_DECIMALS = 7  # of a share of the marks, as Moodle writes them
_FILE = "case.jpg"


def to_moodle(bank: Sequence[Question], pictures: Pictures = no_pictures) -> Exported:
    """All questions in one file, ``questions.xml``, in a category for each lesson."""
    quiz = ET.Element("quiz")
    losses: list[Loss] = []
    lesson = None
    for question in bank:
        if question.lesson != lesson:
            lesson = question.lesson
            category = ET.SubElement(quiz, "question", type="category")
            _text(ET.SubElement(category, "category"), f"$course$/top/Before You Post/{lesson}")
        losses += _add(quiz, question, pictures)
    ET.indent(quiz)
    data = ET.tostring(quiz, encoding="utf-8", xml_declaration=True)
    return Exported(files={"questions.xml": data + b"\n"}, questions=len(bank), losses=tuple(losses))


def _add(quiz: ET.Element, question: Question, pictures: Pictures) -> Iterator[Loss]:
    node = ET.SubElement(quiz, "question", type=_type(question.kind))
    _text(ET.SubElement(node, "name"), question.id)
    picture = pictures(question.case) if question.case and "picture" in question.case.show else None
    stem = ET.SubElement(node, "questiontext", format="html")
    _text(stem, _html(with_unit(question), picture[1] if picture else None))
    if picture:
        file = ET.SubElement(stem, "file", name=_FILE, path="/", encoding="base64")
        file.text = base64.b64encode(picture[0]).decode()
    elif question.case and "picture" in question.case.show and (question.case.photo or question.case.original):
        yield Loss(question.id, "its case has no picture that could be taken along")
    _feedback(node, "generalfeedback", _general(question))
    ET.SubElement(node, "defaultgrade").text = "1"
    ET.SubElement(node, "penalty").text = "0"
    ET.SubElement(node, "hidden").text = "0"
    ET.SubElement(node, "idnumber").text = question.id
    _answers(node, question)
    if question.hint:
        _text(ET.SubElement(node, "hint", format="html"), _html(question.hint))
    tags = ET.SubElement(node, "tags")
    for name, value in tags_of(question):
        _text(ET.SubElement(tags, "tag"), f"{name}{TAG}{value}")
    yield from in_another_way(question)
    yield from papers_left_out(question)
    if question.computed:
        yield Loss(question.id, "how the program works the answer out is left out")


def _type(kind: QuestionKind) -> str:
    return {
        QuestionKind.TRUE_FALSE: "truefalse",
        QuestionKind.ORDER: "matching",
        QuestionKind.MATCH: "matching",
        QuestionKind.SORT: "matching",
        QuestionKind.NUMBER: "numerical",
        QuestionKind.DATE: "shortanswer",
    }.get(kind, "multichoice")


def _answers(node: ET.Element, question: Question) -> None:
    kind = _type(question.kind)
    if kind == "matching":
        ET.SubElement(node, "shuffleanswers").text = "true"
        for left, right in pairs_of(question):
            pair = ET.SubElement(node, "subquestion", format="html")
            _text(pair, _html(left))
            _text(ET.SubElement(pair, "answer"), right)
        return
    if kind == "multichoice":
        single = question.kind not in CHOOSE_MANY
        ET.SubElement(node, "single").text = "true" if single else "false"
        ET.SubElement(node, "shuffleanswers").text = "true"
        ET.SubElement(node, "answernumbering").text = "none"
    if kind == "shortanswer":
        ET.SubElement(node, "usecase").text = "0"
    many = sum(option.right for option in question.options)
    for option in question.options:
        fraction = _fraction(question, right=option.right, of=many)
        for text in _texts(question, option.id, option.text, option.value):
            formatted = "html" if kind == "multichoice" else "moodle_auto_format"
            answer = ET.SubElement(node, "answer", fraction=fraction, format=formatted)
            _text(answer, _html(text) if kind == "multichoice" else text)
            _feedback(answer, "feedback", option.why)
            if kind == "numerical":
                ET.SubElement(answer, "tolerance").text = "0"


def _texts(question: Question, option: str, text: str, value: str | None) -> list[str]:
    if question.kind is QuestionKind.TRUE_FALSE:
        return [option]
    if question.kind is QuestionKind.NUMBER:
        return [value or ""]
    return days_written(value or "") if question.kind is QuestionKind.DATE else [text]


def _fraction(question: Question, *, right: bool, of: int) -> str:
    """Of several, right ones share the marks and a wrong one takes all of them: only the whole answer counts."""
    if question.kind not in CHOOSE_MANY:
        return "100" if right else "0"
    return f"{float(Fraction(100, of)):.{_DECIMALS}f}".rstrip("0").rstrip(".") if right else "-100"


def _general(question: Question) -> str:
    if question.kind in (QuestionKind.NUMBER, QuestionKind.DATE):
        return question.otherwise
    if _type(question.kind) == "matching":
        return "\n".join(f"{option.text}: {option.why}" for option in question.options)
    return ""


def _feedback(node: ET.Element, name: str, words: str) -> None:
    _text(ET.SubElement(node, name, format="html"), _html(words) if words else "")


def _html(words: str, alt: str | None = None) -> str:
    """Plain words as the HTML of a paragraph; with ``alt``, the picture that comes with them."""
    image = "" if alt is None else f'<p><img src="@@PLUGINFILE@@/{_FILE}" alt="{escape(alt)}"></p>'
    return image + "".join(f"<p>{escape(line, quote=False)}</p>" for line in words.splitlines() if line.strip())


def _text(node: ET.Element, words: str) -> None:
    ET.SubElement(node, "text").text = words
