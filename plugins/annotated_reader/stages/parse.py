"""The language model's only home: documents go in, plain spans of names and claims come out.

A claim is what the grammar of a sentence says of a name: an appositive, a title before it,
a copula, a relative clause, or the noun of "the city of Osh". Nothing of spaCy leaves this
module, so that its results can be cached as JSON and sent between processes.
"""

from __future__ import annotations

import importlib
import warnings
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from ..errors import ReaderError
from ..model import Claim, Parse
from .kinds.surroundings import surroundings
from .names.passages import read_whole
from .names.products import multiply_with_numpy, one_thread
from .names.spacy_import import without_commands

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

    from .names.passages import Text

LONGEST_CLAIM = 240
"""Characters; what is longer does not define, it narrates."""

UNREAD = ("lemmatizer", "attribute_ruler", "senter", "strings")
"""Parts of a model that this module does not read; half of loading it. `strings` are the words
whose spelling it knows: those of a text are noted while it is cut into tokens, and labels below."""

_NOT_NAMES = frozenset(
    ("CARDINAL", "ORDINAL", "QUANTITY", "PERCENT", "MONEY", "TIME", "DATE", "LANGUAGE")
)
_BE = frozenset(("is", "was", "are", "were", "’s", "'s"))
_OPENING, _CLOSING = " \n,;:–—-(", " \n,;:–—-"


def parse(documents: Iterable[Text], model: str) -> Iterator[Parse]:
    """Return for each document, in order, what `model` (a package's name) found in it."""
    yield from read_whole(documents, partial(_read, load_model(model)))


def _read(nlp: Language, documents: Iterable[Text]) -> Iterator[Parse]:
    from .kinds.features import score

    docs = (with_sentences(nlp, document.text, document.sentences) for document in documents)
    for doc in nlp.pipe(docs, batch_size=16):
        if nlp.lang != "en":  # what was learned, and the relations of grammar, are of English
            plain = (name for name in doc.ents if name.label_ not in _NOT_NAMES)
            yield Parse(tuple((name.start_char, name.end_char, name.label_) for name in plain))
            continue
        claims = tuple(claims_of(doc))
        named = named_with_features(doc, claims)
        names = tuple((name.start_char, name.end_char, name.label_) for name, _ in named)
        yield Parse(
            names, claims, tuple(score(name, words) if words else () for name, words in named)
        )


def named_with_features(doc: Doc, claims: Sequence[Claim]) -> list[tuple[Span, tuple[str, ...]]]:
    """Return the names in `doc`, those that are scored with what can be seen of them."""
    from .kinds.features import SCORED, named_features

    named = [entity for entity in doc.ents if entity.label_ not in _NOT_NAMES]
    plain = [(name.start_char, name.end_char, name.label_) for name in named]
    around = surroundings(doc.text, plain, claims)
    return [
        (name, (*named_features(name), *sorted(words)) if name.label_ in SCORED else ())
        for name, words in zip(named, around, strict=True)
    ]


@lru_cache(maxsize=4)
def load_model(model: str) -> Language:
    """Load the package `model` once, with the parts that this module reads.

    Raises ReaderError if that fails: it is no fault of any text.
    """
    with one_thread() as is_alone, warnings.catch_warnings(), without_commands():
        # W095: trained with spaCy 3.7; measured under 3.8, see docs/evaluation.md.
        warnings.filterwarnings("ignore", message=r".*\[W095\]", category=UserWarning)
        try:
            nlp: Language = importlib.import_module(model).load(exclude=UNREAD)
        except Exception as error:
            raise ReaderError(
                f"the language model {model} cannot be loaded ({error})",
                remedy="install it again, or name another one in READER_MODEL",
            ) from error
    if is_alone:
        multiply_with_numpy(nlp)
    for name in nlp.pipe_names:
        for label in ("ROOT", "dep", *getattr(nlp.get_pipe(name), "labels", ())):
            nlp.vocab.strings.add(label)
    return nlp


