"""Who is who: the mentions of all documents go in, the library's entities come out.

First within a text (see `people`), then across texts on kind and normalized full name. A lone
surname joins a person of another text only where the library knows one bearer; an acronym
joins its expansion where a text gives it or its initials leave no choice. What could be two
stays apart and says so.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from ..model import KINDS, Entity
from .dates.names import date_name
from .kinds.votes import PART_OF_A_NAME
from .names.names_of_persons import in_small_letters
from .places.gazetteer import is_city as is_city_name
from .who_is_who.across import across_texts
from .who_is_who.address import address_of, of_shared_key
from .who_is_who.clusters import Cluster, Mentions, count_surfaces, part_of
from .who_is_who.gist import gist, library_acronyms, library_kinds
from .who_is_who.honorific import without_honorific
from .who_is_who.keys import ACRONYM, KEYED, key_of
from .who_is_who.namesakes import region_of, with_state
from .who_is_who.national import body_of
from .who_is_who.offices import is_title, title_length
from .who_is_who.people import cluster_people
from .who_is_who.short_forms import is_clipped, with_short_forms
from .who_is_who.whose import with_whose
from .words import countries, fold, slugify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from ..model import Document, Mention
    from .who_is_who.clusters import Joined, Part
    from .who_is_who.gist import Gist

    Within: TypeAlias = Callable[[Gist, Mapping[str, str], Mapping[str, str]], Iterable[Part]]
    """The parts of a text, given the library's kinds and acronyms."""


IN_CAPITALS = 6
"""Letters of a place's name in capitals that is no acronym."""

_WITH_ACRONYMS = ("organization", "place", "event")


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
    clusters += _cluster_others((m for m in voted if m.kind != "person"), acronyms, document.text)
    return [part_of(document.slug, cluster) for cluster in clusters]


def _as_in_library(mention: Mention, kinds: Mapping[str, str]) -> Mention:
    kind = kinds.get(fold(without_honorific(mention.surface)), mention.kind)
    is_land = fold(mention.surface) in countries()  # "US" stands in titles
    is_office = mention.kind == "person" and is_title(mention.surface) and not is_land
    is_somebody = mention.rule == PART_OF_A_NAME or is_office
    if mention.kind in (kind, *KEYED) or mention.confidence >= 0.95 or is_somebody:
        return mention
    return replace(mention, kind=kind, rule="kind it has elsewhere in the library", confidence=0.6)


def _cluster_others(
    mentions: Iterable[Mention], acronyms: Mapping[str, str], text: str
) -> list[Cluster]:
    clusters: dict[tuple[str, str], Cluster] = {}
    others = list(mentions)
    full = {key_of(m): m.kind for m in others if m.kind in _WITH_ACRONYMS and " " in m.surface}
    for mention in others:
        key = with_whose(mention, key_of(mention, acronyms), text)
        key = with_state(mention, key, text)
        is_acronym = ACRONYM.match(mention.surface) is not None
        kind = mention.kind
        if is_acronym and key == fold(mention.surface) and kind in _WITH_ACRONYMS:
            key = acronyms.get(key, key)
        if is_acronym and key != fold(mention.surface):
            kind = full.get(key, kind)
            told = replace(mention, kind=kind, rule="acronym explained in the texts")
            mention = replace(told, confidence=0.9)  # noqa: PLW2901
        cluster = clusters.setdefault((kind, key), Cluster(kind, key))
        cluster.mentions.append(mention)
        cluster.regions |= region_of(mention, key, text)
    return with_short_forms(list(clusters.values()))


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
    if value.startswith("-"):  # of a year left open, or BC
        return name
    about = "about " if value.endswith("~") and len(value) > len("2010~") else ""
    return about + value.replace("/", " to ")


