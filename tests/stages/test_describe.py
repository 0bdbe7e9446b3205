from __future__ import annotations

import pytest

from annotated_reader.model import Claim, Definition, Entity, Parse
from annotated_reader.stages.definitions.trim import trimmed
from annotated_reader.stages.describe import describe, quotations
from annotated_reader.stages.facts.facts import GEONAMES
from annotated_reader.stages.who_is_who.clusters import Cluster, Mentions, part_of
from tests.builders import make_document, make_mentions


def definition(
    text: str, name: str, kind: str, words: str = "", relation: str = "appositive"
) -> Definition:
    document = make_document(text)
    mentions = make_mentions(document, (name, kind))
    claims = ()
    if words:
        start = text.index(words)
        claims = (Claim(mentions[0].span, (start, start + len(words)), relation),)
    entity = Entity("id", name, kind, (), tuple(mentions))
    return describe(entity, {"text": document}, {"text": Parse((), claims)})


def test_appositive_is_quoted_with_its_sentence() -> None:
    text = "It rained. Emilbek Kaptagaev, chief of staff in the government, denied it."
    found = definition(text, "Emilbek Kaptagaev", "person", "chief of staff in the government")
    assert found.text == "chief of staff in the government"
    assert found.origin == "quotation"
    assert found.evidence is not None
    assert found.evidence.sentence == (11, len(text))
    assert found.evidence.rule == "appositive"


def test_appositive_may_hold_a_clause() -> None:
    text = "They shot Alexander Ivanov, a truck driver who worked for a fuel company."
    words = "a truck driver who worked for a fuel company"
    assert definition(text, "Alexander Ivanov", "person", words).text == words


def test_copula_is_quoted() -> None:
    text = "Osh is a city at the foot of a mountain."
    words = "a city at the foot of a mountain"
    assert definition(text, "Osh", "place", words, "copula").text == words


def test_copula_ends_before_somebody_who_is_named_next() -> None:
    text = "Jan Ott was mayor of the old town, Mrs. Lee, born here, left."
    words = "mayor of the old town, Mrs. Lee, born here"
    assert definition(text, "Jan Ott", "person", words, "copula").text == "mayor of the old town"


def test_relative_clause_after_a_comma_is_quoted() -> None:
    text = "Kimmo Kiljunen, who led the commission, was asked to leave."
    words = "who led the commission"
    assert definition(text, "Kimmo Kiljunen", "person", words, "relative clause").text == words


def test_relative_clause_that_belongs_to_another_word_is_not_quoted() -> None:
    text = "There was fighting between Uzbeks and Kyrgyz that erupted in June in the city."
    words = "that erupted in June in the city"
    assert definition(text, "Uzbeks", "group", words, "relative clause").origin == "none"


@pytest.mark.parametrize(
    ("text", "name", "kind", "words"),
    [
        ("Houston, Texas, was chosen for it all.", "Houston", "place", "Texas"),
        ("Anna, his mother, was an artist there.", "Anna", "person", "his mother"),
        ("Rover, a river of some length, is far.", "Rover", "person", "a river of some length"),
    ],
)
def test_words_that_do_not_define_such_a_thing_are_not_quoted(
    text: str, name: str, kind: str, words: str
) -> None:
    assert definition(text, name, kind, words).text != words


def test_what_happened_to_a_body_at_a_moment_is_not_quoted() -> None:
    text = "They feared the Red Duma, which was elected ten days later, and left."
    words = "which was elected ten days later"
    assert definition(text, "Red Duma", "organization", words, "relative clause").text == ""


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("That was when Lakeville was a tiny village.", "Lakeville", "a tiny village"),
        ("For some months, Osh was a town of tents.", "Osh", "a town of tents"),
        ("To Ann, never at ease, Osh was a town of tents.", "Osh", "a town of tents"),
    ],
)
def test_what_a_thing_was_for_a_while_or_to_somebody_is_not_quoted(
    text: str, name: str, words: str
) -> None:
    assert definition(text, name, "place", words, "copula").text != words