def with_sentences(nlp: Language, text: str, sentences: Sequence[tuple[int, int]]) -> Doc:
    """Return `text` as tokens that begin sentences where we cut it: better than the parser does."""
    from spacy.tokens import Doc

    # Setting `is_sent_start` on tokens would look through the whole document at each of them.
    rows = nlp.make_doc(text).to_array(["ORTH", "SPACY", "IDX", "LENGTH"]).tolist()
    starts = iter([start for start, _ in sentences])
    following = next(starts, None)
    begins = []
    for _, _, start, length in rows:
        end = start + length
        begins.append(following is not None and end > following)
        while following is not None and end > following:
            following = next(starts, None)
    words, spaces = [row[0] for row in rows], [bool(row[1]) for row in rows]
    return Doc(nlp.vocab, words=words, spaces=spaces, sent_starts=begins)


def claims_of(doc: Doc) -> Iterator[Claim]:
    """Yield what the grammar says of each name in `doc`."""
    text = doc.text  # spaCy puts it together anew whenever it is asked
    for entity in doc.ents:
        if entity.label_ in _NOT_NAMES:
            continue
        for words, relation in _descriptions(entity):
            claim = _claim(text, entity, words, relation)
            if claim is not None:
                yield claim


def _descriptions(name: Span) -> Iterator[tuple[Span, str]]:
    """All that the grammar hangs on `name`, nearest relation first."""
    root = name.root
    for child in root.rights:
        if child.i >= name.end:
            if child.dep_ == "appos":
                yield _subtree(child), "appositive"
            elif child.dep_ == "relcl":
                yield _subtree(child), "relative clause"
    yield from _before(name)
    if root.dep_ == "nsubj" and root.head.lower_ in _BE:
        for child in root.head.rights:
            if child.dep_ == "attr":
                yield _subtree(child), "copula"


def _before(name: Span) -> Iterator[tuple[Span, str]]:
    """What stands in front: "interim president", "the president of Kyrgyzstan,", "the city of"."""
    root, doc = name.root, name.doc
    left = [
        token for token in root.lefts if token.i < name.start and token.dep_ in ("compound", "nmod")
    ]
    if left:
        start = min(name.start - 1, *(token.left_edge.i for token in left))
        yield doc[start : name.start], "title"
    elif root.dep_ == "appos" and root.head.tag_ in ("NN", "NNS") and root.head.i < name.start:
        start = root.head.left_edge.i
        yield doc[start : name.start], "title"
    elif name.label_ == "PERSON" and name.start and doc[name.start - 1].tag_ in ("NN", "NNP"):
        noun = doc[name.start - 1]
        yield doc[noun.left_edge.i : name.start], "title"
    else:
        yield from _of(name)


def _of(name: Span) -> Iterator[tuple[Span, str]]:
    """The noun in "the city of Osh"; for "the cities of Osh and Jalalabad" with all of them."""
    first = name.root
    while first.dep_ == "conj":
        first = first.head
    noun: Token = first.head.head
    if first.dep_ != "pobj" or first.head.lower_ != "of" or noun.i != first.head.i - 1:
        return
    doc = name.doc
    if noun.tag_ == "NN" and first == name.root:
        yield doc[noun.left_edge.i : name.end], "head noun"
    elif noun.tag_ == "NNS":
        last = max((t.i for t in first.conjuncts if t.tag_ == "NNP"), default=name.end - 1)
        yield doc[noun.left_edge.i : max(last + 1, name.end)], "head noun"


def _subtree(token: Token) -> Span:
    doc: Doc = token.doc
    span: Span = doc[token.left_edge.i : token.right_edge.i + 1]
    return span


def _claim(text: str, name: Span, words: Span, relation: str) -> Claim | None:
    start, end = words.start_char, words.end_char
    while start < end and text[start] in _OPENING:
        start += 1
    while end > start and text[end - 1] in _CLOSING:
        end -= 1
    if not 0 < end - start <= LONGEST_CLAIM or "\n" in text[start:end]:
        return None
    if any(mark in text[start:end] for mark in '“”"') and relation != "head noun":
        return None
    return Claim((name.start_char, name.end_char), (start, end), relation)
