"""A text's element tree after Python-Markdown -> the same with ids, roles, names and its notes.

Works through the tree once in reading order, then through each note as it is cited, so that its
time is linear in the tree, however often a note is cited.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote
from xml.etree.ElementTree import Element, SubElement

from markdown.util import HTML_PLACEHOLDER_RE, AtomicString

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LABEL = "data-note"  # marks a reference or a note by its label until it is numbered
NOTES = "Notes"
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LISTS = frozenset(("ul", "ol", "dl", "p", "blockquote", "pre", "table"))
_FENCED = re.compile(r"<pre><code[^>]*>(.*)\n</code></pre>", re.DOTALL)
_ENTRY = re.compile(r"(?:\.\./)*glossary/(?P<id>[^/?#:{}]+)\.html(?:#.*)?")


def number_text(root: Element, raw_html: Sequence[str | Element]) -> None:
    """Mark blocks, mentions and references, and put the notes that are cited at the end.

    `raw_html` is what Python-Markdown has set aside and put placeholders for.
    """
    notes = root.find(f"section[@{LABEL}]")
    if notes is not None:
        root.remove(notes)
    _show_code(root, raw_html)
    text = _Text(raw_html)
    text.read(root)
    if notes is not None and text.order:
        root.append(_write_notes(text.read_notes({note.get(LABEL, ""): note for note in notes})))


def _show_code(root: Element, raw_html: Sequence[str | Element]) -> None:
    """Put code between fences, which Python-Markdown has set aside, where its placeholder is."""
    for paragraph in root.iter("p"):
        placeholder = HTML_PLACEHOLDER_RE.fullmatch(paragraph.text or "")
        raw = raw_html[int(placeholder[1])] if placeholder and not len(paragraph) else ""
        found = _FENCED.fullmatch(raw) if isinstance(raw, str) else None
        if found:
            paragraph.tag, paragraph.text = "pre", None
            SubElement(paragraph, "code").text = AtomicString(found[1])  # escaped already


@dataclass(frozen=True, slots=True)
class _Note:
    """A note that the text cites: its name, and each reference with its section's heading."""

    label: str
    element: Element
    name: str
    references: Sequence[tuple[Element, str]]


class _Text:
    """What is known of a text while it is read from top to bottom."""

    def __init__(self, raw_html: Sequence[str | Element]) -> None:
        self.raw_html = raw_html
        self.blocks: Counter[str] = Counter()
        self.mentions: Counter[str] = Counter()
        self.citations: defaultdict[str, list[tuple[Element, str]]] = defaultdict(list)
        self.order: list[str] = []
        self.section = ""

    def read(self, root: Element) -> None:
        """Mark the blocks and mentions, and gather the references."""
        block = root
        for element in root.iter():
            tag = element.tag
            if tag in _HEADINGS:
                self._number(element, "h")
                self.section = self._plain(element)
            elif tag == "pre":
                self._number(element, "p")
            elif tag in ("p", "li"):
                block = element
                if self._is_block(element):
                    self._number(element, "p")
            elif tag == "a":
                self._mark_mention(element)
            elif tag == "sup":
                self._cite(element)
            elif tag == "br":
                _break_line(element, block)

    def read_notes(self, notes: dict[str, Element]) -> list[_Note]:
        """Give the notes in the order in which they are cited; a note may cite another."""
        self.section = NOTES
        for label in self.order:  # grows on the way
            for marker in notes[label].iter("sup"):
                self._cite(marker)
        return [
            _Note(label, notes[label], self._name(notes[label]), self.citations[label])
            for label in self.order
        ]

    def _number(self, block: Element, letter: str) -> None:
        self.blocks[letter] += 1
        if not block.get("id"):  # an editor may have given one
            block.set("id", f"{letter}-{self.blocks[letter]}")

    def _is_block(self, element: Element) -> bool:
        """Tell whether this has text of its own: an item may hold paragraphs instead."""
        text = element.text or ""
        if element.tag == "li":
            return bool(text.strip()) or (len(element) > 0 and element[0].tag not in _LISTS)
        placeholder = HTML_PLACEHOLDER_RE.fullmatch(text)
        if not placeholder or len(element):
            return True
        return self._raw(placeholder).startswith("&")

    def _mark_mention(self, link: Element) -> None:
        found = _ENTRY.fullmatch(link.get("href") or "")
        if not found:
            return
        entry = unquote(found["id"])
        self.mentions[entry] += 1
        _add_class(link, "mention")
        link.set("role", "doc-glossref")
        link.set("data-entry", entry)
        if not link.get("id"):
            link.set("id", f"m-{entry}-{self.mentions[entry]}")

    def _cite(self, marker: Element) -> None:
        label = marker.attrib.pop(LABEL, "")
        if not label:
            return
        if label not in self.citations:
            self.order.append(label)
        self.citations[label].append((marker, self.section))

    def _name(self, note: Element) -> str:
        """Read what a note is on: the bold words that it begins with."""
        first = note[0] if len(note) else note
        begins_bold = len(first) and first[0].tag == "strong" and not (first.text or "").strip()
        return self._plain(first[0]) if begins_bold else ""

    def _plain(self, element: Element) -> str:
        """Read an element's words for an attribute, without markers and raw tags."""
        words = " ".join("".join(_words(element)).split())
        return HTML_PLACEHOLDER_RE.sub(self._entity, words)

    def _entity(self, placeholder: re.Match[str]) -> str:
        raw = self._raw(placeholder)
        return raw if raw.startswith("&") else ""

    def _raw(self, placeholder: re.Match[str]) -> str:
        raw = self.raw_html[int(placeholder[1])]
        return raw if isinstance(raw, str) else ""


