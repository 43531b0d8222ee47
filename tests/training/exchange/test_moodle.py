"""Moodle XML: everything is in it, pictures too; what comes from Moodle is read without trusting it."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from before_you_post.records import InputError, Question, QuestionKind
from before_you_post.training.bank import load_questions
from before_you_post.training.exchange import Pictures, to_moodle
from before_you_post.training.exchange.draft import drafts
from before_you_post.training.exchange.moodle_reader import read_moodle


def questions_in(data: bytes) -> list[etree._Element]:
    return [node for node in etree.fromstring(data).iter("question") if node.get("type") != "category"]


def test_every_question_is_in_the_file_with_its_tags(bank: tuple[Question, ...], pictures: Pictures) -> None:
    exported = to_moodle(bank, pictures)
    found = questions_in(exported.files["questions.xml"])
    assert len(found) == exported.questions == len(bank)
    for node, question in zip(found, bank, strict=True):
        assert node.findtext("idnumber") == question.id
        tags = {tag.findtext("text") for tag in node.iterfind("tags/tag")}
        assert {f"rule:{rule}" for rule in question.rules} <= tags


def test_right_answers_earn_the_marks_and_every_answer_has_its_reason(bank: tuple[Question, ...]) -> None:
    for node, question in zip(questions_in(to_moodle(bank).files["questions.xml"]), bank, strict=True):
        if node.get("type") != "multichoice":
            continue
        right = [float(answer.get("fraction", "")) > 0 for answer in node.iterfind("answer")]
        assert right == [option.right for option in question.options]
        assert abs(sum(max(0.0, float(answer.get("fraction", ""))) for answer in node.iterfind("answer")) - 100) < 0.001
        assert all(answer.findtext("feedback/text") for answer in node.iterfind("answer"))


def test_a_picture_is_inside_the_file_and_can_be_opened(bank: tuple[Question, ...], pictures: Pictures) -> None:
    shown = [one for one in bank if one.case and one.case.photo and "picture" in one.case.show]
    for node in questions_in(to_moodle(shown[:5], pictures).files["questions.xml"]):
        file = node.find("questiontext/file")
        assert file is not None
        with Image.open(io.BytesIO(base64.b64decode(file.text or ""))) as picture:
            assert picture.size == (300, 200)
        assert "@@PLUGINFILE@@/case.jpg" in (node.findtext("questiontext/text") or "")


def test_everything_but_places_and_ids_comes_back(bank: tuple[Question, ...], tmp_path: Path) -> None:
    made = drafts(read_moodle(to_moodle(bank).files["questions.xml"]), "imported")
    back: dict[str, Question] = {}
    for name, text in made.files.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
        back |= {question.id: question for question in load_questions(tmp_path / f"{name}.yaml")}
    assert set(back) == {question.id for question in bank}
    for question in bank:
        got = back[question.id]
        for field in ("stem", "use", "rules", "claims", "difficulty", "critical", "version", "case", "unit", "hint"):
            assert getattr(got, field) == getattr(question, field), (question.id, field)
        assert got.kind is question.kind or question.kind is QuestionKind.HOTSPOT
        assert sorted(option.why for option in got.options) == sorted(option.why for option in question.options)


def test_markup_from_outside_becomes_words() -> None:
    data = b"""<quiz><question type="multichoice"><name><text>x</text></name><questiontext format="html"><text>
      <![CDATA[<p>Is it <b>so</b>?</p><script>alert(1)</script><img src=x onerror=alert(1)>]]></text></questiontext>
      <single>true</single><answer fraction="100"><text>Yes</text></answer><answer fraction="0"><text>No</text></answer>
      </question></quiz>"""
    [found] = read_moodle(data)
    assert found.stem == "Is it so?"


def test_entities_of_a_hostile_file_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret", encoding="utf-8")
    data = f"""<!DOCTYPE quiz [<!ENTITY x SYSTEM "{secret.as_uri()}">]><quiz><question type="essay"><name>
      <text>&x;</text></name></question></quiz>""".encode()
    assert all("the secret" not in f"{one.name}{one.stem}" for one in read_moodle(data))


@pytest.mark.parametrize("data", [b"", b"no xml", b"<html/>", b"<quiz>"])
def test_what_is_no_moodle_file_is_told(data: bytes) -> None:
    with pytest.raises(InputError, match="Moodle"):
        read_moodle(data)


@given(st.text(max_size=200))
def test_any_words_in_a_question_are_read(words: str) -> None:
    quiz = etree.Element("quiz")
    question = etree.SubElement(quiz, "question", type="truefalse")
    node = etree.SubElement(etree.SubElement(question, "questiontext", format="html"), "text")
    try:
        node.text = words
    except ValueError:  # characters that XML cannot hold at all
        return
    drafts(read_moodle(etree.tostring(quiz)), "imported")
