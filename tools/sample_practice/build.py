"""Make the sample practice: its papers, what it published, and what an audit has to find.

    python tools/sample_practice/build.py

Reads the folder quillfeather/ beside this file, the practice's own practice.yaml and the photo library that
tools/photo_studio rendered; writes the tables, the signed forms, the published photos and the expected findings anew.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from types import ModuleType

import brochure
import facebook
import forms
import instagram
import making
import newsletter
import script
import tables
import yaml

import website

PRACTICE = script.HERE.parents[1] / "sample_data" / "quillfeather"
ORIGINALS = PRACTICE / "originals"
CHANNELS: dict[str, ModuleType] = {
    "website": website,
    "instagram": instagram,
    "facebook": facebook,
    "newsletter": newsletter,
    "brochure": brochure,
}


def main() -> None:
    practice = yaml.safe_load((PRACTICE / "practice.yaml").read_text(encoding="utf-8"))
    told = script.read(ORIGINALS)
    for table, columns in tables.PAPERS.items():
        tables.write(PRACTICE / f"{table}.csv", columns, told[table])
    _file_forms(told, practice["name"])
    shutil.rmtree(PRACTICE / "published", ignore_errors=True)
    for channel, items in told["published"].items():
        folder = PRACTICE / practice["channels"][channel]
        for item in items:
            making.make(item, ORIGINALS, folder / CHANNELS[channel].place(item))
        CHANNELS[channel].write(items, folder)
    _write_truth(told)


def _file_forms(told: script.Script, practice: str) -> None:
    shutil.rmtree(PRACTICE / "forms", ignore_errors=True)
    patients = {row["patient"]: row for row in told["patients"]}
    versions = {row["form_version"]: row for row in told["form_versions"]}
    for form in told["authorizations"]:
        page = forms.draw({**versions[form["form_version"]], **form}, patients[form["patient"]], practice)
        forms.save(page, PRACTICE / Path(form["document"]))


def _write_truth(told: script.Script) -> None:
    """What an audit has to find, and the story of every photo, by the names an audit gives them."""
    names = {item["photo"]: CHANNELS[channel].name(item) for channel in CHANNELS for item in told["published"][channel]}
    found = [{**row, "photo": names[item["photo"]]} for item in script.photos(told) for row in item["finds"]]
    tables.write(PRACTICE / "expected_findings.csv", tables.FINDINGS, found)
    cases = [
        {
            "photo": names[item["photo"]],
            "made_from": "; ".join(name for name, _ in script.sources(item)),
            "twin": names.get(item.get("twin", "")),
            "story": item["story"],
        }
        for item in script.photos(told)
    ]
    tables.write(PRACTICE / "cases.csv", tables.CASES, cases)


if __name__ == "__main__":
    main()
