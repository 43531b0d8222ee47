"""How a published panel differs from its original, and whether a before and an after photo can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .photo import Outline


class EditFamily(StrEnum):
    """What can be done to a picture. Resizing, recompression, sharpening by a platform and colour profiles are none."""

    COLOUR = "colour or light of the whole picture"
    WHITENING = "whitening or redness in places"
    SMOOTHING = "smoothing"
    SPOTS = "spot removal"
    WARP = "warp"  # slimming, liquify
    MASK = "mask"  # bar, blur, pixels: hides something
    OVERLAY = "overlay"  # text, sticker, logo
    CROP = "crop"


class EditState(StrEnum):
    """What a comparison can say. "None found" holds only at the sensitivity that is stated beside it."""

    EDITED = "edited"
    NONE_FOUND = "none found"
    NOT_ASSESSABLE = "not assessable"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditPlace:
    """Where in the published photo an edit was seen."""

    outline: Outline  # published coordinates
    area: float  # pixels of the published photo
    treated: float | None = None  # share of the treated place it covers, 0 to 1; None = that place is not recorded


@dataclass(frozen=True, slots=True, kw_only=True)
class EditCheck:
    """What the comparison of a published panel with its original says about one family of edits."""

    family: EditFamily
    state: EditState
    what: str | None = None  # in a word or two, where edited: "black bar", "brighter", "smaller"
    places: tuple[EditPlace, ...] = ()  # empty for what is done to the whole picture
    measure: float | None = None  # how much
    unit: str | None = None  # of the measure: "colour difference (CIE76)", "pixels", "share of the fine detail"
    sensitivity: str | None = None  # what would have been seen: "spots of 6 pixels or more"
    reason: str | None = None  # why not assessable: "the skin shows too little texture at this size"


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelName:
    """One panel of one published photo."""

    published: str  # Published.id
    panel: int  # Panel.number


@dataclass(frozen=True, slots=True, kw_only=True)
class PairComparison:
    """A before and an after panel side by side: numbers for a reviewer. ``None`` = it could not be measured.

    The law asks that the two be comparable and names no number; the numbers show where to look.
    """

    before: PanelName
    after: PanelName
    same_patient: bool | None  # None = nobody knows whose photo one of them is
    same_area: bool | None = None
    procedure: str | None = None  # the treatment named for the after photo, on file
    days_apart: int | None = None  # between the days they were taken
    turn: float | None = None  # degrees by which the head or body is turned or tilted more in the after photo
    scale: float | None = None  # size of the person in the after photo over that in the before photo
    light: float | None = None  # lightness (CIE L*, 0 to 100) of the after photo minus that of the before photo
    colour: float | None = None  # how far their grounds differ in colour (CIE a*b*)
    background: float | None = None  # share of the ground that differs, 0 to 1
    crop: float | None = None  # share of the smaller frame that the two have in common, 0 to 1
    differs: tuple[str, ...] = ()  # which of these lie outside what a careful photographer keeps: "pose", "light"
    problem: str | None = None  # why nothing could be measured
