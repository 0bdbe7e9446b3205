from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from annotated_reader.model import Mention
from annotated_reader.stages.recognize import recognize
from annotated_reader.stages.resolve import resolve
from annotated_reader.stages.who_is_who.keys import key_of
from tests.builders import make_document, make_mentions, make_parse

if TYPE_CHECKING:
    from annotated_reader.model import Entity

Names = tuple[tuple[str, str], ...]


def organizations(*surfaces: str) -> Names:
    return tuple((surface, "ORG") for surface in surfaces)


def entities(*texts: tuple[str, Names]) -> dict[str, Entity]:
    documents = [make_document(text, f"text-{n}") for n, (text, _) in enumerate(texts)]
    mentions = {
        document.slug: recognize(document, make_parse(document, *names))
        for document, (_, names) in zip(documents, texts, strict=True)
    }
    return {entity.id: entity for entity in resolve(documents, mentions)}


def test_full_name_is_one_person_in_all_texts() -> None:
    found = entities(
        ("Roza Otunbayeva came.", (("Roza Otunbayeva", "PERSON"),)),
        ("Roza Otunbayeva went.", (("Roza Otunbayeva", "PERSON"),)),
    )
    assert [len(entity.mentions) for entity in found.values()] == [2]


def test_lone_surname_joins_its_only_bearer_in_the_same_company() -> None:
    found = entities(
        ("Roza Otunbayeva led Ata-Meken.", (("Roza Otunbayeva", "PERSON"), ("Ata-Meken", "ORG"))),
        ("Mrs Otunbayeva left Ata-Meken.", (("Otunbayeva", "PERSON"), ("Ata-Meken", "ORG"))),
    )
    assert len(found["roza-otunbayeva"].mentions) == 2


def book(begin: str, names: list[str], *others: str) -> tuple[str, Names]:
    """A long text that begins with words on others, and names many persons."""
    text = " ".join([begin, *(f"{name} came." for name in names)])
    return text, tuple((name, "PERSON") for name in [*others, *names])


@pytest.mark.parametrize(("shared", "joined"), [(4, 1), (40, 2)])
def test_books_that_name_some_in_common_are_no_company(shared: int, joined: int) -> None:
    syllables = [f"{one}{two}{three}" for one in "BDGKM" for two in "aeiou" for three in "lnrst"]
    ends = (("Asel", "ova"), ("Omur", "ev"), ("Nurlan", "ul"))
    names = [f"{first} {word}{end}" for first, end in ends for word in syllables]
    first, second = names[:150], names[150 - shared : 300]
    found = entities(
        book("Henry Bakerov came.", first, "Henry Bakerov"),
        book("Mr. Bakerov went.", second, "Mr. Bakerov"),
    )
    assert len(found["henry-bakerov"].mentions) == joined


def test_president_whom_all_know_is_that_of_another_text_in_any_company() -> None:
    found = entities(
        ("Emmanuel Macron came.", (("Emmanuel Macron", "PERSON"),)),
        ("They told President Macron so.", (("President Macron", "PERSON"),)),
    )
    assert [len(entity.mentions) for entity in found.values()] == [2]


@pytest.mark.parametrize(
    "texts",
    [
        ("Firefox and Google Chrome are fast. Chrome is free.",),
        ("Google Chrome and Firefox are fast.", "Chrome, Firefox and Internet Explorer are free."),
    ],
)
def test_program_is_one_with_its_name_without_the_maker(texts: tuple[str, ...]) -> None:
    found = entities(*((text, ()) for text in texts))
    works = [each for each in found.values() if "Chrome" in each.name]
    assert [len(each.mentions) for each in works] == [2]


def test_lone_surname_in_other_company_may_be_its_only_bearer() -> None:
    found = entities(
        ("Roza Otunbayeva came.", (("Roza Otunbayeva", "PERSON"),)),
        ("Mrs Otunbayeva went.", (("Otunbayeva", "PERSON"),)),
    )
    assert len(found["roza-otunbayeva"].mentions) == 1
    assert found["otunbayeva"].candidates == ("roza-otunbayeva",)


def test_office_tells_which_bearer_of_a_surname_is_meant() -> None:
    party = ("Ata-Meken Party", "ORG")
    found = entities(
        ("President Bill Clinton left Ata-Meken Party.", (("Bill Clinton", "PERSON"), party)),
        ("Hillary Clinton left Ata-Meken Party.", (("Hillary Clinton", "PERSON"), party)),
        ("President Clinton saw Ata-Meken Party.", (("Clinton", "PERSON"), party)),
        ("Clinton saw Ata-Meken Party.", (("Clinton", "PERSON"), party)),
    )
    assert len(found["bill-clinton"].mentions) == 2
    assert set(found["clinton"].candidates) == {"bill-clinton", "hillary-clinton"}


def test_ruler_of_another_text_is_not_the_bearer_of_the_name_as_a_surname() -> None:
    found = entities(
        ("Saddam Hussein led Ata-Meken.", (("Saddam Hussein", "PERSON"), ("Ata-Meken", "ORG"))),
        ("King Hussein left Ata-Meken.", (("King Hussein", "PERSON"), ("Ata-Meken", "ORG"))),
    )
    assert len(found["saddam-hussein"].mentions) == 1
    assert found["hussein"].candidates == ()


def test_lone_surname_with_two_bearers_in_the_library_names_both() -> None:
    found = entities(
        ("Temir Sariyev came.", (("Temir Sariyev", "PERSON"),)),
        ("Akylbek Sariyev came.", (("Akylbek Sariyev", "PERSON"),)),
        ("Sariyev went.", (("Sariyev", "PERSON"),)),
    )
    assert found["sariyev"].candidates == ("akylbek-sariyev", "temir-sariyev")


def test_bearer_of_a_name_in_one_text_is_known_by_the_full_name_of_another() -> None:
    party = ("Ata-Meken Party", "ORG")
    found = entities(
        ("Mr. Frank Kidson led Ata-Meken Party.", (("Frank Kidson", "PERSON"), party)),
        (
            "F. Kidson met Ann Kidson in Ata-Meken Party. Then it was Kidson who left.",
            (("F. Kidson", "PERSON"), ("Ann Kidson", "PERSON"), party, ("Kidson", "PERSON")),
        ),
    )
    assert found["kidson"].candidates == ("ann-kidson", "frank-kidson")


