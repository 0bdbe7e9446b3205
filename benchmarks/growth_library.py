"""Work on many texts, or on many names of one, that might grow with the square of their number."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from annotated_reader.model import Block, Document, Entry, Parse
from annotated_reader.pipeline import make_library
from annotated_reader.stages.kinds.kinds import typed_names
from annotated_reader.stages.segment import segment

if TYPE_CHECKING:
    from collections.abc import Callable

    Work = Callable[[], object]


def name_of(number: int) -> str:
    """Return a name of a person that no other number has."""
    syllables = ("ba", "dar", "el", "ka", "mir", "nur", "or", "sa", "ta", "ul")
    words = [syllables[int(digit)] for digit in f"{number:06}"]
    return f"{''.join(words[:3]).capitalize()} {''.join(words[3:]).capitalize()}yev"


def document_of(sentences: list[str], slug: str = "text") -> Document:
    """Return a document with a paragraph for each sentence."""
    text = "\n\n".join(sentences)
    blocks, position = [], 0
    for sentence in sentences:
        blocks.append(Block("paragraph", (position, position + len(sentence)), 0))
        position += len(sentence) + 2
    spans = segment(text, tuple(blocks))
    return Document(slug, f"{slug}.txt", "0" * 64, slug, text, tuple(blocks), spans)


def library(
    documents: list[Document], names: dict[str, str], hers: dict[str, Entry] | None = None
) -> Work:
    """The whole pipeline behind the model, which has found `names`, each with its label.

    `hers` are the entries that an editor has changed.
    """
    parses = {document.slug: _parse(document, names) for document in documents}
    return lambda: make_library(documents, parses, hers or {})


def _parse(document: Document, names: dict[str, str]) -> Parse:
    found = []
    for block in document.blocks:
        words = document.text[slice(*block.span)]
        for name in (name for name in (words.partition(" came")[0],) if name in names):
            start = block.span[0]
            found.append((start, start + len(name), names[name]))
    return Parse(tuple(found))


def one_name_in_a_text(size: int) -> Work:
    """One text that names one person many times."""
    return library([document_of(["Roza Otunbayeva came."] * size)], {"Roza Otunbayeva": "PERSON"})


def scored_name_in_a_text(size: int) -> Work:
    """One text that names one thing many times, of which the model is not sure."""
    document = document_of(["Roza came."] * size)
    parsed = _parse(document, {"Roza": "ORG"})
    scores = ((0.5, 0.2, 0.2, 0.1),) * size
    return lambda: list(typed_names(document, replace(parsed, scores=scores)))


def persons_in_a_text(size: int) -> Work:
    """One text that names many persons, each in full and by surname."""
    full = [name_of(number) for number in range(size)]
    last = [name.partition(" ")[2] for name in full]
    sentences = [f"{name} came." for pair in zip(full, last, strict=True) for name in pair]
    return library([document_of(sentences)], dict.fromkeys([*full, *last], "PERSON"))


def surname_of_two(size: int) -> Work:
    """One text with a surname that two persons bear, many times."""
    names = dict.fromkeys(("Temir Sariyev", "Akylbek Sariyev", "Sariyev"), "PERSON")
    sentences = ["Temir Sariyev came.", "Akylbek Sariyev came.", *["Sariyev came."] * size]
    return library([document_of(sentences)], names)


def husband_and_wife(size: int) -> Work:
    """One text with a couple whom all texts know, each named many times."""
    names = dict.fromkeys(("Michelle Obama", "President Obama", "Obama"), "PERSON")
    together = ["President Obama came and Michelle Obama came."]
    return library([document_of([*together, *[f"{name} came." for name in names] * size])], names)


def speakers_of_a_transcript(size: int) -> Work:
    """One text in which many speak, each again and again."""
    names = dict.fromkeys(map(name_of, range(size)), "PERSON")
    said = [f"{name}: It rained." for name in names for _ in range(3)]
    return library([document_of(said + [f"{name} came." for name in names])], names)


def characters_of_a_play(size: int) -> Work:
    """One text with a long list of characters, each of whom comes."""
    names = dict.fromkeys(map(name_of, range(size)), "PERSON")
    cast = [f"{name}, a painter" for name in names]
    came = [f"{name} came." for name in names]
    return library([document_of(["Dramatis Personae", *cast, *came])], names)


def title_alone(size: int) -> Work:
    """One text with many persons of one title, and the title alone."""
    titled = [f"President {name_of(number)}" for number in range(size)]
    sentences = [f"{name} came." for one in titled for name in (one, "President")]
    return library([document_of(sentences)], dict.fromkeys([*titled, "President"], "PERSON"))


def organizations_in_a_text(size: int) -> Work:
    """One text that names many organizations."""
    names = dict.fromkeys((f"{name_of(number)} Foundation" for number in range(size)), "ORG")
    return library([document_of([f"{name} came." for name in names])], names)


def teams_in_a_text(size: int) -> Work:
    """One text on games that names many teams."""
    names = [f"{name_of(number).replace(' ', '')} Rovers" for number in range(size)]
    sentences = [
        "They won the game, the match and the season.",
        *(f"{each} came." for each in names),
    ]
    return library([document_of(sentences)], dict.fromkeys(names, "ORG"))


def committees_in_a_text(size: int) -> Work:
    """One text on the Congress of the United States that names many of its committees."""
    names = [f"House {name_of(number)} Committee" for number in range(size)]
    sentences = ["The U.S. Senate met.", *(f"{name} came." for name in names)]
    return library([document_of(sentences)], dict.fromkeys(names, "ORG"))


def ships_in_a_text(size: int) -> Work:
    """One text on many ships, each of them named with a noun of ships, and again."""
    names = [name_of(number).replace(" ", "") for number in range(size)]
    sentences = [f"The brig {name} left, and then the {name} sank." for name in names]
    return library([document_of(sentences)], {})


def persons_in_a_library(size: int) -> Work:
    """Many texts, each naming a person of its own."""
    names = [name_of(number) for number in range(size)]
    documents = [document_of([f"{name} came."], f"text-{n}") for n, name in enumerate(names)]
    return library(documents, dict.fromkeys(names, "PERSON"))


def entries_of_an_editor(size: int) -> Work:
    """Many texts, each naming a person of its own, and an editor's entry on each of them."""
    names = [name_of(number) for number in range(size)]
    documents = [document_of([f"{name} came."], f"text-{n}") for n, name in enumerate(names)]
    hers = {
        f"hers-{n}": Entry(f"hers-{n}", name, "person", status="approved", creator="editor")
        for n, name in enumerate(names)
    }
    return library(documents, {}, hers)


