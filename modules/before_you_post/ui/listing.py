"""The list of published photos: filtered, sorted and cut into pages here, so that the page only ever holds one.

The page in the browser asks; what it asks comes from outside and is taken only where it makes sense.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from ..records import Audit, Verdict
from ..report import phrases
from ..report.decided import Decisions
from ..report.table import table

Values = dict[str, Any]
PAGE_SIZE = 25
SORTABLE = ("urgency", "file", "channel", "posted_on", "patients", "reason")
_TEXTS = ("file", "channel", "patients", "reason")
_SEARCHED = ("photo", "file", "title", "patients", "originals", "authorizations", "reason", "channel")


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What the reader asked the list for; the empty text means "all"."""

    verdict: str = ""
    channel: str = ""
    rule: str = ""
    search: str = ""  # every word must be found somewhere in the row
    undecided: bool = False  # only photos with a finding that waits for somebody's decision
    sort: str = "urgency"
    descending: bool = False
    page: int = 1  # from 1


def read_query(asked: Mapping[str, Any]) -> Query:
    """A query from what the page sent; anything that cannot be meant is left at its default."""
    words = {name: asked[name] for name in ("verdict", "channel", "rule", "search") if isinstance(asked.get(name), str)}
    sort = asked.get("sort")
    page = asked.get("page")
    return Query(
        **words,
        undecided=asked.get("undecided") is True,
        sort=sort if sort in SORTABLE else "urgency",
        descending=asked.get("descending") is True,
        page=page if isinstance(page, int) and page > 0 else 1,
    )


class Listing:
    """The photos of one audit, in the order the reader asked for last."""

    def __init__(self, audit: Audit) -> None:
        self._table = table(audit)
        self._findings = [photo.findings for photo in audit.photos]
        texts = self._table[list(_SEARCHED)].fillna("").astype(str)
        self._searched = texts.agg(" ".join, axis=1).str.casefold() if len(texts) else pd.Series(dtype=str)
        self.query = Query()
        self._found = self._table
        self.ask(self.query)

    def decide(self, decisions: Decisions) -> None:
        """Take up what was decided, without reading the whole audit anew for each decision."""
        self._table["undecided"] = [decisions.undecided(findings) for findings in self._findings]
        self.ask(self.query)

    def ask(self, query: Query) -> None:
        """Filter and sort anew."""
        found = self._table[self._matching(query)]
        if query.sort == "urgency":
            # within one verdict the newest first: that is what people see on the channel
            found = found.sort_values(
                ["posted_on", "photo"], ascending=[False, True], kind="stable", na_position="last"
            )
        blank = found[query.sort].isna() | (found[query.sort] == "")
        key = found.loc[~blank, query.sort]
        if query.sort in _TEXTS:
            key = key.str.casefold()
        order = key.sort_values(ascending=not query.descending, kind="stable").index
        # a row without the value goes last either way: it never hides one that has it
        self._found = found.loc[order.append(found.index[blank])]
        self.query = query

    def page(self) -> Values:
        """The rows of the page asked for (the last one, where that is beyond the end), and where it stands."""
        pages = max(1, -(-len(self._found) // PAGE_SIZE))
        number = min(self.query.page, pages)
        rows = self._found.iloc[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
        return {
            "photos": [_row(row) for row in rows.to_dict("records")],
            "total": len(self._found),
            "page": number,
            "pages": pages,
            "size": PAGE_SIZE,
        }

    def turn_to(self, number: int) -> bool:
        """Make the photo standing at that place (from 1) be on the page; whether another page had to be turned to."""
        page = (number + PAGE_SIZE - 1) // PAGE_SIZE
        if number == 0 or page == self.query.page:
            return False
        self.query = replace(self.query, page=page)
        return True

    def place(self, photo: str) -> tuple[int, int, str | None, str | None]:
        """Where a photo stands among those found: its number from 1 (0 = not among them), how many, and neighbours."""
        ids = self._found["photo"].tolist()
        if photo not in ids:
            return 0, len(ids), None, None
        at = ids.index(photo)
        return at + 1, len(ids), ids[at - 1] if at else None, ids[at + 1] if at + 1 < len(ids) else None

    def _matching(self, query: Query) -> pd.Series[bool]:
        table = self._table
        keep = pd.Series(True, index=table.index)
        if query.verdict:
            keep &= table["verdict"] == query.verdict
        if query.channel:
            keep &= table["channel"] == query.channel
        if query.rule:
            keep &= table["rules"].str.split("; ").map(lambda rules: query.rule in rules)
        if query.undecided:
            keep &= table["undecided"] > 0
        for word in query.search.casefold().split():
            keep &= self._searched.str.contains(word, regex=False)
        return keep


def _row(row: Mapping[Any, Any]) -> Values:
    verdict = Verdict(row["verdict"])
    return {
        "photo": row["photo"],
        "file": row["file"],
        "title": row["title"],
        "channel": row["channel"],
        "posted_on": row["posted_on"].isoformat() if row["posted_on"] else None,
        "patients": row["patients"],
        "verdict": {"code": verdict.value, "label": phrases.VERDICTS[verdict].label},
        "reason": row["reason"],
        "more": max(0, row["findings"] - 1),
        "decided": row["findings"] > 0 and row["undecided"] == 0,
    }
