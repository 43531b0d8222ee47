"""Programs that look at photos may raise concern and never lay it: with one of them gone, no photo becomes clear.

A small practice with everything a program can find in it is audited with all of them, then once without each: first
switched off in the policy, then failing on every picture. The answers of the slow ones are remembered from the first
audit on, so that only what is tested is done again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from before_you_post.audit import BAD, judge
from before_you_post.collect import collect
from before_you_post.photos import codes, embedded, faces, metadata, text
from before_you_post.photos.opening import Pixels
from before_you_post.practice import PracticeFiles
from before_you_post.records import (
    Channel,
    JudgedPhoto,
    LookedFor,
    Mark,
    MarkKind,
    NotAPatientPhoto,
    Original,
    Outcome,
    Patient,
    PhotoKind,
    PhotoScope,
    Policy,
    Practice,
    Verdict,
)
from before_you_post.rules.cases.clean import FORM, PATIENT
from painted_skin import saved, skin

RENDERED = Path(__file__).parent.parent / "sample_data/quillfeather/originals"
PROGRAMS = {
    LookedFor.METADATA: (metadata, "read_metadata"),
    LookedFor.EMBEDDED: (embedded, "embedded_pictures"),
    LookedFor.FACES: (faces, "find_faces"),
    LookedFor.TEXT: (text, "read_text"),
    LookedFor.CODES: (codes, "read_codes"),
}
SLOW = (LookedFor.FACES, LookedFor.TEXT, LookedFor.CODES)
TODAY = date(2026, 11, 22)
TATTOO = Mark(kind=MarkKind.TATTOO, box=(60, 80, 120, 90))
LOGO = NotAPatientPhoto(file="logo.png", what="our logo", decided_by="Ada Quill", decided_on=date(2026, 1, 5))


def rendered(name: str) -> Pixels:
    with Image.open(RENDERED / name) as image:
        return np.asarray(image.convert("RGB").resize((360, 480)), dtype=np.uint8)


def labelled(pixels: Pixels) -> Pixels:
    words, font = f"MRN {PATIENT.medical_record_number}", cv2.FONT_HERSHEY_SIMPLEX
    return cv2.putText(pixels.copy(), words, (20, 60), font, 0.9, (250, 250, 250), 2, cv2.LINE_AA)


def with_code(pixels: Pixels) -> Pixels:
    square = np.pad(cv2.QRCodeEncoder.create().encode("https://elsewhere.example/p/4711"), 4, constant_values=255)
    square = cv2.resize(square, None, fx=4, fy=4, interpolation=cv2.INTER_NEAREST)
    marked = pixels.copy()
    marked[20 : 20 + len(square), 20 : 20 + len(square)] = square[..., None]
    return marked


@dataclass(frozen=True)
class Office:
    """The practice with its published photos, and what is remembered of them."""

    files: PracticeFiles
    home: Path
    cache: dict[str, str]

    def audit(self, *off: LookedFor) -> dict[str, JudgedPhoto]:
        """Every published photo as judged, by the name of its file."""
        practice = replace(self.files.practice, policy=Policy(detectors_off=off))
        found = collect(
            replace(self.files, practice=practice), index_folder=self.home, cache=self.cache, today=TODAY, workers=0
        )
        return {one.published.file_name: judge(one) for one in found.evidence}


def publish(folder: Path, hers: Pixels, face: Pixels) -> None:
    """Photos that are clear, and one for everything a program can find."""
    saved(folder / "clear.jpg", hers[20:440, 20:340])
    saved(folder / "her-face.jpg", face[:460])
    saved(folder / "no-form.jpg", skin(2)[:420])
    saved(folder / "stranger.jpg", rendered("P-105/chin-front-follow-up.jpg"))
    saved(folder / "label.jpg", labelled(hers))
    saved(folder / "code.jpg", with_code(hers))
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (34.0, 4.0, 25.0), 3: "W", 4: (118.0, 24.0, 1.5)})
    saved(folder / "place.jpg", hers[:450], exif=exif)
    # A phone's file of two pictures: the first is shown, the second is still in it.
    Image.fromarray(hers[:430]).save(folder / "two.jpg", "MPO", save_all=True, append_images=[Image.fromarray(face)])
    saved(folder / "logo.png", np.full((120, 200, 3), 180, np.uint8))
    (folder / "cut.jpg").write_bytes((folder / "clear.jpg").read_bytes()[:400])
    lines = (f"{path.name},2026-03-02" for path in sorted(folder.iterdir()))
    (folder / "captions.csv").write_text("file,published_on\n" + "\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("practice")
    hers, face = skin(1), rendered("P-101/nose-front-before.jpg")
    library = [
        Original(id=name, path=str(saved(folder / "originals" / name, pixels)), patient=code, kind=PhotoKind.AFTER)
        for name, pixels, code in (("1.png", hers, "P-01"), ("2.png", skin(2), "P-02"), ("3.png", face, "P-01"))
    ]
    marks: tuple[tuple[Mark, ...], ...] = ((), (TATTOO,), ())
    (folder / "website").mkdir()
    publish(folder / "website", hers, face)
    files = PracticeFiles(
        practice=Practice(
            name="Quillfeather",
            folder=str(folder),
            states=("OH",),
            hipaa_covered=True,
            hipaa_since=None,
            channels=(Channel(name="website", folder=str(folder / "website")),),
        ),
        patients=(PATIENT, Patient(code="P-02", given_name="Barnaby", family_name="Thistledown")),
        originals=tuple(replace(one, area="nose", marks=own) for one, own in zip(library, marks, strict=True)),
        authorizations=(replace(FORM, photos=(PhotoScope(kind=PhotoKind.AFTER, area="nose"),)),),
        not_patients=(LOGO,),
        devices=(),
    )
    with pytest.MonkeyPatch.context() as patched:
        for what in SLOW:
            module, name = PROGRAMS[what]
            patched.setattr(module, name, remembering(getattr(module, name)))
        yield Office(files, folder / "index", {})


def remembering(find: Callable[[Pixels], object]) -> Callable[[Pixels], object]:
    answers: dict[str, object] = {}

    def found(pixels: Pixels) -> object:
        key = hashlib.sha256(pixels.tobytes()).hexdigest()
        if key not in answers:
            answers[key] = find(pixels)
        return answers[key]

    return found


@pytest.fixture(scope="module")
def complete(office: Office) -> dict[str, JudgedPhoto]:
    """Every photo, judged with every program at work."""
    return office.audit()


@pytest.fixture(params=["switched off", "failed"])
def without(
    request: pytest.FixtureRequest, office: Office, monkeypatch: pytest.MonkeyPatch
) -> Callable[[LookedFor], tuple[str, dict[str, JudgedPhoto]]]:
    """Audits without one program, and the words in which the findings must say so."""

    def fail(*_: object) -> None:
        raise RuntimeError("broken")

    def audit(what: LookedFor) -> tuple[str, dict[str, JudgedPhoto]]:
        if request.param == "switched off":
            return request.param, office.audit(what)
        monkeypatch.setattr(*PROGRAMS[what], fail)
        forgotten = replace(office, cache={key: value for key, value in office.cache.items() if "facts/" not in key})
        return request.param, forgotten.audit()

    return audit


def test_every_program_finds_something_here_and_some_photos_are_clear(complete: dict[str, JudgedPhoto]) -> None:
    clear = {name for name, photo in complete.items() if photo.verdict is Verdict.CLEAR}
    assert clear == {"clear.jpg", "her-face.jpg", "logo.png"}
    found = {name: {one.rule for one in photo.findings} for name, photo in complete.items()}
    assert found["no-form.jpg"] == {"hipaa-auth-required", "hipaa-sh-r-marks"}
    assert found["stranger.jpg"] == {"photo-unmatched", "hipaa-sh-q-face"}
    assert "hipaa-sh-h-mrn" in found["label.jpg"]
    assert "hipaa-sh-n-url" in found["code.jpg"]
    assert "photo-gps-left-in" in found["place.jpg"]
    assert "photo-thumbnail-shows-more" in found["two.jpg"]


@pytest.mark.parametrize("what", LookedFor)
def test_without_one_program_no_photo_becomes_clear_and_none_stays_silent(
    complete: dict[str, JudgedPhoto],
    without: Callable[[LookedFor], tuple[str, dict[str, JudgedPhoto]]],
    what: LookedFor,
) -> None:
    words, left = without(what)
    for name, photo in left.items():
        before = complete[name]
        assert photo.verdict is not Verdict.CLEAR or before.verdict is Verdict.CLEAR, name
        bad = {finding.rule for finding in before.findings if finding.outcome in BAD}
        assert bad.isdisjoint(photo.passed), f"{name}: what was found passes because nobody looked"
        if photo.evidence.photo.problem or name == "logo.png":
            continue
        unsure = [finding.observed for finding in photo.findings if finding.outcome is Outcome.NOT_CHECKED]
        assert any(words in observed for observed in unsure), f"{name}: nothing says that nobody looked for {what}"


def test_a_photo_set_aside_stays_so_and_one_that_cannot_be_opened_is_never_clear(
    complete: dict[str, JudgedPhoto],
) -> None:
    assert not complete["logo.png"].findings
    assert complete["cut.jpg"].verdict is Verdict.NOT_DETERMINED
