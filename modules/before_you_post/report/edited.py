"""What was changed between an original and its published copy, family by family, in words.

"None found" is said with what would have been found; where nothing could be told, the reason stands instead. Neither
ever reads as "not edited".
"""

from __future__ import annotations

from collections.abc import Mapping

from ..records import EditCheck, EditFamily, EditState

FAMILIES: Mapping[EditFamily, str] = {
    EditFamily.COLOUR: "Color or light of the whole picture",
    EditFamily.WHITENING: "Whitening or redness in places",
    EditFamily.SMOOTHING: "Smoothing of skin",
    EditFamily.SPOTS: "Spots removed",
    EditFamily.WARP: "Shape: slimmed, widened or pushed",
    EditFamily.MASK: "Hidden: bar, blur or pixels",
    EditFamily.OVERLAY: "Laid over it: text, sticker, logo",
    EditFamily.CROP: "Cropped",
}

STATES: Mapping[EditState, str] = {
    EditState.EDITED: "Edited",
    EditState.NONE_FOUND: "None found",
    EditState.NOT_ASSESSABLE: "Not assessable",
}

_SHARE = "share of "
NOT_COMPARED = "It was not compared with an original, so nobody can say what was changed."


def in_words(check: EditCheck) -> str:
    """One family's answer as a sentence or two."""
    parts = {
        EditState.EDITED: (_what(check), _measured(check), _treated(check)),
        EditState.NONE_FOUND: (_would_show(check),),
        EditState.NOT_ASSESSABLE: (check.reason or "Nobody recorded why.",),
    }[check.state]
    return " ".join(_sentence(part) for part in parts if part)


def _what(check: EditCheck) -> str:
    where = f", in {len(check.places)} places" if len(check.places) > 1 else ""
    return f"{check.what}{where}" if check.what else ""


def _measured(check: EditCheck) -> str:
    if check.measure is None:
        return ""
    unit = check.unit or ""
    if unit.startswith(_SHARE):
        return f"Measured: {check.measure:.1%} of {unit.removeprefix(_SHARE)}"
    return f"Measured: {check.measure:.3g} {unit}".rstrip()


def _treated(check: EditCheck) -> str:
    covered = max((place.treated for place in check.places if place.treated is not None), default=None)
    return f"It covers up to {covered:.0%} of the treated place" if covered else ""


def _would_show(check: EditCheck) -> str:
    return f"Would have been seen: {check.sensitivity}" if check.sensitivity else "How much would show is not recorded"


def _sentence(words: str) -> str:
    whole = f"{words[:1].upper()}{words[1:]}"
    return whole if whole.endswith((".", "?", "!")) else f"{whole}."
