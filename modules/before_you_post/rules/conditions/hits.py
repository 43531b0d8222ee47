"""Words in or around a photo that may tell who is in it, told in one way for every kind.

What the roster or a label settles is a failure; what only may be an identifier is for a person to look at, and not at
all where a named person has found that the photo shows no patient. Where nobody looked for words, or could not read
those in the picture, one rule says so (hipaa-sh-a-name, photo-text-unexplained) and the others have nothing to say: a
reader needs to be told once.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ...records import Identifier, IdentifierKind
from ..base import Observation, Subject
from .governing import set_aside

_MOST = 8  # places named in one observation


def found(subject: Subject, *kinds: IdentifierKind) -> list[Identifier]:
    """What was found of these kinds that counts."""
    evidence = subject.evidence
    aside = set_aside(evidence)
    return [one for one in evidence.identifiers or () if one.kind in kinds and (one.whole or not aside)]


def looked(subject: Subject, *kinds: IdentifierKind) -> bool:
    """Whether anything can be said about these kinds: all words were read, or something was found in those that were.

    A rule without a need of its own applies only then, so that its silence is never taken for a pass.
    """
    evidence = subject.evidence
    read = evidence.identifiers is not None and evidence.photo.text is not None
    return read or bool(found(subject, *kinds))


def hit(
    subject: Subject,
    *kinds: IdentifierKind,
    surely: str,
    maybe: str,
    permitted: Collection[str] = (),
) -> Observation | None:
    """What was found of these kinds, in a sentence that begins with ``surely`` or ``maybe``.

    ``permitted`` are the patients (codes) whose identifiers may stand there.
    """
    counted = [one for one in found(subject, *kinds) if one.patient is None or one.patient not in permitted]
    whole = [one for one in counted if one.whole]
    if whole:
        return Observation(text=f"{surely}: {_places(whole)}.")
    return Observation(text=f"{maybe}: {_places(counted)}.", review=True) if counted else None


def _places(found: Sequence[Identifier]) -> str:
    told = [f"“{one.words}” ({one.where}{f'; patient {one.patient}' if one.patient else ''})" for one in found]
    more = f"; and {len(told) - _MOST} more" if len(told) > _MOST else ""
    return "; ".join(told[:_MOST]) + more
