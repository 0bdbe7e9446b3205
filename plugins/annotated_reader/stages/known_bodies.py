"""An organization's name goes in, and what all news texts take for known of it comes out.

They name the media that they have their news from, international organizations and the like, and
hardly ever say what those are. A list of ours holds them.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from ..model import Definition
from .words import countries_by_code, fold, without_the

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model import Entity
    from .place_choice import Named

OUR_LIST = "our list of well-known bodies"
"""What such a fact names as its source."""


def fact_of_known_body(entity: Entity, names: Iterable[str], named: Named) -> Definition | None:
    """Return which well-known body an organization is by one of its `names`.

    One whose name is a single word in common use is known in texts on its country only.
    """
    if entity.kind != "organization":
        return None
    slugs = {mention.document for mention in entity.mentions}
    for name in names:
        plain = without_the(name)
        said, code = _bodies().get(plain, ("", ""))
        is_common = fold(plain) in _COMMON
        if said and (not is_common or all(code in named.themes.get(slug, ()) for slug in slugs)):
            return Definition(said, "data", source=OUR_LIST)
    return None


_COMMON = frozenset(("guardian", "bild", "sana", "wafa", "kabar", "ansa", "ntv", "kbs", "rai"))


@lru_cache(maxsize=1)
def _bodies() -> dict[str, tuple[str, str]]:
    package = __package__.rpartition(".")[0]
    text = resources.files(package).joinpath("data/known_bodies.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(text)
    worldwide = tables.pop("worldwide").items()
    found = {name: (said, "") for said, names in worldwide for name in names}
    for sort, rows in tables.items():
        for code, names in rows.items():
            found |= dict.fromkeys(names, (f"{sort} of {countries_by_code()[code].phrase}", code))
    return found
