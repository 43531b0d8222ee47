"""Reading the question files: what is right is read whole, and every mistake is told with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from before_you_post.records import InputError, QuestionKind
from before_you_post.training.bank import load_bank, load_questions
from before_you_post.training.places import ROOT

EXAMPLE = (ROOT / "docs/curriculum.md").read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]


def written(folder: Path, text: str, name: str = "what-identifies") -> Path:
    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def refused(path: Path) -> InputError:
    with pytest.raises(InputError) as found:
        load_questions(path)
    return found.value


def test_the_documented_example_is_read(tmp_path: Path) -> None:
    [question] = load_questions(written(tmp_path, EXAMPLE))
    assert question.kind is QuestionKind.SINGLE
    assert [option.right for option in question.options] == [True, False, False]
    assert question.case is not None
    assert question.case.show == ("picture", "caption")
    assert question.computed is not None
    assert question.computed.ask == "rules"


@pytest.mark.parametrize(
    ("there", "instead", "said"),
    [
        ("difficulty: 1", "difficulty: 9", "less than or equal to 3"),
        ("    kind: single", "    kind: guess", "'single'"),
        ("    version: 1", "    versoin: 1", "Extra inputs are not permitted"),
        ("id: smaller", "id: bar-is-enough", "two options with one id"),
        ("right: true", "right: false", "0 right options"),
        ("        why: A small face is still a face.", "        why: No.", "at least 10 characters"),
        ("photo: website/who-is-it/eyes-barred-before.jpg, ", "", "exactly one of photo"),
        ("show: [picture, caption]", "show: [everything]", "not everything"),
        ("claims: [S15]", "claims: [S45]", "should match pattern"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, there: str, instead: str, said: str) -> None:
    assert there in EXAMPLE
    problem = refused(written(tmp_path, EXAMPLE.replace(there, instead))).problem
    assert problem.path.endswith("what-identifies.yaml")
    assert problem.row is not None
    assert said in f"{problem.found} {problem.expected}"
    line = EXAMPLE.replace(there, instead).splitlines()[problem.row - 1]
    assert line.strip()


def test_a_key_that_is_missing_is_told(tmp_path: Path) -> None:
    assert "stem" in str(refused(written(tmp_path, EXAMPLE.replace("stem:", "stam:"))))


def test_a_file_that_is_no_yaml_is_told_with_its_line(tmp_path: Path) -> None:
    assert refused(written(tmp_path, "lesson: x\nquestions: [")).problem.row is not None


def test_the_lesson_must_be_named_as_the_file_is(tmp_path: Path) -> None:
    assert "lesson: channels" in str(refused(written(tmp_path, EXAMPLE, "channels")))


def test_an_id_used_in_two_lessons_is_refused(tmp_path: Path) -> None:
    written(tmp_path, EXAMPLE)
    written(tmp_path, EXAMPLE.replace("lesson: what-identifies", "lesson: channels"), "channels")
    with pytest.raises(InputError, match="bar-over-the-eyes"):
        load_bank(tmp_path)


def test_no_file_is_told(tmp_path: Path) -> None:
    assert "No such file" in str(refused(tmp_path / "none.yaml"))
