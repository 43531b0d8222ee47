"""Runs the notebooks and writes them quiet, or says which are not as this would write them (--check).

Quiet means: cell ids that say what the cell is and never change, no state of widgets, no metadata but tags, and
outputs only in cells tagged ``golden``, where strict nbval compares them. Everything else would make a difference in
version control each time somebody only opened a notebook.

    python tools/refresh_notebooks.py [--check] [NOTEBOOK ...]
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
from copy import deepcopy
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

NOTEBOOKS = Path(__file__).resolve().parent.parent / "notebooks"
GOLDEN = "golden"
SECONDS = 600  # for one cell; the sample practice is audited in it
METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
READABLE = re.compile(r"[a-z]+(-[a-z]+)*")


def find(folder: Path = NOTEBOOKS) -> list[Path]:
    """Every notebook of the project, in the order of their paths."""
    return sorted(path for path in folder.rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts)


def is_golden(cell: NotebookNode) -> bool:
    """Whether the cell's output is kept and compared."""
    return GOLDEN in cell.metadata.get("tags", [])


def executed(notebook: NotebookNode, folder: Path) -> NotebookNode:
    """A copy with every cell run, in a home of its own so that nobody's kept audits are touched."""
    copy = deepcopy(notebook)
    with tempfile.TemporaryDirectory() as home:
        surroundings = {**os.environ, "BEFORE_YOU_POST_HOME": home}
        surroundings.pop("BEFORE_YOU_POST_PRACTICE", None)
        client = NotebookClient(copy, timeout=SECONDS, resources={"metadata": {"path": str(folder)}})
        client.execute(env=surroundings)
    return copy


def quiet(notebook: NotebookNode) -> NotebookNode:
    """A copy without anything that changes from run to run. Raises ValueError for an id nobody could read."""
    copy = deepcopy(notebook)
    copy.metadata = nbformat.from_dict(METADATA)
    copy.nbformat, copy.nbformat_minor = 4, 5
    for cell in copy.cells:
        if not READABLE.fullmatch(cell.id):
            raise ValueError(f'the cell id {cell.id!r} must be words in small letters, such as "golden-counts"')
        tags = cell.metadata.get("tags", [])
        cell.metadata = nbformat.from_dict({"tags": tags} if tags else {})
        if cell.cell_type != "code":
            continue
        if not is_golden(cell):
            cell.outputs, cell.execution_count = [], None
        for output in cell.outputs:
            output.pop("metadata", None)
            if output.output_type == "execute_result":
                output.metadata = nbformat.from_dict({})
    return copy


def written(notebook: NotebookNode) -> str:
    """The text of the notebook's file."""
    return nbformat.writes(notebook, indent=1) + "\n"


def refreshed(path: Path) -> str:
    """What the file of a notebook should hold: run, when it has a golden cell to compare, and quiet."""
    notebook = nbformat.read(path, as_version=4)
    if any(is_golden(cell) for cell in notebook.cells):
        notebook = executed(notebook, path.parent)
    return written(quiet(notebook))


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Run the notebooks again and write them quiet.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 and name the stale ones")
    parser.add_argument("notebooks", nargs="*", type=Path, help="by default every one of the project")
    chosen = parser.parse_args(arguments)
    stale = 0
    for path in chosen.notebooks or find():
        text = refreshed(path)
        if text == path.read_text(encoding="utf-8"):
            continue
        stale += 1
        if chosen.check:
            print(f"{path} is stale: run `make notebooks`", file=sys.stderr)
        else:
            path.write_text(text, encoding="utf-8")
            print(f"{path} written")
    return 1 if chosen.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