def _name(cluster: Joined) -> str:
    """The name that heads the entry: the commonest full form, without an honorific."""
    if cluster.kind == "date":
        return date_name(cluster.key)
    if cluster.kind == "term":
        return cluster.key.partition("|")[0]
    forms: Counter[str] = Counter()
    address, _ = of_shared_key(cluster.key)
    for surface, count in count_surfaces(cluster.parts).items():
        if address and address_of(surface):  # "Mrs. Verloc", where there is her husband as well
            forms[surface] += count
        else:
            forms[without_honorific(surface) if cluster.kind == "person" else surface] += count
    if address:
        forms = Counter({form: forms[form] for form in forms if address_of(form)}) or forms
    if cluster.kind == "place" and (country := countries().get(cluster.key)):
        return _name_of_country(country.name, forms)
    if cluster.kind == "group":
        plural = [form for form in forms if form.endswith("s") and fold(form) != cluster.key]
        forms = Counter({form: forms[form] for form in plural}) or forms
    whole = {form: n for form, n in forms.items() if not _is_short(form, cluster)} or forms
    if cluster.kind == "person":
        whole = {form: n for form, n in whole.items() if not _has_a_title(form, whole)}
        whole = {form: n for form, n in whole.items() if not is_title(form)} or whole
        whole = {form: n for form, n in whole.items() if not _is_other(form, cluster)} or whole
        whole = {form: n for form, n in whole.items() if not _is_begun_by_a_letter(form, whole)}
    if cluster.kind in ("place", "event"):  # "Wisconsin", not "Wis."; "Olympics", not "Olympic"
        whole = {form: n for form, n in whole.items() if fold(form) == cluster.key} or whole
    if cluster.kind == "organization":  # "U.S. Senate", not "Senate"
        whole = {form: n for form, n in whole.items() if body_of(fold(form))[1]} or whole
    name = min(whole, key=lambda form: (form.isupper(), -whole[form], -len(form), form))
    is_city = cluster.kind == "place" and name.isupper()
    is_city = is_city and (len(name) >= IN_CAPITALS or is_city_name(in_small_letters(name)))
    return in_small_letters(name) if cluster.kind == "person" or is_city else name


def _is_other(form: str, cluster: Joined) -> bool:
    """Whether a form is a person’s other name, which may be the longest: by birth, as a writer."""
    words = {*fold(form).split()}
    return any(" " in short and words.issuperset(short.split()) for short in cluster.shorts)


def _has_a_title(form: str, forms: Mapping[str, int]) -> bool:
    """Whether a full name stands behind an occupation: "YouTuber Ann Lee", where "Ann Lee" does."""
    words = form.split()
    rest = words[title_length(words) :]
    return len(rest) < len(words) and len(rest) > 1 and " ".join(rest) in forms


def _is_begun_by_a_letter(form: str, forms: Mapping[str, int]) -> bool:
    """Whether a name has but the letter of the first name in another: "W. Ott", "William Ott"."""
    first, last = form.split(maxsplit=1)[0], form.rsplit(maxsplit=1)[-1]
    return len(first.rstrip(".")) == 1 and any(
        other.startswith(first[0]) and len(other.split()[0]) > 2 and other.split()[-1] == last
        for other in forms
    )


def _name_of_country(name: str, forms: Counter[str]) -> str:
    """Its usual name; "Turkey" where no text says "Türkiye"; but never "U.S."."""
    written = [form for form in forms if form.isalpha() and len(form) > 4]
    return name if name in forms or not written else max(sorted(written), key=forms.__getitem__)


def _is_short(form: str, cluster: Joined) -> bool:
    if cluster.kind == "person":
        return not cluster.lone and " " not in form
    is_acronym = ACRONYM.match(form) is not None and fold(form) != cluster.key
    return is_acronym or is_clipped(fold(form), cluster.key)


def _aliases(name: str, parts: Iterable[Part]) -> tuple[str, ...]:
    surfaces = {surface for part in parts for surface, _ in part.surfaces}
    return tuple(sorted(surfaces - {name}))
