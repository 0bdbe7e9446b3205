from __future__ import annotations

from annotated_reader.model import Definition, Entry, Evidence
from annotated_reader.stages.entries import SENTENCE_RULE
from annotated_reader.stages.review import Context, Question, questions

GOOD = Definition("a mayor", "quotation", Evidence("one", (0, 9), (0, 9), "appositive"))
TELLING = Definition("He came.", "sentence", Evidence("one", (0, 9), (0, 9), SENTENCE_RULE))


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


def doubts(*entries: Entry, confidence: float = 0.95) -> list[str]:
    return [question.doubt for question in asked(*entries, confidence=confidence)]


def test_sure_entry_asks_for_approval_only() -> None:
    assert doubts(entry("Osh")) == ["approval"]


def test_unsure_mentions_put_the_kind_in_doubt() -> None:
    assert doubts(entry("Osh"), confidence=0.3) == ["kind"]


def test_name_of_two_asks_which_one_and_names_both() -> None:
    bakiyev = entry("Bakiyev", "person", candidates=("kurmanbek-bakiyev", "maksim-bakiyev"))
    kurmanbek = entry("Kurmanbek Bakiyev", "person", status="approved")
    maksim = entry("Maksim Bakiyev", "person", status="approved")
    (question,) = asked(bakiyev, kurmanbek, maksim)
    assert question.doubt == "ambiguous"
    assert [name for _, name in question.others] == ["Kurmanbek Bakiyev", "Maksim Bakiyev"]


def test_missing_definition_is_asked_for() -> None:
    assert doubts(entry("Osh", definition=Definition("", "none"))) == ["definition"]


def test_whole_sentence_as_a_definition_is_in_doubt() -> None:
    assert doubts(entry("Osh", definition=TELLING)) == ["definition"]


def test_decided_entry_is_not_asked_about() -> None:
    assert asked(entry("Osh", status="approved"), entry("Jalal-Abad", status="hidden")) == ()


def test_entry_that_an_editor_changed_is_not_asked_about() -> None:
    assert asked(entry("Osh", creator="editor")) == ()


def test_two_spellings_are_a_pair() -> None:
    found = asked(entry("Kurmanbek Bakiyev", "person"), entry("Kurmanbek Bakiev", "person"))
    assert [question.others for question in found if question.doubt == "duplicate"] == [
        (("kurmanbek-bakiyev", "Kurmanbek Bakiyev"),)
    ]


def test_one_letter_apart_is_a_pair() -> None:
    assert "duplicate" in doubts(entry("Jalalabad"), entry("Jalallabad"))


def test_initial_and_full_name_are_a_pair() -> None:
    assert "duplicate" in doubts(entry("M. Bakiyev", "person"), entry("Maksim Bakiyev", "person"))


def test_two_bearers_of_a_surname_are_no_pair() -> None:
    found = doubts(entry("Maksim Bakiyev", "person"), entry("Janysh Bakiyev", "person"))
    assert "duplicate" not in found


def test_name_of_another_kind_is_no_pair() -> None:
    assert "duplicate" not in doubts(entry("Osh University"), entry("Osh University", "person"))


def test_what_settles_more_comes_first() -> None:
    often, seldom = entry("Osh"), entry("Kant")
    found = questions(
        {"osh": often, "kant": seldom}, {"osh": mentioned(9, 0.8), "kant": mentioned(1, 0.8)}
    )
    assert [question.entry for question in found] == ["osh", "kant"]


def test_question_shows_some_sentences_and_counts_all() -> None:
    (question,) = asked(entry("Osh"), times=40)
    assert question.settles == 40
    assert len(question.contexts) == 12


def test_last_words_of_one_longer_name_are_a_pair() -> None:
    found = asked(entry("Warhol", "person"), entry("Andy Warhol", "person"))
    assert [each.doubt for each in found].count("duplicate") == 1


def test_last_words_of_two_longer_names_are_no_pair() -> None:
    names = ("Bakiyev", "Maksim Bakiyev", "Kurmanbek Bakiyev")
    found = asked(*(entry(name, "person") for name in names))
    assert "duplicate" not in [each.doubt for each in found]
