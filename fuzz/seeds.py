"""What the fuzzers begin with: the hostile corpus, the finds of earlier runs, our own texts."""

from __future__ import annotations

from pathlib import Path

from tests.hostile.corpus import BYTES, LETTERS, MARKUP, PAGES

ROOT = Path(__file__).parents[1]
CRASHES = ROOT / "tests" / "hostile" / "crashes"
LONGEST = 4096


def seeds_of(target: str) -> list[bytes]:
    """Return the inputs that a target starts from."""
    return [*corpus_of(target), *(path.read_bytes() for path in crashes_of(target))]


def crashes_of(target: str) -> list[Path]:
    """Return the files that a target has found a fault with, and must pass ever since."""
    return sorted((CRASHES / target).glob("*")) if (CRASHES / target).is_dir() else []


def corpus_of(target: str) -> list[bytes]:
    """Return the named cases that suit a target, as far as they are short."""
    texts = [text.encode() for text in (*MARKUP.values(), *LETTERS.values())]
    if target == "ingest":
        plain = [b"\0" + data for data in (*texts, *BYTES.values())]
        marked = [b"\1" + data for data in texts]
        pages = [b"\2" + text.encode() for text in PAGES.values()]
        return _short([*plain, *marked, *pages])
    if target == "front-matter":
        return _short([*texts, *_of("content/glossary")[:20], *_of("content/texts")[:5]])
    if target == "markdown":
        return _short([*texts, *_of("content/texts"), *_of("content/glossary")[:20]])
    return _short(texts)


def _of(folder: str) -> list[bytes]:
    return [path.read_bytes()[:LONGEST] for path in sorted((ROOT / folder).glob("*.md"))]


def _short(texts: list[bytes]) -> list[bytes]:
    return [text[:LONGEST] for text in texts]
