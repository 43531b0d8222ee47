"""How fast and in how much memory are large exports read? Beside a plain parse of the same files; takes half a minute.

    python benchmarks/sources.py [--out benchmarks/results/sources.txt]

A website of 50,000 items (a third pages, two thirds photos of its media library) and an Instagram export of 20,000
posts, made here in a temporary folder and read each by a process of its own: once by lxml or json alone, which build
the whole tree and give nothing, and once by the reader. The files of photos are empty; none is opened here.
"""

from __future__ import annotations

import argparse
import json
import platform
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

ITEMS, POSTS = 50_000, 20_000
MOST_SECONDS, MOST_MEGABYTES = 10.0, 500
SITE = "https://quillfeather.example"
WORDS = "Six weeks after the procedure; the swelling has gone down and the scar is hardly to be seen. " * 12
HEAD = f"""<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Quillfeather</title><wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>{SITE}</wp:base_site_url><wp:base_blog_url>{SITE}</wp:base_blog_url>
"""

# What each process runs; it prints posts, photos, seconds of its one core, seconds by the clock, greatest memory.
PLAIN_XML = "from lxml import etree; tree = etree.parse(path + '/export.xml'); counts = len(tree.findall('.//item')), 0"
PLAIN_JSON = "import json; counts = len(json.load(open(path + '/content/posts_1.json', encoding='utf-8'))), 0"
READER = """
from before_you_post.records import Channel
from before_you_post.sources import read
reading = read(Channel(name="channel", folder=path))
counts = len(reading.posts), len(reading.published)
assert not reading.problems, reading.problems
"""
MEASURE = """
import resource, sys, time
path, start = sys.argv[1], time.perf_counter()
{code}
print(*counts, time.process_time(), time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def item(number: int, kind: str, content: str, fields: str) -> str:
    """One item of a WordPress export."""
    return (
        f"<item><title>Page {number}</title><link>{SITE}/page-{number}</link>"
        f"<content:encoded><![CDATA[{content}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>"
        f"<wp:post_id>{number}</wp:post_id><wp:post_date><![CDATA[2025-05-01 10:00:00]]></wp:post_date>"
        f"<wp:post_name><![CDATA[page-{number}]]></wp:post_name><wp:post_type><![CDATA[{kind}]]></wp:post_type>"
        f"{fields}</item>\n"
    )


def make_website(folder: Path) -> None:
    """An export of ITEMS items, and its uploads folder; every page shows two photos, each in three sizes."""
    with (folder / "export.xml").open("w", encoding="utf-8") as file:
        file.write(HEAD)
        for page in range(0, ITEMS - 2, 3):
            images = ""
            for number in (page + 2, page + 3):
                name = f"2025/{number % 12 + 1:02}/photo-{number}"
                images += f'<img class="wp-image-{number}" src="{SITE}/wp-content/uploads/{name}-300x200.jpg" alt="A"/>'
                address = f"<wp:attachment_url>{SITE}/wp-content/uploads/{name}.jpg</wp:attachment_url>"
                meta = "<wp:postmeta><wp:meta_key>_wp_attached_file</wp:meta_key>"
                meta += f"<wp:meta_value>{name}.jpg</wp:meta_value></wp:postmeta>"
                file.write(item(number, "attachment", "", f"<wp:status>inherit</wp:status>{address}{meta}"))
                for size in ("", "-300x200", "-1024x683"):
                    path = folder / f"wp-content/uploads/{name}{size}.jpg"
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.touch()
            text = f"<p>{WORDS}</p><figure>{images}</figure>"
            file.write(item(page + 1, "post", text, "<wp:status>publish</wp:status>"))
        file.write("</channel></rss>\n")


def make_instagram(folder: Path) -> None:
    """An export of POSTS posts of one to four photos, with the camera's facts as Instagram writes them."""
    home = folder / "media/posts/202505"
    home.mkdir(parents=True)
    exif = [{"latitude": 38.58, "longitude": -121.49, "device_id": "android-1", "software": "Camera 4.2"}]
    (folder / "content").mkdir()
    # Written piece by piece: a process begins its own count of memory where the one that started it stands.
    with (folder / "content/posts_1.json").open("w", encoding="utf-8") as file:
        for number, post in enumerate(posts(home, exif)):
            file.write(("," if number else "[") + json.dumps(post, indent=2))
        file.write("]")


def posts(home: Path, exif: list[dict[str, object]]) -> Iterator[dict[str, object]]:
    """Posts with one photo to four, whose files are made in ``home``."""
    for number in range(POSTS):
        when = 1_400_000_000 + number * 10_000
        media = []
        for photo in range(number % 4 + 1):
            (home / f"{number}_{photo}.jpg").touch()
            media.append(
                {
                    "uri": f"media/posts/202505/{number}_{photo}.jpg",
                    "creation_timestamp": when,
                    "media_metadata": {"photo_metadata": {"exif_data": exif}},
                    "title": WORDS.encode().decode("latin-1") if number % 4 == 0 else "",
                    "cross_post_source": {"source_app": "FB"},
                }
            )
        yield {"media": media, "title": WORDS, "creation_timestamp": when} if number % 4 else {"media": media}


Row = tuple[int, int, float, float, float]


def measure(code: str, folder: Path) -> Row:
    """Posts, photos, seconds of one core, seconds by the clock and megabytes of one process."""
    command = [sys.executable, "-c", MEASURE.format(code=code), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - our own code above
    count, photos, core, clock, memory = done.stdout.split()
    unit = 1 if sys.platform == "darwin" else 1024
    return int(count), int(photos), float(core), float(clock), int(memory) * unit / 1e6


def rows(folder: Path) -> Iterator[tuple[str, Row]]:
    """Each measurement by its name."""
    for name, make, file, plain in (
        ("WordPress", make_website, "export.xml", PLAIN_XML),
        ("Instagram", make_instagram, "content/posts_1.json", PLAIN_JSON),
    ):
        place = folder / name
        place.mkdir()
        make(place)
        size = (place / file).stat().st_size / 1e6
        print(f"{name}: {size:.0f} MB made", file=sys.stderr)
        tool = re.search(r"lxml|json", plain)
        yield f"{name} {size:.0f} MB, {tool[0] if tool else ''} alone", measure(plain, place)
        yield f"{name} {size:.0f} MB, read", measure(READER, place)


def main() -> None:
    """Make both exports, read them, print the table and write it where ``--out`` says."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    where = f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}"
    lines = [f"{datetime.now(UTC):%Y-%m-%d}, {where}", ""]
    lines.append(f"{'':32}{'posts':>8}{'photos':>8}{'core s':>8}{'clock s':>9}{'MB':>6}")
    kept = True
    with tempfile.TemporaryDirectory() as scratch:
        for name, (count, photos, core, clock, megabytes) in rows(Path(scratch)):
            lines.append(f"{name:32}{count:8,}{photos:8,}{core:8.2f}{clock:9.2f}{megabytes:6.0f}")
            kept = kept and ("read" not in name or (core < MOST_SECONDS and megabytes < MOST_MEGABYTES))
    goal = f"reading takes less than {MOST_SECONDS:.0f} s of one core and {MOST_MEGABYTES} MB"
    lines += ["", f"Goal: {goal}. {'Kept.' if kept else 'Missed.'}", ""]
    text = "\n".join(lines)
    print(text)
    if arguments.out:
        arguments.out.write_text(text, encoding="utf-8")
    sys.exit(0 if kept else 1)


if __name__ == "__main__":
    main()
