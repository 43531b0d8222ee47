"""Records to JSON text and back, so that an audit read from the database equals the one that was kept.

The day of the audit is left out of each photo: it is the audit's own, and a photo judged alike on two days is
then stored once.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from ..records import JudgedMatter, JudgedPhoto, Practice, Problem, WithoutPhoto

_JUDGED = TypeAdapter(JudgedPhoto)
_MATTER = TypeAdapter(JudgedMatter)
_PRACTICE = TypeAdapter(Practice)
_PROBLEMS = TypeAdapter(tuple[Problem, ...])
_WITHOUT_PHOTO = TypeAdapter(tuple[WithoutPhoto, ...])


def pack_photo(photo: JudgedPhoto) -> str:
    """Write one judged photo, without the day."""
    fields: dict[str, Any] = _JUDGED.dump_python(photo, mode="json")
    del fields["evidence"]["today"]
    return _text(fields)


def unpack_photo(packed: str, today: date) -> JudgedPhoto:
    """Read one judged photo of the audit of that day."""
    fields = json.loads(packed)
    fields["evidence"]["today"] = today
    return _JUDGED.validate_python(fields)


def pack_matter(matter: JudgedMatter) -> str:
    """Write one thing besides photos as it was judged."""
    return _text(_MATTER.dump_python(matter, mode="json"))


def unpack_matter(packed: str) -> JudgedMatter:
    """Read one thing besides photos as it was judged."""
    return _MATTER.validate_python(json.loads(packed))


def pack_practice(practice: Practice) -> str:
    """Write the practice as it was at the audit."""
    return _text(_PRACTICE.dump_python(practice, mode="json"))


def unpack_practice(packed: str) -> Practice:
    """Read the practice as it was at the audit."""
    return _PRACTICE.validate_python(json.loads(packed))


def pack_problems(problems: tuple[Problem, ...]) -> str:
    """Write the problems found in the practice's files."""
    return _text(_PROBLEMS.dump_python(problems, mode="json"))


def unpack_problems(packed: str) -> tuple[Problem, ...]:
    """Read the problems found in the practice's files."""
    return _PROBLEMS.validate_python(json.loads(packed))


def pack_without_photo(channels: tuple[WithoutPhoto, ...]) -> str:
    """Write how many posts of each channel held no photo that was read."""
    return _text(_WITHOUT_PHOTO.dump_python(channels, mode="json"))


def unpack_without_photo(packed: str) -> tuple[WithoutPhoto, ...]:
    """Read how many posts of each channel held no photo that was read."""
    return _WITHOUT_PHOTO.validate_python(json.loads(packed))


def digest(texts: Iterable[str]) -> str:
    """Return the SHA-256 of texts, in hexadecimal: equal texts, equal digest."""
    whole = hashlib.sha256()
    for text in texts:
        whole.update(hashlib.sha256(text.encode("ascii")).digest())
    return whole.hexdigest()


def _text(fields: object) -> str:
    # ASCII with escapes also carries file names that UTF-8 cannot write
    return json.dumps(fields, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
