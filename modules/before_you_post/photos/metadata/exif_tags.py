"""What the entries of an EXIF block give away, by their numbers.

Numbers and names are those of Exif 3.0 (CIPA DC-008-2023), TIFF 6.0, DNG 1.7 and Microsoft's XP tags. An entry that
stands in neither table is not known here, and the block is then reported as partly unread.
"""

from __future__ import annotations

from collections.abc import Mapping

from ...records import MetadataKind as Kind

MAKE, MODEL, BODY_SERIAL, DNG_SERIAL, MAKER_NOTE = 0x010F, 0x0110, 0xA431, 0xC62F, 0x927C
USER_COMMENT, AREA_INFORMATION = 0x9286, 0x001C
WIDE_TEXT = range(0x9C9B, 0x9CA0)  # Microsoft's, in UTF-16

TAGS: Mapping[int, tuple[str, Kind]] = {
    0x000B: ("ProcessingSoftware", Kind.SOFTWARE),
    0x010D: ("DocumentName", Kind.DOCUMENT),
    0x010E: ("ImageDescription", Kind.WORDS),
    MAKE: ("Make", Kind.CAMERA),
    MODEL: ("Model", Kind.CAMERA),
    0x011D: ("PageName", Kind.WORDS),
    0x0131: ("Software", Kind.SOFTWARE),
    0x0132: ("DateTime", Kind.DATE),
    0x013B: ("Artist", Kind.PERSON),
    0x013C: ("HostComputer", Kind.SOFTWARE),
    0x0151: ("TargetPrinter", Kind.SOFTWARE),
    0x8298: ("Copyright", Kind.PERSON),
    0x9003: ("DateTimeOriginal", Kind.DATE),
    0x9004: ("DateTimeDigitized", Kind.DATE),
    USER_COMMENT: ("UserComment", Kind.WORDS),
    0x9C9B: ("XPTitle", Kind.WORDS),
    0x9C9C: ("XPComment", Kind.WORDS),
    0x9C9D: ("XPAuthor", Kind.PERSON),
    0x9C9E: ("XPKeywords", Kind.WORDS),
    0x9C9F: ("XPSubject", Kind.WORDS),
    0xA004: ("RelatedSoundFile", Kind.DOCUMENT),
    0xA420: ("ImageUniqueID", Kind.DOCUMENT),
    0xA430: ("CameraOwnerName", Kind.PERSON),
    BODY_SERIAL: ("BodySerialNumber", Kind.SERIAL),
    0xA433: ("LensMake", Kind.CAMERA),
    0xA434: ("LensModel", Kind.CAMERA),
    0xA435: ("LensSerialNumber", Kind.SERIAL),
    0xA436: ("ImageTitle", Kind.WORDS),
    0xA437: ("Photographer", Kind.PERSON),
    0xA438: ("ImageEditor", Kind.PERSON),
    0xA439: ("CameraFirmware", Kind.SOFTWARE),
    0xA43A: ("RAWDevelopingSoftware", Kind.SOFTWARE),
    0xA43B: ("ImageEditingSoftware", Kind.SOFTWARE),
    0xA43C: ("MetadataEditingSoftware", Kind.SOFTWARE),
    0xC614: ("UniqueCameraModel", Kind.CAMERA),
    DNG_SERIAL: ("CameraSerialNumber", Kind.SERIAL),
    0xC65D: ("RawDataUniqueID", Kind.DOCUMENT),
    0xC68B: ("OriginalRawFileName", Kind.DOCUMENT),
    0xC71B: ("PreviewDateTime", Kind.DATE),
    0xFDE8: ("OwnerName", Kind.PERSON),
    0xFDE9: ("SerialNumber", Kind.SERIAL),
    0xFDEA: ("Lens", Kind.CAMERA),
}

GPS_TAGS: Mapping[int, tuple[str, Kind]] = {
    0x0002: ("GPSLatitude", Kind.PLACE),
    0x0004: ("GPSLongitude", Kind.PLACE),
    0x0014: ("GPSDestLatitude", Kind.PLACE),
    0x0016: ("GPSDestLongitude", Kind.PLACE),
    AREA_INFORMATION: ("GPSAreaInformation", Kind.PLACE),
    0x001D: ("GPSDateStamp", Kind.DATE),
}
GPS_HARMLESS = frozenset(range(0x0020)) - GPS_TAGS.keys()  # height, speed, direction, satellites: no place alone

# How the picture is stored and shown, how it was exposed, blocks that are read for themselves, and padding.
HARMLESS = frozenset(
    {0x00FE, 0x00FF, 0x0100, 0x0101, 0x0102, 0x0103, 0x0106, 0x0107, 0x0108, 0x0109, 0x010A, 0x0111, 0x0112}
    | {0x0115, 0x0116, 0x0117, 0x0118, 0x0119, 0x011A, 0x011B, 0x011C, 0x011E, 0x011F, 0x0122, 0x0123, 0x0124}
    | {0x0125, 0x0128, 0x0129, 0x012D, 0x013D, 0x013E, 0x013F, *range(0x0140, 0x0150), 0x0152, 0x0153, 0x0154}
    | {0x0155, 0x0156, 0x015B, 0x0200, 0x0201, 0x0202, 0x0203, 0x0205, 0x0206, *range(0x0207, 0x0215), 0x02BC}
    | {0x0001, 0x0002, 0x1000, 0x1001, 0x1002, 0x4746, 0x4749, 0x5110, 0x5111, 0x5112, 0x828D, 0x828E, 0x829A, 0x829D}
    | {0x83BB, 0x8649, 0x8769, 0x8773, 0x8822, 0x8824, 0x8825, 0x8827, 0x8828, 0x882A, *range(0x8830, 0x8836)}
    | {0x9000, 0x9010, 0x9011, 0x9012, 0x9101, 0x9102, *range(0x9201, 0x9218), MAKER_NOTE, 0x9290, 0x9291, 0x9292}
    | {*range(0x9400, 0x9406), 0xA000, 0xA001, 0xA002, 0xA003, 0xA005, *range(0xA20B, 0xA218), 0xA300, 0xA301}
    | {0xA302, *range(0xA401, 0xA40D), 0xA432, 0xA460, 0xA461, 0xA462, 0xA500, 0xC4A5, 0xCD41, 0xEA1C, 0xEA1D}
)
