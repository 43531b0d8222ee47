"""A practice's own files (practice.yaml, CSV, Excel) read into records; an empty set of them for a new practice."""

from .files import PracticeFiles, load
from .scaffold import scaffold

__all__ = ["PracticeFiles", "load", "scaffold"]
