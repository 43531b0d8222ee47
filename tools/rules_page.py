"""Write docs/rules.md anew from the rules themselves (``make rules-page``)."""

from __future__ import annotations

from pathlib import Path

from before_you_post.report.rules_document import document

PAGE = Path(__file__).parent.parent / "docs" / "rules.md"


def main() -> None:
    """Write the page in place."""
    PAGE.write_text(document(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
