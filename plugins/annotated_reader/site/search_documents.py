"""The register -> the documents that the search finds, and the files made of them.

Making the index takes as long as all else in an unchanged build, so what it was made from and by
is kept with the names of its files: where nothing changed, the public ones are taken again. Where
a text changed, it alone is analyzed: the counts of the others' words are kept, too.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from ..search import SearchDocument, WordCounter, build_search, numbering
from ..store import cache_get, cache_put

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Entry
    from ..search import Analysis
    from ..search.document import Named
    from ..stages.collect import Register, Text


CACHE_KEY = "search"


def search_documents(register: Register) -> Iterator[SearchDocument]:
    """Yield one document a text and one an entry, in the order of their numbers."""
    languages = Counter(text.language for text in register.texts)
    usual = max(sorted(languages), key=languages.__getitem__, default="en")
    texts = {_text_ref(text.slug): text for text in register.texts}
    entries = {_entry_ref(id_): entry for id_, entry in register.entries.items()}
    of_text = {text.slug: text.language for text in register.texts}
    for ref in numbering(texts, entries).number_of:
        if ref in texts:
            yield text_document(texts[ref], register)
        else:
            evidence = entries[ref].definition.evidence
            language = of_text.get(evidence.document, usual) if evidence else usual
            yield entry_document(entries[ref], register, language)


def text_document(text: Text, register: Register) -> SearchDocument:
    """Return a text's document; it is found by all names of whom it mentions, too."""
    mentioned = dict.fromkeys(mention.entry for mention in text.mentions)
    entries = [register.entries[id_] for id_ in mentioned]
    blocks = [(block, text.page.text[slice(*block.span)]) for block in text.page.blocks]
    return SearchDocument(
        ref=_text_ref(text.slug),
        title=text.title,
        kind="text",
        names=tuple(name for entry in entries for name in (entry.name, *entry.aliases)),
        passages=tuple((block.anchor, words) for block, words in blocks),
        headings=tuple(words for block, words in blocks if block.kind == "heading"),
        entries=tuple(map(_entry_ref, mentioned)),
        language=text.language,
        date=text.date,
        named=tuple(named(text, register)),
    )


def named(text: Text, register: Register) -> Iterator[Named]:
    """Yield the entries that a text names, with the numbers of the blocks where it does.

    Dates are left out: a result shows its own.
    """
    starts = [block.span[0] for block in text.page.blocks]
    blocks: dict[str, dict[int, None]] = {}
    for mention in text.mentions:
        place = bisect_right(starts, mention.span[0]) - 1
        blocks.setdefault(mention.entry, {})[place] = None
    for id_, places in blocks.items():
        entry = register.entries[id_]
        if entry.kind != "date":
            yield entry.name, entry.kind, _entry_ref(id_), tuple(places)


def entry_document(entry: Entry, register: Register, language: str = "en") -> SearchDocument:
    """Return an entry's document, in the language of the text that its definition is from.

    Of a name that could be several, it says which.
    """
    said = entry.definition.text or may_be(entry, register)
    return SearchDocument(
        ref=_entry_ref(entry.id),
        title=entry.name,
        kind=entry.kind,
        names=(entry.name, *entry.aliases),
        passages=(("", said),) if said else (),
        language=language,
    )


def may_be(entry: Entry, register: Register) -> str:
    """Return whom a name may stand for, or nothing."""
    known = (id_ for id_ in entry.candidates if id_ in register.entries)
    names = " or ".join(register.entries[id_].name for id_ in known)
    return f"{names}: the texts do not tell which" if names else ""


def search_files(register: Register, cache: Path, public: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the search's files by name, made anew only for other documents or other code."""
    key = fingerprint(register)
    kept = cache_get(cache, CACHE_KEY)
    if isinstance(kept, dict) and kept.get("key") == key and is_whole(kept["files"], public):
        yield from ((name, (public / name).read_bytes()) for name in kept["files"])
        return
    files = {}
    numbered = numbering(
        (_text_ref(text.slug) for text in register.texts), map(_entry_ref, register.entries)
    )
    for name, data in build_search(search_documents(register), KeptCounts(cache), numbered):
        files[name] = sha256(data).hexdigest()
        yield name, data
    cache_put(cache, CACHE_KEY, {"key": key, "files": files})


class KeptCounts:
    """Counts the words of documents, and takes those of an unchanged text from the cache."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache
        self._count = WordCounter()
        self._code = sha256(sources().encode()).hexdigest()

    def __call__(self, document: SearchDocument) -> Analysis:
        """Return how often each word stands in each field of the document, and where."""
        if document.kind != "text":
            return self._count(document)  # an entry is read faster than the cache
        key = f"{CACHE_KEY} {document.ref}"
        made_from = sha256(f"{self._code}{document!r}".encode()).hexdigest()
        kept = cache_get(self._cache, key)
        if isinstance(kept, dict) and kept.get("made_from") == made_from:
            analysis: Analysis = kept["analysis"]
            return analysis
        analysis = self._count(document)
        cache_put(self._cache, key, {"made_from": made_from, "analysis": analysis})
        return analysis


def is_whole(files: dict[str, str], public: Path) -> bool:
    """Tell whether all files are public just as they were made."""
    try:
        return all(
            sha256((public / name).read_bytes()).hexdigest() == known
            for name, known in files.items()
        )
    except OSError:
        return False


def fingerprint(register: Register) -> str:
    """Return what the files depend on, in short: the documents, the code, what it stands on."""
    found = sha256(sources().encode())
    for document in search_documents(register):
        found.update(repr(document).encode())
    return found.hexdigest()


def sources() -> str:
    """Return the code that makes the search's files, and the versions of what it stands on."""
    folder = Path(__file__).parent.parent / "search"
    modules = (path for path in sorted(folder.rglob("*")) if path.suffix in (".py", ".js"))
    versions = version("lunr") + version("rjsmin") + version("snowballstemmer")
    return versions + "".join(path.read_text(encoding="utf-8") for path in modules)


def _text_ref(slug: str) -> str:
    return f"texts/{slug}.html"


def _entry_ref(id_: str) -> str:
    return f"glossary/{id_}.html"
