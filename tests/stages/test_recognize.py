from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.model import Claim, Mention, Parse
from annotated_reader.stages.recognize import recognize, without_overlaps
from tests.builders import make_document, make_parse


def found(text: str, *names: tuple[str, str], **known: str) -> list[tuple[str, str]]:
    document = make_document(text)
    mentions = recognize(document, make_parse(document, *names), known)
    return [(mention.surface, mention.kind) for mention in mentions]


def test_kind_is_the_one_the_name_has_most_often_in_the_text() -> None:
    text = "Osh burned. Osh shook. Osh was silent."
    names = (("Osh", "GPE"), ("Osh", "ORG"), ("Osh", "GPE"))
    assert found(text, *names) == [("Osh", "place")] * 3


def test_name_that_the_model_missed_is_found_from_its_other_mention() -> None:
    text = "Teyit is a village. He was born in Teyit."
    assert found(text, ("Teyit", "GPE")) == [("Teyit", "place")] * 2


def test_word_of_a_heading_in_capitals_is_a_name_only_where_it_stands_elsewhere() -> None:
    heading, text = "VICTORY FROM DEFEAT AT ANAU", "They left Anau."
    names = (("DEFEAT", "ORG"), ("ANAU", "GPE"), ("Anau", "GPE"))
    named = found(f"{heading}\n\n{text}", *names)
    assert named == [("ANAU", "place"), ("Anau", "place")]


def test_person_of_a_line_in_capitals_is_somebody() -> None:
    assert found("BY ANN LEE", ("ANN LEE", "PERSON")) == [("ANN LEE", "person")]


def test_known_name_is_not_found_inside_a_longer_word() -> None:
    assert found("Osh burned. Oshawa did not.", ("Osh", "GPE")) == [("Osh", "place")]


def test_surname_is_typed_by_the_full_name() -> None:
    text = "Roza Otunbayeva came. Otunbayeva spoke."
    names = (("Roza Otunbayeva", "PERSON"), ("Otunbayeva", "GPE"))
    assert found(text, *names)[1] == ("Otunbayeva", "person")


def test_family_in_the_plural_is_nobody() -> None:
    text = "Kurmanbek Bakiyev came. The Bakiyevs left."
    names = (("Kurmanbek Bakiyev", "PERSON"), ("Bakiyevs", "ORG"))
    assert found(text, *names) == [("Kurmanbek Bakiyev", "person")]


def test_acronym_in_brackets_tells_where_the_name_begins() -> None:
    text = "The observers of the Organization for Security and Co-operation in Europe (OSCE) came."
    assert found(text, ("OSCE", "ORG"))[0] == (
        "Organization for Security and Co-operation in Europe",
        "organization",
    )


def test_acronym_behind_a_possessive_explains_the_name_without_it() -> None:
    text = "The voters of the Northern Farmers Union’s (NFU) leader came."
    assert found(text, ("NFU", "ORG"))[0] == ("Northern Farmers Union", "organization")


def test_bracket_that_does_not_spell_the_name_explains_nothing() -> None:
    assert found("He read The Valley Courier (PDF) there.") == []


@pytest.mark.parametrize("event", ["April uprising", "June 2010 clashes", "Tulip Revolution"])
def test_event_is_found_by_its_pattern(event: str) -> None:
    assert found(f"After the {event} he left.") == [(event, "event")]


def test_country_is_found_where_the_model_missed_it() -> None:
    assert found("They went to Uzbekistan.") == [("Uzbekistan", "place")]


def test_name_of_an_editor_is_found_everywhere() -> None:
    assert found("Manas rose. We read Manas.", Manas="work") == [("Manas", "work")] * 2


def test_name_of_an_editor_leaves_a_longer_one_whole() -> None:
    text = "Osh State University opened in Osh."
    names = (("Osh State University", "ORG"),)
    assert found(text, *names, Osh="place") == [
        ("Osh State University", "organization"),
        ("Osh", "place"),
    ]


