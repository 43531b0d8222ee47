"""A website's export and its uploads folder give every photo the public can reach, once a page."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from before_you_post.inputs.tree import open_tree
from before_you_post.records import Channel, Post, Published, Reading
from before_you_post.sources.wordpress import read, recognises
from invented_website import HEAD, TAIL, UPLOADS, attachment, item, website

HOME = "wp-content/uploads"


def reading(folder: Path) -> Reading:
    return read(Channel(name="website", folder=str(folder)), open_tree(folder))


def image(file: str, number: int | None = None, alt: str = "") -> str:
    return f'<img class="{f"wp-image-{number}" if number else ""}" src="{UPLOADS}/{file}" alt="{alt}"/>'


def ids(result: Reading) -> list[str]:
    return [published.id for published in result.published]


def test_a_page_and_its_photo_are_read_with_all_their_words(tmp_path: Path) -> None:
    page = f"<p>Six weeks on.</p><figure>{image('2025/04/nose.jpg', 9, 'A nose')}<figcaption>Zoë</figcaption></figure>"
    website(
        tmp_path,
        item(1, page, title="Noses &amp; chins", link="https://quillfeather.example/noses", post_name="noses"),
        attachment(9, "2025/04/nose.jpg", parent=1),
        files=("2025/04/nose.jpg",),
    )

    assert reading(tmp_path) == Reading(
        posts=(
            Post(
                id="website/noses",
                channel="website",
                source="wordpress",
                title="Noses & chins",
                text="Six weeks on.\nZoë",
                url="https://quillfeather.example/noses",
                published_on=date(2025, 5, 1),
            ),
        ),
        published=(
            Published(
                id="website/noses/nose.jpg",
                post="website/noses",
                path=str(tmp_path / HOME / "2025/04/nose.jpg"),
                file_name="nose.jpg",
                caption="Zoë",
                alt_text="A nose",
                url=f"{UPLOADS}/2025/04/nose.jpg",
                other_names=("nose",),
            ),
        ),
    )


def test_the_largest_file_the_page_shows_is_audited_and_the_others_are_named(tmp_path: Path) -> None:
    files = ("nose.jpg", "nose-1024x683.jpg", "nose-300x200.jpg")
    website(
        tmp_path,
        item(1, image(files[2]) + image(files[1])),
        item(2, image(files[1])),
        attachment(9, files[0]),
        files=files,
    )

    first, second = reading(tmp_path).published

    assert first.path == second.path == str(tmp_path / HOME / files[1])
    assert first.renditions == tuple(str(tmp_path / HOME / name) for name in (files[0], files[2]))
    assert (first.id, second.id) == ("website/page-1/nose.jpg", "website/page-2/nose.jpg")


def test_where_no_size_is_named_the_full_file_is_audited(tmp_path: Path) -> None:
    files = ("nose.jpg", "nose-scaled.jpg", "nose-300x200.jpg")
    website(tmp_path, item(1, "[gallery ids='9']"), attachment(9, "nose-scaled.jpg"), files=files)

    (published,) = reading(tmp_path).published

    assert published.file_name == "nose-scaled.jpg"
    assert len(published.renditions) == 2


@pytest.mark.parametrize(
    "post",
    [
        item(1, image("a.jpg")),
        item(1, image("missing-from-here.jpg", 9)),
        item(1, "[gallery]"),
        item(1, "[gallery ids=9]"),
        item(1, meta={"_thumbnail_id": "9"}),
        item(1, post_type="patients", meta={"before_photo": "9"}),
        item(1, post_type="ll_before_after", meta={"gallery": 'a:1:{i:0;s:1:"9";}'}),
        item(1, meta={"_elementor_data": f'[{{"url":"{UPLOADS.replace("/", chr(92) + "/")}/a.jpg","id":9}}]'}),
        item(1, f'[before_after before="{UPLOADS}/a.jpg"]'),
        item(1, '<img src="https://i2.wp.com/quillfeather.example/wp-content/uploads/a.jpg?fit=1">'),
    ],
)
def test_photos_are_joined_to_their_page_however_it_names_them(tmp_path: Path, post: str) -> None:
    website(tmp_path, post, attachment(9, "a.jpg", parent=1), files=("a.jpg",))

    result = reading(tmp_path)

    assert "website/page-1/a.jpg" in ids(result)
    assert not any("not-shown" in one for one in ids(result))


def test_a_photo_shown_twice_on_a_page_is_one_photo_with_all_its_words(tmp_path: Path) -> None:
    website(
        tmp_path, item(1, image("a.jpg", alt="one") + image("a-30x30.jpg", alt="two")), files=("a.jpg", "a-30x30.jpg")
    )

    (published,) = reading(tmp_path).published

    assert published.alt_text == "one\ntwo"


def test_what_the_public_cannot_see_is_left_out_and_counted(tmp_path: Path) -> None:
    statuses = ("draft", "draft", "private", "trash", "pending", "future")
    website(tmp_path, *(item(number, status=status) for number, status in enumerate(statuses, 1)), item(7))

    result = reading(tmp_path)

    assert [post.id for post in result.posts] == ["website/page-7"]
    assert "6 items" in result.problems[0].found
    assert "2 'draft'" in result.problems[0].found


def test_menus_and_revisions_are_no_posts(tmp_path: Path) -> None:
    website(tmp_path, item(1, post_type="nav_menu_item"), item(2, post_type="revision", status="inherit"))

    assert reading(tmp_path) == Reading()


def test_photos_no_page_shows_are_still_published_on_the_day_of_uploading(tmp_path: Path) -> None:
    website(
        tmp_path,
        item(1, image("2025/04/draft.jpg"), status="draft"),
        attachment(9, "2025/04/draft.jpg", parent=1, title="Zoë Quill", excerpt="Before", alt="Nose"),
        files=("2025/04/draft.jpg", "2025/04/draft-300x200.jpg", "2025/05/forgotten.jpg"),
    )

    result = reading(tmp_path)
    days = {post.id: post.published_on for post in result.posts}

    assert {post.title for post in result.posts} == {"In the uploads folder, shown on no page"}
    assert {published.id: days[published.post] for published in result.published} == {
        "website/uploads-not-shown/draft.jpg": date(2025, 4, 1),
        "website/uploads-not-shown/forgotten.jpg": None,
    }
    draft = next(published for published in result.published if published.file_name == "draft.jpg")
    assert (draft.caption, draft.alt_text, len(draft.renditions)) == ("Zoë Quill\nBefore", "Nose", 1)


def test_a_photo_missing_from_the_folder_is_published_all_the_same(tmp_path: Path) -> None:
    website(tmp_path, item(1, image("2025/04/gone.jpg", 9)), attachment(9, "2025/04/gone.jpg"))

    result = reading(tmp_path)

    assert [published.path for published in result.published] == [str(tmp_path / HOME / "2025/04/gone.jpg")]
    assert "'wp-content/uploads/2025/04/gone.jpg'" in result.problems[0].found


def test_pictures_from_elsewhere_are_reported_by_host(tmp_path: Path) -> None:
    external = "".join(f'<img src="https://cdn.other.example/{number}.jpg">' for number in range(5))
    website(tmp_path, item(1, external + f'<img src="data:image/png;base64,{"A" * 2000}">', title="Our team"))

    result = reading(tmp_path)

    assert result.published == ()
    assert "5 pictures" in result.problems[0].found
    assert "'cdn.other.example'" in result.problems[0].found
    assert "'Our team'" in result.problems[1].remedy


def test_two_photos_of_one_name_on_one_page_have_two_ids(tmp_path: Path) -> None:
    files = ("2025/04/a.jpg", "2025/05/a.jpg")
    website(tmp_path, item(1, image(files[0]) + image(files[1])), files=files)

    assert ids(reading(tmp_path)) == [f"website/page-1/{HOME}/{name}" for name in files]


def test_pages_of_one_slug_or_none_have_ids_of_their_own(tmp_path: Path) -> None:
    names = ("same", "same", "", "a/b", "uploads-not-shown")
    website(tmp_path, *(item(number, "x", post_name=name) for number, name in enumerate(names, 1)))

    assert [post.id for post in reading(tmp_path).posts] == [
        "website/same-1",
        "website/same-2",
        "website/3",
        "website/a-b",
        "website/uploads-not-shown-5",
    ]


def test_a_film_in_the_media_library_is_no_photo(tmp_path: Path) -> None:
    website(tmp_path, item(1, "[gallery ids='9']"), attachment(9, "film.mp4"), files=("film.mp4",))

    result = reading(tmp_path)

    assert result.published == ()
    assert "1 video" in result.problems[0].found


def test_an_export_in_several_files_is_one_website(tmp_path: Path) -> None:
    website(tmp_path, item(1, image("a.jpg", 9)), files=("a.jpg",))
    second = HEAD.format(version="1.2") + attachment(9, "a.jpg", alt="Nose") + item(1, "again") + TAIL
    (tmp_path / "second.xml").write_text(second, encoding="utf-8")

    result = reading(tmp_path)

    assert ids(result) == ["website/page-1/a.jpg"]
    assert result.published[0].alt_text == "Nose"
    (problem,) = result.problems
    assert problem.found.startswith("1 item ")


def test_two_items_of_one_number_but_different_names_are_both_read(tmp_path: Path) -> None:
    website(tmp_path, item(1, "x", post_name="a"), item(1, image("a.jpg"), post_name="b"), files=("a.jpg",))

    assert ids(reading(tmp_path)) == ["website/b/a.jpg"]
    assert reading(tmp_path).problems == ()


def test_a_network_of_websites_keeps_its_uploads_deeper(tmp_path: Path) -> None:
    uploaded = attachment(9, "2025/04/a.jpg").replace("/uploads/2025", "/uploads/sites/2/2025")
    website(tmp_path, item(1, "[gallery ids='9']"), uploaded, files=("sites/2/2025/04/a.jpg",))

    result = reading(tmp_path)

    assert [published.path for published in result.published] == [str(tmp_path / HOME / "sites/2/2025/04/a.jpg")]
    assert result.problems == ()


def test_no_path_leaves_the_folder(tmp_path: Path) -> None:
    folder = website(
        tmp_path / "site",
        item(
            1,
            '<img src="/wp-content/uploads/../../../secret.jpg"><img src="/../secret.jpg">',
            meta={"_thumbnail_id": 9},
        ),
        attachment(9, "../../../secret.jpg"),
        attachment(10, "/etc/secret.jpg"),
    )
    (tmp_path / "secret.jpg").write_bytes(b"x")

    paths = [Path(published.path) for published in reading(folder).published]

    assert paths
    assert all(path.is_relative_to(folder) and ".." not in path.parts and not path.exists() for path in paths)


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    files = tuple(f"2025/0{month}/{name}.jpg" for month in range(1, 5) for name in "abc")
    website(tmp_path, *(item(number, image(name)) for number, name in enumerate(files[:6], 1)), files=files)

    assert reading(tmp_path) == reading(tmp_path)
    assert len(set(ids(reading(tmp_path)))) == len(files)


def test_only_an_export_of_wordpress_is_recognised(tmp_path: Path) -> None:
    assert not recognises(open_tree(tmp_path / "nothing here"))
    assert recognises(open_tree(website(tmp_path, item(1))))


def test_squarespaces_export_is_read_with_the_photos_saved_beside_it(tmp_path: Path) -> None:
    cdn = "https://images.squarespace-cdn.com/content/v1/5a1b/1600"
    website(
        tmp_path,
        item(
            1, f'<p>Six weeks on.</p><img src="{cdn}/nose-after.jpg" alt="A nose"/>', title="Noses", post_name="noses"
        ),
        attachment(2, "2025/04/unused.jpg", parent=1).replace(f"{UPLOADS}/2025/04/unused.jpg", f"{cdn}/nose-after.jpg"),
    )
    (tmp_path / "nose-after.jpg").write_bytes(b"x")

    result = reading(tmp_path)

    assert ids(result) == ["website/noses/nose-after.jpg"]
    assert result.published[0].path == str(tmp_path / "nose-after.jpg")
    assert result.published[0].alt_text == "A nose"
