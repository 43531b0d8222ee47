"""An audit of an invented practice, made without looking at a picture: what the dashboard's tests show.

The pictures are drawn (coloured shapes, no person), the evidence is the rules' own clean case with one thing changed,
and the verdicts are what the rules say about it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from PIL import Image, ImageDraw

from before_you_post.audit import judge
from before_you_post.records import (
    Audit,
    Change,
    ChangeKind,
    Channel,
    Evidence,
    GpsPosition,
    Identifier,
    IdentifierKind,
    JudgedPhoto,
    Match,
    NotAPatientPhoto,
    Original,
    PhotoKind,
    Practice,
    Problem,
    SubjectKind,
)
from before_you_post.rules.cases.clean import CLEAN, FORM, ORIGINAL, PANEL, but
from before_you_post.store import Kept

TODAY = date(2026, 11, 22)
HOSTILE = "<img src=x onerror=\"document.title='broken'\">"


def draw(path: Path, size: tuple[int, int], seed: int) -> Path:
    """A drawing that differs by ``seed``, large enough to be shrunk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    image = Image.new("RGB", size, ((37 * seed) % 90 + 150, (53 * seed) % 80 + 140, (71 * seed) % 70 + 140))
    pen = ImageDraw.Draw(image)
    width, height = size
    for ring in range(6):
        left, top = width * (0.1 + 0.05 * ring), height * (0.15 + 0.04 * ring)
        tint = (90 + 20 * ring, (40 * ring + 31 * seed) % 256, (60 * ring + 17 * seed) % 256)
        pen.ellipse((left, top, width - left, height - top), outline=tint, width=max(4, width // 80))
    image.save(path, quality=90)
    return path


def invented_kept(folder: Path, *, many: int = 0) -> Kept:
    """The audit as it would be kept, with its pictures drawn below ``folder``; ``many`` more clean photos on demand."""
    evidence = [*_evidence(folder), *(_clean(folder, number) for number in range(many))]
    photos = tuple(judge(one) for one in sorted(evidence, key=lambda one: one.published.id))
    practice = Practice(
        name="Quillfeather Dermatology & Aesthetics",
        folder=str(folder),
        states=("CA",),
        hipaa_covered=True,
        hipaa_since=None,
        channels=(
            Channel(name="website", folder=str(folder / "website")),
            Channel(name="instagram", folder=str(folder / "instagram")),
        ),
    )
    problems = (
        Problem(
            path=str(folder / "authorizations.csv"),
            row=14,
            column="signed_on",
            found=f"31/02/2026 {HOSTILE}",
            expected="a date such as 2026-02-28",
            remedy="Correct the date from the paper form.",
        ),
        Problem(
            path=str(folder / "website"),
            found="no file nose-old.jpg",
            expected="every file the export names",
            remedy="Copy the uploads folder again.",
        ),
    )
    bad = [photo for photo in photos if photo.findings]
    changes = (
        *(_new(one) for one in bad[:6]),
        Change(
            kind=ChangeKind.FIXED,
            subject=SubjectKind.PHOTO,
            about="website/old-post/lips.jpg",
            rule="photo-gps-left-in",
        ),
    )
    audit = Audit(practice=practice, as_of=TODAY, originals=38, photos=photos, problems=problems)
    return Kept(audit=audit, changes=changes, previous=date(2026, 11, 3), kept_at=datetime(2026, 11, 22, tzinfo=UTC))


def _new(photo: JudgedPhoto) -> Change:
    worst = photo.findings[0]
    return Change(kind=ChangeKind.NEW, subject=worst.subject, about=worst.about, rule=worst.rule, panel=worst.panel)


def _evidence(folder: Path) -> Iterator[Evidence]:
    def placed(evidence: Evidence, name: str, **post: object) -> Evidence:
        return place(folder, evidence, name, **post)

    yield placed(CLEAN, "nose-after-8-months.jpg", title="A new profile, eight months on")
    yield placed(but(form={"revoked_on": date(2026, 8, 1)}), "rhinoplasty-result.jpg", title="Rhinoplasty results")
    yield placed(but(form={"signed": False}), "before-after-nose.jpg")
    yield placed(but(form={"channels": ("website",)}), "reel-cover.jpg", channel="instagram")
    yield placed(but(panel={"authorizations": ()}), "chin.jpg", channel="instagram", published_on=None)
    gps = (GpsPosition(latitude=34.1, longitude=-118.3, found_in="EXIF"),)
    yield placed(but(photo={"gps": gps}), "IMG_2041.jpg", channel="instagram", published_on=date(2026, 10, 2))
    yield placed(but(form={"channels": None}), "lips-spring.jpg", published_on=date(2026, 4, 9))
    yield placed(but(form={"expires_on": date(2026, 9, 30)}), f"{HOSTILE}.jpg", title=HOSTILE)
    words = Identifier(
        kind=IdentifierKind.NAME,
        patient="P-01",
        where="in the picture",
        words="O. Featherstone",
        whole=False,
        outline=((60, 700), (420, 700), (420, 770), (60, 770)),
    )
    yield placed(but(evidence={"identifiers": (words,)}), "jaw-line.jpg", title="Jaw line contouring")
    yield placed(_collage(folder), "collage-autumn.jpg", title="Autumn results", published_on=date(2026, 9, 14))
    lost = Match(original=None, outline=CLEAN.panels[0].match.outline, runner_up="P-03/after.jpg", runner_up_inliers=7)
    nobody = replace(PANEL, match=lost, originals=(), patient=None, authorizations=None)
    yield placed(but(evidence={"panels": (nobody,)}), "somebody.jpg", channel="instagram")
    logo = NotAPatientPhoto(file="logo.png", what="our logo", decided_by="R. Osei", decided_on=date(2026, 5, 2))
    yield placed(but(evidence={"panels": (nobody,), "not_a_patient": logo}), "logo.png")
    broken = {"problem": "The file is cut short: it ends before the picture does.", "gps": None, "text": None}
    unread = placed(but(photo=broken, evidence={"panels": None, "identifiers": None}), "halo.jpg")
    Path(unread.published.path).write_bytes(b"\xff\xd8\xff\xe0 cut short")
    yield unread


def _collage(folder: Path) -> Evidence:
    before = Original(
        id="P-02/before.jpg",
        path=str(draw(folder / "originals/P-02/before.jpg", (1600, 1200), 9)),
        patient="P-02",
        kind=PhotoKind.BEFORE,
        area="eyelids",
        procedure="blepharoplasty",
    )
    second = replace(PANEL.patient, code="P-02", family_name="Marrow")
    form = replace(FORM, id="A-117", patient="P-02", photos=FORM.photos[1:], may_name=None, expires_when=None)
    left_half = ((0.0, 0.0), (536.0, 0.0), (536.0, 810.0), (0.0, 810.0))
    right_half = ((544.0, 0.0), (1080.0, 0.0), (1080.0, 810.0), (544.0, 810.0))
    shown = ((300.0, 80.0), (1190.0, 80.0), (1190.0, 1130.0), (300.0, 1130.0))
    match = Match(original=before.id, outline=left_half, original_outline=shown, mirrored=True, inliers=143)
    left = replace(PANEL, match=match, originals=(before,), patient=second, authorizations=(form,))
    right = replace(PANEL, number=2, match=replace(PANEL.match, outline=right_half, original_outline=shown, angle=-2.4))
    return but(evidence={"panels": (left, right)})


def _clean(folder: Path, number: int) -> Evidence:
    return place(folder, CLEAN, f"clean-{number:03}.jpg")


def place(folder: Path, evidence: Evidence, name: str, **post: object) -> Evidence:
    """The same evidence under a name and a post of its own, with its pictures drawn."""
    details = {"channel": "website", **post}
    key = f"{details['channel']}/{name}"
    safe = "".join(letter if letter.isalnum() or letter in ".-_" else "-" for letter in name)
    path = draw(folder / "published" / str(details["channel"]) / safe, (1080, 810), sum(map(ord, name)))
    original = draw(folder / "originals" / ORIGINAL.id, (1080, 810), 4)
    panels = evidence.panels and tuple(
        replace(panel, originals=tuple(_at(one, original) for one in panel.originals)) for panel in evidence.panels
    )
    return replace(
        evidence,
        published=replace(evidence.published, id=key, path=str(path), file_name=name, post=key),
        post=replace(evidence.post, id=key, **details),
        panels=panels,
    )


def _at(original: Original, path: Path) -> Original:
    return replace(original, path=str(path)) if original.id == ORIGINAL.id else original
