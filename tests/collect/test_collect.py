"""From a practice's files to evidence: everything joined, nothing looked at twice, no bad file stops it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from before_you_post import sources
from before_you_post.collect import Collected, collect, crew, finding, looking
from before_you_post.matching.index import grey_original
from before_you_post.photos import facts
from before_you_post.pool import GivenUp
from before_you_post.practice import PracticeFiles
from before_you_post.records import (
    Authorization,
    Camera,
    Channel,
    Device,
    EditFamily,
    EditState,
    Evidence,
    LookedFor,
    Mark,
    MarkKind,
    MatchDecision,
    NotAPatientPhoto,
    Original,
    Patient,
    Policy,
    Post,
    Practice,
    Reading,
    WithoutPhoto,
)
from painted_skin import saved, skin

TODAY = date(2026, 11, 22)
OTTOLINE = Patient(code="P1", given_name="Ottoline", family_name="Featherstone")
BARNABY = Patient(code="P2", given_name="Barnaby", family_name="Thistledown")
FORM = Authorization(id="A1", patient="P1", signed=True)
PATIENT_OF = {"1.png": "P1", "2.png": "P2", "3.png": None}


@pytest.fixture(autouse=True)
def nothing_remembered_and_nothing_to_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Painted skin holds no words and no face; not searching for them makes these tests five times as fast."""
    grey_original.cache_clear()
    monkeypatch.setattr(facts.text, "read_text", lambda pixels: ())
    monkeypatch.setattr(facts.faces, "find_faces", lambda pixels: ())


