"""What a practice keeps about itself, read from its tables and joined to its patients, forms and channels.

A table that is missing, and one without a row that can be used, is ``None``: nobody keeps it. An empty list of
devices would say that the practice owns none, and every camera would look like a stranger's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ..inputs.quoting import quoted
from ..inputs.table import Row, Table, TableReading
from ..records import (
    Advertisement,
    AnonymousPhoto,
    Authorization,
    Channel,
    Conversation,
    Device,
    Disclosure,
    FormVersion,
    Incident,
    Papers,
    PatientRequest,
    Problem,
    RiskAnalysis,
    RoutineCheck,
    StaffMember,
    Vendor,
    WrittenPolicy,
)
from .advertising_layout import ADVERTISEMENTS
from .form_layouts import FORM_VERSIONS
from .incident_layout import INCIDENTS
from .incidents import recorded
from .joins import alike, not_found, repeated
from .log_layouts import ANONYMOUS_PHOTOS, CHECKS, DISCLOSURES, REQUESTS
from .paper_layouts import CONVERSATIONS, DEVICES, POLICIES, RISK_ANALYSES, STAFF, VENDORS
from .scans import checksum_of

Readings = Mapping[str, TableReading]  # by the name of the table


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperReading:
    """The papers of a practice and its devices (None = it keeps no list), and what is wrong with them."""

    papers: Papers
    devices: tuple[Device, ...] | None
    problems: tuple[Problem, ...]


def read_papers(readings: Readings, folder: Path, channels: Iterable[Channel]) -> PaperReading:
    """Every table of papers as records. Conversations are joined to patients and forms by ``joined_conversations``."""
    called = {alike(channel.name): channel.name for channel in channels}
    problems: list[Problem] = []

    def rows(table: Table, record: Callable[..., Any], *key: str) -> tuple[Any, ...] | None:
        reading = readings[table.name]
        kept, more = repeated(reading, key) if key else (reading.rows, [])
        problems.extend((*more, *_documents(reading, folder), *_channels(reading, called)))
        return tuple(record(**_named(row.fields(table), called)) for row in kept) or None

    papers = Papers(
        form_versions=rows(FORM_VERSIONS, FormVersion, "form_version"),
        staff=rows(STAFF, StaffMember, "person"),
        vendors=rows(VENDORS, Vendor, "vendor"),
        conversations=rows(CONVERSATIONS, Conversation),
        risk_analyses=_so_far(rows(RISK_ANALYSES, RiskAnalysis), "done_on"),
        policies=rows(POLICIES, WrittenPolicy, "kind", "version", "approved_on"),
        advertisements=rows(ADVERTISEMENTS, Advertisement, "post"),
        requests=_so_far(rows(REQUESTS, PatientRequest, "request"), "request"),
        anonymous=rows(ANONYMOUS_PHOTOS, AnonymousPhoto, "photo"),
        checks=rows(CHECKS, RoutineCheck),
        disclosures=rows(DISCLOSURES, Disclosure),
        incidents=recorded(rows(INCIDENTS, Incident, "incident")),
    )
    devices = rows(DEVICES, Device, "device")
    return PaperReading(papers=papers, devices=devices, problems=tuple(problems))


def read_staff(
    reading: TableReading, channels: Iterable[Channel]
) -> tuple[tuple[StaffMember, ...], tuple[Problem, ...]]:
    """Everybody in the table of staff, and what is wrong with it."""
    called = {alike(channel.name): channel.name for channel in channels}
    kept, problems = repeated(reading, ("person",))
    staff = tuple(StaffMember(**_named(row.fields(STAFF), called)) for row in kept)
    return staff, (*problems, *_channels(reading, called))


def _so_far(rows: tuple[Any, ...] | None, key: str) -> tuple[Any, ...] | None:
    """``()`` where the only row says “none”: there has been nothing so far, which no empty table can say."""
    return rows and tuple(one for one in rows if alike(str(getattr(one, key) or "none")) != "none")


def joined_conversations(papers: Papers, codes: Mapping[str, str], forms: Iterable[Authorization]) -> Papers:
    """The papers with the conversations' patients and forms named as the other tables name them."""
    if papers.conversations is None:
        return papers
    numbers = {alike(form.id): form.id for form in forms}
    return replace(
        papers,
        conversations=tuple(
            replace(
                held,
                patient=codes.get(alike(held.patient), held.patient),
                authorization=held.authorization and numbers.get(alike(held.authorization), held.authorization),
            )
            for held in papers.conversations
        ),
    )


def misplaced_conversations(reading: TableReading, forms: Iterable[Authorization]) -> Iterator[Problem]:
    """A Problem for each conversation about a form that is not on file, or that another patient's form is."""
    whose = {alike(form.id): form.patient for form in forms}
    yield from not_found(
        reading,
        "authorization",
        whose,
        found="which is no form on file",
        expected="the number of a form, as in the authorizations table",
        remedy="Correct the number, or add the form. Until then the conversation speaks for no form.",
    )
    for row in reading.rows:
        form = row.cells.get("authorization", "")
        if alike(form) in whose and alike(whose[alike(form)]) != alike(row.cells["patient"]):
            yield _of_another(reading, row, form, whose[alike(form)])


def _of_another(reading: TableReading, row: Row, form: str, patient: str) -> Problem:
    return Problem(
        path=str(reading.path),
        row=row.number,
        column="authorization",
        found=f"{quoted(form)}, which is a form of {quoted(patient)}",
        expected=f"a form of {quoted(row.cells['patient'])}",
        remedy="Correct the number or the patient. Until then the conversation speaks for no form.",
    )


def _named(fields: dict[str, Any], called: Mapping[str, str]) -> dict[str, Any]:
    """The fields with channels named as practice.yaml names them."""
    if (channels := fields.get("publishes_on")) is None:
        return fields
    return {**fields, "publishes_on": tuple(called.get(alike(name), name) for name in channels)}


def _channels(reading: TableReading, called: Mapping[str, str]) -> Iterator[Problem]:
    """A channel that somebody can publish to and that the settings do not name is one the audit never sees."""
    return not_found(
        reading,
        "publishes_on",
        called,
        found="which is no channel of practice.yaml",
        expected=", ".join(called.values()),
        remedy="Correct the name, or add the channel there. Until then nothing of it is audited.",
    )


def _documents(reading: TableReading, folder: Path) -> Iterator[Problem]:
    for row in reading.rows:
        _, trouble = checksum_of(row.cells.get("document"), folder)
        if trouble:
            column, found, expected, remedy = trouble
            yield Problem(
                path=str(reading.path), row=row.number, column=column, found=found, expected=expected, remedy=remedy
            )
