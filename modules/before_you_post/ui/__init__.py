"""The dashboard as a widget: what a privacy officer or office manager sees of an audit."""

from .dashboard import Dashboard
from .practice_folder import SAMPLE, practice_folder

__all__ = ["SAMPLE", "Dashboard", "practice_folder"]
