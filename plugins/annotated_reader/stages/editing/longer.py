"""Mentions in their sentences go in, the longer name that they are a part of comes out.

“Elaine [Gustafon]”, “GB [News]”, “[House] of Wax”: capitalized words that stand right beside a
mention and belong to no other one are most likely a part of the name.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..package_data import tables_of
from ..who_is_who.honorific import without_honorific
from ..who_is_who.name_words import name_words
from ..words import countries, fold, honorifics, peoples, word_lists

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...model import Entry
    from .usage import Context, Usage

ALONE, MOSTLY, FULL_NAME = 0.7, 0.6, 0.75
LINKS = ("of", "the")
ARTICLES = ("The", "A", "An")
ROMAN = ("I", "II", "III", "IV", "V")
USUAL = 3  # a word that stands so often in lower case only begins a sentence
MOST_WORDS = 3  # that a name may lack


def longer_name(entry: Entry, contexts: Sequence[Context], usage: Usage) -> tuple[str, float]:
    """Return the commonest longer name of an entry and how likely it is the right one; or ""."""
    if entry.kind not in ("person", "place", "organization", "event", "work", "law", "ship"):
        return "", 0.0
    full = entry.kind == "person" and len(name_words(entry.name)) > 1
    found = Counter(name for each in contexts if (name := _whole(each, usage, full=full)))
    for known in {entry.name, *entry.aliases}:
        found.pop(known, None)
    if not found:
        return "", 0.0
    name, count = max(found.items(), key=lambda item: (item[1], len(item[0]), item[0]))
    if entry.kind == "person" and " " not in entry.name and name.endswith(f" {entry.name}"):
        return name, FULL_NAME
    if len(contexts) == 1:
        return name, ALONE
    enough = 0.5 if entry.kind == "person" else 0.6
    return (name, MOSTLY) if count / len(contexts) >= enough else ("", 0.0)


def _whole(context: Context, usage: Usage, *, full: bool) -> str:
    """A mention with the words that seem to belong to it; a full name lacks no first one."""
    if full or without_honorific(context.surface) != context.surface:
        behind = _behind(context, usage)
        return f"{context.surface} {behind}" if behind.startswith("the ") else ""
    before, behind = _in_front(context, usage), _behind(context, usage)
    if not 0 < len(f"{before} {behind}".split()) <= MOST_WORDS:
        return ""
    return " ".join(part for part in (before, context.surface, behind) if part)


def _in_front(context: Context, usage: Usage) -> str:
    """The capitalized words that lead up to a mention, without those of a title or a sentence."""
    if not context.before.endswith(" "):
        return ""
    run: list[str] = []
    at = context.span[0] - 1
    for word in reversed(context.before[:-1].split(" ")):
        bare = word.lstrip("“\"'([")
        if usage.ends_at(context.text, at) or not is_name_word(bare) or is_title_word(bare):
            break
        run.insert(0, bare)
        if bare != word:
            break
        at -= len(word) + 1
    begins = len(run) == len(context.before.split()) and not context.before.startswith("…")
    if run and begins and usage.lower.get(run[0].casefold()):
        run.pop(0)
    while run and (run[0] in ARTICLES or usage.lower.get(run[0].casefold(), 0) >= USUAL):
        run.pop(0)
    return " ".join(run)


def _behind(context: Context, usage: Usage) -> str:
    """The capitalized words that follow a mention; nothing where they are another one's title."""
    run: list[str] = []
    links: list[str] = []
    at = context.span[1] + 1
    if not context.after.startswith(" "):
        return ""
    for word in context.after[1:].split(" "):
        bare = word.rstrip(",.;:!?)”\"'")
        if usage.starts_at(context.text, at):
            return "" if run and not links else " ".join(run)
        if word.endswith(":") and fold(bare) in tables_of("review")["credits"]["before"]:
            break
        if is_name_word(bare) or (bare in ROMAN and not links):
            run += [*links, bare]
            links = []
        elif word in LINKS and len(links) < len(LINKS):
            links.append(word)
        else:
            break
        if bare != word:
            break
        at += len(word) + 1
    return "" if any(map(is_title_word, run)) else " ".join(run)


def is_name_word(word: str) -> bool:
    """Whether a word is capitalized as those of names are."""
    plain = word.replace("-", "").replace("’", "").replace("'", "").replace(".", "")
    return word[:1].isupper() and plain.isalpha() and len(plain) > 1


def is_title_word(word: str) -> bool:
    """Whether a word before a name says what somebody is, and is no part of the name."""
    key = fold(word)
    return (
        key in honorifics()
        or key in countries()
        or key in peoples()
        or key in word_lists()["person"]["words"]
        or key in ("mp", "tsar", "saint", "st")
    )
