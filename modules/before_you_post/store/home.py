"""Where audits are kept: a private folder of the user, away from the practice's photos and from any web server.

What is kept names patients. So it never lies inside the practice folder (which may be copied to a web host), nor
in this project's own folders (notebooks may be served), and on POSIX systems only its owner may read it.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import platformdirs

from ..records import InputError, Problem

HOME_VARIABLE = "BEFORE_YOU_POST_HOME"
_OWNER_ONLY_FOLDER = 0o700
_OWNER_ONLY_FILE = 0o600


def default_home() -> Path:
    """Return the folder named by BEFORE_YOU_POST_HOME, or else the place the system keeps a user's own data."""
    named = os.environ.get(HOME_VARIABLE)
    return Path(named).expanduser() if named else Path(platformdirs.user_data_dir("before-you-post", appauthor=False))


def practice_key(folder: Path) -> str:
    """Return a stable name (16 hexadecimal digits) for a practice: the same folder, however it is spelt, has one.

    Moving the folder starts a new history: there is no telling whether two folders hold one practice.
    """
    spelt = os.path.normcase(folder.resolve())
    return hashlib.sha256(os.fsencode(spelt)).hexdigest()[:16]


def private_folder(folder: Path) -> Path:
    """Make a folder that only its owner may enter; one that exists already keeps the rights it has."""
    for missing in reversed([folder, *folder.parents]):
        if not missing.exists():
            missing.mkdir(mode=_OWNER_ONLY_FOLDER, exist_ok=True)
    return folder


def private_file(path: Path) -> Path:
    """Make an empty file that only its owner may read, unless it exists; SQLite's side files take its rights."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, _OWNER_ONLY_FILE))
    return path


def refuse_inside(home: Path, practice: Path) -> None:
    """Raise InputError where the home lies inside the practice folder: what is published from there may leak it."""
    if home.resolve().is_relative_to(practice.resolve()):
        raise InputError(
            Problem(
                path=str(home),
                found="the folder for kept audits inside the practice folder",
                expected="a private folder elsewhere, since kept audits name patients",
                remedy=f"Set {HOME_VARIABLE} to a folder outside {practice}, or remove that setting.",
            )
        )


def unwritable(home: Path, error: OSError) -> InputError:
    """Put into words that the home cannot be made or written."""
    return InputError(
        Problem(
            path=str(error.filename or home),
            found=error.strerror or str(error),
            expected="a private folder to keep audits in",
            remedy=f"Set {HOME_VARIABLE} to a folder you may write to.",
        )
    )
