"""The library index: looks at each original once, forgets nothing in a crash, and knows what is present now."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from before_you_post.matching import LibraryIndex, compaction, file_hashes, find_originals, shards, tree
from before_you_post.matching.index import Outcome, describe, one_by_one
from painted_skin import original, saved, skin


@pytest.fixture
def library(tmp_path: Path) -> Path:
    for number in range(3):
        saved(tmp_path / "library" / f"{number}.jpg", skin(number, 200, 150))
    return tmp_path / "library"


def present(library: Path) -> list:
    return [original(path) for path in sorted(library.iterdir())]


class Counted:
    """Runs the describing here and remembers which files were looked at."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def __call__(self, work: Callable[[Path], Outcome], paths: Sequence[Path]) -> Iterator[tuple[int, Outcome]]:
        self.seen += [path.name for path in paths]
        return iter(one_by_one(work, paths))


def test_only_new_bytes_are_looked_at(tmp_path: Path, library: Path) -> None:
    first, second = Counted(), Counted()
    LibraryIndex(tmp_path / "index").update(present(library), run=first)
    (library / "0.jpg").rename(library / "renamed.jpg")
    saved(library / "new.jpg", skin(9, 200, 150))
    again = LibraryIndex(tmp_path / "index")
    again.update(present(library), run=second)
    assert first.seen == ["0.jpg", "1.jpg", "2.jpg"]
    assert second.seen == ["new.jpg"]
    assert [name for entry in again.entries for name in entry.ids] == ["1.jpg", "2.jpg", "new.jpg", "renamed.jpg"]


def test_a_removed_original_is_found_no_more(tmp_path: Path, library: Path) -> None:
    library_index = LibraryIndex(tmp_path / "index")
    library_index.update(present(library))
    before = library_index.digest
    assert find_originals(skin(1, 200, 150), library_index)[0].original == "1.jpg"
    (library / "1.jpg").unlink()
    library_index.update(present(library))
    assert find_originals(skin(1, 200, 150), library_index)[0].original is None
    assert library_index.digest != before


def test_the_digest_tells_libraries_apart_and_nothing_else(tmp_path: Path, library: Path) -> None:
    one, other = LibraryIndex(tmp_path / "index"), LibraryIndex(tmp_path / "elsewhere")
    one.update(present(library))
    other.update(present(library)[::-1])
    assert one.digest == other.digest


def test_files_of_the_same_bytes_share_an_entry(tmp_path: Path, library: Path) -> None:
    (library / "copy.jpg").write_bytes((library / "1.jpg").read_bytes())
    library_index = LibraryIndex(tmp_path / "index")
    library_index.update(present(library))
    assert len(library_index) == 4
    (match,) = find_originals(skin(1, 200, 150), library_index)
    assert (match.original, match.either) == ("1.jpg", ("copy.jpg",))


def test_a_broken_original_is_reported_and_the_rest_goes_on(tmp_path: Path, library: Path) -> None:
    (library / "bad.jpg").write_bytes(b"no picture")
    library_index = LibraryIndex(tmp_path / "index")
    assert list(library_index.update(present(library))) == ["bad.jpg"]
    assert len(library_index) == 3


_UPDATE_UNTIL_KILLED = """
import sys, time
from pathlib import Path
from before_you_post.matching import LibraryIndex
from before_you_post.records import Original

def slowly(work, paths):
    for number, path in enumerate(paths):
        yield number, work(path)
        print(path.name, flush=True)  # by now it is written down
        if number == 2:
            time.sleep(600)

index, library = Path(sys.argv[1]), Path(sys.argv[2])
originals = [Original(id=path.name, path=str(path)) for path in sorted(library.iterdir())]
LibraryIndex(index).update(originals, run=slowly)
"""


