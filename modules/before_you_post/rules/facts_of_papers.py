"""Facts about the practice, its forms, people, devices and vendors, each with the sentence that says it is not known.

``{about}`` stands for the id of what is asked about.
"""

from __future__ import annotations

from collections.abc import Mapping

FACTS: Mapping[str, str] = {}
