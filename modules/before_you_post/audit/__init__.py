"""Judges every published photo, and everything else the rules ask about: what to do now, and why.

How a photo is judged:

1. *Who is asked.* A rule says what it is asked of: every panel, or once the photo. A photo that a named person has set
   aside as no patient photo has no panels to ask about. A photo that was not compared with the library is asked
   about once, as if it had one unknown panel.
2. *On which day.* Twice: for the posting day and for today, each with the form that speaks on that day
   (``conditions/governing.py``). A post taken down by today has nothing to ask about today. What the file itself holds
   is taken to be what it held when it was posted.
3. *In which order.* Does the rule apply? If not, ``not_applicable``. Are the facts it needs known? If not,
   ``not_checked`` with the missing fact in words: silence is never a pass. Else its check observes nothing (``pass``),
   a fault (``fail``), or something for a person to decide (``needs_review``). A rule marked ``partial`` may observe
   a fault though a need is missing; only its silence is then ``not_checked``.
4. *One finding.* Both days make one Finding. Its outcome is today's where today's is bad, else the posting day's where
   that one is bad, and the words say so; else ``not_checked`` if either day is.
5. *The verdict today*, the first that fits: a failed rule of severity BLOCK, ``take_down``; another failed rule,
   ``fix``; something for a person to decide, or bad on the posting day only, ``review``; something not checked today,
   ``not_determined``; else ``clear``. An unknown posting day alone leaves today's verdict as it is. The verdict of the
   posting day follows the same table with that day's outcomes; it is ``not_determined`` where the day is not known.

Everything else is judged alike: a post on its posting day and today, forms, people, devices, vendors, incidents and
the practice itself today only. Only a post can be a ``take_down``; what else fails is a ``fix``.

A practice outside of HIPAA keeps HIPAA's rules as its own policy: what fails there asks for review, and says why. What
states and advertising law ask is asked all the same.

A rule that crashes is a bug and stops the audit: a photo must not look clear because nobody could judge it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .changes import Key, changes, findings, keys
from .judging import judge, judge_case, judge_matter
from .verdicts import BAD

if TYPE_CHECKING:
    from .running import run

__all__ = ["BAD", "Key", "changes", "findings", "judge", "judge_case", "judge_matter", "keys", "run"]


def __getattr__(name: str) -> Any:
    """Running brings everything that looks at pictures with it: for whoever only judges, it is not loaded."""
    if name in ("run",):
        from . import running  # noqa: PLC0415 - see above

        return getattr(running, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
