"""The code in the printed address: without it no page opens.

It stays the same from one start to the next, so that a bookmark and a proxy go on working, and lies in a file that
only its owner may read.
"""

from __future__ import annotations

import re
import secrets
from pathlib import Path

from ..store.home import private_file, private_folder, unwritable

FILE = "site-address-code"
_WELL_FORMED = re.compile(r"[A-Za-z0-9_-]{32,}")


def access_code(home: Path, *, renew: bool = False) -> str:
    """The code kept in the folder ``home``; made where there is none, and made anew with ``renew``.

    A new code shuts out whoever had the old address. Raises InputError where ``home`` cannot be written.
    """
    path = home / FILE
    try:
        kept = path.read_text(encoding="ascii", errors="replace").strip() if path.is_file() else ""
        if not renew and _WELL_FORMED.fullmatch(kept):
            return kept
        code = secrets.token_urlsafe(24)
        private_folder(home)
        private_file(path).write_text(f"{code}\n", encoding="ascii")
    except OSError as error:
        raise unwritable(home, error) from error
    return code
