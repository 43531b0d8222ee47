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


@pytest.mark.parametrize(
    "citation",
    [
        "",
        "Cal. B&P 651(b)(3)(A)",
        "Cal. Civ. Code",
        "Cal. Civ. Code 56.11(b",
        "15 USC 45",
        "45 CFR",
        "45 CFR 164.508(b",
        "45 CFR 164.508 and more",
    ],
)
def test_anything_else_has_no_page(citation: str) -> None:
    assert url(citation) is None
