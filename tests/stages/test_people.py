from __future__ import annotations

from annotated_reader.stages.people import cluster_people
from tests.builders import make_document, make_mentions


def clusters(text: str, *surfaces: str) -> list[tuple[str, list[str], tuple[str, ...]]]:
    document = make_document(text)
    mentions = make_mentions(document, *((surface, "person") for surface in surfaces))
    return [
        (cluster.key, [mention.surface for mention in cluster.mentions], cluster.bearers)
        for cluster in cluster_people(mentions)
    ]


def test_surname_after_honorific_joins_the_full_name() -> None:
    text = "Emilbek Kaptagaev spoke. According to Mr Kaptagaev it is over."
    assert clusters(text, "Emilbek Kaptagaev", "Mr Kaptagaev") == [
        ("emilbek kaptagaev", ["Emilbek Kaptagaev", "Mr Kaptagaev"], ())
    ]


def test_surname_alone_joins_the_full_name() -> None:
    text = "Roza Otunbayeva came. Otunbayeva spoke."
    assert len(clusters(text, "Roza Otunbayeva", "Otunbayeva")) == 1


def test_first_name_alone_joins_the_full_name() -> None:
    text = "Daniel Bernoulli came. Daniel spoke."
    assert len(clusters(text, "Daniel Bernoulli", "Daniel")) == 1


def test_middle_name_does_not_make_another_person() -> None:
    text = "Zaha Mohammad Hadid came. Zaha Hadid spoke."
    assert len(clusters(text, "Zaha Mohammad Hadid", "Zaha Hadid")) == 1


def test_initial_joins_the_only_name_it_fits() -> None:
    text = "John Smith came. J. Smith spoke."
    assert len(clusters(text, "John Smith", "J. Smith")) == 1


def test_initial_that_fits_two_stays_apart() -> None:
    text = "John Smith met James Smith. J. Smith spoke."
    assert len(clusters(text, "John Smith", "James Smith", "J. Smith")) == 3


def test_surname_of_two_who_were_introduced_is_ambiguous() -> None:
    text = "Kurmanbek Bakiyev and Maksim Bakiyev left. Bakiyev was seen."
    assert clusters(text, "Kurmanbek Bakiyev", "Maksim Bakiyev", "Bakiyev")[-1] == (
        "bakev",
        ["Bakiyev"],
        ("kurmanbek bakev", "maksim bakev"),
    )


def test_surname_before_the_second_bearer_is_introduced_means_the_first() -> None:
    text = "Kurmanbek Bakiyev ruled. Bakiyev fled. Maksim Bakiyev followed."
    found = clusters(text, "Kurmanbek Bakiyev", "Bakiyev", "Maksim Bakiyev")
    assert found[0] == ("kurmanbek bakev", ["Kurmanbek Bakiyev", "Bakiyev"], ())


def test_surname_without_a_full_name_stays_alone() -> None:
    assert clusters("Mr Tanayev resigned.", "Mr Tanayev") == [("tanaev", ["Mr Tanayev"], ())]


def test_transliterations_of_one_name_are_one_person() -> None:
    text = "Maxim Bakiev fled. Maksim Bakiyev was tried."
    assert len(clusters(text, "Maxim Bakiev", "Maksim Bakiyev")) == 1


def test_other_first_name_with_the_surname_is_another_person() -> None:
    text = "Maxim Bakiev fled. Marat Bakiyev stayed."
    assert len(clusters(text, "Maxim Bakiev", "Marat Bakiyev")) == 2


def test_nickname_with_the_surname_is_the_full_first_name() -> None:
    text = "Robert McDonnell won. Bob McDonnell spoke."
    assert len(clusters(text, "Robert McDonnell", "Bob McDonnell")) == 1


def test_title_of_several_words_is_not_part_of_the_name() -> None:
    text = "US President Barack Obama wrote. Home Secretary Suella Braverman read. Obama left."
    surfaces = ("US President Barack Obama", "Home Secretary Suella Braverman", "Obama")
    assert [key for key, _, _ in clusters(text, *surfaces)] == ["barak obama", "suela braverman"]


def test_surname_means_the_one_whom_the_text_is_about() -> None:
    text = "Roza Uulu came. " * 4 + "Azim Uulu came. " + "It was long ago. " * 20 + "Uulu left."
    surfaces = (*["Roza Uulu"] * 4, "Azim Uulu", "Uulu")
    assert clusters(text, *surfaces)[0][1][-1] == "Uulu"


def test_surname_close_to_another_bearer_stays_open() -> None:
    text = "Roza Uulu came. " * 4 + "Azim Uulu came. Uulu left."
    surfaces = (*["Roza Uulu"] * 4, "Azim Uulu", "Uulu")
    assert len(clusters(text, *surfaces)[-1][2]) == 2
