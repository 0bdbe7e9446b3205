"""The folder of content -> its texts in sentences, the mentions in them, and what is open there.

No language model is asked: what the machine believes, and why, stands in the content.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from ...model import Block
from ...stages.editing.missed import missed_names
from ...stages.editing.usage import Context, ReadText, usage_of
from ...stages.review import Question, questions
from ...stages.segment import segment
from ...stages.strip import strip_markdown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...store import Content

_PARAGRAPH = re.compile(r"[^\n](?:[^\n]|\n(?!\n))*")


def questions_in(content: Content) -> tuple[Question, ...]:
    """Rank what is open in a folder of content."""
    texts = texts_of(content)
    contexts = contexts_of(content, texts)
    usage = usage_of(texts, contexts)
    missed = missed_names(texts, content.entries, usage)
    return questions(content.entries, contexts, usage, missed)


def texts_of(content: Content) -> list[ReadText]:
    """Return the texts without their annotations, in sentences."""
    texts = []
    for slug, file in content.texts.items():
        text = strip_markdown(file.body)
        blocks = [Block("paragraph", match.span()) for match in _PARAGRAPH.finditer(text)]
        sentences = segment(text, blocks, file.field("lang") or "en")
        texts.append(ReadText(slug, file.field("title") or slug, text, sentences))
    return texts


def contexts_of(content: Content, texts: Iterable[ReadText]) -> dict[str, list[Context]]:
    """Return every mention that the records know in its sentence, by the entry's id."""
    found: dict[str, list[Context]] = defaultdict(list)
    for text in texts:
        mentions = content.records.get(text.slug, {}).get("mentions", [])
        assert isinstance(mentions, list)  # noqa: S101  # written by us, checked when it was read
        for mention in mentions:
            span = (mention["start"], mention["end"])
            context = text.context(span, mention["rule"], mention["confidence"])
            found[mention["entry"]].append(context)
    return dict(found)
