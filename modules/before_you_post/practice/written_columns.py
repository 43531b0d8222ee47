"""Writes what the columns of a practice's own table mean into practice.yaml, and touches nothing else there.

The file belongs to the practice, with its remarks and its order of lines. Lines are therefore added, or one table's
own lines replaced; the result is read back before it is kept, and every other setting must be what it was.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import yaml

from ..inputs.delimited import decoded
from ..inputs.table import ColumnMap
from ..records import InputError, Problem
from .settings import FILE_NAME, parse


def remember(folder: Path, table: str, columns: ColumnMap) -> Path:
    """Keep the headers of one table in practice.yaml and return its path.

    Raises InputError when the file cannot be read or written, or is written so that lines cannot be added safely.
    """
    path = folder.resolve() / FILE_NAME
    before, _ = parse(path)
    text = decoded(path.read_bytes())
    end = "\r\n" if "\r\n" in text else "\n"
    lines = _with_block(text.splitlines(), table, _block(path.parent, table, columns))
    _write(path, before, table, end.join(lines) + end, _block(path.parent, table, columns))
    return path


def _block(folder: Path, table: str, columns: ColumnMap) -> list[str]:
    file = columns.file.resolve()
    place = file.relative_to(folder).as_posix() if file.is_relative_to(folder) else str(file)
    part = {"file": place, **({"sheet": columns.sheet} if columns.sheet else {}), "header": dict(columns.header)}
    if columns.ignored:
        part["ignored"] = list(columns.ignored)
    text = yaml.safe_dump({table: part}, allow_unicode=True, sort_keys=False, width=10_000)
    return [f"  {line}" for line in text.splitlines()]


def _with_block(lines: list[str], table: str, block: list[str]) -> list[str]:
    root = yaml.compose("\n".join(lines), Loader=yaml.BaseLoader)
    columns = _pair(root, "columns")
    if columns is None:
        return [*lines, "", "columns:", *block]
    key, value = columns
    if not isinstance(value, yaml.MappingNode):
        if isinstance(value, yaml.ScalarNode) and not value.value:
            return [*lines[: key.start_mark.line + 1], *block, *lines[key.start_mark.line + 1 :]]
        return []
    if value.flow_style:
        return []
    indent = value.start_mark.column
    block = [" " * (indent - 2) + line for line in block] if indent >= 2 else [line[2 - indent :] for line in block]
    old = _pair(value, table)
    first = old[0].start_mark.line if old else _last_line(value) + 1
    after = _last_line(old[1]) + 1 if old else first
    remarks = [line for line in lines[first:after] if line.lstrip().startswith("#")]
    return [*lines[:first], *remarks, *block, *lines[after:]]


def _pair(node: yaml.Node | None, name: str) -> tuple[yaml.Node, yaml.Node] | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next(((key, value) for key, value in pairs if key.value == name), None)


def _last_line(node: yaml.Node) -> int:
    """The line the last value of a node ends in; remarks and blank lines after it do not belong to it."""
    if isinstance(node, yaml.MappingNode) and node.value and not node.flow_style:
        return max(_last_line(part) for pair in node.value for part in pair)
    if isinstance(node, yaml.SequenceNode) and node.value and not node.flow_style:
        return max(map(_last_line, node.value))
    at_next_line = node.end_mark.column == 0 and node.end_mark.line > node.start_mark.line
    return int(node.end_mark.line) - (1 if at_next_line else 0)


def _write(path: Path, before: dict[str, object], table: str, text: str, block: list[str]) -> None:
    """Put the new text in place at once, after checking that it says what it should and all else it said before."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".practice-", suffix=".yaml")
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8"))
        try:
            after, _ = parse(new)
        except InputError:
            after = {}
        wanted = yaml.load("\n".join(block), Loader=yaml.BaseLoader)  # noqa: S506
        columns = before.get("columns")
        if after != {**before, "columns": {**(columns if isinstance(columns, dict) else {}), **wanted}}:
            raise _cannot(path, block)
        new.chmod(path.stat().st_mode)
        new.replace(path)
    except OSError as error:
        problem = Problem(
            path=str(path),
            found=error.strerror or "an error",
            expected="a file that can be written",
            remedy="Close it in other programs and check that you may write it.",
        )
        raise InputError(problem) from error
    finally:
        new.unlink(missing_ok=True)


def _cannot(path: Path, block: list[str]) -> InputError:
    lines = "\n".join(["columns:", *block])
    remedy = f"Nothing was changed. Write these lines into it yourself:\n{lines}"
    found = "settings into which lines cannot be put safely"
    return InputError(
        Problem(path=str(path), found=found, expected="columns: at the beginning of a line", remedy=remedy)
    )
