"""A zip from outside cannot fill the memory, lead out of its place, or hide what it holds."""

from __future__ import annotations

import io
import random
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from before_you_post.inputs import tree_zip
from before_you_post.inputs.tree_zip import ZipTree
from before_you_post.records import Problem


def built(path: Path, *members: tuple[zipfile.ZipInfo | str, bytes]) -> ZipTree:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for info, data in members:
            archive.writestr(info, data)
    return ZipTree(path)


def patched(path: Path, old: bytes, new: bytes) -> ZipTree:
    data = path.read_bytes()
    assert old in data
    path.write_bytes(data.replace(old, new))
    return ZipTree(path)


def said(tree: ZipTree) -> list[str]:
    return [problem.found for problem in tree.problems]


@pytest.mark.parametrize(
    "name",
    ["../a.jpg", "x/../../a.jpg", "/etc/a.jpg", "C:/a.jpg", "C:a.jpg", "..\\a.jpg", "\\\\host\\a.jpg", "x/..", ".."],
)
def test_a_name_that_leads_out_is_refused_and_said(tmp_path: Path, name: str) -> None:
    tree = built(tmp_path / "a.zip", (name, b"x"), ("good.jpg", b"good"))

    assert tree.files() == ("good.jpg",)
    assert said(tree) == [f"1 file whose name leads out of the zip, not looked at: {name!r}"]


def test_backslashes_as_some_windows_programs_write_them_are_slashes(tmp_path: Path) -> None:
    tree = built(tmp_path / "a.zip", ("media\\posts\\a.jpg", b"a"), ("media\\", b""), ("./b.jpg", b"b"))

    assert tree.files() == ("b.jpg", "media/posts/a.jpg")
    assert tree.open("media/posts/a.jpg").read() == b"a"


def test_names_that_differ_in_case_alone_are_two_files(tmp_path: Path) -> None:
    tree = built(tmp_path / "a.zip", ("Nose.jpg", b"1"), ("nose.jpg", b"2"))

    assert [tree.open(file).read() for file in tree.files()] == [b"1", b"2"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_two_files_of_one_name_the_last_is_read_and_the_other_said(tmp_path: Path) -> None:
    tree = built(tmp_path / "a.zip", ("a.jpg", b"old"), ("a.jpg", b"new"))

    assert tree.open("a.jpg").read() == b"new"
    assert said(tree) == ["1 older file of a name that comes twice, not looked at: 'a.jpg'"]


def test_a_name_in_utf_8_is_read_whether_or_not_it_is_said_to_be(tmp_path: Path) -> None:
    built(tmp_path / "a.zip", ("Zoë.jpg", b"x"))
    assert ZipTree(tmp_path / "a.zip").files() == ("Zoë.jpg",)

    data = bytearray((tmp_path / "a.zip").read_bytes())
    for header, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        place = data.index(header) + offset
        data[place : place + 2] = b"\0\0"
    (tmp_path / "b.zip").write_bytes(data)
    tree = ZipTree(tmp_path / "b.zip")

    assert tree.files() == ("Zoë.jpg",)
    assert tree.open("Zoë.jpg").read() == b"x"


def test_a_name_in_an_old_code_page_is_read(tmp_path: Path) -> None:
    built(tmp_path / "a.zip", ("Zo_.jpg", b"x"))

    tree = patched(tmp_path / "a.zip", b"Zo_.jpg", "Zoë.jpg".encode("cp437"))

    assert tree.files() == ("Zoë.jpg",)
    assert tree.open("Zoë.jpg").read() == b"x"


def test_a_nul_in_a_name_is_refused(tmp_path: Path) -> None:
    built(tmp_path / "a.zip", ("a.jpg_.exe", b"x"))

    tree = patched(tmp_path / "a.zip", b"a.jpg_.exe", b"a.jpg\0.exe")

    assert tree.files() == ()
    assert len(tree.problems) == 1


def member(name: str, mode: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = mode << 16
    return info


def test_links_and_devices_are_refused(tmp_path: Path) -> None:
    tree = built(
        tmp_path / "a.zip",
        (member("link.jpg", stat.S_IFLNK | 0o777), b"/etc/passwd"),
        (member("pipe.jpg", stat.S_IFIFO | 0o644), b""),
        (member("plain.jpg", stat.S_IFREG | 0o644), b"plain"),
    )

    assert tree.files() == ("plain.jpg",)
    assert [found.partition(",")[0] for found in said(tree)] == [
        "1 file that is a device or a pipe",
        "1 link to another place",
    ]


def test_locked_files_and_unusual_packing_are_said(tmp_path: Path) -> None:
    built(tmp_path / "a.zip", ("a.jpg", b"a"), ("b.jpg", b"b"))
    data = bytearray((tmp_path / "a.zip").read_bytes())
    first = data.index(b"PK\1\2")
    second = data.index(b"PK\1\2", first + 1)
    data[first + 8] |= 1  # encrypted
    data[second + 10 : second + 12] = struct.pack("<H", 9)  # deflate64
    (tmp_path / "a.zip").write_bytes(data)

    tree = ZipTree(tmp_path / "a.zip")

    assert tree.files() == ()
    assert [found.partition(",")[0] for found in said(tree)] == [
        "1 file locked with a password",
        "1 file packed in an unusual way",
    ]


def test_zips_inside_the_zip_are_not_opened_but_said(tmp_path: Path) -> None:
    inner = io.BytesIO()
    zipfile.ZipFile(inner, "w").close()

    tree = built(tmp_path / "a.zip", ("more/photos.ZIP", inner.getvalue()), ("a.jpg", b"a"))

    assert tree.files() == ("a.jpg",)
    assert said(tree) == ["1 zip inside the zip, not looked at: 'more/photos.ZIP'"]


def test_a_file_that_unfolds_too_far_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree_zip, "FREE_BYTES", 1000)

    tree = built(tmp_path / "a.zip", ("bomb.json", b"\0" * 10**6), ("small.json", b"\0" * 999), ("a.jpg", b"a"))

    assert tree.files() == ("a.jpg", "small.json")
    assert said(tree) == ["1 file that unfolds to far more than it can hold, not looked at: 'bomb.json'"]


def test_many_files_that_unfold_too_far_together_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree_zip, "FREE_TOTAL", 1000)
    monkeypatch.setattr(tree_zip, "MAX_RATIO", 1)

    tree = built(tmp_path / "a.zip", *((f"{number}.json", b"\0" * 400) for number in range(9)))

    assert tree.files() == ("0.json", "1.json")
    assert said(tree)[0].startswith("7 files that unfold")


