"""A text's HTML -> the same text without what leads to entries that the site does not show.

An entry that an editor has hidden, or that waits for her where only approved ones are published,
is ordinary text: no link, no note, and the numbers of the others close up. Text is never touched.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

MENTION = re.compile(
    r'<a class="mention"[^>]*data-entry="(?P<entry>[^"]*)"[^>]*>(?P<words>.*?)</a>'
    r'(?:<sup class="marker">.*?</sup>)?',
    re.DOTALL,
)
NOTE = re.compile(
    r'<li data-entry="(?P<entry>[^"]*)" id="note-[^>]*>(?P<words>).*?</li>\n?', re.DOTALL
)
NO_NOTES = re.compile(
    r'<section [^>]*class="notes"(?:(?!<li|</section>).)*</section>\n?', re.DOTALL
)
LINK = re.compile(r'<a href="\.\./glossary/(?P<entry>[^"]*)\.html">(?P<words>[^<]*)</a>')
NOTE_ID = re.compile(r'<li data-entry="[^"]*" id="note-([^"]*)"')
MARKER = re.compile(
    r'<a aria-label="Note \d+(?P<name>[^"]*)" href="#note-(?P<id>[^"]*)"(?P<rest>[^>]*)>\d+</a>'
)


def withhold(html: str, withheld: Collection[str]) -> str:
    """Take the entries whose ids are `withheld` out of a text's HTML."""
    if not any(f'data-entry="{id_}"' in html or f"glossary/{id_}.html" in html for id_ in withheld):
        return html

    def bare(found: re.Match[str]) -> str:
        return found["words"] if found["entry"] in withheld else found[0]

    html = LINK.sub(bare, NOTE.sub(bare, MENTION.sub(bare, html)))
    html = NO_NOTES.sub("", html)
    numbers = {id_: number for number, id_ in enumerate(NOTE_ID.findall(html), 1)}

    def renumbered(found: re.Match[str]) -> str:
        number = numbers[found["id"]]
        return (
            f'<a aria-label="Note {number}{found["name"]}" href="#note-{found["id"]}"'
            f"{found['rest']}>{number}</a>"
        )

    return MARKER.sub(renumbered, html)
