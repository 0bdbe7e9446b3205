"""A revised library gives the bytes of one that is made anew."""

from __future__ import annotations

from itertools import chain, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from annotated_reader.search import (
    Library,
    SearchDocument,
    WordCounter,
    build_search,
    client_scripts,
    document_parts,
    revise,
)
from annotated_reader.search.writer import in_order
from annotated_reader.store.packing import pack, unpack

WORDS = ["osh", "the", "market", "markets", "Jalal-Abad", "élysée", "Москва", "walks", "walking"]
SENTENCES = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
PLACES = st.integers(0, 40).map(str)
LIBRARIES = st.tuples(
    st.dictionaries(PLACES, st.lists(SENTENCES, max_size=3), max_size=12),
    st.dictionaries(PLACES, SENTENCES, max_size=6),
)


def documents(library: tuple[dict[str, list[str]], dict[str, str]]) -> list[SearchDocument]:
    texts, entries = library
    return [
        *(
            SearchDocument(
                f"texts/{name}.html",
                " ".join(words[:1]),
                "text",
                tuple(entries.values())[:2],
                tuple((f"p-{at}", each) for at, each in enumerate(words)),
                entries=tuple(f"glossary/{each}.html" for each in entries),
            )
            for name, words in texts.items()
        ),
        *(
            SearchDocument(f"glossary/{name}.html", said[:20], "place", (said[:9],), (("", said),))
            for name, said in entries.items()
        ),
    ]


def counted(found: list[SearchDocument]) -> Library:
    ordered, numbered = in_order(found)
    library = Library(numbered)
    library.count([(numbered.number_of[each.ref], each) for each in ordered], WordCounter())
    return library


def revised(library: Library, old: list[SearchDocument], new: list[SearchDocument]) -> Library:
    """Keep a library as a build does, and revise it."""
    ordered, numbered = in_order(new)
    kept = Library.unpacked(numbered, unpack(pack(library.packed())))
    before = {library.numbered.number_of[each.ref]: each for each in old}
    after = {numbered.number_of[each.ref]: each for each in ordered}
    gone = {number: each for number, each in before.items() if after.get(number) != each}
    come = {number: each for number, each in after.items() if before.get(number) != each}
    revise(kept, gone, come, WordCounter())
    return kept


@settings(max_examples=60, deadline=None)
@given(st.lists(LIBRARIES, min_size=2, max_size=4))
def test_revised_library_has_the_bytes_of_a_new_one(
    libraries: list[tuple[dict[str, list[str]], dict[str, str]]],
) -> None:
    steps = [documents(each) for each in libraries]
    library = counted(steps[0])
    for old, new in pairwise(steps):
        library = revised(library, old, new)
    ordered, numbered = in_order(steps[-1])
    numbers = [(numbered.number_of[each.ref], each) for each in ordered]
    for number, each in numbers:
        library.note(number, each)
    parts = chain(document_parts(numbers, numbered), library.parts())
    made = {**client_scripts(), **{part.name: part.make() for part in parts}}
    assert made == dict(build_search(ordered))
