"""pyproject.toml is where a dependency is named; environment.yml and requirements.lock must say the same."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.version import Version

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def by_name(requirements: list[str]) -> dict[str, Requirement]:
    """Requirements by normalised name: conda writes pillow where PyPI writes Pillow."""
    parsed = (Requirement(text) for text in requirements)
    return {re.sub(r"[-_.]+", "-", r.name).lower(): r for r in parsed}


def conda_requirements() -> list[str]:
    listed = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    pip = next(item["pip"] for item in listed if isinstance(item, dict))
    return [text for text in [*listed, *pip] if isinstance(text, str) and text not in ("pip", "--editable .")]


def locked() -> list[str]:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    return [line.rstrip(" \\") for line in text.splitlines() if re.match(r"^[A-Za-z0-9]", line)]


def test_environment_yml_names_the_same_packages_with_the_same_ranges_as_pyproject() -> None:
    conda = by_name(conda_requirements())
    python = conda.pop("python")
    project = by_name(PROJECT["dependencies"])
    assert {n: r.specifier for n, r in conda.items()} == {n: r.specifier for n, r in project.items()}
    assert str(python.specifier) == str(Requirement("python" + PROJECT["requires-python"]).specifier)


def test_environment_yml_installs_the_package_itself_last() -> None:
    listed = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    assert listed[-1]["pip"][-1] == "--editable ."


def test_every_dependency_is_locked_at_a_version_in_its_range() -> None:
    wanted = by_name([*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]])
    pins: dict[str, list[Version]] = {}
    for line in locked():
        pin = Requirement(line)
        pins.setdefault(pin.name, []).append(Version(next(iter(pin.specifier)).version))
    for name, requirement in wanted.items():
        assert pins.get(name), f"{name} is in pyproject.toml but not in requirements.lock: run make lock"
        for version in pins[name]:
            assert version in requirement.specifier, f"{name} is locked at {version}, outside {requirement.specifier}"


def test_the_lock_file_has_a_hash_for_every_package_and_no_address() -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in text
    blocks = re.split(r"\n(?=[A-Za-z0-9])", text)
    assert [b.splitlines()[0] for b in blocks if "--hash=sha256:" not in b] == []


@pytest.mark.parametrize("verb", ["dashboard", "test", "setup", "help", "lint", "audit", "notebooks", "sample"])
def test_make_help_lists_the_verb(verb: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(rf"^{verb}:.*## \S", makefile, re.MULTILINE)