@pytest.mark.parametrize(
    ("text", "words", "relation", "quoted"),
    [
        (
            "Asel Omur, the duke of Suffolk, whose heart was a well of honour, left.",
            "the duke of Suffolk, whose heart was a well of honour",
            "appositive",
            "the duke of Suffolk",
        ),
        (
            "Asel Omur (right), a clerk, and Bea Young (left), a maid, wed.",
            "a clerk, and Bea Young (left), a maid",
            "appositive",
            "a clerk",
        ),
        (
            "Asel Omur, who was an admirer of Beethoven, Prince Ott, and also Bo, left.",
            "who was an admirer of Beethoven, Prince Ott, and also Bo",
            "relative clause",
            "who was an admirer of Beethoven",
        ),
    ],
)
def test_quotation_ends_before_what_tells_of_others(
    text: str, words: str, relation: str, quoted: str
) -> None:
    assert definition(text, "Asel Omur", "person", words, relation).text == quoted


def test_quotation_ends_before_a_bracket_that_is_not_closed() -> None:
    text = "Asel Ivanova, a senator (from the south, spoke."
    assert (
        definition(text, "Asel Ivanova", "person", "a senator (from the south").text == "a senator"
    )


def test_country_that_is_only_mentioned_has_a_fact_of_its_data_set() -> None:
    found = definition("He fled to Belarus.", "Belarus", "place")
    assert (found.text, found.origin, found.source) == (
        "Country in Europe; capital Minsk",
        "data",
        GEONAMES,
    )


def test_text_says_of_a_country_nothing_better_than_the_data_set() -> None:
    text = "He stood trial in Belarus, a neutral venue."
    found = definition(text, "Belarus", "place", "a neutral venue")
    assert found.text == "Country in Europe; capital Minsk"


def test_place_is_not_a_part_of_it() -> None:
    text = "They live in a quarter of south Belfast."
    assert definition(text, "Belfast", "place", "a quarter of south", "title").text == ""


@pytest.mark.parametrize("hedge", ["accused", "former", "self-styled"])
def test_word_that_tells_how_true_it_is_stays_with_a_title(hedge: str) -> None:
    text = f"They saw the {hedge} doctor killer Asel Omur."
    found = definition(text, "Asel Omur", "person", "doctor killer", "title")
    assert found.text == f"{hedge} doctor killer"


def test_quotation_from_the_texts_goes_before_a_fact() -> None:
    text = "Bishkek, the capital of the republic, was calm."
    found = definition(text, "Bishkek", "place", "the capital of the republic")
    assert found.origin == "quotation"


def test_name_that_no_words_define_has_no_definition() -> None:
    text = "Almaz Atambayev flew home on Friday and spoke to nobody."
    assert definition(text, "Almaz Atambayev", "person").origin == "none"


def test_fuller_description_goes_before_a_bare_one() -> None:
    text = "The premier Daniar Usenov fled. Daniar Usenov, a member of the cabinet, returned."
    document = make_document(text)
    mentions = make_mentions(document, ("Daniar Usenov", "person"), ("Daniar Usenov", "person"))
    title, appositive = text.index("The premier"), text.index("a member")
    claims = (
        Claim(mentions[0].span, (title, title + 11), "title"),
        Claim(mentions[1].span, (appositive, appositive + 23), "appositive"),
    )
    entity = Entity("id", "Daniar Usenov", "person", (), tuple(mentions))
    found = describe(entity, {"text": document}, {"text": Parse((), claims)})
    assert found.text == "a member of the cabinet"


@pytest.mark.parametrize(
    ("name", "words"),
    [("Ohio", "State of the United States"), ("Ontario", "Province of Canada")],
)
def test_division_of_a_country_has_a_fact(name: str, words: str) -> None:
    assert definition(f"They moved to {name}.", name, "place").text == words


def test_river_that_is_called_like_a_state_is_not_it() -> None:
    text = "They crossed the Colorado. The Colorado is deep."
    document = make_document(text)
    mentions = make_mentions(document, ("Colorado", "place"), ("Colorado", "place"))
    entity = Entity("id", "Colorado", "place", (), tuple(mentions))
    assert describe(entity, {"text": document}, {}).origin == "none"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Between the river and Omur, the Spaniards have one settlement.",
            "the Spaniards have one settlement",
        ),
        ("They crossed Omur, across the continent, in May.", "across the continent"),
    ],
)
def test_what_goes_on_behind_a_place_is_not_what_it_is(text: str, words: str) -> None:
    assert definition(text, "Omur", "place", words).origin == "none"


