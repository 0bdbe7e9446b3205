from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from annotated_reader.errors import ContentError, ReaderError
from annotated_reader.site.review import Workplace, review_site
from annotated_reader.site.review.actions import Decision
from annotated_reader.site.review.desk import Desk
from annotated_reader.site.review.rebuild import Rebuilding
from annotated_reader.site.review.server import start
from annotated_reader.stages.editing.entries import parse_entry
from annotated_reader.store.edit import change
from tests.site.reviewed import (
    make_content,
    make_content_of_a_town,
    make_content_of_two_cities,
)

if TYPE_CHECKING:
    from annotated_reader.stages.review import Item

KEY = "abc"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return make_content(tmp_path / "content")


@pytest.fixture
def desk(content: Path) -> Desk:
    return Desk(content)


def entry_of(content: Path, id_: str) -> Any:
    return parse_entry(id_, (content / "glossary" / f"{id_}.md").read_text("utf-8"))


def asked_about(desk: Desk) -> dict[str, Item]:
    return {item.entry: item for question in desk.questions() for item in question.items}


def item_of(desk: Desk, id_: str) -> Item:
    return asked_about(desk)[id_]


def glossary(content: Path) -> dict[str, bytes]:
    return {path.stem: path.read_bytes() for path in (content / "glossary").glob("*.md")}


def test_questions_show_mentions_in_their_sentences(desk: Desk) -> None:
    context = item_of(desk, "osh").contexts[0]
    assert (context.before, context.surface, context.after) == ("They came to ", "Osh", " in June.")
    assert context.title == "One"


def test_approved_entry_is_asked_about_no_more(desk: Desk, content: Path) -> None:
    desk.decide([Decision("osh", "approve")])
    assert entry_of(content, "osh").status == "approved"
    assert "osh" not in asked_about(desk)


def test_hidden_entry_is_a_tombstone(desk: Desk, content: Path) -> None:
    desk.decide([Decision("osh", "hide")])
    assert entry_of(content, "osh").status == "hidden"


def test_other_kind_is_approved_with_it(desk: Desk, content: Path) -> None:
    desk.decide([Decision("osh", "kind", "organization")])
    assert (entry_of(content, "osh").kind, entry_of(content, "osh").status) == (
        "organization",
        "approved",
    )


def test_kind_settles_whom_an_ambiguous_name_may_mean(desk: Desk, content: Path) -> None:
    path = content / "glossary" / "osh.md"
    path.write_text(path.read_text("utf-8").replace("Kind: ", "May-be: osch\nKind: "), "utf-8")
    desk.decide([Decision("osh", "kind", "place")])
    assert entry_of(content, "osh").candidates == ()


def test_renamed_entry_keeps_its_old_name(desk: Desk, content: Path) -> None:
    desk.decide([Decision("osh", "rename", "Osh City")])
    assert (entry_of(content, "osh").name, entry_of(content, "osh").aliases) == (
        "Osh City",
        ("Osh",),
    )


def test_merged_entry_gives_its_names_to_the_one_that_stays(desk: Desk, content: Path) -> None:
    desk.decide([Decision("osch", "merge", "osh")])
    assert entry_of(content, "osh").aliases == ("Osch",)


def test_merged_entry_of_the_editors_own_goes(desk: Desk, content: Path) -> None:
    desk.decide([Decision("osch", "approve")])
    desk.decide([Decision("osch", "merge", "osh")])
    assert entry_of(content, "osh").aliases == ("Osch",)
    assert not (content / "glossary" / "osch.md").exists()


def test_entry_with_words_of_the_editors_is_not_merged_away(desk: Desk, content: Path) -> None:
    desk.decide([Decision("osch", "define", "A city.")])
    with pytest.raises(ContentError, match="would be lost"):
        desk.decide([Decision("osch", "merge", "osh")])
    assert entry_of(content, "osch").definition.text == "A city."