def test_lone_name_of_texts_in_no_common_company_is_of_two_persons() -> None:
    found = entities(
        ("Mr Ross led Ata-Meken.", (("Ross", "PERSON"), ("Ata-Meken", "ORG"))),
        ("Mr Ross led Ferghana.", (("Ross", "PERSON"), ("Ferghana", "ORG"))),
        ("Mr Ross left Ata-Meken.", (("Ross", "PERSON"), ("Ata-Meken", "ORG"))),
    )
    people = [each for each in found.values() if each.kind == "person"]
    assert [[mention.document for mention in each.mentions] for each in people] == [
        ["text-0", "text-2"],
        ["text-1"],
    ]


def test_lone_surname_of_a_wife_does_not_join_its_only_bearer_who_is_a_man() -> None:
    found = entities(
        ("Mr Temir Osmon led Ata-Meken.", (("Temir Osmon", "PERSON"), ("Ata-Meken", "ORG"))),
        ("Mrs Osmon left Ata-Meken.", (("Osmon", "PERSON"), ("Ata-Meken", "ORG"))),
    )
    assert len(found["temir-osmon"].mentions) == 1
    assert found["osmon"].candidates == ()


def test_mr_and_mrs_of_two_texts_in_one_company_are_two() -> None:
    found = entities(
        ("Mr Ross led Ata-Meken.", (("Ross", "PERSON"), ("Ata-Meken", "ORG"))),
        ("Mrs Ross left Ata-Meken.", (("Ross", "PERSON"), ("Ata-Meken", "ORG"))),
    )
    people = [each for each in found.values() if each.kind == "person"]
    assert sorted(each.name for each in people) == ["Mr Ross", "Mrs Ross"]


def test_wife_is_named_with_her_address_beside_her_husband_who_is_named_in_full() -> None:
    names = (("Tom Ross", "PERSON"), ("Mr Ross", "PERSON"), ("Mrs Ross", "PERSON"))
    found = entities(("Tom Ross came. Mr Ross and Mrs Ross left.", names))
    assert found.keys() == {"tom-ross", "mrs-ross"}


def test_wife_who_is_called_by_her_husbands_full_name_is_another_than_he() -> None:
    names = ("Henry Ross", "Mr Henry Ross", "Mrs Henry Ross", "Mr Ross", "Mrs Ross")
    text = " came. ".join((*names, ""))
    found = entities((text, tuple((name, "PERSON") for name in names)))
    assert {id_: len(each.mentions) for id_, each in found.items()} == {
        "henry-ross": 3,
        "mrs-henry-ross": 2,
    }


def test_wife_of_one_text_is_she_of_another_in_the_same_company() -> None:
    names = (("Ross", "PERSON"), ("Ross", "PERSON"), ("Ata-Meken", "ORG"))
    text = "Mr Ross and Mrs Ross left Ata-Meken."
    found = entities((text, names), (text, names))
    assert len(found["mrs-ross"].mentions) == 2


def test_two_other_names_of_one_word_in_common_are_company() -> None:
    people = (("Ross", "PERSON"), ("Poole", "PERSON"), ("Winter", "PERSON"))
    text = ("Mr Ross met Mr Poole and Mr Winter.", people)
    assert entities(text, text).keys() == {"ross", "poole", "winter"}


def test_one_first_name_in_common_is_no_company() -> None:
    text = ("Mary met Jane.", (("Mary", "PERSON"), ("Jane", "PERSON")))
    assert len(entities(text, text)) == 4


@pytest.mark.parametrize(
    "name",
    [
        "Museum",
        "Supreme Court",
        "National Bank",
        "Art Museum",
        "Gulf",
        "Senate",
        "Ministry of Health",
        "Main Street",
    ],
)
def test_name_of_a_sort_is_another_thing_in_texts_of_other_company(name: str) -> None:
    found = entities(
        (f"Ann Reed left {name}.", (("Ann Reed", "PERSON"), (name, "ORG"))),
        (f"Tom Hill left {name}.", (("Tom Hill", "PERSON"), (name, "ORG"))),
    )
    alike = [entity for entity in found.values() if entity.name == name]
    assert [len(entity.mentions) for entity in alike] == [1, 1]


def test_name_of_a_sort_is_one_thing_in_texts_of_one_company() -> None:
    names = (("Ann Reed", "PERSON"), ("Supreme Court", "ORG"))
    found = entities(
        ("Ann Reed left Supreme Court.", names), ("Ann Reed saw Supreme Court.", names)
    )
    assert len(found["supreme-court"].mentions) == 2


@pytest.mark.parametrize("name", ["Central Park", "Osh Museum", "Congress"])
def test_name_of_more_than_a_sort_is_one_thing_in_all_texts(name: str) -> None:
    found = entities((f"{name} came.", ((name, "ORG"),)), (f"{name} went.", ((name, "ORG"),)))
    assert [len(entity.mentions) for entity in found.values()] == [2]


def test_place_alone_is_no_company_of_a_lone_name_that_no_text_has_in_full() -> None:
    names = (("Mary", "PERSON"), ("Talas", "GPE"))
    found = entities(("Mary left Talas.", names), ("Mary saw Talas.", names))
    assert [len(entity.mentions) for entity in found.values() if entity.name == "Mary"] == [1, 1]


def test_what_very_many_texts_name_is_no_company() -> None:
    library = [("Ata-Meken met.", organizations("Ata-Meken"))] * 10
    ross = ("Mr Ross led Ata-Meken.", (("Ross", "PERSON"), ("Ata-Meken", "ORG")))
    assert {"ross", "ross-person"} <= entities(*library, ross, ross).keys()


@pytest.mark.parametrize(("others", "joined"), [(1, 2), (2, 1)])
def test_place_of_few_texts_alone_is_company_of_a_lone_surname(others: int, joined: int) -> None:
    found = entities(
        ("Roza Otunbayeva left Talas.", (("Roza Otunbayeva", "PERSON"), ("Talas", "GPE"))),
        ("Mrs Otunbayeva saw Talas.", (("Otunbayeva", "PERSON"), ("Talas", "GPE"))),
        *[("It was in Talas.", (("Talas", "GPE"),))] * others,
    )
    assert len(found["roza-otunbayeva"].mentions) == joined


def test_two_places_of_many_texts_are_no_company_of_strangers() -> None:
    names = (("Mary", "PERSON"), ("Talas", "GPE"), ("Naryn", "GPE"))
    library = [("Talas is not Naryn.", names[1:])] * 2
    found = entities(
        ("Mary left Talas for Naryn.", names), ("Mary saw Talas and Naryn.", names), *library
    )
    assert [len(entity.mentions) for entity in found.values() if entity.name == "Mary"] == [1, 1]


