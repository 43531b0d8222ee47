"""A YAML folder, such as `quillfeather/`: everything one sample practice is made from, put together and checked.

Some things are said once in the YAML and meant everywhere: a form that says nothing of its signer was signed by the
patient; a finding that says no more is a fail on both days. They are filled in here, so that every table is whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
CHANNELS = ("website", "instagram", "facebook", "newsletter", "brochure")
WORDS = ("google",)  # channels of posts without photos
NEVER = "never"  # a copy that nobody recorded

Row = Mapping[str, Any]
Script = dict[str, Any]


def read(practice: str, originals: Path) -> Script:
    """Every table of a practice's YAML folder by its name. Raises SystemExit where one names what is not there."""
    script: Script = {"published": {}, "posted": {}, "finds": []}
    for path in sorted((HERE / practice).glob("*.yaml")):
        part = yaml.safe_load(path.read_text(encoding="utf-8"))
        if path.stem in CHANNELS:
            script["published"][path.stem] = [_posted(item) for item in part["published"]]
        elif path.stem in WORDS:
            script["posted"][path.stem] = part["posted"]
        else:
            script["finds"] += part.pop("finds", [])
            script |= part
    script["finds"] = [_whole(row) for row in script["finds"]]
    people = {row["patient"]: f"{row['given_name']} {row['family_name']}" for row in script["patients"]}
    every = script.get("every_form", {})
    script["authorizations"] = [_signed({**every, **row}, people[row["patient"]]) for row in script["authorizations"]]
    if "conversations" in script:
        script["conversations"] = [*_talks(script), *script["conversations"]]
    if "advertisements" in script:
        script["advertisements"] = list(_advertised(script))
    _check(practice, script, originals)
    return script


def photos(script: Script) -> Iterator[Row]:
    """Every published photo, channel by channel."""
    for channel in CHANNELS:
        yield from script["published"].get(channel, ())


def sources(item: Row) -> list[tuple[str, list[Row]]]:
    """The pictures a published photo was made of, and the steps that were taken with each of them first."""
    return [(one, []) if isinstance(one, str) else (one["photo"], one["first"]) for one in item["of"]]


def _posted(item: dict[str, Any]) -> dict[str, Any]:
    finds = [{"subject": "photo", **_whole(row)} for row in item.get("finds", ())]
    return {"caption": None, **item, "finds": finds}


def _whole(row: dict[str, Any]) -> dict[str, Any]:
    outcome = row.get("outcome", "fail")
    return {"panel": None, "outcome": outcome, "at_posting": outcome, "today": outcome, **row}


def _signed(form: dict[str, Any], patient: str) -> dict[str, Any]:
    signed = form["signed"]
    usual = {
        "signed_by": patient if signed and form["signer_role"] == "patient" else None,
        "document": f"forms/{form['authorization']}.pdf",
        "copy_given_on": form.get("signed_on") if signed else None,
    }
    whole = {**usual, **form}
    return {**whole, "copy_given_on": None if whole["copy_given_on"] == NEVER else whole["copy_given_on"]}


def _talks(script: Script) -> Iterator[Row]:
    for form in script["authorizations"]:
        if by := form.get("talk"):
            yield {**form, "held_on": form["signed_on"], "held_by": by, "topics": script["every_talk"]}


def _advertised(script: Script) -> Iterator[Row]:
    """A row for every post that shows a photo, and for the others that the YAML names."""
    own = {row["post"]: row for row in script["advertisements"]}
    shown = dict.fromkeys(item["photo"] for item in photos(script) if "unlisted" not in item)
    for photo in shown:
        yield {**script["every_advertisement"], **own.pop(photo, {}), "post": photo}
    for post, row in own.items():
        yield {**script["every_advertisement"], **row, "post": post}


def _check(practice: str, script: Script, originals: Path) -> None:
    """Everything a photo, form or twin refers to is there, and nothing twice."""
    library = [row["file"] for row in script["originals"]]
    shown = [item["photo"] for item in photos(script)]
    used = {name for item in photos(script) for name, _ in sources(item)}
    folders = {name: HERE if name.startswith("elsewhere/") else originals for name in {*used, *library}}
    codes = {row["patient"] for row in script["patients"]}
    versions = {row["form_version"] for row in script.get("form_versions", ())}
    wrong = {
        *({name for name in used if not name.startswith("elsewhere/")} - set(library)),
        *({item["twin"] for item in photos(script) if "twin" in item} - set(shown)),
        *(name for name, folder in folders.items() if not (folder / name).is_file()),
        *(name for names in (shown, library) for name, count in Counter(names).items() if count > 1),
        *({form["patient"] for form in script["authorizations"]} - codes),
        *({form["form_version"] for form in script["authorizations"]} - versions),
    }
    if wrong:
        raise SystemExit(f"{practice}/ names what is not there, or twice: {', '.join(sorted(wrong))}")
