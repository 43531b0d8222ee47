"""Audits of a few photos and papers made by hand, for what is told about incidents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from before_you_post.audit import judge, judge_matter
from before_you_post.records import Audit, Evidence, Matter
from before_you_post.rules.cases.clean_office import OFFICE

TODAY = date(2026, 11, 22)


def named(evidence: Evidence, name: str, post: str, **changes: object) -> Evidence:
    """The evidence as that of another photo in another post, with things about the post changed."""
    return replace(
        evidence,
        published=replace(evidence.published, id=f"{post}/{name}", post=post, file_name=name),
        post=replace(evidence.post, id=post, **changes),
    )


def audit_of(*evidence: Evidence, matters: tuple[Matter, ...] = ()) -> Audit:
    """An audit of these photos and matters, judged by every rule."""
    return Audit(
        practice=OFFICE.practice,
        as_of=TODAY,
        originals=1,
        photos=tuple(judge(one) for one in evidence),
        problems=(),
        matters=tuple(judge_matter(matter, OFFICE) for matter in matters),
    )