def test_name_of_a_city_and_a_state_has_no_fact() -> None:
    assert definition("They moved to Washington.", "Washington", "place").origin == "none"


def test_where_a_place_is_may_be_told_in_speech() -> None:
    text = "“The village of Omur has been closed,” he said."
    found = definition(text, "Omur", "place", "The village of Omur", "head noun")
    assert found.text == "The village of Omur"


def test_what_a_place_is_like_in_speech_is_an_opinion() -> None:
    text = "“Omur, a town without hope, has been closed,” he said."
    assert definition(text, "Omur", "place", "a town without hope").origin == "none"


def test_name_alone_tells_nothing_of_what_bears_it() -> None:
    text = "Omur, an affiliate of the Omur, has been closed."
    assert definition(text, "Omur", "organization", "an affiliate of the Omur").origin == "none"


def test_title_is_not_whose_kin_is_named_before_it() -> None:
    text = "He left with his brother Alex and girlfriend Asel Omur."
    words = "his brother Alex and girlfriend"
    assert definition(text, "Asel Omur", "person", words, "title").text != words


def test_next_of_a_row_is_not_what_the_first_is() -> None:
    text = "There were Asel Omur, the hydraulic engineer of the mill, Jan Ott, and myself."
    words = "the hydraulic engineer of the mill"
    assert definition(text, "Asel Omur", "person", words).origin == "none"


def test_ambiguous_name_has_no_definition() -> None:
    entity = Entity("id", "Bakiyev", "person", (), (), candidates=("a", "b"))
    assert describe(entity, {}, {}).origin == "none"


def test_parts_whose_quotations_are_known_define_as_if_they_were_not() -> None:
    words = {"first": "a doctor from Osh", "second": "a lawyer from Kant"}
    documents = {
        slug: make_document(f"Aida Beishenova, {said}, left.", slug) for slug, said in words.items()
    }
    mentions = {
        slug: make_mentions(each, ("Aida Beishenova", "person")) for slug, each in documents.items()
    }
    parses = {
        slug: Parse((), (Claim((0, 15), (17, 17 + len(said)), "appositive"),))
        for slug, said in words.items()
    }
    parts = [
        part_of(slug, Cluster("person", "aida beishenova", mentions[slug]))
        for slug in ("second", "first")
    ]
    order = {"first": 0, "second": 1}
    entity = Entity("aida", "Aida Beishenova", "person", (), Mentions("aida", parts, order))
    known = {part: quotations(part.mentions(), documents, parses) for part in parts}
    found = describe(entity, {}, {}, order, known.__getitem__)
    assert found == describe(entity, documents, parses, order)
    assert found.text == "a doctor from Osh"


def test_place_before_a_comma_is_in_the_next_one() -> None:
    text = "It was in Zhou township, Shuang City, at night."
    assert definition(text, "Shuang City", "place", "Zhou township", "title").text == ""


def test_what_one_is_of_another_thing_is_no_copula() -> None:
    text = "The board, of which Asel Omur is a voting member of it, met."
    assert definition(text, "Asel Omur", "person", "a voting member of it", "copula").text == ""


def test_title_of_somebody_named_before_is_not_the_next_one_s() -> None:
    text = "They chose batsman Jan Otto Lee and pace bowler Asel Omur."
    words = "batsman Jan Otto Lee and pace bowler"
    assert definition(text, "Asel Omur", "person", words, "title").text == "pace bowler"


def test_office_behind_somebody_else_is_no_title_with_that_name() -> None:
    text = "It met Senator Jan Ott of Texas, Representative Asel Omur again."
    words = "Senator Jan Ott of Texas, Representative"
    assert words not in definition(text, "Asel Omur", "person", words, "title").text


