"""Starts the dashboard in a browser, on this machine only."""

from .serve import serve_dashboard

__all__ = ["serve_dashboard"]
