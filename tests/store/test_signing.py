"""The signing key is made once for a name, and only its owner may read it."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from before_you_post.records import InputError
from before_you_post.store.signing import signing_identity


def test_the_same_name_signs_with_the_same_key_and_another_with_another(tmp_path: Path) -> None:
    first = signing_identity(tmp_path, "Quillfeather")
    assert signing_identity(tmp_path, " Quillfeather ") == first
    assert signing_identity(tmp_path, "Larkspur").key != first.key
    assert first.key.startswith(b"-----BEGIN PRIVATE KEY-----")
    assert first.certificates.startswith(b"-----BEGIN CERTIFICATE-----")


@pytest.mark.skipif(sys.platform == "win32", reason="rights of files are told otherwise there")
def test_only_the_owner_may_read_the_key(tmp_path: Path) -> None:
    signing_identity(tmp_path / "home", "Quillfeather")
    [kept] = (tmp_path / "home" / "signing").iterdir()
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700


def test_a_home_that_cannot_be_made_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(InputError, match="BEFORE_YOU_POST_HOME"):
        signing_identity(tmp_path / "file", "Quillfeather")
