"""Facts about an incident, each with the sentence that says it is not known.

``{about}`` stands for the id of what is asked about.
"""

from __future__ import annotations

from collections.abc import Mapping

FACTS: Mapping[str, str] = {
    "office.papers.incidents": "The practice keeps no log of incidents. If there was none so far, write one row “none” "
    "into the table of incidents.",
    "matter.incident.public": "It is not recorded whether anybody could see it.",
    "matter.incident.discovered_on": "The first day on which anybody who works here knew of it is not recorded, so no "
    "clock can be counted.",
    "matter.incident.individuals or matter.incident.residents": "It is not recorded how many people it concerns.",
    "matter.incident.residents": "It is not recorded how many of the people live in which state.",
    "matter.incident.notice_says": "It is not recorded what the notice to the patients says.",
    "matter.incident.told_by": "It is not recorded how the patients were told: by letter, e-mail or otherwise.",
    "matter.incident.vendor_discovered_on": "The first day on which anybody at the vendor knew of it is not recorded.",
    "matter.incident.vendor_told_on": "The day on which the vendor told the practice is not recorded.",
    "matter.incident.evidence_kept": "It is not recorded where copies of what was out are kept.",
    "matter.incident.document": "It is not recorded where the notices are kept, or the assessment that none were owed.",
    "matter.incident.delay_written": "It is not recorded whether the police asked in writing.",
    "matter.incident.mitigation": "It is not recorded what was done to make the harm smaller.",
    "matter.incident.key_apart": "It is not recorded whether the key or password was lost with it.",
    "matter.incident.sanction": "It is not recorded what followed for whoever did it.",
}
