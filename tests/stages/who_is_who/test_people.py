from __future__ import annotations

from dataclasses import replace

import pytest

from annotated_reader.stages.who_is_who.people import cluster_people
from tests.builders import make_document, make_mentions


def clusters(text: str, *surfaces: str) -> list[tuple[str, list[str], tuple[str, ...]]]:
    document = make_document(text)
    mentions = make_mentions(document, *((surface, "person") for surface in surfaces))
    return [
        (cluster.key, [mention.surface for mention in cluster.mentions], cluster.bearers)
        for cluster in cluster_people(mentions, text)
    ]


def test_surname_after_honorific_joins_the_full_name() -> None:
    text = "Emilbek Kaptagaev spoke. According to Mr Kaptagaev it is over."
    assert clusters(text, "Emilbek Kaptagaev", "Mr Kaptagaev") == [
        ("emilbek kaptagaev", ["Emilbek Kaptagaev", "Mr Kaptagaev"], ())
    ]


def test_surname_alone_joins_the_full_name() -> None:
    text = "Roza Otunbayeva came. Otunbayeva spoke."
    assert len(clusters(text, "Roza Otunbayeva", "Otunbayeva")) == 1


def test_surname_alone_is_of_whom_the_text_is_about_and_not_of_a_father_named_last() -> None:
    text = "Dame Zaha Hadid drew. Hadid was born in Osh to Mohammed Hadid, a rich trader. He was"
    text += " in politics when he was young, and owned many a large house of the old town there."
    text += " Hadid studied."
    found = clusters(text, "Dame Zaha Hadid", "Hadid", "Mohammed Hadid", "Hadid")
    assert [(key, len(names)) for key, names, _ in found] == [
        ("zaha hadid", 3),
        ("mohamed hadid", 1),
    ]


def test_first_name_alone_joins_the_full_name() -> None:
    text = "Daniel Bernoulli came. Daniel spoke."
    assert len(clusters(text, "Daniel Bernoulli", "Daniel")) == 1


@pytest.mark.parametrize("title", ["Governor", "Bishop", "Senator", "Secretary"])
def test_first_name_is_not_what_stands_behind_an_office(title: str) -> None:
    text = f"Andrew Carnegie came. {title} Andrew spoke."
    assert len(clusters(text, "Andrew Carnegie", f"{title} Andrew")) == 2


@pytest.mark.parametrize("title", ["Mr.", "Uncle", "King"])
def test_first_name_may_stand_behind_an_address(title: str) -> None:
    text = f"Andrew Carnegie came. {title} Andrew spoke."
    assert len(clusters(text, "Andrew Carnegie", f"{title} Andrew")) == 1


def test_middle_name_does_not_make_another_person() -> None:
    text = "Zaha Mohammad Hadid came. Zaha Hadid spoke."
    assert len(clusters(text, "Zaha Mohammad Hadid", "Zaha Hadid")) == 1


@pytest.mark.parametrize(
    "words",
    [
        "They tried a President",
        "I was your President",
        "She ran for President",
        "He met the President of that country",
        "They saw the President Hotel",
    ],
)
def test_title_that_anybody_may_have_is_not_that_of_the_one_called_so(words: str) -> None:
    text = f"President Ann Reed came. {words} then."
    assert len(clusters(text, "President Ann Reed", "President")) == 2


@pytest.mark.parametrize("words", ["They saw the President", "She was made a President"])
def test_title_of_the_one_called_so(words: str) -> None:
    text = f"President Ann Reed came. {words} then."
    assert len(clusters(text, "President Ann Reed", "President")) == 1


def test_title_right_before_a_name_is_of_its_bearer() -> None:
    text = "Shadow Home Secretary Yvette Cooper said so."
    assert len(clusters(text, "Shadow Home Secretary", "Yvette Cooper")) == 1


def test_title_that_he_was_elected_to_is_of_the_one_with_whom_the_text_begins() -> None:
    text = "Daniel Reed wrote. Johann Reed came.\n\nIn 1750 he was elected a Fellow of the house."
    found = clusters(text, "Daniel Reed", "Johann Reed", "Fellow")
    assert [surfaces for _, surfaces, _ in found] == [["Daniel Reed", "Fellow"], ["Johann Reed"]]


def test_title_that_he_was_elected_to_may_be_of_another_named_before_it() -> None:
    text = "Daniel Reed wrote. Johann Berg came. In 1750 he was elected a Fellow of the house."
    assert len(clusters(text, "Daniel Reed", "Johann Berg", "Fellow")) == 3


@pytest.mark.parametrize("office", ["Postdoctoral Research Fellow", "Undergraduate Student"])
def test_office_of_several_words_is_no_name(office: str) -> None:
    text = f"Miri Forbes is a {office} in Paris."
    assert len(clusters(text, "Miri Forbes", office)) == 1


def test_nickname_alone_joins_the_first_name_alone_under_what_is_said_more_often() -> None:
    text = "Meg laughed. Margaret was the eldest. Meg sang."
    assert clusters(text, "Meg", "Margaret", "Meg") == [("meg", ["Meg", "Margaret", "Meg"], ())]


