"""QTI 2.1: a package whose parts fit together, with every picture, every reason and a marking that can be followed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree
from PIL import Image

from before_you_post.records import CaseRef, Question, QuestionKind
from before_you_post.training.exchange import to_qti

SUBSET = Path(__file__).parent / "qti_subset.rng"
SPACE = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
Pictures = Callable[[CaseRef], tuple[bytes, str]]


@pytest.fixture(scope="module")
def package(bank: tuple[Question, ...], pictures: Pictures) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(to_qti(bank, pictures).files["questions.zip"]))


def items(package: zipfile.ZipFile) -> dict[str, etree._Element]:
    names = [name for name in package.namelist() if name.startswith("items/")]
    return {Path(name).stem: etree.fromstring(package.read(name)) for name in names}


def test_every_item_and_the_test_have_the_shape_of_the_standard(package: zipfile.ZipFile) -> None:
    """The grammar beside this file is ours, of the parts of QTI 2.1 that we write; 1EdTech's may not be passed on."""
    grammar = etree.RelaxNG(etree.parse(SUBSET))
    for name, node in [*items(package).items(), ("test", etree.fromstring(package.read("test.xml")))]:
        assert grammar.validate(node), (name, grammar.error_log)


def test_the_grammar_refuses_what_the_standard_does_not_know(package: zipfile.ZipFile) -> None:
    grammar = etree.RelaxNG(etree.parse(SUBSET))
    node = next(iter(items(package).values()))
    node.append(etree.SubElement(node, f"{SPACE}guess"))
    assert not grammar.validate(node)


def test_the_manifest_names_every_file_once(package: zipfile.ZipFile) -> None:
    manifest = etree.fromstring(package.read("imsmanifest.xml"))
    space = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
    named = [str(file.get("href")) for file in manifest.iter(f"{space}file")]
    assert sorted([*named, "imsmanifest.xml"]) == sorted(package.namelist())
    known = {resource.get("identifier") for resource in manifest.iter(f"{space}resource")}
    assert {one.get("identifierref") for one in manifest.iter(f"{space}dependency")} <= known


def test_every_question_is_an_item_of_the_test(package: zipfile.ZipFile, bank: tuple[Question, ...]) -> None:
    test = etree.fromstring(package.read("test.xml"))
    asked = [one.get("href") for one in test.iter(f"{SPACE}assessmentItemRef")]
    assert asked == [f"items/{question.id}.xml" for question in bank]


def test_right_answers_and_reasons_are_in_the_item(package: zipfile.ZipFile, bank: tuple[Question, ...]) -> None:
    found = items(package)
    for question in bank:
        node = found[question.id]
        reasons = {str(one.text) for one in node.iter(f"{SPACE}modalFeedback")}
        if question.kind in (QuestionKind.SINGLE, QuestionKind.SEVERAL, QuestionKind.HOTSPOT, QuestionKind.NUMBER):
            assert {option.why for option in question.options} <= reasons
        if question.kind in (QuestionKind.SINGLE, QuestionKind.SEVERAL):
            correct = {value.text for value in node.iterfind(f".//{SPACE}correctResponse/{SPACE}value")}
            assert correct == {f"o-{option.id}" for option in question.options if option.right}


def test_places_lie_inside_their_picture(package: zipfile.ZipFile, bank: tuple[Question, ...]) -> None:
    found = items(package)
    hotspots = [question for question in bank if question.kind is QuestionKind.HOTSPOT]
    assert hotspots
    for question in hotspots:
        with Image.open(io.BytesIO(package.read(f"images/{question.id}.jpg"))) as picture:
            width, height = picture.size
        for choice in found[question.id].iter(f"{SPACE}hotspotChoice"):
            left, top, right, bottom = map(int, str(choice.get("coords")).split(","))
            assert 0 <= left < right <= width
            assert 0 <= top < bottom <= height


def test_without_pictures_questions_of_places_are_left_out_and_named(bank: tuple[Question, ...]) -> None:
    exported = to_qti(bank)
    gone = {loss.question for loss in exported.losses if "left out as a whole" in loss.what}
    assert gone == {question.id for question in bank if question.kind is QuestionKind.HOTSPOT}
    assert exported.questions == len(bank) - len(gone)


def test_the_same_questions_give_the_same_bytes(bank: tuple[Question, ...], pictures: Pictures) -> None:
    assert to_qti(bank[:3], pictures).files == to_qti(bank[:3], pictures).files
