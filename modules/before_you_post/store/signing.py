"""The practice's own signing certificate, kept where only its owner may read it and made when first asked for."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from ..photos.signing import Identity, new_identity
from .home import private_folder, unwritable

_END_OF_KEY = b"-----END PRIVATE KEY-----\n"


def signing_identity(home: Path, organisation: str) -> Identity:
    """The identity kept for an organisation's name, or a new one. Raises InputError where it cannot be kept.

    The key lies beside the audits: whoever has it can sign in the practice's name.
    """
    name = hashlib.sha256(" ".join(organisation.split()).encode()).hexdigest()[:16]
    path = home / "signing" / f"{name}.pem"
    try:
        private_folder(path.parent)
        if not path.exists():
            made = new_identity(organisation)
            # ``x``: two programs at once must not each sign with a key of its own
            with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
                file.write(made.key + made.certificates)
        key, _, certificates = path.read_bytes().partition(_END_OF_KEY)
    except OSError as error:
        raise unwritable(home, error) from error
    return Identity(certificates=certificates, key=key + _END_OF_KEY)
