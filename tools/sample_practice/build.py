"""Make the sample practices: their papers, what they published, and what an audit has to find.

    python tools/sample_practice/build.py [quillfeather] [gorseland] [seagrass]

Reads the folder of each beside this file, the practice's own practice.yaml and the photo library that
tools/photo_studio rendered; writes the tables, the signed forms, the published photos and the expected findings anew.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType

import brochure
import facebook
import forms
import google
import instagram
import making
import newsletter
import script
import tables
import yaml

import website

SAMPLES = script.HERE.parents[1] / "sample_data"
PRACTICES = ("quillfeather", "gorseland", "seagrass")
CHANNELS: dict[str, ModuleType] = {
    "website": website,
    "instagram": instagram,
    "facebook": facebook,
    "newsletter": newsletter,
    "brochure": brochure,
    "google": google,
}


def main(names: Sequence[str]) -> None:
    for name in names or PRACTICES:
        build(name)


def build(name: str) -> None:
    """Make one practice, in its folder of sample_data."""
    folder = SAMPLES / name
    practice = yaml.safe_load((folder / "practice.yaml").read_text(encoding="utf-8"))
    told = told_of(name)
    for table in tables.PAPERS:
        if table in told:
            tables.write(folder / f"{table}.csv", tables.filled(table, told[table]), told[table])
    _file_forms(told, practice["name"], folder)
    shutil.rmtree(folder / "published", ignore_errors=True)
    for channel, items in told["published"].items():
        place = folder / practice["channels"][channel]
        for item in items:
            making.make(item, folder / "originals", place / CHANNELS[channel].place(item))
        CHANNELS[channel].write(items, place)
    for channel, items in told["posted"].items():
        CHANNELS[channel].write(items, folder / practice["channels"][channel])
    _write_truth(told, folder)


def told_of(name: str) -> script.Script:
    """Everything one practice's YAML says, its posts by the names an audit gives them."""
    told = script.read(name, SAMPLES / name / "originals")
    if "advertisements" in told:
        told["advertisements"] = list(_by_posts(told))
    return told


def _by_posts(told: script.Script) -> Iterator[script.Row]:
    """The list of posts by the names an audit gives them, each once; in the YAML a post goes by its first photo."""
    posts = {item["photo"]: _post(channel, item) for channel, items in told["published"].items() for item in items}
    seen = set()
    for row in told["advertisements"]:
        post = posts.get(row["post"], row["post"])
        if post not in seen:
            seen.add(post)
            yield {**row, "post": post}


def _post(channel: str, item: script.Row) -> str:
    """The name an audit gives the post a photo belongs to."""
    if channel in ("brochure", "website"):
        return str(CHANNELS[channel].post(item))
    return str(CHANNELS[channel].name(item).rpartition("/")[0])


def _names(told: script.Script) -> dict[str, str]:
    """The names an audit gives the photos, by those of the YAML."""
    return {
        item["photo"]: CHANNELS[channel].name(item) for channel, items in told["published"].items() for item in items
    }


def _file_forms(told: script.Script, practice: str, folder: Path) -> None:
    shutil.rmtree(folder / "forms", ignore_errors=True)
    patients = {row["patient"]: row for row in told["patients"]}
    versions = {row["form_version"]: row for row in told.get("form_versions", ())}
    for form in told["authorizations"]:
        page = forms.draw({**versions[form["form_version"]], **form}, patients[form["patient"]], practice)
        forms.save(page, folder / Path(form["document"]))


def _write_truth(told: script.Script, folder: Path) -> None:
    """What an audit has to find, and the story of every photo, by the names an audit gives them."""
    names = _names(told)
    of_photos = [{**row, "about": names[item["photo"]]} for item in script.photos(told) for row in item["finds"]]
    tables.write(folder / "expected_findings.csv", tables.FINDINGS, [*of_photos, *told["finds"]])
    tables.write(folder / "matter_cases.csv", tables.MATTER_CASES, [row for row in told["finds"] if row.get("twin")])
    cases = [
        {
            "photo": names[item["photo"]],
            "made_from": "; ".join(name for name, _ in script.sources(item)),
            "twin": names.get(item.get("twin", "")),
            "story": item["story"],
        }
        for item in script.photos(told)
    ]
    tables.write(folder / "cases.csv", tables.CASES, cases)


if __name__ == "__main__":
    main(sys.argv[1:])
