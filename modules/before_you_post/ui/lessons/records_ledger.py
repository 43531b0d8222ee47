"""What the check of the records found, where they are kept and for how long, in words for whoever answers for them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from ...records import ChainCheck
from ...report.days import clock
from ...report.days import in_words as day
from ...report.transcript import YEARS

Values = dict[str, Any]
WHOLE = "Every line fits the one before. Nothing shows that a line was changed, taken out or put in."
EMPTY = "No line has been written yet."
BROKEN = "The records do not fit together."
KEEP = (
    "Keep the file as it is, and make a copy of it now. Then compare it with your backups, with printed certificates "
    "and with records that were saved before: each of them carries a hash."
)
CANNOT = (
    "Each line carries a number (a hash) worked out from itself and the line before. Whoever changes a line breaks "
    "every number after it. What this cannot show: somebody who owns this machine could write all of it anew. So note "
    "the last hash from time to time where that person cannot reach it. Certificates and saved records carry one, too."
)
RETENTION = (
    f"At least {YEARS} years from the day a line was written or was last in effect, whichever is later (45 CFR "
    "164.530(j)(2)). Your state may ask for longer. Records of people who left stay, too."
)
BACKUP = "Take this folder into your backups. No command of this program deletes a training record."


def not_checked_yet(place: Path) -> Values:
    """What stands there before the first check."""
    return {
        "checked": "",
        "whole": None,
        "words": "Not checked yet.",
        "next": "",
        "entries": 0,
        "last": "",
        "place": str(place),
        "keep": RETENTION,
        "backup": BACKUP,
        "cannot": CANNOT,
    }


def checked(found: ChainCheck, at: datetime, place: Path) -> Values:
    """What reading the whole ledger found. ``at``: when, with its time zone."""
    words = f"{BROKEN} {found.trouble}" if not found.whole else WHOLE if found.entries else EMPTY
    return {
        **not_checked_yet(place),
        "checked": f"{day(at.date())}, {clock(at)}",
        "whole": found.whole,
        "words": words,
        "next": "" if found.whole else KEEP,
        "entries": found.entries,
        "last": found.last,
    }
