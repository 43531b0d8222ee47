"""A citation leads to the official text."""

from __future__ import annotations

import pytest

from before_you_post.law.citation import url

ECFR = "https://www.ecfr.gov/current"


@pytest.mark.parametrize(
    ("citation", "page"),
    [
        ("45 CFR 160.103", f"{ECFR}/title-45/section-160.103"),
        ("45 CFR 164.508(b)(2)(i)", f"{ECFR}/title-45/section-164.508#p-164.508(b)(2)(i)"),
        ("45 CFR 164.508(a)(1), 164.502(a)", f"{ECFR}/title-45/section-164.508#p-164.508(a)(1)"),
        ("45 CFR 164.514(b)(2)(i)(A)", f"{ECFR}/title-45/section-164.514#p-164.514(b)(2)(i)(A)"),
        ("16 CFR 255.2(b)", f"{ECFR}/title-16/section-255.2#p-255.2(b)"),
        ("42 CFR 2.31", f"{ECFR}/title-42/section-2.31"),
    ],
)
def test_a_section_of_the_federal_code_has_a_page(citation: str, page: str) -> None:
    assert url(citation) == page


@pytest.mark.parametrize("citation", ["Cal. Civ. Code 56.11", "Cal. Civ. Code 56.11(b)(1), 56.10"])
def test_a_section_of_californias_civil_code_is_read_on_the_legislatures_site(citation: str) -> None:
    page = "https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=CIV&sectionNum=56.11."
    assert url(citation) == page


TEXAS = "https://statutes.capitol.texas.gov/Docs"


@pytest.mark.parametrize(
    ("citation", "page"),
    [
        ("15 USC 45", "https://uscode.house.gov/view.xhtml?req=granuleid:USC-prelim-title15-section45"),
        ("42 USC 1320d-6(b)", "https://uscode.house.gov/view.xhtml?req=granuleid:USC-prelim-title42-section1320d-6"),
        (
            "Cal. Bus. & Prof. Code 651(b)(3)(A)",
            "https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=BPC&sectionNum=651.",
        ),
        ("Tex. Health & Safety Code 181.152(a), (d)", f"{TEXAS}/HS/htm/HS.181.htm#181.152"),
        ("Tex. Bus. & Com. Code 503.001(b-1)", f"{TEXAS}/BC/htm/BC.503.htm#503.001"),
        ("Tex. Occ. Code 101.201", f"{TEXAS}/OC/htm/OC.101.htm#101.201"),
        (
            "22 TAC 164.3(b)(4)",
            "https://texreg.sos.state.tx.us/public/readtac$ext.TacPage?sl=R&app=9&p_dir=&p_rloc=&p_tloc=&p_ploc=&pg=1"
            "&p_tac=&ti=22&pt=9&ch=164&rl=3",
        ),
        (
            "Fla. Stat. 456.057(7)(a)",
            "https://www.leg.state.fl.us/statutes/index.cfm?App_mode=Display_Statute&URL=0400-0499/0456/Sections/"
            "0456.057.html",
        ),
        ("Fla. Admin. Code 64B8-11.001(2)", "https://www.flrules.org/gateway/ruleNo.asp?id=64B8-11.001"),
        ("N.Y. Educ. Law 6530(27)(a)", "https://www.nysenate.gov/legislation/laws/EDN/6530"),
        ("N.Y. Civ. Rights Law 50, 51", "https://www.nysenate.gov/legislation/laws/CVR/50"),
        ("N.Y. Gen. Bus. Law 396-b", "https://www.nysenate.gov/legislation/laws/GBS/396-B"),
        ("8 NYCRR 29.1(b)(12)", "https://op.nysed.gov/title8/rules-board-regents/part-29"),
        ("225 ILCS 60/26", "https://www.ilga.gov/legislation/ilcs/fulltext?DocName=022500600K26"),
        ("765 ILCS 1075/30", "https://www.ilga.gov/legislation/ilcs/fulltext?DocName=076510750K30"),
        ("RCW 19.373.030", "https://app.leg.wa.gov/RCW/default.aspx?cite=19.373.030"),
        ("C.R.S. 6-1-1314", "https://content.leg.colorado.gov/colorado-revised-statutes"),
        ("AMA Code of Medical Ethics 2.3.2", "https://code-medical-ethics.ama-assn.org/"),
        ("ASPS Code of Ethics 2", "https://www.plasticsurgery.org/"),
    ],
)
def test_a_law_or_a_code_of_ethics_is_read_with_whoever_publishes_it(citation: str, page: str) -> None:
    assert url(citation) == page


@pytest.mark.parametrize(
    "citation",
    [
        "",
        "Cal. B&P 651(b)(3)(A)",
        "Cal. Civ. Code",
        "Cal. Civ. Code 56.11(b",
        "15 USC",
        "Tex. Health & Safety Code 181",
        "Fla. Stat. 456",
        "22 TAC 900.1",
        "45 CFR",
        "45 CFR 164.508(b",
        "45 CFR 164.508 and more",
    ],
)
def test_anything_else_has_no_page(citation: str) -> None:
    assert url(citation) is None
