"""practice.yaml: who the practice is, and where it keeps and publishes its photos.

Everything but the name and the channels may be missing or wrong: the audit then goes on without it, and a Problem
says so. Folders are given relative to the practice folder and must stay inside it; a folder elsewhere is accepted
when it is written as an absolute path, because then somebody meant it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from ..inputs.delimited import decoded
from ..inputs.quoting import quoted
from ..records import Channel, InputError, Policy, Practice, Problem, TrainingSettings
from .settings_layout import EXPECTED, Settings

FILE_NAME = "practice.yaml"
_MOST_BYTES = 100_000
_MOST_BRACKETS = 1000  # the YAML reader takes seconds for thousands of open ones


def read_settings(folder: Path) -> tuple[Practice, Path | None, tuple[Problem, ...]]:
    """The practice, its library folder (None when there is none), and what is wrong with practice.yaml.

    Raises InputError when the file cannot be read at all, or names no practice or no channel.
    """
    path = folder / FILE_NAME
    data, keys = parse(path)
    lines = dict(keys)
    settings, problems = _validate(path, data, lines)
    problems.extend(_repeated(path, keys))
    channels = []
    for name, place in settings.channels.items():
        where = _folder(folder, place) or _archive(folder, place)
        if where is None:
            problems.append(_no_folder(path, f"channels.{name}", place, lines))
        else:
            channels.append(Channel(name=name, folder=str(where)))
    library = _folder(folder, settings.library)
    if library is None:
        problems.append(_no_folder(path, "library", settings.library, lines))
    else:
        problems.extend(_mixed(path, library, channels, lines))
    practice = Practice(
        name=settings.name,
        folder=str(folder),
        states=settings.states,
        hipaa_covered=settings.hipaa_covered,
        hipaa_since=settings.hipaa_since,
        hipaa_reason=settings.hipaa_reason,
        hipaa_decided_on=settings.hipaa_decided_on,
        privacy_official=settings.privacy_official,
        complaint_contact=settings.complaint_contact,
        channels=tuple(channels),
        policy=Policy(**dict(settings.policy)),
        training=TrainingSettings(**dict(settings.training)),
    )
    return practice, library, tuple(problems)


_Lines = dict[str, int]  # line of each key, "policy.adult_age": 12


def parse(path: Path) -> tuple[dict[str, Any], list[tuple[str, int]]]:
    """The settings as they stand in practice.yaml, every value as text, and the lines of their keys.

    Raises InputError when there are none that can be read.
    """
    try:
        data = path.read_bytes()
    except OSError:
        raise _refused(path, "no such file that can be read", "Run “before-you-post init” to make one.") from None
    if len(data) > _MOST_BYTES:
        raise _refused(path, "a file of more than 100 kB", "Keep only the settings in it.")
    try:
        text = decoded(data)
        if text.count("{") + text.count("[") > _MOST_BRACKETS:
            raise _refused(path, "thousands of brackets", "Keep only the settings in it.")
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=yaml.BaseLoader)):
            raise _refused(path, "an alias (*)", "Write the value out at each place.")
        # Every value as the text it is: safer still than safe_load, which fails as a whole on a date like 2003-02-30.
        found = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506
        lines = _lines(yaml.compose(text, Loader=yaml.BaseLoader))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        remedy = "Check the colons and the blanks at the beginning of the line."
        raise _refused(path, f"text that is no YAML ({error.problem})", remedy, line) from None
    except (yaml.YAMLError, ValueError, RecursionError):
        raise _refused(path, "text that is no YAML", "Compare it with docs/practice-folder.md.") from None
    if not isinstance(found, dict):
        raise _refused(path, "no settings", "Compare it with docs/practice-folder.md.")
    return {key: value for key, value in found.items() if value}, lines


def _lines(node: yaml.Node | None, before: str = "") -> list[tuple[str, int]]:
    """Every key of one or two levels with its line; a key that stands twice is listed twice."""
    if not isinstance(node, yaml.MappingNode):
        return []
    lines = []
    for key, value in node.value:
        name = f"{before}{key.value}"
        lines.append((name, key.start_mark.line + 1))
        lines += _lines(value, f"{name}.") if not before else []
    return lines


def _validate(path: Path, data: dict[str, Any], lines: _Lines) -> tuple[Settings, list[Problem]]:
    """Settings without the keys that are wrong, and a Problem for each of those."""
    problems: dict[str, Problem] = {}
    while True:
        try:
            return Settings.model_validate(data), list(problems.values())
        except ValidationError as errors:
            for error in errors.errors(include_url=False, include_context=False):
                key, problem = _wrong(path, data, error["loc"], error["type"], lines)
                if key in ("name", "channels"):
                    raise InputError(problem) from None
                problems.setdefault(key, problem)  # a list has one error for each of its items


def _wrong(
    path: Path, data: dict[str, Any], place: tuple[int | str, ...], kind: str, lines: _Lines
) -> tuple[str, Problem]:
    """Take the wrong key out of ``data``; return its name and its Problem."""
    key, *deeper = map(str, place)
    value = data.get(key)
    if key in ("policy", "training", "channels") and deeper and isinstance(value, dict):
        key, value = f"{key}.{deeper[0]}", value.pop(deeper[0], None)
    else:
        data.pop(key, None)
    unknown = kind == "extra_forbidden"
    found = "nothing" if kind == "missing" else f"{key}: {value!s}"
    known = ", ".join(EXPECTED)
    return key, Problem(
        path=str(path),
        row=lines.get(key),
        column=key,
        found=f"a key we do not know, {quoted(found)}" if unknown else quoted(found),
        expected=f"one of {known}" if unknown else EXPECTED.get(key.partition(".")[0], known),
        remedy="Correct the line. The audit went on without it.",
    )


def meant(base: Path, place: str) -> Path | None:
    """The place a path means, or None when a relative path leads out of the practice folder."""
    if "\0" in place:
        return None
    where = (base / place).resolve()
    return where if Path(place).is_absolute() or where.is_relative_to(base.resolve()) else None


def _folder(base: Path, place: str) -> Path | None:
    where = meant(base, place)
    return where if where and where.is_dir() else None


def _archive(base: Path, place: str) -> Path | None:
    where = meant(base, place)
    return where if where and where.suffix.lower() == ".zip" and where.is_file() else None


def _no_folder(path: Path, key: str, place: str, lines: _Lines) -> Problem:
    return Problem(
        path=str(path),
        row=lines.get(key),
        column=key,
        found=f"{quoted(place)}, which is no folder here",
        expected="a folder inside the practice folder, or an absolute path",
        remedy="Make the folder or correct the line. Nothing of it was audited.",
    )


def _repeated(path: Path, keys: list[tuple[str, int]]) -> Iterator[Problem]:
    counts = Counter(key for key, _ in keys)
    for key, line in dict(keys).items():
        if counts[key] > 1:
            remedy = "Keep one of the lines. The last one was used."
            found = f"{key} in {counts[key]} lines"
            yield Problem(path=str(path), row=line, column=key, found=found, expected="one line", remedy=remedy)


def _mixed(path: Path, library: Path, channels: list[Channel], lines: _Lines) -> Iterator[Problem]:
    for channel in channels:
        place = Path(channel.folder)
        if place.is_relative_to(library) or library.is_relative_to(place):
            yield Problem(
                path=str(path),
                row=lines.get(f"channels.{channel.name}"),
                column=f"channels.{channel.name}",
                found=f"{quoted(str(place))}, which lies inside the library or holds it",
                expected="published photos and originals in folders apart",
                remedy="Move one of them; otherwise a published photo is taken for its own original.",
            )


def _refused(path: Path, found: str, remedy: str, row: int | None = None) -> InputError:
    expected = "the settings of the practice: name, channels and more"
    return InputError(Problem(path=str(path), row=row, found=found, expected=expected, remedy=remedy))
