"""What an editor may decide of an entry -> how its Markdown file, and others, read then.

Nothing is written here: every action drafts files, so that several decisions are carried out
together or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...errors import ContentError
from ...model import KINDS, Definition, Entry, Evidence
from ...stages.compose_entry import compose_entry
from ...stages.editing.entries import SENTENCE_RULE
from ...stages.editing.front_matter import parse_front_matter
from ...stages.escape import escape
from ...stages.strip import strip_markdown
from ...stages.words import slugify
from ...store.edit import with_body, with_fields

if TYPE_CHECKING:
    from .drafts import Drafts


@dataclass(frozen=True, slots=True)
class Decision:
    """What an editor says of an entry: one of `ACTIONS`, and what that needs.

    `value` is a name, an entry, a definition or a sentence, `kind` a kind, `texts` the slugs of
    texts, between semicolons.
    """

    entry: str
    action: str
    value: str = ""
    kind: str = ""
    texts: str = ""


def _approve(drafts: Drafts, decision: Decision) -> None:
    """Approve an entry; one of several with its name keeps that where it is meant by it."""
    entry = drafts.entry(decision.entry)
    fields = {"Status": "approved"}
    if not entry.only_in and drafts.has_namesake(entry):
        fields["Only-in"] = "; ".join(drafts.texts_of(entry.id))
    drafts.set(entry.id, fields)


def _hide(drafts: Drafts, decision: Decision) -> None:
    drafts.set(decision.entry, {"Status": "hidden"})


def _re_kind(drafts: Drafts, decision: Decision) -> None:
    kind = _kind(decision.kind or decision.value)
    # Who says what it is has said that it is none of those whom the name may mean.
    drafts.set(decision.entry, {"Kind": kind, "Status": "approved", "May-be": ""})
    known = drafts.content.entries.get(decision.entry)
    if known and known.creator == "machine" and known.definition.origin in ("none", "data"):
        drafts.describe(decision.entry)


def _rename(drafts: Drafts, decision: Decision) -> None:
    """Give another name, and another kind if one is said; the old name stays where it is said."""
    entry = drafts.entry(decision.entry)
    name = _needed(decision, "a name")
    old = [*entry.aliases, entry.name]
    said = [other for other in old if _is_said_without(drafts, decision.entry, other, name)]
    fields = {"Title": name, "Status": "approved", "Aliases": _listed(said, but=name)}
    fields["Kind"] = _kind(decision.kind or entry.kind)
    drafts.set(decision.entry, fields | {"May-be": ""})


def _is_said_without(drafts: Drafts, id_: str, old: str, new: str) -> bool:
    """Whether an old name, which the new one contains, is a mention without the rest of that."""
    if old not in new:
        return True
    for slug, record in drafts.content.records.items():
        mentions = record.get("mentions", [])
        assert isinstance(mentions, list)  # noqa: S101  # written by us, checked when it was read
        spans = [(each["start"], each["end"]) for each in mentions if each["entry"] == id_]
        text = strip_markdown(drafts.content.texts[slug].body) if spans else ""
        whole = [match.span() for match in re.finditer(re.escape(new), text)]
        for start, end in spans:
            inside = any(first <= start and end <= last for first, last in whole)
            if text[start:end] == old and not inside:
                return True
    return False


def _merge(drafts: Drafts, decision: Decision) -> None:
    """The entry that stays claims the names of the other, whose file the next conversion takes.

    A file of the editor's own is removed here, unless words of hers would be lost with it.
    """
    merged = drafts.entry(decision.entry)
    path, _ = drafts.read(decision.entry)
    kept = drafts.named(_needed(decision, "an entry"))
    if kept.id == merged.id:
        raise ContentError("an entry cannot be merged with itself", path=path, remedy="choose one")
    if merged.status != "suggested":
        if merged.definition.origin == "editor":
            raise ContentError(
                "has a definition of yours that would be lost",
                path=path,
                remedy="move it to the other entry, then remove the file",
            )
        drafts.files[path] = None
    names = _listed([*kept.aliases, merged.name, *merged.aliases], but=kept.name)
    drafts.set(kept.id, {"Aliases": names, "Status": "approved"})


def _alias(drafts: Drafts, decision: Decision) -> None:
    """Give an entry (`value`) a name more, under which the texts speak of it."""
    kept = drafts.named(_needed(decision, "an entry"))
    names = _listed([*kept.aliases, decision.entry], but=kept.name)
    drafts.set(kept.id, {"Aliases": names, "Status": "approved"})


def _define(drafts: Drafts, decision: Decision) -> None:
    words = " ".join(_needed(decision, "a definition").split())
    _write_definition(drafts, decision.entry, escape(words), rule="", source="")


def _clear(drafts: Drafts, decision: Decision) -> None:
    """Take a definition away: the entry is right, what is said of it is not."""
    _write_definition(drafts, decision.entry, "", rule="", source="")


def _write_definition(drafts: Drafts, id_: str, body: str, rule: str, source: str) -> None:
    path, markdown = drafts.read(id_)
    fields = {"Status": "approved", "Rule": rule, "From": source}
    drafts.files[path] = with_body(with_fields(markdown, fields), body)


def _quote(drafts: Drafts, decision: Decision) -> None:
    """Take a sentence of a text for the definition: `value` is `<slug>:<start>:<end>`."""
    slug, start, end = _needed(decision, "a sentence").rsplit(":", 2)
    text = drafts.text(slug)
    sentence = " ".join(strip_markdown(text.body)[int(start) : int(end)].split())
    evidence = Evidence(slug, (0, 0), (0, 0), SENTENCE_RULE)
    definition = Definition(sentence, "sentence", evidence)
    entry = replace(drafts.entry(decision.entry), definition=definition)
    body = parse_front_matter(compose_entry(entry, sentence, text.field("title") or slug)).body
    _write_definition(drafts, decision.entry, body, SENTENCE_RULE, slug)


def _split(drafts: Drafts, decision: Decision) -> None:
    """Part an entry: what some texts mean by its names becomes an entry of its own, there only."""
    entry = drafts.entry(decision.entry)
    slugs = _list(decision.texts)
    if not slugs:
        raise ContentError("this needs a text", remedy="name those that mean something else")
    for slug in slugs:
        drafts.text(slug)
    name = _needed(decision, "a name")
    aliases = tuple(other for other in (entry.name, *entry.aliases) if other != name)
    kind = _kind(decision.kind or entry.kind)
    not_in = "; ".join(dict.fromkeys((*entry.not_in, *slugs)))
    drafts.set(entry.id, {"Not-in": not_in, "Status": "approved", "May-be": ""})
    new = drafts.add(Entry(slugify(name), name, kind, aliases, "approved", only_in=slugs))
    drafts.describe(new, slugs)
    if entry.kind == "place" and entry.coordinates is None:
        drafts.place(entry.id, [slug for slug in drafts.texts_of(entry.id) if slug not in slugs])


def _add(status: str) -> Callable[[Drafts, Decision], None]:
    def act(drafts: Drafts, decision: Decision) -> None:
        name = decision.value.strip() or decision.entry.strip()
        if not name:
            raise ContentError("this needs a name", remedy="type it, then press Enter")
        kind = _kind(decision.kind or "term")
        new = drafts.add(Entry(slugify(name), name, kind, status=status))  # type: ignore[arg-type]
        if status == "approved" and kind != "term":
            drafts.describe(new)

    return act


ACTIONS: dict[str, Callable[[Drafts, Decision], None]] = {
    "approve": _approve,
    "hide": _hide,
    "merge": _merge,
    "alias": _alias,
    "kind": _re_kind,
    "rename": _rename,
    "define": _define,
    "clear": _clear,
    "quote": _quote,
    "split": _split,
    "add": _add("approved"),
    "never": _add("hidden"),
}
"""What an editor may decide; skipping is the page's own affair."""


def _kind(word: str) -> str:
    if word not in KINDS:
        raise ContentError(f"“{word}” is not a kind", remedy=f"one of {', '.join(KINDS)}")
    return word


def _needed(decision: Decision, what: str) -> str:
    if not decision.value.strip():
        raise ContentError(f"this needs {what}", remedy="type it, then press Enter")
    return decision.value.strip()


def _list(words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (word.strip() for word in words.split(";")))))


def _listed(names: Iterable[str], but: str) -> str:
    return "; ".join(name for name in dict.fromkeys(names) if name != but)
