from __future__ import annotations

from dataclasses import replace

from annotated_reader.model import Entry
from annotated_reader.stages.collect import (
    COMPANIONS,
    CONTEXT,
    CROWD,
    Register,
    Text,
    collect,
)
from annotated_reader.stages.merge import RecordMention, merge_mentions
from annotated_reader.stages.segment import segment
from annotated_reader.stages.strip import strip_page


def make_text(slug: str, *blocks: str, date: str = "", title: str = "") -> Text:
    """Make a text of blocks in which `Name@` is a mention of the entry `name`."""
    html = "".join(make_block(number, block) for number, block in enumerate(blocks))
    page = strip_page(html)
    return Text(
        slug,
        title or slug,
        page,
        date=date,
        sentences=segment(page.text, page.blocks),
        mentions=merge_mentions(page, (), {}, slug),
    )


def make_block(number: int, block: str) -> str:
    tag = "h2" if block.startswith("# ") else "p"
    words = [
        f'<a class="mention" data-entry="{word[: word.index("@")].lower()}"'
        f' id="m-{number}-{place}">{word.replace("@", "</a>")}'
        if "@" in word
        else word
        for place, word in enumerate(block.removeprefix("# ").split(" "))
    ]
    return f'<{tag} id="b-{number}">{" ".join(words)}</{tag}>'


def make_register(*texts: Text, hidden: str = "", unknown: str = "") -> Register:
    names = {mention.entry for text in texts for mention in text.mentions} - {unknown}
    entries = {name: Entry(name, name.title(), "place") for name in names}
    if hidden:
        entries[hidden] = replace(entries[hidden], status="hidden")
    return collect(texts, entries)


def test_occurrence_has_its_sentence_around_it() -> None:
    register = make_register(make_text("a", "It rained. They met in Osh@ on Monday. They left."))
    (occurrence,) = register.occurrences["osh"]
    assert (occurrence.before, occurrence.surface, occurrence.after) == (
        "They met in ",
        "Osh",
        " on Monday.",
    )
    assert (occurrence.text, occurrence.anchor) == ("a", "m-0-5")


def test_long_sentence_is_cut_at_words() -> None:
    words = " ".join(["word"] * 100)
    register = make_register(make_text("a", f"{words} Osh@ {words}."))
    (occurrence,) = register.occurrences["osh"]
    assert occurrence.before.startswith("…word word")
    assert occurrence.after.endswith("word word…")
    assert CONTEXT - 20 < len(occurrence.before + occurrence.after) <= CONTEXT + 2


def test_room_that_one_side_leaves_is_the_other_sides() -> None:
    words = " ".join(["word"] * 100)
    register = make_register(make_text("a", f"Osh@ {words}."))
    (occurrence,) = register.occurrences["osh"]
    assert occurrence.before == ""
    assert CONTEXT - 10 < len(occurrence.after) <= CONTEXT + 1


def test_occurrence_is_in_the_section_of_the_heading_above() -> None:
    register = make_register(make_text("a", "Osh@ one.", "# Later", "Osh@ two.", "# In Osh@"))
    sections = [occurrence.section for occurrence in register.occurrences["osh"]]
    assert sections == ["", "Later", "In Osh"]


def test_texts_come_by_date_then_title_and_undated_ones_last() -> None:
    register = make_register(
        make_text("d", "Osh@"),
        make_text("c", "Osh@", date="2010-06", title="B"),
        make_text("b", "Osh@", date="2010-06", title="A"),
        make_text("a", "Osh@", date="2009"),
    )
    assert [text.slug for text in register.texts] == ["a", "b", "c", "d"]
    assert register.texts_of["osh"] == ("a", "b", "c", "d")
    assert [occurrence.text for occurrence in register.occurrences["osh"]] == ["a", "b", "c", "d"]


def test_mentions_of_a_hidden_entry_are_ordinary_text() -> None:
    register = make_register(make_text("a", "Osh@ and Manas@."), hidden="osh")
    assert list(register.entries) == list(register.occurrences) == ["manas"]
    (text,) = register.texts
    assert [mention.entry for mention in text.mentions] == ["manas"]
    assert [mention.entry for mention in text.page.mentions] == ["manas"]
    assert text.page.text == "Osh and Manas."


