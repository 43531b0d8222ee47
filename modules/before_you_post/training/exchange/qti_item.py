"""One question as an item of QTI 2.1: what is asked, how the answer is marked, and every reason."""

from __future__ import annotations

import io
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from PIL import Image

from ...records import Option, Question, QuestionKind
from ..option_rules import CHOOSE_MANY, CHOOSE_ONE
from .gift import days_written, pairs_of

_QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_ANSWER, _SCORE, _REASON = "RESPONSE", "SCORE", "REASON"
_WHOLE = "whole"  # the reason that is told whatever was answered
_PAIRED = (QuestionKind.MATCH, QuestionKind.SORT)
_TYPED = (QuestionKind.NUMBER, QuestionKind.DATE)

Picture = tuple[bytes, str]  # JPEG, and the words that stand for it


def needs_picture(question: Question) -> bool:
    """Whether it cannot be asked without its picture."""
    return question.kind is QuestionKind.HOTSPOT


def item(question: Question, picture: Picture | None) -> ET.Element:
    """The ``assessmentItem``. A picture is named ``../images/<id>.jpg``, as it lies in the package."""
    node = ET.Element(
        "assessmentItem",
        xmlns=_QTI,
        identifier=f"q-{question.id}",
        title=question.id,
        adaptive="false",
        timeDependent="false",
    )
    cardinality, base = _shape(question)
    answer = ET.SubElement(node, "responseDeclaration", identifier=_ANSWER, cardinality=cardinality, baseType=base)
    correct = ET.SubElement(answer, "correctResponse")
    for value in _right(question):
        ET.SubElement(correct, "value").text = value
    score = ET.SubElement(node, "outcomeDeclaration", identifier=_SCORE, cardinality="single", baseType="float")
    ET.SubElement(ET.SubElement(score, "defaultValue"), "value").text = "0"
    told = "multiple" if question.kind in CHOOSE_MANY else "single"
    ET.SubElement(node, "outcomeDeclaration", identifier=_REASON, cardinality=told, baseType="identifier")
    _body(ET.SubElement(node, "itemBody"), question, picture)
    _marking(ET.SubElement(node, "responseProcessing"), question)
    for name, words in _reasons(question):
        told_node = ET.SubElement(node, "modalFeedback", outcomeIdentifier=_REASON, identifier=name, showHide="show")
        told_node.text = words
    return node


def _shape(question: Question) -> tuple[str, str]:
    """Cardinality and base type of the answer."""
    if question.kind in CHOOSE_MANY:
        return "multiple", "identifier"
    if question.kind is QuestionKind.ORDER:
        return "ordered", "identifier"
    if question.kind in _PAIRED:
        return "multiple", "directedPair"
    if question.kind is QuestionKind.NUMBER:
        return "single", "float"
    return "single", "string" if question.kind is QuestionKind.DATE else "identifier"


def _right(question: Question) -> list[str]:
    if question.kind is QuestionKind.ORDER:
        return [_name(option) for option in question.options]
    if question.kind in _PAIRED:
        partners = _partners(question)
        return [
            f"{_name(option)} {partners[right]}"
            for option, (_, right) in zip(question.options, pairs_of(question), strict=True)
        ]
    right = [option for option in question.options if option.right]
    return [right[0].value or ""] if question.kind in _TYPED else [_name(option) for option in right]


def _name(option: Option) -> str:
    """An identifier of XML, which must not begin with a digit."""
    return f"o-{option.id}"


def _partners(question: Question) -> dict[str, str]:
    """Each partner or pile once, with an identifier of its own."""
    rights = dict.fromkeys(right for _, right in pairs_of(question))
    return {right: f"p-{number}" for number, right in enumerate(rights, 1)}


# ---------------------------------------------------------------- what is asked


def _body(body: ET.Element, question: Question, picture: Picture | None) -> None:
    if picture and not needs_picture(question):
        paragraph = ET.SubElement(body, "p")
        ET.SubElement(paragraph, "img", src=f"../images/{question.id}.jpg", alt=picture[1])
    if question.kind in _TYPED:
        paragraph = ET.SubElement(body, "p")
        paragraph.text = question.stem + " "
        entry = ET.SubElement(paragraph, "textEntryInteraction", responseIdentifier=_ANSWER, expectedLength="12")
        entry.tail = f" {question.unit}" if question.unit else None
        return
    _interaction(body, question, picture)


