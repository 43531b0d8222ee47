"""Notebooks run by nbval keep their audits in a folder of their own, not among the user's.

`make test` names one that its other tests used before, so that the sample practice is not looked at twice.
"""

from __future__ import annotations

import os
import tempfile

import pytest

_homes = pytest.StashKey[tempfile.TemporaryDirectory[str]]()


def pytest_configure(config: pytest.Config) -> None:
    home = config.stash[_homes] = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
    os.environ["BEFORE_YOU_POST_HOME"] = os.environ.get("BEFORE_YOU_POST_TEST_HOME") or home.name


def pytest_unconfigure(config: pytest.Config) -> None:
    config.stash[_homes].cleanup()
