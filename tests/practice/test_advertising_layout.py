"""The table of posts as advertising: "none" is an answer, and what cannot be read is reported."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from before_you_post.practice import load
from before_you_post.records import Advertisement, Shown, Typical

SETTINGS = "name: Quillfeather\nchannels: {website: published/website}\nlibrary: originals\n"
TABLES = {"patients": "patient\nP-1\n", "originals": "file\n", "authorizations": "authorization,patient\nA-1,P-1\n"}


def practice(folder: Path, advertisements: str | None) -> Path:
    for name in ("originals", "published/website"):
        (folder / name).mkdir(parents=True)
    (folder / "practice.yaml").write_text(SETTINGS, encoding="utf-8")
    tables = TABLES if advertisements is None else {**TABLES, "advertisements": advertisements}
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def test_a_row_is_read_with_every_answer_it_holds(tmp_path: Path) -> None:
    files = load(
        practice(
            tmp_path,
            "post,shown,performed_here,testimonial,speaker,compensation,paid_by,typical,speaker_confirmed_on,evidence\n"
            "website/nose,stock photo,no,yes,P-1,Nothing,unknown,neither,2026-03-01,drawer 7\n",
        )
    )
    assert files.papers.advertisements == (
        Advertisement(
            post="website/nose",
            shown=Shown.MODEL,
            performed_here=False,
            testimonial=True,
            speaker="P-1",
            compensation="none",  # an answer: somebody looked, and there was nothing
            typical=Typical.NEITHER,
            speaker_confirmed_on=date(2026, 3, 1),
            evidence="drawer 7",
        ),
    )


def test_without_the_table_nothing_is_known(tmp_path: Path) -> None:
    assert load(practice(tmp_path, None)).papers.advertisements is None


def test_a_second_row_for_one_post_and_a_word_nobody_knows_are_reported(tmp_path: Path) -> None:
    files = load(practice(tmp_path, "post,shown\nwebsite/nose,patient\nwebsite/nose,model\nwebsite/lips,a dog\n"))
    assert [(one.post, one.shown) for one in files.papers.advertisements or ()] == [
        ("website/nose", Shown.PATIENT),
        ("website/lips", None),
    ]
    assert {(problem.row, problem.column) for problem in files.problems} >= {(3, "post"), (4, "shown")}
