"""Where a cited section can be read: the official, current text, one click from a finding.

The Code of Federal Regulations is read in its electronic edition (eCFR), which the Office of the Federal Register
brings up to date daily; its pages mark each paragraph, so the link opens at the very words. The United States Code is
read where its own office publishes it, and a state's law on the site of its legislature or of whoever makes its rules.
Some of these sites have a page for each section; on others the link leads to the chapter, or to the page from which a
section is found. What no law says stands with whoever says it: the codes of ethics of two professional societies.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from re import Match

_PARAGRAPHS = r"(?P<paragraph>(?:\([A-Za-z0-9-]+\))*)(?=$|[,;])"
_SECTION = r"(?P<section>\d+(?:\.\d+)*(?:-[a-z])?)"
_CALIFORNIA = "https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml"
_CODES = {"Civ.": "CIV", "Bus. & Prof.": "BPC", "Health & Safety": "HSC"}
_TEXAS = {"Health & Safety": "HS", "Bus. & Com.": "BC", "Occ.": "OC"}
_NEW_YORK = {"Educ.": "EDN", "Civ. Rights": "CVR", "Gen. Bus.": "GBS"}

Page = Callable[[Match[str]], str]


def _ecfr(found: Match[str]) -> str:
    page = f"https://www.ecfr.gov/current/title-{found['title']}/section-{found['section']}"
    return f"{page}#p-{found['section']}{found['paragraph']}" if found["paragraph"] else page


def _florida(found: Match[str]) -> str:
    chapter = f"{found['chapter']:0>4}"
    return (
        "https://www.leg.state.fl.us/statutes/index.cfm?App_mode=Display_Statute&URL="
        f"{chapter[:2]}00-{chapter[:2]}99/{chapter}/Sections/{chapter}.{found['part']}.html"
    )


_PAGES: Mapping[str, Page] = {
    r"(?P<title>\d{1,2}) CFR (?P<section>\d+\.\d+[a-z]?)": _ecfr,
    r"(?P<title>\d{1,2}) USC (?P<section>\d+[a-z]?(?:-\d+)?)": lambda found: (
        f"https://uscode.house.gov/view.xhtml?req=granuleid:USC-prelim-title{found['title']}-section{found['section']}"
    ),
    rf"Cal\. (?P<code>{'|'.join(map(re.escape, _CODES))}) Code {_SECTION}": lambda found: (
        f"{_CALIFORNIA}?lawCode={_CODES[found['code']]}&sectionNum={found['section']}."
    ),
    rf"Tex\. (?P<code>{'|'.join(map(re.escape, _TEXAS))}) Code (?P<chapter>\d+)\.(?P<section>\d+)": lambda found: (
        f"https://statutes.capitol.texas.gov/Docs/{_TEXAS[found['code']]}/htm/{_TEXAS[found['code']]}."
        f"{found['chapter']}.htm#{found['chapter']}.{found['section']}"
    ),
    r"22 TAC (?P<chapter>16\d)\.(?P<rule>\d+)": lambda found: (
        "https://texreg.sos.state.tx.us/public/readtac$ext.TacPage?sl=R&app=9&p_dir=&p_rloc=&p_tloc=&p_ploc=&pg=1&p_tac="
        f"&ti=22&pt=9&ch={found['chapter']}&rl={found['rule']}"
    ),
    r"Fla\. Stat\. (?P<chapter>\d+)\.(?P<part>\d+)": _florida,
    r"Fla\. Admin\. Code (?P<section>\w+-\d+\.\d+)": lambda found: (
        f"https://www.flrules.org/gateway/ruleNo.asp?id={found['section']}"
    ),
    rf"N\.Y\. (?P<code>{'|'.join(map(re.escape, _NEW_YORK))}) Law {_SECTION}": lambda found: (
        f"https://www.nysenate.gov/legislation/laws/{_NEW_YORK[found['code']]}/{found['section'].upper()}"
    ),
    r"8 NYCRR (?P<section>\d+\.\d+)": lambda _: "https://op.nysed.gov/title8/rules-board-regents/part-29",
    r"(?P<chapter>\d+) ILCS (?P<act>\d+)/(?P<section>\d+)": lambda found: (
        "https://www.ilga.gov/legislation/ilcs/fulltext?DocName="
        f"{found['chapter']:0>4}{found['act']:0>4}0K{found['section']}"
    ),
    r"RCW (?P<section>\d+\.\d+\.\d+)": lambda found: f"https://app.leg.wa.gov/RCW/default.aspx?cite={found['section']}",
    r"C\.R\.S\. (?P<section>\d+-\d+-\d+)": lambda _: "https://content.leg.colorado.gov/colorado-revised-statutes",
    r"AMA Code of Medical Ethics (?P<section>\d+\.\d+\.\d+)": lambda _: "https://code-medical-ethics.ama-assn.org/",
    r"ASPS Code of Ethics (?P<section>\d+)": lambda _: "https://www.plasticsurgery.org/",
}
_KINDS = [(re.compile(pattern + _PARAGRAPHS), page) for pattern, page in _PAGES.items()]


def url(citation: str) -> str | None:
    """The page of the first section a citation names, or ``None`` for a kind of citation we have no page for."""
    return next((page(found) for kind, page in _KINDS if (found := kind.match(citation))), None)
