"""A sample case as a learner meets it: the picture, what it shows in words, and the facts on file.

The facts come from the practice's own files by the readers of the audit, so a lesson cannot tell them differently.
What is wrong with a case is never told here: that is for the learner to find, and for the rules to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from ...photos.embedded import embedded_pictures
from ...photos.metadata import read_metadata
from ...photos.opening import read_bytes
from ...photos.refusal import PictureError
from ...records import Authorization, CaseRef, MetadataKind, Patient, SubjectKind
from ...report import days, labels, matters, phrases
from ...rules.conditions.governing import governing
from ..pictures import shrink
from . import alt_text
from .sample_practice import SamplePractice, sample_practice

LONG_SIDE = 900  # pixels
Line = tuple[str, str]
_LEFT_OUT = {"id", "patient", "document", "document_sha256", "form_version"}
_LEFT_BLANK = {"signed_on", "signed_by", "signer_role", "channels", "photos"}  # shown though nothing is written there
_BLANK = "left blank"
_OF_STAFF = ("Person", "Name", "Trained on")  # told in words of their own
_PAPERS = labels.AUTHORIZATION_FIELDS["document"]
_NONE_ON_FILE = "No form on file from this patient."


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleCase:
    """One case, ready to be shown."""

    picture: bytes | None  # JPEG, upright, at most LONG_SIDE pixels, without metadata; None = there is none to show
    alt: str  # what the picture shows; "" without one
    lines: tuple[Line, ...]  # label and words


def sample_case(ref: CaseRef) -> SampleCase:
    """The case with what ``ref.show`` names. Raises KeyError where the sample practice has no such thing.

    The first case of a practice takes about half a second, as its files are read; the others a few milliseconds.
    """
    practice = sample_practice(ref.practice)
    path = _path(practice, ref) if "picture" in ref.show else None
    alt = alt_text.of(practice, photo=ref.photo, original=ref.original) if path else ""
    return SampleCase(picture=_small(path) if path else None, alt=alt, lines=tuple(_lines(practice, ref)))


def path_of(practice: str, *, photo: str | None = None, original: str | None = None) -> Path:
    """The file of a published photo or of an original. Raises KeyError where there is none."""
    found = _path(sample_practice(practice), CaseRef(practice=practice, photo=photo, original=original))
    if found is None:
        raise KeyError(practice)
    return found


def form_lines(form: Authorization) -> tuple[Line, ...]:
    """What is on file about a signed form, and what its version prints, part by part, in the order of the paper."""
    told = [("Form", form.id if form.form_version is None else f"{form.id}, version {form.form_version}")]
    for name, label in labels.AUTHORIZATION_FIELDS.items():
        value = getattr(form, name)
        blank = value is None or value == ""
        if name == "expires_on" and blank and not form.expires_when:
            told.append(("Ends on, or when", _BLANK))
        elif name not in _LEFT_OUT and (not blank or name in _LEFT_BLANK):
            told.append((label, _BLANK if blank else in_words(value)))
    return tuple(told)


def in_words(value: object) -> str:
    """A value on file as a learner reads it; a day is written out."""
    if isinstance(value, date):
        return days.in_words(value)
    return phrases.printable(phrases.recorded(value))


def _path(practice: SamplePractice, ref: CaseRef) -> Path | None:
    if ref.photo is not None:
        return Path(practice.published[ref.photo].path)
    if ref.original is not None:
        return Path(practice.originals[ref.original].path)
    return None


@lru_cache(maxsize=64)
def _small(path: Path) -> bytes:
    return shrink(path, LONG_SIDE).jpeg


def _lines(practice: SamplePractice, ref: CaseRef) -> Iterator[Line]:
    form = practice.forms[ref.form] if ref.form is not None else None
    if form is not None and "form" in ref.show:
        yield from form_lines(form)
    if ref.matter is not None:
        yield from _matter(practice, ref.matter)
    if ref.photo is not None and "caption" in ref.show:
        yield from _posting(practice, ref.photo)
    if "patient" in ref.show:
        yield from _patients(practice, ref)
    if "form" in ref.show and (ref.photo or ref.original):
        yield from _forms(practice, ref)
    if "metadata" in ref.show and (path := _path(practice, ref)) is not None:
        yield from _metadata(path)


def _posting(practice: SamplePractice, photo: str) -> Iterator[Line]:
    published = practice.published[photo]
    post = practice.posts[published.post]
    told = (
        ("Channel", post.channel),
        ("Posted on", in_words(post.published_on)),
        ("Taken down on", in_words(post.removed_on) if post.removed_on else ""),
        ("Title", post.title or ""),
        ("Caption", published.caption or post.text or "none"),
        ("Text for screen readers", published.alt_text or ""),
        ("File name", published.file_name),
    )
    yield from ((label, phrases.printable(words)) for label, words in told if words)


def _people(practice: SamplePractice, ref: CaseRef) -> tuple[str, ...]:
    if ref.form is not None:
        return (practice.forms[ref.form].patient,)
    found = [practice.originals[ref.original]] if ref.original else list(practice.originals_of(ref.photo or ""))
    return tuple(dict.fromkeys(one.patient for one in found if one.patient))


def _patients(practice: SamplePractice, ref: CaseRef) -> Iterator[Line]:
    codes = _people(practice, ref)
    for code in codes:
        if code in practice.patients:
            yield "Patient", _described(practice.patients[code])
    if not codes:
        yield "Patient", "Nobody knows who it is."


def _described(patient: Patient) -> str:
    name = " ".join(part for part in (patient.given_name, patient.family_name) if part)
    told = (
        f"{patient.code}, {name}" if name else patient.code,
        f"born {in_words(patient.birth_date)}" if patient.birth_date else "",
        f"lives in {patient.state}" if patient.state else "",
        f"died {in_words(patient.deceased_on)}" if patient.deceased_on else "",
        "also on the staff" if patient.on_staff else "",
    )
    return "; ".join(part for part in told if part)


def _forms(practice: SamplePractice, ref: CaseRef) -> Iterator[Line]:
    """The forms that speak for the picture, on the day of posting and today; where none does, that is said."""
    if ref.photo is None:
        forms = [form for code in _people(practice, ref) for form in practice.forms.values() if form.patient == code]
    else:
        evidence = practice.evidence(ref.photo)
        days = (evidence.post.published_on, evidence.today)
        spoke = [governing(panel, evidence, day) for panel in evidence.panels or () for day in days]
        forms = list({form.id: form for form in spoke if form}.values())
    for form in forms:
        yield from form_lines(form)
    if not forms:
        yield "Form", _NONE_ON_FILE


def _metadata(path: Path) -> Iterator[Line]:
    try:
        data = read_bytes(path)
        found = read_metadata(data)
    except PictureError as error:
        yield "Hidden in the file", error.reason
        return
    for place in found.gps:
        yield "Hidden in the file: place", f"latitude {place.latitude:.4f}, longitude {place.longitude:.4f}"
    for item in found.items:
        kind = labels.METADATA_KINDS[item.kind].lower()
        value = "something that no program here can read" if item.kind is MetadataKind.UNREAD else item.value
        yield f"Hidden in the file: {kind}", phrases.printable(f"{item.name}: {value}")
    inside = embedded_pictures(data)
    for each in inside:
        yield "Hidden in the file: a picture", labels.EMBEDDED_KINDS[each.kind]
    if not (found.gps or found.items or inside):
        yield "Hidden in the file", "Nothing was found beside the picture."


def _matter(practice: SamplePractice, name: str) -> Iterator[Line]:
    kind, _, number = name.partition("/")
    matter = practice.matters[kind, number]
    if matter.kind is SubjectKind.PRACTICE:
        return  # its facts are the question's own: a list of everything on file would bury them
    subject, member = matters.SUBJECTS[matter.kind], matter.member
    yield subject, matters.named(matter) if member is None else f"{member.name}, {member.person}"
    for fact in matters.facts(matter):
        if fact.name not in (subject, _PAPERS, *(_OF_STAFF if member else ())):
            yield fact.name, in_words(fact.value)
    if member is not None and member.trained_on is not None:
        yield "Trained on", "; ".join(map(in_words, member.trained_on)) or "no day at all"
    if matter.post is None:
        for missing in matters.not_recorded(matter):
            yield missing, "not recorded"
    elif matter.post.text:
        yield "Words of the post", phrases.printable(matter.post.text)
