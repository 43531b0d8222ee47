"""Finds the notebooks that are served, and says which of their cells a visitor sees.

The notebooks stand beside the package in the project's checkout, where a person can open them in JupyterLab too;
an installation without a checkout has none, and says so.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..records import InputError, Problem

ASIDE = "aside"  # the tag of cells meant for JupyterLab and for the tests: explanations and golden outputs


def find_notebook(name: str) -> Path:
    """The path of one of the project's notebooks, such as ``"audit_dashboard"``.

    Raises InputError where the project is installed without its checkout.
    """
    path = Path(__file__).resolve().parents[3] / "notebooks" / f"{name}.ipynb"
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


def served_cells(notebook: Any) -> Any:
    """The notebook as a visitor gets it: without the cells tagged ``aside``, so that the page opens at once.

    The page's title is the product's name; Voila would show the name of the file.
    """
    notebook.metadata["title"] = "Before You Post"
    kept = [cell for cell in notebook.cells if ASIDE not in cell.metadata.get("tags", ())]
    notebook.cells = kept
    return notebook
