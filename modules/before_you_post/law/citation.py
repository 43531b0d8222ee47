"""Where a cited section can be read: the official, current text, one click from a finding.

Two kinds of citation so far. The Code of Federal Regulations is read in its electronic edition (eCFR), which the
Office of the Federal Register brings up to date daily; its pages mark each paragraph, so the link opens at the very
words. California's Civil Code is read on the legislature's own site, section by section.
"""

from __future__ import annotations

import re

_PARAGRAPHS = r"(?P<paragraph>(?:\([A-Za-z0-9]+\))*)(?=$|[,;])"
_FEDERAL = re.compile(r"(?P<title>\d{1,2}) CFR (?P<section>\d+\.\d+[a-z]?)" + _PARAGRAPHS)
_CALIFORNIA = re.compile(r"Cal\. Civ\. Code (?P<section>\d+(?:\.\d+)*)" + _PARAGRAPHS)
_LEGISLATURE = "https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml"


def url(citation: str) -> str | None:
    """The page of the first section a citation names, or ``None`` for a kind of citation we have no page for."""
    if found := _FEDERAL.match(citation):
        page = f"https://www.ecfr.gov/current/title-{found['title']}/section-{found['section']}"
        return f"{page}#p-{found['section']}{found['paragraph']}" if found["paragraph"] else page
    if found := _CALIFORNIA.match(citation):
        return f"{_LEGISLATURE}?lawCode=CIV&sectionNum={found['section']}."
    return None
