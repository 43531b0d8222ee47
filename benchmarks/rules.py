"""How long do all the rules take for a practice's published photos, and what would a loop written straight take?

    python benchmarks/rules.py [--photos 100000] [--out benchmarks/results/rules.txt]

The evidence is invented and collected already: photos of one, two or three pictures, patients with up to three forms,
three in ten with something wrong, some taken down, some in states with rules of their own. The peer is what somebody
would write who wants nothing but the eleven conditions that make or break a form: one loop over the same evidence, in
plain Python, that says "covered" or "not" for the day of posting and for today, and no more: no reasons, no missing
facts, no choice between forms that have different faults. Both must agree on every photo. Times are processor time of
one core.
"""

from __future__ import annotations

import argparse
import platform
import random
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from before_you_post.audit import judge
from before_you_post.records import (
    Authorization,
    Evidence,
    FormKind,
    GpsPosition,
    Identifier,
    IdentifierKind,
    Outcome,
    Panel,
    Patient,
    PhotoKind,
    PhotoScope,
    SignerRole,
    SubjectKind,
)
from before_you_post.rules import load_rules
from before_you_post.rules.cases.clean import CLEAN, FORM, ORIGINAL, PANEL, PATIENT

SEED = 20261122
COVER = (
    *("hipaa-auth-required", "hipaa-consent-not-authorization", "hipaa-oral-agree-na", "hipaa-auth-signature"),
    *("hipaa-auth-channel", "hipaa-auth-after-photo", "hipaa-auth-before-photo", "hipaa-auth-photo-described"),
    *("hipaa-auth-expiry", "hipaa-auth-not-expired", "hipaa-auth-expired-at-posting", "hipaa-auth-revoked"),
    *("hipaa-minor-parent", "hipaa-auth-complete", "hipaa-auth-compound", "hipaa-auth-conditioned", "hipaa-auth-false"),
)
FAULTS: tuple[dict[str, object], ...] = (
    *({"signed": False}, {"channels": ("newsletter",)}, {"photos": (PhotoScope(kind=PhotoKind.OTHER),)}),
    *({"expires_on": date(2026, 4, 1)}, {"revoked_on": date(2026, 6, 1)}, {"form_kind": FormKind.TREATMENT_CONSENT}),
    *({"blanks": ("expiry",)}, {"stands_alone": False}, {"required_for_care": True}, {"known_false": True}),
    *({"font_points": 10.0}, {"names_discloser": False}, {"copy_given_on": None}),
)


def invented(photos: int) -> Iterator[Evidence]:
    """That many published photos with everything known about them, the same every time."""
    dice = random.Random(SEED)  # noqa: S311 - invented practices, no secrets
    for number in range(photos):
        states = dice.choice(((), ("OH",), ("OH",), ("CA",), ("TX",), ("NY",)))
        yield replace(
            CLEAN,
            published=replace(CLEAN.published, id=f"website/{number}"),
            post=replace(
                CLEAN.post,
                published_on=date(2026, 3, 2) + timedelta(dice.randrange(200)),
                removed_on=date(2026, 11, 1) if dice.random() < 0.05 else None,
            ),
            photo=replace(CLEAN.photo, gps=_gps(dice)),
            panels=tuple(_panel(dice, number, place) for place in range(1, dice.choice((1, 1, 1, 2, 2, 3)) + 1)),
            identifiers=_identifiers(dice),
            states=states,
        )


def _gps(dice: random.Random) -> tuple[GpsPosition, ...]:
    return (GpsPosition(latitude=41.5, longitude=-81.7, found_in="EXIF"),) if dice.random() < 0.03 else ()


def _identifiers(dice: random.Random) -> tuple[Identifier, ...]:
    name = Identifier(kind=IdentifierKind.NAME, patient="P-01", where="caption", words="Ottoline", whole=True)
    return (name,) if dice.random() < 0.04 else ()


def _panel(dice: random.Random, number: int, place: int) -> Panel:
    born = date(2012, 5, 17) if dice.random() < 0.02 else PATIENT.birth_date
    patient = replace(PATIENT, code=f"P-{number}", birth_date=born, state=dice.choice(("OH", "OH", "CA", None)))
    forms = tuple(_form(dice, patient, copy) for copy in range(dice.choice((0, 1, 1, 1, 1, 1, 1, 1, 2, 3))))
    original = replace(ORIGINAL, patient=patient.code, kind=PhotoKind.AFTER if place > 1 else PhotoKind.BEFORE)
    return replace(PANEL, number=place, originals=(original,), patient=patient, authorizations=forms)


