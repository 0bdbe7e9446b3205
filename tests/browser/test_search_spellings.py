"""Names are found in other transliterations than the library's own."""

from __future__ import annotations

from itertools import product
from string import ascii_lowercase
from typing import TYPE_CHECKING

import pytest

from annotated_reader.search import build_search
from tests.browser.test_search_syntax import entry, text, write_page

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PAIRS = [
    ("Bakiyev", "Bakiev"), ("Otunbayeva", "Otunbaeva"), ("Nazarbayev", "Nazarbaev"),
    ("Akayev", "Akaev"), ("Jeenbekov", "Zheenbekov"), ("Japarov", "Zhaparov"),
    ("Kulov", "Koulov"), ("Yeltsin", "Eltsin"), ("Gorbachev", "Gorbatchev"),
    ("Chekhov", "Tchekhov"), ("Tchaikovsky", "Chaikovskiy"), ("Dostoyevsky", "Dostoevskij"),
    ("Tolstoy", "Tolstoi"), ("Zhukov", "Jukov"), ("Khodorkovsky", "Hodorkovsky"),
    ("Kadyrov", "Qadyrov"), ("Romanoff", "Romanov"), ("Maksim", "Maxim"), ("Aleksey", "Alexei"),
    ("Yevgeny", "Evgeni"), ("Schevchenko", "Shevchenko"), ("Qaddafi", "Gaddafi"),
    ("Sergey", "Sergei"), ("Uzbek", "Ouzbek"), ("Tsvetaeva", "Tzvetaeva"),
    ("Wladimir", "Vladimir"), ("Stefan", "Stephan"), ("Khrushchev", "Khruschev"),
    ("Mohammed", "Muhammad"), ("Beijing", "Peking"),
]  # fmt: skip
# So many that the names stand in files of their own, of which only some are loaded.
OTHER_WORDS = " ".join(
    f"{one}{other}{number:06}"
    for one, other, number in product(ascii_lowercase, ascii_lowercase, range(12))
)
CORRECTED = """async (typed) => {
    const found = [];
    for (const word of typed) {
        const answer = await AnnotatedReader.search.find(word + " ");
        const hits = AnnotatedReader.search.hits(answer.numbers.slice(0, 1), answer);
        await AnnotatedReader.search.fill(hits);
        found.push(hits[0]?.title);
    }
    return found;
}"""


def test_names_are_found_in_thirty_other_spellings(shared_page: Page, tmp_path: Path) -> None:
    names = [name for name, _ in PAIRS]
    entries = [entry(name.lower(), name, "person") for name in names]
    write_page(tmp_path, build_search([*entries, text("other", "Other words", OTHER_WORDS)]))
    shared_page.goto((tmp_path / "search.html").as_uri())
    assert shared_page.evaluate(CORRECTED, [typed for _, typed in PAIRS]) == names
