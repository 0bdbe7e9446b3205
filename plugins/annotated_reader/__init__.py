"""A Pelican plugin that turns a folder of texts into a site in which every name explains itself."""

from __future__ import annotations


def register() -> None:
    """Let Pelican know us; imports late, so that the stages can be used without Pelican."""
    from .site import hooks

    hooks.connect()
