"""Files inside files that are no archives: what came with a letter, and the pictures of a PDF."""

from __future__ import annotations

from typing import BinaryIO

from .mail_file import is_mail, open_enclosure
from .pdf_file import is_pdf, open_pdf_picture


def holds_files(name: str) -> bool:
    """Whether a file of this name may hold others that :func:`open_inside` finds."""
    return is_mail(name) or is_pdf(name)


def open_inside(file: BinaryIO, name: str, inside: str) -> BinaryIO:
    """One file inside an opened letter, mailbox or PDF, in memory. Raises OSError, and nothing else."""
    if is_pdf(name):
        return open_pdf_picture(file, inside)
    if is_mail(name):
        return open_enclosure(file, name, inside)
    raise FileNotFoundError(inside)
