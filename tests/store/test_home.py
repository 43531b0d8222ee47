"""Kept audits lie in a private folder, away from what the practice publishes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from before_you_post.records import InputError
from before_you_post.store.home import default_home, practice_key, private_folder, refuse_inside


def test_the_environment_names_the_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BEFORE_YOU_POST_HOME", str(tmp_path / "kept"))

    assert default_home() == tmp_path / "kept"


def test_without_a_setting_the_home_is_the_users_own_data_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BEFORE_YOU_POST_HOME", raising=False)

    assert default_home().name == "before-you-post"
    assert default_home().is_absolute()


def test_one_folder_has_one_key_however_it_is_spelt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "practice" / "published").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)

    assert practice_key(Path("practice")) == practice_key(tmp_path / "practice" / "published" / "..")
    assert practice_key(tmp_path / "practice") != practice_key(tmp_path / "other")


def test_a_home_inside_the_practice_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        refuse_inside(tmp_path / "practice" / "published" / "kept", tmp_path / "practice")

    assert "BEFORE_YOU_POST_HOME" in refused.value.problem.remedy


def test_a_home_beside_the_practice_folder_is_accepted(tmp_path: Path) -> None:
    refuse_inside(tmp_path / "practice-kept", tmp_path / "practice")


@pytest.mark.skipif(os.name != "posix", reason="rights of files are a POSIX matter")
def test_new_folders_are_private_and_existing_ones_keep_their_rights(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir(mode=0o755)
    shared.chmod(0o755)

    made = private_folder(shared / "kept" / "index")

    assert made.stat().st_mode & 0o777 == 0o700
    assert made.parent.stat().st_mode & 0o777 == 0o700
    assert shared.stat().st_mode & 0o777 == 0o755
