"""The tables of what a practice keeps about itself: devices, people, vendors, conversations, policies.

All of them may be missing: then nothing is known about it, and the audit says so instead of asking for papers that
nobody has.
"""

from __future__ import annotations

from ..inputs.cells import DATE, PROSE, TEXT, YES_NO, one_of
from ..inputs.table import Column, Table
from ..records import AgreementTerm, ConversationTopic, DeviceKind, NoticeStatement, PhotoPlace, PhotoRoute, PolicyKind
from .form_layouts import CHANNELS
from .paper_cells import DATES, DAY_OR_NEVER, WHOLE_DAYS, known_or_own, several, spellings

_DEVICES = spellings(
    {
        DeviceKind.CAMERA: ("digital camera", "dslr"),
        DeviceKind.PHONE: ("smartphone", "cell phone", "mobile phone", "iphone"),
        DeviceKind.TABLET: ("ipad",),
        DeviceKind.COMPUTER: ("laptop", "desktop", "pc", "server"),
        DeviceKind.CARD: ("card", "sd card"),
    }
)
_TERMS = spellings(
    {
        AgreementTerm.USES: ("uses", "permitted use"),
        AgreementTerm.REPORTING: ("report", "reports", "breach reporting"),
        AgreementTerm.SUBCONTRACTORS: ("subcontractor",),
        AgreementTerm.BOOKS: ("books", "hhs books"),
        AgreementTerm.RETURN: ("return", "destruction", "return or destroy"),
    }
)
_ROUTES = spellings(
    {
        PhotoRoute.CABLE: ("usb", "wire"),
        PhotoRoute.READER: ("reader",),
        PhotoRoute.APP: ("app", "encrypted app"),
        PhotoRoute.EMAIL: ("email", "mail"),
        PhotoRoute.TEXT_MESSAGE: ("text", "sms", "mms"),
        PhotoRoute.CHAT: ("messenger",),
    }
)
_TOPICS = spellings(
    {
        ConversationTopic.USE: ("uses", "how it is used"),
        ConversationTopic.RETRACT: ("retraction", "retracting"),
        ConversationTopic.HARM: ("harms", "consequences", "risks"),
        ConversationTopic.REVOKE: ("revocation", "revoking"),
    }
)
_PLACES = spellings(
    {
        PhotoPlace.CAMERAS: ("camera",),
        PhotoPlace.CARDS: ("memory card", "sd cards", "cards"),
        PhotoPlace.PHONES: ("phone", "cell phones", "mobile phones"),
        PhotoPlace.CLOUD: ("cloud",),
        PhotoPlace.WEBSITE: ("web site", "websites"),
        PhotoPlace.SOCIAL: ("social", "social schedulers"),
        PhotoPlace.EMAIL: ("email", "mail"),
    }
)
_POLICIES = spellings(
    {
        PolicyKind.PHOTOS: ("photos", "social media", "photo policy", "social media policy"),
        PolicyKind.PRIVACY: ("privacy policy",),
        PolicyKind.SECURITY: ("security policy",),
        PolicyKind.DEVICES: ("devices", "devices and cards"),
        PolicyKind.SANCTIONS: ("sanction policy",),
        PolicyKind.RECORD_SET: ("designated record set",),
        PolicyKind.NOTICE: ("notice", "npp", "privacy notice"),
    }
)
_DOCUMENT = "a file in this folder, or where it is kept"

DEVICES = Table(
    name="devices",
    meaning="one row a thing that takes or holds patient photos: camera, phone, memory card",
    required=False,
    columns=(
        Column(name="device", kind=TEXT, meaning="your own name for it", required=True, field="id"),
        Column(name="kind", kind=one_of(DeviceKind, _DEVICES), meaning="camera, phone, tablet, computer, memory card"),
        Column(name="make", kind=TEXT, meaning="the maker, as the device writes it into its photos"),
        Column(name="model", kind=TEXT, meaning="the model, as the device writes it into its photos"),
        Column(name="serial", kind=TEXT, meaning="its serial number", also=("serial number",)),
        Column(name="owner", kind=TEXT, meaning="practice, or whose it is"),
        Column(name="managed", kind=YES_NO, meaning="can you lock and wipe it from afar?"),
        Column(name="encrypted", kind=YES_NO, meaning="are the photos on it encrypted?"),
        Column(name="why_not_encrypted", kind=PROSE, meaning="if not: why, and what is done instead"),
        Column(name="memory_card", kind=YES_NO, meaning="do photos lie on a card that can be taken out?"),
        Column(
            name="photos_leave_by",
            kind=several(one_of(PhotoRoute, _ROUTES)),
            meaning="how photos get off it: cable; card reader; managed app; e-mail; text message; chat; or none",
        ),
        Column(name="wiped_on", kind=DATE, meaning="the last day everything on it was erased, or it was destroyed"),
        Column(name="reused_on", kind=DATE, meaning="the last day it was passed on or put to a new use, if so"),
        Column(name="retired_on", kind=DATE, meaning="the day it was sold, given back or destroyed, if so"),
    ),
)

