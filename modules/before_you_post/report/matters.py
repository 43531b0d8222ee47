"""Everything besides photos, as a reader meets it: what it is called, what is on file about it, how much was found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date

from ..records import Audit, JudgedMatter, Matter, SubjectKind, Verdict
from . import phrases
from .labels import AUTHORIZATION_FIELDS, IDENTIFIERS

SUBJECTS: Mapping[SubjectKind, str] = {
    SubjectKind.PHOTO: "Photo",
    SubjectKind.PANEL: "Picture in a photo",
    SubjectKind.POST: "Post",
    SubjectKind.FORM: "Authorization",
    SubjectKind.STAFF: "Staff member",
    SubjectKind.DEVICE: "Device",
    SubjectKind.VENDOR: "Vendor",
    SubjectKind.PRACTICE: "The practice itself",
    SubjectKind.INCIDENT: "Incident",
}
"""What a finding is about, in a word."""

GROUPS: Mapping[SubjectKind, phrases.Phrase] = {
    SubjectKind.PRACTICE: phrases.Phrase(label="The practice itself", sentence="Policies, notice, risk analysis."),
    SubjectKind.POST: phrases.Phrase(label="Posts", sentence="What is said, promised and paid for."),
    SubjectKind.FORM: phrases.Phrase(label="Authorizations", sentence="Every form on file, used or not."),
    SubjectKind.INCIDENT: phrases.Phrase(label="Incidents", sentence="What went out and should not have."),
    SubjectKind.STAFF: phrases.Phrase(label="Staff", sentence="Access to photos, training, leaving."),
    SubjectKind.DEVICE: phrases.Phrase(label="Devices", sentence="Cameras, phones, cards, computers."),
    SubjectKind.VENDOR: phrases.Phrase(label="Vendors", sentence="Agencies, hosts, photographers, services."),
}
"""The kinds of matters in the order in which they are shown, each with what it holds."""

_NAMES_PEOPLE = {"name", "signed_by", "document"}  # the page shows codes; papers are where names are read
_LEFT_OUT = {"id", "patient", "document_sha256", "text", "source", "url"}
_WORDS = {
    **AUTHORIZATION_FIELDS,
    "phi_access": "Has access to patient information",
    "phi_access_from": "Access from",
    "phi_access_until": "Access until",
    "published_on": "Posted on",
    "removed_on": "Taken down on",
    "recipients": "Sent to (addresses)",
    "hhs_told_on": "HHS told on",
    "taken_down_on": "Taken down on",
}
_TITLE = 70  # characters of a post's text that name it


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing on file; a date stays one, for the page writes it out."""

    name: str
    value: str | date


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupTotals:
    """The matters of one kind, counted by verdict; every verdict has an entry, most urgent first."""

    kind: SubjectKind
    total: int
    verdicts: Mapping[Verdict, int]


def group_totals(audit: Audit) -> tuple[GroupTotals, ...]:
    """Count everything besides photos, kind by kind; a kind of which there is nothing has zeros."""
    by_kind: dict[SubjectKind, list[JudgedMatter]] = {kind: [] for kind in GROUPS}
    for one in audit.matters:
        by_kind[one.matter.kind].append(one)
    return tuple(_counted(kind, found) for kind, found in by_kind.items())


def _counted(kind: SubjectKind, found: list[JudgedMatter]) -> GroupTotals:
    counted = Counter(one.verdict for one in found)
    return GroupTotals(
        kind=kind, total=len(found), verdicts={verdict: counted[verdict] for verdict in phrases.MATTER_VERDICTS}
    )


def named(matter: Matter) -> str:
    """What a reader knows it by, on one line: a post's title or first words, else its id."""
    if matter.post is not None:
        words = phrases.printable(matter.post.title or matter.post.text or "")
        return f"{words[:_TITLE]}…" if len(words) > _TITLE else words or matter.id
    return SUBJECTS[SubjectKind.PRACTICE] if matter.kind is SubjectKind.PRACTICE else matter.id


def beside(matter: Matter) -> str:
    """A few words beside the name: where a post stands, what a person does, whose form it is."""
    told = ""
    if matter.post is not None:
        told = ", ".join(str(part) for part in (matter.post.channel, matter.post.published_on) if part)
    elif matter.form is not None:
        told = f"patient {matter.form.patient}"
    elif matter.device is not None:
        make, model = matter.device.make or "", matter.device.model or ""
        told = model if model.startswith(make) else f"{make} {model}"
    elif matter.incident is not None:
        told = f"discovered {phrases.recorded(matter.incident.discovered_on)}"
    elif matter.member or matter.vendor:
        told = getattr(matter.member or matter.vendor, "role", None) or ""
    return phrases.printable(told)


def facts(matter: Matter) -> tuple[Fact, ...]:
    """What is on file about it, part by part; what nobody recorded is left out and named by ``not_recorded``."""
    return tuple(fact for fact in _facts(matter) if fact.value != "")


def not_recorded(matter: Matter) -> tuple[str, ...]:
    """The parts of it that nobody recorded."""
    return tuple(fact.name for fact in _facts(matter) if fact.value == "")


def _facts(matter: Matter) -> Iterator[Fact]:
    for record in (matter.post, matter.form, matter.member, matter.device, matter.vendor, matter.incident):
        if record is None:
            continue
        for field in fields(record):
            value = getattr(record, field.name)
            if field.name in _LEFT_OUT or value == ():
                continue
            if field.name in _NAMES_PEOPLE and value:
                value = "recorded"
            yield Fact(name=_name(field.name), value=_value(value))
    if matter.advertisement is not None:
        for field in fields(matter.advertisement):
            if field.name != "post":
                yield Fact(name=_name(field.name), value=_value(getattr(matter.advertisement, field.name)))


def _value(value: object) -> str | date:
    if isinstance(value, date):
        return value
    if isinstance(value, tuple) and value and isinstance(value[0], tuple):  # people by state
        return "; ".join(" ".join(str(part) for part in one) for one in value)
    return "" if value is None else phrases.recorded(value)


def _name(field: str) -> str:
    words = field.replace("_", " ")
    return _WORDS.get(field, f"{words[:1].upper()}{words[1:]}")


def hits(matter: Matter) -> list[dict[str, str]]:
    """Words in a post without photos that may tell who somebody is, each with what it may be and whose."""
    return [
        {
            "label": IDENTIFIERS[hit.kind],
            "words": phrases.printable(hit.words),
            "where": "; ".join(part for part in (hit.where, f"patient {hit.patient}" if hit.patient else "") if part),
        }
        for hit in matter.identifiers or ()
    ]
