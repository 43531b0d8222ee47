"""What the print says is recorded once a version, and holds for every form of that version that does not say otherwise.

A practice that keeps no table of versions loses nothing: what its forms do not say for themselves is not recorded.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..records import Authorization, FormVersion
from .form_layouts import PRINTED
from .joins import alike

_SHARED = tuple(column.name for column in PRINTED)


def completed(forms: Iterable[Authorization], versions: Iterable[FormVersion]) -> tuple[Authorization, ...]:
    """The forms with what their version says, wherever they say nothing themselves. A form's own words always win."""
    printed = {alike(version.form_version): version for version in versions}
    return tuple(_completed(form, printed.get(alike(form.form_version or ""))) for form in forms)


def _completed(form: Authorization, version: FormVersion | None) -> Authorization:
    if version is None:
        return form
    said = {name: getattr(version, name) for name in _SHARED if getattr(form, name) is None}
    return replace(form, **said)
