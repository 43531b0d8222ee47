"""Which practice the dashboard opens: the one it was started for, else the invented sample practice."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "BEFORE_YOU_POST_PRACTICE"
SAMPLE = Path(__file__).resolve().parents[3] / "sample_data" / "quillfeather"


def practice_folder() -> Path:
    """The folder named by BEFORE_YOU_POST_PRACTICE, or the sample practice of the project's checkout."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else SAMPLE
