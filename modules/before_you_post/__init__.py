"""Before You Post: learn the rules for sharing patient photos, and audit what was published against them."""

__version__ = "0.1.0"
