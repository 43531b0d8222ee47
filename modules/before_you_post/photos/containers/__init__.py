"""How picture files are built: a walk through the parts of each kind of file, without unpacking the picture.

Two rooms need it: reading what stands beside the picture, and leaving it out. The walks read untrusted bytes: they
never read past the end, always go forward, and raise ContainerError where a file is not built as its kind says.
"""

from .broken import ContainerError

__all__ = ["ContainerError"]
