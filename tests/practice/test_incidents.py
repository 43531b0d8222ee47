"""Incidents are read row by row, joined to patients and vendors, and "none so far" is an answer."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from before_you_post.practice import PracticeFiles, load, scaffold
from before_you_post.records import (
    BreachException,
    Conclusion,
    Incident,
    NoticeItem,
    NoticeWay,
    Problem,
)

TODAY = date.today()  # an audit of a former day asks nothing about days after it


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    practice = tmp_path / "practice"
    scaffold(practice)
    (practice / "patients.csv").write_text("patient\nP1\nP2\n", encoding="utf-8")
    (practice / "vendors.csv").write_text("vendor\nBrightquill\n", encoding="utf-8")
    return practice


def read(folder: Path, text: str) -> PracticeFiles:
    (folder / "incidents.csv").write_text(text, encoding="utf-8")
    return load(folder, today=TODAY)


def problems(files: PracticeFiles) -> list[Problem]:
    return [problem for problem in files.problems if problem.path.endswith("incidents.csv")]


def test_an_incident_is_read_and_joined(folder: Path) -> None:
    files = read(
        folder,
        "incident,published,patients,public,discovered_on,individuals,residents,exception,conclusion,told_by,"
        "notice_says,vendor\n"
        'I-1,website/a; website/b,p1; P2,yes,2026-06-01,"1,204",CA 3; Nevada 1,good faith,low probability,letter,'
        "what happened; contact,brightquill\n",
    )

    assert problems(files) == []
    assert files.papers.incidents == (
        Incident(
            incident="I-1",
            published=("website/a", "website/b"),
            patients=("P1", "P2"),
            public=True,
            discovered_on=date(2026, 6, 1),
            individuals=1204,
            residents=(("CA", 3), ("NV", 1)),
            exception=BreachException.GOOD_FAITH,
            conclusion=Conclusion.LOW_PROBABILITY,
            told_by=(NoticeWay.MAIL,),
            notice_says=(NoticeItem.WHAT_HAPPENED, NoticeItem.CONTACT),
            vendor="Brightquill",
        ),
    )


def test_a_row_that_says_none_says_that_nothing_ever_happened(folder: Path) -> None:
    assert read(folder, "incident\nnone\n").papers.incidents == ()
    assert read(folder, "incident\n").papers.incidents is None


def test_none_beside_an_incident_is_out_of_date_and_left_out(folder: Path) -> None:
    files = read(folder, "incident\nnone\nI-1\n")
    assert [incident.incident for incident in files.papers.incidents or ()] == ["I-1"]


@pytest.mark.parametrize(
    ("header", "cell", "column"),
    [
        ("patients", "P1; P9", "patients"),
        ("vendor", "Nobody Inc", "vendor"),
        ("individuals", "several", "individuals"),
        ("individuals", "-3", "individuals"),
        ("residents", "CA 3; California 1", "residents"),
        ("residents", "Atlantis 3", "residents"),
        ("residents", "CA", "residents"),
        ("exception", "because", "exception"),
        ("discovered_on", "2099-12-31", "discovered_on"),
        ("document", "gone.pdf", "document"),
    ],
)
def test_what_cannot_be_read_or_be_true_is_reported_and_the_incident_kept(
    folder: Path, header: str, cell: str, column: str
) -> None:
    files = read(folder, f"incident,{header}\nI-1,{cell}\n")

    (problem,) = problems(files)
    assert (problem.row, problem.column) == (2, column)
    assert len(files.papers.incidents or ()) == 1


def test_an_incident_in_two_rows_is_read_from_the_first(folder: Path) -> None:
    files = read(folder, "incident,what\nI-1,one\ni-1,two\n")

    assert [problem.row for problem in problems(files)] == [3]
    assert [incident.what for incident in files.papers.incidents or ()] == ["one"]


def test_a_discovery_before_it_happened_is_reported(folder: Path) -> None:
    (problem,) = problems(read(folder, "incident,happened_on,discovered_on\nI-1,2026-05-04,2026-05-01\n"))
    assert problem.column == "discovered_on"


def test_without_a_table_of_vendors_no_vendor_is_a_stranger(folder: Path) -> None:
    (folder / "vendors.csv").write_text("vendor\n", encoding="utf-8")
    assert problems(read(folder, "incident,vendor\nI-1,Nobody Inc\n")) == []