def _form(dice: random.Random, patient: Patient, copy: int) -> Authorization:
    changes = dice.choice(FAULTS) if dice.random() < 0.3 else {}
    return replace(FORM, id=f"A-{patient.code}-{copy}", patient=patient.code, **changes)


# ---------------------------------------------------------------- the peer: a loop written straight


def covered(panel: Panel, channel: str, day: date, adult: int) -> bool:
    """Whether some form of the patient meets all the conditions that make or break it."""
    patient = panel.patient
    if patient is None:
        return False
    for form in panel.authorizations or ():
        if (
            form.form_kind is FormKind.AUTHORIZATION
            and form.signed
            and form.signed_on is not None
            and form.signed_on <= day
            and channel in (form.channels or ())
            and any(scope.kind is panel.originals[0].kind and scope.area == "nose" for scope in form.photos or ())
            and form.expires_on is not None
            and day <= form.expires_on
            and (form.revoked_on is None or day < form.revoked_on)
            and form.signer_role is SignerRole.PATIENT
            and patient.birth_date is not None
            and (form.signed_on - patient.birth_date).days >= adult * 365.2425
            and form.blanks == ()
            and form.stands_alone
            and not form.required_for_care
            and not form.known_false
        ):
            return True
    return False


def straight(evidence: Evidence) -> tuple[bool, bool]:
    """Covered when posted, covered today; what has been taken down needs no cover today."""
    post, panels, adult = evidence.post, evidence.panels or (), evidence.policy.adult_age
    then = post.published_on is not None and all(covered(one, post.channel, post.published_on, adult) for one in panels)
    down = post.removed_on is not None and post.removed_on <= evidence.today
    return then, down or all(covered(one, post.channel, evidence.today, adult) for one in panels)


def told(evidence: Evidence) -> tuple[bool, bool]:
    """The same two answers, from the findings of the rules about cover."""
    found = [one for one in judge(evidence, _COVER).findings if one.outcome in (Outcome.FAIL, Outcome.NEEDS_REVIEW)]
    bad = (Outcome.FAIL, Outcome.NEEDS_REVIEW)
    return all(one.at_posting not in bad for one in found), all(one.today not in bad for one in found)


_COVER = tuple(rule for rule in load_rules() if rule.id in COVER)


def timed(work: Callable[[Evidence], object], evidence: Iterable[Evidence]) -> float:
    """Processor seconds for all of it."""
    began = time.process_time()
    for one in evidence:
        work(one)
    return time.process_time() - began


def main() -> None:
    """Measure, print, and write the results down."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--photos", type=int, default=100_000)
    asked.add_argument("--out", type=Path)
    options = asked.parse_args()
    evidence = list(invented(options.photos))
    pictures = sum(len(one.panels or ()) for one in evidence)
    photo_rules = [rule for rule in load_rules() if rule.subject in (SubjectKind.PHOTO, SubjectKind.PANEL)]
    agree = sum(straight(one) == told(one) for one in evidence[:5000])
    loop, cover, every = timed(straight, evidence), timed(told, evidence), timed(judge, evidence)
    count = len(evidence)
    rows = (
        (f"all {len(photo_rules)} rules about photos", every, "wanted: under 60 s for 100,000"),
        (f"the {len(_COVER)} rules about cover alone", cover, ""),
        ("a loop written straight", loop, "eleven conditions, yes or no"),
    )
    lines = [
        f"{datetime.now(UTC):%Y-%m-%d}, {platform.machine()}, {platform.system()}, Python {platform.python_version()}",
        f"{count:,} published photos of {pictures:,} pictures, evidence collected; one core, processor time",
        "",
        *(
            f"{what:<32}{spent:7.1f} s{spent / count * 1000:9.3f} ms a photo   {note}".rstrip()
            for what, spent, note in rows
        ),
        "",
        f"All rules take {every / loop:.0f} times as long as the loop; those about cover {cover / loop:.0f} times.",
        "For that they say on which day, which form, which part and why, what is not known, and what to do.",
        f"Loop and rules agree on {agree:,} of {min(count, 5000):,} photos, on both days.",
    ]
    print("\n".join(lines))
    if options.out:
        options.out.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
