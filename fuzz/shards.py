"""Garbage for the decoder of the search index, in a real browser.

A find is a search that neither answers nor fails, or words of an index that run; that a damaged
index is refused with an error is right. Mutants are made from a seed: nothing watches paths here.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error, sync_playwright

from fuzz.mutate import mutants
from tests.browser.conftest import ARGUMENTS, CHROMIUM
from tests.browser.search_site import build
from tests.hostile.corpus import CANARY

if TYPE_CHECKING:
    from playwright.sync_api import Page

Case = tuple[str, list[Any]]
"""A function of `AnnotatedReader.search`, and the arguments that a script of the index gives it."""

SCRIPT = re.compile(r"AnnotatedReader\.search\.(\w+)\((.*)\);\s*", re.DOTALL)
QUERIES = ("lund", "sea sailors", '"kept watch"', "norb", "zzz~1")
BATCH = 25
LIVE = f"<img src=x onerror='{CANARY}'>"
SECONDS = 10  # for one search; a healthy one takes milliseconds

TRY = """async ([cases, queries, seconds]) => {
  const search = AnnotatedReader.search;
  await search.index.ready();
  const late = () => new Promise((resolve) => setTimeout(() => resolve("hangs"), seconds * 1000));
  const found = [];
  for (const [name, given] of cases) {
    let told = "answers";
    try {
      search[name](...given);
    } catch (error) {
      told = `refuses: ${error.message}`;
    }
    for (const query of queries) {
      const asked = Promise.resolve().then(() => search.find(query));
      const answered = asked.then(() => told, (error) => `fails: ${error.message}`);
      const end = await Promise.race([answered, late()]);
      told = told === "hangs" ? told : end;
    }
    found.push(told);
  }
  return [found, window.__canary || 0];
}"""


def cases_of(site: Path) -> list[Case]:
    """Return what the scripts of a site's index do, as far as they hold data alone."""
    cases = []
    for path in sorted((site / "search").rglob("*.js")):
        called = SCRIPT.fullmatch(path.read_text("utf-8"))
        if called:
            cases.append((called[1], json.loads(f"[{called[2]}]")))
    return cases


def mutated(cases: Sequence[Case], number: int) -> Iterator[Case]:
    """Yield cases of which one text or number is another, the same ones for the same number."""
    chance = Random(number)  # noqa: S311  # repeatable on purpose
    texts = [text.encode() for _, given in cases for text in leaves(given) if isinstance(text, str)]
    changed = mutants([*texts, LIVE.encode()], number)
    while True:
        name, given = chance.choice(cases)
        at = chance.randrange(len(leaves(given)))
        text = next(changed).decode("utf-8", "replace")
        yield name, with_leaf(given, at, text, chance.choice([0, -1, 1, 7, 1_000_000]))


def leaves(value: Any) -> list[Any]:
    """Return the texts and numbers in a value, in order."""
    if isinstance(value, dict):
        return [leaf for each in value.values() for leaf in leaves(each)]
    if isinstance(value, list):
        return [leaf for each in value for leaf in leaves(each)]
    return [value]


def with_leaf(value: Any, at: int, text: str, number: int) -> Any:
    """Return a value with another leaf in the place `at`: a text for a text, else a number."""
    place = iter(range(len(leaves(value))))

    def copied(each: Any) -> Any:
        if isinstance(each, dict):
            return {key: copied(inner) for key, inner in each.items()}
        if isinstance(each, list):
            return [copied(inner) for inner in each]
        if next(place) != at:
            return each
        return text if isinstance(each, str) else number

    return copied(value)


def try_out(page: Page, site: Path, cases: Sequence[Case]) -> list[str]:
    """Give a page's decoder each case and search; return what came of each."""
    page.goto((site / "search.html").as_uri())
    told, canary = page.evaluate(TRY, [cases, QUERIES, SECONDS])
    return ["runs" if canary else each for each in told]


def is_find(told: str) -> bool:
    """Tell what must not come of garbage."""
    return told in {"hangs", "runs"}


def fuzz(seconds: int, keep: Callable[[bytes], None]) -> int:
    """Fuzz the decoder; return the number of inputs, or 0 after a find was kept.

    The seconds begin once the browser stands, and one batch is tried whatever they are.
    """
    number = 0
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = build(Path(folder))
        executable = next(filter(None, map(shutil.which, CHROMIUM)))
        browser = playwright.chromium.launch(executable_path=executable, args=[*ARGUMENTS])
        page = browser.new_page()
        made = mutated(cases_of(site), number=0)
        ends = time.monotonic() + seconds
        while not number or time.monotonic() < ends:
            batch = list(islice(made, BATCH))
            number += len(batch)
            with watched(batch, keep):
                find = found_in(page, site, batch)
            if find:
                keep(find)
                return 0
    return number


@contextmanager
def watched(batch: Sequence[Case], keep: Callable[[bytes], None]) -> Iterator[None]:
    """Keep a batch that has the page so busy that even its own clock stands still, and end."""

    def give_up(*_: object) -> None:
        keep(json.dumps(batch).encode())
        os._exit(1)  # the browser does not answer any more

    signal.signal(signal.SIGALRM, give_up)
    signal.alarm(BATCH * SECONDS)
    yield
    signal.alarm(0)


def found_in(page: Page, site: Path, batch: Sequence[Case]) -> bytes | None:
    """Return the case of a batch that is a find, alone if it is one alone."""
    try:
        told = try_out(page, site, batch)
    except Error as error:  # the page is gone
        print(error)
        return json.dumps(batch).encode()
    finds = [case for case, each in zip(batch, told, strict=True) if is_find(each)]
    return json.dumps(finds[:1]).encode() if finds else None
