"""What the notes on the law rest on, in words."""

from __future__ import annotations

from datetime import date

import pytest

from before_you_post.law.state_packs import state_packs
from before_you_post.law.watch_list import watch_list
from before_you_post.records import SubjectKind
from before_you_post.report.law_page import concerned, notice, reach, rests_on, state_text, text
from before_you_post.rules.cases.clean import but
from before_you_post.rules.cases.clean_office import MATTERS
from incident_audits import audit_of, named

TODAY = date(2026, 11, 22)


def flat(words: str) -> str:
    return " ".join(words.split())


def test_as_long_as_no_day_has_passed_nothing_is_due_and_the_next_day_is_named() -> None:
    assert notice(TODAY) is None
    assert "Due to be looked at again Nothing. The next is due by 2027-01-01." in flat(text(TODAY))


def test_a_day_that_has_passed_is_named_calmly() -> None:
    said = notice(date(2027, 2, 1)) or ""
    assert said.startswith("2 points of the law should have been looked at again, the first by 2027-01-01")
    assert (notice(date(2027, 1, 2)) or "").startswith("1 point of the law")
    due, _, watched = flat(text(date(2027, 2, 1))).partition(" Watched ")
    assert "Illinois Medical Practice Act" in due
    assert "Texas biometric act" in watched.partition("Figures in force")[0]


def test_when_everything_is_due_nothing_is_merely_watched() -> None:
    said = flat(text(date(2100, 1, 1)))
    assert " Watched " not in said
    assert all(flat(watched.about) in said for watched in watch_list())


def test_figures_are_those_of_the_day_with_what_they_rest_on() -> None:
    said = flat(text(TODAY))
    assert "Figures in force on 2026-11-22" in said
    assert "did not know: $145 to $73,011; at most $2,190,294 a year (by discretion about $36,505)." in said
    assert "Cal. Civ. Code 56.35, 56.36), first day not in our notes; not verified; ask your counsel." in said
    assert "damages: at least $750." in said
    assert "each violation: up to $53,088." in said
    assert "negligent: $1,000." in said
    assert "None that our notes know of for that day." in flat(text(date(2020, 1, 1)))


def test_an_amount_that_has_ended_says_until_when() -> None:
    assert "since 2024-10-21, until 2024-12-31" in flat(text(date(2024, 11, 1)))


def test_a_states_pack_says_of_every_row_how_it_is_accounted_for() -> None:
    said = flat(state_text("CA"))
    assert said.startswith("State pack for CA (California), beside federal rules.")
    assert "ca-cmia-14pt: print of 14 points, or handwriting. Checked by ca-cmia-14pt." in said
    assert "ca-cmia-expiry: an end, within a year. Checked by ca-cmia-expiry. Not verified in full" in said
    assert "ca-651-penalty: a misdemeanor, and the license. Taught only." in said
    assert "ca-cmia-remedies: what a patient may sue for. A dated figure: `before-you-post law` has it." in said
    assert "ca-16ccr: a further advertising regulation, named by one vendor only. Left out: no text" in said
    assert "ca-651-altered: no picture that was altered from the person. Checked by ca-651-altered." in said


def test_a_state_without_a_pack_is_told_so_in_one_sentence() -> None:
    assert state_text("OH") == "No state pack for OH: federal rules only."


def test_what_our_notes_do_not_have_is_said() -> None:
    assert "Who consents to show a child's likeness? Not in our notes." in flat(state_text("CO"))


@pytest.mark.parametrize("code", [pack.code for pack in state_packs()])
def test_lines_fit_a_terminal(code: str) -> None:
    assert [line for line in text(TODAY).splitlines() + state_text(code).splitlines() if len(line) > 120] == []


def test_what_an_audit_rests_on_names_every_state_of_the_practice() -> None:
    said = rests_on(TODAY, ("OH", "CA"))
    assert said.startswith("Law as read on 2026-11-22: 45 CFR 160 and 164 (HIPAA)")
    assert "No state pack for OH: federal rules only. State pack for CA (California), beside federal rules." in said
    assert said.endswith("not legal advice. Ask your counsel before you rely on it.")
    assert "looked at again" not in said
    assert "should have been looked at again" in rests_on(date(2027, 1, 2), ("OH",))


def test_a_practice_that_recorded_no_state_is_told_so() -> None:
    assert "The practice's state is not recorded: federal rules only." in rests_on(TODAY, ())


def test_the_states_that_count_are_the_practices_and_its_patients() -> None:
    one = named(but(patient={"code": "P-02", "state": "KY"}), "a.jpg", "website/p1")
    other = named(but(patient={"state": None}), "b.jpg", "website/p2")
    audit = audit_of(one, other, matters=(MATTERS[SubjectKind.FORM],))
    assert concerned(audit) == ("OH", "KY")
    assert "No state pack for KY: federal rules only." in reach(TODAY, concerned(audit))


def test_the_clocks_of_a_breach_are_told_with_their_limits() -> None:
    said = flat(text(TODAY))
    assert "every patient concerned: 60 days from discovery (45 CFR 164.404(b); read in the official text)." in said
    assert "60 days from discovery, where more than 500 of one state are concerned (45 CFR 164.406;" in said
    assert "HHS: 60 days from discovery, where at least 500 are concerned" in said
    assert "15 business days from discovery" in said