def test_nothing_is_found_inside_a_phrase_that_is_never_meant() -> None:
    names = {"Kant": "person", "Kant Street": ""}
    assert found("Kant Street leads to Kant.", ("Kant", "PERSON"), **names) == [("Kant", "person")]


def test_longest_name_wins() -> None:
    text = "Osh State University opened. Osh burned."
    names = (("Osh State University", "ORG"), ("Osh", "GPE"))
    assert found(text, *names) == [("Osh State University", "organization"), ("Osh", "place")]


def scored(text: str, name: str, label: str, *scores: float) -> list[tuple[str, str]]:
    document = make_document(text)
    parsed = replace(make_parse(document, (name, label)), scores=(scores,))
    return [(mention.surface, mention.kind) for mention in recognize(document, parsed)]


def test_kind_that_was_learned_goes_before_the_models_guess() -> None:
    found = scored("She saw Ganci there.", "Ganci", "ORG", 0.8, 0.1, 0.05, 0.05)
    assert found == [("Ganci", "person")]


def test_models_kind_stands_where_another_is_hardly_likelier() -> None:
    found = scored("As Reuters said.", "Reuters", "ORG", 0.48, 0.02, 0.42, 0.08)
    assert found == [("Reuters", "organization")]


def test_span_that_is_most_likely_no_name_is_let_go() -> None:
    assert scored("They rode the Explorer.", "Explorer", "ORG", 0.05, 0.1, 0.1, 0.75) == []


def test_span_that_is_likely_none_of_the_kinds_is_let_go() -> None:
    assert scored("They rode the Explorer.", "Explorer", "ORG", 0.3, 0.2, 0.25, 0.25) == []


def test_hint_of_a_word_beside_a_name_gives_way_to_what_was_learned() -> None:
    found = scored("They lived in Ganci once.", "Ganci", "PERSON", 0.85, 0.1, 0.03, 0.02)
    assert found == [("Ganci", "person")]


def test_mentions_of_one_name_are_weighed_together() -> None:
    document = make_document("She saw Ganci there. Ganci came. Ganci went.")
    parsed = make_parse(document, *[("Ganci", "ORG")] * 3)
    likely, unlikely = (0.9, 0.03, 0.03, 0.04), (0.4, 0.05, 0.5, 0.05)
    parsed = replace(parsed, scores=(likely, likely, unlikely))
    assert [mention.kind for mention in recognize(document, parsed)] == ["person"] * 3


def test_rule_on_the_name_itself_goes_before_what_was_learned() -> None:
    found = scored("They saw Kenya.", "Kenya", "PERSON", 0.9, 0.05, 0.02, 0.03)
    assert found == [("Kenya", "place")]


def test_first_name_of_somebody_does_not_make_a_place_a_person() -> None:
    text = "Virginia Woolf wrote. They met in Virginia."
    names = (("Virginia Woolf", "PERSON"), ("Virginia", "GPE"))
    assert found(text, *names)[1] == ("Virginia", "place")


def test_name_at_the_end_of_a_text_ends_with_it() -> None:
    document = make_document("Human Rights Watch came. Then came Human")
    known = {"Human": "group", "Human Rights Watch": "organization"}
    spans = [mention.span for mention in recognize(document, Parse(()), known)]
    assert spans == [(0, 18), (35, 40)]


def test_quantities_are_not_mentions() -> None:
    assert found("As many as 2,000 died.", ("As many as 2,000", "CARDINAL")) == []


def test_text_without_names_has_no_mentions() -> None:
    assert recognize(make_document("nothing here"), Parse(())) == ()


@given(
    st.lists(
        st.tuples(st.integers(0, 30), st.integers(1, 9), st.sampled_from([0.7, 0.9, 1.0])),
        max_size=12,
    )
)
def test_mentions_never_overlap(spans: list[tuple[int, int, float]]) -> None:
    mentions = [
        Mention("t", (start, start + length), "x", "place", "r", confidence)
        for start, length, confidence in spans
    ]
    kept = without_overlaps(mentions)
    assert all(a.span[1] <= b.span[0] for a, b in itertools.pairwise(kept))
    assert bool(kept) == bool(mentions)


