from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.model import Definition, Document, Entity, Mention
from annotated_reader.stages.places.context import is_behind_a_town
from annotated_reader.stages.places.gazetteer import cities_named, key_of
from annotated_reader.stages.places.places import place
from annotated_reader.stages.places.themes import named_regions
from tests.builders import make_document

if TYPE_CHECKING:
    from annotated_reader.stages.places.choice import Placed

REGIONS = [
    "Kyrgyzstan", "Uzbekistan", "Kazakhstan", "Afghanistan", "Libya", "Lebanon", "Britain",
    "Alabama", "Spain", "Argentina", "United States", "Massachusetts", "Illinois", "Chile", "Egypt",
    "Tennessee", "Pakistan", "India", "Canada", "Russia", "Idaho", "Australia", "Florida",
    "Scotland", "Venezuela", "Oregon", "Maine", "Costa Rica", "France", "Texas", "Iran", "Georgia",
    "China",
]  # fmt: skip


def make_entity(name: str, document: Document, *aliases: str, kind: str = "place") -> Entity:
    mentions = tuple(
        Mention(document.slug, found.span(), found[0], kind, "", 1)
        for each in (name, *aliases)
        for found in re.finditer(rf"\b{re.escape(each)}\b", document.text)
    )
    return Entity(name.lower(), name, kind, aliases, mentions)


def placed(name: str, text: str, *aliases: str, definition: str = "") -> Placed | None:
    document = make_document(text)
    entity = make_entity(name, document, *aliases)
    others = [make_entity(region, document) for region in REGIONS if region != name]
    named = named_regions([entity, *(other for other in others if other.mentions)])
    words = Definition(definition, "quotation" if definition else "none")
    return place(entity, (name, *aliases), words, {document.slug: document}, named)


def near(found: Placed | None) -> tuple[int, int] | None:
    return (round(found.coordinates[0]), round(found.coordinates[1])) if found else None


@pytest.mark.parametrize(
    ("name", "text", "where"),
    [
        ("Jalalabad", "In Jalalabad, shops burned. Kyrgyzstan waited.", (41, 73)),
        ("Jalalabad", "In Jalalabad the road to Kabul begins. Afghanistan waited.", (34, 70)),
        ("Osh", "Crowds met in Osh in Kyrgyzstan.", (41, 73)),
        ("Talas", "Talas lies in Kyrgyzstan.", (43, 72)),
        ("Naryn", "Naryn is a town of Kyrgyzstan.", (41, 76)),
        ("Kara-Suu", "The market of Kara-Suu in Kyrgyzstan.", (41, 73)),
        ("Frunze", "She taught in Frunze, now the capital of Kyrgyzstan.", (43, 75)),
        ("Paris", "They were married in Paris, Texas, in May.", (34, -96)),
        ("Paris", "From Paris the news went all over France.", (49, 2)),
        ("Tripoli", "In Tripoli the port was closed. Libya protested.", (33, 13)),
        ("Tripoli", "In Tripoli the port was closed. Lebanon protested.", (34, 36)),
        ("Birmingham", "Birmingham grew. Britain had no larger town.", (52, -2)),
        ("Birmingham", "The march began in Birmingham, Alabama.", (34, -87)),
        ("Córdoba", "Córdoba was the largest city of Spain.", (38, -5)),
        ("Cordoba", "Students of Cordoba went on strike. Argentina followed.", (-31, -64)),
        ("Cambridge", "He studied in Cambridge, Massachusetts.", (42, -71)),
        ("Springfield", "Lincoln lived in Springfield, Illinois, United States.", (40, -90)),
        ("Santiago", "Santiago was quiet, and so was all of Chile.", (-33, -71)),
        ("Alexandria", "The ship left Alexandria for the north of Egypt.", (31, 30)),
        ("Memphis", "He sang in Memphis, Tennessee.", (35, -90)),
        ("Hyderabad", "Hyderabad lies on the Indus, in Pakistan.", (25, 68)),
        ("Hyderabad", "Hyderabad is large, even for India.", (17, 78)),
        ("Vancouver", "Vancouver is the port of western Canada.", (49, -123)),
        ("Moscow", "Moscow said nothing. Russia waited.", (56, 38)),
        ("Moscow", "The university is in Moscow (Idaho).", (47, -117)),
        ("Melbourne", "Melbourne is the second city of Australia.", (-38, 145)),
        ("Perth", "Perth is an old burgh of Scotland.", (56, -3)),
        ("Valencia", "Valencia fell last. Spain was at peace.", (39, 0)),
        ("London", "He farmed near London, Ontario.", (43, -81)),
        ("Portland", "Portland is a port. Oregon exports by it.", (46, -123)),
        ("Portland", "Portland is a port. Maine exports by it.", (44, -70)),
        ("San José", "San José is the capital of Costa Rica.", (10, -84)),
        ("Victoria", "The ferry to Victoria, British Columbia, was late.", (48, -123)),
        ("Washington", "In Washington the Senate met for the United States.", (39, -77)),
        ("Changsha", "In Changsha there were signs. China promoted it.", (28, 113)),
        ("Andijan", "From Andijan they fled north. Uzbekistan closed the border.", (41, 72)),
    ],
)
def test_place_is_found_by_what_its_text_says(name: str, text: str, where: tuple[int, int]) -> None:
    assert near(placed(name, text)) == where


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("Osh", "Crowds met in Osh.", id="a name alone"),
        pytest.param("Memphis", "Memphis was a capital of Egypt.", id="the only one elsewhere"),
        pytest.param("Memphis", "Priests of Memphis, Egypt, wrote it.", id="not where it is said"),
        pytest.param("Osh", "Osh is a name in France.", id="a foreign name of a small town"),
        pytest.param("Alexandria", "Alexandria in Iran.", id="an ancient name of another city"),
        pytest.param("Moscow", "Moscow told the United States.", id="a namesake of a metropolis"),
        pytest.param("London", "Canada wrote to London.", id="a namesake abroad"),
        pytest.param("Springfield", "Springfield, of the United States.", id="several in one"),
        pytest.param(
            "Birmingham", "Birmingham, Britain and the United States.", id="two countries"
        ),
        pytest.param("Portland", "Portland ships to all the United States.", id="two states"),
        pytest.param("Victoria", "Victoria is a state of Australia.", id="a state"),
        pytest.param("Georgia", "Georgia is north of Armenia.", id="a country"),
        pytest.param("Manas", "Planes leave Manas in Kyrgyzstan.", id="a name of late"),
        pytest.param("Osh", "The Osh airport of Kyrgyzstan.", id="part of another name"),
        pytest.param("Washington", "In Seattle, Washington, United States.", id="the state"),
        pytest.param("Perth", "Britain sent ships to Perth.", id="a metropolis not spoken of"),
        pytest.param(
            "Westchester",
            "From Texas to Westchester. " + "Texas is by Texas. " * 3 + "Go to Florida.",
            id="in a text on another state",
        ),
    ],
)
def test_place_is_left_open(name: str, text: str) -> None:
    assert placed(name, text) is None


