"""What a source holds is said in figures, and what it could not read in words."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from rich.console import Console

from before_you_post.cli import main
from before_you_post.records import Channel, Post, Problem, Published, Reading
from before_you_post.report.sources_table import SHOWN_PROBLEMS, SourceTotals, parts, totals
from invented_meta import export, medium


def reading(folder: Path, problems: int = 0) -> Reading:
    (folder / "here.jpg").write_bytes(b"x")
    days = (date(2026, 6, 3), None, date(2025, 1, 2))
    posts = tuple(
        Post(id=f"instagram/{number}", channel="instagram", source="instagram", published_on=day)
        for number, day in enumerate(days)
    )
    photos = tuple(
        Published(id=f"instagram/0/{name}", post="instagram/0", path=str(folder / name), file_name=name)
        for name in ("here.jpg", "gone.jpg")
    )
    problem = Problem(path=str(folder / "posts.json"), found="\x1b[31modd", expected="JSON", remedy="Look.")
    return Reading(posts=posts, published=photos, problems=(problem,) * problems)


def printed(channel: Channel, *found: tuple[str, Reading], plain: bool = True) -> str:
    output = io.StringIO()
    console = Console(file=output, width=120)
    for part in parts([(channel, source, one) for source, one in found], plain=plain):
        console.print(part, soft_wrap=True)
    return output.getvalue()


def test_posts_photos_days_and_missing_files_are_counted(tmp_path: Path) -> None:
    channel = Channel(name="instagram", folder=str(tmp_path))

    assert totals(channel, "instagram", reading(tmp_path, problems=2)) == SourceTotals(
        channel="instagram",
        source="instagram",
        posts=3,
        photos=2,
        first=date(2025, 1, 2),
        last=date(2026, 6, 3),
        undated=1,
        missing=1,
        problems=2,
    )


def test_the_problems_stand_below_the_table_without_what_could_move_a_terminal(tmp_path: Path) -> None:
    text = printed(Channel(name="instagram", folder=str(tmp_path)), ("instagram", reading(tmp_path, problems=1)))

    assert " ".join(text.splitlines()[0].split()) == "Source Posts Photos From To No date Missing Problems"
    assert text.splitlines()[1].split() == ["instagram", "3", "2", "2025-01-02", "2026-06-03", "1", "1", "1"]
    assert f"{tmp_path.name}/posts.json" in text
    assert "\x1b" not in text


def test_of_many_problems_the_rest_is_counted(tmp_path: Path) -> None:
    many = reading(tmp_path, problems=SHOWN_PROBLEMS + 1234)

    assert "and 1,234 more" in printed(Channel(name="instagram", folder=str(tmp_path)), ("instagram", many))


def run(path: Path) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["sources", str(path)])
    return result.exit_code, result.output


def test_an_export_is_told_as_it_was_downloaded(tmp_path: Path) -> None:
    folder = export(tmp_path / "export", {"content/posts_1.json": [{"media": [medium("media/a.jpg", title="Hi")]}]})
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        archive.write(folder / "content/posts_1.json", "content/posts_1.json")
        archive.writestr("media/a.jpg", b"x")

    status, output = run(tmp_path / "export.zip")

    assert status == 0
    assert output.splitlines()[1].split() == ["instagram", "1", "1", "2026-06-03", "2026-06-03", "0", "0"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["export", "export.zip"]


def test_a_practice_folder_is_told_channel_by_channel(tmp_path: Path) -> None:
    export(tmp_path, {"published/instagram/a.jpg": b"x", "published/website/b.jpg": b"x"})
    channels = "channels:\n  instagram: published/instagram\n  website: published/website\n"
    (tmp_path / "practice.yaml").write_text(f"name: Quillfeather\n{channels}", encoding="utf-8")

    status, output = run(tmp_path)

    assert status == 0
    assert [line.split()[:2] for line in output.splitlines()[1:3]] == [["instagram", "folder"], ["website", "folder"]]


@pytest.mark.parametrize("name", ["gone", "empty"])
def test_nothing_to_read_is_a_status_of_its_own(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()

    assert run(tmp_path / name)[0] == 2
