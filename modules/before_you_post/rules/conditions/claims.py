"""Words that promise too much: a sure result, no risk, better than everybody else, or an appeal to vanity or fear.

A list of words cannot tell whether a sentence misleads. "The best result I ever had" in a patient's story and "the
best surgeon in town" are read differently, so what is found here is always put before a person. A word with "no" or
"not" right before it ("no guarantee") promises nothing and is passed over.
"""

from __future__ import annotations

import re

from .post_words import each_once, pattern, said

_NOT = re.compile(
    r"\b(?:no|not|never|without|cannot|isn['’]t|aren['’]t|can['’]t|don['’]t|nobody can|no one can|nothing is)\s+"
    r"(?:(?:a|be|ever)\s+)?$",
    re.IGNORECASE,
)

_WHO = "surgeons?|doctors?|dermatologists?|injectors?|practice|clinic|spa"

PROMISES = pattern(
    r"guarantee(?:d|s)?",
    r"permanent(?:ly)?",
    r"lasts? forever",
    r"cures?",
    r"miracle",
    r"miraculous",
    r"flawless",
    r"perfect results?",
    r"(?:100|one hundred)\s?(?:%|percent) (?:safe|effective|satisfaction|success(?:ful)?)",
    r"(?:no|zero) (?:risks?|side effects?|pain|scars?|scarring|downtime|complications?)",
    r"risk-free",
    r"pain-free",
    r"painless",
    r"scarless",
    r"(?:you|you'll|you will) (?:will )?(?:look|be) (?:10|ten|15|fifteen|20|twenty) years younger",
    r"instant results?",
    r"works for everyone",
)
SUPERIORITY = pattern(
    rf"(?:the|our|your) (?:very )?best (?:\w+ )?(?:{_WHO}|results?)",
    r"best in (?:the )?(?:town|city|state|country|area|class)",
    rf"(?:the )?(?:no\.?|number|#)\s?(?:1|one) (?:\w+ )?(?:{_WHO})",
    r"world-class",
    r"unmatched",
    r"unrivall?ed",
    r"unsurpassed",
    r"second to none",
    r"better than (?:any|every|all) (?:other )?\w+",
    rf"(?:top|leading|the only) (?:{_WHO})",
)
VANITY_OR_FEAR = pattern(
    r"before it(?:'s| is) too late",
    r"don't (?:let|wait until) (?:\w+ ){0,6}(?:too late|old|ugly|ashamed)",
    r"(?:stop|end) (?:hiding|being ashamed)",
    r"ashamed of your",
    r"embarrassed by your",
    r"ugly",
    r"(?:everyone|everybody) will (?:envy|stare|notice)",
    r"the envy of",
    r"turn back time",
    r"irresistible",
    r"look your age",
)


def promises(text: str) -> tuple[str, ...]:
    """Phrases that promise a result, or that nothing can go wrong."""
    return _unless_denied(PROMISES, text)


def superiority(text: str) -> tuple[str, ...]:
    """Phrases that say the practice is better than others."""
    return _unless_denied(SUPERIORITY, text)


def vanity_or_fear(text: str) -> tuple[str, ...]:
    """Phrases that work on a reader's vanity or fears."""
    return said(VANITY_OR_FEAR, text)


def _unless_denied(phrases: re.Pattern[str], text: str) -> tuple[str, ...]:
    return each_once(match[0] for match in phrases.finditer(text) if not _NOT.search(text[: match.start()]))
