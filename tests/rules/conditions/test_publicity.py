"""What a state asks of the form counts where the practice is or the patient lives, and where HIPAA does not reach."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from before_you_post.audit import judge
from before_you_post.records import FormKind, Outcome, SignerRole, Verdict
from before_you_post.rules.cases.clean import FORM, UNDESCRIBED, but
from before_you_post.rules.conditions.governing import validity, wording

SILENT = {"names_marketing": False, "likeness_consent": False}
ASKED = {
    "TX": {"tx-marketing-permission": Outcome.FAIL},
    "FL": {"fl-456057-marketing": Outcome.FAIL, "fl-54008": Outcome.NEEDS_REVIEW},
    "NY": {"ny-crl-50-51": Outcome.FAIL},
    "IL": {"il-publicity": Outcome.NEEDS_REVIEW},
    "CA": {"ca-3344-likeness": Outcome.FAIL, "ca-cmia-marketing": Outcome.NEEDS_REVIEW},
    "WA": {},
    "OH": {},
}
CHILD = {"birth_date": date(2009, 5, 17)}


def outcomes(**changes: Any) -> dict[str, Outcome]:
    return {finding.rule: finding.outcome for finding in judge(but(**changes)).findings}


def outside(*states: str) -> dict[str, Any]:
    return {"states": states, "hipaa_covered": False}


@pytest.mark.parametrize("state", ASKED)
def test_a_silent_form_is_told_by_each_states_own_rules(state: str) -> None:
    assert outcomes(form=SILENT, evidence={"states": (state,)}) == ASKED[state]
    assert outcomes(form=SILENT, patient={"state": state}) == ASKED[state]
    assert outcomes(evidence={"states": (state,)}) == {}


def test_the_states_of_the_practice_and_of_the_patient_are_both_asked() -> None:
    both = outcomes(form=SILENT, evidence={"states": ("NY", "TX")}, patient={"state": "FL"})
    assert both == ASKED["NY"] | ASKED["TX"] | ASKED["FL"]


def test_the_finding_says_why_the_states_law_counts() -> None:
    [finding] = judge(but(form=SILENT, patient={"state": "NY"})).findings
    assert finding.observed.endswith("The law of New York counts because patient P-01 lives there.")
    assert finding.part == "likeness_consent"


@pytest.mark.parametrize("state", ["TX", "FL", "NY", "CA"])
def test_what_nobody_recorded_of_the_form_is_not_checked(state: str) -> None:
    unknown = outcomes(form=dict.fromkeys(SILENT), evidence={"states": (state,)})
    assert set(unknown.values()) == {Outcome.NOT_CHECKED}
    assert set(unknown) == set(ASKED[state])


@pytest.mark.parametrize("state", ["TX", "FL", "NY", "CA", "IL"])
def test_a_form_nobody_described_is_told_once_and_not_by_each_state(state: str) -> None:
    assert outcomes(form=UNDESCRIBED | {"form_kind": None}, evidence={"states": (state,)}) == {
        "hipaa-auth-complete": Outcome.NOT_CHECKED
    }


@pytest.mark.parametrize(
    ("state", "rule"),
    [("TX", "tx-marketing-permission"), ("FL", "fl-456057-written"), ("CA", "ca-cmia-auth-required")],
)
@pytest.mark.parametrize(
    "forms",
    [
        {"panel": {"authorizations": ()}},
        {"form": {"signed": False}},
        {"form": {"form_kind": FormKind.INTAKE}},
        {"form": {"revoked_on": date(2026, 2, 20)}},
        {"form": {"expires_on": date(2026, 2, 20)}},
    ],
)
def test_outside_of_hipaa_some_states_ask_for_a_written_form_by_themselves(
    state: str, rule: str, forms: dict[str, Any]
) -> None:
    photo = judge(but(**forms, evidence=outside(state)))
    failed = {finding.rule for finding in photo.findings if finding.outcome is Outcome.FAIL}
    assert failed == {rule}
    assert photo.verdict is Verdict.TAKE_DOWN


def test_where_hipaa_reaches_its_own_rule_says_so_alone() -> None:
    assert outcomes(panel={"authorizations": ()}, evidence={"states": ("TX",)}) == {"hipaa-auth-required": Outcome.FAIL}


def test_outside_of_hipaa_an_ohio_practice_is_asked_by_no_state() -> None:
    assert outcomes(panel={"authorizations": ()}, evidence=outside("OH")) == {
        "hipaa-auth-required": Outcome.NEEDS_REVIEW
    }


@pytest.mark.parametrize("state", ["CA", "NY"])
def test_a_minor_may_not_advertise_their_likeness_alone(state: str) -> None:
    alone = {"authority": "may consent to this care"}
    found = outcomes(patient=CHILD, form=alone, evidence={"states": (state,)})
    rule = {"CA": "ca-3344-minor", "NY": "ny-crl-minor"}[state]
    assert found == {rule: Outcome.FAIL, "hipaa-minor-parent": Outcome.NEEDS_REVIEW}
    parent = {"signer_role": SignerRole.PARENT, "authority": "her mother"}
    assert outcomes(patient=CHILD, form=parent, evidence={"states": (state,)}) == {}


def test_washington_asks_only_where_hipaa_does_not_reach() -> None:
    joined = {"separate_signature": False}
    assert outcomes(form=joined, evidence=outside("WA")) == {"wa-mhmda-consent": Outcome.FAIL}
    assert outcomes(form=joined, patient={"state": "WA"}, evidence=outside("OH")) == {"wa-mhmda-consent": Outcome.FAIL}
    assert outcomes(form=joined, evidence={"states": ("WA",)}) == {}


@pytest.mark.parametrize("hipaa", [True, False, None])
@pytest.mark.parametrize("state", ASKED)
@pytest.mark.parametrize(
    "form", [SILENT, {"separate_signature": False}, {"sold_to": "Larkfield", "expires_on": date(2029, 1, 1)}, {}]
)
def test_the_form_that_speaks_is_ranked_by_what_the_states_ask(
    state: str, form: dict[str, Any], hipaa: bool | None
) -> None:
    evidence = but(form=form | {"says_sold": True}, evidence={"states": (state,), "hipaa_covered": hipaa})
    [panel] = evidence.panels or ()
    assert panel.patient is not None
    asked = (panel.authorizations or (FORM,))[0], panel.patient, panel, evidence, evidence.today
    failed = {finding.rule for finding in judge(evidence).findings if finding.outcome is Outcome.FAIL}
    assert (False in validity(*asked) + wording(*asked)) == bool(failed)
