"""Words right before a name -> whether they say what it names: "interim president X"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from ..kinds.phrase_kinds import (
    GOES_ON,
    core_of,
    head_in,
    is_listed,
    is_of_kind,
    is_plural,
    is_several,
    is_told_whose,
    kind_in,
    relational,
    tables,
)
from ..words import countries, fold, head_of, honorifics, peoples, word_lists
from .little_told import OPINION, is_peer, is_rank, names_another, tells_little
from .noun_tells import LINK

if TYPE_CHECKING:
    from .claimed import Claimed

_AND_BEFORE = re.compile(r"(?:^| )(?!(?:him|her|them|us|me) )[a-z-]+ (?:and|or) $")
_OWNED = re.compile(r" ?['’]s ")
_ANOTHER = re.compile(
    r"\b[a-z][\w-]* (?:[A-Z][\w.’'-]+ ){2,}and (?=[a-z])"
    r"|(?:[A-Z][\w.’'-]+ ){2,}and [A-Z][\w.-]+['’]s "
    r"|^(?:[A-Z][\w.’'-]+ ){2,}(?:of (?:[A-Z][\w.’'-]+ ?)+)?, (?:[A-Z]\w+|and \w+)$"
)
"""Somebody else who stands before: "batsman Jan Otto Lee and bowler", "Senator Jan Ott, Judge"."""
_BEGINS_NONE = frozenset((
    "which", "whose", "what", "that", "where", "notably", "namely", "especially", "including",
    "above", "across", "after", "against", "along", "around", "at", "before", "behind", "below",
    "beneath", "beside", "beyond", "by", "from", "in", "inside", "into", "near", "on", "over",
    "through", "to", "toward", "towards", "under", "upon", "with", "within", "without",
))  # fmt: skip
"""No title begins so: "the film, which director X made", "below lawyer X's house"."""
_ENDS_NONE = _BEGINS_NONE | {"round", "of", "for"}
_BEHIND_PREPOSITION = re.compile(
    r"\b(?:[Aa]mid(?:st)?|[Aa]fter|[Bb]efore|[Dd]uring|[Dd]espite|[Ii]n|[Aa]t|[Oo]n|[Uu]nder|[Ss]ince"
    r"|[Uu]ntil|[Ww]ithout|[Bb]ehind|[Nn]ear) $"
)
_POSSESSIVE = re.compile(r"\b(?:his|my|our|your|their|her) $", re.IGNORECASE)
_HEADLINE = re.compile(
    r"(?:[A-Z][\w.’'-]+ )+"
    r"(?:Appointed|Elected|Re-elected|Named|Made|Nominated|Chosen|Crowned) [A-Z]"
)
_NAMED_FIRST = re.compile(r"(?:[Tt]he )?([A-Z][\w’-]+) (?:[a-z-]+ )+and [a-z]")
"""Another body and its noun before the next one's: "sold to Kaufland chain and developer X"."""
_PART_OF = re.compile(r"['’]s$| of (?:one|(?:north|south|east|west|central|inner|upper|lower)\w*)$")
"""At the end of words: "a Catholic neighborhood of south Belfast" is not Belfast."""
_ADDRESS = re.compile(r"^ ?(?:Mr|Mrs|Ms|Miss|Sir|Lady|Lord|Madame|Madam)\b")
_BEHIND_A_NAME = re.compile(r"[A-Z][\w’'-]+, $")
_IS = re.compile(
    r"\b(?:I am|I was|(?:[Yy]ou|[Hh]e|[Ss]he|[Ww]e|[Tt]hey) (?:is|are|was|were))(?: not)? $"
)
"""Before words with which somebody is spoken to: "I am a good climber, Jan"."""
_AND_A_NAME = re.compile(r", [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)+$")
"""Of a row "Jan Ott, the secretary, Asel Lee" the words are on the first, not on the second."""
_DEPARTMENT = re.compile(r"^[Tt]he (?:[A-Z][a-z]+, )?[A-Z][a-z]+ and (?=[A-Z][a-z]+ [A-Z]?[a-z]+$)")
"""The first of the things that an office is for: "the Trade and Industry Secretary"."""
_HELPED = re.compile(
    r"\b(?:to|as|will|would|can|could|may|might|shall|should|must|not|I|we|they) $"
)
_IN_PLACE = re.compile(
    r"\b(?:[Ii]n|At|On|Up|Down|From|Near|Over|Through|Across|Behind)"
    r" (?:[A-Z][\w’'-]+ )+[A-Z][a-z]+\.?$"
)
_CLAUSE = re.compile(r"\b(?:came|comes|went|goes|was|were|is|are|had|has|said|says|became)\b")
_OF_ONE = re.compile(r" (?:of|to) one(?: [A-Z][a-z]+\.?)?$")
_NAMED = re.compile(
    r"\b(?:Senator|Congressman|Representative|President|Governor|General|Colonel|Captain|Judge)"
    r" (?!General\b|Justice\b|of\b)[A-Z][\w.’'-]+ (?:[^’']* )?and [A-Z][\w-]+$"
)
"""Somebody with a title, and another title: "Senator Ott of Osh and Representative"."""
_NAME_GOES_ON = re.compile(r" [A-Z][a-z]")
_FIRST_NAME = re.compile(r"[ ,\[\]]*(?:the )?(?:[A-Z][\w.'’-]+ ){0,2}")


