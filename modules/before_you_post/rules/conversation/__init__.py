"""The talk before the signature: good practice that no form replaces."""
