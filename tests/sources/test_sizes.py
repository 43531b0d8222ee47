"""Files of a website are taken for one photo only where that is certain."""

from __future__ import annotations

from before_you_post.sources.sizes import SizesOfPhotos

OWN = "https://quillfeather.example"


def sizes(*groups: str, files: str, uploaded: str = "") -> set[frozenset[str]]:
    """The photos among ``files``, when pages declare each of ``groups`` one photo."""
    addresses = {f"{OWN}/{name}": 100 for name in files.split()}
    found = SizesOfPhotos(addresses, [f"{OWN}/{name}" for name in uploaded.split()])
    for group in groups:
        found.are_one([f"{OWN}/{name}" for name in group.split()])
    return {frozenset(place.removeprefix(f"{OWN}/") for place in found.sizes(photo)) for photo in found.photos()}


def test_wordpress_s_sizes_are_one_photo() -> None:
    assert sizes(files="n.jpg n-300x200.jpg n-scaled.jpg m.jpg") == {
        frozenset({"n.jpg", "n-300x200.jpg", "n-scaled.jpg"}),
        frozenset({"m.jpg"}),
    }


def test_a_photo_uploaded_under_the_name_of_a_size_is_its_own() -> None:
    assert len(sizes(files="n.jpg n-300x200.jpg", uploaded="n-300x200.jpg")) == 2


def test_what_a_page_declares_one_photo_is_one() -> None:
    assert sizes("a?w=900 a?w=300", files="a?w=900 a?w=300 b?w=300") == {
        frozenset({"a?w=900", "a?w=300"}),
        frozenset({"b?w=300"}),
    }


def test_different_words_behind_the_question_mark_may_be_different_photos() -> None:
    assert len(sizes(files="photo?id=1 photo?id=2")) == 2


def test_a_grey_dot_beside_every_photo_does_not_make_them_one() -> None:
    assert sizes("dot.gif a.jpg", "dot.gif b.jpg", files="dot.gif a.jpg b.jpg") == {
        frozenset({"dot.gif"}),
        frozenset({"a.jpg"}),
        frozenset({"b.jpg"}),
    }


def test_the_best_file_is_the_full_one_then_the_first_declared_then_the_heaviest() -> None:
    found = SizesOfPhotos({f"{OWN}/n-900x900.jpg": 900, f"{OWN}/n.jpg": 10}, [])
    assert found.photos() == (f"{OWN}/n.jpg",)
    found = SizesOfPhotos({f"{OWN}/a?w=3": 900, f"{OWN}/a?w=9": 10}, [])
    found.are_one([f"{OWN}/a?w=9", f"{OWN}/a?w=3"])
    assert found.sizes(found.photo(f"{OWN}/a?w=3")) == (f"{OWN}/a?w=9", f"{OWN}/a?w=3")