def title_tells(said: Claimed) -> bool:
    """Tell whether words before a name are a title, or another phrase that says what it names."""
    said = replace(said, words=_DEPARTMENT.sub("", said.words))
    behind = max(said.claim.words[1], min(said.mention.span[0], said.claim.subject[0]))
    between = said.text[said.claim.words[1] : behind]
    if said.mention.kind == "work":
        between = between.rstrip('“"')  # "the short film “X”"
    if not _FIRST_NAME.fullmatch(between):
        return False
    words = core_of(said.words).rstrip(".")
    head = head_of(words)
    # Of a list, the last words stand before the name.
    is_list = said.words.count(", ") > 1 or _ANOTHER.search(said.words) is not None
    is_list = is_list or (said.mention.kind == "person" and _is_on_others(said))
    is_cut = said.words.endswith(("'s", "’s"))  # "the chef of Osh's X"
    if said.mention.kind != "person" and (another := _NAMED_FIRST.match(said.words)):
        is_cut = is_cut or fold(another[1]) not in {*peoples(), *countries()}
    is_elsewhere = said.mention.kind != "person" and (
        head_in(said.words)[:1].isupper() or _is_of_another_thing(said)
    )
    is_heading = words.isupper() and " " in words
    is_none = (
        is_cut or is_heading or head in tables()["no_heads"]["words"] or not _begins_a_title(said)
    )
    is_none = is_none or words.rpartition(" ")[2] in _ENDS_NONE
    is_none = is_none or (said.mention.kind != "person" and _is_said_otherwise(words))
    is_none = is_none or (said.mention.kind == "person" and _is_not_on_whom_it_names(said))
    if is_list or is_elsewhere or is_none:
        return False
    if GOES_ON.search(words):
        last = words.split()[-1]
        is_one_word = " " not in said.mention.surface or said.mention.kind != "person"
        if (last[0].isupper() or last[0].isdigit()) and is_one_word:
            return False  # its end may be the name's beginning, or the name the next of a row
        is_other = last.islower() and kind_in(last) == "person" and words[:7].lower() != "one of "
        is_other = is_other or last in tables()["offices"]["vague"]
        if said.mention.kind == "person" and is_other:
            return False  # "father of jazz musician X", "the lover of poor X"
    elif head != words.split()[-1].rstrip(".").casefold() or _is_half(said):
        return False
    return is_of_kind(words, said.mention.kind) and is_told_whose(said.words)


def _is_said_otherwise(words: str) -> bool:
    """Tell whether words before a thing's name are a clause or but praise: "a wonderful city"."""
    return _CLAUSE.search(words) is not None or OPINION.match(words) is not None


def _is_of_another_thing(said: Claimed) -> bool:
    """Tell whether words before a name of a place or a body are not on what it names.

    "Kids' portal BBC Jam" says nothing of the BBC, "the oldest shop, Canada's Red Store" is of
    another form, "the house of one Milan Deori" is somebody's, and of "Zhoujia township,
    Shuangcheng City" one is in the other.
    """
    goes_on = _NAME_GOES_ON.match(said.text, said.mention.span[1])
    if goes_on or _PART_OF.search(said.words):
        return True
    between = said.text[said.claim.words[1] : said.mention.span[0]]
    is_name = said.words[0].isupper() and not _OWNED.search(said.words)  # "Peru's capital, X"
    return said.mention.kind == "place" and is_name and between == ", "


