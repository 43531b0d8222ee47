"""Reports name files from the practice folder on, and never give a path of this machine away."""

from __future__ import annotations

import pytest

from before_you_post.report.places import inside


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/practices/quillfeather/forms/A-1.pdf", "forms/A-1.pdf"),
        ("/home/somebody/forms/A-1.pdf", "A-1.pdf"),
        ("forms/A-1.pdf", "forms/A-1.pdf"),
    ],
)
def test_a_path_is_told_from_the_practice_folder(path: str, said: str) -> None:
    assert inside(path, "/practices/quillfeather") == said
