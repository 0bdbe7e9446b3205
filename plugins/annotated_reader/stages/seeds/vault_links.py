"""Markdown of note-taking programs -> what they show: "[[Osh (city)|Osh]]" is read as "Osh".

Folders of notes link each other with double brackets, mark with "==", strike with "~~" and open
remarks with "[!note]". None of it is Markdown, and its signs are no words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown.inlinepatterns import (
    InlineProcessor,
    SimpleTagInlineProcessor,
    SimpleTextInlineProcessor,
)

if TYPE_CHECKING:
    from markdown import Markdown

LINK = r"(?P<shown>!?)\[\[(?P<target>[^\[\]|\n]+)(?:\|(?P<label>[^\[\]\n]+))?\]\]"
REMARK = r"\[!\w+\][+-]?[ ]?()"  # what is in its brackets is shown: nothing
MARKED = r"(==)(?=\S)([^=\n]+)(?<=\S)=="
STRUCK = r"(~~)(?=\S)([^~\n]+)(?<=\S)~~"
PICTURE = re.compile(r"\.(?:avif|bmp|gif|jpe?g|m4a|mkv|mov|mp3|mp4|ogg|pdf|png|svg|wav|webm|webp)$")


class Link(InlineProcessor):
    """A link between notes is read as its label, else as the name of what it leads to."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 (Python-Markdown's name)
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 (Python-Markdown's signature)
    ) -> tuple[str, int, int]:
        """Return the words of a link; a picture has none."""
        if m["shown"] and PICTURE.search(m["target"].lower()):
            return "", m.start(), m.end()
        name, _, section = m["target"].partition("#")
        words = m["label"] or name.rpartition("/")[2] or section.lstrip("^")
        return words.strip(), m.start(), m.end()


def read_vault_links(md: Markdown) -> None:
    """Have Python-Markdown read the signs of note-taking programs, but in code."""
    md.inlinePatterns.register(Link(LINK, md), "vault-link", 185)
    md.inlinePatterns.register(SimpleTextInlineProcessor(REMARK, md), "vault-remark", 184)
    md.inlinePatterns.register(SimpleTagInlineProcessor(MARKED, "mark"), "vault-mark", 70)
    md.inlinePatterns.register(SimpleTagInlineProcessor(STRUCK, "del"), "vault-struck", 69)
