"""Reads questions exported from Moodle as XML. Format: https://docs.moodle.org/en/Moodle_XML_format.

The file comes from outside: nothing in it is loaded, run or fetched, and of HTML only the words are kept.
"""

from __future__ import annotations

from lxml import etree, html

from ...records import InputError, Problem
from .draft import Foreign, ForeignAnswer
from .exported import TAG

_ALONE = ("multichoice", "truefalse", "matching", "numerical", "shortanswer")


def read_moodle(data: bytes, path: str = "Moodle XML") -> tuple[Foreign, ...]:
    """Every question of the file. Raises InputError where it is no such XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise _refused(path, str(error), error.lineno) from error
    if root.tag != "quiz":
        raise _refused(path, f"<{root.tag}>", 1)
    return tuple(_question(node) for node in root.iter("question") if node.get("type") != "category")


def _question(node: etree._Element) -> Foreign:
    kind = node.get("type", "")
    how = kind
    if kind == "multichoice":
        how = "one" if (node.findtext("single") or "true").strip() in ("true", "1") else "many"
    stem = _words(node.find("questiontext"))
    tags: dict[str, tuple[str, ...]] = {}
    for tag in node.iterfind("tags/tag"):
        name, _, value = _plain(tag).partition(TAG)
        tags[name] = (*tags.get(name, ()), value)
    named = (node.findtext("idnumber") or "").strip() or _plain(node.find("name")) or stem[:60]
    return Foreign(
        name=named,
        stem=stem,
        how=how if kind in _ALONE else kind or "nothing",
        answers=tuple(_answer(answer, kind) for answer in node.iterfind("answer")),
        pairs=tuple((_words(one), _plain(one.find("answer"))) for one in node.iterfind("subquestion")),
        general=_words(node.find("generalfeedback")),
        hint=_words(node.find("hint")),
        tags=tags,
        pictures=sum(1 for _ in node.iter("file")),
    )


def _answer(node: etree._Element, kind: str) -> ForeignAnswer:
    try:
        right = float(node.get("fraction", "0")) > 0
    except ValueError:
        right = False
    text = _words(node) if node.get("format") == "html" else _plain(node)
    if kind == "truefalse":
        text = text.capitalize()
    return ForeignAnswer(text=text, right=right, why=_words(node.find("feedback")))


def _plain(node: etree._Element | None) -> str:
    """What stands in the ``text`` of an element, as it stands."""
    return "" if node is None else (node.findtext("text") or "").strip()


def _words(node: etree._Element | None) -> str:
    """The words of an element that holds HTML, a line for each paragraph."""
    text = _plain(node)
    if "<" not in text:
        return str(html.fragment_fromstring(text, create_parent="p").text_content()) if "&" in text else text
    whole = html.fragment_fromstring(text, create_parent="div")
    for script in whole.iter("script", "style"):
        script.text = ""
    blocks = [str(block.text_content()).strip() for block in whole.iter("p", "li", "h1", "h2", "h3", "h4")]
    return "\n".join(filter(None, blocks)) or str(whole.text_content()).strip()


def _refused(path: str, found: str, line: int | None) -> InputError:
    return InputError(
        Problem(
            path=path,
            row=line,
            found=found,
            expected="questions as Moodle exports them (Moodle XML format)",
            remedy="In Moodle: Question bank, Export, Moodle XML format.",
        )
    )
