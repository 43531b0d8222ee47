"""A fact nobody recorded is missing; a fact about something that is not there is not."""

from __future__ import annotations

from dataclasses import replace

from before_you_post.rules import load_rules
from before_you_post.rules.base import Subject
from before_you_post.rules.cases.clean import CLEAN, FORM, PANEL
from before_you_post.rules.facts import missing

[SIGNATURE] = [rule for rule in load_rules() if rule.id == "hipaa-auth-signature"]
[EXPIRY] = [rule for rule in load_rules() if rule.id == "hipaa-auth-expiry"]
SUBJECT = Subject(evidence=CLEAN, day=CLEAN.today, panel=PANEL, form=FORM)


def test_a_fact_of_a_form_is_missing_where_there_is_a_form_that_does_not_record_it() -> None:
    assert missing(SIGNATURE, SUBJECT) is None
    assert missing(SIGNATURE, replace(SUBJECT, form=replace(FORM, signed=None))) == "form.signed"


def test_where_there_is_no_form_no_fact_of_a_form_is_missing() -> None:
    assert missing(SIGNATURE, replace(SUBJECT, form=None)) is None


def test_one_of_two_facts_is_enough_where_either_answers() -> None:
    event = replace(FORM, expires_on=None, expires_when="her wedding")
    assert missing(EXPIRY, replace(SUBJECT, form=event)) is None
    assert missing(EXPIRY, replace(SUBJECT, form=replace(event, expires_when=None))) == EXPIRY.needs[0]
