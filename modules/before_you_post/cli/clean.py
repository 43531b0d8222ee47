"""``before-you-post clean``: copies of photos with nothing in the file but the picture."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ..records import InputError, Problem
from .group import FOLDER, NOTHING_TO_DO, SOMETHING_TO_DO, main

if TYPE_CHECKING:
    from ..photos.cleaning import Box, Cleaned
    from ..photos.signing import Identity

# ruff: noqa: PLC0415


class _Mask(click.ParamType[Any]):
    """Four whole numbers: left, top, width, height in pixels of the picture as it is seen."""

    name = "LEFT,TOP,WIDTH,HEIGHT"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The four numbers; a usage error for anything else."""
        parts = str(value).split(",")
        if len(parts) != 4 or not all(part.strip().isdecimal() for part in parts):
            self.fail(f"{value!r} is not four numbers such as 120,80,200,60", param, ctx)
        return tuple(int(part) for part in parts)


@main.command(short_help="Copy photos without anything in the file but the picture.")
@click.argument("photos", nargs=-1, required=True, metavar="PHOTO...", type=FOLDER)
@click.option("--out", required=True, type=FOLDER, metavar="DIR", help="Write the clean copies into this folder.")
@click.option("--mask", "masks", type=_Mask(), multiple=True, help="Draw a solid box over one photo; may be repeated.")
@click.option("--sign", metavar="NAME", help="Write content credentials (C2PA) in the name of your practice.")
@click.pass_context
def clean(ctx: click.Context, photos: tuple[Path, ...], out: Path, masks: tuple[Box, ...], sign: str | None) -> None:
    """Copy each PHOTO into DIR without places, dates, names, numbers, thumbnails and all else that is in the file.

    The picture stays as it is, pixel by pixel, with its colour profile and the right way up; with --mask it is
    written anew. Each copy is read again and given out only when nothing was found in it. Your own files are never
    changed.

    \b
    Exit status:
      0    every photo was copied and found clean
      1    some could not be; they are listed
      2    nothing could be done as asked
    """
    if masks and len(photos) > 1:
        raise click.UsageError("--mask needs a single PHOTO: its numbers are places in one picture.")
    identity = _identity(sign) if sign else None
    failed = [photo for photo in photos if not _copied(photo, out, masks, identity)]
    ctx.exit(SOMETHING_TO_DO if failed else NOTHING_TO_DO)


def _identity(name: str) -> Identity:
    from ..store import Store
    from ..store.signing import signing_identity

    return signing_identity(Store().home, name)


def _copied(photo: Path, out: Path, masks: Sequence[Box], identity: Identity | None) -> bool:
    """Write the clean copy of one photo and say what was done; the rest goes on when one cannot be."""
    from ..photos import PictureError
    from ..photos.cleaning import clean as cleaned
    from ..photos.opening import read_bytes
    from ..report.writing import write_whole

    try:
        copy = cleaned(read_bytes(photo), masks)
        data = _signed(copy, identity) if identity else copy.data
    except PictureError as error:
        click.echo(f"{photo}: not copied. {error.reason}", err=True)
        return False
    target = out / (photo.with_suffix(copy.suffix).name if copy.suffix else photo.name)
    _refuse_present(target)
    try:
        write_whole(target, data)
    except OSError as error:
        raise InputError(_not_written(target, error)) from error
    click.echo(f"{target}: {_said(copy)}{' Content credentials were written.' if identity else ''}")
    return True


def _signed(copy: Cleaned, identity: Identity) -> bytes:
    from ..photos.signing import DRAWN, METADATA_REMOVED, Action, signed

    actions = [Action(name=METADATA_REMOVED, description="Everything in the file but the picture was taken out.")]
    if copy.masks:
        actions.append(Action(name=DRAWN, description=f"{copy.masks} solid boxes were drawn to hide parts."))
    return signed(copy.data, copy.format, actions, identity)


def _said(copy: Cleaned) -> str:
    from ..report.phrases import count, printable

    taken = "; ".join(printable(each) for each in copy.removed) or "nothing was in it"
    drawn = f" {count(copy.masks, 'mask', 'masks')} drawn." if copy.masks else " Every pixel is the same."
    return f"clean. Taken out: {taken}.{drawn}"


def _refuse_present(target: Path) -> None:
    if target.exists():
        raise InputError(
            Problem(
                path=str(target),
                found="a file of that name",
                expected="a folder without one, so that nothing of yours is written over",
                remedy="Choose another folder with --out, or move that file.",
            )
        )


def _not_written(target: Path, error: OSError) -> Problem:
    return Problem(
        path=str(target),
        found=error.strerror or str(error),
        expected="a folder where photos can be written",
        remedy="Choose another folder with --out.",
    )