def test_next_phrase_of_a_sentence_is_no_part_of_a_place_s_apposition() -> None:
    text = "It was in Osh, capital of the old province, an official of the city said."
    words = "capital of the old province, an official of the city"
    assert definition(text, "Osh", "place", words).text == "capital of the old province"


@pytest.mark.parametrize("words", ["which director", "notably director"])
def test_title_does_not_begin_with_what_ties_it_to_the_sentence(words: str) -> None:
    text = f"The film, {words} Asel Omur made in a week, opens on Friday."
    assert definition(text, "Asel Omur", "person", words, "title").text == "director"


@pytest.mark.parametrize(
    ("text", "title", "name", "kind", "words"),
    [
        (
            "They asked Red Center for Health Security expert Jan Ott.",
            "Health Security expert",
            "Jan Ott",
            "person",
            "Red Center for Health Security expert",
        ),
        (
            "He was jailed under Ott's former party Red Platform then.",
            "former party",
            "Red Platform",
            "organization",
            "Ott's former party",
        ),
    ],
)
def test_title_is_told_with_the_whole_name_in_it_and_with_whose_it_is(
    text: str, title: str, name: str, kind: str, words: str
) -> None:
    assert definition(text, name, kind, title, "title").text == words


def test_what_a_body_is_about_to_do_does_not_tell_what_it_is() -> None:
    text = "It was the Red Patrol, which is attempting to ascertain who is to blame."
    words = text.partition(", ")[2][:-1]
    found = definition(text, "Red Patrol", "organization", words, "relative clause")
    assert found.origin == "none"


def test_next_place_of_a_row_is_no_apposition_with_its_own_name() -> None:
    text = "They hit the village of Kals, the Alpine resort of Zermatt and Osh."
    assert definition(text, "Kals", "place", "the Alpine resort of Zermatt").text == ""
    text = "They hit the village of Kals, the old resort of the emperors, and Osh."
    words = "the old resort of the emperors"
    assert definition(text, "Kals", "place", words).text == words


def test_title_does_not_end_with_whose_the_name_is() -> None:
    text = "He was the head chef of Osh's Red Dolci restaurant."
    words = "the head chef of Osh's"
    assert definition(text, "Red Dolci", "person", words, "title").text == ""


def test_noun_of_another_body_before_an_and_is_not_said_of_the_next() -> None:
    text = "They sold it to Kaufland chain and property developer Red Fund in March."
    words = "Kaufland chain and property developer"
    assert definition(text, "Red Fund", "organization", words, "title").text == ""
    text = "They sold it to the Kaufland chain and property developer Red Fund in March."
    words = "the Kaufland chain and property developer"
    assert definition(text, "Red Fund", "organization", words, "title").text == ""
    text = "They sold it to Dutch bank and property developer Red Fund in March."
    words = "Dutch bank and property developer"
    assert definition(text, "Red Fund", "organization", words, "title").text == words


def test_title_that_a_hyphen_joins_to_the_name_is_whole() -> None:
    text = "It was former US Vice-President Ann Lee."
    words = "former US Vice-President"
    found = definition(text, "President Ann Lee", "person", words, "title")
    assert found.text == words


def test_title_ends_where_the_name_begins() -> None:
    text = "It was President of Ukraine Volodymyr Zelenskyy who came."
    words = "President of Ukraine Volodymyr"
    found = definition(text, "Volodymyr Zelenskyy", "person", words, "title")
    assert found.text == "President of Ukraine"


@pytest.mark.parametrize(
    "rest", [", and Baroni", ", and Senator Ann Lee of Ohio won it", ", and Bo Li (a poet)"]
)
def test_apposition_ends_before_somebody_else_of_whom_more_is_said(rest: str) -> None:
    text = f"They freed Jan Ott, the mayor of South Bend{rest}."
    words = text.partition("Ott, ")[2][:-1]
    assert definition(text, "Jan Ott", "person", words).text == "the mayor of South Bend"


def test_apposition_goes_on_with_the_next_thing_that_one_heads() -> None:
    text = "They freed Jan Ott, the head of Red Fund, and Blue Fund of old, there."
    words = "the head of Red Fund, and Blue Fund of old"
    assert definition(text, "Jan Ott", "person", words).text == words


