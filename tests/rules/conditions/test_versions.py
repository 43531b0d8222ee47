"""A signed form is a copy of the printed form whose name it bears."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from before_you_post.records import FormKind, Papers
from before_you_post.rules.cases.clean import FORM
from before_you_post.rules.cases.clean_papers import VERSION
from before_you_post.rules.conditions.versions import handed_out, permits_photos, version_of

DAY = date(2026, 11, 22)
PAPERS = Papers(form_versions=(replace(VERSION, form_version="Spring  2026"), VERSION))


def test_a_version_is_found_by_its_name_however_it_is_typed() -> None:
    assert version_of(replace(FORM, form_version=" spring 2026"), PAPERS) == PAPERS.form_versions[0]  # type: ignore[index]
    assert version_of(FORM, PAPERS) == VERSION


def test_a_form_without_a_version_and_one_of_an_unlisted_version_are_copies_of_none() -> None:
    assert (
        version_of(replace(FORM, form_version=None), Papers(form_versions=(replace(VERSION, form_version=""),))) is None
    )
    assert version_of(replace(FORM, form_version="2019"), PAPERS) is None
    assert version_of(FORM, Papers()) is None


def test_a_version_is_handed_out_until_the_day_it_is_withdrawn() -> None:
    withdrawn = replace(VERSION, withdrawn_on=DAY)
    assert handed_out(Papers(form_versions=(withdrawn, VERSION)), DAY) == (VERSION,)
    assert handed_out(Papers(form_versions=(withdrawn,)), date(2026, 11, 21)) == (withdrawn,)
    assert handed_out(Papers(), DAY) == ()


def test_a_paper_known_to_be_something_else_permits_no_photos() -> None:
    assert permits_photos(VERSION)
    assert permits_photos(replace(VERSION, form_kind=None))
    assert not permits_photos(replace(VERSION, form_kind=FormKind.INTAKE))
