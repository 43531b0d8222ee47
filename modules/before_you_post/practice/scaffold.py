"""An empty practice folder with everything explained in it, for somebody who begins."""

from __future__ import annotations

from pathlib import Path

from ..inputs.table import Column, Table
from ..records import InputError, Problem
from .form_layouts import AUTHORIZATIONS, PRINTED
from .layouts import FIRST, FURTHER, FURTHER_FOLDER
from .settings import FILE_NAME

_FOLDERS = ("originals", "published/website", "published/instagram", FURTHER_FOLDER)
_SETTINGS = """\
# The settings of one practice. Lines that begin with # are remarks.

name: My practice               # as you want it in reports

states: []                      # where you practise, for example [CA] or [CA, NV]

hipaa_covered: unknown          # yes, no or unknown
# hipaa_since: 2003-04-14       # the day from which HIPAA covers you, if it does
# hipaa_reason: we bill no insurer   # why it does, or does not
# hipaa_decided_on: 2026-01-12  # the day somebody settled that

# privacy_official: R. Ames     # who answers for privacy here; or nobody
# complaint_contact: R. Ames, 555-0142   # whom patients complain to; or nobody

library: originals              # the folder with the original photos

channels:                       # every place you publish: its name as your authorization form names it, and the
  website: published/website    # folder that holds what is published there
  instagram: published/instagram

policy:                         # limits you set yourselves
  adult_age: 18                 # from this age patients sign for themselves; 19 or 21 in some states
  allowed_text: [Before, After] # words that may stand in a picture: your labels, your watermark
  reading_grade: 8              # the school grade a form may ask for; the law asks for plain language
  # more such limits, for training, devices and papers: docs/practice-folder.md
  detectors_off: []             # what is not looked for: of metadata, embedded, faces, words, codes

training:                       # how your staff learn; all of it may be left out
  pass_mark: 80%                # right answers that pass a quiz
  new_hire_days: 30             # new people take their lessons within so many days
  # managers: [S-01]            # who sees everybody's records (codes of staff.csv); else the privacy official
  # audiences:                  # for whom a role counts, where its words do not tell: docs/practice-folder.md
  #   weekend helper: [marketing, clinical]
"""
_README = """\
An empty practice folder
========================

practice.yaml          the settings of the practice, with remarks
originals/             put the original photos here; subfolders are fine
published/website/     put the WordPress export (.xml) here, with its uploads folder; or just the published photos
published/instagram/   put the photos here as you published them; captions.csv may describe them
further-tables/        empty tables for later: printed forms, devices, staff. Leave those you do not keep as they are

Beside them are the tables. Each may be CSV or a spreadsheet (.xlsx, .xls, .ods), in any order of columns; keep only one
file of each. A table of your own with other names of columns: run  before-you-post map FILE  once.
Leave a cell empty when the fact is not known. Several things in one cell are separated by ; and “none” in such a cell
says that somebody looked and there is nothing.
Dates: 2026-06-03, 3 June 2026, June 3, 2026 or the American 6/3/2026 (month/day/year).
Columns marked * must be filled in for a row to be used.
"""


def scaffold(folder: Path) -> tuple[Path, ...]:
    """Write an empty practice into a folder and return the files and folders made.

    Raises InputError, before anything is written, when one of them is there already.
    """
    files = {
        FILE_NAME: _SETTINGS,
        **{f"{table.name}.csv": _header(table) for table in FIRST},
        **{f"{FURTHER_FOLDER}/{table.name}.csv": _header(table) for table in FURTHER},
        "README.txt": _README + "".join(map(_explained, (*FIRST, *FURTHER))),
    }
    for name in (*files, *_FOLDERS):
        if (folder / name).exists() or (folder / name).is_symlink():
            raise InputError(
                Problem(
                    path=str(folder / name),
                    found="something that is there already",
                    expected="a place where nothing is overwritten",
                    remedy="Choose an empty folder.",
                )
            )
    try:
        for name in _FOLDERS:
            (folder / name).mkdir(parents=True)
        for name, text in files.items():
            # The mark makes Excel read accents; every text editor hides it.
            encoding = "utf-8-sig" if name.endswith(".csv") else "utf-8"
            (folder / name).write_text(text, encoding=encoding, newline="")
    except OSError as error:
        found = error.strerror or "an error"
        problem = Problem(path=str(folder), found=found, expected="a folder to write to", remedy="Choose another one.")
        raise InputError(problem) from error
    return tuple(folder / name for name in (*_FOLDERS, *files))


def _asked(table: Table) -> tuple[Column, ...]:
    """The columns a beginner is asked for: what all copies of a form say alike belongs to the form versions."""
    return tuple(column for column in table.columns if table is not AUTHORIZATIONS or column not in PRINTED)


def _header(table: Table) -> str:
    return ",".join(column.name for column in _asked(table)) + "\r\n"


def _explained(table: Table) -> str:
    lines = [f"\n{table.name}: {table.meaning}\n"]
    for column in _asked(table):
        name = column.name + ("*" if column.required else "")
        lines.append(f"  {name:<24}{column.meaning}\n")
    if table is AUTHORIZATIONS:
        lines.append("  and the columns of form_versions up to reading_grade, for a form that is unlike its version\n")
    return "".join(lines)
