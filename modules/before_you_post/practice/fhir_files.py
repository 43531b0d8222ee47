"""Finds FHIR Consent resources in a practice folder: single or in Bundles, R4 or R5, as JSON.

The shape of each is checked with ``fhir.resources``; what it permits is asked in ``fhir_consent.py``. A resource that
cannot be read permits nothing, and a Problem says why.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ..inputs.delimited import decoded
from ..inputs.quoting import counted, quoted
from ..records import Problem

FOLDER = "consents"
_MOST_BYTES = 100_000_000
_EXPECTED = "a FHIR Consent (R4 or R5), or a Bundle of them"
NOTHING = "It permits nothing."
Resource = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FoundConsent:
    """One Consent resource, where it stands, and the resources it may refer to."""

    path: str
    place: str  # “Consent/123”
    resource: Resource
    is_r5: bool
    others: Mapping[str, Resource] = field(default_factory=dict)  # by “Type/id”, by full address, and by “#id”

    def problem(self, where: str, found: str, expected: str, remedy: str = NOTHING) -> Problem:
        """A Problem about one element of this resource."""
        column = f"{self.place} {where}".strip()
        return Problem(path=self.path, column=column, found=found, expected=expected, remedy=remedy)


def objects(value: object) -> list[Resource]:
    """A part of a resource as a list of objects, whether there is none, one or many; other things are left out."""
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict)]


def find_consents(folder: Path) -> tuple[list[FoundConsent], list[Problem]]:
    """Every Consent in ``authorizations*.json`` and in the folder ``consents``, and what could not be read."""
    found: list[FoundConsent] = []
    problems: list[Problem] = []
    for path in _files(folder):
        resources = _resources(path)
        if isinstance(resources, Problem):
            problems.append(resources)
            continue
        others = {key: resource for keys, resource in resources for key in keys}
        consents = [one for _, one in resources if one.get("resourceType") == "Consent"]
        if not consents:
            problems.append(_problem(path, "no Consent", "Nothing of it was used."))
        for number, one in enumerate(consents, 1):
            read = _consent(path, number, one, others)
            (found if isinstance(read, FoundConsent) else problems).append(read)  # type: ignore[arg-type]
    counts = Counter(one.place for one in found if "id" in one.resource)
    twice = [one for one in found if counts[one.place] > 1]
    problems.extend(
        one.problem(
            "id",
            f"{counted(counts[one.place], 'resource')} of this id",
            "one, in its newest version",
            f"Keep the newest. Until then nobody can tell which of them holds. {NOTHING}",
        )
        for one in twice
    )
    return [one for one in found if counts[one.place] <= 1], problems


def _files(folder: Path) -> list[Path]:
    places = [*folder.glob("[aA]uthorizations*.[jJ][sS][oO][nN]"), *(folder / FOLDER).rglob("*.[jJ][sS][oO][nN]")]
    base = folder.resolve()
    inside = (path for path in places if path.resolve().is_relative_to(base) and path.is_file())
    return sorted(path for path in inside if not path.name.startswith("."))


def _resources(path: Path) -> list[tuple[list[str], Resource]] | Problem:
    """Every resource of a file with the names it may be referred to by."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            return _problem(path, "a file of more than 100 MB", "Write it out in several files.")
        data = json.loads(decoded(path.read_bytes()).removeprefix("\ufeff"), object_pairs_hook=_without_nulls)
    except OSError as error:
        return _problem(path, error.strerror or "an error", "Check that you may read it.")
    except (ValueError, RecursionError):
        return _problem(path, "text that is no JSON", "Write it out again. FHIR in XML is not read.")
    if not isinstance(data, dict):
        return _problem(path, "JSON that is no resource", "Write it out again.")
    if data.get("resourceType") != "Bundle":
        return [(_names(data, None), data)]
    return [
        (_names(resource, entry.get("fullUrl")), resource)
        for entry in objects(data.get("entry"))
        for resource in objects(entry.get("resource"))
    ]


def _without_nulls(pairs: list[tuple[str, Any]]) -> Resource:
    """An object without the parts that are null: FHIR knows none, and they are no parts."""
    return {key: value for key, value in pairs if value is not None}


def _names(resource: Resource, full: object) -> list[str]:
    names = [f"{resource.get('resourceType')}/{resource['id']}"] if isinstance(resource.get("id"), str) else []
    return [*names, full] if isinstance(full, str) else names


def _consent(path: Path, number: int, resource: Resource, others: Mapping[str, Resource]) -> FoundConsent | Problem:
    name = resource.get("id")
    place = f"Consent/{name}" if isinstance(name, str) else f"Consent {number} of {path.name}"
    is_r5 = "scope" not in resource and not isinstance(resource.get("provision"), dict)
    if wrong := _shape(resource, is_r5):
        found = f"{wrong} in a Consent of FHIR {'R5' if is_r5 else 'R4'}"
        problem = _problem(path, found, f"Correct it in the program it comes from. {NOTHING}")
        return replace(problem, column=place)
    contained = {f"#{one.get('id')}": one for one in objects(resource.get("contained"))}
    return FoundConsent(str(path), place, resource, is_r5, {**others, **contained})


def _shape(resource: Resource, is_r5: bool) -> str | None:
    """What is wrong with the shape of a Consent, in words; None where nothing is."""
    # Loading these takes a moment that a practice without FHIR should not wait.
    if is_r5:
        from fhir.resources.consent import Consent  # noqa: PLC0415
    else:
        from fhir.resources.R4B.consent import Consent  # type: ignore[assignment] # noqa: PLC0415
    try:
        Consent.model_validate(resource)
    except ValidationError as errors:
        first = errors.errors(include_url=False, include_context=False)[0]
        return quoted(f"{'.'.join(map(str, first['loc']))}: {first['msg']}")
    except (ValueError, TypeError, RecursionError, AttributeError) as error:
        return quoted(str(error))
    return None


def _problem(path: Path, found: str, remedy: str) -> Problem:
    return Problem(path=str(path), found=found, expected=_EXPECTED, remedy=remedy)
