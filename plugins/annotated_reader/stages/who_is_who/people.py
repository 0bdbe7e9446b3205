"""Persons of one document: mentions go in, clusters of mentions of one person come out.

A full name is known by its first and last word; a lone surname or first name joins the one
bearer that the text has introduced, a surname before a first name. Where it has introduced two,
the name stays apart with both as candidates: a wrong merger costs more than a missed one. Mr. and
Mrs. are two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from ..words import fold, person_tables
from .address import (
    WIFE,
    address_of,
    addresses,
    is_of_husband,
    is_of_ruler,
    is_of_surname,
    shared_key,
)
from .clusters import Cluster
from .honorific import without_honorific
from .keys_of_persons import key_among, key_of_several, several_of
from .kin_apart import named_together
from .known_as import with_other_names
from .name_words import first_key, name_key, name_words
from .offices import equated, is_only_title, is_title, plain_title
from .persons import Persons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...model import Mention, Span


_NOWHERE = (-1, -1)
_Lone = dict[tuple[str, tuple[str, ...]], Cluster]
"""Names that stand alone, by key and the keys of their bearers."""


def cluster_people(mentions: Sequence[Mention], text: str = "") -> list[Cluster]:
    """Return the persons whom `mentions` (of one document, in order) name.

    Where `text` says that two full names are one person's ("better known as"), they are one.
    """
    clusters: dict[str, Cluster] = {}
    families: dict[str, dict[str, set[str]]] = defaultdict(dict)
    several: dict[str, list[str]] = {key: [] for key in several_of(mentions)}
    named = [(mention, name_words(mention.surface)) for mention in mentions]
    in_full = [(mention, words) for mention, words in named if _is_full(words)]
    for _, words in in_full:
        if len(first_key(words[0])) > 1:  # whom an initial stands for may be named later
            family = families[name_key(words[-1])]
            family.setdefault(key_among(family, words), set()).update(map(first_key, words[:-1]))
    for mention, words in in_full:
        family = families[name_key(words[-1])]
        key = key_of_several(words, several) or key_among(family, words)
        family.setdefault(key, set()).update(map(first_key, words[:-1]))
        key = shared_key(WIFE, key) if is_of_husband(mention.surface) else key
        clusters.setdefault(key, Cluster("person", key)).mentions.append(mention)
    found = with_other_names(list(clusters.values()), text)
    full = Persons(found, addresses(found, mentions, text), text)
    _note_shared(mentions, full)
    full.called = _called(mentions)
    said = {title.span: name.span for title, name in equated(mentions, text)}
    subject = next((each for each in full.clusters if mentions[0] in each.mentions), None)
    lone: _Lone = {}
    together = named_together(mentions, text)
    for mention, words in named:
        if _is_full(words):
            full.address(name_key(words[-1]), full.address_at(mention))
            continue
        if is_title(mention.surface) and not full.bearers(name_key(words[-1]), ""):
            _place_title(
                mention, full, lone, full.of.get(said.get(mention.span, _NOWHERE)), subject
            )
        else:
            beside = together.get(mention.span, _NOWHERE)
            _place_lone(mention, words[0], full, lone, subject, beside)
    known = {id(cluster) for cluster in full.clusters}
    return [*full.clusters, *(each for each in lone.values() if id(each) not in known)]


def _is_full(words: Sequence[str]) -> bool:
    return len(words) > 1 and not is_only_title(words)


def _note_shared(mentions: Sequence[Mention], full: Persons) -> None:
    """Note which names of one word a man and a woman both bear, as the text addresses them."""
    said: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if address := address_of(mention.surface):
            said[name_key(mention.surface.split()[-1])].add(address)
    for name, each in said.items():
        full.share(name, each)


def _called(mentions: Sequence[Mention]) -> dict[str, str]:
    """What those whom a text names by one word are mostly called: "meg" for "margaret"."""
    alone = Counter(fold(mention.surface) for mention in mentions if " " not in mention.surface)
    forms: dict[str, list[str]] = defaultdict(list)
    for word in sorted(alone):
        forms[first_key(word)].append(word)
    return {
        name_key(word): name_key(max(words, key=alone.__getitem__))
        for key, words in forms.items()
        if key in map(name_key, words)
        for word in words
    }


def _place_title(
    mention: Mention, full: Persons, lone: _Lone, said: Cluster | None, subject: Cluster | None
) -> None:
    """Join a title that stands alone to the one person of whom it is `said` or who was called so.

    What means none of these is an office: it has another holder in another text.
    """
    title = plain_title(mention.surface)
    titled = [said] if said else full.titled(title, mention, subject)
    if len(titled) > 1:
        titled = _leading(full, titled, mention, subject) if subject in titled else []
    if titled:
        rule = "title that the text gives a person" if said else "title of a full name in the text"
        full.entitle(title, titled[0], mention)
        full.join(titled[0], replace(mention, rule=rule, confidence=0.7))
        return
    office = f"{title} in {mention.document}"
    cluster = lone.setdefault((office, ()), Cluster("person", office, lone=True))
    cluster.mentions.append(mention)


def _place_lone(
    mention: Mention,
    word: str,
    full: Persons,
    lone: _Lone,
    subject: Cluster | None,
    beside: Span,
) -> None:
    name, first = name_key(word), first_key(word)
    address = full.address(name, address_of(mention.surface))
    is_ruler = is_of_ruler(mention.surface)
    called = "" if is_of_surname(mention.surface) else first
    named = full.bearers("" if is_ruler else name, called, address)
    if subject and _is_of_subject(mention, name, full, subject, named):
        named = [subject]
    bearers = full.others(mention, named, beside)
    is_kin = len(bearers) < len(named)
    if name in full.apart and (is_kin or not address):
        bearers = [full.apart[name]]
    introduced = [cluster for cluster in bearers if cluster.mentions[0].span < mention.span]
    candidates = _leading(full, introduced, mention, subject) or introduced or bearers
    of_family = [each for each in candidates if each.key.endswith(f" {name}")]
    candidates = of_family or candidates  # a surname goes before a first name
    if len(candidates) == 1:
        full.join(candidates[0], _joined(mention, name, candidates[0]))
        return
    name = name if candidates else full.called.get(name, name)
    if is_ruler and not candidates and full.bearers(name, ""):
        name = fold(mention.surface)  # "King Hussein", where there is Saddam Hussein as well
    keys = tuple(sorted(cluster.key for cluster in candidates))
    rule = "name of several persons" if keys else mention.rule
    confidence = 0.5 if keys else mention.confidence
    own = shared_key(address, name) if name in full.shared else name
    is_lone = bool(keys) or name not in names_of_one()
    cluster = lone.setdefault((own, keys), Cluster("person", own, lone=is_lone, bearers=keys))
    placed = replace(mention, rule=rule, confidence=confidence)
    if keys:
        cluster.mentions.append(placed)
        return
    full.register(cluster)
    full.join(cluster, placed)
    if is_kin:
        full.apart[name] = cluster


@lru_cache(maxsize=1)
def names_of_one() -> frozenset[str]:
    """Return the keys of names of one word that are one person's in every text: "Socrates"."""
    return frozenset(map(name_key, person_tables()["of_one_person"]["names"]))


