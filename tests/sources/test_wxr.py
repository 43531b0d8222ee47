"""Export files are read item by item, and a hostile one does no harm."""

from __future__ import annotations

import random
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from before_you_post.inputs.tree import open_tree
from before_you_post.records import Channel
from before_you_post.sources import read
from before_you_post.sources.wxr import Export, Item, is_export
from invented_website import HEAD, TAIL, attachment, item, website

OPEN = HEAD.format(version="1.2")


def export(folder: Path, text: str | bytes) -> tuple[list[Item], Export]:
    path = folder / "export.xml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    found = Export(open_tree(folder), path.name)
    return list(found.items()), found


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2"])
def test_every_version_of_the_format_is_read(tmp_path: Path, version: str) -> None:
    website(tmp_path, item(7, "<p>Hello</p>", excerpt="Short", meta={"k": "v"}), version=version)

    (found,) = Export(open_tree(tmp_path), "export.xml").items()

    assert found.number("wp:post_id") == 7
    assert found.fields["content:encoded"] == "<p>Hello</p>"
    assert found.fields["excerpt:encoded"] == "Short"
    assert found.meta_value("k") == "v"
    assert found.day() == date(2025, 5, 1)
    assert is_export(open_tree(tmp_path), "export.xml")


def test_the_name_of_the_format_may_also_be_a_secure_address(tmp_path: Path) -> None:
    (found,), _ = export(tmp_path, (OPEN + item(7) + TAIL).replace("http://wordpress.org", "https://wordpress.org"))

    assert found.number("wp:post_id") == 7


def test_a_day_that_is_not_set_is_not_known(tmp_path: Path) -> None:
    items, _ = export(
        tmp_path,
        OPEN
        + item(1, post_date="0000-00-00 00:00:00")
        + item(2, post_date="", post_date_gmt="2025-02-03 00:00:00")
        + item(3, post_date="yesterday")
        + TAIL,
    )

    assert [found.day() for found in items] == [None, date(2025, 2, 3), None]


def test_a_strangers_element_of_the_same_name_is_not_taken_for_wordpress(tmp_path: Path) -> None:
    text = OPEN + '<item xmlns:x="http://evil.example/"><x:status>publish</x:status><wp:status>draft</wp:status></item>'

    (found,), _ = export(tmp_path, text + TAIL)

    assert found.fields["wp:status"] == "draft"


def test_control_characters_that_wordpress_lets_through_do_no_harm(tmp_path: Path) -> None:
    items, found = export(tmp_path, OPEN + item(1, "a\x0bb\x08c") + TAIL)

    assert items[0].fields["content:encoded"] == "abc"
    assert found.problems == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_the_encoding_is_the_one_the_file_names(tmp_path: Path, encoding: str) -> None:
    text = (OPEN + item(1, "Zoë") + TAIL).replace('encoding="UTF-8"', f'encoding="{encoding}"')

    items, _ = export(tmp_path, text.encode(encoding))

    assert items[0].fields["content:encoded"] == "Zoë"


def test_a_truncated_file_is_read_up_to_its_end(tmp_path: Path) -> None:
    items, found = export(tmp_path, OPEN + item(1, "a") + item(2, "b") + item(3, "c")[:80])

    assert [one.number("wp:post_id") for one in items] == [1, 2]
    (problem,) = found.problems
    assert problem.row
    assert "no XML" in problem.found


BOMB = "<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {b} '{f'&{a};' * 10}'>" for a, b in zip("abcdefghi", "bcdefghij", strict=True)
)


@pytest.mark.parametrize(
    "doctype",
    [
        f"<!DOCTYPE rss [{BOMB}]>",
        '<!DOCTYPE rss [<!ENTITY a SYSTEM "secret.txt">]>',
        '<!DOCTYPE rss SYSTEM "http://evil.example/x.dtd">',
        '<!DOCTYPE rss [<!ENTITY % p SYSTEM "secret.txt"> %p;]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused_and_nothing_is_expanded(tmp_path: Path, doctype: str, encoding: str) -> None:
    (tmp_path / "secret.txt").write_text("SECRET")
    head = OPEN.replace("<rss", f"{doctype}<rss", 1).replace("UTF-8", encoding)
    text = head + item(1).replace("<title>Page 1", "<title>&a;&j;") + TAIL

    items, found = export(tmp_path, text.encode(encoding))

    assert not any("SECRET" in value or "haha" in value for one in items for value in one.fields.values())
    assert items == []
    assert len(found.problems) == 1


@pytest.mark.parametrize(
    "text",
    ["", "<", "<!-- c --><item/>", "<item/>", OPEN, OPEN + "<item>" * 400, "<a>" * 100_000, OPEN + "&nbsp;" + TAIL],
)
def test_odd_files_are_problems_at_worst(tmp_path: Path, text: str) -> None:
    items, found = export(tmp_path, text)

    assert items or found.problems


def test_a_damaged_export_never_stops_the_reader(tmp_path: Path) -> None:
    page = (
        '<!-- wp:image {"id":2} --><figure><img class="wp-image-2" src="/wp-content/uploads/a.jpg"></figure>[gallery]'
    )
    website(tmp_path, item(1, page), attachment(2, "a.jpg", parent=1), item(3, status="draft"), files=("a.jpg",))
    whole = (tmp_path / "export.xml").read_bytes()
    chance = random.Random(3)  # noqa: S311
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 20)):
            data[chance.randrange(len(OPEN), len(data))] = chance.randrange(256)
        (tmp_path / "export.xml").write_bytes(data)

        reading = read(Channel(name="website", folder=str(tmp_path)))

        assert any(published.file_name.endswith("a.jpg") for published in reading.published) or reading.problems


MEASURE = """
import re, sys
from pathlib import Path
from before_you_post.inputs.tree import open_tree
from before_you_post.sources.wxr import Export
def most():
    return int(re.search(r"VmHWM:\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1]) * 1024
before = most()
print(sum(1 for _ in Export(open_tree(Path(sys.argv[1])), Path(sys.argv[1]).name).items()), most() - before)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells a process its own peak memory")
def test_a_large_export_needs_little_memory(tmp_path: Path) -> None:
    paragraph = f"<p>{'Some words about noses. ' * 100}</p>"
    website(tmp_path, *(item(number, paragraph * 4) for number in range(1, 5001)))
    file = tmp_path / "export.xml"
    assert file.stat().st_size > 45_000_000

    measured = subprocess.run([sys.executable, "-c", MEASURE, file], capture_output=True, text=True, check=True)
    count, bytes_more = map(int, measured.stdout.split())

    assert count == 5000
    assert bytes_more < 10_000_000
