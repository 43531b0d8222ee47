"""Which of the policies the practice has written down hold on a day."""

# mypy: strict-optional

from __future__ import annotations

from datetime import date

from ...records import Papers, PolicyKind, WrittenPolicy


def in_force(papers: Papers, kind: PolicyKind, day: date) -> tuple[WrittenPolicy, ...]:
    """The policies of a kind that hold on that day; one without a date of approval is taken to hold already.

    Empty where the practice keeps no list of its policies.
    """
    return tuple(one for one in papers.policies or () if one.kind == kind and _holds(one, day))


def policy_named(policy: WrittenPolicy) -> str:
    """The policy as a reader knows it: the policy “photos and social media” (version 2)."""
    version = f" (version {policy.version})" if policy.version else ""
    return f"the policy “{policy.kind}”{version}"


def last_looked_at(policy: WrittenPolicy) -> date | None:
    """The last day somebody looked at it, be it to approve it."""
    days = [day for day in (policy.approved_on, policy.reviewed_on) if day]
    return max(days) if days else None


def _holds(policy: WrittenPolicy, day: date) -> bool:
    begun = policy.approved_on is None or policy.approved_on <= day
    return begun and (policy.ended_on is None or policy.ended_on > day)
