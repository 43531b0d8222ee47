"""What lies in a published photo file and could not be read must be looked at by a person.

A block nobody can read may hold anything: a maker's note with a serial number, a video behind the picture, a damaged
caption. Silence about it would look like a clean file. So it is named, and the easy answer is to clean the file, which
leaves out every block whether it was understood or not. That such a block matters is our own caution, not a line of
the law, so the rule only asks for a look. A file that could not be opened at all is another rule's finding.
"""

from __future__ import annotations

from ...records import MetadataItem, MetadataKind, Severity, SubjectKind
from ..base import Observation, Rule, Subject
from ..cases.clean import but
from ..conditions.governing import set_aside

_MOST = 6
NOTE = MetadataItem(
    kind=MetadataKind.UNREAD, name="MakerNote", found_in="maker note", value="4120 bytes of the maker's own"
)
PROGRAM = MetadataItem(kind=MetadataKind.SOFTWARE, name="Software", found_in="EXIF", value="Fern Studio 4")


def check(subject: Subject) -> Observation | None:
    unread = [item for item in subject.evidence.photo.metadata or () if item.kind is MetadataKind.UNREAD]
    if not unread:
        return None
    told = "; ".join(f"{item.name} ({item.found_in}): {item.value[:60]}" for item in unread[:_MOST])
    more = f"; and {len(unread) - _MOST} more" if len(unread) > _MOST else ""
    return Observation(text=f"Parts of the file could not be read: {told}{more}.", review=True)


RULE = Rule(
    id="photo-metadata-unread",
    title="Something in the file could not be read",
    citation="45 CFR 164.514(b)(2)(i)(R)",
    tag="U",
    severity=Severity.MED,
    remedy="Clean the file with before-you-post clean, which leaves out every such part, and publish the clean copy.",
    lesson="what-identifies",
    seed=("S39",),
    subject=SubjectKind.PHOTO,
    needs=(),
    applies=lambda subject: subject.evidence.photo.metadata is not None and not set_aside(subject.evidence),
    check=check,
    violates=(but(photo={"metadata": (NOTE,)}),),
    complies=(but(photo={"metadata": (PROGRAM,)}),),
)
