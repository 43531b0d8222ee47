"""Values that an earlier audit worked out, read back from the cache."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

T = TypeVar("T")


def remembered(cache: Mapping[str, str], adapter: TypeAdapter[T], key: str) -> T | None:
    """The value kept under a key; None where there is none, or one of a version that had other fields."""
    value = cache.get(key)
    try:
        return None if value is None else adapter.validate_json(value)
    except ValidationError:
        return None