def test_two_nicknames_without_the_full_form_stay_apart() -> None:
    assert len(clusters("Meg met Maggie.", "Meg", "Maggie")) == 2


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


def test_surname_goes_before_a_first_name() -> None:
    text = "Jefferson Levy bought it. Thomas Jefferson built it. Jefferson lies there."
    found = clusters(text, "Jefferson Levy", "Thomas Jefferson", "Jefferson")
    assert ("thomas jeferson", ["Thomas Jefferson", "Jefferson"], ()) in found


def test_emperor_may_be_called_by_his_surname() -> None:
    text = "Joshua Norton came. Emperor Norton left."
    assert len(clusters(text, "Joshua Norton", "Emperor Norton")) == 1


def test_ruler_is_not_the_bearer_of_his_first_name_as_a_surname() -> None:
    text = "Saddam Hussein met King Hussein. Hussein left."
    found = clusters(text, "Saddam Hussein", "King Hussein", "Hussein")
    assert [surfaces for _, surfaces, _ in found] == [
        ["Saddam Hussein", "Hussein"],
        ["King Hussein"],
    ]


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


def test_one_of_several_first_names_joins_the_full_name() -> None:
    text = "Jens Otto Harry Jespersen wrote. Otto Jespersen taught."
    assert len(clusters(text, "Jens Otto Harry Jespersen", "Otto Jespersen")) == 1


def test_first_names_that_differ_in_a_vowel_are_one() -> None:
    text = "Kristen Wilkins came. Kristin Wilkins spoke."
    assert len(clusters(text, "Kristen Wilkins", "Kristin Wilkins")) == 1


def test_first_names_that_differ_in_their_ending_are_two() -> None:
    text = "Daniel Hesse came. Daniela Hesse spoke."
    assert len(clusters(text, "Daniel Hesse", "Daniela Hesse")) == 2


def test_other_name_is_known_where_it_is_no_mention_itself() -> None:
    text = "Eva Reed (born 1986), known by her pseudonym Eva Stone, came. Eva Stone left."
    document = make_document(text)
    first, second = make_mentions(document, ("Eva Reed", "person"), ("Eva Stone", "person"))
    at = text.rindex("Eva Stone")
    second = replace(second, span=(at, at + len("Eva Stone")))
    assert len(cluster_people([first, second], text)) == 1


def test_surname_of_another_name_is_the_same_person() -> None:
    text = "Eva Reed, known as Eva Stone, came. Stone left. Reed slept."
    assert len(clusters(text, "Eva Reed", "Eva Stone", "Stone", "Reed")) == 1


def test_ruler_of_another_number_is_another_person() -> None:
    text = "Pedro II was a son of Pedro I."
    assert len(clusters(text, "Pedro II", "Pedro I")) == 2


def test_ruler_is_known_without_his_number() -> None:
    assert len(clusters("Emperor Pedro II came. Pedro slept.", "Emperor Pedro II", "Pedro")) == 1


def test_title_alone_joins_one_who_is_named_by_one_word() -> None:
    assert len(clusters("Tsar Peter came. The Tsar slept.", "Tsar Peter", "Tsar")) == 1


def test_title_alone_joins_the_one_whom_the_text_called_by_it() -> None:
    text = "President Roza Otunbayeva came. The President spoke."
    found = clusters(text, "President Roza Otunbayeva", "President")
    assert [surfaces for _, surfaces, _ in found] == [["President Roza Otunbayeva", "President"]]


def test_title_joins_the_one_whom_a_shorter_name_called_by_it_before() -> None:
    text = "Emperor Pedro came. The Emperor slept. Emperor Pedro Braga woke."
    assert len(clusters(text, "Emperor Pedro", "Emperor", "Emperor Pedro Braga")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Roza Otunbayeva, the new President, came.",
        "Roza Otunbayeva (born 1950) is the 3rd President now.",
        "Roza Otunbayeva was sworn in as President.",
    ],
)
def test_title_behind_a_name_is_of_the_one_named(text: str) -> None:
    assert len(clusters(text, "Roza Otunbayeva", "President")) == 1


def test_title_before_a_name_is_of_the_one_named() -> None:
    text = "The President of the country, Roza Otunbayeva, came."
    assert len(clusters(text, "President", "Roza Otunbayeva")) == 1


def test_title_before_another_title_is_of_somebody_else() -> None:
    assert len(clusters("The Queen, Prince Philip Mott.", "Queen", "Prince Philip Mott")) == 2


def test_title_that_the_text_gave_is_known_from_then_on() -> None:
    text = "Roza Otunbayeva, the President, came. It rained. The President spoke."
    found = clusters(text, "Roza Otunbayeva", "President", "President")
    assert len(found) == 1


def test_address_does_not_belong_to_a_title() -> None:
    text = "Speaker Nancy Pelosi came. Thank you, Madam Speaker."
    assert len(clusters(text, "Speaker Nancy Pelosi", "Madam Speaker")) == 1


def test_title_that_is_a_surname_of_the_text_is_a_name() -> None:
    assert len(clusters("Martin Luther King spoke. King won.", "Martin Luther King", "King")) == 1


