"""When a form ends: on a day, with an event, or, against the law, never.

45 CFR 164.508(c)(1)(v) asks every form for an end: a date, or an event that has to do with the patient or the
purpose. "None" and "the end of the research study" will do for research only. A form that says nothing has no end
either, so silence is a defect and not a permission for ever; a practice that finds none on the paper writes "none".
"""

# mypy: strict-optional

from __future__ import annotations

from datetime import date

from ...records import Authorization
from .scopes import spoken

_NEVER = frozenset(
    (
        *("none", "no", "no end", "no end date", "no expiration", "no expiration date", "no expiry", "no expiry date"),
        *("none stated", "not stated", "blank", "n/a", "na", "never", "never expires", "does not expire", "no limit"),
        *("no time limit", "unlimited", "open ended", "indefinite", "indefinitely", "perpetual", "perpetually"),
        *("perpetuity", "in perpetuity", "for ever", "forever", "always"),
    )
)
_NO_END = frozenset(spoken(words) for words in _NEVER)


def has_end(form: Authorization) -> bool | None:
    """The form ends on a date or with an event; ``False`` where it says that it never does.

    ``None`` where no end is recorded, and where it ends "when revoked": every form can be revoked, and whether that
    is an end of its own is for a person to decide.
    """
    if form.expires_on:
        return True
    if not form.expires_when:
        return None
    if spoken(form.expires_when).strip(".,;!") in _NO_END:
        return False
    return None if ends_when_revoked(form) else True


def ends_when_revoked(form: Authorization) -> bool:
    """The only end the form names has to do with the patient taking it back."""
    return form.expires_on is None and form.expires_when is not None and "revo" in form.expires_when.casefold()


def ended_on(form: Authorization) -> date | None:
    """The first day on which the form permits nothing more; ``None`` while no such day is known.

    A form that ends on a date is good for the whole of that date. A form that ends with an event ends on the day the
    practice knows the event happened (45 CFR 164.508(b)(2)(i) asks what is *known*), so an event nobody has
    recorded has not happened.
    """
    ends = [form.event_happened_on] if form.expires_when and form.event_happened_on else []
    if form.expires_on:
        ends.append(date.fromordinal(form.expires_on.toordinal() + 1) if form.expires_on < date.max else date.max)
    return min(ends, default=None)


def ending_part(form: Authorization) -> str:
    """The field of the form that made it end: its event, where that came no later than its date."""
    event = form.event_happened_on if form.expires_when else None
    return "event_happened_on" if event and (form.expires_on is None or event <= form.expires_on) else "expires_on"


def ending(form: Authorization) -> str:
    """When and how the form ended, in words: "ended on 2025-03-31"."""
    if ending_part(form) == "event_happened_on":
        return f"ended on {form.event_happened_on}, with the event it names ({form.expires_when})"
    return f"ended on {form.expires_on}"


def not_expired(form: Authorization, day: date) -> bool:
    """No end of the form is known to have come by that day; whether it has one is ``has_end``."""
    ended = ended_on(form)
    return ended is None or day < ended


def not_revoked(form: Authorization, day: date) -> bool:
    """The patient had not revoked the form by that day. The law asks for *known* revocations: none on file is none."""
    return form.revoked_on is None or day < form.revoked_on


def within_a_year(form: Authorization, day: date) -> bool | None:
    """The form ends no later than a year after it was signed; ``None`` where a person must look.

    ``True`` also for a form that ends with an event, until it has been relied on for more than a year, and where
    the end or the date of the signature is missing (other rules ask for those).
    """
    if form.signed_on is None or not has_end(form):
        return True
    last = form.expires_on or (day if not_expired(form, day) else form.signed_on)
    signed = form.signed_on
    return True if (last.year, last.month, last.day) <= (signed.year + 1, signed.month, signed.day) else None
