"""A plain folder or zip of published photos, with a captions table beside them if there is one.

This is what a practice makes by saving its own Instagram pictures: every photo is a post of its own.
"""

from __future__ import annotations

from pathlib import Path

from ..inputs.cells import DATE, PROSE, TEXT
from ..inputs.photo_files import list_photos
from ..inputs.photo_names import PhotoNames
from ..inputs.quoting import quoted
from ..inputs.table import Column, Row, Table, TableReading, read_table, read_table_data
from ..inputs.table_file import READ
from ..inputs.tree import Tree
from ..records import Channel, Post, Problem, Published, Reading

NAME = "folder"
_MOST_BYTES = 20_000_000  # of a captions table
CAPTIONS = Table(
    name="captions",
    meaning="one row a published photo",
    required=False,
    columns=(
        Column(name="file", kind=TEXT, meaning="the photo, as a path inside this folder", required=True),
        Column(name="published_on", kind=DATE, meaning="the day it was published"),
        Column(name="title", kind=PROSE, meaning="title of the post"),
        Column(name="caption", kind=PROSE, meaning="the words under the photo"),
        Column(name="alt_text", kind=PROSE, meaning="the words for those who cannot see the photo"),
        Column(name="url", kind=TEXT, meaning="the address of the post"),
    ),
)


def recognises(tree: Tree) -> bool:
    """Anything will do."""
    return True


def read(channel: Channel, tree: Tree) -> Reading:
    """Every photo of the folder as a post of one photo, with its row of the captions table."""
    table, place = _captions(tree)
    listing = list_photos(tree, known=[place])
    rows, problems = _by_photo(table, PhotoNames.of(tree.name, listing.photos), place.rpartition("/")[0])
    return Reading(
        posts=tuple(_post(channel, photo, rows.get(photo)) for photo in listing.photos),
        published=tuple(_published(channel, tree, photo, rows.get(photo)) for photo in listing.photos),
        problems=(*table.problems, *problems, *listing.problems),
    )


def _captions(tree: Tree) -> tuple[TableReading, str]:
    """The captions table, and its path inside the tree; empty when there is none."""
    table = read_table(tree.path, CAPTIONS)
    if table.path.is_file():
        return table, table.path.name
    files = tree.files()
    tops = {file.partition("/")[0] for file in files}
    home = f"{min(tops)}/" if len(tops) == 1 and all("/" in file for file in files) else ""  # a zip of one folder
    places = {file.lower(): file for file in files}
    place = next(filter(None, (places.get(f"{home}{CAPTIONS.name}{ending}".lower()) for ending in READ)), "")
    if not place:
        return table, ""
    path = Path(tree.location(place))
    try:
        if tree.size(place) > _MOST_BYTES:
            raise OSError(f"more than {_MOST_BYTES // 10**6} MB")
        with tree.open(place) as file:
            return read_table_data(path, file.read(), CAPTIONS), place
    except OSError as error:
        remedy = "Unpack the zip and try again. The photos were read without their captions."
        problem = Problem(path=str(path), found=str(error), expected="a readable table", remedy=remedy)
        return TableReading(path=path, problems=(problem,)), place


def _by_photo(table: TableReading, names: PhotoNames, home: str) -> tuple[dict[str, Row], list[Problem]]:
    rows: dict[str, Row] = {}
    problems = []
    for row in table.rows:
        written = row.cells["file"]
        photo = (names.find(f"{home}/{written}") if home else None) or names.find(written)
        if photo is not None and photo not in rows:
            rows[photo] = row
            continue
        what = "which is no photo in this folder" if photo is None else "which stands in a row above"
        problems.append(
            Problem(
                path=str(table.path),
                row=row.number,
                column="file",
                found=f"{quoted(written)}, {what}",
                expected="every photo of this folder in one row at most",
                remedy="Correct the name or remove the row. It was left out.",
            )
        )
    return rows, problems


def _post(channel: Channel, photo: str, row: Row | None) -> Post:
    cells = row.cells if row else {}
    return Post(
        id=f"{channel.name}/{photo}",
        channel=channel.name,
        source=NAME,
        title=cells.get("title"),
        text=cells.get("caption"),
        url=cells.get("url"),
        published_on=cells.get("published_on"),
    )


def _published(channel: Channel, tree: Tree, photo: str, row: Row | None) -> Published:
    cells = row.cells if row else {}
    return Published(
        id=f"{channel.name}/{photo}",
        post=f"{channel.name}/{photo}",
        path=tree.location(photo),
        file_name=photo.rpartition("/")[2],
        caption=cells.get("caption"),
        alt_text=cells.get("alt_text"),
        url=cells.get("url"),
    )
