from __future__ import annotations

import itertools

import pytest

from annotated_reader.model import Block, Definition, Entry, Evidence
from annotated_reader.stages.editing.entries import SENTENCE_RULE
from annotated_reader.stages.editing.missed import missed_names
from annotated_reader.stages.editing.usage import Context, ReadText, Usage, usage_of
from annotated_reader.stages.review import Question, questions
from annotated_reader.stages.segment import segment

GOOD = Definition("a mayor", "quotation", Evidence("one", (0, 9), (0, 9), "appositive"))
TELLING = Definition("He came.", "sentence", Evidence("one", (0, 9), (0, 9), SENTENCE_RULE))
SEVERAL = Definition("mayors such as", "quotation", Evidence("one", (0, 9), (0, 9), "appositive"))
NONE = Definition("", "none")


def entry(name: str, kind: str = "place", **fields: object) -> Entry:
    given = {"definition": GOOD} | fields
    return Entry(name.lower().replace(" ", "-"), name, kind, **given)  # type: ignore[arg-type]


def mentioned(times: int, confidence: float) -> list[Context]:
    return [
        Context("one", "One", (0, 9), (0, 3), "", "Osh", " was calm.", "a rule", confidence)
    ] * times


def asked(*entries: Entry, times: int = 1, confidence: float = 0.95) -> tuple[Question, ...]:
    contexts = {each.id: mentioned(times, confidence) for each in entries}
    return questions({each.id: each for each in entries}, contexts)


def doubts(*entries: Entry, times: int = 1, confidence: float = 0.95) -> list[str]:
    found = asked(*entries, times=times, confidence=confidence)
    return [question.about for question in found]


def read(text: str, slug: str = "one") -> ReadText:
    sentences = segment(text, (Block("paragraph", (0, len(text))),), "en")
    return ReadText(slug, slug.title(), text, sentences)


def in_text(text: str, **entries: Entry) -> dict[str, tuple[str, str, str]]:
    """What is proposed for entries that a text mentions by their names: action, value, kind."""
    page = read(text)
    contexts = {
        each.id: [page.context((at, at + len(each.name)), "a rule", 0.8)]
        for each in entries.values()
        if (at := text.index(each.name)) >= 0
    }
    found = questions(
        {each.id: each for each in entries.values()}, contexts, usage_of([page], contexts)
    )
    items = [item for question in found for item in question.items]
    return {item.name: (item.action, item.value, item.becomes) for item in items}


def proposed(text: str, name: str, kind: str, **fields: object) -> tuple[str, str, str]:
    return in_text(text, one=entry(name, kind, **fields))[name]


def test_sure_entry_asks_for_approval_only() -> None:
    assert doubts(entry("Osh")) == ["approval"]


def test_unsure_mentions_put_the_kind_in_doubt() -> None:
    assert doubts(entry("Osh"), confidence=0.3) == ["kind"]


def test_name_of_two_asks_which_one_and_names_both() -> None:
    bakiyev = entry("Bakiyev", "person", candidates=("kurmanbek-bakiyev", "maksim-bakiyev"))
    kurmanbek = entry("Kurmanbek Bakiyev", "person", status="approved")
    maksim = entry("Maksim Bakiyev", "person", status="approved")
    (question,) = asked(bakiyev, kurmanbek, maksim)
    assert question.about == "ambiguous"
    assert [name for _, name in question.items[0].others] == ["Kurmanbek Bakiyev", "Maksim Bakiyev"]


def test_name_of_two_most_likely_means_the_one_whom_its_text_names() -> None:
    text = "Maksim Bakiyev left. Bakiyev fled."
    names = ("kurmanbek-bakiyev", "maksim-bakiyev")
    found = in_text(
        text,
        lone=Entry("bakiyev", "Bakiyev fled", "person", candidates=names),
        maksim=entry("Maksim Bakiyev", "person"),
    )
    assert found["Bakiyev fled"][:2] == ("merge", "maksim-bakiyev")