def test_names_are_tried_in_their_order() -> None:
    text = "Jalal-Abad (Jalalabad in Russian) lies in Kyrgyzstan, not in Afghanistan. Kyrgyzstan!"
    assert near(placed("Jalal-Abad", text, "Jalalabad")) == (41, 73)


def test_what_the_texts_call_a_village_is_not_the_city_of_that_name() -> None:
    text = "Kant is a place in Kyrgyzstan."
    assert placed("Kant", text)
    assert placed("Kant", text, definition="a village on the edge of the steppe") is None


def test_neighboring_country_places_what_has_no_namesake() -> None:
    found = placed("Tashkent", "The rails run to Tashkent. Kyrgyzstan has few.")
    assert near(found) == (41, 69)
    assert found
    assert found.why == "a neighboring country named in the same texts, GeoNames"


def test_neighboring_country_places_nothing_that_is_well_known_in_one_that_is_named() -> None:
    text = "He left Surrey for the United States. The United States grew, and Britain was far."
    assert placed("Surrey", text) is None


def test_next_in_a_list_is_not_where_a_place_lies() -> None:
    found = placed("Paris", "To Paris, Texas and Spain they went. France, France.")
    assert near(found) == (49, 2)


def test_region_that_lies_in_the_next_one_is_no_list() -> None:
    assert placed("Springfield", "In Springfield, Illinois, United States, it rained.")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Osh lies in Kyrgyzstan.", "Kyrgyzstan named in the same texts, GeoNames"),
        ("They left Osh, Kyrgyzstan.", "“Osh, Kyrgyzstan” in the texts, GeoNames"),
    ],
)
def test_coordinates_say_how_we_know_them(text: str, why: str) -> None:
    found = placed("Osh", text)
    assert found
    assert found.why == why


def test_other_name_in_the_data_set_is_told() -> None:
    found = placed("Jalal-Abad", "Jalal-Abad lies in Kyrgyzstan.")
    assert found
    assert found.why.endswith("GeoNames (as Manas)")


def test_person_has_no_coordinates() -> None:
    document = make_document("Osh of Kyrgyzstan.")
    entity = make_entity("Osh", document, kind="person")
    named = named_regions([make_entity("Kyrgyzstan", document)])
    assert place(entity, ("Osh",), Definition("", "none"), {"text": document}, named) is None


def test_name_that_others_bear_is_no_evidence() -> None:
    document = make_document("Osh of Kyrgyzstan.")
    named = named_regions([make_entity("Kyrgyzstan", document)])
    nothing = Definition("", "none")
    assert place(make_entity("Osh", document), (), nothing, {"text": document}, named) is None


@given(st.text(max_size=20), st.text(max_size=40))
def test_any_name_and_text_have_an_answer(name: str, text: str) -> None:
    document = make_document(f"{name or 'Osh'} {text} Kyrgyzstan")
    entity = Entity(
        "a", name, "place", (), (Mention("text", (0, len(name)), name, "place", "", 1),)
    )
    named = named_regions([make_entity("Kyrgyzstan", document)])
    found = place(entity, (name,), Definition(text, "editor"), {"text": document}, named)
    assert found is None or key_of(name)


