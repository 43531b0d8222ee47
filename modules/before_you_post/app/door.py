"""Lets in whoever has the code of the printed address, and remembers their browser.

This is the outer door only: it opens the site, not anybody's record. Jupyter trusts a request with its code more than
one with a cookie: pages of other sites may then speak with kernels. Here a proxy may add the code to everybody's
requests, so having it says nothing about the page that asks, and nothing is left unchecked for it.
"""

from __future__ import annotations

import hashlib
import secrets
from typing import Any

from jupyter_server.auth.identity import IdentityProvider, User


class Door(IdentityProvider):
    """Knows one code and no passwords."""

    def is_token_authenticated(self, handler: Any) -> bool:
        """Never, as far as checks are skipped for it: neither where a request comes from, nor its cookie."""
        return False

    def process_login_form(self, handler: Any) -> User | None:
        """Somebody who typed the code; ``None`` for any other word."""
        typed = handler.get_argument("password", default="")
        if self.token and secrets.compare_digest(typed.encode(), self.token.encode()):
            return self.generate_anonymous_user(handler)
        return None


def cookie_key(code: str) -> bytes:
    """What cookies are signed with: the same as long as the code is, so that a browser is known after a new start."""
    return hashlib.sha256(b"before-you-post cookies " + code.encode()).digest()
