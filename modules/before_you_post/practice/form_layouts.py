"""The tables about forms: the signed ones, a row a form, and the printed ones, a row a version.

What the print says is the same on every copy of a version. It is therefore asked for once a version, and a form may
say otherwise for itself.
"""

from __future__ import annotations

from ..inputs.cells import DATE, PROSE, TEXT, YES_NO, Kind, one_of
from ..inputs.table import Column, Table
from ..records import FormKind, SignerRole
from .paper_cells import GRADE, LIST, POINTS, SOMEBODY, items, several, spellings
from .photo_scopes import PHOTOS
from .states import STATE

_SIGNERS = spellings(
    {
        SignerRole.PATIENT: ("self", "pt", "the patient"),
        SignerRole.PARENT: ("mother", "father", "mom", "dad"),
        SignerRole.GUARDIAN: ("legal guardian", "court-appointed guardian"),
        SignerRole.REPRESENTATIVE: ("personal representative", "poa", "power of attorney"),
        SignerRole.EXECUTOR: ("executrix", "administrator", "estate", "executor of the estate"),
    }
)
_FORMS = spellings(
    {
        FormKind.AUTHORIZATION: ("authorization form", "hipaa authorization", "photo authorization"),
        FormKind.TREATMENT_CONSENT: ("treatment consent", "consent for treatment", "procedure consent"),
        FormKind.INTAKE: ("intake", "new patient form", "registration form"),
        FormKind.NOTICE: ("notice", "privacy notice", "acknowledgment of the privacy notice"),
        FormKind.SPOKEN: ("spoken", "oral", "verbal", "oral agreement", "verbal agreement"),
    }
)


def _channels(cell: str) -> tuple[str, ...] | None:
    parts = items(cell)
    names = tuple(name for part in parts or () for name in map(str.strip, part.split(",")) if name)
    return names or (() if parts == () else None)


CHANNELS = Kind(_channels, "names of channels with ; between them, or none")

# What the printed form says, whether a row describes one copy or a version.
PRINTED = (
    Column(name="form_kind", kind=one_of(FormKind, _FORMS), meaning="what the paper is: authorization, intake form"),
    Column(name="names_discloser", kind=YES_NO, meaning="does it name who may release the photos?"),
    Column(name="names_recipients", kind=YES_NO, meaning="does it name who may see them?"),
    Column(name="states_purpose", kind=YES_NO, meaning="does it say what for?"),
    Column(name="says_revocable", kind=YES_NO, meaning="does it say that it can be taken back, and how?"),
    Column(name="says_not_conditioned", kind=YES_NO, meaning="does it say that care does not depend on signing?"),
    Column(name="says_redisclosed", kind=YES_NO, meaning="does it warn that others may pass the photos on?"),
    Column(name="says_paid", kind=YES_NO, meaning="does it say that somebody pays you for showing the photos?"),
    Column(name="says_sold", kind=YES_NO, meaning="does it say that you are paid for the photos themselves?"),
    Column(name="names_marketing", kind=YES_NO, meaning="does it say that the photos are for marketing?"),
    Column(name="likeness_consent", kind=YES_NO, meaning="does it consent to the use of a likeness in advertising?"),
    Column(name="stands_alone", kind=YES_NO, meaning="is it a document of its own, not part of a treatment consent?"),
    Column(name="separate_signature", kind=YES_NO, meaning="is the signature for this alone?"),
    Column(name="font_points", kind=POINTS, meaning="size of the smallest print, in points"),
    Column(name="reading_grade", kind=GRADE, meaning="the school grade needed to read it"),
)

# A form may have ended on a day that cannot be read: such a form must not speak for a photo, hence ``decisive``.
AUTHORIZATIONS = Table(
    name="authorizations",
    meaning="one row a signed form",
    columns=(
        Column(name="authorization", kind=TEXT, meaning="your own number for the form", required=True, field="id"),
        Column(name="patient", kind=TEXT, meaning="code of the patient", required=True),
        Column(name="form_version", kind=TEXT, meaning="which form was used"),
        Column(name="signed", kind=YES_NO, meaning="is there a signature on it?"),
        Column(name="signed_on", kind=DATE, meaning="the date beside the signature"),
        Column(name="signed_by", kind=TEXT, meaning="who signed"),
        Column(name="signer_role", kind=one_of(SignerRole, _SIGNERS), meaning="what the signer is to the patient"),
        Column(
            name="adult_when_signed",
            kind=YES_NO,
            meaning="was the patient of age that day? Only needed when the table of patients holds no birth date",
        ),
        Column(name="authority", kind=PROSE, meaning="why someone other than the patient may sign"),
        Column(name="expires_on", kind=DATE, meaning="the day it ends, when the form names a day"),
        Column(name="expires_when", kind=PROSE, meaning="the event it ends with, when the form names an event"),
        Column(name="event_happened_on", kind=DATE, decisive=True, meaning="the day that event happened, if it has"),
        Column(name="revoked_on", kind=DATE, decisive=True, meaning="the day the patient took it back, if so"),
        Column(
            name="channels",
            kind=CHANNELS,
            meaning="where the form allows the photos to be shown; several with ; between them",
        ),
        Column(
            name="photos",
            kind=PHOTOS,
            meaning="which photos the form describes: before; after; before nose; or single photos of the library",
        ),
        Column(name="may_name", kind=YES_NO, meaning="does the form allow the patient's name to be shown?"),
        Column(
            name="document",
            kind=TEXT,
            meaning="the scan of the form: a file in this folder, or where it is kept",
        ),
        Column(name="blanks", kind=LIST, meaning="which parts that must be filled in were left blank; or none"),
        Column(name="paid_by", kind=SOMEBODY, meaning="who pays you for showing the photos, if anybody does"),
        Column(name="sold_to", kind=SOMEBODY, meaning="who pays you for the photos themselves, if anybody does"),
        Column(name="required_for_care", kind=YES_NO, meaning="was treatment made to depend on signing?"),
        Column(name="known_false", kind=YES_NO, meaning="do you know that something important in it is false?"),
        Column(name="copy_given_on", kind=DATE, meaning="the day the signer was given a copy"),
        Column(name="child_agreed", kind=YES_NO, meaning="signed for a child: did the child say yes too?"),
        Column(
            name="minor_may_decide",
            kind=YES_NO,
            meaning="a minor: may they, by law, consent to this care without their parents?",
        ),
        Column(name="destroyed_on", kind=DATE, meaning="the day paper and scan were destroyed, if so"),
        *PRINTED,
    ),
)

FORM_VERSIONS = Table(
    name="form_versions",
    meaning="one row a printed form: what it says, so that no signed form has to say it again",
    required=False,
    columns=(
        Column(name="form_version", kind=TEXT, meaning="its name, as in the table of authorizations", required=True),
        *PRINTED,
        Column(name="says_copy", kind=YES_NO, meaning="does it say that the signer may have a copy?"),
        Column(name="waives_rights", kind=YES_NO, meaning="does the signer give up rights to privacy in it?"),
        Column(name="forbids_reviews", kind=YES_NO, meaning="does it forbid the signer to review you as they like?"),
        Column(name="states", kind=several(STATE), meaning="the states it was written for"),
        Column(name="approved_on", kind=DATE, meaning="the day it was approved for use"),
        Column(name="approved_by", kind=TEXT, meaning="who approved it: your attorney, for example"),
        Column(name="withdrawn_on", kind=DATE, meaning="the day from which it is no longer to be signed, if any"),
        Column(name="document", kind=TEXT, meaning="the blank form: a file in this folder, or where it is kept"),
    ),
)
