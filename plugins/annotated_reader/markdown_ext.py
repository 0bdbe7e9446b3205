"""A Python-Markdown extension: the notes and mentions of a text -> accessible HTML.

Python-Markdown's own footnotes give every backlink the same name and take quadratic time for
repeated references, so this has its own: numbered by first reference, each reference and
backlink with a name of its own, all in linear time. What an editor may get wrong does no harm:
a reference without a note stays literal text, a note without a reference is left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element, SubElement

from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.inlinepatterns import InlineProcessor, SubstituteTagInlineProcessor
from markdown.treeprocessors import Treeprocessor

from .markdown_inline import PutBack, SetAside, Shortcut
from .markdown_tree import LABEL, number_text
from .stages.seeds.bounds import bound_links

if TYPE_CHECKING:
    from markdown import Markdown

LINKED_FILE = re.compile(
    r"(?P<path>(?:\.\./)*(?:(?:glossary|texts)/)?[^/?#:{}]+)\.md(?P<fragment>#.*)?"
)


class ReaderExtension(Extension):
    """Turn a text's notes, mentions and blocks into HTML that can be linked to."""

    def __init__(self, **kwargs: Any) -> None:
        self.config = {
            "text": [True, "Is this a text with notes? If not, only links to files are mapped."],
        }
        super().__init__(**kwargs)
        self.definitions: dict[str, str] = {}

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Register the processors."""
        md.registerExtension(self)
        bound_links(md)
        md.treeprocessors.register(FileLinks(md), "reader-links", 7.5)
        if not self.getConfig("text"):
            return
        md.preprocessors.register(FencedBlockPreprocessor(md, {}), "fenced_code_block", 25)
        md.parser.blockprocessors.register(Definitions(md.parser, self), "reader-notes", 95)
        md.inlinePatterns.register(Reference(self, md), "reader-reference", 175)
        hard_break = SubstituteTagInlineProcessor(r"\\\n", "br")
        md.inlinePatterns.register(hard_break, "reader-break", 105)
        md.treeprocessors.register(NotesToCome(md, self), "reader-notes", 50)
        shortcut = Shortcut(md, self.definitions)
        md.treeprocessors.register(SetAside(md, shortcut), "reader-set-aside", 21)
        md.treeprocessors.register(PutBack(md, shortcut), "reader-put-back", 19)
        # After attributes and abbreviations are set, before a table of contents gives ids.
        md.treeprocessors.register(TextTree(md), "reader-text", 6)

    def reset(self) -> None:
        """Forget the notes of the text before."""
        self.definitions.clear()


class FileLinks(Treeprocessor):
    """Lead links between Markdown files to the pages made of them."""

    def run(self, root: Element) -> None:
        """Map `../glossary/x.md` and `slug.md` to `.html`, whatever fragment follows."""
        for link in root.iter("a"):
            found = LINKED_FILE.fullmatch(link.get("href") or "")
            if found:
                link.set("href", f"{found['path']}.html{found['fragment'] or ''}")


class Definitions(BlockProcessor):
    """Take the definitions of notes, `[^label]: …`, out of the text."""

    START = re.compile(r"^ {0,3}\[\^([^\]\s]+)\]:[ ]*", re.MULTILINE)

    def __init__(self, parser: Any, extension: ReaderExtension) -> None:
        super().__init__(parser)
        self.definitions = extension.definitions

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 (Python-Markdown's signature)
        """Tell whether there is a definition in this block."""
        return "[^" in block and bool(self.START.search(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Keep the definitions of a block, the last one with its indented paragraphs."""
        before, *parts = self.START.split(blocks.pop(0))
        for label, text in zip(parts[::2], parts[1::2], strict=True):
            self.definitions.setdefault(label, self.looseDetab(text.rstrip("\n")))
        if before.strip():
            self.parser.parseBlocks(parent, [before.rstrip("\n")])
        label = parts[-2]
        while blocks and blocks[0].startswith(" " * self.tab_length):
            self.definitions[label] += "\n\n" + self.looseDetab(blocks.pop(0))


class Reference(InlineProcessor):
    """Mark a reference to a note; its number and names come when all are known."""

    def __init__(self, extension: ReaderExtension, md: Markdown) -> None:
        super().__init__(r"\[\^([^\]\s]+)\]", md)
        self.definitions = extension.definitions

    def handleMatch(  # type: ignore[override]  # noqa: N802 (Python-Markdown's name)
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 (Python-Markdown's signature)
    ) -> tuple[Element | None, int, int]:
        """Leave a reference to an unknown note as it is."""
        if m[1] not in self.definitions:
            return None, m.start(), m.end()
        marker = Element("sup", {"class": "marker", LABEL: m[1]})
        return marker, m.start(), m.end()


class NotesToCome(Treeprocessor):
    """Put every definition at the end of the tree, so that its inline Markdown is read too."""

    def __init__(self, md: Markdown, extension: ReaderExtension) -> None:
        super().__init__(md)
        self.definitions = extension.definitions

    def run(self, root: Element) -> None:
        """Parse the definitions; one that holds another adds to them on the way."""
        if not self.definitions:
            return
        section = SubElement(root, "section", {"class": "notes", LABEL: ""})
        done = 0
        while done < len(self.definitions):
            for label, text in list(self.definitions.items())[done:]:
                note = SubElement(section, "li", {LABEL: label})
                self.md.parser.parseChunk(note, text)
                done += 1


class TextTree(Treeprocessor):
    """Give a text's blocks, mentions, references and notes their ids, roles and names."""

    def run(self, root: Element) -> None:
        """Number the text; see `markdown_tree`."""
        number_text(root, self.md.htmlStash.rawHtmlBlocks)


def makeExtension(**kwargs: Any) -> ReaderExtension:  # noqa: N802 (Python-Markdown's name)
    """Make the extension for Python-Markdown, which finds it by this name."""
    return ReaderExtension(**kwargs)
