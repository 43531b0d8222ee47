"""One audit of one practice folder, as of one day."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from datetime import date
from pathlib import Path

from .. import practice
from ..collect import Progress, collect, quiet
from ..records import Audit, MatchDecision
from .judging import judge, judge_matter
from .relied import with_reliance


def run(
    folder: Path,
    *,
    index_folder: Path,
    cache: MutableMapping[str, str],
    today: date,
    progress: Progress = quiet,
    match_decisions: Sequence[MatchDecision] = (),
) -> Audit:
    """Audits one practice folder as of one day. Raises InputError where its practice.yaml cannot be read.

    ``index_folder`` and ``cache`` keep what was learnt about pictures, so that a second audit looks only at what
    changed; neither changes the result. ``match_decisions`` is what reviewers said about matches.
    """
    files = practice.load(folder, today=today)
    collected = collect(
        files,
        index_folder=index_folder,
        cache=cache,
        today=today,
        progress=progress,
        match_decisions=match_decisions,
    )
    photos = sorted((judge(evidence) for evidence in collected.evidence), key=lambda photo: photo.evidence.published.id)
    matters = with_reliance(collected.matters, collected.evidence)
    return Audit(
        practice=files.practice,
        as_of=today,
        originals=collected.originals,
        photos=tuple(photos),
        problems=collected.problems,
        without_photo=collected.without_photo,
        matters=tuple(judge_matter(matter, collected.office) for matter in matters),
    )