def test_spellings_with_and_without_a_hyphen_are_one_name() -> None:
    assert cities_named("Kara Suu") == cities_named("Kara-Suu")


def test_large_city_of_other_texts_tells_what_a_text_is_about() -> None:
    texts = {
        "a": make_document("Osh lies in Kyrgyzstan.", "a"),
        "b": make_document("Osh, Osh and Osh; Kant. Russia, Russia. Kyrgyzstan.", "b"),
    }
    osh = Entity("osh", "Osh", "place", (), tuple(
        mention for each in texts.values() for mention in make_entity("Osh", each).mentions
    ))  # fmt: skip
    others = [
        make_entity(name, each) for each in texts.values() for name in ("Kyrgyzstan", "Russia")
    ]
    kant = make_entity("Kant", texts["b"])
    nothing = Definition("", "none")
    assert not place(kant, ("Kant",), nothing, texts, named_regions(others))
    assert place(kant, ("Kant",), nothing, texts, named_regions([osh, *others]))


def test_river_of_a_citys_name_is_not_the_city() -> None:
    assert (
        placed("Hudson", "They crossed the Hudson in Ohio. The Hudson, in Ohio, is wide.") is None
    )


def test_campus_lies_in_the_state_of_its_university() -> None:
    text = "He left North Carolina for the University of Arkansas, Fayetteville."
    assert near(placed("Fayetteville", text)) == (36, -94)


def test_america_alone_does_not_place_a_small_town() -> None:
    assert placed("Saratoga", "She left the United States. Saratoga was pleasant.") is None


def test_city_of_one_text_is_not_that_of_a_text_on_other_countries() -> None:
    documents = {
        slug: make_document(text, slug)
        for slug, text in (
            ("one", "He taught in Cambridge, Massachusetts."),
            ("two", "She left England for Cambridge. England mourned."),
        )
    }
    mentions = [
        Mention(slug, match.span(), match[0], "place", "rule", 0.9, "x")
        for slug, document in documents.items()
        for match in re.finditer("Cambridge", document.text)
    ]
    entity = Entity("cambridge", "Cambridge", "place", (), tuple(mentions))
    match = re.search("England", documents["two"].text)
    assert match is not None
    england = Mention("two", match.span(), "England", "place", "rule", 0.9, "england")
    named = named_regions([entity, Entity("england", "England", "place", (), (england,))])
    assert place(entity, ["Cambridge"], Definition("", "none"), documents, named) is None


def test_province_is_not_placed_at_a_city_that_bears_its_name_beside_its_own() -> None:
    assert placed("Sverdlovsk", "In Russia, Sverdlovsk province grew.") is None
    assert near(placed("Sverdlovsk", "In Russia, Sverdlovsk grew.")) == (57, 61)


def test_state_joined_to_another_word_is_that_of_the_town_before_it() -> None:
    assert near(placed("Aurora", "The Aurora, Ill.-based Red Fund closed.")) == (42, -88)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The Tories met in Bournemouth. The Tories lost.", "GB"),
        ("The Tories met in Bournemouth.", ""),
        ("The Tories met in Bournemouth, France. The Tories lost.", "FR"),
        ("The Tories and the Home Office met the Bundestag. The Tories lost.", ""),
        ("Reuters met Reuters.", ""),
    ],
)
def test_text_without_a_country_is_on_that_of_its_parties_and_public_bodies(
    text: str, country: str
) -> None:
    document = make_document(text)
    names = (
        ("Tories", "group"), ("Home Office", "organization"), ("Bundestag", "organization"),
        ("Reuters", "organization"), ("France", "place"),
    )  # fmt: skip
    entities = [make_entity(name, document, kind=kind) for name, kind in names if name in text]
    assert "".join(named_regions(entities).themes.get(document.slug, {})) == country


@pytest.mark.parametrize(
    ("text", "is_behind"),
    [
        ("It was between Kant, Osh and Naryn.", False),
        ("It was between Kant, Osh, Talas and Naryn.", False),
        ("It was in Kant, Osh, then.", True),
    ],
)
def test_town_in_a_row_is_not_behind_another(text: str, *, is_behind: bool) -> None:
    document = make_document(text)
    osh = make_entity("Osh", document)
    assert is_behind_a_town(osh, {document.slug: document}) is is_behind


def test_saint_may_be_shortened() -> None:
    assert near(
        placed("St. Petersburg", "From the United States to Russia, to St. Petersburg.")
    ) == (60, 30)


def test_large_city_of_the_name_goes_before_one_that_was_once_called_so() -> None:
    assert placed("Cancun", "Staff at Cancun say that citizens of China need no visa.") is None


def test_city_is_called_by_a_part_of_its_name_though_another_has_no_more() -> None:
    found = placed("Newcastle", "They went from Newcastle to the north of Britain.")
    assert near(found) == (55, -2)
