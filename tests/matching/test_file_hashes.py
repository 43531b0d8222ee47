"""Content hashes of files: read once, and again only where the file may have changed."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

import pytest

from before_you_post.matching import file_hashes
from before_you_post.matching.file_hashes import FileHashes

LONG_AGO = time.time_ns() - 10**12


def old(path: Path, data: bytes, *, changed: int = LONG_AGO) -> str:
    """A file last changed some time ago."""
    path.write_bytes(data)
    os.utime(path, ns=(changed, changed))
    return str(path)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were read, as they are read."""
    names: list[str] = []

    def reading(path: Path) -> tuple[str, int]:
        names.append(path.name)
        return real(path)

    real = file_hashes.content_hash
    monkeypatch.setattr(file_hashes, "content_hash", reading)
    return names


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def test_a_file_is_read_once_and_a_new_one_alone_the_next_time(tmp_path: Path, read: list[str]) -> None:
    hashes = FileHashes(tmp_path / "index" / "hashes.sqlite")
    one, two = old(tmp_path / "one", b"1"), old(tmp_path / "two", b"2")
    assert hashes.of([one]) == [sha256(b"1")]
    assert FileHashes(tmp_path / "index" / "hashes.sqlite").of([two, one]) == [sha256(b"2"), sha256(b"1")]
    assert read == ["one", "two"]


def test_another_size_or_another_time_is_read_again(tmp_path: Path, read: list[str]) -> None:
    hashes = FileHashes(tmp_path / "hashes.sqlite")
    one = old(tmp_path / "one", b"1")
    hashes.of([one])
    old(tmp_path / "one", b"11")
    assert hashes.of([one]) == [sha256(b"11")]
    old(tmp_path / "one", b"22", changed=LONG_AGO + 1)
    assert hashes.of([one]) == [sha256(b"22")]
    assert len(read) == 3


def test_a_file_changed_a_moment_ago_is_not_remembered(tmp_path: Path, read: list[str]) -> None:
    hashes = FileHashes(tmp_path / "hashes.sqlite")
    one = old(tmp_path / "one", b"1", changed=time.time_ns())
    hashes.of([one])
    old(tmp_path / "one", b"2", changed=Path(one).stat().st_mtime_ns)
    assert hashes.of([one]) == [sha256(b"2")]
    assert len(read) == 2


def test_a_file_that_is_not_there_has_no_hash_and_is_looked_for_again(tmp_path: Path) -> None:
    hashes = FileHashes(tmp_path / "hashes.sqlite")
    assert hashes.of([str(tmp_path / "gone"), "no\0name"]) == ["", ""]
    assert hashes.of([old(tmp_path / "gone", b"back")]) == [sha256(b"back")]


def test_a_spoilt_memory_is_begun_anew(tmp_path: Path) -> None:
    (tmp_path / "hashes.sqlite").write_bytes(b"no database at all" * 100)
    one = old(tmp_path / "one", b"1")
    assert FileHashes(tmp_path / "hashes.sqlite").of([one]) == [sha256(b"1")]


def test_no_path_is_written_down(tmp_path: Path) -> None:
    FileHashes(tmp_path / "hashes.sqlite").of([old(tmp_path / "Oriane-Vanterpool.jpg", b"1")])
    assert b"Vanterpool" not in (tmp_path / "hashes.sqlite").read_bytes()
