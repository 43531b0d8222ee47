"""Facts about a post as advertising, each with the sentence that says it is not known.

``{about}`` stands for the id of what is asked about.
"""

from __future__ import annotations

from collections.abc import Mapping

_LIST = "in the list of posts (table advertisements)"

FACTS: Mapping[str, str] = {
    "office.papers.advertisements": "The practice keeps no list of its posts (table advertisements), so nobody can say "
    "who is shown in them, who speaks, what was paid, and who checked them.",
    "matter.advertisement": f"The post {{about}} shows a patient and has no row {_LIST}.",
    "matter.advertisement.shown": f"It is not recorded {_LIST} who is shown in {{about}}: a patient, a model, or "
    "somebody a computer made.",
    "matter.advertisement.evidence": f"It is not recorded {_LIST} where the evidence for what {{about}} claims is "
    "kept. If there is none, write “none”.",
    "matter.advertisement.typical": f"It is not recorded {_LIST} whether the result shown in {{about}} is the usual "
    "one.",
    "matter.advertisement.compensation": f"It is not recorded {_LIST} what was given for {{about}}. If nothing was, "
    "write “none”.",
    "matter.advertisement.relationship": f"It is not recorded {_LIST} what ties the speaker of {{about}} to the "
    "practice. If nothing does, write “none”.",
    "matter.advertisement.speaker": f"It is not recorded {_LIST} which patient tells the story in {{about}}.",
    "matter.advertisement.speaker_confirmed_on": f"It is not recorded {_LIST} when the speaker of {{about}} last "
    "confirmed that the story is true.",
    "matter.advertisement.incentive_for": f"It is not recorded {_LIST} what a reward for {{about}} depended on. If "
    "there was none, write “none”.",
    "matter.advertisement.credentials": f"It is not recorded {_LIST} whether {{about}} says what the speaker is.",
    "matter.advertisement.promoted": f"It is not recorded {_LIST} whether somebody was paid to show {{about}}.",
    "matter.advertisement.copy_kept": f"It is not recorded {_LIST} where an exact copy of {{about}} is kept.",
    "matter.identifiers": "Nobody looked for patients' names in the words of {about}.",
    "office.papers.conversations": "The practice keeps no record of the conversations with patients before they signed "
    "(table conversations).",
    "panel.edits": "The photo was not compared with its original for edits.",
    "evidence.pairs": "The photo was not compared with the other photos of its post as before and after.",
    "form.names_marketing": "It is not recorded whether form {form} says that the photos will be used for marketing.",
    "form.likeness_consent": "It is not recorded whether form {form} consents to the use of the patient's likeness in "
    "advertising.",
}
