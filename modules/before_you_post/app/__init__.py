"""Starts the pages in a browser: the dashboard alone, or the whole site."""

from .serve import serve_dashboard
from .serve_site import Serving, serve_site

__all__ = ["Serving", "serve_dashboard", "serve_site"]