def test_several_are_merged_into_one_at_once_by_its_name(desk: Desk, content: Path) -> None:
    desk.decide([Decision("osch", "merge", "Osh"), Decision("june", "merge", "Osh")])
    assert entry_of(content, "osh").aliases == ("Osch", "June")


def test_one_undo_takes_a_decision_on_several_back(desk: Desk, content: Path) -> None:
    before = glossary(content)
    desk.decide([Decision(id_, "hide") for id_ in ("osh", "osch", "june")])
    assert {entry_of(content, id_).status for id_ in before} == {"hidden"}
    desk.undo()
    assert glossary(content) == before


def test_of_several_decisions_none_is_written_where_one_cannot_be(
    desk: Desk, content: Path
) -> None:
    before = glossary(content)
    with pytest.raises(ContentError, match="no such entry"):
        desk.decide([Decision("osh", "hide"), Decision("nobody", "hide")])
    assert glossary(content) == before


def test_full_disk_takes_back_what_was_written_of_several(
    desk: Desk, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = glossary(content)

    def full(path: Path, markdown: str | None) -> Any:
        if path.stem == "osch":
            raise OSError("no space left")
        return change(path, markdown)

    monkeypatch.setattr("annotated_reader.site.review.desk.change", full)
    with pytest.raises(OSError, match="no space"):
        desk.decide([Decision("osh", "hide"), Decision("osch", "hide")])
    assert glossary(content) == before


def test_name_that_two_entries_would_claim_is_said_before_it_is_written(
    desk: Desk, content: Path
) -> None:
    desk.decide([Decision("osh", "approve")])
    before = glossary(content)
    with pytest.raises(ContentError, match="is claimed by"):
        desk.decide([Decision("osch", "rename", "Osh")])
    assert glossary(content) == before


def test_kind_can_be_given_with_a_new_name(desk: Desk, content: Path) -> None:
    desk.decide([Decision("osh", "rename", "Osh of Wax", kind="work")])
    assert (entry_of(content, "osh").name, entry_of(content, "osh").kind) == ("Osh of Wax", "work")


def test_old_name_that_is_only_a_part_of_the_new_one_is_dropped(desk: Desk, content: Path) -> None:
    desk.decide([Decision("osh", "rename", "to Osh in June")])
    assert entry_of(content, "osh").aliases == ()


def test_split_entry_parts_the_texts(desk: Desk, content: Path) -> None:
    desk.decide([Decision("osh", "split", "Osh (river)", kind="place", texts="one")])
    river = entry_of(content, "osh-river")
    assert (river.only_in, river.aliases) == (("one",), ("Osh",))
    assert entry_of(content, "osh").not_in == ("one",)


def test_missed_name_is_added(desk: Desk, content: Path) -> None:
    desk.decide([Decision("Kurmanjan Datka", "add", kind="person")])
    found = entry_of(content, "kurmanjan-datka")
    assert (found.name, found.kind, found.status) == ("Kurmanjan Datka", "person", "approved")
    desk.undo()
    assert not (content / "glossary" / "kurmanjan-datka.md").exists()


def test_name_that_never_wants_an_entry_is_a_tombstone(desk: Desk, content: Path) -> None:
    desk.decide([Decision("Kurmanjan Datka", "never")])
    assert entry_of(content, "kurmanjan-datka").status == "hidden"


def test_missed_name_becomes_another_name_of_an_entry(desk: Desk, content: Path) -> None:
    desk.decide([Decision("the city", "alias", "osh")])
    assert entry_of(content, "osh").aliases == ("the city",)


def test_definition_is_dropped(desk: Desk, content: Path) -> None:
    desk.decide([Decision("osh", "define", "A river.")])
    desk.decide([Decision("osh", "clear")])
    assert entry_of(content, "osh").definition.origin == "none"


def test_own_words_are_the_editors(desk: Desk, content: Path) -> None:
    desk.decide([Decision("osh", "define", "A city *at the foot* of a mountain.")])
    definition = entry_of(content, "osh").definition
    assert (definition.origin, definition.text) == (
        "editor",
        "A city *at the foot* of a mountain.",
    )


def test_picked_sentence_is_quoted_with_its_text(desk: Desk, content: Path) -> None:
    start_, end = item_of(desk, "osh").contexts[0].sentence
    desk.decide([Decision("osh", "quote", f"one:{start_}:{end}")])
    definition = entry_of(content, "osh").definition
    assert (definition.origin, definition.text) == ("sentence", "They came to Osh in June.")
    assert definition.evidence is not None
    assert definition.evidence.document == "one"


def test_undo_takes_decisions_back_one_by_one(desk: Desk, content: Path) -> None:
    before = (content / "glossary" / "osh.md").read_bytes()
    desk.decide([Decision("osh", "rename", "Osh City")])
    desk.decide([Decision("osh", "hide")])
    desk.undo()
    assert entry_of(content, "osh").name == "Osh City"
    desk.undo()
    assert (content / "glossary" / "osh.md").read_bytes() == before
    assert desk.undo() == ()


@pytest.mark.parametrize(
    ("decision", "message"),
    [
        (Decision("nobody", "approve"), "no such entry"),
        (Decision("osh", "explode"), "is no decision"),
        (Decision("osh", "kind", "planet"), "is not a kind"),
        (Decision("osh", "rename", " "), "needs a name"),
        (Decision("osh", "merge", "osh"), "with itself"),
        (Decision("osh", "merge", "nobody"), "no such entry"),
        (Decision("osh", "quote", "nothing:0:9"), "no such text"),
        (Decision("osh", "split", "Osh 2", texts="nothing"), "no such text"),
        (Decision("osh", "split", "Osh 2"), "needs a text"),
        (Decision("", "add", kind="person"), "needs a name"),
    ],
)
def test_what_cannot_be_carried_out_is_said_and_changes_nothing(
    desk: Desk, content: Path, decision: Decision, message: str
) -> None:
    before = {path: path.read_bytes() for path in content.rglob("*.md")}
    with pytest.raises(ContentError, match=message):
        desk.decide([decision])
    assert before == {path: path.read_bytes() for path in content.rglob("*.md")}


def test_site_is_made_once_for_all_decisions_of_a_moment(tmp_path: Path) -> None:
    script = f"open({str(tmp_path / 'runs')!r}, 'a').write('x')"
    rebuilding = Rebuilding([sys.executable, "-c", script], pause=0.2)
    for _ in range(5):
        rebuilding.ask()
    assert rebuilding._timer is not None
    rebuilding._timer.join()
    assert ((tmp_path / "runs").read_text(), rebuilding.number) == ("x", 1)


def test_failed_build_tells_why() -> None:
    rebuilding = Rebuilding([sys.executable, "-c", "raise SystemExit('no seeds')"])
    rebuilding.run()
    assert (rebuilding.state, rebuilding.message, rebuilding.number) == ("failed", "no seeds", 0)


Ask = Callable[..., tuple[int, bytes]]


@pytest.fixture
def ask(content: Path, tmp_path: Path) -> Any:
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "index.html").write_text("<p>a site</p>", "utf-8")
    (tmp_path / "secret").write_text("secret", "utf-8")
    command = (sys.executable, "-c", "")
    place = Workplace(content, tmp_path / "output", Path("theme"), command)
    server = start(place, "127.0.0.1", KEY)
    Thread(target=server.serve_forever, daemon=True).start()
    home = f"http://127.0.0.1:{server.server_port}"

    def send(path: str, body: Any = None, origin: str = home, host: str = "") -> tuple[int, bytes]:
        data = None if body is None else json.dumps(body).encode()
        asked = Request(  # noqa: S310  # our own server
            home + path, data, {"Origin": origin} if data else {}
        )
        if host:
            asked.add_header("Host", host)
        try:
            with urlopen(asked, timeout=10) as answer:  # noqa: S310  # our own server
                return answer.status, answer.read()
        except HTTPError as error:
            return error.code, error.read()

    yield send
    server.shutdown()
    server.server_close()


