"""Forms from every file are joined to patients, channels and photos; none replaces another."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from before_you_post.inputs.photo_names import PhotoNames
from before_you_post.practice.forms import FormEntry, join_forms
from before_you_post.records import Authorization, Channel, PhotoScope, Problem

CHANNELS = (Channel(name="Website", folder="/x"),)


def joined(folder: Path, *entries: FormEntry) -> tuple[tuple[Authorization, ...], list[Problem]]:
    names = PhotoNames.of("originals", ("a/nose.jpg",))
    return join_forms(entries, folder, {"p 1": "P 1"}, CHANNELS, names)


def test_names_are_those_the_practice_uses_elsewhere(tmp_path: Path) -> None:
    scopes = (PhotoScope(original="A/NOSE.jpg"), PhotoScope(original="chin.jpg"))
    read = Authorization(id="A1", patient="p  1", channels=("website", "x"), photos=scopes)

    (form,), (problem,) = joined(tmp_path, FormEntry(read, "forms.csv", 4))

    assert (form.patient, form.channels) == ("P 1", ("Website", "x"))
    assert form.photos == (PhotoScope(original="a/nose.jpg"), PhotoScope(original="chin.jpg"))
    assert (problem.path, problem.row, problem.column) == ("forms.csv", 4, "photos")


def test_forms_of_one_number_in_several_files_are_all_used(tmp_path: Path) -> None:
    revoked = Authorization(id="A1", patient="P 1", revoked_on=date(2026, 1, 1))
    plain = Authorization(id="A1", patient="P 1")
    entries = [FormEntry(plain, "a.csv", 2), FormEntry(revoked, "/x/b.json"), FormEntry(plain, "/y/b.json")]

    forms, problems = joined(tmp_path, *entries)

    assert [form.revoked_on for form in forms] == [None, date(2026, 1, 1), None]
    assert len({form.id for form in forms}) == 3
    assert len(problems) == 2


def test_what_is_wrong_with_a_scan_is_said_at_its_row(tmp_path: Path) -> None:
    form = Authorization(id="A1", patient="P 1", document="a1.pdf")

    _, (problem,) = joined(tmp_path, FormEntry(form, "forms.csv", 7))

    assert (problem.row, problem.column) == (7, "document")
