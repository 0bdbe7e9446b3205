from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from annotated_reader.errors import ContentError, ReaderError
from annotated_reader.site.review import Workplace, review_site
from annotated_reader.site.review.desk import Decision, Desk
from annotated_reader.site.review.rebuild import Rebuilding
from annotated_reader.site.review.server import start
from annotated_reader.stages.entries import parse_entry
from tests.site.reviewed import make_content

KEY = "abc"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return make_content(tmp_path / "content")


@pytest.fixture
def desk(content: Path) -> Desk:
    return Desk(content)


def entry_of(content: Path, id_: str) -> Any:
    return parse_entry(id_, (content / "glossary" / f"{id_}.md").read_text("utf-8"))


def test_questions_show_mentions_in_their_sentences(desk: Desk) -> None:
    osh = next(question for question in desk.questions() if question.entry == "osh")
    context = osh.contexts[0]
    assert (context.before, context.surface, context.after) == ("They came to ", "Osh", " in June.")
    assert context.title == "One"


def test_approved_entry_is_asked_about_no_more(desk: Desk, content: Path) -> None:
    desk.decide(Decision("osh", "approve"))
    assert entry_of(content, "osh").status == "approved"
    assert "osh" not in {question.entry for question in desk.questions()}


def test_hidden_entry_is_a_tombstone(desk: Desk, content: Path) -> None:
    desk.decide(Decision("osh", "hide"))
    assert entry_of(content, "osh").status == "hidden"


def test_other_kind_is_approved_with_it(desk: Desk, content: Path) -> None:
    desk.decide(Decision("osh", "kind", "organization"))
    assert (entry_of(content, "osh").kind, entry_of(content, "osh").status) == (
        "organization",
        "approved",
    )


def test_kind_settles_whom_an_ambiguous_name_may_mean(desk: Desk, content: Path) -> None:
    path = content / "glossary" / "osh.md"
    path.write_text(path.read_text("utf-8").replace("Kind: ", "May-be: osch\nKind: "), "utf-8")
    desk.decide(Decision("osh", "kind", "place"))
    assert entry_of(content, "osh").candidates == ()


def test_renamed_entry_keeps_its_old_name(desk: Desk, content: Path) -> None:
    desk.decide(Decision("osh", "rename", "Osh City"))
    assert (entry_of(content, "osh").name, entry_of(content, "osh").aliases) == (
        "Osh City",
        ("Osh",),
    )


def test_merged_entry_gives_its_names_to_the_one_that_stays(desk: Desk, content: Path) -> None:
    desk.decide(Decision("osch", "merge", "osh"))
    assert entry_of(content, "osh").aliases == ("Osch",)


def test_entry_of_the_editors_own_is_not_merged_away(desk: Desk) -> None:
    desk.decide(Decision("osch", "approve"))
    with pytest.raises(ContentError, match="is yours"):
        desk.decide(Decision("osch", "merge", "osh"))


def test_own_words_are_the_editors(desk: Desk, content: Path) -> None:
    desk.decide(Decision("osh", "define", "A city *at the foot* of a mountain."))
    definition = entry_of(content, "osh").definition
    assert (definition.origin, definition.text) == (
        "editor",
        "A city *at the foot* of a mountain.",
    )


def test_picked_sentence_is_quoted_with_its_text(desk: Desk, content: Path) -> None:
    osh = next(question for question in desk.questions() if question.entry == "osh")
    start_, end = osh.contexts[0].sentence
    desk.decide(Decision("osh", "quote", f"one:{start_}:{end}"))
    definition = entry_of(content, "osh").definition
    assert (definition.origin, definition.text) == ("sentence", "They came to Osh in June.")
    assert definition.evidence is not None
    assert definition.evidence.document == "one"


def test_undo_takes_decisions_back_one_by_one(desk: Desk, content: Path) -> None:
    before = (content / "glossary" / "osh.md").read_bytes()
    desk.decide(Decision("osh", "rename", "Osh City"))
    desk.decide(Decision("osh", "hide"))
    desk.undo()
    assert entry_of(content, "osh").name == "Osh City"
    desk.undo()
    assert (content / "glossary" / "osh.md").read_bytes() == before
    assert desk.undo() is None


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
    ],
)
def test_what_cannot_be_carried_out_is_said_and_changes_nothing(
    desk: Desk, content: Path, decision: Decision, message: str
) -> None:
    before = {path: path.read_bytes() for path in content.rglob("*.md")}
    with pytest.raises(ContentError, match=message):
        desk.decide(decision)
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
    answer = ask(f"/{KEY}/decide", {"entry": "osh", "action": "approve"})
    assert (answer[0], json.loads(answer[1])) == (200, {"decided": 1})
    assert entry_of(content, "osh").status == "approved"
    assert json.loads(ask(f"/{KEY}/undo", {})[1]) == {"decided": 0, "entry": "osh"}


def test_decision_from_another_origin_is_refused(ask: Ask, content: Path) -> None:
    body = {"entry": "osh", "action": "hide"}
    assert ask(f"/{KEY}/decide", body, origin="http://evil.example")[0] == 403
    assert entry_of(content, "osh").status == "suggested"


def test_another_host_is_refused(ask: Ask) -> None:
    assert ask(f"/{KEY}/", host="evil.example")[0] == 403


@pytest.mark.parametrize("body", [["osh"], {"entry": 1}, {"entry": "x" * 100_001}])
def test_what_is_no_decision_is_refused(ask: Ask, body: Any) -> None:
    assert ask(f"/{KEY}/decide", body)[0] == 400


def test_nothing_outside_the_site_is_served(ask: Ask) -> None:
    assert ask(f"/{KEY}/site/index.html")[1] == b"<p>a site</p>"
    assert ask(f"/{KEY}/site/..%2Fsecret")[0] in (403, 404)


def test_content_without_a_glossary_cannot_be_reviewed(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="nothing to review"):
        review_site(Workplace(tmp_path, tmp_path, tmp_path, ()))
