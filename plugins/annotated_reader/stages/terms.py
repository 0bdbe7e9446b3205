"""A document and its mentions go in, and come out with the words of it that are worth a gloss.

Hard words are found by their rarity, never by a list, and only those with one sense in a general
dictionary: which of several a text means, nobody here can tell. Abbreviations are found where the
text says what they stand for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from ..model import Definition, Document, Entity, Evidence, Mention
from .describe import sentence_of
from .facts.known import Names
from .languages import base_of
from .names.abbreviations import abbreviations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from ..model import Span

RARE = 3.2
"""On the Zipf scale: below it, a reader of English is unlikely to know a word for sure."""

ATTESTED = 1.2
"""Below this a word is as likely a slip of the pen or a foreign one."""

WORDS_A_TERM = 60
"""A short text gets fewer terms: one in so many words."""

DICTIONARY_RULE = "rare word of a general dictionary"
ABBREVIATION_RULE = "abbreviation explained in the text"

_WORD = re.compile(r"(?<![\w’'@./-])[a-z]{5,}(?![\w’'@/-]|\.\w)")
"""A word that is no part of a longer one, or of an address."""
_SLUR = re.compile(
    r"\bslur\b|\bhymen\b|\bcopulat|\bgenital|\bderogatory\b|\boffensive (?:term|name|word)"
)
_FORMS = ("ing", "ed", "ly", "ness")
_STEM = 5  # letters; a gloss that holds them explains a word by itself


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a dictionary says of a word, and which dictionary."""

    text: str
    source: str


class Dictionary(Names, Protocol):
    """A general dictionary; of words, it knows only those that have one sense."""

    def lemma(self, word: str) -> str:
        """Return the word's own form ("pogrom" of "pogroms"), or an empty string."""

    def meaning(self, lemma: str) -> Meaning | None:
        """Return what a lemma means."""


@dataclass(frozen=True, slots=True)
class Glosses:
    """How terms are chosen: from what dictionary (if any), how rare, at most how many a text."""

    most: int
    dictionary: Dictionary | None
    rarity: Callable[[str], float]


def with_terms(
    document: Document, mentions: Sequence[Mention], glosses: Glosses | None
) -> tuple[Mention, ...]:
    """Return the mentions of `document` with its terms among them, in order.

    A term's `Mention.entry` carries its lemma (an abbreviation, what it stands for as well) until
    `resolve` makes it an id.
    """
    if glosses is None or base_of(document.language) != "en":
        return tuple(mentions)
    short = list(_abbreviated(document))
    surfaces = {mention.surface for mention in short}
    kept = [m for m in mentions if m.surface not in surfaces or m.confidence == 1]
    taken = {place for mention in kept for place in range(*mention.span)}
    found = [*short, *_hard_words(document, glosses, taken)]
    free = [mention for mention in found if taken.isdisjoint(range(*mention.span))]
    return tuple(sorted([*kept, *free], key=lambda mention: mention.span))


def define_term(
    entity: Entity, documents: Mapping[str, Document], dictionary: Dictionary | None
) -> Definition:
    """Return what a term means: as a text explains it, else by the dictionary."""
    for mention in entity.mentions:
        document = documents[mention.document]
        for each in abbreviations(document.text):
            if each.short == mention.surface:
                rule = ABBREVIATION_RULE
                sentence = sentence_of(document, each.long[0])
                evidence = Evidence(document.slug, sentence, each.long, rule)
                return Definition(document.text[slice(*each.long)], "quotation", evidence)
    meaning = dictionary.meaning(entity.name) if dictionary else None
    return Definition(meaning.text, "data", source=meaning.source) if meaning else NOTHING


NOTHING = Definition("", "none")


def _abbreviated(document: Document) -> Iterator[Mention]:
    for each in abbreviations(document.text):
        key = f"{each.short}|{document.text[slice(*each.long)].casefold()}"
        for match in re.finditer(rf"(?<!\w){each.short}(?!\w)", document.text):
            yield _mention(document, match.span(), ABBREVIATION_RULE, key)


def _hard_words(document: Document, glosses: Glosses, taken: set[int]) -> Iterator[Mention]:
    """The rarest words of a text that have one meaning, wherever they stand."""
    if glosses.dictionary is None:
        return
    found = [m for m in _WORD.finditer(document.text) if m.start() not in taken]
    most = min(glosses.most, document.text.count(" ") // WORDS_A_TERM)
    rare = {match[0] for match in found if ATTESTED <= glosses.rarity(match[0]) < RARE}
    lemmas = {word: _lemma(word, glosses) for word in rare}
    ranked = sorted({lemma for lemma in lemmas.values() if lemma})
    ranked.sort(key=glosses.rarity)
    chosen = frozenset(ranked[:most])
    for match in found:
        if (lemma := lemmas.get(match[0], "")) in chosen:
            yield _mention(document, match.span(), DICTIONARY_RULE, lemma)


def _lemma(word: str, glosses: Glosses) -> str:
    """The lemma of a word that is worth a gloss, or an empty string."""
    if glosses.dictionary is None:
        return ""
    lemma = glosses.dictionary.lemma(word)
    if not lemma or lemma.endswith(_FORMS) or not ATTESTED <= glosses.rarity(lemma) < RARE:
        return ""
    meaning = glosses.dictionary.meaning(lemma)
    is_good = meaning and lemma[:_STEM] not in meaning.text and not _SLUR.search(meaning.text)
    return lemma if is_good else ""


def _mention(document: Document, span: Span, rule: str, key: str) -> Mention:
    surface = document.text[slice(*span)]
    return Mention(document.slug, span, surface, "term", rule, 0.9, key)
