"""The view of the practice: everything besides photos in groups, what was found first, the rest as a number.

A practice of any size has hundreds of posts and forms with which nothing is wrong. They are counted, found by the
search, and listed when asked for; else they would bury what has to be done.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ..records import Audit, JudgedMatter, SubjectKind, Verdict
from ..report import matters, phrases
from ..report.decided import Decisions
from ..report.findings import explain, rulebook, worst
from ..report.penalties import penalties
from .found import finding_values

Values = dict[str, Any]
AT_ONCE = 15  # rows of a group before the reader asks for more


@dataclass(frozen=True, slots=True, kw_only=True)
class MatterQuery:
    """What the reader asked the view for; the empty text means "all"."""

    verdict: str = ""
    search: str = ""  # every word must be found in the name, the id or the reason
    undecided: bool = False
    rows: Mapping[str, int] = field(default_factory=dict)  # kind to how many rows are wanted
    everything: frozenset[str] = frozenset()  # kinds of which those without findings are wanted, too


def read_matter_query(asked: Mapping[str, Any]) -> MatterQuery:
    """A query from what the page sent; anything that cannot be meant is left at its default."""
    rows, everything = asked.get("rows"), asked.get("everything")
    kinds = {kind.value for kind in matters.GROUPS}
    return MatterQuery(
        verdict=asked["verdict"] if isinstance(asked.get("verdict"), str) else "",
        search=asked["search"] if isinstance(asked.get("search"), str) else "",
        undecided=asked.get("undecided") is True,
        rows={
            kind: wanted
            for kind, wanted in (rows.items() if isinstance(rows, Mapping) else ())
            if kind in kinds and isinstance(wanted, int) and wanted > 0
        },
        everything=frozenset(kinds.intersection(map(str, everything if isinstance(everything, list) else ()))),
    )


class MatterListing:
    """Everything besides photos of one audit, as the reader asked for it last."""

    def __init__(self, audit: Audit, decisions: Decisions) -> None:
        self._decisions = decisions
        urgent = list(phrases.MATTER_VERDICTS)
        order = sorted(audit.matters, key=lambda one: (urgent.index(one.verdict), one.matter.id))
        self._rows: dict[SubjectKind, list[Values]] = {kind: [] for kind in matters.GROUPS}
        for one in order:
            self._rows[one.matter.kind].append(self._row(one))
        self._totals = matters.group_totals(audit)
        self.query = MatterQuery()

    def view(self) -> Values:
        """The counts, and of each group the rows that are wanted."""
        return {
            "verdicts": [
                {
                    "code": verdict.value,
                    "label": phrase.label,
                    "sentence": phrase.sentence,
                    "matters": sum(group.verdicts[verdict] for group in self._totals),
                }
                for verdict, phrase in phrases.MATTER_VERDICTS.items()
            ],
            "total": sum(group.total for group in self._totals),
            "groups": [self._group(kind, rows) for kind, rows in self._rows.items()],
        }

    def _group(self, kind: SubjectKind, rows: list[Values]) -> Values:
        found = [row for row in rows if self._wanted(row)]
        not_clear = [row for row in found if row["verdict"]["code"] != Verdict.CLEAR.value]
        asked = self.query.verdict or self.query.search or kind.value in self.query.everything
        listed = found if asked else not_clear
        wanted = self.query.rows.get(kind.value, AT_ONCE)
        return {
            "kind": kind.value,
            "label": matters.GROUPS[kind].label,
            "sentence": matters.GROUPS[kind].sentence,
            "total": len(rows),
            "rows": listed[:wanted],
            "more": max(0, len(listed) - wanted),
            "clear": len(found) - len(listed),
        }

    def _wanted(self, row: Values) -> bool:
        if self.query.verdict and row["verdict"]["code"] != self.query.verdict:
            return False
        if self.query.undecided and not row["undecided"]:
            return False
        searched = f"{row['id']} {row['named']} {row['beside']} {row['reason']}".casefold()
        return all(word in searched for word in self.query.search.casefold().split())

    def _row(self, one: JudgedMatter) -> Values:
        explanations = [explain(finding) for finding in one.findings]
        first = worst(explanations)
        open_ = sum(item.open for item in explanations)
        undecided = self._decisions.undecided(one.findings)
        return {
            "kind": one.matter.kind.value,
            "id": one.matter.id,
            "named": matters.named(one.matter),
            "beside": matters.beside(one.matter),
            "verdict": _verdict(one.verdict),
            "reason": phrases.titled(first.title, first.finding.outcome) if first else "",
            "more": max(0, len(explanations) - 1),
            "undecided": undecided,
            "decided": open_ > 0 and undecided == 0,
        }


def matter_in_full(one: JudgedMatter, decisions: Decisions, as_of: date) -> Values:
    """Everything about one matter, for the page, as of the day of the audit."""
    matter = one.matter
    post = matter.post
    return {
        "kind": matter.kind.value,
        "id": matter.id,
        "kind_label": matters.SUBJECTS[matter.kind],
        "named": matters.named(matter),
        "beside": matters.beside(matter),
        "verdict": {**_verdict(one.verdict), "sentence": phrases.MATTER_VERDICTS[one.verdict].sentence},
        "facts": [
            {"name": fact.name, "value": fact.value if isinstance(fact.value, str) else {"date": str(fact.value)}}
            for fact in matters.facts(matter)
        ],
        "not_recorded": list(matters.not_recorded(matter)),
        "url": post.url if post else None,
        "text": post.text if post else None,
        "hits": [] if post is None or matter.identifiers is None else matters.hits(matter),
        "photos": phrases.count(matter.photos, "photo") if post else None,
        "findings": [finding_values(explain(finding), decisions) for finding in one.findings],
        "penalties": list(penalties(one.findings, as_of)),
        "passed": [rulebook()[rule].title for rule in one.passed if rule in rulebook()],
    }


def _verdict(verdict: Verdict) -> Values:
    return {"code": verdict.value, "label": phrases.MATTER_VERDICTS[verdict].label}
