"""The register -> for each page the digest of all that it says; pure.

Two builds in which a page's digest is the same give it the same bytes, so that the second need
not make it again. What a page says of other texts and entries (their titles, how often they
are named) is in its digest, and nothing else of them is.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from msgpack import packb

from ..model import Entry
from ..pictures.histogram import SEVERAL, make_scale
from ..pictures.map import Map
from ..stages.collect import Text
from ..store import digest
from .leaves import Leaves
from .named import Named
from .notes import COMPANIONS, ELSEWHERE, EXACT, rounded, source_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..stages.collect import Occurrence, Register
    from ..stages.reading import Kin, Reading

WITHIN = frozenset(("page", "sentences", "mentions", "set_aside", "cleaning"))
"""What of a text no list says but on how many names it has; the report has figures of its own."""


class Facts:
    """The digests of one register's pages; `html` and `headers` are the texts', by slug."""

    def __init__(
        self, register: Register, html: Mapping[str, str], headers: Mapping[str, object]
    ) -> None:
        self.register = register
        self.html = html
        self.headers = headers
        self.entries = {id_: digest(repr(entry)) for id_, entry in register.entries.items()}
        self.texts = {text.slug: self._text(text) for text in register.texts}
        self.listed = {text.slug: self._listed(text) for text in register.texts}
        self.scale = make_scale(register.texts)
        self.periods = repr((self.scale.periods, [count > 0 for count in self.scale.texts]))
        self.named = Named(register.entries)
        kinds = dict.fromkeys(entry.kind for entry in register.entries.values())
        self.sizes = len(register.texts), len(register.entries), tuple(kinds)
        self._notes: dict[str, str] = {}
        self._pages: dict[str, str] = {}
        self._whole: dict[int, tuple[object, str]] = {}

    def _text(self, text: Text) -> str:
        """All that one text's files say."""
        mentions = [(m.span, m.entry, m.rule, m.confidence, m.creator) for m in text.mentions]
        kept = (self.headers.get(text.slug), text.set_aside, text.cleaning, mentions)
        return digest(self.html.get(text.slug, "") + repr(kept))

    def _listed(self, text: Text) -> str:
        """All that a list says of a text: what its header says, and how many names it has."""
        said = [getattr(text, each.name) for each in fields(text) if each.name not in WITHIN]
        names = len({mention.entry for mention in text.mentions})
        return digest(repr((said, names, self.headers.get(text.slug))))

    def pages(
        self, around: Mapping[str, Iterable[Text | None]], readings: Mapping[str, Reading]
    ) -> dict[str, str]:
        """Return the digest of each text's and each entry's page, by the page's name."""
        texts = {
            f"texts/{slug}.html": self.reading_page(slug, around[slug], readings[slug].kin)
            for slug in self.texts
        }
        return texts | {f"glossary/{id_}.html": self.entry_page(id_) for id_ in self.entries}

    def finished(self, slug: str) -> str:
        """The text on its page, with its notes."""
        text = self.by_slug[slug]
        named = dict.fromkeys(mention.entry for mention in text.mentions)
        return digest(" ".join([self.texts[slug], *map(self.note, named)]))

    def reading_page(self, slug: str, around: Iterable[Text | None], kin: tuple[Kin, ...]) -> str:
        """The whole page of a text: what is in it, beside it, and like it."""
        beside = [text and self.title(text) for text in around]
        like = [(self.title(each.text), [entry.name for entry in each.shared]) for each in kin]
        entries = self.register.entries
        named = dict.fromkeys(mention.entry for mention in self.by_slug[slug].mentions)
        doubtful = [self._named(other) for id_ in named for other in entries[id_].candidates]
        return digest(self.finished(slug) + repr((beside, like, doubtful)))

    def entry_page(self, id_: str) -> str:
        """The page of an entry, which quotes every sentence that names it; made once."""
        if id_ not in self._pages:
            register, entry = self.register, self.register.entries[id_]
            names = [self._named(other) for other in entry.candidates]
            company = [(self._named(other), n) for other, n in register.companions.get(id_, ())]
            texts = [self.title(self.by_slug[slug]) for slug in register.texts_of.get(id_, ())]
            found = [said_of(occurrence) for occurrence in register.occurrences.get(id_, ())]
            said = self.entries[id_], names, company, texts, found, self._over_time(id_)
            self._pages[id_] = self.said(said)
        return self._pages[id_]

    def _over_time(self, id_: str) -> object:
        """What the picture of an entry over time says of other texts; nothing if there is none.

        It tells of each period with mentions how many texts the library has in it.
        """
        named = self.register.texts_of.get(id_, ())
        if len(named) < SEVERAL:
            return None
        numbers = sorted({self.scale.places[slug] for slug in named})
        return self.periods, [(number, self.scale.texts[number]) for number in numbers]

    def further_page(self, id_: str, number: int) -> str:
        """A further page of an entry with very many mentions."""
        return digest(f"{self.entry_page(id_)} {number}")

    def annotations(self, slug: str) -> str:
        """A text's annotations, which tell the kinds of its entries."""
        register = self.register
        kinds = [register.entries[mention.entry].kind for mention in self.by_slug[slug].mentions]
        return digest(self.texts[slug] + repr(kinds))

    def note(self, id_: str) -> str:
        """What a note says of its entry, whatever text it stands in; made once."""
        if id_ not in self._notes:
            register = self.register
            found = register.occurrences.get(id_, ())
            company = [self._named(other) for other, _ in register.companions.get(id_, ())]
            places = register.texts_of.get(id_, ())
            counts: dict[str, int] = dict.fromkeys(places[: ELSEWHERE + 1], 0)
            anchors: dict[str, str] = {}
            for each in found:
                if each.text in counts:
                    counts[each.text] += 1
                    anchors.setdefault(each.text, each.anchor)
            shown = [
                (self.title(self.by_slug[slug]), anchors[slug], n if len(found) <= EXACT else 0)
                for slug, n in counts.items()
            ]
            more = max(0, len(places) - len(counts))  # what `shown` does not name
            figures = [rounded(number) for number in (len(found), len(places), more)]
            said = (self.entries.get(id_), figures, company[:COMPANIONS], shown)
            entry = register.entries.get(id_)
            source = self.by_slug.get(source_of(entry)) if entry else None
            others = self.named.others(entry) if entry else ()
            self._notes[id_] = digest(repr((said, source and self.title(source), others)))
        return self._notes[id_]

    def title(self, text: Text) -> tuple[str, ...]:
        """What other pages say of a text."""
        return text.slug, text.title, text.date, text.language

    def said(self, value: object) -> str:
        """All that a value says that is made of plain data, texts, entries and the like."""
        return digest(bytes(packb(value, default=self._plain, unicode_errors="surrogatepass")))

    def _plain(self, value: Any) -> object:
        """Say a value in plainer ones: texts and entries by what is known of them already."""
        if isinstance(value, Text):
            return self.listed[value.slug]
        if isinstance(value, Entry) and self.register.entries.get(value.id) == value:
            return self.entries[value.id]
        if isinstance(value, Leaves | Map):  # which every page of a list has with it
            if id(value) not in self._whole:
                self._whole[id(value)] = value, self.said(parts_of(value))
            return self._whole[id(value)][1]
        if is_dataclass(value):
            return parts_of(value)
        return repr(value)

    def _named(self, id_: str) -> Any:
        entry = self.register.entries.get(id_)
        return entry and (entry.id, entry.name, entry.kind)

    @cached_property
    def by_slug(self) -> dict[str, Text]:
        """The texts by their slugs."""
        return {text.slug: text for text in self.register.texts}


def parts_of(value: Any) -> list[object]:
    """Return the name of a data class, and what an object of it holds."""
    return [type(value).__name__, *(getattr(value, each.name) for each in fields(value))]


def said_of(occurrence: Occurrence) -> tuple[object, ...]:
    """Return all that a page says of a mention."""
    it, mention = occurrence, occurrence.mention
    place = it.text, it.anchor, it.section, it.before, it.surface, it.after
    return *place, mention.rule, mention.confidence, mention.creator