def test_a_file_never_yields_more_than_it_declares(tmp_path: Path) -> None:
    built(tmp_path / "a.zip", ("a.json", b"x" * 5000))

    tree = patched(tmp_path / "a.zip", struct.pack("<L", 5000), struct.pack("<L", 10))

    with pytest.raises(OSError, match="damaged"), tree.open("a.json") as file:
        assert len(file.read()) <= 10


def test_a_list_of_contents_too_long_for_the_memory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree_zip, "MAX_DIRECTORY", 100)

    tree = built(tmp_path / "a.zip", *((f"{number}.jpg", b"") for number in range(9)))

    assert tree.files() == ()
    assert "more files than are read" in said(tree)[0]


@pytest.mark.parametrize("data", [b"", b"PK", b"not a zip at all", b"PK\5\6" + b"\xff" * 18, b"PK\5\6" + b"\0" * 17])
def test_what_is_no_zip_is_a_problem(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(data)

    assert [type(problem) for problem in ZipTree(tmp_path / "a.zip").problems] == [Problem]


def test_a_zip_cut_short_is_said_to_be(tmp_path: Path) -> None:
    built(tmp_path / "a.zip", ("a.jpg", b"a" * 1000))
    (tmp_path / "a.zip").write_bytes((tmp_path / "a.zip").read_bytes()[:-30])

    assert "Download it again" in ZipTree(tmp_path / "a.zip").problems[0].remedy


def test_damage_inside_a_file_is_an_error_of_reading(tmp_path: Path) -> None:
    built(tmp_path / "a.zip", ("a.jpg", random.Random(1).randbytes(1000)))  # noqa: S311 - not a secret
    data = bytearray((tmp_path / "a.zip").read_bytes())
    data[500] ^= 0xFF
    (tmp_path / "a.zip").write_bytes(data)

    with pytest.raises(OSError, match="damaged"), ZipTree(tmp_path / "a.zip").open("a.jpg") as file:
        file.read()


def test_a_file_can_be_read_again_from_its_beginning(tmp_path: Path) -> None:
    with built(tmp_path / "a.zip", ("a.jpg", b"0123456789" * 5000)).open("a.jpg") as file:
        assert file.read(4) == b"0123"
        file.seek(40000)
        file.seek(2)
        assert file.read(3) == b"234"


def test_no_damage_whatever_makes_reading_fail_otherwise(tmp_path: Path) -> None:
    whole = built(tmp_path / "a.zip", ("posts.json", b'[{"uri": "media/a.jpg"}]' * 20), ("Zoë/a.jpg", b"a" * 300))
    assert len(whole.files()) == 2
    data = (tmp_path / "a.zip").read_bytes()
    chance = random.Random(7)  # noqa: S311 - not a secret
    for _ in range(600):
        changed = bytearray(data)
        for _ in range(chance.randint(1, 6)):
            changed[chance.randrange(len(changed))] = chance.choice((0, 1, 0x7F, 0xFF, chance.randrange(256)))
        if chance.random() < 0.2:
            del changed[chance.randrange(len(changed)) :]
        (tmp_path / "b.zip").write_bytes(changed)
        tree = ZipTree(tmp_path / "b.zip")
        for file in tree.files():
            try:
                with tree.open(file) as opened:
                    assert len(opened.read()) <= tree.size(file)
            except OSError:
                continue