def test_god_is_company_to_nobody() -> None:
    text = ("Mr Ross spoke of God.", (("Ross", "PERSON"), ("God", "PERSON")))
    assert {"ross", "ross-person"} <= entities(text, text).keys()


def test_title_alone_has_another_bearer_in_another_text() -> None:
    text = ("The Director spoke in Osh.", (("Director", "PERSON"), ("Osh", "GPE")))
    people = [each for each in entities(text, text).values() if each.kind == "person"]
    assert len(people) == 2


def test_lone_surname_without_a_bearer_is_a_person_of_its_own() -> None:
    found = entities(("Mr Tanayev resigned.", (("Tanayev", "PERSON"),)))
    assert found["tanayev"].candidates == ()


def test_acronym_joins_the_name_that_explains_it_in_another_text() -> None:
    found = entities(
        ("Human Rights Watch (HRW) came.", (("Human Rights Watch", "ORG"), ("HRW", "ORG"))),
        ("HRW went.", (("HRW", "ORG"),)),
    )
    assert list(found) == ["human-rights-watch"]
    assert len(found["human-rights-watch"].mentions) == 3


def test_letters_are_not_what_only_another_text_names_in_full() -> None:
    found = entities(
        ("Carlos Data Cables won.", organizations("Carlos Data Cables")),
        ("The CDC went.", organizations("CDC")),
    )
    assert "cdc" in found


def test_letters_are_what_another_text_of_the_same_company_names_in_full() -> None:
    found = entities(
        (
            "Human Rights Watch met Ata-Meken Party.",
            organizations("Human Rights Watch", "Ata-Meken Party"),
        ),
        ("HRW met Ata-Meken Party.", organizations("HRW", "Ata-Meken Party")),
    )
    assert len(found["human-rights-watch"].mentions) == 2


def test_word_of_small_letters_is_not_the_name_with_these_initials() -> None:
    found = entities(
        (
            "Human Aid Trust met Ata-Meken Party.",
            organizations("Human Aid Trust", "Ata-Meken Party"),
        ),
        ("Hat met Ata-Meken Party.", organizations("Hat", "Ata-Meken Party")),
    )
    assert "hat" in found


@pytest.mark.parametrize("times", [1, 2])
def test_parliaments_of_texts_on_two_countries_are_two(times: int) -> None:
    def text(country: str) -> tuple[str, Names]:
        names = (("Ata-Meken Party", "ORG"), *((country, "GPE"),) * times, ("Parliament", "ORG"))
        return f"Ata-Meken Party left {f'{country}, ' * times}the Parliament.", names

    found = entities(text("Iraq"), text("Israel"))
    assert sorted(len(e.mentions) for e in found.values() if e.name == "Parliament") == [1, 1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("U.S. Senate", "United States Senate"),
        ("Iraqi Foreign Ministry", "Ministry of Foreign Affairs of Iraq"),
        ("American Congress", "Congress of the United States"),
    ],
)
def test_body_of_a_country_is_one_however_its_country_is_named(one: str, other: str) -> None:
    found = entities(
        (f"The {one} met.", organizations(one)), (f"The {other} met.", organizations(other))
    )
    assert len(found) == 1


def test_body_is_that_of_the_country_its_text_is_on_and_headed_by_it() -> None:
    found = entities(
        ("The U.S. Senate met.", organizations("U.S. Senate")),
        (
            "The United States saw America's Senate. The Senate met.",
            (("United States", "GPE"), ("America", "GPE"), *organizations("Senate", "Senate")),
        ),
    )
    assert len(found["u-s-senate"].mentions) == 3


def test_body_of_a_text_on_a_state_is_not_that_of_the_country() -> None:
    found = entities(
        ("The U.S. Senate met.", organizations("U.S. Senate")),
        (
            "America is not Texas. Texas is Texas. The Senate met.",
            (("America", "GPE"), *(("Texas", "GPE"),) * 3, ("Senate", "ORG")),
        ),
    )
    assert len(found["u-s-senate"].mentions) == 1


def test_body_of_a_text_without_a_country_is_the_only_one_of_the_same_company() -> None:
    found = entities(
        ("The U.S. Senate met Ata-Meken Party.", organizations("U.S. Senate", "Ata-Meken Party")),
        ("The Senate met Ata-Meken Party.", organizations("Senate", "Ata-Meken Party")),
    )
    assert len(found["u-s-senate"].mentions) == 2


def test_body_of_a_text_that_names_another_country_is_not_the_only_one() -> None:
    party = ("Ata-Meken Party", "ORG")
    found = entities(
        ("The U.S. Senate met Ata-Meken Party.", (*organizations("U.S. Senate"), party)),
        (
            "The Senate met Ata-Meken Party in Chile.",
            (*organizations("Senate"), party, ("Chile", "GPE")),
        ),
    )
    assert len(found["u-s-senate"].mentions) == 1


def test_body_with_its_country_is_called_without_it_in_the_text() -> None:
    text = "The U.S. Supreme Court met in Texas. The Supreme Court won."
    found = entities((text, organizations("U.S. Supreme Court", "Supreme Court")))
    assert list(found) == ["u-s-supreme-court"]


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        (
            "He sat in the Eastern District of Texas, she in the Eastern District of Utah.",
            "Eastern District",
            "GPE",
        ),
        ("The Army of Chad met Peru’s Army.", "Army", "ORG"),
        ("The Turkish Navy met Britain’s Navy.", "Navy", "ORG"),
        ("The state Senate met America’s Senate.", "Senate", "ORG"),
        ("The U.S. Embassy in Oslo and the U.S. Embassy in Dar es Salaam shut.", "Embassy", "ORG"),
    ],
)
def test_name_of_a_sort_is_another_where_the_text_says_it_is_of_something_else(
    text: str, name: str, label: str
) -> None:
    found = entities((text, ((name, label),) * 2))
    assert sum(entity.name.endswith(name) for entity in found.values()) == 2


def test_name_of_a_sort_is_one_where_the_text_says_whose_it_is_once() -> None:
    text = "The Museum of Flight CEO left the Museum of Flight. The Museum is old."
    assert len(entities((text, (("Museum", "FAC"),) * 3))) == 1


