"""QTI 2.1, as a content package: an XML file for each question, the pictures, a test in sections, and the manifest.

Format: 1EdTech (IMS) Question and Test Interoperability 2.1. Marks are given for the whole answer only.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.etree import ElementTree as ET

from ...records import Question
from .exported import Exported, Loss, Pictures, no_pictures, papers_left_out
from .qti_item import item, needs_picture

_QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
_PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
_MADE = (1980, 1, 1, 0, 0, 0)  # in the zip: the same questions give the same bytes


def to_qti(bank: Sequence[Question], pictures: Pictures = no_pictures) -> Exported:
    """All questions in one package, ``questions.zip``; one of places without its picture is left out, and named."""
    files: dict[str, bytes] = {}
    losses: list[Loss] = []
    carried: list[Question] = []
    for question in bank:
        picture = pictures(question.case) if question.case and "picture" in question.case.show else None
        if picture is None and needs_picture(question):
            losses.append(
                Loss(question.id, "is left out as a whole: it asks for places in a picture that is not there")
            )
            continue
        if picture:
            files[f"images/{question.id}.jpg"] = picture[0]
        files[f"items/{question.id}.xml"] = written(item(question, picture))
        carried.append(question)
        losses += _losses(question)
    files["test.xml"] = written(_test(carried))
    files["imsmanifest.xml"] = written(_manifest(carried, files))
    return Exported(files={"questions.zip": _zipped(files)}, questions=len(carried), losses=tuple(losses))


def _losses(question: Question) -> Iterator[Loss]:
    yield from papers_left_out(question)
    yield Loss(question.id, "rules, claims, version, use and difficulty are left out")
    if question.hint:
        yield Loss(question.id, "the hint is left out")
    if question.computed:
        yield Loss(question.id, "how the program works the answer out is left out")


def written(node: ET.Element) -> bytes:
    """The XML file of an element."""
    ET.indent(node)
    text: bytes = ET.tostring(node, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _test(bank: Sequence[Question]) -> ET.Element:
    test = ET.Element("assessmentTest", xmlns=_QTI, identifier="before-you-post", title="Before You Post")
    part = ET.SubElement(test, "testPart", identifier="all", navigationMode="nonlinear", submissionMode="individual")
    for lesson, questions in groupby(bank, key=lambda question: question.lesson):
        section = ET.SubElement(part, "assessmentSection", identifier=lesson, title=lesson, visible="true")
        for question in questions:
            ET.SubElement(section, "assessmentItemRef", identifier=f"q-{question.id}", href=f"items/{question.id}.xml")
    return test


def _manifest(bank: Sequence[Question], files: dict[str, bytes]) -> ET.Element:
    manifest = ET.Element("manifest", xmlns=_PACKAGE, identifier="before-you-post-package")
    metadata = ET.SubElement(manifest, "metadata")
    ET.SubElement(metadata, "schema").text = "QTIv2.1 Package"
    ET.SubElement(metadata, "schemaversion").text = "1.0.0"
    ET.SubElement(manifest, "organizations")
    resources = ET.SubElement(manifest, "resources")
    test = ET.SubElement(resources, "resource", identifier="test", type="imsqti_test_xmlv2p1", href="test.xml")
    ET.SubElement(test, "file", href="test.xml")
    for question in bank:
        ET.SubElement(test, "dependency", identifierref=f"r-{question.id}")
        name = f"items/{question.id}.xml"
        resource = ET.SubElement(
            resources, "resource", identifier=f"r-{question.id}", type="imsqti_item_xmlv2p1", href=name
        )
        ET.SubElement(resource, "file", href=name)
        if f"images/{question.id}.jpg" in files:
            ET.SubElement(resource, "file", href=f"images/{question.id}.jpg")
    return manifest


def _zipped(files: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            archive.writestr(zipfile.ZipInfo(name, _MADE), files[name], zipfile.ZIP_DEFLATED)
    return packed.getvalue()
