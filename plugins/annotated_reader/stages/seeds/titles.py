"""Sentences in, a title or a summary out, for texts that state none.

Both are the text's own words, whole: cut at a clause where one ends in time, otherwise at a
phrase and with an ellipsis. A title never ends in a word that asks for another.
"""

from __future__ import annotations

import re
from itertools import accumulate, takewhile

from .plain import BYLINE
from .stated_date import read_date

TITLE_WORDS = 15  # of a first line that may be the title
TITLE_LENGTH, SUMMARY_LENGTH = 80, 200  # characters
SHORTEST = 4  # words of a made title
SECTIONS = {  # first lines that name a section, not the text
    "abstract", "background", "biography", "career", "early life", "early years", "education",
    "history", "introduction", "life", "overview", "preface", "prologue", "summary",
}  # fmt: skip

CLAUSE_MARK = re.compile(r"(?:[,;:—–]|\s[-–—])$")
CLAUSE_WORDS = {
    "although", "as", "because", "but", "if", "since", "so", "that", "though", "unless", "until",
    "when", "where", "whereas", "which", "while", "who", "whom", "whose",
}  # fmt: skip
PHRASE_WORDS = {
    "about", "after", "against", "amid", "among", "and", "at", "before", "between", "by", "during",
    "for", "from", "in", "including", "into", "near", "of", "on", "or", "over", "through", "to",
    "towards", "under", "with", "within", "without",
}  # fmt: skip
DANGLING = CLAUSE_WORDS | PHRASE_WORDS | {
    "a", "an", "are", "be", "been", "both", "can", "could", "did", "do", "does", "each", "either",
    "every", "had", "has", "have", "her", "his", "is", "its", "may", "might", "must", "my",
    "neither", "no", "nor", "not", "our", "shall", "should", "some", "such", "than", "the",
    "their", "these", "this", "those", "up", "very", "was", "were", "will", "would", "your",
}  # fmt: skip
OPENERS = PHRASE_WORDS | CLAUSE_WORDS | {
    "according", "born", "despite", "early", "following", "having", "however", "last", "late",
    "once", "still", "then", "today", "upon", "yesterday",
}  # fmt: skip
PICTURED = re.compile(
    r"(?:An? )?(?:bust|drawing|engraving|etching|illustration|painting|photo|photograph|picture"
    r"|portrait|sculpture|sketch|statue) of (?P<name>[A-Z]\S*)",
    re.IGNORECASE,
)
LIVED = re.compile(r"(?P<name>[^(,]{4,60}) \((?P<years>[^()]{4,200})\),? (?:is|was|are|were)\b")
"""How a work of reference begins: a name, its years in brackets, what it is."""

YEARS = re.compile(r"\d[^-–—]*[-–—].*\d{3}|\bborn\b")
PAIRS = (("“", "”"), ("(", ")"), ("[", "]"), ("«", "»"))


def is_title_line(text: str) -> bool:
    """Tell whether a text's first line, alone between blank ones, is its title."""
    if "\n" in text or len(text.split()) > TITLE_WORDS or text.endswith((".", ":", ";", ",")):
        return False
    is_section = SECTIONS.issuperset(text.casefold().split(" and "))
    other = read_date(text) or BYLINE.fullmatch(text) or is_section
    return not other and any(map(str.isalpha, text))


def is_caption(line: str, below: str) -> bool:
    """Tell a picture's caption, "A bust of Ann Lee in Osh", from a title by the text below it.

    That begins with who is pictured; "A Portrait of the Artist" has another first sentence.
    """
    pictured = PICTURED.match(line)
    return pictured is not None and plain(below.split(maxsplit=1)[0]) == plain(pictured["name"])


def made_title(sentence: str) -> str:
    """Make a title of a sentence; an ellipsis says that it was cut within a clause."""
    lived = LIVED.match(sentence)
    if lived and YEARS.search(lived["years"]):
        return lived["name"]
    words = sentence.split()
    if sum(map(len, words)) + len(words) - 1 <= TITLE_LENGTH:
        return finished(words, words)
    kept, clause = first_part(words, TITLE_LENGTH)
    return finished(kept, words) + ("" if clause else "…")


def first_part(words: list[str], length: int) -> tuple[list[str], bool]:
    """Return the first words, up to a length, and whether a clause ends with them."""
    ends = accumulate(len(word) + 1 for word in words[:-1])
    longest = sum(1 for _ in takewhile(lambda end: end <= length, ends))
    if not longest:  # a single word, longer than any title
        return [words[0][: length - 1]], False
    counts = range(longest, max(SHORTEST, longest // 3) - 1, -1)
    clauses = [count for count in counts if is_clause_end(words, count)]
    for count in clauses:
        if is_balanced(" ".join(words[:count])):
            return words[:count], True
    phrases = (count for count in counts if plain(words[count]) in PHRASE_WORDS)
    return undangled(words[: next(iter(clauses), 0) or next(phrases, longest)]), False


def is_clause_end(words: list[str], count: int) -> bool:
    """Tell whether a clause ends after so many words, and says something by itself.

    What opens with "On Monday," or "Born in Tianjin," has not yet said it at its first comma
    or just after; "June 11," waits for its year.
    """
    head, after = words[:count], words[count]
    mark = CLAUSE_MARK.search(head[-1]) is not None
    if plain(words[0]) in OPENERS:
        comma = next((i for i, word in enumerate(head, start=1) if word.endswith(",")), count)
        if count - comma < SHORTEST:
            return False
    if mark and re.match(r"\d", after):
        return False
    return mark or (plain(after) in CLAUSE_WORDS and plain(head[-1]) not in DANGLING)


def plain(word: str) -> str:
    """Return a word in lower case without the marks around it."""
    return word.strip("“”\"'‘’()[]«».,;:!?—–-…").lower()


def undangled(words: list[str]) -> list[str]:
    """Drop words from the end that ask for another."""
    while len(words) > SHORTEST and plain(words[-1]) in DANGLING:
        words = words[:-1]
    return words


def finished(words: list[str], sentence: list[str]) -> str:
    """Return words as a title: no mark at the end, no quotation mark without its partner."""
    text = " ".join(words).rstrip(" ,;:—–-")
    if (
        len(words) == len(sentence)
        and text.endswith(".")
        and not re.search(r"\b\w\.\w\.$|\.\.$", text)
    ):
        text = text[:-1]
    for opening, closing in PAIRS:
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    return text.strip() or " ".join(sentence)


def is_balanced(text: str) -> bool:
    """Tell whether every quotation mark and bracket has its partner."""
    return text.count('"') % 2 == 0 and all(text.count(a) == text.count(b) for a, b in PAIRS)


def made_summary(sentences: list[str]) -> str:
    """Return as many first sentences as fit; of one that is too long, its first part."""
    chosen = ""
    for sentence in sentences:
        longer = f"{chosen} {sentence}".strip()
        if chosen and len(longer) > SUMMARY_LENGTH:
            break
        chosen = longer
    if len(chosen) <= SUMMARY_LENGTH * 1.25:
        return chosen
    kept, _ = first_part(chosen.split(), SUMMARY_LENGTH)
    return " ".join(kept).rstrip(" ,;:—–-") + "…"
