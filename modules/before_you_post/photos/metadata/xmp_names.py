"""What the properties of XMP give away, by the names their standards gave them.

Names are those of ISO 16684-1 (XMP), Adobe's XMP specification part 2, the IPTC Photo Metadata Standard, PLUS LDF,
the Metadata Working Group's regions, Microsoft's people tags and Google's camera metadata. A namespace that stands
nowhere here is judged by how its names sound, and reported as unread where they say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ...records import MetadataKind as Kind

PREFIXES: Mapping[str, str] = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://ns.adobe.com/photoshop/1.0/": "photoshop",
    "http://ns.adobe.com/xap/1.0/": "xmp",
    "http://ns.adobe.com/xap/1.0/mm/": "xmpMM",
    "http://ns.adobe.com/xap/1.0/rights/": "xmpRights",
    "http://ns.adobe.com/xap/1.0/g/img/": "xmpGImg",
    "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#": "stEvt",
    "http://ns.adobe.com/xap/1.0/sType/ResourceRef#": "stRef",
    "http://ns.adobe.com/xap/1.0/sType/ManifestItem#": "stMfs",
    "http://ns.adobe.com/xap/1.0/sType/Dimensions#": "stDim",
    "http://ns.adobe.com/xmp/sType/Area#": "stArea",
    "http://ns.adobe.com/xmp/note/": "xmpNote",
    "http://ns.adobe.com/xmp/1.0/DynamicMedia/": "xmpDM",
    "http://ns.adobe.com/exif/1.0/": "exif",
    "http://ns.adobe.com/exif/1.0/aux/": "aux",
    "http://cipa.jp/exif/1.0/": "exifEX",
    "http://ns.adobe.com/tiff/1.0/": "tiff",
    "http://ns.adobe.com/camera-raw-settings/1.0/": "crs",
    "http://ns.adobe.com/lightroom/1.0/": "lr",
    "http://ns.adobe.com/pdf/1.3/": "pdf",
    "http://ns.adobe.com/hdr-gain-map/1.0/": "hdrgm",
    "http://ns.apple.com/HDRGainMap/1.0/": "HDRGainMap",
    "http://ns.apple.com/pixeldatainfo/1.0/": "apdi",
    "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/": "Iptc4xmpCore",
    "http://iptc.org/std/Iptc4xmpExt/2008-02-29/": "Iptc4xmpExt",
    "http://ns.useplus.org/ldf/xmp/1.0/": "plus",
    "http://www.metadataworkinggroup.com/schemas/regions/": "mwg-rs",
    "http://www.metadataworkinggroup.com/schemas/keywords/": "mwg-kw",
    "http://ns.microsoft.com/photo/1.0/": "MicrosoftPhoto",
    "http://ns.microsoft.com/photo/1.0": "MicrosoftPhoto",
    "http://ns.microsoft.com/photo/1.2/": "MP",
    "http://ns.microsoft.com/photo/1.2/t/RegionInfo#": "MPRI",
    "http://ns.microsoft.com/photo/1.2/t/Region#": "MPReg",
    "http://ns.google.com/photos/1.0/camera/": "GCamera",
    "http://ns.google.com/photos/1.0/image/": "GImage",
    "http://ns.google.com/photos/1.0/depthmap/": "GDepth",
    "http://ns.google.com/photos/1.0/panorama/": "GPano",
    "http://ns.google.com/photos/1.0/container/": "Container",
    "http://ns.google.com/photos/1.0/container/item/": "Item",
    "http://www.digikam.org/ns/1.0/": "digiKam",
    "http://ns.acdsee.com/iptc/1.0/": "acdsee",
    "http://www.dji.com/drone-dji/1.0/": "drone-dji",
}
GRAMMAR = ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "adobe:ns:meta/", "http://www.w3.org/XML/1998/namespace")
PICTURES = frozenset({("xmpGImg", "image"), ("GImage", "Data"), ("GDepth", "Data")})  # base64: pictures of their own

_NAMES: Mapping[Kind, Mapping[str, str]] = {
    Kind.PERSON: {
        "dc": "creator contributor publisher rights",
        "photoshop": "AuthorsPosition Credit Source CaptionWriter",
        "xmp": "Author",
        "xmpRights": "Owner",
        "tiff": "Artist Copyright",
        "exif": "CameraOwnerName",
        "exifEX": "CameraOwnerName Photographer ImageEditor",
        "aux": "OwnerName",
        "mwg-rs": "Name",
        "MPReg": "PersonDisplayName PersonEmailDigest PersonLiveIdCID PersonSourceID",
        "Iptc4xmpExt": "PersonInImage PersonName PersonId PersonCharacteristic PersonDescription ModelAge "
        "AddlModelInfo Name Contributor OrganisationInImageName",
        "Iptc4xmpCore": "CiAdrCity CiAdrCtry CiAdrExtadr CiAdrPcode CiAdrRegion CiEmailWork CiTelWork CiUrlWork",
        "plus": "ImageCreatorName ImageCreatorID CopyrightOwnerName CopyrightOwnerID LicensorName LicensorEmail "
        "LicensorTelephone1 LicensorTelephone2 LicensorStreetAddress LicensorCity LicensorURL ImageSupplierName",
        "digiKam": "CaptionsAuthorNames",
        "acdsee": "author",
        "pdf": "Author",
    },
    Kind.WORDS: {
        "dc": "title description subject",
        "photoshop": "Headline Instructions Category SupplementalCategories LayerText LayerName",
        "xmp": "Label Nickname",
        "xmpRights": "UsageTerms",
        "tiff": "ImageDescription",
        "exif": "UserComment",
        "exifEX": "ImageTitle",
        "lr": "hierarchicalSubject weightedFlatSubject",
        "mwg-rs": "Description",
        "mwg-kw": "Keyword",
        "MicrosoftPhoto": "LastKeywordXMP LastKeywordIPTC",
        "Iptc4xmpExt": "Event EventName AOTitle AOCreator AOContentDescription ProductName ProductDescription",
        "Iptc4xmpCore": "IntellectualGenre SubjectCode Scene AltTextAccessibility ExtDescrAccessibility",
        "digiKam": "TagsList",
        "acdsee": "caption notes keywords categories",
        "pdf": "Keywords",
    },
    Kind.DATE: {
        "dc": "date",
        "dcterms": "created modified date",
        "photoshop": "DateCreated",
        "xmp": "CreateDate ModifyDate MetadataDate",
        "tiff": "DateTime",
        "exif": "DateTimeOriginal DateTimeDigitized GPSTimeStamp GPSDateStamp",
        "stEvt": "when",
        "MicrosoftPhoto": "DateAcquired DateTaken",
        "Iptc4xmpExt": "CircaDateCreated AODateCreated",
        "digiKam": "CaptionsDateTimeStamps",
        "acdsee": "datetime",
        "xmpDM": "shotDate",
    },
    Kind.PLACE: {
        "dc": "coverage",
        "photoshop": "City",
        "Iptc4xmpCore": "Location",
        "Iptc4xmpExt": "City Sublocation LocationName LocationId",
        "xmpDM": "shotLocation",
    },
    Kind.SERIAL: {
        "aux": "SerialNumber LensSerialNumber",
        "exif": "BodySerialNumber LensSerialNumber",
        "exifEX": "BodySerialNumber LensSerialNumber",
        "MicrosoftPhoto": "CameraSerialNumber",
    },
    Kind.CAMERA: {
        "tiff": "Make Model",
        "aux": "Lens LensID LensInfo",
        "exif": "LensMake LensModel Lens",
        "exifEX": "LensMake LensModel",
        "MicrosoftPhoto": "LensModel LensManufacturer FlashModel FlashManufacturer",
    },
    Kind.SOFTWARE: {
        "xmp": "CreatorTool",
        "tiff": "Software HostComputer",
        "aux": "Firmware",
        "stEvt": "softwareAgent action changed parameters",
        "photoshop": "History",
        "pdf": "Producer",
        "Iptc4xmpExt": "DigitalSourceType DigitalSourcefileType AISystemUsed AISystemVersionUsed AIPromptInformation "
        "AIPromptWriterName",
    },
    Kind.DOCUMENT: {
        "dc": "identifier source relation",
        "dcterms": "provenance identifier",
        "photoshop": "DocumentAncestors TransmissionReference",
        "xmp": "Identifier BaseURL",
        "xmpMM": "DocumentID InstanceID OriginalDocumentID LastURL SaveID",
        "stEvt": "instanceID",
        "stRef": "documentID instanceID originalDocumentID filePath lastURL",
        "xmpRights": "WebStatement Certificate",
        "exif": "ImageUniqueID RelatedSoundFile",
        "exifEX": "ImageUniqueID",
        "aux": "ImageNumber",
        "crs": "RawFileName",
        "Iptc4xmpExt": "DigImageGUID RegistryId RegItemId RegOrgId",
        "plus": "ImageSupplierImageID",
    },
    Kind.RELEASE: {
        "plus": "ModelReleaseID ModelReleaseStatus MinorModelAgeDisclosure PropertyReleaseID PropertyReleaseStatus",
    },
}
KINDS: Mapping[tuple[str, str], Kind] = {
    (prefix, name): kind for kind, names in _NAMES.items() for prefix, words in names.items() for name in words.split()
}
_TECHNICAL = (
    "dc xmp xmpMM xmpRights xmpGImg stRef stEvt stMfs stDim stArea tiff exif exifEX aux photoshop hdrgm HDRGainMap "
    "apdi mwg-rs mwg-kw MP MPRI MPReg MicrosoftPhoto GCamera GImage GDepth GPano Container Item plus Iptc4xmpCore "
    "Iptc4xmpExt lr pdf xmpDM xmpNote digiKam acdsee"
)
HARMLESS_PREFIXES = frozenset(_TECHNICAL.split())  # all else in them is measure, colour, exposure or geometry
SETTINGS = frozenset({"crs"})  # hundreds of numbers that say how a raw file was developed: told as one

_SOUNDS = (
    (re.compile(r"serial", re.I), Kind.SERIAL),
    (re.compile(r"gps|latitude|longitude|city|address|location|place", re.I), Kind.PLACE),
    (re.compile(r"date|time|born|birth", re.I), Kind.DATE),
    (re.compile(r"person|people|author|owner|creator|artist|face|patient|user|photographer", re.I), Kind.PERSON),
    (re.compile(r"caption|title|comment|descri|keyword|subject|tag|note", re.I), Kind.WORDS),
    (re.compile(r"(ID|Id|Guid|GUID|uuid|UUID|Digest)$"), Kind.DOCUMENT),
    (re.compile(r"software|version|tool|firmware", re.I), Kind.SOFTWARE),
)


def kind_of(prefix: str, name: str) -> Kind | None:
    """What a property gives away; ``None`` for a harmless one, UNREAD where the name says nothing."""
    known = KINDS.get((prefix, name))
    if known or prefix in HARMLESS_PREFIXES:
        return known
    return next((kind for sound, kind in _SOUNDS if sound.search(name)), Kind.UNREAD)
