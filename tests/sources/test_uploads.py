"""Which file an address means, and which files are one photo."""

from __future__ import annotations

import pytest

from before_you_post.sources.uploads import Uploads, Website

HOME = "wp-content/uploads/2025/04"


def uploads(*photos: str, attached: tuple[str, ...] = ()) -> Uploads:
    found = Uploads("website", photos)
    found.group(attached)
    return found


@pytest.mark.parametrize(
    "url",
    [
        *("https://quillfeather.example/a/b.jpg", "http://www.quillfeather.example/a/b.jpg?w=3#x", "/a/b.jpg"),
        *("//quillfeather.example/a/b.jpg", "https://i0.wp.com/quillfeather.example/a/b.jpg?resize=1"),
        "HTTPS://QUILLFEATHER.example:443/a/%62.jpg",
    ],
)
def test_an_address_of_the_website_has_a_path(url: str) -> None:
    assert Website(["https://quillfeather.example"]).path(url) == "a/b.jpg"


@pytest.mark.parametrize(
    "url",
    [
        *("https://other.example/a.jpg", "https://quillfeather.example.evil.example/a.jpg", "data:image/png;base64,x"),
        *("https://[broken/a.jpg", "file:///etc/a.jpg", "https://i0.wp.com/other.example/a.jpg"),
    ],
)
def test_any_other_address_has_none(url: str) -> None:
    assert Website(["https://quillfeather.example", ""]).path(url) is None


def test_all_sizes_of_a_photo_are_one_photo_largest_first() -> None:
    names = [f"{HOME}/nose{end}" for end in (".jpg", ".jpg.webp", "-scaled.jpg", "-1024x683.jpg", "-300x200.jpg")]
    found = uploads(*reversed(names), f"{HOME}/chin.jpg")

    assert found.photos() == (f"{HOME}/chin.jpg", f"{HOME}/nose.jpg")
    assert list(found.sizes(f"{HOME}/nose.jpg")) == names


def test_an_edited_photo_is_another_photo_since_it_shows_something_else() -> None:
    assert len(uploads(f"{HOME}/nose.jpg", f"{HOME}/nose-e1700000000000.jpg").photos()) == 2


def test_a_photo_uploaded_under_the_name_of_a_size_is_a_photo_of_its_own() -> None:
    names = (f"{HOME}/nose.jpg", f"{HOME}/nose-300x200.jpg")

    assert len(uploads(*names).photos()) == 1
    assert len(uploads(*names, attached=names).photos()) == 2


@pytest.mark.parametrize(
    ("there", "address"),
    [
        (f"{HOME}/nose.jpg", f"{HOME}/nose.jpg"),
        (f"{HOME}/nose.jpg", f"blog/{HOME}/NOSE.jpg"),
        (f"{HOME}/nose.jpg", "2025/04/nose.jpg"),
        ("uploads/2025/04/nose.jpg", f"{HOME}/nose.jpg"),
        ("backup/public/wp-content/uploads/2025/04/nose.jpg", f"{HOME}/nose.jpg"),
        ("2025/04/nose.jpg", f"{HOME}/nose.jpg"),
        ("nose.jpg", f"{HOME}/nose.jpg"),
        ("wp-content/themes/x/nose.jpg", "wp-content/themes/x/nose.jpg"),
    ],
)
def test_a_file_is_found_wherever_the_uploads_folder_was_copied_to(there: str, address: str) -> None:
    found = uploads(there)

    assert found.file(address) == there
    assert found.has(found.file(address))


def test_a_missing_file_is_said_to_be_where_it_should_be() -> None:
    assert uploads().file(f"blog/{HOME}/nose.jpg") == f"{HOME}/nose.jpg"
    assert uploads().file("2025/04/nose.jpg") == f"{HOME}/nose.jpg"
    assert uploads("uploads/x.jpg").file(f"{HOME}/nose.jpg") == "uploads/2025/04/nose.jpg"
    assert uploads("uploads/x.jpg").file("wp-content/uploads/../../../etc/nose.jpg") == "uploads/etc/nose.jpg"
    assert (
        uploads(f"{HOME}/nose.jpg").file("wp-content/uploads/2024/01/nose.jpg") == "wp-content/uploads/2024/01/nose.jpg"
    )
