"""What might grow with the square of its input, each at one, three and ten times a size.

A case is a row: its name, the least size, and what makes the work of a size. `exponents` fits
the growth of processor seconds; the tests count the lines of Python that are run instead, which
does not depend on the machine.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from math import exp, log
from typing import Any

from markdown import Markdown

from annotated_reader.markdown_ext import ReaderExtension
from annotated_reader.model import Block, Document, Entry, Mention, Parse
from annotated_reader.pictures.map import make_map
from annotated_reader.pipeline import make_library
from annotated_reader.site.evidence import Evidence
from annotated_reader.site.named import Named
from annotated_reader.stages.article import chosen
from annotated_reader.stages.collect import Register, Text, collect
from annotated_reader.stages.kinds import typed_names
from annotated_reader.stages.markup import markup_blocks
from annotated_reader.stages.reading import readings
from annotated_reader.stages.segment import segment
from annotated_reader.stages.soup import parse_markup
from annotated_reader.stages.strip import Page, PageBlock, PageMention, strip_markdown

STEPS = (1, 3, 10)
Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Case:
    """A place that might be quadratic: `make` prepares the work of a size, which is then done."""

    name: str
    size: int
    make: Callable[[int], Work]
    traced: bool = True
    """Whether its lines tell; drawing coasts takes too many, and sums are no lines of Python."""


def seconds(case: Case, step: int, repeats: int = 3) -> float:
    """Return the least processor seconds that a case takes at a step."""
    work = case.make(case.size * step)
    return min(_timed(work) for _ in range(repeats))


def _timed(work: Work) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def lines(work: Work) -> int:
    """Return how many lines of Python are run by some work."""
    count = 0

    def trace(_frame: object, event: str, _argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def exponent(sizes: list[float], costs: list[float]) -> float:
    """Return the slope of the line that fits the logarithms best: 1 is linear, 2 quadratic."""
    xs, ys = [log(size) for size in sizes], [log(max(cost, exp(-20))) for cost in costs]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    above = sum((one - x) * (other - y) for one, other in zip(xs, ys, strict=True))
    return above / sum((one - x) ** 2 for one in xs)


def name_of(number: int) -> str:
    """Return a name of a person that no other number has."""
    syllables = ("ba", "dar", "el", "ka", "mir", "nur", "or", "sa", "ta", "ul")
    words = [syllables[int(digit)] for digit in f"{number:06}"]
    return f"{''.join(words[:3]).capitalize()} {''.join(words[3:]).capitalize()}yev"


def _markdown(text: str) -> Work:
    return lambda: Markdown(extensions=[ReaderExtension()], output_format="html").convert(text)


def references(size: int) -> Work:
    """Many references to one note, a paragraph each."""
    paragraph = "[Osh](../glossary/osh.md)[^osh] was calm.\n\n"
    return _markdown(f"{paragraph * size}[^osh]: **Osh**, place.\n")


def references_in_one_paragraph(size: int) -> Work:
    """Many references to one note in one paragraph."""
    return _markdown(f"{'Osh[^osh] was calm. ' * size}\n\n[^osh]: **Osh**, place.\n")


def links_in_one_paragraph(size: int) -> Work:
    """Many links in one paragraph."""
    return _markdown("[Osh](../glossary/osh.md) was calm. " * size)


def notes(size: int) -> Work:
    """Many notes of one text."""
    names = [f"name-{number}" for number in range(size)]
    text = "".join(f"[{name}](../glossary/{name}.md)[^{name}] came.\n\n" for name in names)
    return _markdown(text + "".join(f"[^{name}]: **{name}**, person.\n\n" for name in names))


def stripped(size: int) -> Work:
    """A long text's Markdown, its annotations taken away."""
    text = "[Osh](../glossary/osh.md)[^osh] was calm.\n\n" * size + "[^osh]: **Osh**, place.\n"
    return lambda: strip_markdown(text)


def document_of(sentences: list[str], slug: str = "text") -> Document:
    """Return a document with a paragraph for each sentence."""
    text = "\n\n".join(sentences)
    blocks, position = [], 0
    for sentence in sentences:
        blocks.append(Block("paragraph", (position, position + len(sentence)), 0))
        position += len(sentence) + 2
    spans = segment(text, tuple(blocks))
    return Document(slug, f"{slug}.txt", "0" * 64, slug, text, tuple(blocks), spans)


def library(documents: list[Document], names: dict[str, str]) -> Work:
    """The whole pipeline behind the model, which has found `names`, each with its label."""
    parses = {document.slug: _parse(document, names) for document in documents}
    return lambda: make_library(documents, parses, {})


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


def title_alone(size: int) -> Work:
    """One text with many persons of one title, and the title alone."""
    titled = [f"President {name_of(number)}" for number in range(size)]
    sentences = [f"{name} came." for one in titled for name in (one, "President")]
    return library([document_of(sentences)], dict.fromkeys([*titled, "President"], "PERSON"))


def organizations_in_a_text(size: int) -> Work:
    """One text that names many organizations."""
    names = dict.fromkeys((f"{name_of(number)} Foundation" for number in range(size)), "ORG")
    return library([document_of([f"{name} came." for name in names])], names)