def test_mentions_of_an_unknown_entry_are_ordinary_text() -> None:
    register = make_register(make_text("a", "Osh@ and Manas@."), unknown="osh")
    assert [mention.entry for mention in register.texts[0].mentions] == ["manas"]


def test_entry_that_no_text_mentions_is_in_the_register() -> None:
    register = collect([], {"osh": Entry("osh", "Osh", "place")})
    assert register.occurrences == {"osh": ()}
    assert register.companions == {"osh": ()}
    assert register.texts_of == {"osh": ()}


def test_companions_share_sentences_most_often_first() -> None:
    register = make_register(
        make_text("a", "Osh@ and Manas@ met. Osh@ and Batken@ met. Naryn@ left."),
        make_text("b", "Manas@ and Osh@ and Osh@ again."),
    )
    assert register.companions["osh"] == (("manas", 2), ("batken", 1))
    assert register.companions["naryn"] == ()


def test_ties_count_the_sentences_of_every_pair() -> None:
    register = make_register(
        make_text("a", "Osh@ and Manas@ met."), make_text("b", "Manas@, Osh@ and Batken@ met.")
    )
    assert register.ties == {("batken", "manas"): 1, ("batken", "osh"): 1, ("manas", "osh"): 2}


def test_companions_are_the_first_few() -> None:
    names = " ".join(f"{letter}@" for letter in "ABCDEFGHIJKL")
    register = make_register(make_text("a", f"{names} met."))
    assert [name for name, _ in register.companions["l"]] == list("abcdefghijkl"[:COMPANIONS])


def test_crowd_in_one_sentence_is_company_only_in_part() -> None:
    names = " ".join(f"N{number}@" for number in range(CROWD + 1))
    register = make_register(make_text("a", names))
    assert register.companions[f"n{CROWD - 1}"]
    assert register.companions[f"n{CROWD}"] == ()


def test_order_of_the_input_does_not_matter() -> None:
    one, other = make_text("a", "Osh@ and Manas@."), make_text("b", "Manas@ and Osh@.")
    register = make_register(one, other)
    assert register == make_register(other, one)
    assert list(register.occurrences) == ["manas", "osh"]


PAGE = strip_page('<p>In <a class="mention" data-entry="osh" id="m-osh-1">Osh</a>.</p>')


def test_mention_on_record_keeps_rule_and_confidence() -> None:
    record = [{"start": 3, "end": 6, "entry": "osh", "rule": "language model", "confidence": 0.7}]
    (mention,) = merge_mentions(PAGE, record, {"osh": "place"}, "a")
    assert (mention.rule, mention.confidence, mention.creator) == ("language model", 0.7, "machine")
    assert (mention.document, mention.surface, mention.kind) == ("a", "Osh", "place")


def test_mention_that_the_record_does_not_know_is_the_editors() -> None:
    record = [{"start": 3, "end": 6, "entry": "manas", "rule": "a rule", "confidence": 0.7}]
    (mention,) = merge_mentions(PAGE, record, {"osh": "place"}, "a")
    assert (mention.rule, mention.confidence, mention.creator) == ("by hand", 1.0, "editor")


def test_mentions_keep_their_rules_where_an_editor_changed_the_text_before_them() -> None:
    record: list[RecordMention] = [
        {"start": 0, "end": 3, "entry": "osh", "rule": "r", "confidence": 0.7},
        {"start": 20, "end": 29, "entry": "jalalabad", "rule": "r", "confidence": 0.7},
    ]
    moved = strip_page(
        '<p>A word more: <a class="mention" data-entry="osh" id="m-osh-1">Osh</a> and '
        '<a class="mention" data-entry="kant" id="m-kant-1">Kant</a> and '
        '<a class="mention" data-entry="jalalabad" id="m-jalalabad-1">Jalalabad</a></p>'
    )
    creators = [(m.entry, m.creator) for m in merge_mentions(moved, record, {})]
    assert creators == [("osh", "machine"), ("kant", "editor"), ("jalalabad", "machine")]
