"""A phrase goes in, and what kind of thing it describes comes out: "a Dutch chain of shops".

Beside the nouns by which names are typed (`words`), here are those that only describe, so that
more of them make no name anything else.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from ..package_data import tables_of
from ..words import head_of, kind_of_description, word_lists

_LEAD = re.compile(r"^(?:the|an?) ", re.IGNORECASE)
_PARTICIPLE = re.compile(
    r",? (?:\w+ed|run|built|made|held|set|won|led) (?:by|in|on|as|at|to|for|from|with|up)\b"
)
_CLAUSE = re.compile(r",? (?:who|which|that|where)(?: \S+)*$")
_DOING = re.compile(
    r"(?<=[a-z]) [a-z]{2,}ing (?:(?:the|an?|his|her|its|their|in|for|on|at|with|as|to|from|about)\b"
    r"|[A-Z\d]).*$"
)
_AGED = re.compile(r"an? (?:[\w-]+ ){0,2}?\d\d-year-old [A-Z][a-z]+\b")
"""Who is so old, and of a people: "a 42-year-old Kurd"."""
_SHORT_FORM = re.compile(r" \([A-Z][A-Za-z]*[A-Z]\)(?= )")
"""What a body is called for short, within somebody's title: "Red Fund (RF) director"."""
_ADJECTIVES = re.compile(
    r"((?:an?|the) )((?:[a-z-]+(?:,| and|, and| but) (?:(?:rather|very|always|most) )?){1,3})"
    r"(?=[a-z-]+ [a-z-]+)"
)
_SUPERLATIVE = re.compile(r"\b(?:most|best|worst|[a-z]+est)\b")
_ADJECTIVE = re.compile(r"[a-z-]+(?=,| and| but)")
_ONE_OF = re.compile(r"^[Oo]ne of (?=.)")
ONLY = re.compile(r"the (?:only|first|last|other|same)\b|one of the (?:few|many)\b")
"""A phrase that is not so without what follows: "the only man who saw it"."""
GOES_ON = re.compile(r" (?:of|for|at|in|to) ")
"""Before what a phrase says of whom or where its noun is."""
_POINTS_ELSEWHERE = re.compile(
    r"^(?:this|that|these|those|image|photo|whose|since|in|on|at|by|for|with|when|from|under|into|to|about|against|over|through|after|before|and|or|but|very|so|such|too)\b"
    r"|^(?:an? )?(?:most|very|rather|quite) "
    r"|\b(?:of|in|at|for) (?:this|these|that|those|said|the latter)\b|\bhere$"
    r"|\b(?:of|to|for) the (?:former|elder|younger|other|others|first|second|deceased|dead)(?=,|$)"
    r"|\b(?:his|her|their|its|my|our|your|thy|thine|hers|ours|theirs|yours|him|them|he|she|they|we|you|i|mine)\b",
    re.IGNORECASE,
)
_OF_PLACES = re.compile(
    r"(?:an?|the) (?:[a-z]+ )?(?:chain|cluster|group|pair|ring|row|string) of (?:[\w-]+ ){0,4}?"
    r"(?:atolls|caves|hills|islands|islets|isles|lakes|lochs|mountains|peaks|volcanoes|waterfalls)\b"
)
"""Such a group is no body: "a group of more than 50 islands"."""
_OF_A_NAME = re.compile(r" (?:of|for) (?:the )?[A-Z]")
_OF_NAMED = re.compile(r"[A-Z][\w .’'-]* of (?:the )?[A-Z][\w .’'-]* [A-Z][a-z]+")
_OFFICE_OF = re.compile(r" of .* ((?:chief|head|director|secretary|chair) of [a-z]+)$")
_SEVERAL = re.compile(
    r"(?:the |both |all )?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|several|many|some|other"
    r"|(?!(?:1\d|20)\d\d )\d+) "
    r"|.*['’]s (?:own )?(?:two|three|four|five|six|seven|eight|nine|ten|several|many) "
)
_WHOSE = re.compile(
    r"’s\b|\s?'s\b|s' | (?:of|to|in|for|at) |\b[A-Z]{2,}\b|\b[A-Z][\w-]+ |(?<!^)\b[A-Z][a-z]+"
)


def kind_in(words: str) -> str:
    """Return the kind of thing that a phrase describes by its head noun, or an empty string."""
    if _OF_PLACES.match(words):
        return "place"
    phrase = _without_clause(words)
    noun = head_of(phrase).removesuffix("-elect").removesuffix("-designate")
    tail = noun.rpartition("-")[2]
    if tail != noun and tail in _more_nouns()["person"]:
        noun = tail  # "stud-groom"
    singular = f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")
    for kind, nouns in _more_nouns().items():
        if noun in nouns or singular in nouns:
            return kind
    is_aged = noun.endswith("-year-old") and " " in without_article(words)
    kind = "person" if is_aged else kind_of_description(phrase)
    return kind or ("person" if _AGED.match(phrase) else "")


def _without_clause(words: str) -> str:
    """Return a phrase up to what somebody does: "a lawyer" of "a lawyer representing the firm"."""
    phrase = _CLAUSE.sub("", _PARTICIPLE.split(_ONE_OF.sub("", words), maxsplit=1)[0])
    shorter = phrase if ONLY.match(words) else _DOING.sub("", phrase)
    return shorter if shorter != phrase and kind_in(shorter) else phrase


