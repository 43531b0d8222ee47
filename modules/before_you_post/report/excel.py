"""An audit as a spreadsheet that can be filtered, sorted, printed and worked through row by row.

Everything that comes from outside is written as text, and cells are marked as text: a file name or a caption that
begins like a formula stays a file name or a caption, and is not run by the program that opens the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO

import pandas as pd
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ..records import Problem, Verdict
from ..rules.base import Rule
from ..store import Kept
from . import labels, phrases
from .decided import decisions
from .findings import rulebook, title_of
from .law_page import concerned, rests_on
from .matters import GROUPS, group_totals
from .table import findings_table, matters_table, table
from .totals import totals

_BOLD = Font(bold=True)
_TITLE = Font(bold=True, size=14)
_HEADER_FILL = PatternFill("solid", fgColor="DDE6ED")
_WRAPPED = Alignment(wrap_text=True, vertical="top")
_WIDEST = 60  # characters; longer text is wrapped
_NARROWEST = 10
_FORMULA = ("=", "+", "-", "@")
_VERDICT_FILLS: Mapping[str, PatternFill] = {
    phrases.VERDICTS[verdict].label: PatternFill("solid", fgColor=colour)
    for verdict, colour in {
        Verdict.TAKE_DOWN: "F6CFCB",
        Verdict.FIX: "FBE3C5",
        Verdict.REVIEW: "FBF3C4",
        Verdict.NOT_DETERMINED: "E3E3E3",
    }.items()
}


def to_bytes(kept: Kept, rules: Mapping[str, Rule] | None = None) -> bytes:
    """Write a kept audit as an .xlsx file.

    ``rules`` are the rules to take titles and citations from, by default those of this version.
    """
    file = BytesIO()
    workbook(kept, rules).save(file)
    return file.getvalue()


def workbook(kept: Kept, rules: Mapping[str, Rule] | None = None) -> Workbook:
    """Return a kept audit as a workbook: summary, photos, findings, the practice, problems, what was checked."""
    rules = rulebook() if rules is None else rules
    book = Workbook()
    _summary(book.worksheets[0], kept, rules)
    decided = decisions(kept)
    photos = _shown(table(kept.audit, rules).sort_values("urgency", kind="stable"), labels.PHOTO_HEADINGS)
    _sheet(book, "Photos", tuple(labels.PHOTO_HEADINGS.values()), photos)
    findings = _shown(findings_table(kept.audit, rules, decided), labels.FINDING_HEADINGS)
    _sheet(book, "Findings", tuple(labels.FINDING_HEADINGS.values()), findings)
    matters = _shown(matters_table(kept.audit, rules, decided), labels.MATTER_HEADINGS)
    _sheet(book, "The practice", tuple(labels.MATTER_HEADINGS.values()), matters)
    folder = kept.audit.practice.folder
    problems = [_problem(problem, folder) for problem in kept.audit.problems]
    _sheet(book, "Problems in your files", ("Where", "Found", "Expected", "What to do"), problems)
    headings = ("What is looked for", "Law", "How the citation was verified", "If found", "Rule")
    _sheet(book, "What was checked", headings, [_checked(rule) for rule in rules.values()])
    return book


def _summary(sheet: Worksheet, kept: Kept, rules: Mapping[str, Rule]) -> None:
    sheet.title = "Summary"
    for number, (values, font) in enumerate(_summary_lines(kept, rules), start=1):
        _put(sheet, number, values, font)
    for column, width in (("A", 30), ("B", 10), ("C", 90)):
        sheet.column_dimensions[column].width = width


def _summary_lines(kept: Kept, rules: Mapping[str, Rule]) -> Iterator[tuple[Sequence[object], Font | None]]:
    audit, counted = kept.audit, totals(kept.audit)
    photos, originals = phrases.count(counted.photos, "published photo"), phrases.count(counted.originals, "original")
    yield [audit.practice.name], _TITLE
    yield ["Audit as of", "", f"{audit.as_of}: {photos}, {originals} in the library"], None
    yield ["Please note", "", rests_on(audit.as_of, concerned(audit))], None
    yield [], None
    yield ["What to do", "Photos", "What that means"], _BOLD
    for verdict, number in counted.verdicts.items():
        yield [phrases.VERDICTS[verdict].label, number, phrases.VERDICTS[verdict].sentence], None
    yield [], None
    yield ["Published on", "Photos", phrases.VERDICTS[Verdict.TAKE_DOWN].label], _BOLD
    for channel in counted.channels:
        yield [channel.name, channel.photos, channel.verdicts[Verdict.TAKE_DOWN]], None
    for channel in counted.channels:
        if channel.without_photo:
            yield [channel.name, "", f"{phrases.without_photo(channel.without_photo)}: nothing was checked there"], None
    yield [], None
    yield ["Besides photos", "Number", "What to do"], _BOLD
    for group in group_totals(audit):
        yield [GROUPS[group.kind].label, group.total, phrases.matters_counted(group.verdicts)], None
    yield [], None
    yield ["What changed", "", phrases.since(kept.previous, kept.changes)], _BOLD
    for change in kept.changes:
        label, title = phrases.CHANGES[change.kind].label, title_of(change.rule, rules)
        yield [label, "", f"{phrases.changed_subject(change)}: {title}"], None


def _problem(problem: Problem, folder: str) -> tuple[object, ...]:
    return phrases.place(problem, folder), problem.found, problem.expected, problem.remedy


def _checked(rule: Rule) -> tuple[object, ...]:
    tag = phrases.TAGS.get(rule.tag, rule.tag)
    return rule.title, rule.citation, tag, phrases.SEVERITIES[rule.severity].sentence, rule.id


def _shown(frame: pd.DataFrame, headings: Mapping[str, str]) -> list[tuple[object, ...]]:
    return list(frame[list(headings)].itertuples(index=False, name=None))


def _sheet(book: Workbook, title: str, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Add a sheet whose header stays in sight and whose columns can be filtered."""
    sheet = book.create_sheet(title)
    _put(sheet, 1, headings, _BOLD)
    for cell in sheet[1]:
        cell.fill = _HEADER_FILL
    widths = [len(heading) + 4 for heading in headings]
    for number, row in enumerate(rows, start=2):
        _put(sheet, number, row)
        widths = [max(width, len(str(value))) for width, value in zip(widths, row, strict=True)]
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = min(max(width, _NARROWEST), _WIDEST)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _put(sheet: Worksheet, row: int, values: Sequence[object], font: Font | None = None) -> None:
    for column, value in enumerate(values, start=1):
        cell = sheet.cell(row, column)
        cell.alignment = _WRAPPED
        if font:
            cell.font = font
        if isinstance(value, str):
            cell.value = text = phrases.printable(value)
            cell.data_type = "s"  # never a formula, whatever it begins with
            cell.quotePrefix = text.startswith(_FORMULA)  # nor when somebody edits the cell
            if text in _VERDICT_FILLS:
                cell.fill = _VERDICT_FILLS[text]
        else:
            cell.value = value
