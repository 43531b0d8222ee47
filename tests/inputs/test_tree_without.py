"""What one reader has read is no longer there for the next."""

from __future__ import annotations

from pathlib import Path

from before_you_post.inputs.tree import open_tree
from before_you_post.inputs.tree_without import RestOfTree


def test_the_rest_is_read_as_the_whole_is(tmp_path: Path) -> None:
    for name in ("a.eml", "b.jpg", "c/d.jpg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    (tmp_path / "link.jpg").symlink_to(tmp_path / "b.jpg")
    whole = open_tree(tmp_path)

    rest = RestOfTree(whole, {"a.eml", "c/d.jpg"})

    assert rest.files() == ("b.jpg",)
    assert (rest.name, rest.path, rest.size("b.jpg")) == (whole.name, whole.path, 5)
    assert rest.location("b.jpg") == str(tmp_path / "b.jpg")
    with rest.open("b.jpg") as opened:
        assert opened.read() == b"b.jpg"
    assert (len(whole.problems), rest.problems) == (1, ())