def is_of_kind(words: str, kind: str) -> bool:
    """Tell whether a phrase says what one thing of this kind is, and more than that it is one."""
    if points_elsewhere(words) or (kind != "group" and is_several(words)):
        return False
    if not any(word.islower() for word in words.split()) and kind != "person":
        return False
    if kind != "person" and without_article(words).count(" ") == 0:
        return False  # "the party" tells nothing
    is_one = kind == "group" or not is_plural(words) or _is_either(words, kind)
    return could_be(words, kind) and is_one


def is_several(words: str) -> bool:
    """Tell whether a phrase is on more than one: "two painters", "Mrs. Ott's two girls and boy"."""
    return _SEVERAL.match(words) is not None


def could_be(words: str, kind: str) -> bool:
    """Tell whether the head of a phrase is a noun for this kind, for it alone or for others too."""
    return kind_in(words) == kind or _is_either(words, kind)


def _is_either(words: str, kind: str) -> bool:
    return head_of(words) in tables()["either"].get(kind, ())


def is_person(words: str) -> bool:
    """Tell whether a phrase says who somebody is."""
    return could_be(core_of(without_article(words)), "person")


def core_of(words: str) -> str:
    """Return the part of a title that says what one is.

    That is "campaigner" of "Fund for the Red Forest campaigner", "speaker" of "House of Commons
    Speaker", "chief of staff" of "Department of Labor chief of staff" and "poet" of "actor and
    poet".
    """
    if _ONE_OF.match(words):
        return words
    words = _SHORT_FORM.sub("", words)
    if office := _OFFICE_OF.search(words):
        return office[1]
    last = words.rsplit(maxsplit=1)[-1] if words else ""
    if _OF_A_NAME.search(words) and last.islower() and kind_in(last) == "person":
        return last
    if _OF_NAMED.fullmatch(words) and is_listed(last.lower()):
        return last.lower()
    first, _, second = words.partition(" and ")
    is_office = second[:1].islower() or are_offices(first.rpartition(" ")[2], second)
    is_two = second and " of " not in first and is_office
    return second if is_two else words


def are_offices(first: str, second: str) -> bool:
    """Tell whether words with "and" between are somebody's offices: "President and CEO"."""
    return all(kind_in(words.lower()) == "person" for words in (first, second))


def points_elsewhere(words: str) -> bool:
    """Tell whether a phrase is about something else as well: "his friend", "that man"."""
    return _POINTS_ELSEWHERE.search(words) is not None


def is_plural(words: str) -> bool:
    """Tell whether the head is a plural, which describes a list: "publishers"."""
    if _ONE_OF.match(words):
        return False
    head = head_of(words)
    singular = f"{head[:-3]}y" if head.endswith("ies") else head[:-1]
    return head.endswith("s") and not head.endswith("ss") and bool(kind_in(singular))


def is_told_whose(words: str) -> bool:
    """Tell whether a word such as "brother" says whose."""
    head = head_of(words)
    phrase = without_article(words)
    of_what = phrase[: -len(head)] if phrase.casefold().endswith(head) else phrase
    if head not in relational() or _WHOSE.search(of_what):
        return True
    before = phrase.split()[-2:-1]
    is_role = head in tables()["relational"]["of_a_group"]
    return is_role and before != [] and before[0] not in tables()["relational"]["ranks"]


@lru_cache(maxsize=4096)
def is_listed(noun: str) -> bool:
    """Tell whether a noun for persons is in our lists, and not only ends as they do: "Hooker"."""
    tables_of_kinds = (word_lists()["person"]["words"], tables()["nouns"]["person"])
    return any(noun in each for each in tables_of_kinds) or noun in relational()


def without_adjectives(words: str) -> str:
    """Return a phrase with one of several adjectives: "the able clerk" of "the slow, able clerk".

    A noun for persons is none of them ("a lawyer and old politician"). "A" noun that is
    so only by its ending, or anybody, stays as it is: that is mockery, or how one looks.
    """
    match = _ADJECTIVES.match(words)
    if not match or any(kind_in(each) for each in _ADJECTIVE.findall(match[2])):
        return words
    plain = match[1] + words[match.end() :]
    is_sure = is_listed(head_of(plain)) or words.startswith("the ")
    is_one = is_sure and head_of(plain) not in relational()
    return plain if is_one and not _SUPERLATIVE.search(words) else words


def head_in(words: str) -> str:
    """Return the head of a phrase as it is written there."""
    head = head_of(_without_clause(words))
    return next((word for word in words.split() if word.casefold().startswith(head)), head)


def without_article(words: str) -> str:
    """Return a phrase without the article in front."""
    return _LEAD.sub("", words)


@lru_cache(maxsize=1)
def relational() -> frozenset[str]:
    """Return the nouns that say nothing of somebody until it is said whose."""
    return frozenset(tables()["relational"]["words"])


@lru_cache(maxsize=1)
def _more_nouns() -> dict[str, frozenset[str]]:
    return {kind: frozenset(nouns) for kind, nouns in tables()["nouns"].items()}


def tables() -> dict[str, Any]:
    """Return the tables of `data/definitions.toml`."""
    return tables_of("definitions")