def persons_in_a_library(size: int) -> Work:
    """Many texts, each naming a person of its own."""
    names = [name_of(number) for number in range(size)]
    documents = [document_of([f"{name} came."], f"text-{n}") for n, name in enumerate(names)]
    return library(documents, dict.fromkeys(names, "PERSON"))


def surname_in_a_library(size: int) -> Work:
    """Many texts, each naming another bearer of one surname, and as many with the surname alone."""
    names = [f"{name_of(number).partition(' ')[0]} Sariyev" for number in range(size)]
    sentences = [*names, *["Sariyev"] * size]
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


def _text(slug: str, names: list[str], *, each_apart: bool) -> tuple[Text, list[Entry]]:
    """A text as built that names entries, in one sentence or each in its own block."""
    text = ("\n\n" if each_apart else " ").join(names)
    spans, position = [], 0
    for name in names:
        spans.append((position, position + len(name)))
        position += len(name) + (2 if each_apart else 1)
    whole = spans if each_apart else [(0, len(text))]
    blocks = tuple(PageBlock(f"p-{n}", "paragraph", 0, span) for n, span in enumerate(whole))
    found = tuple(
        PageMention(span, name, f"m-{name}-{n}")
        for n, (name, span) in enumerate(zip(names, spans, strict=True))
    )
    mentions = tuple(
        Mention(slug, span, name, "person", "full name", 0.9, name)
        for name, span in zip(names, spans, strict=True)
    )
    page = Page(text, blocks, found)
    entries = [Entry(name, name, "person") for name in dict.fromkeys(names)]
    return Text(slug, slug, page, sentences=tuple(whole), mentions=mentions), entries


def crowd(size: int) -> Work:
    """One sentence that names very many, each of whom is company to the others."""
    text, entries = _text("text", [f"name-{number}" for number in range(size)], each_apart=False)
    known = {entry.id: entry for entry in entries}
    return lambda: collect([text], known)


def _register(size: int) -> Register:
    made = [_text(f"text-{n}", ["osh", f"name-{n // 2}"], each_apart=True) for n in range(size)]
    return collect(
        [text for text, _ in made], {entry.id: entry for _, found in made for entry in found}
    )


def kin(size: int) -> Work:
    """Many texts that share one name with all others, and one with one other."""
    register = _register(size)
    return lambda: readings(register)


def evidence(size: int) -> Work:
    """One text whose notes each quote a sentence of it."""
    sentences = [f"The {number}th of the witnesses came late" for number in range(size)]
    html = "".join(f'<p id="p-{n}">{sentence}.</p>' for n, sentence in enumerate(sentences))

    def work() -> list[str]:
        found = Evidence(html, "text", Named({}))
        return [found.block_of(sentence) for sentence in sentences]

    return work


def saved_page(size: int) -> Work:
    """A saved page of many blocks, of whose lines the article's judge has changed a word."""
    words = [" ".join(name_of(1000 * part + number) for part in range(4)) for number in range(size)]
    page = "".join(f"<p>{names} came first.</p>" for names in words)
    found = markup_blocks(parse_markup(f"<html><body>{page}</body></html>"))
    lines_ = [f"{names} came second.".replace(" ", "") for names in words]
    return lambda: chosen(found, lines_)


def places(size: int) -> Work:
    """Very many places on the map, all over the globe."""
    entries = {
        str(n): Entry(
            str(n),
            str(n),
            "place",
            coordinates=(n * 7 % 140 - 70 + n % 97 / 97, n * 13 % 360 - 180.0),
        )
        for n in range(size)
    }
    register = Register((), entries)
    return lambda: make_map(register)


CASES = (
    Case("references to one note", 100, references),
    Case("references to one note in a paragraph", 100, references_in_one_paragraph),
    Case("links in a paragraph", 100, links_in_one_paragraph),
    Case("notes of a text", 50, notes),
    Case("a text's annotations stripped", 200, stripped),
    Case("one name in a text", 50, one_name_in_a_text),
    Case("a name of which the model is unsure", 50, scored_name_in_a_text, traced=False),
    Case("persons in a text", 40, persons_in_a_text),
    Case("a surname of two persons", 50, surname_of_two),
    Case("a title alone", 30, title_alone),
    Case("organizations in a text", 40, organizations_in_a_text),
    Case("persons in a library", 50, persons_in_a_library),
    Case("bearers of a surname in a library", 40, surname_in_a_library),
    Case("a lone surname in a library", 40, lone_surname_of_one),
    Case("names in a sentence", 50, crowd),
    Case("texts that share a name", 100, kin),
    Case("evidence in a text", 100, evidence),
    Case("blocks of a saved page", 100, saved_page),
    Case("places on the map", 500, places, traced=False),
)


def rows(times: int = 8) -> Iterator[list[str]]:
    """Yield for each case its sizes, the milliseconds of each, and the exponent of growth."""
    for case in CASES:
        least = case.size * times
        costs = [seconds(replace(case, size=least), step) for step in STEPS]
        yield [
            case.name,
            " / ".join(f"{least * step:,}" for step in STEPS),
            " / ".join(f"{1000 * cost:,.0f}" for cost in costs),
            f"{exponent([float(step) for step in STEPS], costs):.2f}",
        ]
