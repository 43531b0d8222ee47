"""Every page of a brochure is a post, every picture in it a photo that can be opened again."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

from before_you_post.inputs.tree import open_location, open_tree
from before_you_post.records import Channel, Post, Published, Reading
from before_you_post.sources import read as read_channel
from before_you_post.sources.pdf import read, recognises
from invented_pdf import brochure, jpeg, photo
from invented_website import item, website

PICTURES = {500: photo(), 501: photo(jpeg("teal"))}


def reading(folder: Path) -> Reading:
    return read(Channel(name="print", folder=str(folder)), open_tree(folder))


def test_pages_are_posts_and_their_pictures_photos(tmp_path: Path) -> None:
    (tmp_path / "noses.pdf").write_bytes(brochure(("Zoe Quill", (500,)), ("", ()), ("Prices", ()), objects=PICTURES))

    found = reading(tmp_path)

    assert found == Reading(
        posts=(
            Post(
                id="print/noses.pdf/page-1",
                channel="print",
                source="pdf",
                title="noses.pdf, page 1",
                text="Zoe Quill",
            ),
            Post(id="print/noses.pdf/page-3", channel="print", source="pdf", title="noses.pdf, page 3", text="Prices"),
        ),
        published=(
            Published(
                id="print/noses.pdf/page-1/page-1-picture-1.jpg",
                post="print/noses.pdf/page-1",
                path=f"{tmp_path}/noses.pdf!/500.0/page-1-picture-1.jpg",
                file_name="page-1-picture-1.jpg",
            ),
        ),
    )
    with open_location(found.published[0].path) as opened:
        assert opened.read() == jpeg()


def test_pictures_of_a_brochure_in_a_zip_are_found_again(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "print.zip", "w") as packed:
        packed.writestr("2026/noses.pdf", brochure(("", (500, 501)), objects=PICTURES))

    contents = []
    for one in reading(tmp_path / "print.zip").published:
        with open_location(one.path) as opened:
            contents.append(opened.read())

    assert contents == [jpeg(), jpeg("teal")]


def test_a_picture_on_nearly_every_page_counts_once(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(brochure(*[("a", (500, 501))] + [("b", (500,))] * 6, objects=PICTURES))

    assert [one.id.removeprefix("print/a.pdf/") for one in reading(tmp_path).published] == [
        "page-1/page-1-picture-1.jpg",
        "page-1/page-1-picture-2.jpg",
    ]


def test_a_damaged_brochure_is_a_problem_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"no PDF")
    (tmp_path / "b.PDF").write_bytes(brochure(("b", (500,)), objects=PICTURES))
    (tmp_path / "c.jpg").write_bytes(jpeg())

    found = reading(tmp_path)

    assert [one.id for one in found.published] == ["print/b.PDF/page-1/page-1-picture-1.jpg", "print/c.jpg"]
    assert [(problem.path, "damaged" in problem.found) for problem in found.problems] == [
        (str(tmp_path / "a.pdf"), True)
    ]


def test_brochures_of_a_website_leave_the_website_to_its_own_reader(tmp_path: Path) -> None:
    website(tmp_path, item(1), files=("a.jpg",))
    (tmp_path / "wp-content/uploads/noses.pdf").write_bytes(brochure(("a", (500,)), objects=PICTURES))

    found = read_channel(Channel(name="website", folder=str(tmp_path)))

    assert {post.source for post in found.posts} == {"wordpress"}
    assert [one.file_name for one in found.published] == ["a.jpg"]


def test_brochures_are_recognised_by_their_ending(tmp_path: Path) -> None:
    assert not recognises(open_tree(tmp_path))
    (tmp_path / "a.PDF").write_bytes(b"")
    assert recognises(open_tree(tmp_path))
