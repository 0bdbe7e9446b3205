"""`invoke review`: a page on this machine where an editor decides with one key each."""

from __future__ import annotations

from .server import Workplace, review_site

__all__ = ["Workplace", "review_site"]