STAFF = Table(
    name="staff",
    meaning="one row a person who works for you, whatever the work",
    required=False,
    columns=(
        Column(name="person", kind=TEXT, meaning="your own code for the person", required=True),
        Column(name="name", kind=TEXT, meaning="the name"),
        Column(name="role", kind=TEXT, meaning="the work, in your words: front desk"),
        Column(name="hired_on", kind=DATE, meaning="the first day of work"),
        Column(name="left_on", kind=DATE, meaning="the last day of work, if over"),
        Column(name="photo_access_from", kind=DATE, meaning="the first day the person could open patient photos"),
        Column(name="photo_access_until", kind=DATE, meaning="the day that was taken back, accounts included"),
        Column(name="publishes_on", kind=CHANNELS, meaning="channels the person can publish to; or none"),
        Column(name="own_login", kind=YES_NO, meaning="has the person logins of their own, shared with nobody?"),
        Column(name="trained_on", kind=DATES, meaning="every day of privacy training; or none"),
        Column(name="attested_on", kind=DATE, meaning="the day the person signed to have understood it"),
    ),
)

VENDORS = Table(
    name="vendors",
    meaning="one row a firm or person outside who works for you and may come by patient photos",
    required=False,
    columns=(
        Column(name="vendor", kind=TEXT, meaning="its name", required=True),
        Column(name="role", kind=TEXT, meaning="what it does for you: web design"),
        Column(name="direct_control", kind=YES_NO, meaning="does it work under your direct control, like staff?"),
        Column(name="phi_access", kind=YES_NO, meaning="does it make, get, store or send patient information for you?"),
        Column(name="phi_access_from", kind=DATE, meaning="since when"),
        Column(name="phi_access_until", kind=DATE, meaning="until when, if over"),
        Column(name="publishes_on", kind=CHANNELS, meaning="channels it can publish to; or none"),
        Column(name="agreement_signed_on", kind=DATE, meaning="the day the business associate agreement was signed"),
        Column(
            name="agreement_terms",
            kind=several(one_of(AgreementTerm, _TERMS)),
            meaning="what the agreement speaks of: permitted uses; safeguards; reporting; or none",
        ),
        Column(
            name="reports_within_days",
            kind=WHOLE_DAYS,
            meaning="within how many days of a breach the agreement makes it tell you",
        ),
        Column(name="document", kind=TEXT, meaning=f"the agreement: {_DOCUMENT}"),
    ),
)

CONVERSATIONS = Table(
    name="conversations",
    meaning="one row a conversation with a patient before a form was signed",
    required=False,
    columns=(
        Column(name="patient", kind=TEXT, meaning="code of the patient", required=True),
        Column(name="authorization", kind=TEXT, meaning="number of the form it was about"),
        Column(name="held_on", kind=DATE, meaning="the day"),
        Column(name="held_by", kind=TEXT, meaning="who talked with the patient"),
        Column(
            name="topics",
            kind=several(one_of(ConversationTopic, _TOPICS)),
            meaning="what was talked about: use; retract; harm; revoke; or none",
        ),
    ),
)

RISK_ANALYSES = Table(
    name="risk_analyses",
    meaning="one row a risk analysis",
    required=False,
    columns=(
        Column(name="done_on", kind=DAY_OR_NEVER, meaning="the day it was finished; or none, if never", required=True),
        Column(name="done_by", kind=TEXT, meaning="who did it"),
        Column(
            name="scope",
            kind=several(known_or_own(PhotoPlace, _PLACES)),
            meaning="what it looked at: cameras; memory cards; phones; cloud storage; website; social media; e-mail",
        ),
        Column(name="next_on", kind=DATE, meaning="the day the next one is due"),
        Column(name="document", kind=TEXT, meaning=f"the report: {_DOCUMENT}"),
    ),
)

POLICIES = Table(
    name="policies",
    meaning="one row a version of a policy you have written down",
    required=False,
    columns=(
        Column(name="kind", kind=known_or_own(PolicyKind, _POLICIES), meaning="photos and social media", required=True),
        Column(name="version", kind=TEXT, meaning="its name or number"),
        Column(name="approved_on", kind=DATE, meaning="the day from which it holds"),
        Column(name="approved_by", kind=TEXT, meaning="who approved it"),
        Column(name="reviewed_on", kind=DATE, meaning="the last day somebody looked whether it still fits"),
        Column(name="counsel_reviewed_on", kind=DATE, meaning="the last day your attorney looked at it"),
        Column(name="it_reviewed_on", kind=DATE, meaning="the last day whoever looks after your computers did"),
        Column(name="law_changed_on", kind=DATE, meaning="the day the law changed, if this version follows a change"),
        Column(name="ended_on", kind=DATE, meaning="the day it was replaced or given up, if so"),
        Column(
            name="notice_says",
            kind=several(one_of(NoticeStatement)),
            meaning="of the notice of privacy practices, what it says: marketing; other uses; revocation; or none",
        ),
        Column(name="names_photos", kind=YES_NO, meaning="of the record set: does it name patients' photos?"),
        Column(name="document", kind=TEXT, meaning=f"the text: {_DOCUMENT}"),
    ),
)
