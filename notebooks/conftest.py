"""Notebooks run by nbval keep their audits in a folder of their own, not among the user's."""

from __future__ import annotations

import os
import tempfile

import pytest

_homes = pytest.StashKey[tempfile.TemporaryDirectory[str]]()


def pytest_configure(config: pytest.Config) -> None:
    home = config.stash[_homes] = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
    os.environ["BEFORE_YOU_POST_HOME"] = home.name


def pytest_unconfigure(config: pytest.Config) -> None:
    config.stash[_homes].cleanup()
