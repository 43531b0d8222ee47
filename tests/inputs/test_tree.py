"""A folder, a zip and the parts of a zip are walked alike."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from before_you_post.inputs.tree import is_there, open_location, open_tree, path_inside, size_of


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    path.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def contents(path: Path) -> dict[str, bytes]:
    tree = open_tree(path)
    found = {}
    for file in tree.files():
        with tree.open(file) as inside, open_location(tree.location(file)) as outside:
            found[file] = inside.read()
            assert outside.read() == found[file]
        assert tree.size(file) == size_of(tree.location(file)) == len(found[file])
        assert is_there(tree.location(file))
    return found


def test_a_folder_and_a_zip_of_it_hold_the_same_files(tmp_path: Path) -> None:
    files = {"a.jpg": b"a", "media/posts/b.jpg": b"bb", "posts.json": b"[]"}
    for name, data in files.items():
        (tmp_path / "folder" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "folder" / name).write_bytes(data)
    zipped(tmp_path / "export.ZIP", files)

    assert contents(tmp_path / "folder") == contents(tmp_path / "export.ZIP") == files
    assert open_tree(tmp_path / "folder").location("a.jpg") == str(tmp_path / "folder/a.jpg")
    assert open_tree(tmp_path / "export.ZIP").location("a.jpg") == f"{tmp_path}/export.ZIP!/a.jpg"


def test_one_file_is_a_tree_of_one_file(tmp_path: Path) -> None:
    (tmp_path / "mail.mbox").write_bytes(b"From ")
    (tmp_path / "other.txt").write_bytes(b"x")

    assert contents(tmp_path / "mail.mbox") == {"mail.mbox": b"From "}


def test_what_systems_leave_behind_is_passed_over_in_silence(tmp_path: Path) -> None:
    zipped(tmp_path / "a.zip", {"__MACOSX/._a.jpg": b"x", ".DS_Store": b"x", "b/Thumbs.db": b"x", "a.jpg": b"a"})

    assert contents(tmp_path / "a.zip") == {"a.jpg": b"a"}
    assert open_tree(tmp_path / "a.zip").problems == ()


def test_links_and_pipes_of_a_folder_are_refused_and_said(tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/a.jpg").write_bytes(b"secret")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "link.jpg").symlink_to(tmp_path / "secret/a.jpg")
    (folder / "more").symlink_to(tmp_path / "secret")
    os.mkfifo(folder / "pipe.jpg")

    assert contents(folder) == {}
    assert [problem.found.partition(",")[0] for problem in open_tree(folder).problems] == [
        "1 file that is a device or a pipe",
        "2 links to other places",
    ]


def test_no_name_leads_out_of_a_tree(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_bytes(b"secret")
    (tmp_path / "folder").mkdir()
    zipped(tmp_path / "export.zip", {"a.jpg": b"a"})

    for place, name in (("folder", "../secret.txt"), ("export.zip", "../secret.txt"), ("folder", "gone.jpg")):
        with pytest.raises(FileNotFoundError):
            open_tree(tmp_path / place).open(name)
    for gone in (f"{tmp_path}/export.zip!/../secret.txt", f"{tmp_path}/export.zip!/gone.jpg", f"{tmp_path}/a\0.jpg"):
        assert not is_there(gone)
        with pytest.raises(FileNotFoundError):
            open_location(gone)


@pytest.mark.parametrize("place", ["folder", "parts/1.zip", "parts"])
def test_a_file_has_the_same_path_inside_whatever_holds_it(tmp_path: Path, place: str) -> None:
    (tmp_path / "folder/media").mkdir(parents=True)
    (tmp_path / "folder/media/a.jpg").write_bytes(b"a")
    zipped(tmp_path / "parts/1.zip", {"media/a.jpg": b"a"})

    location = open_tree(tmp_path / place).location("media/a.jpg")

    assert path_inside(tmp_path / place, location) == "media/a.jpg"
    assert path_inside(tmp_path / "elsewhere", location) is None


@pytest.mark.parametrize("name", ["../../etc/passwd.jpg", "/etc/passwd.jpg", "..\\..\\etc\\passwd.jpg"])
def test_the_location_of_a_missing_file_stays_inside(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    zipped(tmp_path / "parts/1.zip", {"a.jpg": b"a"})

    assert open_tree(tmp_path / "folder").location(name) == str(tmp_path / "folder/etc/passwd.jpg")
    assert open_tree(tmp_path / "parts/1.zip").location(name) == f"{tmp_path}/parts/1.zip!/etc/passwd.jpg"
    assert open_tree(tmp_path / "parts").location(name) == str(tmp_path / "parts/etc/passwd.jpg")


def test_a_folder_may_be_called_like_a_place_inside_a_zip(tmp_path: Path) -> None:
    (tmp_path / "odd.zip!").mkdir()
    (tmp_path / "odd.zip!/a.jpg").write_bytes(b"a")

    assert contents(tmp_path / "odd.zip!") == {"a.jpg": b"a"}


def test_a_location_is_read_anew_when_the_zip_has_changed(tmp_path: Path) -> None:
    location = f"{zipped(tmp_path / 'export.zip', {'a.jpg': b'old'})}!/a.jpg"
    with open_location(location) as file:
        assert file.read() == b"old"
    zipped(tmp_path / "export.zip", {"a.jpg": b"newer"})

    with open_location(location) as file:
        assert file.read() == b"newer"


def test_a_location_written_as_windows_writes_it_is_found(tmp_path: Path) -> None:
    zipped(tmp_path / "export.zip", {"media/a.jpg": b"a"})

    with open_location(f"{tmp_path}/export.zip!\\media\\a.jpg") as file:
        assert file.read() == b"a"


def test_the_parts_of_an_export_are_one_tree(tmp_path: Path) -> None:
    zipped(tmp_path / "export-1.zip", {"posts.json": b"[]", "media/a.jpg": b"a", "readme.txt": b"same"})
    zipped(tmp_path / "export-2.zip", {"media/b.jpg": b"b", "readme.txt": b"same"})

    assert contents(tmp_path) == {"media/a.jpg": b"a", "media/b.jpg": b"b", "posts.json": b"[]", "readme.txt": b"same"}
    assert open_tree(tmp_path).problems == ()


def test_what_differs_between_parts_is_kept_twice_and_said(tmp_path: Path) -> None:
    zipped(tmp_path / "june.zip", {"content/posts.json": b"[1]"})
    zipped(tmp_path / "may.zip", {"content/posts.json": b"[2]"})

    assert contents(tmp_path) == {"content/posts.json": b"[1]", "may/content/posts.json": b"[2]"}
    assert "1 file with other content" in open_tree(tmp_path).problems[0].found


def test_a_zip_beside_other_files_stays_a_file(tmp_path: Path) -> None:
    zipped(tmp_path / "export.zip", {"a.jpg": b"a"})
    (tmp_path / "b.jpg").write_bytes(b"b")

    assert list(contents(tmp_path)) == ["b.jpg", "export.zip"]


def test_a_broken_part_does_not_cost_the_others(tmp_path: Path) -> None:
    zipped(tmp_path / "1.zip", {"a.jpg": b"a"})
    (tmp_path / "2.zip").write_bytes(b"PK\3\4 cut")

    assert contents(tmp_path) == {"a.jpg": b"a"}
    assert open_tree(tmp_path).problems[0].path == str(tmp_path / "2.zip")


NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=20)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(st.lists(NAMES, min_size=1, max_size=4).map("/".join), st.binary(max_size=40), max_size=6))
def test_whatever_the_names_every_file_is_read_or_said(tmp_path: Path, files: dict[str, bytes]) -> None:
    tree = open_tree(zipped(tmp_path / "export.zip", files))

    for file in tree.files():
        assert not file.startswith("/")
        assert ".." not in file.split("/")
        assert "\\" not in file
        with open_location(tree.location(file)) as found:
            assert found.read() in files.values()
