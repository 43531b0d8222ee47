"""A form as such, whether or not a photo relies on it: its version, what it must never say, and how long it is kept."""
