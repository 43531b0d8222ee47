"""The summary says in a screenful what to do first."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import handmade_audits as handmade
from before_you_post.records import (
    Audit,
    Change,
    ChangeKind,
    JudgedMatter,
    Matter,
    StaffMember,
    SubjectKind,
    Verdict,
    WithoutPhoto,
)
from before_you_post.report.summary import text
from before_you_post.store import Kept


def kept(audit: Audit, *changes: Change, previous: date | None = None) -> Kept:
    return Kept(audit=audit, changes=changes, previous=previous, kept_at=datetime(2026, 11, 22, tzinfo=UTC))


def test_it_counts_names_what_to_take_down_and_what_changed() -> None:
    change = Change(
        kind=ChangeKind.NEW,
        subject=SubjectKind.PANEL,
        about="website/profile/nose.jpg",
        rule="hipaa-auth-revoked",
        panel=1,
    )
    audit = handmade.audit(
        handmade.revoked("nose.jpg"), handmade.judged("chin.jpg", channel="instagram"), problems=(handmade.PROBLEM,)
    )

    assert text(kept(audit, change, previous=date(2026, 11, 1))) == (
        "Quillfeather Dermatology & Aesthetics, as of 2026-11-22\n"
        "2 published photos, 12 originals in the library.\n"
        "\n"
        "       1  Take down now\n"
        "       0  Fix before next use\n"
        "       0  A person must decide\n"
        "       0  Could not be checked\n"
        "       1  Nothing found\n"
        "\n"
        "  website: 1 photo, 1 to take down\n"
        "  instagram: 1 photo\n"
        "\n"
        "Take down now:\n"
        "  website/profile/nose.jpg\n"
        "      The patient has revoked the authorization. "
        "Form A-001 was revoked on 2026-09-01 and the photo is still published.\n"
        "\n"
        "Since the audit as of 2026-11-01: 1 new.\n"
        "  New: website/profile/nose.jpg: The patient has revoked the authorization\n"
        "\n"
        "1 problem in your own files; until they are put right, something may be missed:\n"
        "  authorizations.csv, row 7, column signed_on\n"
        '      found "31/02/2026"; expected a date such as 2026-02-28. Write the day the form was signed.\n'
        "\n"
        "State pack for CA (California), beside federal rules.\n"
    )


def test_long_lists_are_cut_and_say_how_much_more_there_is() -> None:
    photos = [handmade.revoked(f"{number}.jpg") for number in range(30)]
    problems = tuple(replace(handmade.PROBLEM, row=row) for row in range(2, 15))

    said = text(kept(handmade.audit(*photos, problems=problems)))

    assert "  and 5 more photos\n" in said
    assert "  and 3 more problems\n" in said
    assert "row 11" in said
    assert "row 12" not in said


def test_an_audit_that_saw_no_photo_says_so() -> None:
    assert "No published photo was found, so nothing was checked." in text(kept(handmade.audit()))


def test_names_from_outside_cannot_steer_the_terminal() -> None:
    said = text(kept(handmade.audit(handmade.revoked("\x1b[2Jnose.jpg"))))

    assert "\x1b" not in said


def test_posts_without_a_photo_are_named_even_where_no_photo_was_found() -> None:
    bare = (WithoutPhoto(channel="instagram", posts=2),)

    for photos in ((), (handmade.judged("nose.jpg"),)):
        said = text(kept(replace(handmade.audit(*photos), without_photo=bare)))
        assert "  instagram: no photos, 2 posts without a photo that was read\n" in said


def test_what_was_found_besides_photos_names_its_subject() -> None:
    member = StaffMember(person="S-4", name="Ada Brightwater", role="front desk")
    matter = Matter(kind=SubjectKind.STAFF, id="S-4", member=member)
    found = replace(handmade.finding("S-4", panel=None, part=None), subject=SubjectKind.STAFF, observed="No training.")
    judged = JudgedMatter(matter=matter, verdict=Verdict.FIX, findings=(found,), passed=(), not_applicable=())
    told = text(kept(replace(handmade.audit(handmade.judged("nose.jpg")), matters=(judged,))))
    assert "  Staff: 1 Put right\n" in told
    assert "  Put right: Staff member S-4\n" in told
    assert "No training." in told
    assert "Ada" not in told
