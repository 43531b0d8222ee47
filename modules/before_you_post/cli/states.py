"""A state of the United States as a command's option: its postal code, or its name."""

from __future__ import annotations

import click


def postal_code(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """``CA`` for ``ca``, ``CA`` or ``California``; a usage error where there is no such state."""
    from ..practice.states import state_code  # noqa: PLC0415 - see the package

    if value is None:
        return None
    try:
        return state_code(value.strip())
    except ValueError:
        said = f"there is no state {value!r}; write its postal code, such as CA"
        raise click.BadParameter(said, ctx=ctx, param=param) from None
