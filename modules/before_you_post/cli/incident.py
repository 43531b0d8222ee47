"""``before-you-post incident``: the worksheet for a post that should not have gone out."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..records import InputError, Problem
from .group import DAY, FOLDER, main
from .progress import progress_bar

if TYPE_CHECKING:
    from ..records import Audit, Incident
    from ..store import Kept

# ruff: noqa: PLC0415

_FORMATS = (".html", ".md", ".csv")


@main.command(short_help="Write the worksheet for a post that should not have gone out.")
@click.argument("practice", type=FOLDER)
@click.argument("photos", nargs=-1, metavar="[PHOTO_ID]...")
@click.option("--incident", "code", metavar="CODE", help="The worksheet of an incident in your table, by its code.")
@click.option("--discovered", type=DAY, metavar="YYYY-MM-DD", help="The first day anybody who works for you knew.")
@click.option("--out", type=FOLDER, metavar="FILE", help="Write .html to print, .md, or .csv for incidents.csv.")
@click.option("--as-of", type=DAY, metavar="YYYY-MM-DD", help="Count the days as of this day instead of today.")
def incident(
    practice: Path,
    photos: tuple[str, ...],
    *,
    code: str | None,
    discovered: datetime | None,
    out: Path | None,
    as_of: datetime | None,
) -> None:
    """Write the worksheet for photos or posts of PRACTICE that should not have gone out, named as the audit names them.

    It holds what the audit knows: the photo, the forms, the days, the clocks of the law, the facts that belong to each
    of the four factors, and the entry for the list of disclosures. Without --out it is printed. It draws no conclusion.
    """
    if bool(photos) == bool(code):
        raise click.UsageError("Name photos or posts, or an incident with --incident; one of the two.")
    if out is not None and out.suffix.casefold() not in _FORMATS:
        raise click.BadParameter(f"a file that ends in {', '.join(_FORMATS)}", param_hint="--out")
    kept = _audited(practice, as_of.date() if as_of else date.today())
    one = _incident(kept.audit, photos, code, discovered.date() if discovered else None)
    if out is None:
        click.echo(_content(kept, one, ".md"))
        return
    _write(out, _content(kept, one, out.suffix.casefold()), kept.audit)
    click.echo(f"Written: {out}")


def _audited(practice: Path, today: date) -> Kept:
    with progress_bar() as progress:
        from ..store import audit_and_keep

        return audit_and_keep(practice, today=today, progress=progress)


def _incident(audit: Audit, photos: tuple[str, ...], code: str | None, discovered: date | None) -> Incident:
    from ..report.incident_record import UnknownSubjectError, opened, recorded

    try:
        return recorded(audit, code) if code else opened(audit, photos, discovered=discovered)
    except UnknownSubjectError as error:
        where = "--incident" if code else "PHOTO_ID"
        said = f"the audit knows no {error}; `before-you-post audit` names them"
        raise click.BadParameter(said, param_hint=where) from error


def _content(kept: Kept, one: Incident, suffix: str) -> str:
    from ..report import incident_record, sheet_page, sheet_text
    from ..report.incident_sheet import confirmed, worksheet

    if suffix == ".csv":
        return incident_record.row(one)
    sheet = worksheet(kept.audit, one, confirmed(kept.decisions))
    return sheet_page.page(sheet) if suffix == ".html" else sheet_text.text(sheet)


def _write(out: Path, content: str, audit: Audit) -> None:
    from ..report.writing import refuse_published, write_whole

    refuse_published(out, audit.practice)
    if out.exists():
        found, remedy = "a file of that name", "Choose another name with --out; nothing of yours is written over."
        raise InputError(Problem(path=str(out), found=found, expected="a name that is free", remedy=remedy))
    try:
        write_whole(out, content.encode("utf-8"))
    except OSError as error:
        found, remedy = error.strerror or str(error), "Choose another place with --out."
        raise InputError(
            Problem(path=str(out), found=found, expected="a place where a file can be written", remedy=remedy)
        ) from error