@pytest.mark.parametrize(
    ("full", "other", "label"),
    [
        ("W. Mark Felt", "Mark Felt", "PERSON"),
        ("John Smith", "J. Smith", "PERSON"),
        ("Talas Sparrows", "Sparrows", "ORG"),
        ("Mediterranean Sea", "Mediterranean", "LOC"),
        ("U.S. Justice Department", "Justice Department", "ORG"),
    ],
)
@pytest.mark.parametrize(("company", "joined"), [("Ata-Meken Party", 2), ("Republic Party", 1)])
def test_other_form_of_a_name_is_the_same_in_the_same_company(
    full: str, other: str, label: str, company: str, joined: int
) -> None:
    names = (("Talas", "GPE"), ("Ata-Meken Party", "ORG"))
    found = entities(
        (f"{full} saw Talas and Ata-Meken Party.", ((full, label), *names)),
        (f"{other} saw {company}.", ((other, label), (company, "ORG"))),
    )
    by_name = {entity.name: len(entity.mentions) for entity in found.values()}
    assert by_name[full] == joined


@pytest.mark.parametrize(("other", "joined"), [("Steitler", 2), ("Mary", 1)])
def test_rare_surname_that_two_texts_have_is_company(other: str, joined: int) -> None:
    found = entities(
        (f"Ann Duvall saw {other}.", (("Ann Duvall", "PERSON"), (other, "PERSON"))),
        (f"Duvall left {other}.", (("Duvall", "PERSON"), (other, "PERSON"))),
    )
    assert len(found["ann-duvall"].mentions) == joined


def test_places_that_lie_in_two_states_are_two() -> None:
    found = entities(
        ("He left Osh, N.C.", (("Osh", "GPE"), ("N.C.", "GPE"))),
        ("He left Osh, Pennsylvania.", (("Osh", "GPE"), ("Pennsylvania", "GPE"))),
        ("Osh is in North Carolina.", (("Osh", "GPE"), ("North Carolina", "GPE"))),
    )
    assert sorted(len(e.mentions) for e in found.values() if e.name == "Osh") == [1, 2]


@pytest.mark.parametrize("behind", [", U.S.", ", N.C.", " in Texas"])
def test_place_that_may_lie_in_one_state_is_one(behind: str) -> None:
    found = entities(
        ("He left Osham, N.C.", (("Osham", "GPE"), ("N.C.", "GPE"))),
        (f"He left Osham{behind}.", (("Osham", "GPE"),)),
    )
    assert [len(e.mentions) for e in found.values() if e.name == "Osham"] == [2]


@pytest.mark.parametrize(
    ("other", "number"),
    [
        ("In France he saw Paris.", 1),
        ("He saw Paris.", 1),
        ("In Texas he saw Paris.", 2),
        ("He left Paris, Tex., then.", 2),
        ("He left Paris, France.", 1),
    ],
)
def test_place_elsewhere_is_not_the_one_that_is_usually_meant(other: str, number: int) -> None:
    known = [name for name in ("Paris", "Texas", "France") if name in other]
    names = [(name, "GPE") for name in sorted(known, key=other.index)]
    found = entities(
        ("He left Paris, Texas.", (("Paris", "GPE"), ("Texas", "GPE"))), (other, tuple(names))
    )
    assert max(len(each.mentions) for each in found.values() if each.name == "Paris") == number


def test_what_has_a_governor_is_the_state() -> None:
    found = places("He saw New York.", "He left New York.", "Once New York Gov. Cuomo left.")
    assert numbers_of("New York", found) == [1, 2]


PLACES = re.compile("Dublin|Decatur|Paris|Ireland|Ohio|France|Texas|Illinois|Alabama|New York")


def places(*texts: str) -> dict[str, Entity]:
    return entities(
        *((text, tuple((name, "GPE") for name in PLACES.findall(text))) for text in texts)
    )


def numbers_of(name: str, found: dict[str, Entity]) -> list[int]:
    return sorted(len(each.mentions) for each in found.values() if each.name == name)


def test_place_of_texts_that_name_two_of_its_regions_is_two() -> None:
    found = places(
        "Ireland loves Dublin.", "He left Dublin.", "Ohio has a Dublin, and Dublin grew."
    )
    assert numbers_of("Dublin", found) == [2, 2]


def test_place_without_a_usual_bearer_is_of_none_where_a_text_tells_nothing() -> None:
    found = places("Illinois has Decatur.", "Alabama has Decatur.", "He left Decatur.")
    assert numbers_of("Decatur", found) == [1, 1, 1]


def test_place_of_which_one_text_alone_tells_a_region_is_one() -> None:
    assert numbers_of("Decatur", places("Illinois has Decatur.", "He left Decatur.")) == [2]


def test_metropolis_named_once_beside_the_state_of_a_small_namesake_is_itself() -> None:
    assert numbers_of("Paris", places("France loves Paris.", "From Texas she flew to Paris.")) == [
        2
    ]


def test_text_that_puts_its_usual_region_behind_a_name_means_the_usual_place() -> None:
    texts = ("They left Paris, France.", "He saw Paris.", "They left Paris, Texas.")
    assert numbers_of("Paris", places(*texts)) == [1, 2]


@pytest.mark.parametrize("name", ["US Postal Service", "U. S. Postal Service", "USPS"])
def test_body_of_the_united_states_is_one_however_they_are_written(name: str) -> None:
    found = entities(
        ("The United States Postal Service came.", organizations("United States Postal Service")),
        (f"The {name} came.", organizations(name)),
    )
    assert len(found) == 1


def test_body_is_named_without_its_country_in_the_same_text() -> None:
    text = "The U.S. Justice Department won in Talas. The Justice Department lost."
    assert (
        len(entities((text, organizations("U.S. Justice Department", "Justice Department")))) == 1
    )


def test_name_alone_is_rather_the_body_of_the_country_than_one_of_a_state() -> None:
    found = entities(
        (
            "The U.S. Reform Party met Ata-Meken Party.",
            organizations("U.S. Reform Party", "Ata-Meken Party"),
        ),
        (
            "The Reform Party of Utah won. The Reform Party lost.",
            organizations("Reform Party of Utah", "Reform Party"),
        ),
        ("The Reform Party met Ata-Meken Party.", organizations("Reform Party", "Ata-Meken Party")),
    )
    assert len(found["u-s-reform-party"].mentions) == 2


@pytest.mark.parametrize(
    "text",
    [
        "He left Buffalo, New York.",
        "The governor of New York left.",
        "He left New York State.",
        "He left New York state.",
        "He left Buffalo, N.Y.",
    ],
)
def test_state_is_not_the_city_called_like_it(text: str) -> None:
    surface = next(name for name in ("New York State", "New York", "N.Y.") if name in text)
    found = entities(
        ("He lived in New York.", (("New York", "GPE"),)),
        ("He lived in Ithaca, New York.", (("New York", "GPE"),)),
        (text, ((surface, "GPE"),)),
    )
    assert sorted(len(entity.mentions) for entity in found.values()) == [1, 2]


