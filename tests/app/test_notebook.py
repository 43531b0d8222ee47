"""Which notebook is served, and which of its cells."""

from __future__ import annotations

import nbformat
import pytest

from before_you_post.app.notebook import find_notebook, served_cells
from before_you_post.records import InputError


def test_the_dashboard_s_notebook_is_found() -> None:
    assert find_notebook("audit_dashboard").name == "audit_dashboard.ipynb"


def test_an_unknown_notebook_says_where_notebooks_come_from() -> None:
    with pytest.raises(InputError, match="Install from a checkout"):
        find_notebook("no_such_notebook")


def test_asides_are_left_out_of_the_page() -> None:
    notebook = nbformat.v4.new_notebook(
        cells=[
            nbformat.v4.new_markdown_cell("for JupyterLab", metadata={"tags": ["aside"]}),
            nbformat.v4.new_code_cell("shown"),
            nbformat.v4.new_code_cell("compared", metadata={"tags": ["aside", "golden"]}),
        ]
    )
    assert [cell.source for cell in served_cells(notebook).cells] == ["shown"]


def test_the_served_dashboard_is_one_cell() -> None:
    notebook = nbformat.read(find_notebook("audit_dashboard"), as_version=4)
    assert len(served_cells(notebook).cells) == 1
