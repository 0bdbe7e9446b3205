"""Who is who: the mentions of all documents go in, the library's entities come out.

First within a text (see `people`), then across texts on kind and normalized full name. A lone
surname joins a person of another text only where the library knows one bearer; an acronym
joins its expansion where a text gives it or its initials leave no choice. What could be two
stays apart and says so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from ..model import KINDS, Entity
from .across import across_texts
from .clusters import Cluster, Mentions, count_surfaces, part_of
from .date_names import date_name
from .gist import gist, library_acronyms, library_kinds
from .keys import ACRONYM, KEYED, key_of
from .names import without_honorific
from .people import cluster_people
from .words import countries, fold, head_words, slugify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from ..model import Document, Mention
    from .clusters import Joined, Part
    from .gist import Gist

    Within: TypeAlias = Callable[[Gist, Mapping[str, str], Mapping[str, str]], Iterable[Part]]
    """The parts of a text, given the library's kinds and acronyms."""

LEADS = 3
"""How many times as often a text has to name what "the University" means as any other one."""


def resolve(
    documents: Sequence[Document], mentions: Mapping[str, Sequence[Mention]]
) -> tuple[Entity, ...]:
    """Return the entities that `mentions` (by document) name, each with its mentions."""
    known = {document.slug: document for document in documents}

    def within(text: Gist, kinds: Mapping[str, str], acronyms: Mapping[str, str]) -> list[Part]:
        found = mentions.get(text.document, ())
        return cluster_text(known[text.document], found, kinds, acronyms)

    return resolve_parts([gist(each, mentions.get(each.slug, ())) for each in documents], within)


def resolve_parts(gists: Sequence[Gist], within: Within) -> tuple[Entity, ...]:
    """Return the entities of all texts from what each adds, `within` it what is joined there."""
    kinds, acronyms = library_kinds(gists), library_acronyms(gists)
    parts = (part for each in gists for part in within(each, kinds, acronyms))
    return _entities(across_texts(parts), [each.document for each in gists])


def cluster_text(
    document: Document,
    mentions: Iterable[Mention],
    kinds: Mapping[str, str],
    acronyms: Mapping[str, str],
) -> list[Part]:
    """Return what the mentions of one document name, each thing once."""
    voted = [_as_in_library(mention, kinds) for mention in mentions]
    people = [mention for mention in voted if mention.kind == "person"]
    clusters = cluster_people(people, document.text)
    clusters += _cluster_others((m for m in voted if m.kind != "person"), acronyms)
    return [part_of(document.slug, cluster) for cluster in clusters]


def _as_in_library(mention: Mention, kinds: Mapping[str, str]) -> Mention:
    kind = kinds.get(fold(without_honorific(mention.surface)), mention.kind)
    if mention.kind in (kind, *KEYED) or mention.confidence >= 0.95:
        return mention
    return replace(mention, kind=kind, rule="kind it has elsewhere in the library", confidence=0.6)


def _cluster_others(mentions: Iterable[Mention], acronyms: Mapping[str, str]) -> list[Cluster]:
    clusters: dict[tuple[str, str], Cluster] = {}
    for mention in mentions:
        key = key_of(mention, acronyms)
        is_acronym = ACRONYM.match(mention.surface) is not None
        if is_acronym and key != fold(mention.surface):
            mention = replace(mention, rule="acronym explained in the texts", confidence=0.9)  # noqa: PLW2901
        kind = mention.kind
        clusters.setdefault((kind, key), Cluster(kind, key)).mentions.append(mention)
    return _with_short_forms(list(clusters.values()))


def _with_short_forms(clusters: list[Cluster]) -> list[Cluster]:
    """Join what a text calls an organization for short to the one full name that has it.

    "Harrow" is "Harrow School", "the Church" is "Church of Scientology"; a name that begins two
    of them stays apart.
    """
    organizations = [cluster for cluster in clusters if cluster.kind == "organization"]
    longer: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in organizations:
        for short in _possible_shorts(cluster.key):
            longer[short].append(cluster)
    joined: set[str] = set()
    for cluster in organizations:
        full = [other for other in longer[cluster.key] if _is_short_for(cluster.key, other.key)]
        full = _leading(full) if len(full) > 1 and cluster.key in _folded_heads() else full
        if len(full) == 1 and full[0].key not in joined:
            rule = "short form of a full name in the text"
            full[0].mentions += [
                replace(mention, rule=rule, confidence=min(mention.confidence, 0.8))
                for mention in cluster.mentions
            ]
            joined.add(cluster.key)
    return [each for each in clusters if each.kind != "organization" or each.key not in joined]


