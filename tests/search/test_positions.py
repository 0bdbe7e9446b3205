"""Where words stand, as the index of positions writes it."""

from __future__ import annotations

from annotated_reader.search import SearchDocument, WordCounter, encoding
from annotated_reader.search.positions import COMMON, STEP, PositionIndex, Positions
from tests.search.test_index import arguments


def numbers(values: list[int]) -> bytes:
    return encoding.numbers(values).encode()


def document(title: str, *texts: str, language: str = "en") -> SearchDocument:
    passages = tuple(("", text) for text in texts)
    return SearchDocument("texts/a.html", title, "text", (), passages, language=language)


def positions_of(document: SearchDocument) -> Positions:
    return WordCounter()(document)["positions"]


def index_of(*documents: SearchDocument) -> dict[str, bytes]:
    index = PositionIndex()
    for number, each in enumerate(documents):
        index.add(number, positions_of(each))
    return {part.name: part.make() for part in index.parts()}


def table(files: dict[str, bytes]) -> list[object]:
    return arguments(files["phrases/table.js"])


def test_stop_words_have_positions() -> None:
    found = positions_of(document("", "one of the most"))
    assert list(found) == ["one", "of", "the", "most"]


def test_position_is_doubled() -> None:
    assert positions_of(document("", "Osh was quiet"))["quiet"] == numbers([(STEP + 2) * 2])


def test_further_positions_follow_as_gaps() -> None:
    found = positions_of(document("", "no and no, and no"))
    assert found["no"] == numbers([STEP * 2 + 1, 1, 1, 1])


def test_no_phrase_crosses_from_one_text_into_the_next() -> None:
    found = positions_of(document("Osh", "was", "quiet"))
    places = (0, STEP * 2, STEP * 4)
    assert [found[word] for word in ("osh", "was", "quiet")] == [numbers([at]) for at in places]


def test_word_more_in_a_text_moves_none_of_the_next() -> None:
    before, after = (
        positions_of(document("", "It was", "quiet")),
        positions_of(document("", "It once was", "quiet")),
    )
    assert before["quiet"] == after["quiet"]


def test_full_text_is_parted_from_the_next_as_well() -> None:
    found = positions_of(document("the " * (STEP - 1) + "end", "begin"))
    assert found["begin"] == numbers([STEP * 2 * 2])


def test_language_makes_no_difference() -> None:
    german, english = document("", "Straßen", language="de"), document("", "Straßen")
    assert list(positions_of(german)) == list(positions_of(english)) == ["strassen"]


def test_compounds_stand_as_their_parts_in_a_row() -> None:
    found = positions_of(document("", "Jalal-Abad’s roads"))
    assert list(found) == ["jalal", "abad", "roads"]


def test_document_comes_as_the_gap_to_the_one_before() -> None:
    empty = document("", "")
    (name, streams) = next(
        (name, arguments(data)[2])
        for name, data in index_of(empty, document("", "osh"), empty, document("", "osh")).items()
        if name != "phrases/table.js"
    )
    assert name.startswith("phrases/")
    assert streams.encode() == numbers([1, STEP * 2, 1, STEP * 2])


def test_table_tells_how_long_the_positions_of_common_words_are() -> None:
    _, common = table(index_of(document("", "the " * (COMMON + 1) + "end")))
    assert common == [["the", COMMON + 6]]


def test_library_without_words_has_an_empty_table() -> None:
    assert table(index_of()) == ["", []]
