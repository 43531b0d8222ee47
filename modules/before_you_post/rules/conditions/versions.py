"""The practice's printed forms, and which of them a signed form is a copy of."""

# mypy: strict-optional

from __future__ import annotations

from datetime import date

from ...records import Authorization, FormKind, FormVersion, Papers


def version_of(form: Authorization, papers: Papers) -> FormVersion | None:
    """The printed form of which this is a copy; ``None`` where neither the copy nor the list says so."""
    mine = _plain(form.form_version or "")
    return next((one for one in papers.form_versions or () if mine and _plain(one.form_version) == mine), None)


def handed_out(papers: Papers, day: date) -> tuple[FormVersion, ...]:
    """The printed forms of every kind that are not withdrawn by that day."""
    return tuple(one for one in papers.form_versions or () if one.withdrawn_on is None or day < one.withdrawn_on)


def permits_photos(version: FormVersion) -> bool:
    """It is not known to be something else than an authorization, such as an intake form."""
    return version.form_kind in (None, FormKind.AUTHORIZATION)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
