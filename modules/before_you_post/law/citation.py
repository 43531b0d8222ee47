"""Where a cited section can be read: the official, current text, one click from a finding.

Only the Code of Federal Regulations so far. The address is that of the electronic code (eCFR), which the Office of
the Federal Register brings up to date daily; its pages mark each paragraph, so the link opens at the very words.
"""

from __future__ import annotations

import re

_SECTION = re.compile(
    r"(?P<title>\d{1,2}) CFR (?P<section>\d+\.\d+[a-z]?)(?P<paragraph>(?:\([A-Za-z0-9]+\))*)(?=$|[,;])"
)


def url(citation: str) -> str | None:
    """The page of the first section a citation names, or ``None`` for a kind of citation we have no page for."""
    found = _SECTION.match(citation)
    if found is None:
        return None
    page = f"https://www.ecfr.gov/current/title-{found['title']}/section-{found['section']}"
    return f"{page}#p-{found['section']}{found['paragraph']}" if found["paragraph"] else page
