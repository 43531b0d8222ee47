"""A sheet says the same on paper and in text, and nothing from outside can become markup in either."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from before_you_post.report.sheet import Facts, Grid, Part, Points, Question, Sheet, Verbatim
from before_you_post.report.sheet_page import page
from before_you_post.report.sheet_text import text

HOSTILE = "<img src=x onerror=alert(1)>`*|#[a](b)"


def sheet(words: str) -> Sheet:
    blocks = (
        words,
        Facts(rows=((words, words),)),
        Points(items=(words,)),
        Points(items=(words,), boxes=True),
        Grid(head=("Day", words), rows=(("2026-01-01", words),)),
        Question(asked=words, lines=2),
        Verbatim(text=f"{words}\n{words}"),
    )
    return Sheet(title=words, about=words, parts=(Part(heading=words, blocks=blocks),), foot=words)


class Tags(HTMLParser):
    """What a browser makes of a page: its tags, their attributes, and its words."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.words = ""
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.words += data


def test_a_page_needs_nothing_from_elsewhere_and_runs_nothing() -> None:
    seen = Tags(page(sheet("Words")))
    assert not {"script", "img", "link", "iframe", "a", "form", "input"} & set(seen.tags)
    assert seen.attributes <= {"lang", "charset", "http-equiv", "content", "name", "class", "scope"}
    assert "default-src 'none'" in page(sheet("Words"))
    assert "http:" not in page(sheet("Words"))
    assert "https:" not in page(sheet("Words"))


@given(st.text(max_size=30) | st.just(HOSTILE))
def test_words_from_outside_stay_words_on_the_page(words: str) -> None:
    seen = Tags(page(sheet(words)))
    assert seen.tags == Tags(page(sheet("Words"))).tags
    assert seen.attributes == Tags(page(sheet("Words"))).attributes


@given((st.text(max_size=30) | st.just(HOSTILE)).filter(str.strip))
def test_words_from_outside_stay_words_in_the_text(words: str) -> None:
    said = text(sheet(words)).splitlines()
    plain = text(sheet("Words")).splitlines()
    assert len(said) == len(plain) - 2 + len(f"{words}\n{words}".splitlines())  # only words to copy keep their lines
    assert [line[:2] for line in said if line.startswith("#")] == ["# ", "##"]
    for line in said:
        assert "<" not in line.replace("\\<", "") or line.startswith("    ")


def test_hostile_words_can_still_be_read() -> None:
    assert HOSTILE in Tags(page(sheet(HOSTILE))).words
    assert "\\<img src=x onerror=alert(1)\\>" in text(sheet(HOSTILE))


def test_a_page_has_its_blocks_and_room_to_write() -> None:
    seen = Tags(page(sheet("Words")))
    assert seen.tags.count("i") == 2
    assert {"dl", "ul", "table", "pre", "h1", "h2", "main", "footer"} <= set(seen.tags)
    assert 'class="boxes"' in page(sheet("Words"))
    assert "lang" in seen.attributes


def test_a_text_has_boxes_lines_tables_and_words_to_copy() -> None:
    said = text(sheet("Words"))
    for part in ("# Words", "## Words", "- Words: Words", "- Words", "- [ ] Words", "| Day | Words |", "| --- | --- |"):
        assert part in said.splitlines()
    assert said.count("_" * 72) == 2
    assert "    Words\n    Words" in said
    assert said.endswith("---\n\nWords\n")
