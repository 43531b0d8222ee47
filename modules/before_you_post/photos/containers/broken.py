"""A picture file that is not built as its kind says."""

from __future__ import annotations


class ContainerError(ValueError):
    """The parts of this file do not add up; ``reason`` says where, in words."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
