"""All rules in one document, family by family: ``docs/rules.md``, written from the rules themselves."""

from __future__ import annotations

from ..law.notes import looked_at
from ..law.rows import How, every_row
from ..rules import families, family, load_rules
from . import phrases
from .rule_page import markdown

_HEAD = """# What is checked

*Written by `make rules-page` from the rules themselves; do not edit it here.*

{rules}, one file each in `modules/before_you_post/rules/`. `before-you-post rules` lists them, `before-you-post rules
show ID` prints one of these pages. A rule looks at what was collected and says what it observed. It never says that
anything is within the law. {note}

Every example is one photo with which nothing is wrong, with one thing changed: an after photo of the nose of an
invented patient in Ohio, posted on the website on 2026-03-02, with a signed form that covers it, looked at on
2026-11-22.

Of {rows} rows in our notes on the law, as of {day}, {checked} are checked by these rules and {taught} are taught only.
`before-you-post law` has the rest: what is due to be looked at again, figures in force, state packs.
"""


def document() -> str:
    """The whole document as Markdown."""
    rules, rows = load_rules(), every_row()
    counted = {how: sum(row.how is how for row in rows) for how in How}
    parts = [
        _HEAD.format(
            rules=phrases.count(len(rules), "rule"),
            note=looked_at().note,
            rows=len(rows),
            day=looked_at().on,
            checked=counted[How.RULES],
            taught=counted[How.TAUGHT],
        )
    ]
    for name, about in families().items():
        mine = [rule for rule in rules if family(rule.id) == name]
        parts.append(f"## {name.capitalize()}\n\n{about}\n")
        parts.append("\n".join(f"- [{rule.id}](#{rule.id}): {rule.title}" for rule in mine) + "\n")
        parts += [markdown(rule) for rule in mine]
    return "\n".join(parts)