@pytest.mark.parametrize(
    "text",
    [
        "They saw Paris, New York and Oslo.",
        "They saw Oslo, Paris, New York.",
        "He left QXN, New York.",
    ],
)
def test_city_in_a_list_is_not_the_state_called_like_it(text: str) -> None:
    names = (("New York", "GPE"),)
    assert len(entities(("He lived in New York.", names), (text, names))) == 1


def test_new_york_is_the_city_as_a_rule() -> None:
    found = entities(
        ("He left New York.", (("New York", "GPE"),)),
        ("He left New York City.", (("New York City", "GPE"),)),
    )
    assert [entity.name for entity in found.values()] == ["New York"]


def test_acronym_of_two_names_joins_neither() -> None:
    found = entities(
        (
            "American Medical Association (AMA) came.",
            organizations("American Medical Association", "AMA"),
        ),
        (
            "American Marketing Association (AMA) came.",
            organizations("American Marketing Association", "AMA"),
        ),
        ("AMA went.", (("AMA", "ORG"),)),
    )
    assert "ama" in found


def test_two_spellings_of_a_place_are_one() -> None:
    found = entities(
        ("In Jalal-Abad it burned.", (("Jalal-Abad", "GPE"),)),
        ("In Jalalabad it burned.", (("Jalalabad", "GPE"),)),
    )
    assert len(found) == 1


def test_person_whom_texts_name_in_capitals_alone_is_headed_in_small_letters() -> None:
    found = entities(("It was signed ALEX PADILLA there.", (("ALEX PADILLA", "PERSON"),)))
    assert found["alex-padilla"].name == "Alex Padilla"
    assert found["alex-padilla"].aliases == ("ALEX PADILLA",)


def test_country_goes_by_its_usual_name() -> None:
    found = entities(("The U.S. and the United States are one.", (("U.S.", "GPE"),)))
    assert found["united-states"].aliases == ("U.S.",)


def test_country_goes_by_the_name_that_the_texts_write_in_full() -> None:
    found = entities(("They went to Turkey.", (("Turkey", "GPE"),)))
    assert found["turkey"].name == "Turkey"


def test_people_goes_by_its_plural() -> None:
    found = entities(
        ("Ethnic Uzbeks fled. An Uzbek stayed.", (("Uzbeks", "GPE"), ("Uzbek", "NORP")))
    )
    assert found["uzbeks"].name == "Uzbeks"
    assert len(found["uzbeks"].mentions) == 2


def test_short_form_joins_the_one_full_name_that_it_begins() -> None:
    text = "The Church of Scientology sued. The Church lost."
    found = entities((text, organizations("Church of Scientology", "Church")))
    assert [len(entity.mentions) for entity in found.values()] == [2]


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Coons Pharmaceuticals", "Coons"),
        ("United Party", "Party"),
        ("Altoona Curve", "Altoona"),
        ("Bank of Osh", "Bank"),
        ("Major League Baseball", "Major League"),
        ("Chelsea Football Club", "Chelsea"),
        ("US Supreme Court", "Supreme Court"),
    ],
)
def test_short_form_of_an_organization_is_that_organization(full: str, short: str) -> None:
    found = entities((f"{full} won. Then {short} lost.", organizations(full, short)))
    assert len(found) == 1


def test_organization_after_a_place_may_leave_it_out() -> None:
    names = (("Boston", "GPE"), *organizations("Boston Red Sox", "Red Sox"))
    found = entities(("In Boston the Boston Red Sox won. The Red Sox left.", names))
    assert found.keys() == {"boston", "boston-red-sox"}


def test_first_word_of_a_name_that_comes_later_is_no_short_form() -> None:
    found = entities(("Google won. Google Reader left.", organizations("Google", "Google Reader")))
    assert len(found) == 2


def test_island_is_called_by_its_name_alone() -> None:
    places = (("Socotra Island", "LOC"), ("Socotra", "GPE"))
    assert len(entities(("Socotra Island is far. They left Socotra.", places))) == 1


def test_street_is_not_called_by_its_name_alone() -> None:
    places = (("Oxford Street", "LOC"), ("Oxford", "GPE"))
    assert len(entities(("Oxford Street is far. They left Oxford.", places))) == 2


def test_entry_is_headed_by_the_name_that_says_what_a_body_does() -> None:
    names = organizations("Major League Baseball", "Major League", "Major League")
    found = entities(("Major League Baseball met. Major League won. Major League lost.", names))
    assert list(found) == ["major-league-baseball"]


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Chatham Islands", "Chathams"),
        ("Rocky Mountains", "Rockies"),
        ("Glacier National Park", "Glacier"),
    ],
)
def test_short_form_of_a_place_is_that_place(full: str, short: str) -> None:
    places = ((full, "LOC"), (short, "LOC"))
    assert len(entities((f"The {full} are far. They saw the {short} today.", places))) == 1


def test_two_letters_stand_for_the_one_body_in_the_text_that_has_them() -> None:
    names = organizations("General Motors", "GM")
    assert len(entities(("General Motors won. Then GM lost.", names))) == 1


def test_letters_before_the_only_name_that_has_them_stay_apart() -> None:
    names = organizations("GM", "General Motors")
    assert len(entities(("GM lost. Then General Motors won.", names))) == 2


def test_library_of_congress_is_not_congress() -> None:
    names = organizations("Library of Congress", "Congress")
    assert len(entities(("The Library of Congress won. Congress lost.", names))) == 2


def test_harvard_is_the_university_in_any_company() -> None:
    found = entities(
        ("Harvard University won.", organizations("Harvard University")),
        ("Then Harvard lost.", organizations("Harvard")),
    )
    assert list(found) == ["harvard-university"]


def test_name_of_a_state_is_not_its_university() -> None:
    found = entities(
        ("Indiana University won.", organizations("Indiana University")),
        ("Then Indiana lost.", organizations("Indiana")),
    )
    assert len(found) == 2


@pytest.mark.parametrize("name", ["God", "Socrates"])
def test_name_of_one_person_everywhere_is_one_in_any_company(name: str) -> None:
    text = (f"They spoke of {name}.", ((name, "PERSON"),))
    assert len(entities(text, text)) == 1


