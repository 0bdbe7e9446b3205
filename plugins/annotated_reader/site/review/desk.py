"""The folder of content -> the questions in it, and decisions -> changes of its files.

No language model is asked: what the machine believes, and why, stands in the content.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import ContentError
from ...model import KINDS, Block, Definition, Evidence
from ...stages.collect import sentence_around
from ...stages.compose_entry import compose_entry
from ...stages.entries import SENTENCE_RULE, parse_entry
from ...stages.escape import escape
from ...stages.front_matter import parse_front_matter
from ...stages.review import Context, Question, questions
from ...stages.segment import segment
from ...stages.strip import strip_markdown
from ...store import read_content
from ...store.edit import Change, change, read_entry, undo, with_body, with_fields
from ...store.files import read_text

if TYPE_CHECKING:
    from ...store import Content

_PARAGRAPH = re.compile(r"[^\n](?:[^\n]|\n(?!\n))*")


@dataclass(frozen=True, slots=True)
class Decision:
    """What an editor says of an entry: one of `ACTIONS`, and what that needs (a name, a kind)."""

    entry: str
    action: str
    value: str = ""


@dataclass(slots=True)
class Desk:
    """What lies before the editor: the folder of content, and what she has decided so far."""

    content: Path
    done: list[tuple[Decision, list[Change]]] = field(default_factory=list)

    def questions(self) -> tuple[Question, ...]:
        """Read the content and rank what is open in it."""
        content = read_content(self.content)
        return questions(content.entries, contexts_of(content))

    def names(self) -> list[tuple[str, str, str]]:
        """Return all entries as id, name and kind, by name: what one may be merged with."""
        entries = read_content(self.content).entries.values()
        shown = (entry for entry in entries if entry.status != "hidden")
        return sorted(((e.id, e.name, e.kind) for e in shown), key=lambda item: item[1].casefold())

    def decide(self, decision: Decision) -> None:
        """Write a decision into the files; all of it, or nothing where it cannot be carried out."""
        if decision.action not in ACTIONS:
            raise ContentError(
                f"“{decision.action}” is no decision", remedy=f"one of {', '.join(ACTIONS)}"
            )
        wanted = ACTIONS[decision.action](self.content, decision)
        self.done.append((decision, [change(path, markdown) for path, markdown in wanted]))

    def undo(self) -> Decision | None:
        """Take the last decision back, and return it; None if there is none."""
        if not self.done:
            return None
        decision, changes = self.done[-1]
        for each in reversed(changes):
            undo(each)
        self.done.pop()
        return decision


Writes = list[tuple[Path, str]]


def _with_status(status: str) -> Callable[[Path, Decision], Writes]:
    def act(folder: Path, decision: Decision) -> Writes:
        path, markdown = read_entry(folder, decision.entry)
        return [(path, with_fields(markdown, {"Status": status}))]

    return act


def _re_kind(folder: Path, decision: Decision) -> Writes:
    if decision.value not in KINDS:
        raise ContentError(f"“{decision.value}” is not a kind", remedy=f"one of {', '.join(KINDS)}")
    path, markdown = read_entry(folder, decision.entry)
    # Who says what it is has said that it is none of those whom the name may mean.
    fields = {"Kind": decision.value, "Status": "approved", "May-be": ""}
    return [(path, with_fields(markdown, fields))]


def _rename(folder: Path, decision: Decision) -> Writes:
    path, markdown = read_entry(folder, decision.entry)
    entry = parse_entry(decision.entry, markdown, str(path))
    name = _needed(decision, "a name")
    fields = {"Title": name, "Status": "approved"}
    fields["Aliases"] = _listed([*entry.aliases, entry.name], but=name)
    return [(path, with_fields(markdown, fields))]


def _merge(folder: Path, decision: Decision) -> Writes:
    """The entry that stays claims the names of the other, whose file the next conversion takes."""
    path, markdown = read_entry(folder, decision.entry)
    merged = parse_entry(decision.entry, markdown, str(path))
    if merged.status != "suggested":
        raise ContentError(
            "is yours: two entries cannot claim one name",
            path=path,
            remedy="remove the file, and name its names under Aliases of the other",
        )
    if decision.value == decision.entry:
        raise ContentError("an entry cannot be merged with itself", path=path, remedy="choose one")
    target, other = read_entry(folder, _needed(decision, "an entry"))
    kept = parse_entry(target.stem, other, str(target))
    names = _listed([*kept.aliases, merged.name, *merged.aliases], but=kept.name)
    return [(target, with_fields(other, {"Aliases": names, "Status": "approved"}))]


def _define(folder: Path, decision: Decision) -> Writes:
    path, markdown = read_entry(folder, decision.entry)
    words = " ".join(_needed(decision, "a definition").split())
    header = with_fields(markdown, {"Status": "approved", "Rule": "", "From": ""})
    return [(path, with_body(header, escape(words)))]


def _quote(folder: Path, decision: Decision) -> Writes:
    """Take a sentence of a text for the definition: `value` is `<slug>:<start>:<end>`."""
    path, markdown = read_entry(folder, decision.entry)
    slug, start, end = _needed(decision, "a sentence").rsplit(":", 2)
    source = folder / "texts" / f"{slug}.md"
    if source.parent != folder / "texts" or not source.is_file():
        raise ContentError("no such text", path=source, remedy="reload the page of questions")
    written = read_text(source)
    sentence = " ".join(strip_markdown(written)[int(start) : int(end)].split())
    evidence = Evidence(slug, (0, 0), (0, 0), SENTENCE_RULE)
    entry = replace(
        parse_entry(decision.entry, markdown, str(path)),
        definition=Definition(sentence, "sentence", evidence),
    )
    title = " ".join(parse_front_matter(written, str(source)).fields.get("title", (slug,)))
    body = parse_front_matter(compose_entry(entry, sentence, title)).body
    fields = {"Status": "approved", "Rule": SENTENCE_RULE, "From": slug}
    return [(path, with_body(with_fields(markdown, fields), body))]


ACTIONS: dict[str, Callable[[Path, Decision], Writes]] = {
    "approve": _with_status("approved"),
    "hide": _with_status("hidden"),
    "merge": _merge,
    "kind": _re_kind,
    "rename": _rename,
    "define": _define,
    "quote": _quote,
}
"""What an editor may decide; skipping is the page's own affair."""


