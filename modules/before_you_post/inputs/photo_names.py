"""Finding a photo by its name as somebody wrote it.

Names in a table and names on a disk differ in ways nobody sees: capital letters on Windows, accents in two spellings
on a Mac, backslashes. Such names are one name here, unless the folder really holds both.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass


def _alike(name: str) -> str:
    return unicodedata.normalize("NFC", name.replace("\\", "/")).casefold()


@dataclass(frozen=True, slots=True)
class PhotoNames:
    """The photos of a folder, as paths inside it."""

    folder_name: str
    exact: frozenset[str]
    alike: dict[str, str]  # only spellings that mean one photo

    @classmethod
    def of(cls, folder_name: str, names: Iterable[str]) -> PhotoNames:
        """Index the names, which are paths inside the folder with forward slashes."""
        exact = frozenset(names)
        counts = Counter(map(_alike, exact))
        return cls(folder_name, exact, {_alike(name): name for name in exact if counts[_alike(name)] == 1})

    def find(self, written: str) -> str | None:
        """The photo meant, also when it is written with the folder's own name in front; None = no such photo."""
        for name in (written, written.removeprefix("./"), written.removeprefix(f"{self.folder_name}/")):
            if name in self.exact:
                return name
            if _alike(name) in self.alike:
                return self.alike[_alike(name)]
        return None
