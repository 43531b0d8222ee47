"""Is an incident a breach that people must be told of, until when, and how many are they?

An unauthorized disclosure counts as a breach until the practice has shown otherwise (45 CFR 164.402(2)). So nothing
here concludes that it was none: only what the practice itself wrote down does, and only where that can be.
"""

# mypy: strict-optional

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ...law.clocks import delayed_until, individuals_due
from ...records import Conclusion, Incident

FACTORS: Mapping[str, str] = {
    "factor_data": "what it was and whether it tells who (factor 1)",
    "factor_recipient": "who got it (factor 2)",
    "factor_viewed": "whether it was really seen or taken (factor 3)",
    "factor_mitigated": "how far the risk was reduced (factor 4)",
}  # field of Incident: 45 CFR 164.402(2)(i) to (iv) in words


def counts_as_breach(incident: Incident) -> bool:
    """People must be told of it: the practice concluded so, or has concluded nothing and no exception can hold."""
    if incident.conclusion is None:
        return not excepted(incident) and not unreadable(incident)
    return incident.conclusion is Conclusion.BREACH


def excepted(incident: Incident) -> bool:
    """The practice relies on an exception of 45 CFR 164.402(1), and it was not public: there none can hold."""
    return incident.exception is not None and not incident.public


def unreadable(incident: Incident) -> bool:
    """What was lost was encrypted and its key was not lost with it, so nobody could read it."""
    return bool(incident.encrypted and incident.key_apart and not incident.public)


def people(incident: Incident) -> int | None:
    """How many people it concerns; ``None`` = not recorded."""
    if incident.individuals is not None or incident.residents is None:
        return incident.individuals
    return sum(number for _, number in incident.residents)


def delay(incident: Incident) -> date | None:
    """The day until which the police made the practice wait; ``None`` where they did not."""
    return delayed_until(incident.delay_asked_on, incident.delay_until, written=incident.delay_written)


def last_day(incident: Incident) -> date:
    """The last day to tell the patients. Asked only where the day of discovery is recorded."""
    assert incident.discovered_on is not None  # noqa: S101 - every caller's `applies` asks for it first
    return individuals_due(incident.discovered_on, delay(incident))


def clock_runs(incident: Incident) -> bool:
    """People must be told of it, and the day from which the clocks count is recorded."""
    return incident.discovered_on is not None and counts_as_breach(incident)


def says_none(words: str | None) -> bool:
    """The practice wrote that there is nothing: “none”, whatever may follow."""
    return words is not None and words.split()[:1] != [] and words.split()[0].strip(".,;:").casefold() == "none"


def too_late(told: date | None, last: date, today: date, whom: str) -> str | None:
    """Why a notice came too late or is missing after its last day, as a sentence; ``None`` where it is neither."""
    if told is None:
        return None if today <= last else f"That {whom} told is not on record; the last day was {last}."
    return None if told <= last else f"{whom[:1].upper()}{whom[1:]} told on {told}; the last day was {last}."
