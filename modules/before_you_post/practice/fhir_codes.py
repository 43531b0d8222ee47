"""The codes by which a FHIR Consent says that photos may be published, and the words of FHIR for who signed.

FHIR has no code for “these photos may be shown to the public on Instagram”. Its own codes are about treatment,
research and the exchange of records; to read a permission to publish into one of them would be to invent it. So a
practice that exports its forms as FHIR writes these codes of ours on purpose (docs/practice-folder.md), and no other
code permits anything.
"""

from __future__ import annotations

from ..records import SignerRole

ACTION_SYSTEM = "https://before-you-post.example/action"
PUBLISH = "publish-photos"  # the one action that permits publication
CHANNEL_SYSTEM = "https://before-you-post.example/channel"  # codes: the names of channels in practice.yaml
KIND_SYSTEM = "https://before-you-post.example/photo-kind"  # codes: before, after, other
PHOTO_SYSTEM = "https://before-you-post.example/photo"  # identifiers: paths inside the library folder

SCOPE_SYSTEM = "http://terminology.hl7.org/CodeSystem/consentscope"
PRIVACY = "patient-privacy"
ROLE_SYSTEM = "http://terminology.hl7.org/CodeSystem/v3-RoleCode"
REVISIONS = frozenset({"revise", "UPDATE", "NULLIFY"})  # activities of a Provenance that revokes

_ROLES = {
    SignerRole.PARENT: {"PRN": "parent", "MTH": "mother", "FTH": "father", "NMTH": "mother", "NFTH": "father"},
    SignerRole.GUARDIAN: {"GUARD": "guardian"},
    SignerRole.REPRESENTATIVE: {
        "HPOWATT": "health-care power of attorney",
        "DPOWATT": "durable power of attorney",
        "POWATT": "power of attorney",
        "RESPRSN": "responsible party",
    },
}
SIGNERS = {code: (role, words) for role, codes in _ROLES.items() for code, words in codes.items()}