def surname_in_a_library(size: int) -> Work:
    """Many texts, each naming another bearer of one surname, and as many with the surname alone."""
    names = [f"{name_of(number).partition(' ')[0]} Sariyev" for number in range(size)]
    sentences = [*names, *["Sariyev"] * size]
    documents = [document_of([f"{name} came."], f"text-{n}") for n, name in enumerate(sentences)]
    return library(documents, dict.fromkeys(sentences, "PERSON"))


def addressed_in_a_library(size: int) -> Work:
    """Many texts, each naming another bearer of one surname, and as many a man or a wife of it."""
    names = [f"{name_of(number).partition(' ')[0]} Sariyev" for number in range(size)]
    sentences = [*names, *("Mr Sariyev" if n % 2 else "Mrs Sariyev" for n in range(size))]
    documents = [document_of([f"{name} came."], f"text-{n}") for n, name in enumerate(sentences)]
    return library(documents, dict.fromkeys(sentences, "PERSON"))


def lone_surname_of_one(size: int) -> Work:
    """Many texts that name one person in full, and as many by the surname alone."""
    names = dict.fromkeys(("Roza Otunbayeva", "Otunbayeva"), "PERSON") | {"Ata-Meken": "ORG"}
    both = (("Roza Otunbayeva",), ("Otunbayeva", "Ata-Meken"))
    documents = [
        document_of([f"{name} came." for name in both[n % 2]], f"text-{n}") for n in range(2 * size)
    ]
    return library(documents, names)


def name_of_a_sort(size: int) -> Work:
    """Many texts that each name a person of its own, and "the Museum"."""
    names = [name_of(number) for number in range(size)]
    documents = [
        document_of([f"{name} came.", "Museum came."], f"text-{n}") for n, name in enumerate(names)
    ]
    return library(documents, dict.fromkeys(names, "PERSON") | {"Museum": "ORG"})


def peoples_of_a_text(size: int) -> Work:
    """One text that speaks of the lands of many peoples."""
    names = [f"{name_of(number).replace(' ', '').capitalize()}i" for number in range(size)]
    said = [f"They left the lands of the {name}, and the {name} fled." for name in names]
    return library([document_of(said)], dict.fromkeys(names, "ORG"))


def places_of_one_name(size: int) -> Work:
    """Many texts that name a city of one name, each beside one of its states."""
    states = ("Ohio", "Georgia", "Indiana", "Nebraska", "Mississippi")
    documents = [
        document_of(["Columbus came.", f"{states[number % 5]} came."], f"text-{number}")
        for number in range(size)
    ]
    return library(documents, dict.fromkeys(("Columbus", *states), "GPE"))


def bodies_of_places(size: int) -> Work:
    """One text that names many places, and of each a body that the model cuts."""
    names = [name_of(number).replace(" ", "").capitalize() for number in range(size)]
    document = document_of([f"{name} Art Gallery opened." for name in names])
    starts = [block.span[0] for block in document.blocks]
    found = tuple((at, at + len(name), "GPE") for at, name in zip(starts, names, strict=True))
    return lambda: make_library([document], {document.slug: Parse(found)}, {})