def test_missing_definition_of_what_is_often_named_is_asked_for() -> None:
    assert doubts(entry("Osh", definition=NONE), times=3) == ["definition"]
    assert doubts(entry("Osh", definition=NONE), times=1) == ["approval"]


def test_whole_sentence_as_a_definition_is_in_doubt() -> None:
    assert doubts(entry("Osh", definition=TELLING)) == ["definition"]


def test_definition_of_several_is_proposed_to_be_dropped() -> None:
    (question,) = asked(entry("Ann Lee", "person", definition=SEVERAL))
    assert (question.about, question.action) == ("definition", "clear")


def test_decided_entry_is_not_asked_about() -> None:
    assert asked(entry("Osh", status="approved"), entry("Jalal-Abad", status="hidden")) == ()


def test_entry_that_an_editor_changed_is_not_asked_about() -> None:
    assert asked(entry("Osh", creator="editor")) == ()


def test_entry_whose_name_another_one_has_claimed_is_not_asked_about() -> None:
    claiming = entry("Osh City", status="approved", creator="editor", aliases=("Osh",))
    assert asked(claiming, entry("Osh")) == ()


def test_what_is_doubtful_alike_is_asked_about_at_once() -> None:
    (question,) = asked(entry("Osh"), entry("Kant"), entry("Talas"))
    assert {item.name for item in question.items} == {"Osh", "Kant", "Talas"}
    assert question.settles == 3


def test_long_list_is_cut_into_lists_of_about_one_length() -> None:
    entries = [entry(one + other * 4) for one, other in itertools.product("BDFGHLM", "aeou")]
    lengths = [len(question.items) for question in asked(*entries) if question.about == "approval"]
    assert len(lengths) > 1
    assert max(lengths) - min(lengths) <= 1


def test_two_spellings_are_a_pair() -> None:
    found = asked(entry("Kurmanbek Bakiyev", "person"), entry("Kurmanbek Bakiev", "person"))
    (question,) = (each for each in found if each.about == "duplicate")
    assert question.items[0].others == (("kurmanbek-bakiyev", "Kurmanbek Bakiyev"),)


def test_three_that_are_one_are_merged_into_the_one_with_most_mentions() -> None:
    names = ("Jalalabad", "Jalallabad", "Jalal-Abad")
    entries = {each.id: each for each in (entry(name) for name in names)}
    contexts = {id_: mentioned(1, 0.95) for id_ in entries} | {"jalal-abad": mentioned(5, 0.95)}
    (question,) = (each for each in questions(entries, contexts) if each.about == "duplicate")
    assert {(item.entry, item.value) for item in question.items} == {
        ("jalalabad", "jalal-abad"),
        ("jalallabad", "jalal-abad"),
    }


def test_one_letter_apart_is_a_pair() -> None:
    assert "duplicate" in doubts(entry("Jalalabad"), entry("Jalallabad"))


def test_acronyms_one_letter_apart_are_no_pair() -> None:
    assert "duplicate" not in doubts(
        entry("ABC News", "organization"), entry("BBC News", "organization")
    )


def test_initial_and_full_name_are_a_pair() -> None:
    assert "duplicate" in doubts(entry("M. Bakiyev", "person"), entry("Maksim Bakiyev", "person"))


def test_acronym_and_name_in_one_text_are_a_pair_of_which_the_name_stays() -> None:
    found = asked(entry("JSC", "organization"), entry("Johnson Space Center"))
    (question,) = (each for each in found if each.about == "duplicate")
    assert (question.items[0].name, question.items[0].value) == ("JSC", "johnson-space-center")


def test_two_bearers_of_a_surname_are_no_pair() -> None:
    found = doubts(entry("Maksim Bakiyev", "person"), entry("Janysh Bakiyev", "person"))
    assert "duplicate" not in found


def test_name_of_another_kind_is_no_pair() -> None:
    assert "duplicate" not in doubts(entry("Osh University"), entry("Osh University", "person"))


def test_doubtful_entry_takes_no_other_ones_names_before_it_is_decided_on() -> None:
    texts = "The Smith Award went to SA."
    found = in_text(texts, long=entry("Smith Award", "person"), short=entry("SA", "organization"))
    assert found["SA"][0] != "merge"


