"""What a FHIR Consent expressly permits to publish, and nothing beyond that.

A Consent is read only when every part of it that could narrow it is understood. FHIR joins the parts of a provision
with “and”, and lets a later part take back what an earlier one gave; a part left unread could therefore be the one in
which the patient said no. Such a Consent permits nothing, and a Problem names the part.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from ..inputs.cells import day
from ..inputs.quoting import quoted
from ..records import Authorization, PhotoKind, PhotoScope, Problem
from . import fhir_codes as codes
from .fhir_files import FoundConsent, Resource, objects
from .fhir_people import patient_code, signer

_READ_OF_PROVISION = {"id", "extension", "fhir_comments", "type", "period", "action", "purpose", "code", "data"}
_NO_SCAN = "no signed form (source)"


class NotUsedError(Exception):
    """The Consent permits nothing. Holds the Problem that says why."""

    def __init__(self, consent: FoundConsent, where: str, found: str, expected: str) -> None:
        super().__init__(where)
        self.problem = consent.problem(where, found, expected)


def permitted(consent: FoundConsent, roster: Mapping[str, str]) -> tuple[list[Authorization], list[Problem]]:
    """What a Consent permits, one Authorization a provision, and what of it was not used.

    ``roster`` holds the codes of patients as they are compared: casefolded code to code.
    """
    problems: list[Problem] = []
    try:
        _understood(consent)
        who, more = patient_code(consent, roster)
        problems.extend(more)
        if who is None:
            return [], problems
        common, more = _common(consent, who)
        provisions = _provisions(consent)
        forms = [_form(consent, common, provision, where, problems) for where, provision in provisions]
    except NotUsedError as reason:
        return [], [reason.problem]
    several = len(forms) > 1
    named = [
        {**form, "id": f"{form['id']} ({number})" if several else form["id"]} for number, form in enumerate(forms, 1)
    ]
    return [Authorization(**form) for form in named], [*problems, *more]


def _understood(consent: FoundConsent) -> None:
    """Raise NotUsedError where the Consent as a whole is of another kind, is not in force, or says no."""
    resource = consent.resource
    for where in ("modifierExtension", "implicitRules"):
        if resource.get(where):
            raise NotUsedError(consent, where, "a part that changes what the rest means", "none")
    status = resource.get("status")
    if status not in ("active", "inactive"):
        raise NotUsedError(consent, "status", quoted(str(status)), "active (or inactive, with the day it was revoked)")
    if consent.is_r5:
        if resource.get("decision") != "permit":
            raise NotUsedError(consent, "decision", quoted(str(resource.get("decision"))), "permit")
        return
    scopes = [(one.get("system"), one.get("code")) for one in resource["scope"].get("coding") or ()]
    if scopes != [(codes.SCOPE_SYSTEM, codes.PRIVACY)]:
        raise NotUsedError(
            consent, "scope", quoted(" ".join(str(code) for _, code in scopes) or "no code"), codes.PRIVACY
        )


def _common(consent: FoundConsent, patient: str) -> tuple[dict[str, Any], list[Problem]]:
    """What holds for every provision: who signed, when, until when, and the scan."""
    resource = consent.resource
    where = "date" if consent.is_r5 else "dateTime"
    problems: list[Problem] = []
    signed_on = _day(resource.get(where))
    if signed_on is None:
        found = quoted(str(resource.get(where) or "nothing"))
        problems.append(consent.problem(where, found, "the day of the signature", "Read without that day."))
    role, name, authority, more = signer(consent, patient)
    document, checksum, source_problems = _source(consent)
    if not (document or checksum):
        remedy = "Link the scan of the signed form. Until then nobody knows whether it was signed."
        problems.append(consent.problem("source", _NO_SCAN, "the scan of the signed form", remedy))
    return {
        "id": _number(consent),
        "patient": patient,
        "signed": True if document or checksum else None,
        "signed_on": signed_on,
        "signed_by": name,
        "signer_role": role,
        "authority": authority,
        "revoked_on": _revoked_on(consent),
        "document": document,
        "document_sha256": checksum,
    }, [*problems, *more, *source_problems]


def _number(consent: FoundConsent) -> str:
    numbers = [one["value"] for one in objects(consent.resource.get("identifier")) if one.get("value")]
    return str(consent.resource.get("id") or (numbers or [consent.place])[0])


def _revoked_on(consent: FoundConsent) -> date | None:
    """The day an inactive Consent was revoked, by the Provenance that says so. Raises NotUsedError without one."""
    if consent.resource["status"] == "active":
        return None
    days = []
    for one in consent.others.values():
        targets = map(_reference, objects(one.get("target")))
        if one.get("resourceType") == "Provenance" and any(_is(consent, target) for target in targets):
            coded = [code for activity in objects(one.get("activity")) for code in objects(activity.get("coding"))]
            if any(code.get("code") in codes.REVISIONS for code in coded):
                days.append(_day(one.get("occurredDateTime") or one.get("recorded")))
    known = [each for each in days if each]
    if not known:
        raise NotUsedError(
            consent, "status", "inactive, and no Provenance that says since when", "the day of revocation"
        )
    return min(known)


def _is(consent: FoundConsent, reference: str) -> bool:
    return reference == consent.place or consent.others.get(reference) is consent.resource


def _provisions(consent: FoundConsent) -> list[tuple[str, Resource]]:
    found = consent.resource.get("provision")
    if not found:
        raise NotUsedError(consent, "provision", "none", f"the action {codes.PUBLISH} and a channel")
    if isinstance(found, dict):
        return [("provision", found)]
    return [(f"provision[{number}]", one) for number, one in enumerate(found)]


def _form(
    consent: FoundConsent, common: Mapping[str, Any], provision: Resource, where: str, problems: list[Problem]
) -> dict[str, Any]:
    """The fields of the Authorization that one provision amounts to. Raises NotUsedError for parts not understood."""
    strange = sorted(key for key in provision if key not in _READ_OF_PROVISION and not key.startswith("_"))
    if strange:
        raise NotUsedError(consent, f"{where}.{strange[0]}", "a part that narrows or nests", "a provision without it")
    if not consent.is_r5 and provision.get("type") != "permit":
        raise NotUsedError(consent, f"{where}.type", quoted(str(provision.get("type"))), "permit")
    actions = objects(provision.get("action"))
    if not actions or not all(_coded(action, codes.ACTION_SYSTEM) == [codes.PUBLISH] for action in actions):
        found = quoted(_said(actions))
        raise NotUsedError(consent, f"{where}.action", found, f"{codes.PUBLISH} of {codes.ACTION_SYSTEM}, and no other")
    return {
        **common,
        "expires_on": _expires_on(consent, provision, where, common["signed_on"]),
        "channels": _channels(consent, provision, where, problems),
        "photos": _photos(consent, provision, where, problems),
    }


def _channels(consent: FoundConsent, provision: Resource, where: str, problems: list[Problem]) -> tuple[str, ...]:
    channels = []
    for purpose in objects(provision.get("purpose")):
        if purpose.get("system") == codes.CHANNEL_SYSTEM and purpose.get("code"):
            channels.append(purpose["code"])
            continue
        found = quoted(f"{purpose.get('code')} of {purpose.get('system')}")
        expected = f"the name of a channel, of {codes.CHANNEL_SYSTEM}"
        problems.append(consent.problem(f"{where}.purpose", found, expected, "This purpose permits no publication."))
    if not channels:
        raise NotUsedError(consent, f"{where}.purpose", "no channel", f"a channel of {codes.CHANNEL_SYSTEM}")
    return tuple(channels)


def _photos(
    consent: FoundConsent, provision: Resource, where: str, problems: list[Problem]
) -> tuple[PhotoScope, ...] | None:
    """The photos a provision speaks of; None where it names none, which is not the same as all."""
    kinds, data = objects(provision.get("code")), objects(provision.get("data"))
    if kinds and data:
        raise NotUsedError(consent, f"{where}.code", "kinds of photos besides single photos", "one of the two")
    scopes = []
    for kind in kinds:
        coded = _coded(kind, codes.KIND_SYSTEM)
        if len(coded) != 1 or coded[0] not in set(PhotoKind):
            raise NotUsedError(consent, f"{where}.code", quoted(_said([kind])), f"one of {', '.join(PhotoKind)}")
        scopes.append(PhotoScope(kind=PhotoKind(coded[0])))
    for number, one in enumerate(data):
        place = f"{where}.data[{number}]"
        if one.get("meaning") != "instance":
            expected = "instance: that photo and no other"
            problems.append(consent.problem(f"{place}.meaning", quoted(str(one.get("meaning"))), expected))
            continue
        scopes.append(PhotoScope(original=_photo(consent, one.get("reference") or {})))
    return tuple(scopes) if kinds or data else None


def _photo(consent: FoundConsent, reference: Resource) -> str:
    """The photo a reference means, as a path of the library; else the reference itself, which is no photo there."""
    identifier = reference.get("identifier") or {}
    if identifier.get("system") == codes.PHOTO_SYSTEM and identifier.get("value"):
        return str(identifier["value"])
    target = consent.others.get(_reference(reference), {})
    for content in objects(target.get("content")):  # of a Media, or of a DocumentReference
        for attachment in objects(content.get("attachment")) or [content]:
            if isinstance(attachment.get("url"), str):
                return str(attachment["url"])
    return _reference(reference) or str(identifier.get("value") or "a photo without a name")


def _expires_on(consent: FoundConsent, provision: Resource, where: str, signed_on: date | None) -> date | None:
    """The last day of the provision or of the whole Consent, whichever is first. Raises NotUsedError when unclear."""
    ends = []
    for place, period in ((f"{where}.period", provision.get("period")), ("period", consent.resource.get("period"))):
        if not isinstance(period, dict):
            continue
        if period.get("end"):
            ends.append(_day(period["end"]))
            if ends[-1] is None:
                raise NotUsedError(consent, f"{place}.end", quoted(str(period["end"])), "a whole date")
        if period.get("start"):
            start = _day(period["start"])
            if start is None or signed_on is None or start > signed_on:
                found = f"{quoted(str(period['start']))}, not before the signature"
                raise NotUsedError(consent, f"{place}.start", found, "a period that begins with the signature")
    return min((end for end in ends if end), default=None)


def _source(consent: FoundConsent) -> tuple[str | None, str | None, list[Problem]]:
    """The scan of the signed form: where it lies, or the checksum of one that is in the resource itself."""
    problems = []
    for attachment in _attachments(consent):
        if isinstance(attachment.get("data"), str):
            try:
                content = base64.b64decode(attachment["data"], validate=True)
            except ValueError:
                problems.append(consent.problem("source", "data that is not base64", "the scan", "Link the scan."))
                continue
            return None, hashlib.sha256(content).hexdigest(), problems
        if isinstance(attachment.get("url"), str):
            return attachment["url"], None, problems
    return None, None, problems


def _attachments(consent: FoundConsent) -> Iterator[Resource]:
    yield from objects(consent.resource.get("sourceAttachment"))
    for reference in objects(consent.resource.get("sourceReference")):
        target = consent.others.get(_reference(reference), {})
        if target.get("resourceType") == "Binary":
            yield target
        for content in objects(target.get("content")):
            yield from objects(content.get("attachment"))


def _day(value: object) -> date | None:
    """The day of a FHIR date or dateTime; None for one that names only a month or a year."""
    try:
        return day(value.partition("T")[0]) if isinstance(value, str) and len(value) >= len("2026-06-03") else None
    except ValueError:
        return None


def _reference(reference: Resource) -> str:
    return str(reference.get("reference") or "")


def _coded(concept: Resource, system: str) -> list[str]:
    """The codes of a concept, with the system in front of those of any other system."""
    return [
        str(one.get("code")) if one.get("system") == system else f"{one.get('system')}|{one.get('code')}"
        for one in objects(concept.get("coding"))
    ]


def _said(concepts: Sequence[Resource]) -> str:
    return ", ".join(code for one in concepts for code in _coded(one, "")) or "no code"