def test_name_that_a_text_has_often_is_kept_though_it_may_be_none() -> None:
    unsure = (0.1, 0.2, 0.25, 0.45)
    for times, kept in ((2, 0), (3, 3)):
        document = make_document("Ata-Jurt won. " * times)
        names = [("Ata-Jurt", "ORG")] * times
        parsed = replace(make_parse(document, *names), scores=(unsure,) * times)
        assert len(recognize(document, parsed)) == kept


def test_acronym_that_a_text_explains_is_a_name_wherever_it_stands() -> None:
    text = "The Central Election Commission (CEC) counted. The CEC was sure."
    assert found(text)[:3] == [
        ("Central Election Commission", "organization"),
        ("CEC", "organization"),
        ("CEC", "organization"),
    ]


def test_pseudonym_that_the_model_overlooked_is_a_person() -> None:
    text = "Jenna Nicole Mourey, better known by her pseudonym Jenna Marbles, sings. Jenna Marbles!"
    persons = [name for name, _ in found(text, ("Jenna Nicole Mourey", "PERSON"))]
    assert persons == ["Jenna Nicole Mourey", "Jenna Marbles", "Jenna Marbles"]


def test_what_an_organization_is_known_as_is_no_person() -> None:
    text = "The Acme Corporation, better known as Acme Goods, sells."
    assert ("Acme Goods", "person") not in found(text, ("Acme Corporation", "ORG"))


def test_award_is_found_wherever_its_text_has_it() -> None:
    text = "The César Award went to her. He got a César Award too."
    assert found(text, ("César Award", "PERSON")) == [("César Award", "event")] * 2


def test_title_of_a_work_is_found_wherever_its_text_has_it() -> None:
    text = "He was in the film Easy Rider. Easy Rider made him known."
    assert found(text, ("Easy Rider", "PERSON")) == [("Easy Rider", "work")] * 2


BODY, CLAUSE = "organization", "relative clause"


@pytest.mark.parametrize(
    ("text", "label", "relation", "words", "kind"),
    [
        ("They left the town of Anau.", "ORG", "head noun", "the town of Anau", "place"),
        ("They left the county of Anau.", "NORP", "head noun", "the county of Anau", "place"),
        ("Anau, a Dutch maker, left.", "ORG", "appositive", "a Dutch maker", BODY),
        ("Anau, a Dutch maker, left.", "PERSON", "appositive", "a Dutch maker", ""),
        ("Anau, a Dutch firm, left.", "PERSON", "appositive", "a Dutch firm", BODY),
        ("Anau, a Dutch church, left.", "ORG", "appositive", "a Dutch church", ""),
        ("Anau, Osh's main club, left.", "ORG", "appositive", "Osh's main club", BODY),
        ("The telephone company Anau left.", "ORG", "title", "The telephone company", BODY),
        ("Anau, which makes wooden toys, left.", "ORG", CLAUSE, "which makes wooden toys", BODY),
        ("Anau, which is an old place, left.", "ORG", CLAUSE, "which is an old place", ""),
        ("Anau is a city of contrasts.", "PERSON", "copula", "a city of contrasts", "place"),
        ("Anau is the largest bank of Peru.", "PERSON", "copula", "the largest bank of Peru", BODY),
        ("Anau is a church of wood.", "PERSON", "copula", "a church of wood", ""),
        ("Anau is city-wide known.", "PERSON", "copula", "city-wide known", ""),
    ],
)
def test_name_that_a_sentence_says_outright_to_be_something_is_one(
    text: str, label: str, relation: str, words: str, kind: str
) -> None:
    document = make_document(text)
    parsed = make_parse(document, ("Anau", label))
    start = text.index(words)
    claim = Claim(parsed.names[0][:2], (start, start + len(words)), relation)
    scores = () if label == "NORP" else (0.1, 0.1, 0.2, 0.6)
    parsed = replace(parsed, claims=(claim,), scores=(scores,))
    named = [each.kind for each in recognize(document, parsed) if each.surface == "Anau"]
    assert named == ([kind] if kind else [])


