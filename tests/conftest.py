"""What tests share: the sample practice is audited once for all of them, because that takes minutes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# No test is timed: a machine that is busy with something else must not make one fail.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

SHARED_HOME = "BEFORE_YOU_POST_TEST_HOME"  # `make test` names one for all its parts; the notebooks read it, too


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where audits of the sample practice are kept during one run of the tests, by whichever process comes first.

    Two that come at once take turns, as the program always does, and the second finds everything looked at already.
    """
    named = os.environ.get(SHARED_HOME)
    if named:
        return Path(named)
    base = tmp_path_factory.getbasetemp()
    run = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    home = run / "sample-home"
    home.mkdir(exist_ok=True)
    return home
