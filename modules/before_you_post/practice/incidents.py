"""Incidents joined to the patients and vendors of the other tables.

A practice to which nothing ever happened writes one row, “none”: an empty table may just as well be one that nobody
keeps, and the two must not look alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ..inputs.table import TableReading
from ..records import Incident, Papers, Problem, Vendor
from .joins import alike, not_found

_NOTHING_SO_FAR = "none"


def recorded(rows: tuple[Incident, ...] | None) -> tuple[Incident, ...] | None:
    """The incidents of a table's rows: ``()`` where its only row says “none”."""
    if rows is None:
        return None
    return tuple(row for row in rows if alike(row.incident) != _NOTHING_SO_FAR)


def joined_incidents(papers: Papers, codes: Mapping[str, str]) -> Papers:
    """The papers with the patients and vendors of incidents named as the other tables name them."""
    if papers.incidents is None:
        return papers
    vendors = {alike(vendor.vendor): vendor.vendor for vendor in papers.vendors or ()}
    return replace(papers, incidents=tuple(_joined(incident, codes, vendors) for incident in papers.incidents))


def strange_incidents(
    reading: TableReading, codes: Mapping[str, str], vendors: Iterable[Vendor] | None
) -> Iterator[Problem]:
    """A Problem for each patient of an incident who is not on the roster, and each vendor not in its table."""
    yield from not_found(
        reading,
        "patients",
        codes,
        found="who is not in the patients table",
        expected="codes of patients in the patients table",
        remedy="Add the patient there, or correct the code. Until then nobody can tell whom to notify.",
    )
    if vendors is not None:
        yield from not_found(
            reading,
            "vendor",
            {alike(vendor.vendor) for vendor in vendors},
            found="which is not in the vendors table",
            expected="the name of a vendor, as in the vendors table",
            remedy="Add the vendor there, or correct the name. The incident is used as it stands.",
        )


def _joined(incident: Incident, codes: Mapping[str, str], vendors: Mapping[str, str]) -> Incident:
    patients, vendor = incident.patients, incident.vendor
    return replace(
        incident,
        patients=None if patients is None else tuple(codes.get(alike(code), code) for code in patients),
        vendor=vendor and vendors.get(alike(vendor), vendor),
    )
