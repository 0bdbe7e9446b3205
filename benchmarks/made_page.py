"""A made reading page of a thousand words and twenty notes, built as any other is."""

from __future__ import annotations

from pathlib import Path

from annotated_reader.site.run import build_site

ROOT = Path(__file__).parent.parent
WORDS = 1_000
NOTES = 20
NAME = "texts/made.html"
SENTENCE = "On that day the wind came from the east and the boats stayed near the old stone pier"
SYLLABLES = ("ba", "dar", "el", "ka", "mir", "nur", "or", "sa", "ta", "ul")


def build_made_page(root: Path) -> Path:
    """Write the text and its entries into `root`, build the site and return its folder."""
    names = [_name(number) for number in range(NOTES)]
    _write(root / "content/texts/made.md", _text(names))
    for name in names:
        entry = f"---\nTitle: {name}\nKind: person\nStatus: suggested\n---\n\n“{_what(name)}”\n"
        _write(root / "content/glossary" / f"{_id(name)}.md", entry)
    paths = {"PATH": str(root / "content"), "OUTPUT_PATH": str(root / "output")}
    build_site(ROOT / "pelicanconf.py", paths)
    return root / "output"


def _text(names: list[str]) -> str:
    """A paragraph a name, each name twice, and words up to the thousand; four sections."""
    blocks = []
    words = WORDS // NOTES
    for number, name in enumerate(names):
        if number % 5 == 0:
            blocks.append(f"## Part {number // 5 + 1}")
        link = f"[{name}](../glossary/{_id(name)}.md)"
        filler = (SENTENCE.split() * 4)[: words - 6]
        blocks.append(f"{link}[^{_id(name)}] was there. {' '.join(filler)} {link}.")
    notes = [
        f"[^{_id(name)}]: **{name}**, person. “{_what(name)}” "
        f"[All mentions](../glossary/{_id(name)}.md)"
        for name in names
    ]
    header = "---\ntitle: A made text\ndate: 2010-06-11\nlang: en\nsource: seeds/made.txt\n---"
    return "\n\n".join([header, *blocks, *notes]) + "\n"


def _name(number: int) -> str:
    one, other = divmod(number, len(SYLLABLES))
    return f"{SYLLABLES[other].capitalize()}{SYLLABLES[one]} {SYLLABLES[one].capitalize()}yev"


def _id(name: str) -> str:
    return name.lower().replace(" ", "-")


def _what(name: str) -> str:
    return f"a keeper of boats on the eastern shore, where {name.partition(' ')[0]} was born"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
