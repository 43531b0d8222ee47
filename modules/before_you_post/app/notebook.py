"""Finds the notebooks that are served, and says which of their cells a visitor sees.

The notebooks stand beside the package in the project's checkout, where a person can open them in JupyterLab too;
an installation without a checkout has none, and says so.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..records import InputError, Problem
from .pages import PRODUCT

ASIDE = "aside"  # the tag of cells meant for JupyterLab and for the tests: explanations and golden outputs
NOTEBOOKS = Path(__file__).resolve().parents[3] / "notebooks"


def find_notebook(name: str) -> Path:
    """The path of one of the project's notebooks, such as ``"audit_dashboard"``.

    Raises InputError where the project is installed without its checkout.
    """
    path = NOTEBOOKS / f"{name}.ipynb"
    if not path.is_file():
        raise InputError(
            Problem(
                path=str(path),
                found="no such notebook",
                expected="the project's checkout, with its notebooks folder beside modules/",
                remedy="Install from a checkout: `make setup` in its folder, then start the dashboard from there.",
            )
        )
    return path


def served_cells(notebook: Any, *, title: str = PRODUCT, kind: str = "audit", site: bool = False) -> Any:
    """The notebook as a visitor gets it: without the cells tagged ``aside``, so that the page opens at once.

    ``title`` stands in the browser's window; Voila would show the name of the file. ``kind`` and ``site`` tell the
    template which page it is around, and whether there are other pages to link to.
    """
    notebook.metadata["title"] = title
    notebook.metadata["before_you_post"] = {"kind": kind, "site": site}
    kept = [cell for cell in notebook.cells if ASIDE not in cell.metadata.get("tags", ())]
    notebook.cells = kept
    return notebook
