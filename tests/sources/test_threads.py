"""Threads is read beside Instagram, from the same export."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from before_you_post.inputs.tree import open_tree
from before_you_post.records import Channel, Reading
from before_you_post.sources import instagram, read, threads
from invented_meta import JUNE_3, broken, export, medium

POSTS = "your_instagram_activity/threads/threads_and_replies.json"


def reading(folder: Path) -> Reading:
    tree = open_tree(folder)
    assert threads.recognises(tree)
    return threads.read(Channel(name="threads", folder=str(folder)), tree)


def test_posts_with_and_without_photos_are_read(tmp_path: Path) -> None:
    posts = [
        {"media": [medium("media/posts/202606/a.jpg", title="Zoë, six weeks on")]},
        {"media": [medium("", JUNE_3 + 60, title="Words alone")]},
        {
            "media": [medium("media/posts/202606/b.jpg"), medium("media/posts/202606/c.jpg")],
            "title": broken("Zoë twice"),
            "creation_timestamp": JUNE_3 + 120,
        },
    ]
    files = dict.fromkeys((f"media/posts/202606/{name}.jpg" for name in "abc"), b"x")
    export(tmp_path, {POSTS: {"text_post_app_text_posts": posts}, **files})

    result = reading(tmp_path)

    assert [(post.text, post.published_on) for post in result.posts] == [
        ("Zoë, six weeks on", date(2026, 6, 3)),
        ("Words alone", date(2026, 6, 3)),
        ("Zoë twice", date(2026, 6, 3)),
    ]
    assert [one.file_name for one in result.published] == ["a.jpg", "b.jpg", "c.jpg"]
    assert result.problems == ()


def test_an_export_that_holds_both_is_read_as_both(tmp_path: Path) -> None:
    files = {
        POSTS: {"text_post_app_text_posts": [{"media": [medium("media/posts/202606/t.jpg", title="On Threads")]}]},
        "your_instagram_activity/media/posts_1.json": [{"media": [medium("media/posts/202606/i.jpg", title="On IG")]}],
    }
    export(tmp_path, {**files, "media/posts/202606/t.jpg": b"x", "media/posts/202606/i.jpg": b"x"})

    assert instagram.recognises(open_tree(tmp_path))
    result = read(Channel(name="social", folder=str(tmp_path)))

    assert [(post.source, post.text) for post in result.posts] == [("instagram", "On IG"), ("threads", "On Threads")]
    assert [one.file_name for one in result.published] == ["i.jpg", "t.jpg"]
    assert result.problems == ()


def test_an_export_of_web_pages_is_refused(tmp_path: Path) -> None:
    export(tmp_path, {POSTS.replace(".json", ".html"): "<html>"})

    (problem,) = reading(tmp_path).problems

    assert "in the format HTML" in problem.found
