"""Begin a rule from a template, and say what a rule still lacks (``make rule ID=... FAMILY=...``).

A file as the template leaves it is refused when rules are loaded, so that a rule that was begun and forgotten stops
the program instead of passing in silence. Run again, the same command writes nothing and says what is still missing.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
TEMPLATE = Path(__file__).with_name("rule_template.txt")
RULES = "modules/before_you_post/rules"
ELSEWHERE = (
    ("modules/before_you_post/law/rows.yaml", "the row of the law notes that it checks"),
    ("notebooks/lessons/{lesson}.ipynb", "its sentence in the lesson"),
    ("quizzes/{lesson}.yaml", "a question about it"),
    ("sample_data/quillfeather/expected_findings.csv", "a photo of the sample practice that breaks it"),
    ("docs/rules.md", "its page (make rules-page)"),
)


def write(root: Path, rule_id: str, family: str) -> Path:
    """The rule's file, written from the template unless it is there. ValueError for an id or a family that cannot be.

    ``root`` is the folder of the project.
    """
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)+", rule_id):
        raise ValueError(f"ID={rule_id}: words in small letters with dashes between, as in hipaa-auth-revoked")
    folders = {path.parent.name for path in (root / RULES).glob("*/__init__.py")}
    families = sorted(folders - {"cases", "conditions", "unknown"})  # which hold what rules share
    if family not in families:
        raise ValueError(
            f"FAMILY={family}: one of {', '.join(families)}, or a new folder with an __init__.py that says "
            "what its rules have in common"
        )
    name = f"{rule_id.replace('-', '_')}.py"
    elsewhere = [path for path in (root / RULES).glob(f"*/{name}") if path.parent.name != family]
    if elsewhere:
        raise ValueError(f"ID={rule_id}: this rule is in the family {elsewhere[0].parent.name} already")
    path = root / RULES / family / name
    if not path.exists():
        path.write_text(TEMPLATE.read_text(encoding="utf-8").format(id=rule_id), encoding="utf-8", newline="\n")
    return path


def missing(root: Path, path: Path) -> Iterator[str]:
    """What the rule in the file ``path`` still lacks, in the order in which to do it; nothing once it is whole."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if not (ast.get_docstring(tree) or "").strip():
        yield f"{path.relative_to(root)}: why there is this rule (the docstring)"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and "NotImplementedError" in ast.dump(node):
            yield f"{path.relative_to(root)}: {node.name}"
    parts = {keyword.arg or "": keyword.value for keyword in _call(tree).keywords}
    for name, value in parts.items():
        if name != "needs" and _blank(value):
            yield f"{path.relative_to(root)}: {name}"
    lesson = getattr(parts.get("lesson"), "value", "") or "<lesson>"
    rule_id = path.stem.replace("_", "-")
    for place, what in ELSEWHERE:
        there = root / place.format(lesson=lesson)
        if not (there.is_file() and re.search(rf"(?<![\w-]){rule_id}(?![\w-])", there.read_text(encoding="utf-8"))):
            yield f"{place.format(lesson=lesson)}: {what}"


def _call(tree: ast.Module) -> ast.Call:
    """The ``Rule(...)`` of a rule's file."""
    return next(node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == "Rule")


def _blank(value: ast.expr) -> bool:
    return (isinstance(value, ast.Constant) and value.value in ("", None)) or (
        isinstance(value, ast.Tuple) and not value.elts
    )


def main(rule_id: str, family: str) -> int:
    """Write the file where there is none, and print what is missing; 2 where id or family cannot be."""
    try:
        path = write(ROOT, rule_id, family)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    lacks = list(missing(ROOT, path))
    print(f"{path.relative_to(ROOT)}: {'still missing' if lacks else 'nothing is missing'}")
    for each in lacks:
        print(f"  {each}")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
