"""Texts in shorthand -> a small site, made with the theme's own templates but without a build.

The context is shaped as the site's and Jinja set as Pelican sets it, so that the theme can be
judged in milliseconds on any data: names with markup in them, one text, or ten thousand.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import groupby
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment, FileSystemLoader

from annotated_reader.model import KINDS, Entry
from annotated_reader.pictures.histogram import make_histogram, make_scale
from annotated_reader.pictures.map import make_locator, make_map
from annotated_reader.pictures.network import make_network
from annotated_reader.site import views
from annotated_reader.site.drawn import map_pages, timeline_pages
from annotated_reader.site.leaves import Listing, cut
from annotated_reader.site.lists import GLOSSARY, REPORT
from annotated_reader.site.provenance import provenance_of
from annotated_reader.site.report import ORIGINS, report_on
from tests.browser.sample_html import Writer
from tests.browser.sample_texts import ENTRIES, SEEDS

ROOT = Path(__file__).parents[2]
THEME = ROOT / "theme"
SHORTCUT = ROOT / "plugins" / "annotated_reader" / "search" / "client" / "shortcut.js"

ABOUT = SimpleNamespace(
    title="About",
    url="about.html",
    lang="en",
    content="<p>How to read this.</p><h2>The notes</h2><p>A number leads to a note.</p>",
)


def make_register(
    seeds: Iterable[Mapping[str, object]] = SEEDS, entries: Mapping[str, Entry] = ENTRIES
) -> SimpleNamespace:
    """Return what the plugin's `collect` would say of `seeds`."""
    texts = tuple(_make_text(seed) for seed in seeds)
    occurrences: dict[str, list[SimpleNamespace]] = {}
    for text in texts:
        for found in text.found:
            occurrences.setdefault(found.mention.entry, []).append(found)
    return SimpleNamespace(
        texts=texts,
        entries={name: entries[name] for name in sorted(occurrences)},
        occurrences=occurrences,
        companions={name: _companions(name, texts) for name in occurrences},
        ties={
            (min(name, other), max(name, other)): number
            for name in occurrences
            for other, number in _companions(name, texts)
        },
        texts_of={
            name: tuple(dict.fromkeys(item.text for item in found))
            for name, found in occurrences.items()
        },
    )


def build(folder: Path, register: SimpleNamespace | None = None, theme: Path = THEME) -> Path:
    """Write every page of a small site into `folder` and return it."""
    register = register or make_register()
    shutil.copytree(theme / "static", folder / "theme", dirs_exist_ok=True)
    (folder / "search").mkdir(exist_ok=True)
    shutil.copy(SHORTCUT, folder / "search")
    for name, context in pages_of(register):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(render(name, context, register, theme), encoding="utf-8")
    return folder


def pages_of(register: SimpleNamespace) -> Iterable[tuple[str, dict[str, object]]]:
    """Every page's address with its template and the variables that are its own."""
    yield "index.html", {"template": "index.html"}
    glossary = _list("glossary", _letters(register), GLOSSARY)
    yield "glossary.html", {**glossary, "counts": views.counts(register)}
    for name, drawn in timeline_pages(register):
        yield name, {"template": "timeline.html", **drawn}
    for name, drawn in map_pages(make_map(register)):
        yield name, {"template": "map.html", **drawn}
    yield "network.html", {"template": "network.html", "network": make_network(register)}
    yield "offline.html", {"template": "offline.html"}
    yield "not-saved.html", {"template": "not-saved.html"}
    report = report_on(register)
    yield (
        "report.html",
        {
            **_list("report", [("", register.texts)], REPORT),
            "report": report,
            "ORIGINS": ORIGINS,
        },
    )
    yield "404.html", {"template": "404.html"}
    yield "about.html", {"template": "page.html", "page": ABOUT}
    scale = make_scale(register.texts)
    for index, text in enumerate(register.texts):
        yield (
            f"texts/{text.slug}.html",
            {
                "template": "article.html",
                "article": SimpleNamespace(content=text.html, title=text.title),
                "text": text,
                "previous": register.texts[index - 1] if index else None,
                "next": register.texts[index + 1] if index + 1 < len(register.texts) else None,
            },
        )
    texts = {text.slug: text for text in register.texts}
    for entry in register.entries.values():
        leaves = views.mentions(entry.id, register, texts)
        occurrences = views.sections(leaves.leaves[0].groups, texts)
        yield (
            f"glossary/{entry.id}.html",
            {
                "template": "entry.html",
                "entry": entry,
                "occurrences": occurrences,
                "total": len(register.occurrences[entry.id]),
                "candidates": views.candidates(entry, register),
                "years": views.years(text for text, _ in occurrences),
                "over_time": make_histogram(entry.id, register, scale),
                "companions": [
                    (register.entries[name], number)
                    for name, number in register.companions[entry.id]
                ],
                "locator": make_locator(entry),
                "definition_html": entry.body,
                "provenance": provenance_of(entry),
            },
        )