def test_full_name_behind_a_noun_of_a_body_is_somebody() -> None:
    document = make_document("It was the student club Asel Omur.")
    parsed = make_parse(document, ("Asel Omur", "PERSON"))
    claim = Claim(parsed.names[0][:2], (7, 23), "title")
    parsed = replace(parsed, claims=(claim,), scores=((0.6, 0.1, 0.2, 0.1),))
    assert [each.kind for each in recognize(document, parsed)] == ["person"]


@pytest.mark.parametrize(
    ("name", "behind", "kind"),
    [
        ("Socotra", " and nowhere else", "place"),
        ("Socotra", ", they say", "place"),
        ("Socotra", " texts", "group"),
        ("Ilocano", ", they say", "place"),
        ("Latin", ", they say", "group"),
        ("Politics", ", they say", "group"),
        ("Calvinism", ", they say", "group"),
    ],
)
def test_people_of_the_model_that_something_is_in_is_a_place(
    name: str, behind: str, kind: str
) -> None:
    assert found(f"It is found in {name}{behind}.", (name, "NORP"))[0] == (name, kind)


@pytest.mark.parametrize("label", ["ORG", "PERSON", "NORP"])
def test_name_behind_a_river_is_a_place(label: str) -> None:
    assert found("They crossed the river Rhone.", ("Rhone", label)) == [("Rhone", "place")]


def test_one_place_outweighs_the_peoples_that_the_model_takes_its_name_for() -> None:
    text = "Socotra is dry. It rains on Socotra, and Socotra blooms. Socotra sleeps."
    assert found(text, *[("Socotra", "NORP")] * 4) == [("Socotra", "place")] * 4


def test_people_that_a_name_may_be_of_outweighs_one_place() -> None:
    text = "Ilocan men came. It is in Ilocan, and Ilocan men left. Ilocan women, Ilocan songs."
    assert found(text, *[("Ilocan", "NORP")] * 5) == [("Ilocan", "group")] * 5


def test_well_known_body_is_found_where_the_model_missed_it() -> None:
    text = "They asked Doctors Without Borders for help."
    assert found(text) == [("Doctors Without Borders", "organization")]


def test_two_well_known_bodies_that_the_model_took_for_one_are_two() -> None:
    both = "Amnesty International and Save the Children"
    assert found(f"They asked {both} for it.", (both, "ORG")) == [
        ("Amnesty International", "organization"),
        ("Save the Children", "organization"),
    ]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("They left Rosneft, which left.", 1),
        ("Rosneft signed it.", 1),
        ("They broke a Rosneft lock.", 0),
    ],
)
def test_well_known_body_of_which_nothing_was_learned_stands_by_itself(
    text: str, times: int
) -> None:
    assert len(scored(text, "Rosneft", "ORG", 0.1, 0.1, 0.2, 0.6)) == times
    assert len(scored(text, "Rosneft", "GPE", 0.1, 0.1, 0.2, 0.6)) == times


@pytest.mark.parametrize("label", ["GPE", "ORG"])
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The man, named as Sudesh Amman, 20, was held.", "person"),
        ("Sudesh Amman suddenly ended her campaign.", "person"),
        ("They left Sudesh Amman, 20 of them.", ""),
        ("She served Sudesh Amman alongside her brother.", ""),
    ],
)
def test_full_name_with_an_age_or_a_deed_of_somebody_is_a_person_s(
    label: str, text: str, kind: str
) -> None:
    (named,) = found(text, ("Sudesh Amman", label))
    assert (named[1] == "person") == (kind == "person")


def test_surname_that_is_a_month_s_name_belongs_to_the_person() -> None:
    assert found("It was Theresa May who left.", ("Theresa", "PERSON"))[0][0] == "Theresa May"
    assert found("He met Theresa May 3 at home.", ("Theresa", "PERSON"))[0][0] == "Theresa"