def test_clause_on_several_is_not_on_the_last_of_them() -> None:
    text = "They met Ann Lee and Jan Ott, who serve as chairmen of the House."
    words = "who serve as chairmen of the House"
    assert definition(text, "Jan Ott", "person", words, "relative clause").text == ""


@pytest.mark.parametrize(
    ("text", "name", "words", "relation"),
    [
        ("One nation, Elbonia, has arms.", "Elbonia", "One nation", "title"),
        (
            "It is set in the suburb of Los Angeles.",
            "Los Angeles",
            "the suburb of Los Angeles",
            "head noun",
        ),
        (
            "It is in Goa, which is a residential conference.",
            "Goa",
            "which is a residential conference",
            "relative clause",
        ),
        (
            "Elbonia: It is a land of hills.\n\nElbonia: And of rain.",
            "Elbonia",
            "a land of hills",
            "copula",
        ),
    ],
)
def test_words_that_are_on_something_else_do_not_define_a_place(
    text: str, name: str, words: str, relation: str
) -> None:
    assert words not in definition(text, name, "place", words, relation).text


def test_suburb_of_a_name_is_what_is_called_so() -> None:
    words = "the suburb of Dalston"
    text = f"They live in {words}."
    assert definition(text, "Dalston", "place", words, "head noun").text == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Elbo makes you think about a lot of things.", ""),
        ("It's called Elbo, which is fitting for a shell.", "which is fitting for a shell"),
        ("They're owned by Elbo and Ott.", ""),
    ],
)
def test_words_of_talk_do_not_define_a_body(text: str, words: str) -> None:
    assert definition(text, "Elbo", "organization", words, "relative clause").text == ""


@pytest.mark.parametrize(
    ("text", "name", "words", "relation"),
    [
        (
            "In Elbo, the largest glacier of the south is met with.",
            "Elbo",
            "the largest glacier of the south",
            "appositive",
        ),
        (
            "But without snow on the Elbo, a barren valley lies there.",
            "Elbo",
            "a barren valley",
            "appositive",
        ),
        ("They saw the islands of the Elbo.", "Elbo", "the islands of the Elbo", "head noun"),
    ],
)
def test_words_of_a_subject_or_on_parts_of_a_place_do_not_define_it(
    text: str, name: str, words: str, relation: str
) -> None:
    assert definition(text, name, "place", words, relation).text == ""


@pytest.mark.parametrize(
    ("text", "words", "relation"),
    [
        ("At Elbo, the southernmost island, they slept.", "the southernmost island", "appositive"),
        ("They came to Elbo, the ancient capital.", "the ancient capital", "appositive"),
        ("In the islands of Elbo and Ott it rained.", "the islands of Elbo and Ott", "head noun"),
    ],
)
def test_aside_and_islands_in_a_list_define(text: str, words: str, relation: str) -> None:
    assert definition(text, "Elbo", "place", words, relation).text == words


@pytest.mark.parametrize(
    ("text", "title", "words"),
    [
        ("On Monday Red committee chairman Asel Omur left.", "Monday Red committee chairman",
         "Red committee chairman"),
        ("It met Sunday Times columnist Asel Omur.", "Sunday Times columnist",
         "Sunday Times columnist"),
        ("It met the Trade and Industry Secretary Asel Omur.", "Industry Secretary",
         "the Trade and Industry Secretary"),
        ("It met Ott and Industry Secretary Asel Omur.", "Industry Secretary",
         "Industry Secretary"),
        ("It met Spain's director general for Europe, Asel Omur.", "general for Europe",
         "Spain's director general for Europe"),
    ],
)  # fmt: skip
def test_title_begins_where_it_does(text: str, title: str, words: str) -> None:
    assert definition(text, "Asel Omur", "person", title, "title").text == words


