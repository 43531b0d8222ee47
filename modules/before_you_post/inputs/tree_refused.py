"""What is left out of a tree of files: what programs leave behind in silence, what is unsafe with a Problem."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from ..records import Problem
from .quoting import counted, listed

_LEFT_BEHIND = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
SHUT = "folder that cannot be read"
UNNAMEABLE = "file whose name is no text"
LINK = "link to another place"
SPECIAL = "file that is a device or a pipe"
ESCAPE = "file whose name leads out of the zip"
ENCRYPTED = "file locked with a password"
UNUSUAL = "file packed in an unusual way"
BOMB = "file that unfolds to far more than it can hold"
NESTED = "zip inside the zip"
TWICE = "older file of a name that comes twice"
_PLURALS = {
    SHUT: "folders that cannot be read",
    UNNAMEABLE: "unreadable names",
    LINK: "links to other places",
    SPECIAL: "files that are devices or pipes",
    ESCAPE: "files whose names lead out of the zip",
    ENCRYPTED: "files locked with a password",
    UNUSUAL: "files packed in an unusual way",
    BOMB: "files that unfold to far more than they can hold",
    NESTED: "zips inside the zip",
    TWICE: "older files of names that come twice",
}


def is_hidden(name: str) -> bool:
    """Whether a file or folder of this name is what systems and programs leave behind."""
    return name.startswith((".", "~$")) or name.casefold() in _LEFT_BEHIND


def harmless(file: str) -> str:
    """A path that stays inside the tree, whatever an export wrote for a file that is not there."""
    parts = file.replace("\\", "/").replace(":", "_").replace("\0", "_").split("/")
    return "/".join(part for part in parts if part not in ("", ".", "..")) or "_"


def left_out(path: Path, refused: Mapping[str, Sequence[str]]) -> tuple[Problem, ...]:
    """A Problem for each kind of thing that is not among the files; ``refused`` maps the kinds above to names."""
    return tuple(
        Problem(
            path=str(path),
            found=f"{counted(len(names), kind, _PLURALS[kind])}, not looked at: "
            + listed([name.encode(errors="replace").decode() for name in names]),
            expected="plain files",
            remedy="Look at them yourself if they may show a patient; photos inside them are not part of this audit.",
        )
        for kind, names in sorted(refused.items())
    )
