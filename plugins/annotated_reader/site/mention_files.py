"""The register -> for each entry that several texts name its mentions, as a script.

The panel of mentions loads it when it is opened; a script, because a page opened from disk may
read nothing else. Without it an entry's own page says the same.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from .views import by_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..stages.collect import Occurrence, Register, Text

MOST = 200
"""Mentions in one file, about 15 kB compressed; of more, the entry's page has all."""

FOLDER = "mentions"


def entries_of_several_texts(register: Register) -> Iterator[str]:
    """Yield the ids of the entries that more than one text names."""
    return (id_ for id_, texts in register.texts_of.items() if len(texts) > 1)


def mention_file(id_: str, register: Register, texts: Mapping[str, Text]) -> bytes:
    """Return the script on one entry; `texts` are the register's, by slug.

    It holds the number of mentions and, by text and heading, the first of them.
    """
    occurrences = register.occurrences[id_]
    shown = by_text(occurrences[:MOST], texts)
    data = [
        [
            text.slug,
            text.title,
            text.language,
            [[heading, [_in_context(each) for each in held]] for heading, held in sections],
        ]
        for text, sections in shown
    ]
    said = json.dumps([id_, len(occurrences), data], ensure_ascii=False, separators=(",", ":"))
    return f"AnnotatedReader.mentions.add(...{said});\n".encode()


def _in_context(occurrence: Occurrence) -> list[Any]:
    return [occurrence.anchor, occurrence.before, occurrence.surface, occurrence.after]