def _needed(decision: Decision, what: str) -> str:
    if not decision.value.strip():
        raise ContentError(f"this needs {what}", remedy="type it, then press Enter")
    return decision.value.strip()


def _listed(names: list[str], but: str) -> str:
    return "; ".join(name for name in dict.fromkeys(names) if name != but)


def contexts_of(content: Content) -> dict[str, list[Context]]:
    """Return every mention that the records know in its sentence, by the entry's id."""
    found: dict[str, list[Context]] = defaultdict(list)
    for slug, file in content.texts.items():
        text = strip_markdown(file.body)
        blocks = [Block("paragraph", match.span()) for match in _PARAGRAPH.finditer(text)]
        sentences = segment(text, blocks, file.field("lang") or "en")
        for entry, context in _contexts(
            slug, file.field("title") or slug, text, sentences, content
        ):
            found[entry].append(context)
    return dict(found)


def _contexts(
    slug: str, title: str, text: str, sentences: tuple[tuple[int, int], ...], content: Content
) -> Iterator[tuple[str, Context]]:
    mentions = content.records.get(slug, {}).get("mentions", [])
    assert isinstance(mentions, list)  # noqa: S101  # written by us, checked when it was read
    for mention in mentions:
        span = (mention["start"], mention["end"])
        sentence, before, after = sentence_around(text, sentences, span)
        yield (
            mention["entry"],
            Context(
                text=slug,
                title=title,
                sentence=sentence,
                span=span,
                before=before,
                surface=text[slice(*span)],
                after=after,
                rule=mention["rule"],
                confidence=mention["confidence"],
            ),
        )
