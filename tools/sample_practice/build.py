"""Make the sample practice: its papers, what it published, and what an audit has to find.

    python tools/sample_practice/build.py

Reads quillfeather.yaml, the practice's own practice.yaml and the photo library that tools/photo_studio rendered;
writes the tables, the signed forms, the published photos and the expected findings anew.
"""

from __future__ import annotations

import csv
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import forms
import pictures
import yaml
from PIL import Image

import website

HERE = Path(__file__).parent
PRACTICE = HERE.parents[1] / "sample_data" / "quillfeather"
EXPORTED = date(2026, 11, 1)
TABLES = {
    "patients": "patient given_name family_name other_names birth_date state medical_record_number",
    "originals": "file patient kind taken_on area procedure",
    "authorizations": "authorization patient form_version signed signed_on signed_by signer_role authority expires_on "
    "expires_when event_happened_on revoked_on channels photos may_name document",
    "not_patient_photos": "file what decided_by decided_on",
}
FINDING = ("photo", "rule", "panel", "outcome", "at_posting", "today", "why")
CASE = ("photo", "made_from", "twin", "story")

Row = Mapping[str, Any]


def main() -> None:
    script = yaml.safe_load((HERE / "quillfeather.yaml").read_text(encoding="utf-8"))
    script["practice"] = yaml.safe_load((PRACTICE / "practice.yaml").read_text(encoding="utf-8"))
    _check(script)
    shutil.rmtree(PRACTICE / "published", ignore_errors=True)
    for table, columns in TABLES.items():
        _write(PRACTICE / f"{table}.csv", columns.split(), map(_yes_no, script[table]))
    _file_forms(script)
    _publish(script)
    found = [{"photo": item["photo"], **row} for item in script["published"] for row in item.get("finds", [])]
    _write(PRACTICE / "expected_findings.csv", FINDING, found)
    cases = [{**item, "made_from": "; ".join(item["of"])} for item in script["published"]]
    _write(PRACTICE / "cases.csv", CASE, cases)


def _check(script: Row) -> None:
    """Everything a photo, form or twin refers to is there."""
    library = {row["file"] for row in script["originals"]}
    photos = [item["photo"] for item in script["published"]]
    twins = {item["twin"] for item in script["published"] if "twin" in item}
    used = {name for item in script["published"] for name in item["of"] if not name.startswith("elsewhere/")}
    files = {name for name in library if not (PRACTICE / "originals" / name).is_file()}
    wrong = [*(used - library), *(twins - set(photos)), *files, *{photo for photo in photos if photos.count(photo) > 1}]
    if wrong:
        sys.exit(f"quillfeather.yaml names what is not there, or twice: {', '.join(sorted(wrong))}")


def _file_forms(script: Row) -> None:
    shutil.rmtree(PRACTICE / "forms", ignore_errors=True)
    patients = {row["patient"]: row for row in script["patients"]}
    for form in script["authorizations"]:
        page = forms.draw(form, patients[form["patient"]], script["practice"]["name"])
        forms.save(page, PRACTICE / form["document"])


def _publish(script: Row) -> None:
    captions: dict[str, list[Row]] = {}
    pages = []
    for item in script["published"]:
        channel, *page, file = item["photo"].split("/")
        folder = PRACTICE / script["practice"]["channels"][channel]
        if page:
            place = f"{website.uploads(item['posted'])}/{file}"
            photo = folder / "wp-content" / "uploads" / place
            _make(item, photo)
            pages.append(_page(item, page[0], place, photo))
        else:
            _make(item, folder / file)
            captions.setdefault(channel, []).append({"file": file, "published_on": item["posted"], **item})
    for channel, rows in captions.items():
        columns = ("file", "published_on", "title", "caption", "alt_text")
        shown = columns if any("title" in row for row in rows) else tuple(c for c in columns if c != "title")
        _write(PRACTICE / script["practice"]["channels"][channel] / "captions.csv", shown, rows)
    name = f"quillfeather.WordPress.{EXPORTED}.xml"
    written = datetime(EXPORTED.year, EXPORTED.month, EXPORTED.day, 14, tzinfo=UTC)
    export = website.export(script["practice"]["name"], pages, written)
    (PRACTICE / script["practice"]["channels"]["website"] / name).write_bytes(export)


def _make(item: Row, out: Path) -> None:
    sources = [HERE / name if name.startswith("elsewhere/") else PRACTICE / "originals" / name for name in item["of"]]
    [(recipe, details)] = item["make"].items()
    details = dict(details)
    quality = details.pop("quality", pictures.QUALITY)
    keep = details.pop("keep_metadata", False)
    picture = getattr(pictures, recipe)(sources, **details)
    pictures.save(picture, out, quality, sources[0] if keep else None)


def _page(item: Row, slug: str, place: str, photo: Path) -> website.Page:
    with Image.open(photo) as picture:
        width, height = picture.size
    return website.Page(
        slug=slug,
        title=item["title"],
        day=item["posted"],
        photo=place,
        width=width,
        height=height,
        caption=item["caption"],
        alt_text=item["alt_text"],
        sizes=website.make_sizes(photo, item.get("sizes", ())),
    )


def _yes_no(row: Row) -> dict[str, Any]:
    """YAML reads yes as true; a person reads yes."""
    words = {True: "yes", False: "no"}
    return {key: words[value] if isinstance(value, bool) else value for key, value in row.items()}


def _write(path: Path, columns: Sequence[str], rows: Iterable[Row]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.DictWriter(file, columns, extrasaction="ignore", lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


if __name__ == "__main__":
    main()
