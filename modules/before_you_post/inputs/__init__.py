"""Tables and photo files as they lie on disk: what the practice's folder and its channels are both read with.

A room below ``practice`` and ``sources``, so that neither of them needs the other.
"""
