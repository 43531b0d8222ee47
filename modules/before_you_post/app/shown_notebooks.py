"""Reads the site's notebooks for Voila, as visitors get them.

Voila has a hook for that, which it refuses as soon as pages are run ahead of their visitors. So what is left out is
left out where notebooks are read.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jupyter_server.services.contents.largefilemanager import LargeFileManager

from .notebook import served_cells
from .pages import ServedPage


class ShownNotebooks(LargeFileManager):
    """A contents manager that knows the site's pages and gives each its title, without the asides."""

    def __init__(self, *, pages: Mapping[str, ServedPage], **kwargs: Any) -> None:
        """``pages`` are those of ``site_pages``."""
        super().__init__(**kwargs)
        self._pages = {page.notebook: page for page in pages.values()}

    def get(self, path: str, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The model of a notebook or file; raises Tornado's HTTPError 404 where there is none."""
        model: dict[str, Any] = super().get(path, *args, **kwargs)  # type: ignore[no-untyped-call]
        page = self._pages.get(path.strip("/"))
        if page is not None and model["type"] == "notebook" and model["content"] is not None:
            model["content"] = served_cells(model["content"], title=page.title, kind=page.kind, site=True)
        return model
