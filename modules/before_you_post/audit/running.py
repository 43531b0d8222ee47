"""One audit of one practice folder, as of one day."""

from __future__ import annotations

from collections.abc import MutableMapping
from datetime import date
from pathlib import Path

from .. import practice
from ..collect import Progress, collect, quiet
from ..records import Audit
from .judging import judge, judge_matter


def run(
    folder: Path,
    *,
    index_folder: Path,
    cache: MutableMapping[str, str],
    today: date,
    progress: Progress = quiet,
) -> Audit:
    """Audits one practice folder as of one day. Raises InputError where its practice.yaml cannot be read.

    ``index_folder`` and ``cache`` keep what was learnt about pictures, so that a second audit looks only at what
    changed; neither changes the result.
    """
    files = practice.load(folder, today=today)
    collected = collect(files, index_folder=index_folder, cache=cache, today=today, progress=progress)
    photos = sorted((judge(evidence) for evidence in collected.evidence), key=lambda photo: photo.evidence.published.id)
    return Audit(
        practice=files.practice,
        as_of=today,
        originals=collected.originals,
        photos=tuple(photos),
        problems=collected.problems,
        without_photo=collected.without_photo,
        matters=tuple(judge_matter(matter, collected.office) for matter in collected.matters),
    )
