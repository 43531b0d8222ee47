"""Headers that practices write above their own tables, by the column of ours that they usually mean.

Only for a proposal that a person confirms: “Date” above a consent log may be the day of the signature, or not. A name
that leaves no doubt belongs to ``also`` of its column in ``layouts.py`` instead.
"""

from __future__ import annotations

USUAL_NAMES = {
    "patient": ("pt", "pt number", "pt id", "patient number", "patient id", "patient code", "client", "client id"),
    "given_name": ("first", "forename", "pt first name", "patient first name"),
    "family_name": ("last", "pt last name", "patient last name"),
    "other_names": ("nickname", "maiden name", "preferred name", "aka"),
    "birth_date": ("birthday", "birthdate", "born"),
    "state": ("st", "state of residence", "home state"),
    "medical_record_number": ("chart", "chart number", "record number", "medical record", "emr id"),
    "file": ("photo", "image", "picture", "filename", "file name", "photo file", "path"),
    "kind": ("type", "before or after", "stage", "timing", "pre post"),
    "taken_on": ("date", "date taken", "photo date", "shot on", "taken"),
    "area": ("body part", "site", "region", "body area"),
    "procedure": ("treatment", "surgery", "operation", "service"),
    "authorization": ("form", "form number", "form id", "consent number", "consent id", "consent", "id", "number"),
    "form_version": ("version", "form version", "revision"),
    "signed": ("signature", "signed yes no", "on file", "consent signed"),
    "signed_on": ("date signed", "signature date", "consent date", "date of consent", "signed date"),
    "signed_by": ("signer", "name of signer", "signatory"),
    "signer_role": ("relationship", "relationship to patient", "signed as", "role"),
    "authority": ("legal authority", "reason", "authority of representative"),
    "expires_on": ("expires", "expiration", "expiration date", "expiry", "exp date", "valid until", "good through"),
    "expires_when": ("expiring event", "expiration event", "ends when"),
    "event_happened_on": ("event date", "event happened"),
    "revoked_on": ("revoked", "date revoked", "withdrawn", "date withdrawn", "revocation date", "cancelled"),
    "channels": ("where", "media", "platforms", "permitted uses", "use", "allowed on", "ok for", "channel"),
    "photos": ("which photos", "images", "pictures", "photo scope", "photos covered"),
    "may_name": ("name ok", "use name", "may use name", "name allowed"),
    "document": ("scan", "pdf", "scanned form", "attachment", "document link"),
    "what": ("shows", "description", "what it shows"),
    "decided_by": ("checked by", "reviewed by", "by"),
    "decided_on": ("checked on", "reviewed on", "date checked"),
}
