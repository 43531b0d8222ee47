"""How many deliberate mistakes in the rules the tests notice (``make mutation``): family by family, with mutmut.

A mutation is one small mistake: a comparison turned round, a condition dropped, a word of a message changed. Tests that
still pass do not look there. What a family's rules say is mutated against the tests of these rules alone, because a
mistake in a rule must be noticed by its own cases; what the rules share (``rules/conditions``) against every rule's
cases and the tests beside them. Properties of anything (``test_any_*``) take seconds each and are left out: the score
is a least.
mutmut mutates what stands in functions; the lambdas and lists of a ``Rule(...)`` it leaves alone.

Everything happens in a copy below ``build/mutation``; the result goes to ``benchmarks/results/mutation.txt``. Parts of
it may be named: ``python tools/mutation.py california shared``. Only parts that were run are written anew.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).parent.parent
PLACE = ROOT / "build/mutation"
RESULT = ROOT / "benchmarks/results/mutation.txt"
RULES = "before_you_post/rules"
SHARED = "shared"
WANTED = 90  # percent
SLOW = "test_any_"  # properties of anything: they run for seconds each, and would run for each that survives
CASES_ONLY = "not (needed_fact or missing_fact or texts_of_a_rule or cites_a_page or documented_words)"
NOTICED = {1, 3, 24, 152, 255, -24}  # mutmut's exit codes for a failed test, an error and a run that never ended
SETTINGS = """\
[tool.pytest.ini_options]
pythonpath = ["tests"]
addopts = ["--import-mode=importlib", "-p", "no:cacheprovider"]
markers = ["browser: drives a real browser"]

[tool.mutmut]
source_paths = ["src"]
only_mutate = {only}
also_copy = ["docs"]
pytest_add_cli_args_test_selection = {tests}
use_git_change_detection = false
"""
HEAD = """\
Mutations of the rules, and how many of them the tests notice (make mutation; mutmut {version}).
One mutation is one small mistake in a function of a rule: a comparison turned, a condition dropped, a word changed.
A family is held against the tests of its own rules; "shared" is what rules share, held against every rule's cases.

part             noticed       share     day          time
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How many mutations of one part were noticed, of how many."""

    part: str
    noticed: int
    made: int
    day: date
    seconds: float
    survivors: tuple[str, ...] = ()

    def line(self) -> str:
        """One line of the result file."""
        share = 100 * self.noticed / max(self.made, 1)
        return f"{self.part:<15}{self.noticed:>5} of {self.made:<6}{share:>6.1f} %   {self.day} {self.seconds:>6.0f} s"

    @classmethod
    def of_line(cls, line: str) -> Score:
        """A line of the result file, read back."""
        part, noticed, _, made, _, _, day, seconds, _ = line.split()
        return cls(part=part, noticed=int(noticed), made=int(made), day=date.fromisoformat(day), seconds=float(seconds))


def parts() -> tuple[str, ...]:
    """The families of rules, and what they share."""
    folders = {path.parent.name for path in (ROOT / "modules" / RULES).glob("*/__init__.py")}
    return (*sorted(folders - {"cases", "conditions", "unknown"}), SHARED)


def score(part: str) -> Score:
    """Mutate one part in a copy of its own, run its tests over every mutation, and count."""
    place = PLACE / part
    _copy(place)
    (place / "pyproject.toml").write_text(
        SETTINGS.format(only=json.dumps(_mutated(part)), tests=json.dumps(_tests(part))), encoding="utf-8"
    )
    began = time.monotonic()
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", str(os.cpu_count() or 1)]
    with (place / "log.txt").open("w", encoding="utf-8") as log:
        done = subprocess.run(command, cwd=place, stdout=log, stderr=log, check=False)
    if done.returncode:
        raise SystemExit(f"{part}: mutmut stopped; {place / 'log.txt'} says why")
    codes = dict(_codes(place / "mutants"))
    return Score(
        part=part,
        noticed=sum(code in NOTICED for code in codes.values()),
        made=len(codes),
        day=date.today(),
        seconds=time.monotonic() - began,
        survivors=tuple(sorted(name for name, code in codes.items() if code not in NOTICED)),
    )


def _copy(place: Path) -> None:
    shutil.rmtree(place, ignore_errors=True)
    ignore = shutil.ignore_patterns("__pycache__", "static", "browser")
    shutil.copytree(ROOT / "modules", place / "src", ignore=ignore)
    shutil.copytree(ROOT / "tests", place / "tests", ignore=ignore)
    (place / "docs").mkdir()
    (place / "tools").mkdir()
    shutil.copy(ROOT / "tools/rules_page.py", place / "tools")
    own = {**os.environ, "PYTHONPATH": "src"}
    subprocess.run([sys.executable, "tools/rules_page.py"], cwd=place, env=own, check=True)


def _mutated(part: str) -> list[str]:
    if part != SHARED:
        return [f"src/{RULES}/{part}/*.py"]
    found = sorted(path.name for path in (ROOT / "modules" / RULES / "conditions").glob("*.py"))
    return [f"src/{RULES}/facts.py", *(f"src/{RULES}/conditions/{name}" for name in found if name != "__init__.py")]


def _tests(part: str) -> list[str]:
    own = sorted(path.relative_to(ROOT) for path in (ROOT / "tests/rules").rglob("test_*.py"))
    files = ["tests/test_rules.py", *(path.as_posix() for path in own if not path.name.startswith(SLOW))]
    if part == SHARED:
        return [*files, "-k", CASES_ONLY]
    modules = sorted((ROOT / "modules" / RULES / part).glob("*.py"))
    return [*files, "-k", " or ".join(path.stem.replace("_", "-") for path in modules if path.stem != "__init__")]


def _codes(mutants: Path) -> Iterator[tuple[str, int | None]]:
    for path in sorted(mutants.rglob("*.meta")):
        yield from json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"].items()


def write(scores: Sequence[Score]) -> None:
    """Put these scores into the result file; parts that were not run keep theirs."""
    lines = RESULT.read_text(encoding="utf-8").splitlines() if RESULT.exists() else []
    kept = [Score.of_line(line) for line in lines if line.split()[:1] and line.split()[0] in parts()]
    known = {score.part: score for score in (*kept, *scores)}
    listed = [known[part] for part in parts() if part in known]
    noticed, made = sum(score.noticed for score in listed), sum(score.made for score in listed)
    total = f"\nAll together: {noticed} of {made}, {100 * noticed / max(made, 1):.1f} %. Wanted: {WANTED} %.\n"
    text = HEAD.format(version=version("mutmut")) + "\n".join(score.line() for score in listed) + "\n" + total
    RESULT.write_text(text, encoding="utf-8", newline="\n")


def main(asked: Sequence[str]) -> None:
    """Run the parts asked for, or all of them; write down each as it ends, and name what nobody noticed."""
    if unknown := set(asked) - set(parts()):
        raise SystemExit(f"{', '.join(sorted(unknown))}: no part; there are {', '.join(parts())}")
    for part in asked or parts():
        found = score(part)
        write([found])
        print(found.line(), flush=True)
        for name in found.survivors:
            print(f"    {name}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