def test_page_and_questions_are_behind_the_token(ask: Ask) -> None:
    assert ask(f"/{KEY}/")[0] == 200
    assert json.loads(ask(f"/{KEY}/questions.json")[1])["questions"]
    assert ask("/")[0] == 404
    assert ask("/guess/questions.json")[0] == 404


def test_decision_is_written(ask: Ask, content: Path) -> None:
    body = {"decisions": [{"entry": "osh", "action": "approve"}]}
    status, said = ask(f"/{KEY}/decide", body)
    assert (status, json.loads(said)) == (
        200,
        {"decided": 1, "entries": [["osh", "Osh", "place"]]},
    )
    assert entry_of(content, "osh").status == "approved"
    assert json.loads(ask(f"/{KEY}/undo", {})[1]) == {"decided": 0, "entry": "osh"}


def test_decision_from_another_origin_is_refused(ask: Ask, content: Path) -> None:
    body = {"decisions": [{"entry": "osh", "action": "hide"}]}
    assert ask(f"/{KEY}/decide", body, origin="http://evil.example")[0] == 403
    assert entry_of(content, "osh").status == "suggested"


def test_another_host_is_refused(ask: Ask) -> None:
    assert ask(f"/{KEY}/", host="evil.example")[0] == 403


@pytest.mark.parametrize(
    "body",
    [
        ["osh"],
        {"entry": "osh", "action": "hide"},
        {"decisions": [{"entry": 1}]},
        {"decisions": [{"entry": "osh", "action": "hide", "what": "?"}]},
        {"decisions": "x" * 100_001},
    ],
)
def test_what_is_no_decision_is_refused(ask: Ask, body: Any) -> None:
    assert ask(f"/{KEY}/decide", body)[0] == 400


