"""What things are called where people read them: parts of a form, kinds of findings, columns of a table."""

from __future__ import annotations

from collections.abc import Mapping

from ..records import EmbeddedKind, IdentifierKind, LookedFor, MetadataKind, PhotoKind, SignerRole

AUTHORIZATION_FIELDS: Mapping[str, str] = {
    "id": "Authorization",
    "patient": "Patient",
    "form_version": "Version of the form",
    "form_kind": "Kind of paper",
    "signed": "Signed",
    "signed_on": "Signed on",
    "signed_by": "Signed by",
    "signer_role": "Signed as",
    "adult_when_signed": "Of age when signing",
    "authority": "Why this person may sign",
    "expires_on": "Ends on",
    "expires_when": "Ends when",
    "event_happened_on": "That event happened on",
    "revoked_on": "Revoked on",
    "channels": "Places it covers",
    "photos": "Photos it covers",
    "may_name": "Permits the patient's name",
    "blanks": "Required parts left blank",
    "required_for_care": "Care was made to depend on it",
    "known_false": "Known to hold something false",
    "paid_by": "Paid for by",
    "sold_to": "Photos sold or licensed to",
    "copy_given_on": "Copy given to the patient on",
    "child_agreed": "The child said yes too",
    "minor_may_decide": "The minor may decide on this care alone",
    "destroyed_on": "Destroyed on",
    "names_discloser": "Says who may release the photos",
    "names_recipients": "Says who may see them",
    "states_purpose": "Says what for",
    "says_revocable": "Says that and how it can be revoked",
    "says_not_conditioned": "Says that care does not depend on it",
    "says_redisclosed": "Says that others may pass the photos on",
    "says_paid": "Says that the practice is paid",
    "says_sold": "Says that the photos are sold",
    "names_marketing": "Names marketing",
    "likeness_consent": "Consents to the use of a likeness",
    "stands_alone": "A document of its own",
    "separate_signature": "The signature serves nothing else",
    "font_points": "Smallest print, in points",
    "reading_grade": "School grade needed to read it",
    "document": "Scan of the form",
    "document_sha256": "SHA-256 of the scan",
}
"""Field of Authorization to label, in the order of the paper form."""

SIGNER_ROLES: Mapping[SignerRole, str] = {
    SignerRole.PATIENT: "Patient",
    SignerRole.PARENT: "Parent",
    SignerRole.GUARDIAN: "Guardian",
    SignerRole.REPRESENTATIVE: "Personal representative",
    SignerRole.EXECUTOR: "Executor of the estate",
}

PHOTO_KINDS: Mapping[PhotoKind, str] = {
    PhotoKind.BEFORE: "Before",
    PhotoKind.AFTER: "After",
    PhotoKind.OTHER: "Other",
}

IDENTIFIERS: Mapping[IdentifierKind, str] = {
    IdentifierKind.NAME: "Patient's name",
    IdentifierKind.PLACE: "Place",
    IdentifierKind.DATE: "Date",
    IdentifierKind.BIRTH_DATE: "Date of birth",
    IdentifierKind.AGE: "Age over 89",
    IdentifierKind.PHONE: "Phone or fax number",
    IdentifierKind.EMAIL: "E-mail address",
    IdentifierKind.SOCIAL_SECURITY: "Social Security number",
    IdentifierKind.RECORD_NUMBER: "Medical record number",
    IdentifierKind.PLAN_NUMBER: "Health plan number",
    IdentifierKind.ACCOUNT_NUMBER: "Account number",
    IdentifierKind.LICENCE_NUMBER: "Licence number",
    IdentifierKind.VEHICLE: "Licence plate or vehicle number",
    IdentifierKind.DEVICE_NUMBER: "Device number",
    IdentifierKind.WEB_ADDRESS: "Web address",
    IdentifierKind.IP_ADDRESS: "IP address",
    IdentifierKind.HANDLE: "Account name or tag",
    IdentifierKind.NUMBER: "Number",
    IdentifierKind.WORDS: "Words",
}