def _list(template: str, groups: list[tuple[str, Any]], listing: Listing[Any]) -> dict[str, object]:
    leaves = cut(groups, listing)
    return {"template": f"{template}.html", "leaves": leaves, "leaf": leaves.leaves[0]}


def render(
    name: str, context: Mapping[str, object], register: SimpleNamespace, theme: Path = THEME
) -> str:
    """Render one page."""
    site = {
        "SITENAME": "A small library",
        "SITESUBTITLE": "Texts in which every name explains itself",
        "SITEURL": "." if "/" not in name else "..",
        "DEFAULT_LANG": "en",
        "KINDS": KINDS,
        "register": register,
        "HAS_MAP": any(entry.coordinates for entry in register.entries.values()),
        "pages": [ABOUT],
        "output_file": name,
    }
    template = environment(theme).get_template(str(context["template"]))
    return template.render({**site, **context})


@cache
def environment(theme: Path) -> Environment:
    """Return Jinja as Pelican sets it by default: nothing is escaped by itself."""
    return Environment(  # noqa: S701 - the templates escape for themselves
        loader=FileSystemLoader(theme / "templates"), trim_blocks=True, lstrip_blocks=True
    )


def _make_text(seed: Mapping[str, object]) -> SimpleNamespace:
    slug = str(seed["slug"])
    blocks = str(seed["body"]).split("\n\n")
    writer = Writer(slug)
    html = "\n".join(writer.block(block) for block in blocks)
    return SimpleNamespace(
        slug=slug,
        title=seed["title"],
        title_made=seed.get("title_made", False),
        date=seed.get("date", ""),
        author=seed.get("author", ""),
        language="en",
        rights=seed.get("rights", ""),
        summary=seed.get("summary", ""),
        sources=seed.get("sources", ()),
        path=f"seeds/{slug}.txt",
        set_aside=seed.get("set_aside", ()),
        cleaning=seed.get("cleaning", ()),
        mentions=tuple(found.mention for found in writer.found),
        found=tuple(writer.found),
        html=f'<div class="text" data-slug="{slug}">\n{html}\n</div>\n{writer.notes()}',
    )


def _letters(register: SimpleNamespace) -> list[tuple[str, list[Entry]]]:
    entries = sorted(register.entries.values(), key=lambda entry: entry.name.casefold())
    return [
        (letter, list(group))
        for letter, group in groupby(
            entries, key=lambda entry: entry.name[0].upper() if entry.name[0].isalpha() else "0–9"
        )
    ]


def _companions(entry: str, texts: Iterable[SimpleNamespace]) -> tuple[tuple[str, int], ...]:
    near: Counter[str] = Counter()
    for text in texts:
        names = {mention.entry for mention in text.mentions}
        if entry in names:
            near.update(names - {entry})
    return tuple(sorted(near.items(), key=lambda item: (-item[1], item[0]))[:8])