def _is_not_on_whom_it_names(said: Claimed) -> bool:
    """Tell whether words before a person's name say too little, or are on somebody else.

    "Judge" does not say who X is; "the Duke of Ely, Sir Jan X" are two, and so are those of "the
    widow of one Jan X".
    """
    between = said.text[said.claim.words[1] : said.mention.span[0]]
    is_verb = said.words.islower() and " " not in said.words
    is_verb = is_verb and _ADDRESS.search(f"{between}{said.mention.surface} ") is not None
    is_verb = is_verb or _POSSESSIVE.search(said.before) is not None
    is_when = between.startswith(",") and _BEHIND_PREPOSITION.search(said.before) is not None
    is_when = is_when and kind_in(core_of(said.words)) != "person"  # "Amidst the disorder, X"
    if is_when or is_verb or _is_thing(said, between):
        return True  # "could not alter Mr. Ott's plans"
    if said.words in tables()["offices"]["also_verbs"] and _HELPED.search(said.before):
        return True
    is_behind_a_name = _BEHIND_A_NAME.search(said.before) or _AND_A_NAME.search(said.words)
    is_open = is_peer(said.words) or is_behind_a_name or _IS.search(said.before)
    is_another = "," in between and is_open
    if is_rank(said.words.rpartition(" ")[2]) and _IN_PLACE.search(f"{said.before}{said.words}"):
        return True  # "In Osh Prince X"
    if _CLAUSE.search(LINK.split(said.words, maxsplit=1)[0]):
        return True  # "A fourth outsider came from Osh, X"
    if said.words.startswith("Dear ") or _is_a_name(head_in(core_of(said.words))):
        return True
    is_other = _OF_ONE.search(said.words) or _NAMED.search(said.words)
    return bool(is_another or is_other) or tells_little(said.words) or names_another(said.words)


def _is_on_others(said: Claimed) -> bool:
    """Tell whether words are on several, a headline, or hold the name itself.

    Such is "daughter of Jan Ott" before "Lord Ott".
    """
    last = said.mention.surface.rpartition(" ")[2]
    is_headline = _HEADLINE.match(said.words) is not None
    return is_headline or last in said.words.split() or is_several(said.words)


def _is_thing(said: Claimed, between: str) -> bool:
    """Tell whether words right before one name may be what its bearer deals with.

    Such are "the chair Ott placed for her" and "through the closed doors Ott heard it": what only
    ends as nouns of persons do is none for sure before a single name.
    """
    head = head_of(core_of(said.words))
    is_one = " " not in said.mention.surface and between == " "
    if is_one and said.words.startswith(("a ", "an ")):
        return True  # "if you could have a pet pirate X would be one"
    is_noun = is_listed(head) or head in tables()["offices"]["ranks"] or not head.islower()
    is_unsure = head in tables()["offices"]["things_too"] or not is_noun
    return is_one and is_unsure


def _is_a_name(head: str) -> bool:
    """Tell whether a capitalized word but ends as nouns of persons do: "Esther", "Grover"."""
    noun = head.casefold()
    return head.istitle() and noun.endswith(("er", "ant", "or", "man")) and noun not in _listed()


@lru_cache(maxsize=1)
def _listed() -> frozenset[str]:
    offices = tables()["offices"]
    nouns = (*word_lists()["person"]["words"], *tables()["nouns"]["person"], *relational())
    return frozenset((*nouns, *offices["words"], *offices["ranks"], *offices["no_surnames"]))


def _is_half(said: Claimed) -> bool:
    """Tell whether words are but the second half of a phrase, as "host" in "author and host"."""
    if said.words[0].isupper() and " " in said.words:
        return False  # "governor and US Senator X"
    return _AND_BEFORE.search(said.before) is not None and not _OWNED.search(said.words)


def _begins_a_title(said: Claimed) -> bool:
    first, space, _ = said.words.partition(" ")
    if first in _BEGINS_NONE:
        return False
    if not space and (first[0].isupper() or first in honorifics()):
        noun = first.rstrip(".").casefold()
        return noun in tables()["offices"]["words"] or _begins_with(noun, said.before)
    if not first.endswith("ing") or first in tables()["participles"]["words"]:
        return True
    is_name = first[0].isupper() and not _stands_first(said.before)  # "Wyoming preacher X"
    return is_name or first.casefold() in tables()["not_described_by"]["describing"]


def _begins_with(noun: str, before: str) -> bool:
    """Tell whether a noun is capitalized but because its sentence begins with it: "Geologist X"."""
    is_one = noun not in honorifics() and kind_in(noun) == "person" and not is_plural(noun)
    is_rank = noun in tables()["offices"]["ranks"]
    return _stands_first(before) and is_one and not is_rank


def _stands_first(before: str) -> bool:
    """Tell whether a sentence begins behind the words before."""
    return before.rstrip(" ")[-1:] in ("", "\n", ".", "?", "!", "”", '"')