def test_chief_justice_is_an_office_that_two_may_hold() -> None:
    text = ("The Chief Justice came.", (("Chief Justice", "PERSON"),))
    assert len(entities(text, text)) == 2


def test_office_is_no_persons_name_where_there_is_one() -> None:
    text = "KAMALA HARRIS came. Kamala Harris is the Vice President. The Vice President left."
    names = ("KAMALA HARRIS", "Kamala Harris", "Vice President", "Vice President")
    found = entities((text, tuple((name, "PERSON") for name in names)))
    assert [each.name for each in found.values()] == ["Kamala Harris"]


def test_short_form_in_another_text_joins_the_full_name_in_the_same_company() -> None:
    found = entities(
        ("Harrow School met Ata-Meken.", organizations("Harrow School", "Ata-Meken")),
        ("Harrow met Ata-Meken.", organizations("Harrow", "Ata-Meken")),
    )
    assert found.keys() == {"harrow-school", "ata-meken"}


def test_short_form_in_other_company_stays_apart() -> None:
    found = entities(
        ("Harrow School won.", organizations("Harrow School")),
        ("Harrow lost.", organizations("Harrow")),
    )
    assert found.keys() == {"harrow-school", "harrow"}


def test_people_of_one_and_of_many_is_one_group() -> None:
    document = make_document("A Frenchman came, and more Frenchmen.", "text")
    names = (("Frenchman", "group"), ("Frenchmen", "group"))
    assert len({key_of(mention) for mention in make_mentions(document, *names)}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wis.", "Wisconsin"),
        ("Ont", "Ontario"),
        ("Kingdom of Sweden", "Sweden"),
        ("Refuge Harbour", "Refuge Harbor"),
    ],
)
def test_place_has_one_key_however_it_is_written(one: str, other: str) -> None:
    mentions = [Mention("a", (0, len(name)), name, "place", "", 0.7) for name in (one, other)]
    assert len({key_of(mention) for mention in mentions}) == 1


def test_country_that_acts_is_known_under_all_its_names() -> None:
    mentions = [
        Mention("a", (0, len(name)), name, "organization", "", 0.7)
        for name in ("U.S.", "United States")
    ]
    assert len({key_of(mention) for mention in mentions}) == 1


def test_place_is_headed_by_its_name_in_full() -> None:
    text = "In Wis. and Wis. and Wisconsin they met."
    document = make_document(text)
    mentions = make_mentions(document, ("Wis.", "place"), ("Wis.", "place"), ("Wisconsin", "place"))
    assert [each.name for each in resolve([document], {document.slug: mentions})] == ["Wisconsin"]


def test_short_form_of_two_full_names_stays_apart() -> None:
    text = "Harrow School met Harrow College. Harrow won."
    found = entities((text, organizations("Harrow School", "Harrow College", "Harrow")))
    assert len(found) == 3


def test_name_that_only_begins_alike_is_another_organization() -> None:
    found = entities(("Red Cross met Red Crescent.", organizations("Red Cross", "Red Crescent")))
    assert len(found) == 2


def test_legal_form_does_not_make_another_company() -> None:
    found = entities(
        (
            "Mina Corp sold fuel. Mina Corp Limited denied.",
            organizations("Mina Corp", "Mina Corp Limited"),
        )
    )
    assert len(found) == 1


def test_name_has_the_kind_that_most_texts_give_it() -> None:
    found = entities(
        ("Kant is flat.", (("Kant", "GPE"),)),
        ("Kant is far.", (("Kant", "GPE"),)),
        ("Kant is green.", (("Kant", "ORG"),)),
    )
    assert [entity.kind for entity in found.values()] == ["place"]


def test_dates_of_one_value_are_one_entry() -> None:
    found = entities(("On 11 June 2010 and June 11th, 2010.", ()))
    assert len(found["2010-06-11"].mentions) == 2


def test_ids_do_not_depend_on_the_order_of_texts() -> None:
    one = ("Roza Otunbayeva came.", (("Roza Otunbayeva", "PERSON"),))
    other = ("Otunbayeva went to Osh.", (("Otunbayeva", "PERSON"), ("Osh", "GPE")))
    assert list(entities(one, other)) == list(entities(other, one))


def test_same_name_of_two_kinds_gets_two_ids() -> None:
    found = entities(
        ("Manas Airport and Manas Foundation.", organizations("Manas Airport", "Manas Foundation"))
    )
    assert len(found) == 2


def test_name_of_a_school_without_its_head_word_is_the_school() -> None:
    text = "Harrow School is old. He went to Harrow."
    found = entities((text, organizations("Harrow School", "Harrow")))
    assert list(found) == ["harrow-school"]


def test_head_word_alone_means_the_one_that_the_text_is_about() -> None:
    names = [
        "University of Oslo",
        "University of Oslo",
        "University of Oslo",
        "University of Bergen",
    ]
    text = f"{' and '.join(names)} met. The University won."
    found = entities((text, organizations(*names, "University")))
    assert [mention.surface for mention in found["university-of-oslo"].mentions][-1] == "University"


def test_head_word_alone_stays_apart_where_two_are_named_alike_often() -> None:
    names = ["University of Oslo", "University of Bergen"]
    found = entities(
        (f"{' and '.join(names)} met. The University won.", organizations(*names, "University"))
    )
    assert "university" in found


def test_letters_that_everybody_knows_join_the_name_without_an_explanation() -> None:
    found = entities(
        ("The United Nations met. The U.N. voted.", organizations("United Nations", "U.N."))
    )
    assert list(found) == ["united-nations"]


def test_brackets_explain_the_name_whose_letters_they_hold() -> None:
    text = "Boston of Major League Baseball (MLB) won. MLB went. Minor League Baseball (MLB) came."
    names = organizations("Major League Baseball", "Minor League Baseball", "MLB")
    assert "mlb" in entities((text, names))


@pytest.mark.parametrize("other", ["US Senate", "U.S. Senate"])
def test_body_is_the_same_by_its_country_in_short(other: str) -> None:
    texts = [
        (f"The {name} voted.", organizations(name)) for name in ("United States Senate", other)
    ]
    assert len(entities(*texts)) == 1


def test_name_by_birth_heads_no_entry() -> None:
    text = "Mark Twain was born Samuel Langhorne Clemens."
    names = (("Mark Twain", "PERSON"), ("Samuel Langhorne Clemens", "PERSON"))
    assert list(entities((text, names))) == ["mark-twain"]