def test_what_settles_more_comes_first() -> None:
    often, seldom = entry("Osh"), entry("Kant", "person")
    found = questions(
        {"osh": often, "kant": seldom}, {"osh": mentioned(9, 0.8), "kant": mentioned(1, 0.8)}
    )
    assert [question.items[0].entry for question in found] == ["osh", "kant"]


def test_question_shows_some_sentences_and_counts_all() -> None:
    (question,) = asked(entry("Osh"), times=40)
    assert question.settles == 40
    assert len(question.items[0].contexts) == 12


def test_last_words_of_one_longer_name_are_a_pair() -> None:
    found = asked(entry("Warhol", "person"), entry("Andy Warhol", "person"))
    assert [each.about for each in found].count("duplicate") == 1


def test_last_words_of_two_longer_names_are_no_pair() -> None:
    names = ("Bakiyev", "Maksim Bakiyev", "Kurmanbek Bakiyev")
    found = asked(*(entry(name, "person") for name in names))
    assert "duplicate" not in [each.about for each in found]


@pytest.mark.parametrize(
    ("text", "name", "kind", "whole"),
    [
        ("As Colette Heald said, as ever.", "Heald", "person", "Colette Heald"),
        ("Told to Sky News: no.", "News", "organization", "Sky News"),
        ("She was in House of Wax as Wade.", "House", "place", "House of Wax"),
        ("A friend of Tsar Peter the Great.", "Peter", "person", "Peter the Great"),
    ],
)
def test_capitalized_words_beside_a_name_are_proposed_as_a_part_of_it(
    text: str, name: str, kind: str, whole: str
) -> None:
    assert proposed(text, name, kind)[:2] == ("rename", whole)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("President Heald said.", "Heald", "person"),
        ("Yesterday Osh was calm, as yesterday, and yesterday.", "Osh", "place"),
        ("NASA President Bolden came.", "NASA", "organization"),
        ("Its account Mir Station Image: NASA, so.", "Mir Station", "place"),
    ],
)
def test_title_or_the_beginning_of_a_sentence_is_no_part_of_a_name(
    text: str, name: str, kind: str
) -> None:
    assert proposed(text, name, kind)[0] != "rename"


def named_so(text: str, known: Entry, *surfaces: str) -> str:
    """What is proposed for an entry that a text mentions by these surfaces, in turn."""
    page, at, contexts = read(text), 0, []
    for surface in surfaces:
        at = text.index(surface, at)
        contexts.append(page.context((at, at + len(surface)), "a rule", 0.8))
        at += len(surface)
    usage = usage_of([page], {known.id: contexts})
    return questions({known.id: known}, {known.id: contexts}, usage)[0].items[0].value


def test_name_that_ends_its_own_alias_is_proposed_to_be_that() -> None:
    known = entry("University", "organization", aliases=("Duke University",))
    assert named_so("They left Duke University.", known, "Duke University") == "Duke University"


def test_name_that_texts_say_more_often_than_its_longer_alias_stays() -> None:
    known = entry("Texas", "place", aliases=("State of Texas",))
    text = "The State of Texas is big. They love Texas. We love Texas."
    assert named_so(text, known, "State of Texas", "Texas", "Texas") == ""


def test_rename_to_the_name_of_another_entry_is_a_merger() -> None:
    long = entry("Washington Image", "place")
    found = asked(long, entry("Washington", "place"))
    item = next(item for each in found for item in each.items if item.entry == long.id)
    assert (item.action, item.value) == ("merge", "washington")


