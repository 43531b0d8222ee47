"""Answers to reviews, and words that tell that somebody is or was a patient.

The reviewer's own words were not kept: the practice did not write them. An answer speaks to one known person, so every
word of care in it is about that person. Polite thanks for a visit say the same, only more softly.
"""

from __future__ import annotations

from ...records import Post
from .post_words import pattern, said

_SOURCES = ("google_business",)  # readers that tell answers to reviews apart
_CARE = (
    r"procedures?|surger(?:y|ies)|operations?|treatments?|consultations?|results?|recovery|nose|skin|lips?|face|scars?"
    r"|filler|botox|injections?|peel|laser|implants?|stitches|swelling|bruising|pain|complications?|infection|diagnosis"
    r"|condition|medications?|prescriptions?|insurance|plan|copay|bill|balance|invoice|payments?|refund|deposit|account"
    r"|charts?|records?|photos?|forms?|consent"
)
_TOLD = pattern(
    rf"your (?:\w+ ){{0,2}}(?:{_CARE})",
    r"you (?:had|have had|received|underwent|were treated|were given|missed|refused|declined|cancell?ed|owe|paid|signed"
    r"|were told|did not follow|didn't follow|came in (?:for|with|because))",
    r"when (?:we|i|dr\.? \w+) (?:saw|treated|examined|operated on) you",
    r"(?:we|i|dr\.? \w+) (?:treated|operated on|injected|prescribed|diagnosed|removed)",
)
_CONFIRMED = pattern(
    r"(?:thank you|thanks) (?:so much |again )?for (?:visiting|coming|choosing|trusting|your (?:visit|trust|business"
    r"|loyalty|patience|appointment))(?: \w+){0,3}",
    r"(?:visiting|trusting|choosing) (?:us|our (?:practice|office|clinic|team))",
    r"(?:glad|happy|delighted|pleased|pleasure|honou?red)(?: \w+){0,3} (?:treat|care for|see|help|have)(?:ing)?"
    r" (?:\w+ )?you",
    r"(?:our|a) (?:\w+ ){0,2}patients?",
    r"(?:see|welcome) you (?:again|back|soon|next)",
    r"your (?:\w+ ){0,2}(?:visit|appointment|experience|stay|journey)",
    r"(?:great|lovely|nice|wonderful) (?:seeing|meeting|working with|to (?:see|meet)) you",
)
_GENERAL = pattern(
    r"(?:call|contact|reach|write to|e-?mail|phone) (?:us|our|the)(?: \w+){0,4}",
    r"privacy",
    r"(?:cannot|can't|may not|not able to|unable to) (?:discuss|comment|confirm|share|say|answer)(?: \w+){0,4}",
)


def is_reply(post: Post | None) -> bool:
    """The post is an answer to a review, by the reader that found it."""
    return post is not None and post.source in _SOURCES and "/reviews/" in post.id


def care_told(text: str) -> tuple[str, ...]:
    """Words that tell of care, or of its payment."""
    return said(_TOLD, text)


def confirmed(text: str) -> tuple[str, ...]:
    """Polite words that tell that somebody was here."""
    return said(_CONFIRMED, text)


def is_general(text: str) -> bool:
    """The words are those of an answer that could be given to anybody: call us, we cannot discuss it here."""
    return bool(_GENERAL.search(text)) and not care_told(text) and not confirmed(text)
