"""Who is who: the mentions of all documents go in, the library's entities come out.

First within a text (see `people`), then across texts on kind and normalized full name. A lone
surname joins a person of another text only where the library knows one bearer; an acronym
joins its expansion where a text gives it or its initials leave no choice. What could be two
stays apart and says so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from ..model import KINDS, Entity
from .across import across_texts
from .clusters import Cluster
from .date_names import date_name
from .keys import ACRONYM, KEYED, explained_acronyms, key_of
from .names import without_honorific
from .people import cluster_people
from .short_forms import with_short_forms
from .votes import WEIGHT
from .words import countries, fold, slugify

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..model import Document, Mention


def resolve(
    documents: Sequence[Document], mentions: Mapping[str, Sequence[Mention]]
) -> tuple[Entity, ...]:
    """Return the entities that `mentions` (by document) name, each with its mentions."""
    kinds = _library_kinds(mentions)
    acronyms = explained_acronyms(documents, mentions)
    clusters: list[Cluster] = []
    for document in documents:
        voted = [_as_in_library(mention, kinds) for mention in mentions.get(document.slug, ())]
        people = [mention for mention in voted if mention.kind == "person"]
        clusters += cluster_people(people, document.text)
        clusters += _cluster_others((m for m in voted if m.kind != "person"), acronyms)
    return _entities(across_texts(clusters), documents)


def _library_kinds(mentions: Mapping[str, Sequence[Mention]]) -> dict[str, str]:
    """The kind that names of several words and of places have most often, in all texts."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in (mention for found in mentions.values() for mention in found):
        if mention.kind not in KEYED:
            weight = round(1000 * mention.confidence**WEIGHT)
            votes[fold(without_honorific(mention.surface))][mention.kind] += weight
    return {key: max(sorted(kinds), key=kinds.__getitem__) for key, kinds in votes.items()}


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
    return with_short_forms(list(clusters.values()))


def _entities(clusters: Sequence[Cluster], documents: Sequence[Document]) -> tuple[Entity, ...]:
    order = {document.slug: number for number, document in enumerate(documents)}
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
        mentions = sorted(
            (replace(mention, entry=own) for mention in cluster.mentions),
            key=lambda mention: (order[mention.document], mention.span),
        )
        candidates = tuple(ids["person", key, False] for key in cluster.bearers)
        value = cluster.key if cluster.kind == "date" else ""
        aliases = _aliases(name, mentions) if cluster.kind != "date" else ()
        entities.append(
            Entity(own, name, cluster.kind, aliases, tuple(mentions), value, candidates)
        )
    return tuple(sorted(entities, key=lambda entity: entity.id))


def _precedence(item: tuple[str, Cluster]) -> tuple[bool, int, str, str]:
    """Who takes a plain id when two names make the same: full before lone, then by kind."""
    name, cluster = item
    return cluster.lone, list(KINDS).index(cluster.kind), name, cluster.key


def _free_id(name: str, cluster: Cluster, used: set[str], numbers: Counter[str]) -> str:
    """An id that is not used; `numbers` says how far each plain one has been counted up."""
    plain = slugify(name if cluster.kind != "date" else _date_words(name, cluster.key))
    for choice in (plain, f"{plain}-{cluster.kind}"):
        if choice not in used:
            return choice
    numbers[plain] = max(numbers[plain], 1) + 1
    while f"{plain}-{numbers[plain]}" in used:
        numbers[plain] += 1
    return f"{plain}-{numbers[plain]}"


def _date_words(name: str, value: str) -> str:
    """What the id of a date is made of: "2010-06-11", "2010-04-06 to 2010-04-08"."""
    if value.startswith("-"):
        return name
    about = "about " if value.endswith("~") and len(value) > len("2010~") else ""
    return about + value.replace("/", " to ")


def _name(cluster: Cluster) -> str:
    """The name that heads the entry: the commonest full form, without an honorific."""
    if cluster.kind == "date":
        return date_name(cluster.key)
    if cluster.kind == "term":
        return cluster.key.partition("|")[0]
    forms = Counter(without_honorific(mention.surface) for mention in cluster.mentions)
    if cluster.kind == "place" and (country := countries().get(cluster.key)):
        return _name_of_country(country.name, forms)
    if cluster.kind == "group":
        plural = [form for form in forms if form.endswith("s") and fold(form) != cluster.key]
        forms = Counter({form: forms[form] for form in plural}) or forms
    whole = {form: n for form, n in forms.items() if not _is_short(form, cluster)} or forms
    if cluster.kind == "place":  # "Wisconsin", not "Wis."
        whole = {form: n for form, n in whole.items() if fold(form) == cluster.key} or whole
    return min(whole, key=lambda form: (form.isupper(), -whole[form], -len(form), form))


def _name_of_country(name: str, forms: Counter[str]) -> str:
    """Its usual name; "Turkey" where no text says "Türkiye"; but never "U.S."."""
    written = [form for form in forms if form.isalpha() and len(form) > 4]
    return name if name in forms or not written else max(sorted(written), key=forms.__getitem__)


def _is_short(form: str, cluster: Cluster) -> bool:
    if cluster.kind == "person":
        return not cluster.lone and " " not in form
    return ACRONYM.match(form) is not None and fold(form) != cluster.key


def _aliases(name: str, mentions: Iterable[Mention]) -> tuple[str, ...]:
    return tuple(sorted({mention.surface for mention in mentions} - {name}))