def _leading(full: Sequence[Cluster]) -> list[Cluster]:
    """The one that a text names far more often than the others with the same head word."""
    first, second, *_ = sorted(full, key=lambda cluster: -len(cluster.mentions))
    return [first] if len(first.mentions) >= LEADS * len(second.mentions) else []


def _possible_shorts(full: str) -> set[str]:
    """What a name may be called for short: words that it begins with, or those after an "of"."""
    words = full.split(" ")
    begun = {" ".join(words[:count]) for count in range(1, len(words))}
    return begun | {" ".join(words[n + 1 :]) for n, word in enumerate(words) if n and word == "of"}


def _is_short_for(short: str, full: str) -> bool:
    rest = full.removeprefix(f"{short} ").split()
    if len(rest) == len(full.split()):
        return " " not in short and full.endswith(f" of {short}")
    return rest[0] in ("of", "for") or all(
        word in _folded_heads() or word in countries() for word in rest
    )


@lru_cache(maxsize=1)
def _folded_heads() -> frozenset[str]:
    return frozenset(fold(word) for word in head_words())


def _entities(clusters: Sequence[Joined], documents: Sequence[str]) -> tuple[Entity, ...]:
    order = {slug: number for number, slug in enumerate(documents)}
    named = sorted(((_name(cluster), cluster) for cluster in clusters), key=_precedence)
    ids: dict[tuple[str, str, bool], str] = {}
    used: set[str] = set()
    numbers: Counter[str] = Counter()
    for name, cluster in named:
        own = _free_id(name, cluster, used, numbers)
        used.add(own)
        ids[cluster.kind, cluster.key, cluster.lone] = own
    entities = []
    for name, cluster in named:
        own = ids[cluster.kind, cluster.key, cluster.lone]
        candidates = tuple(ids["person", key, False] for key in cluster.bearers)
        value = cluster.key if cluster.kind == "date" else ""
        aliases = _aliases(name, cluster.parts) if cluster.kind != "date" else ()
        mentions = Mentions(own, cluster.parts, order)
        entities.append(Entity(own, name, cluster.kind, aliases, mentions, value, candidates))
    return tuple(sorted(entities, key=lambda entity: entity.id))


def _precedence(item: tuple[str, Joined]) -> tuple[bool, int, str, str]:
    """Who takes a plain id when two names make the same: full before lone, then by kind."""
    name, cluster = item
    return cluster.lone, _rank()[cluster.kind], name, cluster.key


@lru_cache(maxsize=1)
def _rank() -> dict[str, int]:
    return {kind: number for number, kind in enumerate(KINDS)}


def _free_id(name: str, cluster: Joined, used: set[str], numbers: Counter[str]) -> str:
    """An id that is not used; `numbers` says how far each plain one has been counted up."""
    plain = slugify(name)
    if cluster.kind == "date":
        plain = slugify(f"{cluster.key.replace('/', ' to ')}" if cluster.key[0] != "-" else name)
    for choice in (plain, f"{plain}-{cluster.kind}"):
        if choice not in used:
            return choice
    numbers[plain] = max(numbers[plain], 1) + 1
    while f"{plain}-{numbers[plain]}" in used:
        numbers[plain] += 1
    return f"{plain}-{numbers[plain]}"


def _name(cluster: Joined) -> str:
    """The name that heads the entry: the commonest full form, without an honorific."""
    if cluster.kind == "date":
        return date_name(cluster.key)
    if cluster.kind == "term":
        return cluster.key.partition("|")[0]
    forms: Counter[str] = Counter()
    for surface, count in count_surfaces(cluster.parts).items():
        forms[without_honorific(surface)] += count
    if cluster.kind == "place" and (country := countries().get(cluster.key)):
        return _name_of_country(country.name, forms)
    if cluster.kind == "group":
        plural = [form for form in forms if form.endswith("s") and fold(form) != cluster.key]
        forms = Counter({form: forms[form] for form in plural}) or forms
    whole = {form: n for form, n in forms.items() if not _is_short(form, cluster)} or forms
    return min(whole, key=lambda form: (form.isupper(), -whole[form], -len(form), form))


def _name_of_country(name: str, forms: Counter[str]) -> str:
    """Its usual name; "Turkey" where no text says "Türkiye"; but never "U.S."."""
    written = [form for form in forms if form.isalpha() and len(form) > 4]
    return name if name in forms or not written else max(sorted(written), key=forms.__getitem__)


def _is_short(form: str, cluster: Joined) -> bool:
    if cluster.kind == "person":
        return not cluster.lone and " " not in form
    return ACRONYM.match(form) is not None and fold(form) != cluster.key


def _aliases(name: str, parts: Iterable[Part]) -> tuple[str, ...]:
    surfaces = {surface for part in parts for surface, _ in part.surfaces}
    return tuple(sorted(surfaces - {name}))
