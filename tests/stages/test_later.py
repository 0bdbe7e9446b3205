"""What is made only when it is looked at, and what can be told without that."""

from __future__ import annotations

from functools import partial

import pytest

from annotated_reader.model import Entity, Mention
from annotated_reader.stages.later import Found, Later
from annotated_reader.stages.who_is_who.clusters import (
    Cluster,
    Mentions,
    Part,
    documents_of,
    part_of,
    surfaces_of,
)

ORDER = {"first": 0, "second": 1}


def mention(document: str, start: int, surface: str = "Roza") -> Mention:
    span = (start, start + len(surface))
    return Mention(document, span, surface, "person", "language model", 0.7)


def part(document: str, *mentions: Mention, kept: str = "") -> Part:
    made = part_of(document, Cluster("person", "roza otunbayeva", list(mentions)))
    return made._replace(kept=kept)


def unmade() -> tuple[Mention, ...]:
    raise AssertionError("nobody was to look")


def entity(*parts: Part) -> Entity:
    return Entity("roza", "Roza", "person", (), Mentions("roza", parts, ORDER))


def test_a_value_is_made_once() -> None:
    made: list[str] = []
    values = Later({"one": partial(made.append, "one")})
    assert (values["one"], values["one"], made) == (None, None, ["one"])


def test_a_name_is_known_without_its_value() -> None:
    values = Later({"one": unmade})
    assert ("one" in values, "two" in values, len(values)) == (True, False, 1)


def test_mentions_come_in_the_order_of_the_library_under_the_entity() -> None:
    parts = [part("second", mention("second", 3)), part("first", mention("first", 9))]
    found = Mentions("roza", parts, ORDER)
    assert [(each.document, each.entry) for each in found] == [
        ("first", "roza"),
        ("second", "roza"),
    ]


def test_what_joined_a_part_is_told_of_its_mentions() -> None:
    joined = part("first", mention("first", 0))._replace(told=("surname of one bearer", 0.6))
    assert [(m.rule, m.confidence) for m in Mentions("roza", [joined], ORDER)] == [
        ("surname of one bearer", 0.6)
    ]


def test_mentions_are_counted_without_being_made() -> None:
    kept = part("first", mention("first", 0), mention("first", 9))._replace(mentions=unmade)
    found = Mentions("roza", [kept], ORDER)
    assert (len(found), documents_of(found)["first"], surfaces_of(found)["Roza"]) == (2, 2, 2)


def test_mentions_equal_any_sequence_of_the_same() -> None:
    found = Mentions("roza", [part("first", mention("first", 0))], ORDER)
    assert found == tuple(found)


def test_what_is_kept_of_a_text_tells_that_its_mentions_are_the_same() -> None:
    kept = part("first", mention("first", 0), kept="key 0")._replace(mentions=unmade)
    assert Found(ORDER, [entity(kept)]).said("first") == (("key 0", "roza", None),)


def test_nothing_tells_so_of_a_text_that_is_new() -> None:
    assert Found(ORDER, [entity(part("first", mention("first", 0)))]).said("first") is None


@pytest.mark.parametrize("slug", ORDER)
def test_a_text_has_the_mentions_of_all_entities_in_order(slug: str) -> None:
    decided = Entity("osh", "Osh", "place", (), (mention(slug, 9, "Osh"),))
    found = Found(ORDER, [decided, entity(part(slug, mention(slug, 0)))])
    assert [each.surface for each in found[slug]] == ["Roza", "Osh"]