class Desk:
    """A practice folder with an index and a cache, and how often pictures were really looked at."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cache: dict[str, str] = {}
        self.stages: list[tuple[str, int, int]] = []
        self.devices: tuple[Device, ...] | None = None
        self.policy = Policy()
        self.marks: dict[str, tuple[Mark, ...]] = {}
        self.said: tuple[MatchDecision, ...] = ()
        for name in PATIENT_OF:
            saved(folder / "originals" / name, skin(int(name[0])))
        (folder / "website").mkdir()

    def publish(self, name: str, pixels: np.ndarray, **how: object) -> Path:
        return saved(self.folder / "website" / name, np.ascontiguousarray(pixels), **how)

    def files(self, not_patients: Sequence[NotAPatientPhoto] = ()) -> PracticeFiles:
        paths = sorted((self.folder / "originals").iterdir())
        return PracticeFiles(
            practice=Practice(
                name="Quillfeather",
                folder=str(self.folder),
                states=("CA",),
                hipaa_covered=True,
                hipaa_since=None,
                channels=(Channel(name="website", folder=str(self.folder / "website")),),
                policy=self.policy,
            ),
            patients=(OTTOLINE, BARNABY),
            originals=tuple(
                Original(
                    id=path.name,
                    path=str(path),
                    patient=PATIENT_OF.get(path.name, "P2"),
                    marks=self.marks.get(path.name),
                )
                for path in paths
            ),
            authorizations=(FORM,),
            not_patients=tuple(not_patients),
            devices=self.devices,
        )

    def collect(self, not_patients: Sequence[NotAPatientPhoto] = (), workers: int | None = 0) -> Collected:
        return collect(
            self.files(not_patients),
            index_folder=self.folder / "index",
            cache=self.cache,
            today=TODAY,
            progress=lambda *step: self.stages.append(step),
            workers=workers,
            match_decisions=self.said,
        )

    def evidence(self, not_patients: Sequence[NotAPatientPhoto] = ()) -> dict[str, Evidence]:
        return {one.published.file_name: one for one in self.collect(not_patients).evidence}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_panel_leads_to_its_original_patient_and_forms(desk: Desk) -> None:
    desk.publish("a.jpg", skin(1)[40:400, 30:300])
    (panel,) = desk.evidence()["a.jpg"].panels or ()
    assert panel.number == 1
    assert [original.id for original in panel.originals] == ["1.png"]
    assert panel.patient == OTTOLINE
    assert panel.authorizations == (FORM,)


def test_a_patient_without_a_form_has_none_and_an_unknown_one_was_not_asked_about(desk: Desk) -> None:
    desk.publish("barnaby.jpg", skin(2))
    desk.publish("nobody.jpg", skin(3))
    desk.publish("stranger.jpg", skin(99))
    found = desk.evidence()
    barnaby, nobody, stranger = (
        (found[name].panels or ())[0] for name in ("barnaby.jpg", "nobody.jpg", "stranger.jpg")
    )
    assert (barnaby.patient, barnaby.authorizations) == (BARNABY, ())
    assert (nobody.patient, nobody.authorizations, nobody.originals[0].id) == (None, None, "3.png")
    assert (stranger.patient, stranger.originals, stranger.match.original) == (None, (), None)


def test_copies_under_two_patients_leave_the_patient_open(desk: Desk) -> None:
    (desk.folder / "originals" / "copy.png").write_bytes((desk.folder / "originals" / "1.png").read_bytes())
    desk.publish("a.jpg", skin(1))
    (panel,) = desk.evidence()["a.jpg"].panels or ()
    assert {original.patient for original in panel.originals} == {"P1", "P2"}
    assert (panel.patient, panel.authorizations) == (None, None)


def test_names_in_the_file_name_are_found_with_regard_to_who_is_shown(desk: Desk) -> None:
    desk.publish("barnaby.jpg", skin(2))
    desk.publish("for-barnaby.jpg", skin(1))
    found = desk.evidence()
    assert [one.whole for one in found["barnaby.jpg"].identifiers or ()] == [False]
    assert found["for-barnaby.jpg"].identifiers == ()


def test_a_photo_that_cannot_be_opened_is_evidence_of_just_that(desk: Desk) -> None:
    (desk.folder / "website" / "ottoline-featherstone.jpg").write_bytes(b"no picture")
    one = desk.evidence()["ottoline-featherstone.jpg"]
    assert one.photo.problem
    assert one.panels is one.photo.text is one.photo.gps is None
    assert [identifier.where for identifier in one.identifiers or ()] == ["file name"]


def test_an_original_that_cannot_be_opened_is_a_problem_with_its_path(desk: Desk) -> None:
    bad = desk.folder / "originals" / "bad.jpg"
    bad.write_bytes(b"")
    collected = desk.collect()
    assert [(problem.path, problem.found) for problem in collected.problems] == [
        (str(bad), "The file is empty (0 bytes).")
    ]
    assert collected.originals == 3


def test_a_second_audit_looks_at_nothing_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.publish("a.jpg", skin(1))
    desk.publish("same-bytes.jpg", skin(1))
    first = desk.collect()
    assert [step for step in desk.stages if step[0] == looking.LOOKING] == [
        (looking.LOOKING, 0, 1),
        (looking.LOOKING, 1, 1),
    ]
    monkeypatch.setattr(looking, "look", lambda path, off: pytest.fail(f"looked at {path} again"))
    monkeypatch.setattr(finding.matching, "find_originals", lambda *_, **__: pytest.fail("compared again"))
    assert desk.collect() == first
    assert len(first.evidence) == 2


def test_a_changed_library_compares_again_but_does_not_read_text_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.publish("a.jpg", skin(7))
    assert (desk.evidence()["a.jpg"].panels or ())[0].match.original is None
    monkeypatch.setattr(looking, "look", lambda path, off: pytest.fail(f"looked at {path} again"))
    saved(desk.folder / "originals" / "7.png", skin(7))
    assert (desk.evidence()["a.jpg"].panels or ())[0].match.original == "7.png"


def test_a_spoilt_cache_entry_counts_as_none(desk: Desk) -> None:
    desk.publish("a.jpg", skin(1))
    first = desk.collect()
    for key in desk.cache:
        desk.cache[key] = '{"written": "by another version"}'
    assert desk.collect() == first


def test_the_reader_of_pictures_may_die_over_one_photo(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    class Dying:
        def __init__(self, work: object, **_: object) -> None: ...

        def results(self, items: Sequence[Path]) -> list[tuple[int, GivenUp]]:
            return [(number, GivenUp("It took too long.")) for number in range(len(items))]

    desk.publish("a.jpg", skin(1))
    desk.collect()
    for key in [key for key in desk.cache if key.startswith("matches/")]:
        del desk.cache[key]
    monkeypatch.setattr(crew, "Pool", Dying)
    collected = desk.collect()
    assert collected.evidence[0].panels is None
    assert [problem.found for problem in collected.problems] == ["It took too long."]
    desk.cache.clear()
    assert desk.collect().evidence[0].photo.problem == "It took too long."
    assert desk.cache == {}  # tried again next time


def test_a_mark_on_file_is_told_with_the_share_that_the_panel_shows(desk: Desk) -> None:
    ring, mole = Mark(kind=MarkKind.JEWELLERY), Mark(kind=MarkKind.BIRTHMARK, box=(20, 100, 20, 30))
    desk.marks = {"1.png": (ring, mole), "2.png": ()}
    desk.publish("crop.jpg", skin(1)[40:400, 30:300])
    desk.publish("whole.jpg", skin(2))
    desk.publish("unrecorded.jpg", skin(3))
    found = {name: (one.panels or ())[0].marks for name, one in desk.evidence().items()}
    assert found["crop.jpg"]
    assert [(one.mark, one.original) for one in found["crop.jpg"]] == [(ring, "1.png"), (mole, "1.png")]
    assert found["crop.jpg"][0].shown is None
    assert found["crop.jpg"][1].shown == pytest.approx(0.5, abs=0.05)  # the crop begins in its middle
    assert (found["whole.jpg"], found["unrecorded.jpg"]) == ((), None)


def test_the_camera_that_an_originals_file_names_stands_beside_the_panel(desk: Desk) -> None:
    exif = Image.Exif()
    exif[271], exif[272] = "Larkfield", "L-200"
    saved(desk.folder / "originals" / "4.jpg", skin(4), exif=exif, quality=95)
    desk.devices = (Device(id="D-1", make="Larkfield"),)
    desk.publish("a.jpg", skin(4))
    desk.publish("b.jpg", skin(1))
    desk.publish("c.jpg", skin(99))
    found = desk.evidence()
    cameras = [(found[name].panels or ())[0].cameras for name in ("a.jpg", "b.jpg", "c.jpg")]
    assert cameras == [(Camera(make="Larkfield", model="L-200"),), (), None]
    assert {one.devices for one in found.values()} == {desk.devices}


def test_what_is_switched_off_in_the_policy_is_not_looked_for_and_looked_for_once_it_is_on(desk: Desk) -> None:
    desk.publish("a.jpg", skin(1))
    desk.policy = Policy(detectors_off=(LookedFor.METADATA, LookedFor.FACES))
    off = desk.evidence()["a.jpg"]
    assert off.photo.faces is off.photo.metadata is (off.panels or ())[0].cameras is None
    desk.policy = Policy()
    on = desk.evidence()["a.jpg"]
    assert (on.photo.faces, on.photo.metadata, (on.panels or ())[0].cameras) == ((), (), ())


def test_a_photo_over_which_a_program_failed_is_looked_at_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(pixels: object) -> None:
        raise MemoryError

    desk.publish("a.jpg", skin(1))
    with monkeypatch.context() as broken:
        broken.setattr(facts.faces, "find_faces", fail)
        assert desk.evidence()["a.jpg"].photo.faces is None
    assert desk.evidence()["a.jpg"].photo.faces == ()


def test_workers_find_what_one_process_finds(desk: Desk) -> None:
    for number in range(4):
        desk.publish(f"{number}.jpg", skin(1 + number % 3)[:, :: 1 if number else -1])
    alone = desk.collect()
    desk.cache.clear()
    assert desk.collect(workers=1) == alone


def test_progress_is_told_in_plain_stages_that_reach_their_end(desk: Desk) -> None:
    desk.publish("a.jpg", skin(1))
    desk.collect()
    assert list(dict.fromkeys(stage for stage, _, _ in desk.stages)) == [
        "Reading the library",
        "Looking at published photos",
        "Finding the originals",
        "Comparing photos with their originals",
        "Reading which cameras took the originals",
    ]
    last = {stage: (done, total) for stage, done, total in desk.stages}
    assert all(done == total for done, total in last.values())


def test_posts_without_a_photo_are_counted_and_not_forgotten(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    read = sources.read

    def read_more(channel: Channel) -> Reading:
        clip = Post(id="website/clip", channel=channel.name, source="tiktok")
        found = read(channel)
        return replace(found, posts=(*found.posts, clip))

    desk.publish("a.jpg", skin(1))
    monkeypatch.setattr(sources, "read", read_more)
    collected = desk.collect()
    assert collected.without_photo == (WithoutPhoto(channel="website", posts=1),)
    assert len(collected.evidence) == 1


def said(one: Evidence, *, rejected: str | None = None, original: str | None = None) -> MatchDecision:
    """A reviewer's word on the first panel of a photo."""
    (panel, *_) = one.panels or ()
    return MatchDecision(
        sha256=one.photo.sha256,
        outline=panel.match.outline,
        rejected=rejected,
        original=original,
        by="Ada Quill",
        reason="I took it myself.",
        at=datetime(2026, 11, 1, tzinfo=UTC),
    )


