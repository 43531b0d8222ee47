"""The words the public reads with a post or a photo, put together once for every rule that looks for some.

What only a machine or a blind reader's program reads (alternative texts, file names) is left out: a label that has to
be seen does not stand there. Quotes in a finding are short, so that a reader recognises the place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..base import Subject

_MOST = 4  # quotes in one finding


def words(subject: Subject) -> str:
    """Title and text of the post, and of a photo its caption and the words read in the picture too."""
    if subject.evidence is not None:
        evidence = subject.evidence
        post, photo = evidence.post, evidence.published
        read = [line.text for line in evidence.photo.text or ()]
        return _joined([post.title, post.text, photo.caption, *read])
    post_of_matter = subject.matter.post if subject.matter else None
    return _joined([post_of_matter.title, post_of_matter.text]) if post_of_matter else ""


def said(pattern: re.Pattern[str], text: str) -> tuple[str, ...]:
    """What a pattern finds, each once, in the order of the text and with its blanks made single."""
    return each_once(match[0] for match in pattern.finditer(text))


def each_once(phrases: Iterable[str]) -> tuple[str, ...]:
    """Phrases with single blanks, each as it is spelled first; capitals make no difference."""
    found: dict[str, str] = {}
    for phrase in phrases:
        single = " ".join(phrase.split())
        found.setdefault(single.casefold(), single)
    return tuple(found.values())


def quoted(phrases: Iterable[str]) -> str:
    """Phrases as a finding quotes them: “guaranteed”; “best”; and 2 more."""
    told = [f"“{phrase}”" for phrase in phrases]
    more = f"; and {len(told) - _MOST} more" if len(told) > _MOST else ""
    return "; ".join(told[:_MOST]) + more


def pattern(*phrases: str) -> re.Pattern[str]:
    """Any of these phrases as whole words; a blank in them stands for any blanks, ' for the curly apostrophe too."""
    spelled = (phrase.replace(" ", r"\s+").replace("'", "['’]") for phrase in phrases)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(spelled)})(?![\w-])", re.IGNORECASE)


def _joined(parts: Iterable[str | None]) -> str:
    return "\n".join(dict.fromkeys(part for part in parts if part))
