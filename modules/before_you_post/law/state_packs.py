"""What single states ask beyond federal law. A state without a pack is said to have none, never passed over."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from .dated import read
from .rows import Row, every_row


@dataclass(frozen=True, slots=True, kw_only=True)
class StatePack:
    """What our notes have on one state."""

    code: str  # "CA"
    name: str
    form: str  # does it want another form than HIPAA's?
    minor: str | None  # who consents to show a child; None = not in our notes

    def rows(self) -> tuple[Row, ...]:
        """The rows of our notes that only this state asks."""
        return tuple(row for row in every_row() if state_of(row.id) == self.code)


@cache
def state_packs() -> tuple[StatePack, ...]:
    """Every pack there is, as ``law/state_packs.yaml`` has them."""
    return tuple(StatePack(**entry) for entry in read("state_packs.yaml"))


def state_pack(code: str) -> StatePack | None:
    """The pack of a state, by its postal code; ``None`` where there is none."""
    return next((pack for pack in state_packs() if pack.code == code), None)


def told(code: str) -> str:
    """Whether we have a pack of this state, as a sentence."""
    pack = state_pack(code)
    if pack is None:
        return f"No state pack for {code}: federal rules only."
    return f"State pack for {code} ({pack.name}), beside federal rules."


def state_of(identifier: str) -> str | None:
    """The state whose own law a rule or row states, told by how its id begins; ``None`` = not a single state's."""
    prefix = identifier.partition("-")[0].upper()
    return prefix if state_pack(prefix) else None
