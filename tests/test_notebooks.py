"""The notebooks stay thin and quiet: logic lives in the package, and a file changes only when its content does."""

from __future__ import annotations

import ast
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import nbformat
import pytest

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted(path for path in (ROOT / "notebooks").rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts)
LINES = 8  # of one cell; ThinkStats, the model of thin notebooks, has 6 in nine cells of ten


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """The command that rewrites the notebooks."""
    spec = importlib.util.spec_from_file_location("refresh_notebooks", ROOT / "tools/refresh_notebooks.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


def test_there_is_a_notebook_to_look_at() -> None:
    assert ROOT / "notebooks/audit_dashboard.ipynb" in NOTEBOOKS


def test_cells_hold_a_few_lines_and_no_logic(path: Path) -> None:
    logic = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda, ast.For, ast.While, ast.Try)
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type != "code":
            continue
        lines = [line for line in cell.source.splitlines() if line.strip()]
        assert len(lines) <= LINES, f"{cell.id} has {len(lines)} lines"
        found = [type(node).__name__ for node in ast.walk(ast.parse(cell.source)) if isinstance(node, logic)]
        assert not found, f"{cell.id} holds {found}: move it into the package"


def test_notebooks_are_committed_quiet(path: Path, tool: ModuleType) -> None:
    assert tool.written(tool.quiet(nbformat.read(path, as_version=4))) == path.read_text(encoding="utf-8")


def test_golden_cells_hold_the_output_that_nbval_compares(path: Path, tool: ModuleType) -> None:
    for cell in nbformat.read(path, as_version=4).cells:
        if tool.is_golden(cell):
            assert cell.outputs, f"{cell.id} has no output: run `make notebooks`"
            assert cell.execution_count is not None, f"{cell.id} would not be compared: run `make notebooks`"


def test_golden_cells_are_left_out_of_the_served_page(path: Path, tool: ModuleType) -> None:
    for cell in nbformat.read(path, as_version=4).cells:
        if tool.is_golden(cell):
            assert "aside" in cell.metadata.tags, f"{cell.id} would keep every visitor waiting"


def test_a_notebook_somebody_only_ran_is_found_stale(tmp_path: Path, tool: ModuleType) -> None:
    noisy = nbformat.v4.new_notebook(metadata={"widgets": {"state": {}}})
    cell = nbformat.v4.new_code_cell("1 + 1", id="sum", execution_count=7)
    cell.outputs = [nbformat.v4.new_output("stream", text="2")]
    noisy.cells = [cell]
    path = tmp_path / "noisy.ipynb"
    nbformat.write(noisy, path)

    assert tool.main(["--check", str(path)]) == 1
    assert tool.main([str(path)]) == 0
    assert tool.main(["--check", str(path)]) == 0
    assert nbformat.read(path, as_version=4).cells[0].outputs == []


def test_a_cell_id_that_nobody_can_read_is_refused(tool: ModuleType) -> None:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("1", id="a1b2c3d4")])
    with pytest.raises(ValueError, match="a1b2c3d4"):
        tool.quiet(notebook)
