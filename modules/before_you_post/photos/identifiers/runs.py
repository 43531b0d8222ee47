"""Find runs of digits of which nobody can tell what they mean.

A record number, a policy, an account: without a label they are all just digits. Five or more are worth a person's look,
unless they are a price, a count of something, or what a camera, a website or a network writes into names of files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...records import IdentifierKind
from .hit import Hit

_RUN = re.compile(r"\d{5,60}+")
_PRICE = re.compile(r"[$€£]\s?$|[.,]$|\bUSD\s$")
_COUNTED = re.compile(
    r"\s?(?:%|\+|k\b|usd\b|dollars|followers|patients|people|procedures|treatments|surgeries|injections|likes|views|"
    r"units?\b|iu\b|mg\b|ml\b|hairs|grafts|follicles|sq|square|steps|hours|years|smiles|fans|members|women|men|users|"
    r"reviews|stars)",
    re.IGNORECASE,
)
_BY_MACHINE = re.compile(
    r"(?<![^\W_])(?:IMG|FB_IMG|IMAGE|DSC[FN]?|PXL|MVIMG|MVI|GOPR|GX|DJI|CIMG|SAM|VID|SCREENSHOT|SNAPCHAT|LRM|RPREPLAY|"
    r"WHATSAPP IMAGE)[\s_-]{0,3}(?:WA)?\d{3,20}(?:[_-]\d{1,9}){0,3}|(?<![^\W_])P\d{7}(?!\d)"
    r"|(?<!\d)(?:19|20)\d{6}[\s_-]\d{6,9}"  # 20260603_101500: the time behind the day
    r"|-e1\d{12}|-\d{2,5}x\d{2,5}|@\dx"
    r"|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
    r"|(?<![^\W_])(?=[0-9a-f]{0,64}[a-f])[0-9a-f]{16,64}(?![^\W_])",
    re.IGNORECASE,
)


def find_runs(text: str, *, file_name: bool) -> Iterator[Hit]:
    """Every run of five digits or more; as the practice's own where it is known that it identifies nobody."""
    if file_name:
        for match in _BY_MACHINE.finditer(text):
            yield Hit(kind=IdentifierKind.NUMBER, start=match.start(), end=match.end(), whole=False, own=True)
    for match in _RUN.finditer(text):
        own = bool(_PRICE.search(text[max(0, match.start() - 4) : match.start()]) or _COUNTED.match(text, match.end()))
        yield Hit(kind=IdentifierKind.NUMBER, start=match.start(), end=match.end(), whole=False, own=own)