METADATA_KINDS: Mapping[MetadataKind, str] = {
    MetadataKind.PLACE: "Place",
    MetadataKind.DATE: "Date",
    MetadataKind.PERSON: "Person",
    MetadataKind.WORDS: "Words",
    MetadataKind.CAMERA: "Camera",
    MetadataKind.SERIAL: "Serial number",
    MetadataKind.SOFTWARE: "Program",
    MetadataKind.DOCUMENT: "Number of the document",
    MetadataKind.RELEASE: "Model release",
    MetadataKind.CREDENTIALS: "Content credentials",
    MetadataKind.UNREAD: "Something nobody could read",
}

EMBEDDED_KINDS: Mapping[EmbeddedKind, str] = {
    EmbeddedKind.THUMBNAIL: "Thumbnail",
    EmbeddedKind.FRAME: "Further frame",
    EmbeddedKind.AUXILIARY: "Auxiliary picture",
    EmbeddedKind.TRAILING: "Data behind the picture",
}

LOOKED_FOR: Mapping[LookedFor, str] = {
    LookedFor.METADATA: "what is written in the file beside the picture",
    LookedFor.EMBEDDED: "pictures inside the file, such as a thumbnail",
    LookedFor.FACES: "faces",
    LookedFor.TEXT: "words in the picture",
    LookedFor.CODES: "square codes (QR)",
}
"""What a program looks for in one file."""

COMPARED: Mapping[str, str] = {
    "panels": "which originals it was made from",
    "authorizations": "the authorizations on file",
    "identifiers": "names, numbers, dates and places in and around it",
    "marks": "marks on file for the original",
}
"""What is looked up about a photo beyond its file; the names are fields of Evidence and Panel."""

FOR_A_PERSON: tuple[str, ...] = (
    "Could anybody who knows the patient recognize them: a tattoo, a birthmark, a scar, freckles, the shape of an ear?",
    "Is there jewelry, a watch, a badge, clothing or a room that points to somebody?",
    "Is somebody else in the picture: in the background, in a mirror, on a screen?",
    "Is there handwriting, a wristband, a chart or a screen that no program could read?",
    "Does the picture show what was done, without retouching? A program compares it with its original; look at what it "
    "could not tell.",
)
"""What no program sees. A reader of "Nothing found" must see it."""

PHOTO_HEADINGS: Mapping[str, str] = {
    "verdict_label": "What to do",
    "photo": "Photo",
    "channel": "Published on",
    "title": "Post",
    "posted_on": "Posted on",
    "reason": "First reason",
    "findings": "Findings",
    "not_checked": "Not checked",
    "patients": "Patient",
    "originals": "Original",
    "authorizations": "Authorization read",
    "url": "Address",
}
"""Columns of the table of photos that a reader is shown, in order, with their headings."""

FINDING_HEADINGS: Mapping[str, str] = {
    "photo": "Photo",
    "panel": "Picture in it",
    "outcome_label": "Result",
    "title": "What is wrong",
    "observed": "What was seen",
    "when": "When",
    "remedy": "What to do",
    "citation": "Law",
    "authorization": "Authorization",
    "part": "Part of the form",
    "document": "Signed form",
    "document_sha256": "SHA-256 of the signed form",
    "severity_label": "Severity",
    "rule": "Rule",
    "figures": "Figures in force",
    "decision": "Decision",
    "decided_by": "Decided by",
    "decided_on": "Decided on",
    "decision_reason": "Reason",
}
"""Columns of the table of findings that a reader is shown, in order, with their headings."""

MATTER_HEADINGS: Mapping[str, str] = {
    "verdict_label": "What to do",
    "subject": "About",
    "about": "Which",
    "named": "In words",
    **{
        name: heading
        for name, heading in FINDING_HEADINGS.items()
        if name not in ("photo", "panel", "document", "document_sha256")
    },
}
"""Columns of the table of everything besides photos that a reader is shown, in order, with their headings."""