def _words(element: Element) -> Iterator[str]:
    if element.tag == "sup" and "marker" in (element.get("class") or ""):
        return
    yield element.text or ""
    for child in element:
        yield from _words(child)
        yield child.tail or ""


def _break_line(line_break: Element, block: Element) -> None:
    """Mark verse, and take away the newline that Python-Markdown puts after a break."""
    if block.tag == "p" and "verse" not in (block.get("class") or "").split():
        _add_class(block, "verse")
    line_break.tail = (line_break.tail or "").removeprefix("\n")


def _write_notes(notes: Sequence[_Note]) -> Element:
    """Write the section of notes, and fill in the references that lead to it."""
    section = Element(
        "section", {"class": "notes", "role": "doc-endnotes", "aria-labelledby": "notes"}
    )
    SubElement(section, "h2", {"id": "notes"}).text = NOTES
    ordered = SubElement(section, "ol")
    for number, note in enumerate(notes, start=1):
        _finish_references(note, number)
        _finish_note(note, number)
        ordered.append(note.element)
    return section


def _finish_references(note: _Note, number: int) -> None:
    name = f"Note {number}: {note.name}" if note.name else f"Note {number}"
    for count, (marker, _) in enumerate(note.references, start=1):
        link = SubElement(
            marker,
            "a",
            {
                "role": "doc-noteref",
                "id": f"ref-{note.label}-{count}",
                "href": f"#{quote(f'note-{note.label}')}",
                "aria-label": name,
            },
        )
        link.text = str(number)


def _finish_note(note: _Note, number: int) -> None:
    element = note.element
    del element.attrib[LABEL]
    element.set("id", f"note-{note.label}")
    for link in element.iter("a"):
        found = _ENTRY.fullmatch(link.get("href") or "")
        if found and unquote(found["id"]) == note.label:
            _add_class(link, "all")
            element.set("data-entry", note.label)
    last = element[-1] if len(element) and element[-1].tag == "p" else None
    _write_backlinks(SubElement(element, "p") if last is None else last, note, number)


def _write_backlinks(paragraph: Element, note: _Note, number: int) -> None:
    """Lead back to each reference, under a name that tells it from the others."""
    if len(paragraph):
        paragraph[-1].tail = f"{paragraph[-1].tail or ''} "
    elif paragraph.text:
        paragraph.text += " "
    backlinks = SubElement(paragraph, "span", {"class": "backlinks"})
    target = note.name or f"note {number}"
    several = f" of {len(note.references)}" if len(note.references) > 1 else ""
    for count, (_, section) in enumerate(note.references, start=1):
        link = SubElement(
            backlinks,
            "a",
            {
                "role": "doc-backlink",
                "href": f"#{quote(f'ref-{note.label}-{count}')}",
                "aria-label": f"Back to {target}"
                + (f", reference {count}{several}" if several else "")
                + (f", in “{section}”" if section else ""),
            },
        )
        link.text = "↩"
        link.tail = " " if count < len(note.references) else None


def _add_class(element: Element, name: str) -> None:
    element.set("class", f"{element.get('class') or ''} {name}".strip())