def test_day_that_is_only_about_right_is_another_than_the_day() -> None:
    text = "It began on 4 June 2010. A week later, on 11 June 2010, it ended."
    assert {"2010-06-11", "about-2010-06-11"} <= entities((text, ())).keys()


def test_surname_of_one_text_makes_no_person_of_the_city_in_another() -> None:
    imprisoned = "Valeska Paris spoke. Paris wept. Paris left. Paris came back."
    found = entities(
        (imprisoned, (("Valeska Paris", "PERSON"), *(("Paris", "GPE"),) * 3)),
        *((f"He lived in Paris in {year}.", (("Paris", "GPE"),)) for year in range(1901, 1911)),
    )
    assert found["paris"].kind == "place"
    assert len(found["valeska-paris"].mentions) == 4


def test_word_that_is_an_honorific_elsewhere_stays_in_the_name_of_an_organization() -> None:
    found = entities(
        ("He went to King's College.", organizations("King's College")),
        ("She went to Duke University.", organizations("Duke University")),
    )
    assert {entity.name for entity in found.values()} == {"King's College", "Duke University"}


def test_acronym_is_of_the_kind_of_what_it_stands_for() -> None:
    text = (
        "At the Kennedy Space Center (KSC) they cheered. The Kennedy Space Center, or KSC, is full."
    )
    names = (("Kennedy Space Center", "FAC"), ("KSC", "ORG")) * 2
    found = entities((text, names))
    kinds = {entity.name: entity.kind for entity in found.values()}
    assert kinds == {"Kennedy Space Center": "place"}


def test_state_of_texas_is_texas() -> None:
    found = entities(
        ("The State of Texas is in Texas.", (("State of Texas", "GPE"), ("Texas", "GPE")))
    )
    assert [entity.name for entity in found.values()] == ["Texas"]


def test_building_is_said_without_the_person_whose_name_it_has() -> None:
    text = "The Steven F. Udvar-Hazy Center is old. The Udvar-Hazy Center is there."
    names = (("Steven F. Udvar-Hazy Center", "FAC"), ("Udvar-Hazy Center", "FAC"))
    assert len(entities((text, names))) == 1


def test_building_of_another_part_of_a_place_is_another_one() -> None:
    text = "The New Market Square is here. The Market Square is there."
    names = (("New Market Square", "FAC"), ("Market Square", "FAC"))
    assert len(entities((text, names))) == len(names)


def test_adjective_of_a_people_before_a_known_name_is_not_of_it() -> None:
    text = "She is on YouTube. An American YouTube star."
    found = entities((text, organizations("YouTube", "American YouTube")))
    assert len(found["youtube"].mentions) == len(("YouTube", "YouTube"))


def test_occupation_before_a_full_name_does_not_head_its_entry() -> None:
    found = entities(
        ("YouTuber Ann Lee came.", (("YouTuber Ann Lee", "PERSON"),)),
        ("Ann Lee went.", (("Ann Lee", "PERSON"),)),
    )
    assert [entity.name for entity in found.values()] == ["Ann Lee"]


def test_first_name_that_is_an_occupation_too_heads_its_entry() -> None:
    found = entities(("Walker Evans came.", (("Walker Evans", "PERSON"),)))
    assert [entity.name for entity in found.values()] == ["Walker Evans"]


def test_city_by_its_short_name_is_the_city() -> None:
    names = (("L.A.", "GPE"), ("Los Angeles", "GPE"))
    found = entities(("He left L.A. for good. Los Angeles is big.", names))
    assert [each.name for each in found.values()] == ["Los Angeles"]


def test_place_of_a_dateline_is_not_headed_by_its_capitals() -> None:
    found = entities(("DALBYTON - It rained.", (("DALBYTON", "GPE"),)))
    assert [each.name for each in found.values()] == ["Dalbyton"]
    found = entities(("They left FREQ.", (("FREQ", "GPE"),)))
    assert [each.name for each in found.values()] == ["FREQ"]


def test_letters_of_a_place_at_the_end_of_a_body_s_name_are_not_short_for_the_body() -> None:
    text = "The Parliament of New South Wales (NSW) met. NSW had a law."
    names = (("Parliament of New South Wales", "ORG"), ("NSW", "GPE"), ("NSW", "GPE"))
    found = entities((text, names))
    assert [m.surface for m in found["parliament-of-new-south-wales"].mentions] == [
        "Parliament of New South Wales"
    ]
    assert {m.kind for e in found.values() for m in e.mentions if m.surface == "NSW"} == {"place"}


def persons(*names: str) -> Names:
    return tuple((name, "PERSON") for name in names)


def test_father_and_son_with_other_initials_are_two_in_one_text() -> None:
    text = "George W. Bush won. His father, George H. W. Bush, came. Then Bush spoke."
    found = entities((text, persons("George W. Bush", "George H. W. Bush", "Bush")))
    assert len(found["george-w-bush"].mentions) == 1
    assert len(found["george-h-w-bush"].mentions) == 1
    assert found["bush"].candidates == ("george-h-w-bush", "george-w-bush")


def test_name_without_an_initial_is_the_only_one_named_so_far() -> None:
    text = "George W. Bush won. George Bush spoke. Then George H. W. Bush came."
    found = entities((text, persons("George W. Bush", "George Bush", "George H. W. Bush")))
    assert [each.surface for each in found["george-w-bush"].mentions] == [
        "George W. Bush",
        "George Bush",
    ]


def test_persons_with_other_initials_are_two_in_two_texts() -> None:
    found = entities(
        ("George W. Bush won.", persons("George W. Bush")),
        ("George H. W. Bush won.", persons("George H. W. Bush")),
        ("George Walker Bush won.", persons("George Walker Bush")),
    )
    assert len(found["george-walker-bush"].mentions) == 2
    assert len(found["george-h-w-bush"].mentions) == 1


def test_person_with_and_without_an_initial_is_one_where_no_other_has_the_name() -> None:
    found = entities(
        ("George W. Bush won.", persons("George W. Bush")),
        ("George Bush won.", persons("George Bush")),
    )
    assert [len(entity.mentions) for entity in found.values()] == [2]


def test_names_in_full_between_first_and_last_are_no_sign_of_two() -> None:
    found = entities(
        ("Hillary Rodham Clinton won.", persons("Hillary Rodham Clinton")),
        ("Hillary Diane Clinton won.", persons("Hillary Diane Clinton")),
    )
    assert [len(entity.mentions) for entity in found.values()] == [2]


