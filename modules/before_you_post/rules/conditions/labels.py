"""Words by which a post owns up: this is a model, a computer made it, somebody was paid, results differ.

Finding such words settles that the post says it. Finding none settles nothing: a label may use other words, or stand
in a part of the picture that could not be read. So the silence of this module is put before a person, unless the
practice itself has recorded that the post does not say it.
"""

from __future__ import annotations

from .post_words import pattern, said

_MODEL = pattern(
    r"(?<!role\x20)(?<!laser\x20)(?<!device\x20)(?<!new\x20)(?<!latest\x20)models?",
    r"actors?",
    r"actress(?:es)?",
    r"(?:not|isn't) (?:an |a |our )?(?:actual |real )?patients?",
    r"stock (?:photo|photograph|image|picture)s?",
    r"illustration(?: only)?",
    r"for illustrat\w+ purposes",
)
_COMPUTER = pattern(
    r"ai[- ](?:generated|made|created|image|model|person)",
    r"generated (?:by|with|using) (?:ai|artificial intelligence|a computer)",
    r"(?:made|created) (?:by|with|using) (?:ai|artificial intelligence|a computer)",
    r"computer[- ](?:generated|made|simulated)",
    r"artificial intelligence",
    r"synthetic (?:performer|person|model|image)",
    r"simulat(?:ion|ed)(?: image| result)?",
    r"digital(?:ly)? (?:rendering|created|generated)",
    r"not a real person",
)
_PAID = pattern(
    r"#?ads?",
    r"#?advert(?:isement|orial|ising)?",
    r"#?sponsored(?: by)?",
    r"#?paid(?: partnership| promotion| post| for by| by| us)",
    r"in partnership with",
    r"#\w*partner",
    r"#?gifted",
    r"complimentary",
    r"free of charge",
    r"(?:at a |with a |received a |got a )?discount(?:ed)?",
    r"in (?:return|exchange) for",
    r"compensat(?:ed|ion)",
    r"brand ambassador",
)
_TIE = pattern(
    r"(?:our|dr\.? \w+'s) (?:own |very own )?(?:nurse|injector|employee|staff|team|colleague|receptionist|manager|wife"
    r"|husband|daughter|son|sister|brother|mother|father|aunt|uncle|cousin|niece|nephew|partner|family)(?: member)?",
    r"(?:who )?works? (?:here|for us|with us|at our practice)",
    r"(?:member|one) of (?:our|the) (?:own )?(?:staff|team|family)",
    r"i work (?:here|for|at)",
    r"(?:is|as|am) (?:an employee|a member of staff|on (?:our|the) staff)",
    r"(?:wife|husband|daughter|son|sister|brother|mother|father) of (?:dr|our)\w*",
)
_DIFFER = pattern(
    r"results?(?: (?:may|can|will|do|might))? (?:vary|varies|differ)\w*",
    r"(?:individual|your|actual) results? (?:\w+ ){0,3}(?:vary|differ|not be the same)",
    r"not (?:all|every|everyone|everybody|each)(?: \w+){0,4} (?:same|similar|these|this|such)(?: \w+)? results?",
    r"(?:the )?same results? (?:may|might|can|will|do|does) not (?:occur|happen|be)\w*(?: \w+){0,4}",
    r"no (?:result|outcome) is (?:the same|guaranteed)",
    r"results? (?:is|are) not (?:typical|guaranteed)",
)
_USUAL = pattern(
    r"most (?:patients|people)",
    r"(?:typical|usual|average|expected)(?:ly)? (?:result|improvement|outcome)s?",
    r"on average",
    r"(?:patients|people) (?:typically|usually|generally) (?:see|get|have|need)",
)
_MEANT = pattern(
    r"(?:real|actual|genuine|our|my|one of our|of our) (?:\w+ )?(?:patients?|clients?)(?:'s)?(?: results?)?",
    r"(?:real|actual|genuine) (?:people|person|results?)",
    r"(?:her|his|their) (?:actual|real) results?",
)


def says_model(text: str) -> bool:
    """The words say that whoever is shown is a model, an actor, a stock photo or no patient."""
    return bool(_MODEL.search(text))


def says_computer(text: str) -> bool:
    """The words say that a computer made the person or the picture."""
    return bool(_COMPUTER.search(text))


def says_paid(text: str) -> bool:
    """The words say that somebody was paid, or got something, for the post."""
    return bool(_PAID.search(text))


def says_tie(text: str) -> bool:
    """The words say that whoever speaks works for the practice, or is family."""
    return bool(_TIE.search(text))


def says_differ(text: str) -> bool:
    """The words say that not everybody gets the same result."""
    return bool(_DIFFER.search(text))


def says_usual(text: str) -> bool:
    """The words say what people usually get."""
    return bool(_USUAL.search(text))


def says_patient(text: str) -> tuple[str, ...]:
    """The words by which a post claims to show a real patient; what says "not an actual patient" claims nothing."""
    return () if _MODEL.search(text) else said(_MEANT, text)