@pytest.mark.parametrize(
    ("text", "name", "kind", "becomes"),
    [
        ("He was a Roman Catholic all his life.", "Roman Catholic", "person", "group"),
        ("In the film Lovers of hers.", "Lovers", "place", "work"),
        ("They met in Paris.", "Paris", "person", "place"),
        ("A monk of Tabennese, he said.", "Tabennese", "group", "place"),
        ("The Smith Award went to her.", "Smith Award", "person", "event"),
        ("We asked professor Hill Smith.", "Hill Smith", "place", "person"),
    ],
)
def test_kind_that_words_speak_for_is_proposed(
    text: str, name: str, kind: str, becomes: str
) -> None:
    assert proposed(text, name, kind) == ("kind", becomes, becomes)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Katherine (née Buckley) danced.", "née Buckley"),
        ("The Church burned. A church burns.", "Church"),
        ("Image: Jambula.", "Jambula"),
    ],
)
def test_what_is_no_name_is_proposed_to_be_hidden(text: str, name: str) -> None:
    assert proposed(text, name, "person")[0] == "hide"


def missed(text: str, *entries: Entry) -> list[tuple[str, str, str]]:
    page = read(text)
    contexts = {
        each.id: [page.context((at, at + len(each.name)), "a rule", 0.8)]
        for each in entries
        if (at := text.find(each.name)) >= 0
    }
    known = {each.id: each for each in entries}
    found = missed_names([page], known, usage_of([page], contexts))
    return [(each.name, each.kind, each.part_of) for each in found]


def test_names_that_no_entry_claims_are_missed_with_their_likeliest_kind() -> None:
    text = "They saw Truman Capote there. It was the film Easy Rider that they liked."
    assert missed(text) == [("Easy Rider", "work", ""), ("Truman Capote", "person", "")]


def test_lone_word_is_missed_where_it_stands_again() -> None:
    assert missed("They sold Polaroids. He has Polaroids. It is on Friday. Again on Friday.") == [
        ("Polaroids", "term", "")
    ]


def test_name_that_a_mention_touches_is_not_missed() -> None:
    assert missed("They saw Truman Capote there.", entry("Truman", "person")) == []


def test_missed_name_that_ends_one_of_its_text_is_a_part_of_that() -> None:
    text = "The Pittsburgh Pirates won. So the Pirates win. For our Pirates it is good."
    assert missed(text, entry("Pittsburgh Pirates", "organization")) == [
        ("Pirates", "", "pittsburgh-pirates")
    ]


def test_missed_names_are_asked_about_by_kind() -> None:
    page = read("They saw Truman Capote there.")
    found = questions({}, {}, Usage(), missed_names([page], {}, Usage()))
    assert [(each.about, each.action, each.items[0].becomes) for each in found] == [
        ("missed", "add", "person")
    ]


@pytest.mark.parametrize(("rule", "pairs"), [("list", 0), ("appositive", 1)])
def test_two_whom_one_phrase_describes_are_a_pair_but_for_those_of_a_list(
    rule: str, pairs: int
) -> None:
    evidence = Evidence("one", (0, 9), (0, 9), rule)
    definition = Definition("well-known photographers who came", "quotation", evidence)
    two = (entry(name, "person", definition=definition) for name in ("Ann Lee", "Jo Ray"))
    assert doubts(*two).count("duplicate") == pairs


def test_word_that_a_text_says_far_more_often_than_a_longer_name_is_no_part_of_it() -> None:
    text = "A Warhol Polaroid hung. " + "The Polaroid is here. " * 3
    assert missed(text, entry("Warhol Polaroid", "person")) == [("Polaroid", "term", "")]


@pytest.mark.parametrize("name", ["Windows XP", "SiriusXM Hits", "Protected B"])
def test_missed_name_that_is_not_written_as_persons_are_is_no_person(name: str) -> None:
    assert missed(f"They liked {name} best.") == [(name, "work", "")]


def test_missed_name_behind_a_possessive_is_no_person() -> None:
    assert missed("It resembles Lagrange's Mécanique Analytique as such.")[-1][1] != "person"


def test_lone_word_that_may_be_no_name_is_asked_about_after_a_person() -> None:
    page = read("They sold Polaroids. He has Polaroids. They saw Truman Capote there.")
    found = questions({}, {}, Usage(), missed_names([page], {}, Usage()))
    assert [each.items[0].name for each in found] == ["Truman Capote", "Polaroids"]