@pytest.mark.parametrize(
    ("text", "title", "words"),
    [
        ("Former Tory Treasurer Lord Omur left.", "Former Tory Treasurer Lord",
         "Former Tory Treasurer"),
        ("The German-Russian Colonel Omur left.", "The German-Russian Colonel",
         "The German-Russian Colonel"),
    ],
)  # fmt: skip
def test_title_ends_before_how_somebody_is_addressed(text: str, title: str, words: str) -> None:
    name = f"{title.rsplit(maxsplit=1)[-1]} Omur"
    assert definition(text, name, "person", title, "title").text == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The head of Red Council, told Radio 4's Today programme so.",
         "told Radio 4's Today programme"),
        ("It is led by Red Council, the Sterling group and the Tata group.",
         "the Sterling group and the Tata group"),
    ],
)  # fmt: skip
def test_what_only_stands_behind_a_body_does_not_define_it(text: str, words: str) -> None:
    assert definition(text, "Red Council", "organization", words).text == ""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Duke of York, Duke of Albemarle, and others came.", "Duke of Albemarle"),
        ("The Duke of York, Lord Chancellor, Duke of Albemarle came.", "Lord Chancellor"),
    ],
)
def test_next_peer_of_a_row_does_not_tell_who_the_first_is(text: str, words: str) -> None:
    assert definition(text, "Duke of York", "person", words).text == ""


def test_what_a_sentence_does_to_somebody_does_not_define_a_people() -> None:
    text = "They beat the Dutch, which makes me willing to spare myself something."
    words = "which makes me willing to spare myself something"
    assert definition(text, "Dutch", "group", words, "relative clause").text == ""


@pytest.mark.parametrize("tail", [" as", " because", ", than", " and", " who was"])
def test_words_end_before_what_asks_for_more(tail: str) -> None:
    text = f"a former typist who met him in the town{tail}"
    assert text[slice(*trimmed(text, (0, len(text))))] == "a former typist who met him in the town"


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("an important and interesting challenge for the team", ""),
        ("an important organization of the Web", ""),
        (
            "an important trade organization of the valley",
            "an important trade organization of the valley",
        ),
    ],
)
def test_what_somebody_thinks_of_a_body_does_not_tell_what_it_is(words: str, quoted: str) -> None:
    text = f"Red Fund is {words}."
    assert definition(text, "Red Fund", "organization", words, "copula").text == quoted


@pytest.mark.parametrize(
    ("text", "name", "kind", "words", "relation"),
    [
        ("Amidst the wild disorder, Asel left.", "Asel", "person", "the wild disorder", "title"),
        ("He drew a line of posts round Osh.", "Osh", "place", "a line of posts round", "title"),
        ("Asel Omur, @aselomur, left.", "Asel Omur", "person", "@aselomur", "appositive"),
        (
            "Sallying out from Osh, the Medes cut off the party that was to raise a trophy.",
            "Osh", "place", "the Medes cut off the party that was to raise a trophy", "appositive",
        ),
        (
            "He quotes Asel Omur, the Lacedaemonian and the Athenian, on it.",
            "Asel Omur", "person", "the Lacedaemonian and the Athenian", "appositive",
        ),
    ],
)  # fmt: skip
def test_what_is_said_of_others_is_no_definition(
    text: str, name: str, kind: str, words: str, relation: str
) -> None:
    assert definition(text, name, kind, words, relation).text == ""


def test_title_behind_a_preposition_is_one_of_a_person() -> None:
    text = "After the mayor of Osh, Asel Omur, left, it rained."
    assert (
        definition(text, "Asel Omur", "person", "the mayor of Osh", "title").text
        == "the mayor of Osh"
    )


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("LONDON Labour spokesman Asel Omur left.", "LONDON Labour spokesman", "Labour spokesman"),
        ("BBC correspondent Asel Omur left.", "BBC correspondent", "BBC correspondent"),
        ("Minister of Defence, Brigadier Asel Omur left.", "Minister of Defence, Brigadier",
         "Minister of Defence"),
    ],
)  # fmt: skip
def test_dateline_and_rank_are_no_part_of_a_title(text: str, words: str, told: str) -> None:
    assert definition(text, "Asel Omur", "person", words, "title").text == told


def test_whom_only_a_clause_would_tell_is_cut_off() -> None:
    words = "the surviving member of the Kunz family and the person who saw it"
    found = definition(f"Asel Omur, {words}, left.", "Asel Omur", "person", words)
    assert found.text == "the surviving member of the Kunz family"