def test_bearers_of_a_lone_name_are_those_of_its_text_whatever_other_texts_name() -> None:
    found = entities(
        (
            "George W. Bush won. Laura Bush came. Bush spoke.",
            persons("George W. Bush", "Laura Bush", "Bush"),
        ),
        ("George H. W. Bush won.", persons("George H. W. Bush")),
    )
    assert found["bush"].candidates == ("george-w-bush", "laura-bush")


def test_gallery_of_one_town_is_not_that_of_another() -> None:
    found = entities(
        ("The National Gallery is in London.", (("National Gallery", "ORG"), ("London", "GPE"))),
        ("The National Gallery is in Oslo.", (("National Gallery", "ORG"), ("Oslo", "GPE"))),
    )
    both = [each for each in found.values() if each.name.startswith("National Gallery")]
    assert [len(each.mentions) for each in both] == [1, 1]


def test_election_commission_of_one_country_is_not_that_of_another() -> None:
    name = ("Election Commission", "ORG")
    found = entities(
        ("Nepal votes. In Nepal the Election Commission met.", (("Nepal", "GPE"),) * 2 + (name,)),
        ("Kenya votes. In Kenya the Election Commission met.", (("Kenya", "GPE"),) * 2 + (name,)),
    )
    both = [each for each in found.values() if each.name == "Election Commission"]
    assert [len(each.mentions) for each in both] == [1, 1]


def test_letters_of_a_well_known_body_are_not_another_s_in_other_texts() -> None:
    bank = ("National Bank of Canada", "ORG")
    found = entities(
        ("The National Bank of Canada is not on NBC.", (bank, ("NBC", "ORG"))),
        ("NBC said so.", (("NBC", "ORG"),)),
        ("The Red Cross of Kenya is the RCK.", (("Red Cross of Kenya", "ORG"), ("RCK", "ORG"))),
        ("The RCK said so.", (("RCK", "ORG"),)),
    )
    assert all(m.document != "text-1" for m in found["national-bank-of-canada"].mentions)
    assert any(m.document == "text-3" for m in found["red-cross-of-kenya"].mentions)


def test_city_that_texts_name_in_capitals_alone_is_headed_in_small_letters() -> None:
    found = entities(
        (
            "JERUSALEM (AP) - He left for NEW YORK and DROMA.",
            (("JERUSALEM", "GPE"), ("NEW YORK", "GPE"), ("DROMA", "GPE")),
        )
    )
    names = {each.name for each in found.values() if each.kind == "place"}
    assert names == {"Jerusalem", "New York", "DROMA"}
    assert found["jerusalem"].aliases == ("JERUSALEM",)


@pytest.mark.parametrize(
    ("short", "full"),
    [("Google", "Google News"), ("Sony", "Sony Pictures"), ("TNT", "Allen Institute of TNT")],
)
def test_part_of_a_well_known_body_is_another_thing(short: str, full: str) -> None:
    text = f"{full} was late. {short} was not."
    assert len(entities((text, organizations(full, short)))) == 2


@pytest.mark.parametrize(
    ("short", "full"), [("Microsoft", "Microsoft Corporation"), ("Oxford", "University of Oxford")]
)
def test_full_name_of_a_body_is_its_name(short: str, full: str) -> None:
    text = f"{full} was late. {short} was not."
    assert len(entities((text, organizations(full, short)))) == 1


def test_body_of_a_text_without_a_country_is_that_of_the_library_s_only_one() -> None:
    cabinet = ("Cabinet", "ORG")
    iraq = ("In Iraq, Iraq, the Cabinet met.", (*(("Iraq", "GPE"),) * 2, cabinet))
    israel = ("Israel, Israel: the Cabinet met.", (*(("Israel", "GPE"),) * 2, cabinet))
    nowhere = ("The Cabinet met again.", (cabinet,))
    elsewhere = ("In Osh, Kyrgyzstan, the Cabinet met.", (("Kyrgyzstan", "GPE"), cabinet))

    def cabinets(*texts: tuple[str, Names]) -> list[int]:
        found = entities(*texts).values()
        return sorted(len(each.mentions) for each in found if each.name == "Cabinet")

    assert cabinets(iraq, nowhere) == [2]
    assert cabinets(iraq, elsewhere) == [1, 1]
    assert cabinets(iraq, israel, nowhere) == [1, 1, 1]


def test_members_of_a_party_are_one_group_however_short_their_name_is() -> None:
    names = ("Liberal Democrats", "Lib Dems", "Lib Dem", "Tories", "Tory")
    found = entities((f"{', '.join(names)} came.", tuple((name, "NORP") for name in names)))
    assert [len(each.mentions) for each in found.values()] == [3, 2]


def test_event_is_one_by_all_its_names() -> None:
    names = ("Olympics", "Olympic Games", "Olympic")
    found = entities((f"{', '.join(names)} came.", tuple((name, "EVENT") for name in names)))
    assert [(each.name, len(each.mentions)) for each in found.values()] == [("Olympics", 3)]


@pytest.mark.parametrize(
    "names", [("Viktor Makarov", "Victor Makarov"), ("Kostas Ott", "Costas Ott")]
)
def test_first_name_is_one_in_both_its_spellings(names: tuple[str, str]) -> None:
    found = entities(
        (f"{names[0]} and {names[1]} came.", tuple((name, "PERSON") for name in names))
    )
    assert len(found) == 1


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1)])
def test_letter_stands_for_the_first_name_that_a_text_gives_before_or_later(
    order: tuple[int, ...],
) -> None:
    names = [("Sir W. Coventry", "Sir W. Coventry", "Sir William Coventry")[at] for at in order]
    found = entities((f"{', '.join(names)} came.", tuple((name, "PERSON") for name in names)))
    assert [(each.name, len(each.mentions)) for each in found.values()] == [("William Coventry", 3)]


def test_peer_is_one_by_the_rank_with_a_form_of_address_or_without() -> None:
    names = ("Duke of York", "Lord Duke of York", "Duke of Ely")
    found = entities((f"{', '.join(names)} came.", tuple((name, "PERSON") for name in names)))
    counts = {each.name: len(each.mentions) for each in found.values()}
    assert counts == {"Duke of York": 2, "Duke of Ely": 1}


def test_person_is_one_by_some_and_by_all_first_names() -> None:
    names = ("Otto Ott", "Jens Otto Harry Ott", "Otto Ott")
    found = entities((f"{', '.join(names)} came.", tuple((name, "PERSON") for name in names)))
    assert [len(each.mentions) for each in found.values()] == [3]