def _is_of_subject(
    mention: Mention, name: str, full: Persons, subject: Cluster, named: Sequence[Cluster]
) -> bool:
    """Tell whether a bare surname is that of whom the text is about, not of a father named last."""
    if subject in named or name in full.of_husbands:
        return False
    if address_of(mention.surface) or not subject.key.endswith(f" {name}"):
        return False
    every = [each for each in full.bearers(name, "") if each.mentions[0].span < mention.span]
    return _leading(full, every, mention, subject) == [subject]


_LED_BY = 4  # mentions of the one whom a text is about, where another is named once in passing
_NEAR = 300  # characters within which the one named in passing may still be meant
_BESIDE = 100  # characters within which another than the one whom the text begins with is meant


def _leading(
    full: Persons, bearers: Sequence[Cluster], mention: Mention, subject: Cluster | None
) -> list[Cluster]:
    """The one bearer whom the text is about, where the others lie back.

    The one with whose name the text begins leads where it is named twice as often as any other;
    anybody else only where each other is named once, in passing.
    """
    before = [full.seen(bearer, mention) for bearer in bearers]
    for number, (bearer, (seen, _)) in enumerate(zip(bearers, before, strict=True)):
        begun = bearer is subject
        if seen < (2 if begun else _LED_BY):
            continue
        others = before[:number] + before[number + 1 :]
        far = _BESIDE if begun else _NEAR
        often = seen // 2 if begun else 1
        if others and all(
            count <= often and mention.span[0] - last.span[1] >= far for count, last in others
        ):
            return [bearer]
    return []


def _joined(mention: Mention, name: str, cluster: Cluster) -> Mention:
    if " " not in cluster.key:
        return mention
    if without_honorific(mention.surface) != mention.surface:
        return replace(
            mention, rule="honorific and surname of a full name in the text", confidence=0.95
        )
    if cluster.key.endswith(" " + name):
        return replace(mention, rule="surname of a full name in the text", confidence=0.9)
    return replace(mention, rule="first name of a full name in the text", confidence=0.8)