def test_nothing_outside_the_site_is_served(ask: Ask) -> None:
    assert ask(f"/{KEY}/site/index.html")[1] == b"<p>a site</p>"
    assert ask(f"/{KEY}/site/..%2Fsecret")[0] in (403, 404)


def test_content_without_a_glossary_cannot_be_reviewed(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="nothing to review"):
        review_site(Workplace(tmp_path, tmp_path, tmp_path, ()))


def test_what_becomes_a_place_is_found_on_the_map(tmp_path: Path) -> None:
    content = make_content_of_a_town(tmp_path / "content")
    Desk(content).decide([Decision("vichy", "kind", kind="place")])
    vichy = entry_of(content, "vichy")
    assert (vichy.kind, vichy.status, vichy.definition.text) == (
        "place",
        "approved",
        "City in France",
    )
    assert vichy.coordinates is not None


def test_added_name_says_what_its_texts_tell_of_it(tmp_path: Path) -> None:
    content = make_content_of_a_town(tmp_path / "content")
    Desk(content).decide([Decision("Nice", "add", kind="place")])
    assert entry_of(content, "nice").definition.text == "City in France"


def test_words_of_the_editor_outlive_another_kind(tmp_path: Path) -> None:
    content = make_content_of_a_town(tmp_path / "content")
    desk = Desk(content)
    desk.decide([Decision("vichy", "define", "A spa.")])
    desk.decide([Decision("vichy", "kind", kind="place")])
    assert entry_of(content, "vichy").definition.text == "A spa."


def test_city_that_is_parted_from_another_one_is_placed(tmp_path: Path) -> None:
    content = make_content_of_two_cities(tmp_path / "content")
    Desk(content).decide([Decision("cambridge", "split", "Cambridge", "place", "two")])
    assert entry_of(content, "cambridge").coordinates == (42.38, -71.11)