@pytest.mark.parametrize("shard", [512, 2])
def test_what_was_described_before_the_program_was_killed_is_not_described_again(tmp_path: Path, shard: int) -> None:
    library = tmp_path / "library"
    for number in range(5):
        saved(library / f"{number}.jpg", skin(number, 120, 90))
    code = _UPDATE_UNTIL_KILLED.replace("LibraryIndex(index)", f"matching.index._SHARD = {shard}\nLibraryIndex(index)")
    code = f"from before_you_post import matching\nimport before_you_post.matching.index\n{code}"
    command = [sys.executable, "-c", code, str(tmp_path / "index"), str(library)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        done = [process.stdout.readline().strip() for _ in range(3)]
        process.kill()
    after = Counted()
    library_index = LibraryIndex(tmp_path / "index")
    library_index.update(present(library), run=after)
    assert done == ["0.jpg", "1.jpg", "2.jpg"]
    assert after.seen == ["3.jpg", "4.jpg"]
    assert len(library_index.entries) == 5
    assert find_originals(skin(1, 120, 90), library_index)[0].original == "1.jpg"


def test_an_update_that_was_cancelled_goes_on_where_it_was(tmp_path: Path, library: Path) -> None:
    def cancelled(work: Callable[[Path], Outcome], paths: Sequence[Path]) -> Iterator[tuple[int, Outcome]]:
        yield from list(one_by_one(work, paths))[:2]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        LibraryIndex(tmp_path / "index").update(present(library), run=cancelled)
    after = Counted()
    LibraryIndex(tmp_path / "index").update(present(library), run=after)
    assert after.seen == ["2.jpg"]


def test_files_that_did_not_change_are_not_read_again(
    tmp_path: Path, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in library.iterdir():
        os.utime(path, (1_700_000_000, 1_700_000_000))
    LibraryIndex(tmp_path / "index").update(present(library))
    monkeypatch.setattr(file_hashes, "content_hash", lambda path: pytest.fail(f"{path} was read"))
    again = LibraryIndex(tmp_path / "index")
    again.update(present(library))
    assert len(again.entries) == 3


def test_a_file_that_changes_while_it_is_read_is_reported(tmp_path: Path, library: Path) -> None:
    def changing(work: Callable[[Path], Outcome], paths: Sequence[Path]) -> Iterator[tuple[int, Outcome]]:
        saved(paths[1], skin(77, 200, 150))
        return iter(one_by_one(work, paths))

    library_index = LibraryIndex(tmp_path / "index")
    assert list(library_index.update(present(library), run=changing)) == ["1.jpg"]
    assert library_index.update(present(library)) == {}
    assert library_index.entries.ids == (("0.jpg",), ("1.jpg",), ("2.jpg",))


def test_a_half_written_or_spoilt_shard_is_described_again(tmp_path: Path, library: Path) -> None:
    LibraryIndex(tmp_path / "index").update(present(library))
    (shard,) = (tmp_path / "index" / f"v{shards.VERSION}").glob("shard-*")
    (shard / "places.npy").write_bytes(b"")
    (shard.parent / "writing-half").mkdir()
    after = Counted()
    library_index = LibraryIndex(tmp_path / "index")
    library_index.update(present(library), run=after)
    assert len(after.seen) == len(library_index.entries) == 3


def test_another_version_of_the_index_is_cleared_away(tmp_path: Path, library: Path) -> None:
    old = tmp_path / "index" / "v0"
    old.mkdir(parents=True)
    LibraryIndex(tmp_path / "index").update(present(library))
    assert not old.exists()


def test_an_index_travels_to_another_process(tmp_path: Path, library: Path) -> None:
    library_index = LibraryIndex(tmp_path / "index")
    library_index.update(present(library))
    assert library_index.search is not None
    sent = pickle.loads(pickle.dumps(library_index))  # noqa: S301
    assert find_originals(skin(2, 200, 150), sent)[0].original == "2.jpg"


def test_a_library_of_plain_walls_and_an_empty_one_do_no_harm(tmp_path: Path) -> None:
    library_index = LibraryIndex(tmp_path / "index")
    library_index.update([])
    assert find_originals(skin(1, 90, 90), library_index)[0].original is None
    wall = saved(tmp_path / "wall.png", skin(1, 60, 60) // 255 + 120)
    assert library_index.update([original(wall)]) == {}
    assert find_originals(skin(1, 90, 90), library_index)[0].original is None


def test_describing_says_why_a_file_cannot_be_opened(tmp_path: Path) -> None:
    assert describe(tmp_path / "gone.jpg") == "The file is not there."


def test_a_library_of_some_size_is_searched_through_a_tree_kept_on_disk(
    tmp_path: Path, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tree, "EXACT_UP_TO", 100)
    first = LibraryIndex(tmp_path / "index")
    first.update(present(library))
    assert find_originals(skin(1, 200, 150), first)[0].original == "1.jpg"
    (file,) = (tmp_path / "index").rglob("tree.faiss")
    written = file.stat().st_mtime_ns
    second = LibraryIndex(tmp_path / "index")
    second.update(present(library))
    assert find_originals(skin(2, 200, 150), second)[0].original == "2.jpg"
    assert file.stat().st_mtime_ns == written


def test_in_a_large_library_originals_are_recognised_from_codes_and_their_own_files(
    tmp_path: Path, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in (("LARGE", 2), ("_WORTH_CODING", 2)):
        monkeypatch.setattr(compaction, name, value)
    library_index = LibraryIndex(tmp_path / "index")
    library_index.update(present(library))
    assert not list((tmp_path / "index").rglob("descriptors.npy"))
    assert len(library_index.entries[1].described.features) > 50
    cropped = skin(1, 200, 150)[20:180, 30:]
    assert find_originals(np.ascontiguousarray(cropped), library_index)[0].original == "1.jpg"
    (library / "1.jpg").unlink()
    assert find_originals(np.ascontiguousarray(cropped), pickle.loads(pickle.dumps(library_index)))  # noqa: S301


def test_entries_are_a_sequence_like_any_other(tmp_path: Path, library: Path) -> None:
    (library / "copy.jpg").write_bytes((library / "1.jpg").read_bytes())
    library_index = LibraryIndex(tmp_path / "index")
    library_index.update(present(library))
    entries = library_index.entries
    assert [entry.ids for entry in entries] == list(entries.ids) == [("0.jpg",), ("1.jpg", "copy.jpg"), ("2.jpg",)]
    assert [entry.ids for entry in entries[1:]] == list(entries.ids[1:])
    assert entries[-1].ids == ("2.jpg",)
    assert (entries[0].described.width, entries[0].described.height) == (150, 200)
    with pytest.raises(IndexError):
        entries[3]