def test_two_centers_that_the_model_took_for_one_are_two() -> None:
    both = "Center for Wild Foxes and Center for Food Safety"
    assert found(f"The {both} left.", (both, "ORG")) == [
        ("Center for Wild Foxes", "organization"),
        ("Center for Food Safety", "organization"),
    ]


def test_well_known_body_goes_before_a_part_of_its_name() -> None:
    text = "They sued the Port Authority of New York and New Jersey."
    names = (("Port Authority of New York", "ORG"), ("New Jersey", "GPE"))
    assert found(text, *names) == [("Port Authority of New York and New Jersey", "organization")]


def test_swede_is_one_of_a_people() -> None:
    assert found("The young Swede won.", ("Swede", "GPE")) == [("Swede", "group")]


def test_first_word_of_a_company_s_name_is_the_company() -> None:
    text = "Massey Energy owns it. Massey left. Asel Omur of Omur Energy met Omur."
    names = (
        ("Massey Energy", "ORG"), ("Massey", "PERSON"), ("Asel Omur", "PERSON"),
        ("Omur Energy", "ORG"), ("Omur", "PERSON"),
    )  # fmt: skip
    named = found(text, *names)
    assert named[1] == ("Massey", "organization")
    assert named[-1] == ("Omur", "person")


def test_head_of_a_country_is_somebody_whatever_the_model_sees() -> None:
    text = "It was President of Ukraine Volodymyr Zelenskyy who came."
    named = found(text, ("Ukraine", "GPE"), ("Volodymyr", "PERSON"))
    assert ("Volodymyr Zelenskyy", "person") in named


def test_princess_is_somebody_and_a_line_of_ships_is_not() -> None:
    assert found("They met Princess Ann.", ("Princess Ann", "ORG"))[0][1] == "person"
    ships = ("Princess Cruises", "ORG")
    assert found("They met Princess Cruises.", ships)[0][1] == "organization"


def test_adjective_of_a_continent_is_no_body() -> None:
    assert found("The South American group left.", ("South American", "NORP")) == [
        ("South American", "group")
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They were taken to Moabit prison.", "place"),
        ("They flew to Moabit island in May.", "place"),
        ("They served the Moabit prison sentence.", "person"),
    ],
)
def test_prison_or_island_behind_a_name_says_outright_that_it_is_a_place(
    text: str, kind: str
) -> None:
    assert scored(text, "Moabit", "PERSON", 0.6, 0.1, 0.1, 0.2) == [("Moabit", kind)]


def test_region_of_a_country_is_a_place_whatever_the_model_sees() -> None:
    text = "In British Columbia it rained. New South Wales burned."
    assert found(text, ("British Columbia", "ORG")) == [
        ("British Columbia", "place"),
        ("New South Wales", "place"),
    ]
    assert found("South Carolina won.", ("South Carolina", "ORG"))[0][1] == "organization"


def test_country_is_somebody_s_surname_where_nothing_is_in_it() -> None:
    names = (("Michael Jordan", "PERSON"), ("Jordan", "GPE"))
    assert found("Michael Jordan came. Jordan won.", *names)[1] == ("Jordan", "person")
    names = (*names, ("Jordan", "GPE"))
    named = found("Michael Jordan came. Jordan won. It rained in Jordan.", *names)
    assert named[1:] == [("Jordan", "place")] * 2


@pytest.mark.parametrize(
    ("label", "names"),
    [
        ("GPE", [("Peru", "place"), ("Chile", "place")]),
        ("ORG", [("Peru or the Chile", "organization")]),
    ],
)
def test_two_places_that_the_model_took_for_one_are_two(
    label: str, names: list[tuple[str, str]]
) -> None:
    text = "They left Peru or the Chile."
    assert found(text, ("Peru or the Chile", label)) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Marie Galante: the biggest island out of seven.", "Marie Galante"),
        ("Islands\n\nTerre Basse: a small island in the south.", "Terre Basse"),
    ],
)
def test_description_behind_a_colon_tells_what_begins_the_line(text: str, name: str) -> None:
    assert (name, "place") in scored(text, name, "PERSON", 0.6, 0.1, 0.1, 0.2)


