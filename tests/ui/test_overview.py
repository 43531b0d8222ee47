"""What stands at the top of the page."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from before_you_post.records import Change, ChangeKind, SubjectKind, Verdict, WithoutPhoto
from before_you_post.store import Kept
from before_you_post.ui.overview import LISTED, before_any_audit, top_of_page


def test_the_figures_count_every_photo_once(kept: Kept) -> None:
    values = top_of_page(kept)
    assert values["photos"] == len(kept.audit.photos)
    assert sum(verdict["photos"] for verdict in values["verdicts"]) == values["photos"]
    assert sum(channel["photos"] for channel in values["channels"]) == values["photos"]


def test_every_verdict_has_a_figure_even_when_it_is_nought(kept: Kept) -> None:
    values = top_of_page(kept)
    assert values["verdicts"][0]["code"] == Verdict.TAKE_DOWN.value
    assert {verdict["code"] for verdict in values["verdicts"]} == {verdict.value for verdict in Verdict}


def test_values_can_travel_as_json(kept: Kept) -> None:
    assert json.loads(json.dumps(top_of_page(kept))) == top_of_page(kept)


def test_no_absolute_path_reaches_the_page(kept: Kept, folder: Path) -> None:
    assert str(folder) not in json.dumps(top_of_page(kept))


def test_a_problem_names_its_file_row_and_column(kept: Kept) -> None:
    first = top_of_page(kept)["problems"]["entries"][0]
    assert (first["file"], first["row"], first["column"]) == ("authorizations.csv", 14, "signed_on")


def test_a_photo_that_is_gone_cannot_be_opened(kept: Kept) -> None:
    fixed = next(kind for kind in top_of_page(kept)["changes"]["kinds"] if kind["kind"] == "fixed")
    assert fixed["entries"][0]["known"] is False
    assert fixed["entries"][0]["file"] == "lips.jpg"


def test_a_first_audit_has_no_day_to_compare_with(kept: Kept) -> None:
    assert top_of_page(replace(kept, changes=(), previous=None))["changes"]["since"] is None


def test_of_very_many_changes_only_the_first_are_sent(kept: Kept) -> None:
    change = Change(
        kind=ChangeKind.NEW, subject=SubjectKind.PHOTO, about="website/x.jpg", rule="no-such-rule", panel=None
    )
    new = top_of_page(replace(kept, changes=(change,) * (LISTED + 7)))["changes"]["kinds"][0]
    assert (new["total"], len(new["entries"])) == (LISTED + 7, LISTED)
    assert new["entries"][0]["title"] == "no-such-rule"


def test_before_any_audit_the_practice_is_called_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "practice.yaml").write_text(
        "name: Larkmoor\nstates: [CA]\nchannels: {website: published}\n", encoding="utf-8"
    )
    assert before_any_audit(tmp_path)["practice"] == "Larkmoor"


@pytest.mark.parametrize("text", [None, "name: [", ""])
def test_before_any_audit_what_is_no_practice_is_called_by_its_folder(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "practice.yaml").write_text(text, encoding="utf-8")
    assert before_any_audit(tmp_path)["practice"] == tmp_path.name


def test_posts_without_a_photo_stand_beside_their_channel(kept: Kept) -> None:
    bare = replace(kept.audit, without_photo=(WithoutPhoto(channel="instagram", posts=3),))
    website, instagram = top_of_page(replace(kept, audit=bare))["channels"]
    assert website["more"] is None
    assert instagram["more"] == "3 posts without a photo that was read"


def test_when_our_notes_on_the_law_are_due_again_the_page_says_so(kept: Kept) -> None:
    assert "looked at again" not in top_of_page(kept)["note"]
    later = replace(kept, audit=replace(kept.audit, as_of=date(2027, 3, 1)))
    assert "of the law should have been looked at again, the first by 2027-01-01" in top_of_page(later)["note"]