def test_an_original_that_a_reviewer_rejected_is_not_named_again(desk: Desk) -> None:
    desk.publish("a.jpg", skin(1))
    desk.said = (said(desk.evidence()["a.jpg"], rejected="1.png"),)
    (panel,) = desk.evidence()["a.jpg"].panels or ()
    assert (panel.match.original, panel.patient) == (None, None)
    desk.said = ()
    assert (desk.evidence()["a.jpg"].panels or ())[0].match.original == "1.png"


def test_an_original_that_a_reviewer_chose_stays_and_says_who_chose_it(desk: Desk) -> None:
    desk.publish("a.jpg", skin(7))
    desk.said = (said(desk.evidence()["a.jpg"], original="2.png"),)
    (panel,) = desk.evidence()["a.jpg"].panels or ()
    assert (panel.match.original, panel.match.decided_by) == ("2.png", "Ada Quill")
    assert panel.patient == BARNABY


def test_one_unknown_picture_on_two_channels_is_named_in_both_places(desk: Desk) -> None:
    desk.publish("a.jpg", skin(7))
    desk.publish("again.jpg", skin(7)[20:420, 20:340], quality=70)
    desk.publish("other.jpg", skin(8))
    found = {name: (one.panels or ())[0].same_unknown for name, one in desk.evidence().items()}
    assert [name.published for name in found["a.jpg"]] == ["website/again.jpg"]
    assert [name.published for name in found["again.jpg"]] == ["website/a.jpg"]
    assert found["other.jpg"] == ()