def test_title_of_two_means_the_one_whom_the_text_begins_with() -> None:
    text = (
        "Emperor Pedro Braga came. Pedro Braga spoke. Emperor Otto Braun slept."
        + " It rained." * 20
        + " The Emperor left."
    )
    names = ["Emperor Pedro Braga", "Pedro Braga", "Emperor Otto Braun", "Emperor"]
    assert next(found for _, found, _ in clusters(text, *names))[-1] == "Emperor"


def test_title_of_two_joins_neither() -> None:
    text = "President Roza Otunbayeva met President Islam Karimov. The President spoke."
    found = clusters(text, "President Roza Otunbayeva", "President Islam Karimov", "President")
    assert len(found) == 3


def test_surname_of_whom_the_text_is_about_stays_his_after_a_namesake_in_passing() -> None:
    text = (
        "Jared Stone came. Jared Stone spoke. Sherri Stone is his mother."
        + " He went on." * 40
        + " Stone left."
    )
    found = clusters(text, "Jared Stone", "Jared Stone", "Sherri Stone", "Stone")
    assert found[0][1] == ["Jared Stone", "Jared Stone", "Stone"]


def test_name_of_nothing_but_letters_behind_names_is_kept() -> None:
    assert len(clusters("The MP spoke.", "MP")) == 1


def test_surname_of_whom_a_text_begins_with_stays_hers_beside_relatives_named_more_than_once() -> (
    None
):
    text = (
        "Ada Reed wrote. Reed came. Reed went. Reed sang. Her brother Tom Reed came and Tom Reed"
        f" stayed. {'Nothing happened. ' * 8}Reed left."
    )
    found = clusters(text, "Ada Reed", "Reed", "Reed", "Reed", "Tom Reed", "Tom Reed", "Reed")
    assert found[0] == ("ada reed", ["Ada Reed", "Reed", "Reed", "Reed", "Reed"], ())


def test_surname_right_beside_a_relative_stays_open() -> None:
    text = "Ada Reed wrote. Reed came. Her brother Tom Reed came. Reed left."
    found = clusters(text, "Ada Reed", "Reed", "Tom Reed", "Reed")
    assert found[-1] == ("reed", ["Reed"], ("ada reed", "thomas reed"))


@pytest.mark.parametrize(
    "words",
    [
        " (born 1986), better known as ",
        ", known by her stage name ",
        ", born ",
        " was born ",
        " (née ",
        ", who wrote under the pen name ",
    ],
)
def test_other_name_that_the_text_gives_is_the_same_person(words: str) -> None:
    text = f"Ada Mary Reed{words}Lucy Stone, sang."
    assert [each[1] for each in clusters(text, "Ada Mary Reed", "Lucy Stone")] == [
        ["Ada Mary Reed", "Lucy Stone"]
    ]


@pytest.mark.parametrize(
    "words",
    [
        " sang and was better known than ",
        " was born. Better known as ",
        " and ",
        " knew ",
        "’s son was born ",
    ],
)
def test_two_names_side_by_side_are_two_persons(words: str) -> None:
    text = f"Ada Mary Reed{words}Lucy Stone."
    assert len(clusters(text, "Ada Mary Reed", "Lucy Stone")) == 2


def test_office_before_a_surname_is_not_a_first_name() -> None:
    text = "Hamdullah Mohib came. Ambassador Mohib spoke."
    assert len(clusters(text, "Hamdullah Mohib", "Ambassador Mohib")) == 1


def test_office_alone_is_its_holder_in_this_text_only() -> None:
    one, two = (
        cluster_people(
            make_mentions(make_document("Prime Minister came.", slug), ("Prime Minister", "person"))
        )
        for slug in ("one", "two")
    )
    assert one[0].key != two[0].key
    assert one[0].lone


def test_office_joins_the_one_whom_the_text_called_by_it() -> None:
    text = "Home Secretary Ada Reed came. Shadow Home Secretary Tom May left. The Home Secretary"
    found = clusters(
        text, "Home Secretary Ada Reed", "Shadow Home Secretary", "Tom May", "Home Secretary"
    )
    assert found[0][1] == ["Home Secretary Ada Reed", "Home Secretary"]


@pytest.mark.parametrize("other", ["Kim Jong-un", "Kim Jong Un", "Kim Jong-Un"])
def test_korean_first_name_is_one_however_it_is_written(other: str) -> None:
    text = f"Kim Jong Un came. {other} spoke. Kim left."
    assert len(clusters(text, "Kim Jong Un", other, "Kim")) == 1


def test_three_words_are_no_korean_name_where_they_are_long() -> None:
    text = "Lee Harvey Oswald came. Oswald spoke."
    assert len(clusters(text, "Lee Harvey Oswald", "Oswald")) == 1


def test_matty_is_matilda() -> None:
    text = "Miss Matilda Jenkyns came. Miss Matty Jenkyns left, and Matty wept."
    assert len(clusters(text, "Miss Matilda Jenkyns", "Miss Matty Jenkyns", "Matty")) == 1
