"""One invented audit for all tests of the dashboard's values."""

from __future__ import annotations

from pathlib import Path

import pytest

from before_you_post.store import Kept
from invented_audit import invented_kept


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the drawn pictures of the invented practice stand."""
    return tmp_path_factory.mktemp("practice")


@pytest.fixture(scope="session")
def kept(folder: Path) -> Kept:
    """Thirteen photos with nearly every kind of result, and thirty clean ones."""
    return invented_kept(folder, many=30)