def test_a_panel_is_compared_with_its_original_for_what_was_edited(desk: Desk) -> None:
    barred = skin(1).copy()
    barred[150:210, 60:280] = 0
    desk.publish("plain.jpg", skin(1), quality=92)
    desk.publish("barred.jpg", barred, quality=92)
    desk.publish("unknown.jpg", skin(7))
    found = {name: (one.panels or ())[0].edits for name, one in desk.evidence().items()}
    assert found["unknown.jpg"] is None
    states = {name: {check.family: check.state for check in found[name] or ()} for name in ("plain.jpg", "barred.jpg")}
    assert all(set(one) == set(EditFamily) for one in states.values())
    assert states["plain.jpg"][EditFamily.MASK] is EditState.NONE_FOUND
    assert states["barred.jpg"][EditFamily.MASK] is EditState.EDITED


def test_a_file_that_was_away_for_a_moment_is_looked_at_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """It was hashed, then somebody rebuilt the folder: what was seen of it then must not be remembered."""
    desk.publish("a.jpg", skin(1))
    away = facts.look(desk.folder / "website" / "gone.jpg")
    monkeypatch.setattr(looking, "look", lambda path, off: away)
    assert desk.evidence()["a.jpg"].photo.problem
    monkeypatch.undo()
    monkeypatch.setattr(facts.text, "read_text", lambda pixels: ())
    monkeypatch.setattr(facts.faces, "find_faces", lambda pixels: ())
    assert desk.evidence()["a.jpg"].photo.problem is None
