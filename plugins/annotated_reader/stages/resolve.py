"""Who is who: the mentions of all documents go in, the library's entities come out.

First within a text (see `people`), then across texts on kind and normalized full name. A lone
surname joins a person of another text only where the library knows one bearer; an acronym
joins its expansion where a text gives it or its initials leave no choice. What could be two
stays apart and says so.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from ..model import KINDS, Entity
from .across import across_texts
from .date_names import date_name
from .names import without_honorific
from .people import Cluster, cluster_people
from .recognize import WEIGHT
from .words import countries, fold, head_words, peoples, slugify, word_lists

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..model import Document, Mention

KEYED = ("date", "term")
"""Kinds whose mentions carry what they are: a value, a lemma; names do not count."""

_ACRONYM = re.compile(r"^[A-Z][A-Z0-9&.-]{1,8}$")
_EXPLAINED = re.compile(r" \((?:the )?([A-Z][A-Z0-9&.-]{1,8})\)")
_SMALL = frozenset(("of", "for", "and", "the", "in", "on", "to", "de", "la", "at"))


def resolve(
    documents: Sequence[Document], mentions: Mapping[str, Sequence[Mention]]
) -> tuple[Entity, ...]:
    """Return the entities that `mentions` (by document) name, each with its mentions."""
    kinds = _library_kinds(mentions)
    acronyms = _acronyms(documents, mentions)
    clusters: list[Cluster] = []
    for document in documents:
        voted = [_as_in_library(mention, kinds) for mention in mentions.get(document.slug, ())]
        people = [mention for mention in voted if mention.kind == "person"]
        clusters += cluster_people(people)
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


def _acronyms(
    documents: Iterable[Document], mentions: Mapping[str, Sequence[Mention]]
) -> dict[str, str]:
    """Acronyms by what they stand for, as folded names: given in brackets, else by initials."""
    given: dict[str, set[str]] = defaultdict(set)
    initials: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        for mention in mentions.get(document.slug, ()):
            if mention.kind in ("person", *KEYED) or " " not in mention.surface:
                continue
            name = _other_key(mention)
            if match := _EXPLAINED.match(document.text, mention.span[1]):
                given[fold(match[1])].add(name)
            if len(letters := _initials(mention.surface)) > 2:
                initials[letters].add(name)
    chosen = {**initials, **given}
    return {acronym: next(iter(names)) for acronym, names in chosen.items() if len(names) == 1}


def _initials(surface: str) -> str:
    words = re.split(r"[\s-]+", surface)
    return "".join(word[0] for word in words if word and word.lower() not in _SMALL).casefold()


def _other_key(mention: Mention, acronyms: Mapping[str, str] | None = None) -> str:
    """What the same place, organization, group, event or date has for a key in every text."""
    name = fold(mention.surface)
    if mention.kind in KEYED:
        return mention.entry or name
    if mention.kind == "place":
        return _place_key(mention.surface, acronyms or {})
    if mention.kind == "group":
        return _group_key(name)
    if acronyms and _ACRONYM.match(mention.surface) and name in acronyms:
        return acronyms[name]
    if mention.kind == "organization":
        words = mention.surface.split()
        while len(words) > 1 and words[-1].rstrip(".,") in word_lists()["legal_forms"]["words"]:
            words.pop()
        return fold(" ".join(words))
    return name


def _place_key(surface: str, acronyms: Mapping[str, str]) -> str:
    name = fold(surface)
    if country := countries().get(name):
        return fold(country.name)
    return acronyms.get(name, name) if _ACRONYM.match(surface) else name


def _group_key(name: str) -> str:
    name = name.removeprefix("ethnic ")
    return name.removesuffix("s") if name.removesuffix("s") in peoples() or len(name) > 4 else name


def _cluster_others(mentions: Iterable[Mention], acronyms: Mapping[str, str]) -> list[Cluster]:
    clusters: dict[tuple[str, str], Cluster] = {}
    for mention in mentions:
        key = _other_key(mention, acronyms)
        is_acronym = _ACRONYM.match(mention.surface) is not None
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
    joined: set[str] = set()
    for cluster in organizations:
        full = [other for other in organizations if _is_short_for(cluster.key, other.key)]
        if len(full) == 1 and full[0].key not in joined:
            rule = "short form of a full name in the text"
            full[0].mentions += [
                replace(mention, rule=rule, confidence=min(mention.confidence, 0.8))
                for mention in cluster.mentions
            ]
            joined.add(cluster.key)
    return [each for each in clusters if each.kind != "organization" or each.key not in joined]


def _is_short_for(short: str, full: str) -> bool:
    rest = full.removeprefix(f"{short} ").split()
    if len(rest) == len(full.split()):
        return full.endswith(f" of {short}")
    return rest[0] in ("of", "for") or all(
        word in head_words() or word in countries() for word in rest
    )


def _entities(clusters: Sequence[Cluster], documents: Sequence[Document]) -> tuple[Entity, ...]:
    order = {document.slug: number for number, document in enumerate(documents)}
    named = sorted(((_name(cluster), cluster) for cluster in clusters), key=_precedence)
    ids: dict[tuple[str, str, bool], str] = {}
    used: set[str] = set()
    for name, cluster in named:
        own = _free_id(name, cluster, used)
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


def _free_id(name: str, cluster: Cluster, used: set[str]) -> str:
    plain = slugify(name)
    if cluster.kind == "date":
        plain = slugify(f"{cluster.key.replace('/', ' to ')}" if cluster.key[0] != "-" else name)
    choices = [plain, f"{plain}-{cluster.kind}"]
    return next(
        (choice for choice in choices if choice not in used),
        next(f"{plain}-{n}" for n in range(2, len(used) + 3) if f"{plain}-{n}" not in used),
    )


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
    return min(whole, key=lambda form: (form.isupper(), -whole[form], -len(form), form))


def _name_of_country(name: str, forms: Counter[str]) -> str:
    """Its usual name; "Turkey" where no text says "Türkiye"; but never "U.S."."""
    written = [form for form in forms if form.isalpha() and len(form) > 4]
    return name if name in forms or not written else max(sorted(written), key=forms.__getitem__)


def _is_short(form: str, cluster: Cluster) -> bool:
    if cluster.kind == "person":
        return not cluster.lone and " " not in form
    return _ACRONYM.match(form) is not None and fold(form) != cluster.key


def _aliases(name: str, mentions: Iterable[Mention]) -> tuple[str, ...]:
    return tuple(sorted({mention.surface for mention in mentions} - {name}))
