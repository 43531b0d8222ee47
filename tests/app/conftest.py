"""One server for all tests that only speak HTTP with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from served_dashboard import Server, serve


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that is there; no page is opened, so nothing in it is read."""
    return tmp_path_factory.mktemp("practice")


@pytest.fixture(scope="module")
def server(practice: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serve(practice, tmp_path_factory.mktemp("home")) as running:
        yield running