@pytest.mark.parametrize(
    ("behind", "kind"),
    [
        (" (The Palace of Eight Paradises). It is old.", "place"),
        (" (the Royal Palace), which is old.", "place"),
        (" (The Guardian) was there.", "person"),
        (" (Royal Palace) was there.", "person"),
    ],
)
def test_building_in_brackets_behind_a_name_tells_what_it_is(behind: str, kind: str) -> None:
    named = scored(f"8 Hasht Behesht{behind}", "Hasht Behesht", "PERSON", 0.6, 0.1, 0.1, 0.2)
    assert ("Hasht Behesht", kind) in named


def test_street_with_a_number_for_its_name_is_whole() -> None:
    named = scored("It is near 51st Street.", "Street", "FAC", 0.1, 0.7, 0.1, 0.1)
    assert named == [("51st Street", "place")]


def test_speaker_before_a_colon_is_no_place() -> None:
    text = "He wrote to Terre Basse: a small island is no place for me."
    assert scored(text, "Terre Basse", "PERSON", 0.6, 0.1, 0.1, 0.2) == [("Terre Basse", "person")]


@pytest.mark.parametrize(
    ("words", "kind"),
    [("an annual procession of thousands", "event"), ("a group of more than 50 islands", "place")],
)
def test_what_is_held_each_year_and_what_islands_form_are_no_bodies(words: str, kind: str) -> None:
    text = f"They saw Manga Sho, {words}, in May."
    document = make_document(text)
    parsed = make_parse(document, ("Manga Sho", "ORG"))
    start = text.index(words)
    claim = Claim((9, 18), (start, start + len(words)), "appositive")
    parsed = replace(parsed, claims=(claim,), scores=((0.2, 0.2, 0.4, 0.2),))
    assert ("Manga Sho", kind) in [
        (each.surface, each.kind) for each in recognize(document, parsed)
    ]


def test_surname_of_somebody_well_known_is_a_person_s_whatever_was_learned() -> None:
    named = scored("That sends signals to Putin.", "Putin", "PERSON", 0.3, 0.35, 0.15, 0.2)
    assert named == [("Putin", "person")]


def test_surname_that_is_a_city_s_name_too_is_left_to_what_was_learned() -> None:
    named = scored("They rode to the town of Kant.", "Kant", "PERSON", 0.1, 0.7, 0.1, 0.1)
    assert named == [("Kant", "place")]


def test_first_name_in_capitals_tells_a_person() -> None:
    text = "Joe and EMILY STONE were sworn in."
    assert scored(text, "EMILY STONE", "GPE", 0.1, 0.6, 0.1, 0.2) == [("EMILY STONE", "person")]


def test_letters_behind_a_body_are_its_own_whatever_its_words_are() -> None:
    text = "They met the Italian Democrats (SDI) there. The SDI left."
    named = scored(text, "Italian Democrats", "ORG", 0.1, 0.1, 0.6, 0.2)
    assert named == [
        ("Italian Democrats", "organization"), ("SDI", "organization"), ("SDI", "organization"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name", ["Kingdom of France", "Grand Duchy of Baden", "Kingdom of the Two Sicilies"]
)
def test_realm_is_one_place(name: str) -> None:
    assert found(f"Then the {name} was at war.") == [(name, "place")]


@pytest.mark.parametrize("name", ["Orange Free State", "Austria-Hungary", "Belgian Congo"])
def test_state_that_is_no_more_is_found_whole(name: str) -> None:
    assert found(f"They fled from {name} then.", (name.split(maxsplit=1)[0], "GPE")) == [
        (name, "place")
    ]


@pytest.mark.parametrize(
    "event",
    [
        "1992 United Kingdom general election",
        "2013 Virginia gubernatorial election",
        "2018 Senate election",
    ],
)
def test_election_of_a_year_and_a_land_is_an_event(event: str) -> None:
    assert found(f"He stood in the {event} there.") == [(event, "event")]
