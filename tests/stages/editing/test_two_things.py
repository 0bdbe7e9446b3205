from __future__ import annotations

from annotated_reader.model import Block, Definition, Entry
from annotated_reader.stages.editing.two_things import two_things
from annotated_reader.stages.editing.usage import Context, ReadText, Usage, usage_of
from annotated_reader.stages.review import questions
from annotated_reader.stages.segment import segment

COUNTRIES = ("England", "Italy", "France", "Massachusetts")
IN_AMERICA = "Cambridge, Massachusetts, is a city. Cambridge has a river."
IN_ENGLAND = "He left England for Cambridge."


def read(*texts: str) -> list[ReadText]:
    return [
        ReadText(str(number), str(number), text, segment(text, (block(text),), "en"))
        for number, text in enumerate(texts)
    ]


def block(text: str) -> Block:
    return Block("paragraph", (0, len(text)))


def entry(name: str, kind: str = "place", **fields: object) -> Entry:
    return Entry(name.lower(), name, kind, **fields)  # type: ignore[arg-type]


def mentioned(name: Entry, *texts: str) -> tuple[dict[str, Entry], dict[str, list[Context]], Usage]:
    """An entry and some countries, with what the texts (of slugs 0, 1, …) say of them."""
    entries = {each.id: each for each in (name, *map(entry, COUNTRIES))}
    pages = read(*texts)
    contexts = {
        each.id: [
            page.context((at, at + len(each.name)), "a rule", 0.95)
            for page in pages
            for at in range(len(page.text))
            if page.text.startswith(each.name, at)
        ]
        for each in entries.values()
    }
    return entries, contexts, usage_of(pages, contexts)


def apart(name: Entry, *texts: str) -> tuple[str, ...]:
    return two_things(*mentioned(name, *texts)).get(name.id, ())


def test_a_place_is_another_one_where_the_text_names_another_country_of_such_a_place() -> None:
    assert apart(entry("Cambridge"), IN_AMERICA, IN_ENGLAND) == ("1",)


def test_a_place_is_the_same_where_no_such_place_is_in_the_country_that_is_named() -> None:
    assert apart(entry("Cambridge"), IN_AMERICA, "He left Italy for Cambridge.") == ()


def test_a_place_is_the_same_where_no_country_is_named() -> None:
    assert apart(entry("Cambridge"), IN_AMERICA, "He came to Cambridge.") == ()


def test_a_place_is_the_same_where_its_country_is_named_among_others() -> None:
    assert apart(entry("Cambridge"), IN_AMERICA, f"{IN_ENGLAND} He knew Massachusetts.") == ()


def test_a_capital_is_known_everywhere() -> None:
    assert (
        apart(entry("London"), "London, England, is large.", "He left Massachusetts for London.")
        == ()
    )


def test_a_common_name_is_another_ones_in_another_country() -> None:
    again = "Supreme Court, a supreme court."
    texts = ("In France the Supreme Court sat.", f"In Italy the Supreme Court sat. {again}")
    assert apart(entry("Supreme Court", "organization"), *texts) == ("0",)


def test_a_name_of_its_own_is_one_in_all_countries() -> None:
    texts = ("In France the Venice Commission sat.", "In Italy the Venice Commission sat.")
    assert apart(entry("Venice Commission", "organization"), *texts) == ()


def test_an_organization_that_a_data_set_knows_is_one() -> None:
    nations = entry("United Nations", "organization", definition=Definition("x", "data"))
    texts = ("In France the United Nations met.", "In Italy united nations met: United Nations.")
    assert apart(nations, *texts) == ()


def test_what_is_probably_two_is_asked_with_a_sentence_of_each_first() -> None:
    found = questions(*mentioned(entry("Cambridge"), IN_AMERICA, IN_AMERICA, IN_ENGLAND))
    (item,) = found[0].items
    assert (item.action, item.texts) == ("split", ("2",))
    assert [context.text for context in item.contexts[:2]] == ["2", "0"]


def test_what_the_editor_has_approved_is_not_asked_again() -> None:
    approved = entry("Cambridge", status="approved", creator="editor")
    found = questions(*mentioned(approved, IN_AMERICA, IN_ENGLAND))
    assert "cambridge" not in [item.entry for question in found for item in question.items]
