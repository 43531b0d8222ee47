"""A state of the United States as a command's option: its postal code, or its name."""

from __future__ import annotations

from typing import Any

import click


class State(click.ParamType):
    """Takes ``ca``, ``CA`` or ``California``; gives ``CA``."""

    name = "state"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The postal code; a usage error where there is no such state."""
        from ..practice.states import state_code  # noqa: PLC0415 - see the package

        try:
            return state_code(str(value).strip())
        except ValueError:
            self.fail(f"there is no state {value!r}; write its postal code, such as CA", param, ctx)


STATE = State()
