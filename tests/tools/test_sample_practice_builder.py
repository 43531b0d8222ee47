"""The builder of the sample practice: what is committed is what the YAML says, and is built the same every time."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any

import exifread
import pytest
from PIL import Image

REPOSITORY = Path(__file__).parents[2]
TOOL = REPOSITORY / "tools" / "sample_practice"
SAMPLE = REPOSITORY / "sample_data" / "quillfeather"


@pytest.fixture(scope="module")
def modules() -> Iterator[dict[str, ModuleType]]:
    """The builder's own modules. They lie in a folder of scripts, so they are taken away again afterwards."""
    names = [path.stem for path in TOOL.glob("*.py")]
    before = {name: sys.modules.pop(name) for name in names if name in sys.modules}
    sys.path.insert(0, str(TOOL))
    try:
        yield {name: importlib.import_module(name) for name in names}
    finally:
        sys.path.remove(str(TOOL))
        for name in names:
            sys.modules.pop(name, None)
        sys.modules.update(before)


@pytest.fixture(scope="module")
def told(modules: dict[str, ModuleType]) -> dict[str, Any]:
    return dict(modules["build"].told_of("quillfeather"))


def test_the_committed_tables_are_what_the_yaml_says(
    modules: dict[str, ModuleType], told: dict[str, Any], tmp_path: Path
) -> None:
    for name in set(modules["tables"].PAPERS) & set(told):
        modules["tables"].write(tmp_path / f"{name}.csv", modules["tables"].filled(name, told[name]), told[name])
        assert (tmp_path / f"{name}.csv").read_text() == (SAMPLE / f"{name}.csv").read_text(), name


def test_a_finding_that_says_no_more_is_a_fail_on_both_days(modules: dict[str, ModuleType]) -> None:
    [row] = modules["script"]._posted({"photo": "website/a/b.jpg", "finds": [{"rule": "r", "why": "w"}]})["finds"]
    assert (row["outcome"], row["at_posting"], row["today"], row["panel"]) == ("fail", "fail", "fail", None)


def test_a_form_that_says_nothing_of_its_signer_was_signed_by_the_patient(told: dict[str, Any]) -> None:
    forms = {form["authorization"]: form for form in told["authorizations"]}
    assert forms["A-312"]["signed_by"] == "Philippa Greaves-Ondine"
    assert forms["A-312"]["copy_given_on"] == date(2025, 5, 20)
    assert forms["A-310"]["signed_by"] is None


def test_every_form_on_file_is_there_and_no_other(told: dict[str, Any]) -> None:
    named = {form["document"] for form in told["authorizations"]}
    assert {f"forms/{path.name}" for path in (SAMPLE / "forms").iterdir()} == named


def test_a_letter_is_the_same_every_time_it_is_written(modules: dict[str, ModuleType], tmp_path: Path) -> None:
    item = {
        "photo": "newsletter/a.jpg",
        "letter": "June letter",
        "posted": date(2026, 6, 3),
        "caption": "A caf\u00e9",
        "alt_text": "An arm",
    }
    for folder in ("one", "two"):
        (tmp_path / folder / "pictures").mkdir(parents=True)
        (tmp_path / folder / "pictures" / "a.jpg").write_bytes(b"\xff\xd8 a picture \xff\xd9")
        modules["newsletter"].write([item], tmp_path / folder)
    one, two = (next((tmp_path / folder).iterdir()) for folder in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()


def test_a_thumbnail_left_in_is_the_cameras_and_the_picture_stays_as_it_is(modules: dict[str, ModuleType]) -> None:
    def jpeg(colour: str, size: int, **more: Any) -> bytes:
        made = BytesIO()
        Image.new("RGB", (size, size), colour).save(made, "JPEG", **more)
        return made.getvalue()

    leftovers = modules["leftovers"]
    small, published = jpeg("navy", 40), jpeg("tan", 90)
    block = leftovers._with_thumbnail(small)
    left = leftovers.thumbnail(published, leftovers._with_segment(jpeg("tan", 120), 0xE1, block), True)
    assert exifread.process_file(BytesIO(left))["JPEGThumbnail"] == small
    assert Image.open(BytesIO(left)).tobytes() == Image.open(BytesIO(published)).tobytes()


def test_two_posts_of_one_moment_are_refused(modules: dict[str, ModuleType]) -> None:
    modules["meta"].once([("2026-06-03", "a"), ("2026-06-03", "a")])
    with pytest.raises(SystemExit, match="two posts"):
        modules["meta"].once([("2026-06-03", "a"), ("2026-06-03", "b")])