def _interaction(body: ET.Element, question: Question, picture: Picture | None) -> None:
    if question.kind in _PAIRED:
        _matching(body, question)
        return
    if needs_picture(question) and picture:
        _places(body, question, picture)
        return
    ordered = question.kind is QuestionKind.ORDER
    node = ET.SubElement(
        body, "orderInteraction" if ordered else "choiceInteraction", responseIdentifier=_ANSWER, shuffle="true"
    )
    if not ordered:
        node.set("maxChoices", "1" if question.kind in CHOOSE_ONE else "0")  # 0 = as many as one likes
    ET.SubElement(node, "prompt").text = question.stem
    for option in question.options:
        ET.SubElement(node, "simpleChoice", identifier=_name(option)).text = option.text


def _matching(body: ET.Element, question: Question) -> None:
    many = len(question.options)
    node = ET.SubElement(
        body, "matchInteraction", responseIdentifier=_ANSWER, shuffle="true", maxAssociations=str(many)
    )
    ET.SubElement(node, "prompt").text = question.stem
    lefts, rights = ET.SubElement(node, "simpleMatchSet"), ET.SubElement(node, "simpleMatchSet")
    for option in question.options:
        choice = ET.SubElement(lefts, "simpleAssociableChoice", identifier=_name(option), matchMax="1")
        choice.text = option.text
    for words, name in _partners(question).items():
        ET.SubElement(rights, "simpleAssociableChoice", identifier=name, matchMax=str(many)).text = words


def _places(body: ET.Element, question: Question, picture: Picture) -> None:
    with Image.open(io.BytesIO(picture[0])) as image:
        width, height = image.size
    node = ET.SubElement(body, "hotspotInteraction", responseIdentifier=_ANSWER, maxChoices="0")
    ET.SubElement(node, "prompt").text = question.stem
    shown = ET.SubElement(
        node,
        "object",
        type="image/jpeg",
        data=f"../images/{question.id}.jpg",
        width=str(width),
        height=str(height),
    )
    shown.text = picture[1]
    for option in question.options:
        left, top, wide, high = option.region or (0, 0, 0, 0)
        corners = (left * width, top * height, (left + wide) * width, (top + high) * height)
        ET.SubElement(
            node,
            "hotspotChoice",
            identifier=_name(option),
            shape="rect",
            coords=",".join(str(round(corner)) for corner in corners),
            hotspotLabel=option.text,
        )


# ---------------------------------------------------------------- how it is marked, and why


def _marking(node: ET.Element, question: Question) -> None:
    if question.kind in _TYPED:
        _typed_marking(node, question)
        return
    found = ET.SubElement(ET.SubElement(node, "responseCondition"), "responseIf")
    same = ET.SubElement(found, "match")
    ET.SubElement(same, "variable", identifier=_ANSWER)
    ET.SubElement(same, "correct", identifier=_ANSWER)
    _set(found, _SCORE, "float", "1")
    if question.kind in CHOOSE_ONE or question.kind in CHOOSE_MANY:
        told = ET.SubElement(node, "setOutcomeValue", identifier=_REASON)
        ET.SubElement(told, "variable", identifier=_ANSWER)
    else:
        _set(node, _REASON, "identifier", _WHOLE)


def _typed_marking(node: ET.Element, question: Question) -> None:
    condition = ET.SubElement(node, "responseCondition")
    name = "responseIf"
    for option in question.options:
        for value in [option.value or ""] if question.kind is QuestionKind.NUMBER else days_written(option.value or ""):
            found = ET.SubElement(condition, name)
            name = "responseElseIf"
            _compared(found, question, value)
            if option.right:
                _set(found, _SCORE, "float", "1")
            _set(found, _REASON, "identifier", _name(option))
    _set(ET.SubElement(condition, "responseElse"), _REASON, "identifier", _WHOLE)


def _compared(found: ET.Element, question: Question, value: str) -> None:
    if question.kind is QuestionKind.NUMBER:
        same = ET.SubElement(found, "equal", toleranceMode="exact")
        base = "float"
    else:
        same = ET.SubElement(found, "stringMatch", caseSensitive="false")
        base = "string"
    ET.SubElement(same, "variable", identifier=_ANSWER)
    ET.SubElement(same, "baseValue", baseType=base).text = value


def _set(node: ET.Element, outcome: str, base: str, value: str) -> None:
    told = ET.SubElement(node, "setOutcomeValue", identifier=outcome)
    ET.SubElement(told, "baseValue", baseType=base).text = value


def _reasons(question: Question) -> Iterable[tuple[str, str]]:
    each = [(_name(option), option.why) for option in question.options]
    if question.kind in _TYPED:
        return [*each, (_WHOLE, question.otherwise)]
    if question.kind in CHOOSE_ONE or question.kind in CHOOSE_MANY:
        return each
    return [(_WHOLE, "\n".join(f"{option.text}: {option.why}" for option in question.options))]
