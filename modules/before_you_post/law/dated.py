"""Reads a data file of this package: the law as data, which changes without the program."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def read(name: str) -> Any:
    """What ``name`` (a YAML file beside this one) holds; kept, so never to be changed.

    An error in such a file is a bug: it ships with the program.
    """
    return yaml.safe_load(files(__package__).joinpath(name).read_text(encoding="utf-8"))
