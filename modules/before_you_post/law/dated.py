"""Reads a data file of this package: the law as data, which changes without the program."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml


def read(name: str) -> Any:
    """What ``name`` (a YAML file beside this one) holds. It ships with the program: an error in it is a bug."""
    return yaml.safe_load(files(__package__).joinpath(name).read_text(encoding="utf-8"))
