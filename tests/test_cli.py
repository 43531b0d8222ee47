"""The command: what it prints, what it writes, and the status it ends with.

The practice is as small as one can be: two invented patients, three patterns instead of photos, made here.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from before_you_post import cli
from before_you_post.records import InputError, Problem
from before_you_post.report.document import schema
from before_you_post.store.cache import Cache

AS_OF = ("--as-of", "2026-11-22")
SAMPLE = Path(__file__).parent.parent / "sample_data" / "quillfeather"


def pattern(path: Path, seed: int, *, width: int = 560, height: int = 420, quality: int = 90) -> None:
    """Save a pattern with corners at every scale: as easy to recognise as a photo, and of nobody."""
    random = np.random.default_rng(seed)
    layers = [cv2.resize(random.random((n, n, 3)), (1200, 900), interpolation=cv2.INTER_CUBIC) for n in (6, 18, 36)]
    picture = np.clip(sum(layers) / len(layers) * 255, 0, 255).astype(np.uint8)
    path.parent.mkdir(parents=True, exist_ok=True)
    small = cv2.resize(picture, (width, height), interpolation=cv2.INTER_AREA)
    assert cv2.imwrite(str(path), small, [cv2.IMWRITE_JPEG_QUALITY, quality])


COPY = "2026-1,none,no,2026-05-02"  # its version, and what happened with the copy


def write(path: Path, *lines: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def make_practice(folder: Path) -> Path:
    """A practice of two patients who both signed for the website; one photo of each is published there."""
    write(
        folder / "practice.yaml",
        "name: Quillfeather Dermatology",
        "states: [OH]",
        "hipaa_covered: yes",
        "hipaa_since: 2003-04-14",
        "channels:",
        "  website: published/website",
    )
    write(
        folder / "patients.csv",
        "patient,given_name,family_name,birth_date",
        "P-1,Wilhelmina,Ashdown,1988-02-29",
        "P-2,Barnaby,Thistlewick,1979-07-04",
    )
    write(
        folder / "originals.csv",
        "file,patient,kind,taken_on,area",
        "one.jpg,P-1,after,2026-03-01,nose",
        "two.jpg,P-2,after,2026-03-02,chin",
        "three.jpg,P-2,before,2026-01-02,chin",
    )
    write_forms(folder)
    for seed, name in enumerate(("one.jpg", "two.jpg", "three.jpg"), start=1):
        pattern(folder / "originals" / name, seed, width=800, height=600, quality=95)
    pattern(folder / "published" / "website" / "nose.jpg", 1)
    pattern(folder / "published" / "website" / "chin.jpg", 2)
    write_captions(folder, "nose.jpg,2026-06-03", "chin.jpg,2026-06-04")
    return folder


def write_captions(folder: Path, *rows: str) -> None:
    write(folder / "published" / "website" / "captions.csv", "file,published_on", *rows)


def write_forms(folder: Path, *more: str, revoked_on: str = "", expires_on: str = "2028-05-01") -> None:
    write(
        folder / "authorizations.csv",
        "authorization,patient,signed,signed_on,signed_by,signer_role,expires_on,revoked_on,channels,photos,may_name,"
        "form_version,blanks,required_for_care,copy_given_on",
        f"A-1,P-1,yes,2026-05-01,Wilhelmina Ashdown,patient,{expires_on},{revoked_on},website,before;after,no,{COPY}",
        f"A-2,P-2,yes,2026-05-02,Barnaby Thistlewick,patient,2028-05-02,,website,after chin,no,{COPY}",
        *more,
    )
    write(
        folder / "form_versions.csv",
        "form_version,form_kind,names_discloser,names_recipients,states_purpose,says_revocable,says_not_conditioned,"
        "says_redisclosed,stands_alone,reading_grade",
        "2026-1,authorization,yes,yes,yes,yes,yes,yes,yes,7",
    )


def write_papers(folder: Path) -> None:
    """Everything a practice keeps about itself, all of it in order."""
    for table in ("policies.csv", "risk_analyses.csv", "checks.csv"):
        shutil.copy(SAMPLE / table, folder / table)
    with (folder / "practice.yaml").open("a", encoding="utf-8") as settings:
        settings.write(
            "hipaa_reason: bills insurers\nhipaa_decided_on: 2026-01-12\n"
            "privacy_official: R. Ames\ncomplaint_contact: R. Ames\n"
        )
    with (folder / "form_versions.csv").open(encoding="utf-8") as versions:
        head, version = versions.read().splitlines()
    more = "approved_on,approved_by,waives_rights,forbids_reviews"
    write(folder / "form_versions.csv", f"{head},{more}", f"{version},2026-01-12,counsel,no,no")
    write(
        folder / "staff.csv",
        "person,role,hired_on,photo_access_from,publishes_on,own_login,trained_on,attested_on",
        "S-1,privacy officer,2020-01-06,2020-02-03,website,yes,2020-01-07;2026-03-13,2026-03-13",
    )
    write(folder / "vendors.csv", "vendor,phi_access,direct_control,publishes_on", "Kestrel Cleaning,no,no,none")
    write(
        folder / "conversations.csv",
        "patient,authorization,held_on,held_by,topics",
        "P-1,A-1,2026-05-01,S-1,use;retract;harm;revoke",
        "P-2,A-2,2026-05-02,S-1,use;retract;harm;revoke",
    )
    write(
        folder / "devices.csv",
        "device,kind,make,model,owner,managed,encrypted,memory_card,photos_leave_by",
        "D-1,phone,Alder,Alder One,practice,yes,yes,no,managed app",
    )
    write(folder / "requests.csv", "request", "none")
    write(folder / "incidents.csv", "incident", "none")
    shown = "patient,yes,no,none,none,none,none,no,none,usual result stated,drawer 7,S-1,2026-06-01,S-2"
    write(
        folder / "advertisements.csv",
        "post,shown,performed_here,testimonial,speaker,relationship,compensation,paid_by,promoted,incentive_for,"
        "typical,evidence,reviewed_by,reviewed_on,approved_by",
        f"website/nose.jpg,{shown}",
        f"website/chin.jpg,{shown}",
    )


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli.main, [str(argument) for argument in arguments])


def audited(practice: Path, out: Path) -> tuple[Result, dict[str, Any]]:
    result = run("audit", practice, "--out", out, *AS_OF)
    return result, json.loads((out / "audit.json").read_text(encoding="utf-8"))


def verdicts(document: dict[str, Any]) -> dict[str, str]:
    return {photo["id"].rpartition("/")[2]: photo["verdict"] for photo in document["photos"]}


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the audits of a test away from those of whoever runs it."""
    monkeypatch.setenv("BEFORE_YOU_POST_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def practice(tmp_path: Path) -> Path:
    return make_practice(tmp_path / "practice")


@pytest.fixture
def missed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys that were asked of the cache and not found."""
    keys: list[str] = []
    ask = Cache.__getitem__

    def asked(cache: Cache, key: str) -> str:
        try:
            return ask(cache, key)
        except KeyError:
            keys.append(key)
            raise

    monkeypatch.setattr(Cache, "__getitem__", asked)
    return keys


def test_a_practice_in_which_nothing_is_found_ends_with_0(practice: Path, tmp_path: Path) -> None:
    write_papers(practice)
    result, document = audited(practice, tmp_path / "out")

    assert result.exit_code == 0, result.output
    assert verdicts(document) == {"nose.jpg": "clear", "chin.jpg": "clear"}
    assert "2  Nothing found" in result.stdout


def test_a_revoked_authorization_ends_with_1_and_names_the_photo_to_take_down(practice: Path, tmp_path: Path) -> None:
    write_forms(practice, revoked_on="2026-09-01")

    result, document = audited(practice, tmp_path / "out")

    assert result.exit_code == 1, result.output
    assert verdicts(document) == {"nose.jpg": "take_down", "chin.jpg": "clear"}
    assert "Take down now:" in result.stdout
    assert "nose.jpg" in result.stdout
    assert "revoked" in result.stdout


def test_the_reports_are_written_whole_and_follow_the_schema(practice: Path, tmp_path: Path) -> None:
    result, document = audited(practice, tmp_path / "out")

    Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER).validate(document)
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == ["audit.json", "findings.xlsx"]
    assert f"Written: {tmp_path / 'out' / 'audit.json'}" in result.stdout
    assert str(tmp_path) not in json.dumps(document)


def test_a_second_audit_gives_the_same_bytes_and_looks_at_nothing_again(
    practice: Path, tmp_path: Path, missed: list[str]
) -> None:
    audited(practice, tmp_path / "first")
    assert missed
    missed.clear()

    audited(practice, tmp_path / "second")

    assert missed == []
    assert (tmp_path / "first" / "audit.json").read_bytes() == (tmp_path / "second" / "audit.json").read_bytes()


def test_only_a_photo_that_changed_is_looked_at_again(practice: Path, tmp_path: Path, missed: list[str]) -> None:
    audited(practice, tmp_path / "first")
    all_looks = len(missed)
    missed.clear()
    pattern(practice / "published" / "website" / "nose.jpg", 1, width=640, height=480)

    _, document = audited(practice, tmp_path / "second")

    assert 0 < len(missed) <= all_looks / 2
    assert verdicts(document) == {"nose.jpg": "clear", "chin.jpg": "clear"}


def test_what_is_new_fixed_and_came_back_is_reported(practice: Path, tmp_path: Path) -> None:
    audited(practice, tmp_path / "out")
    said = []
    for revoked_on in ("2026-09-01", "", "2026-09-01"):
        write_forms(practice, revoked_on=revoked_on)
        said.append(audited(practice, tmp_path / "out")[0].stdout)

    assert "Since the audit as of 2026-11-22: 1 new." in said[0]
    assert "Since the audit as of 2026-11-22: 1 no longer found." in said[1]
    assert "Since the audit as of 2026-11-22: 1 came back." in said[2]


def test_a_bad_row_is_reported_and_the_audit_goes_on(practice: Path, tmp_path: Path) -> None:
    write_forms(practice, "A-3,P-2,yes,31/02/2026,Barnaby Thistlewick,patient,,,website,after,no")

    result, document = audited(practice, tmp_path / "out")

    assert result.exit_code == 1, result.output
    assert len(document["photos"]) == 2
    assert [(problem["file"], problem["row"], problem["column"]) for problem in document["problems"]] == [
        ("authorizations.csv", 4, "signed_on")
    ]
    assert "authorizations.csv, row 4, column signed_on" in result.stdout


def test_a_file_that_is_no_picture_is_not_called_clear(practice: Path, tmp_path: Path) -> None:
    (practice / "published" / "website" / "chin.jpg").write_bytes(b"not a picture")

    result, document = audited(practice, tmp_path / "out")

    assert result.exit_code == 1, result.output
    assert verdicts(document) == {"nose.jpg": "clear", "chin.jpg": "not_determined"}


def test_a_photo_of_nobody_known_waits_for_a_person(practice: Path, tmp_path: Path) -> None:
    pattern(practice / "published" / "website" / "stranger.jpg", 99)

    _, document = audited(practice, tmp_path / "out")

    assert verdicts(document)["stranger.jpg"] == "review"


def test_as_of_a_former_day_judges_by_that_day(practice: Path, tmp_path: Path) -> None:
    write_forms(practice, expires_on="2026-10-01")

    then = run("audit", practice, "--json", tmp_path / "then.json", "--as-of", "2026-09-30")
    now, document = audited(practice, tmp_path / "out")

    former = json.loads((tmp_path / "then.json").read_bytes())
    assert former["as_of"] == "2026-09-30"
    assert verdicts(former)["nose.jpg"] == "clear", then.output
    assert now.exit_code == 1, now.output
    assert verdicts(document)["nose.jpg"] == "take_down"


def test_json_to_standard_output_is_json_and_nothing_else(practice: Path) -> None:
    result = run("audit", practice, "--json", "-", *AS_OF)

    assert json.loads(result.stdout)["as_of"] == "2026-11-22"
    assert "published photos" in result.stderr


def test_a_practice_without_photos_is_not_called_done(practice: Path) -> None:
    for photo in (practice / "published" / "website").iterdir():
        photo.unlink()

    result = run("audit", practice, *AS_OF)

    assert result.exit_code == 1, result.output
    assert "No published photo was found, so nothing was checked." in result.stdout


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_a_folder_that_is_no_practice_ends_with_2_and_says_what_to_do(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()

    result = run("audit", tmp_path / name)

    assert result.exit_code == 2
    assert "Found:" in result.stderr
    assert "Expected:" in result.stderr
    assert "What to do:" in result.stderr
    assert "Traceback" not in result.output
    assert result.stdout == ""


def test_a_report_that_cannot_be_written_ends_with_2(practice: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")

    result = run("audit", practice, "--out", tmp_path / "file", *AS_OF)

    assert result.exit_code == 2
    assert "Cannot go on" in result.stderr
    assert (tmp_path / "file").read_text(encoding="utf-8") == "in the way"


def test_kept_audits_inside_the_practice_folder_are_refused(practice: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BEFORE_YOU_POST_HOME", str(practice / "published" / "kept"))

    result = run("audit", practice)

    assert result.exit_code == 2
    assert "BEFORE_YOU_POST_HOME" in result.stderr
    assert not (practice / "published" / "kept").exists()


def test_an_audit_does_not_write_into_the_practice_folder(practice: Path) -> None:
    before = sorted(practice.rglob("*"))

    run("audit", practice, *AS_OF)

    assert sorted(practice.rglob("*")) == before


def test_a_bug_has_a_status_of_its_own(practice: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("before_you_post.store.audit_and_keep", broken)

    result = run("audit", practice)

    assert result.exit_code == 3
    assert "ZeroDivisionError" in result.stderr


def test_stopping_an_audit_is_not_taken_for_findings(practice: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("before_you_post.store.audit_and_keep", stopped)

    assert run("audit", practice).exit_code == 130


def test_the_dashboard_is_served_after_the_audit_of_that_day(practice: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[object] = []

    def audit(folder: Path, *, today: object, progress: object) -> None:
        order.append(("audit", folder, str(today)))

    def serve(folder: Path, **options: object) -> None:
        order.append(("serve", folder, options))

    monkeypatch.setattr("before_you_post.store.audit_and_keep", audit)
    monkeypatch.setattr("before_you_post.app.serve_dashboard", serve)

    result = run("dashboard", practice, "--port", "9001", "--no-browser", *AS_OF)

    assert result.exit_code == 0, result.output
    assert order == [
        ("audit", practice, "2026-11-22"),
        ("serve", practice, {"port": 9001, "open_browser": False}),
    ]


def test_a_dashboard_that_cannot_be_served_ends_with_2(practice: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def taken(*_: object, **__: object) -> None:
        raise InputError(Problem(path="port 9001", found="in use", expected="a free port", remedy="Choose another."))

    monkeypatch.setattr("before_you_post.store.audit_and_keep", lambda *_, **__: None)
    monkeypatch.setattr("before_you_post.app.serve_dashboard", taken)

    result = run("dashboard", practice, "--port", "9001")

    assert result.exit_code == 2
    assert "What to do: Choose another." in result.stderr


def test_an_empty_practice_is_made_and_never_overwritten(tmp_path: Path) -> None:
    first = run("init", tmp_path / "new")

    assert first.exit_code == 0, first.output
    assert (tmp_path / "new" / "practice.yaml").is_file()
    assert run("init", tmp_path / "new").exit_code == 2


def test_every_rule_is_listed_for_people_and_for_programs() -> None:
    listed = json.loads(run("rules", "--json").stdout)

    assert len(listed) >= 12
    assert {"id", "title", "citation"} <= set(listed[0])
    lines = run("rules").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [rule["id"] for rule in listed]


def test_a_rule_is_explained_and_an_unknown_one_refused() -> None:
    assert "45 CFR 164.508(b)(5)" in run("rules", "show", "hipaa-auth-revoked").stdout

    unknown = run("rules", "show", "hipaa-auth-revokd")
    assert unknown.exit_code == 2
    assert "hipaa-auth-revokd" in unknown.stderr


def test_help_explains_the_statuses_and_loads_nothing_heavy() -> None:
    program = """
import sys
from before_you_post.cli import main
try:
    main(["audit", "--help"])
except SystemExit:
    print("heavy:", sorted({"cv2", "pandas", "sqlalchemy", "numpy", "rich.progress"} & set(sys.modules)))
"""

    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout

    assert "heavy: []" in said
    assert "2    the input could not be read" in said


def test_names_that_a_terminal_cannot_show_do_not_stop_the_audit(practice: Path) -> None:
    write_forms(practice, revoked_on="2026-09-01")
    settings = practice / "practice.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("Quillfeather", "Źródło"), encoding="utf-8")
    program = "from before_you_post.cli import main; main()"
    command = [sys.executable, "-c", program, "audit", str(practice), *AS_OF]

    done = subprocess.run(command, capture_output=True, check=False, env={**os.environ, "PYTHONIOENCODING": "ascii"})

    assert done.returncode == 1, done.stderr
    assert "Źródło" in done.stdout.decode("utf-8")
    assert done.stderr == b""
