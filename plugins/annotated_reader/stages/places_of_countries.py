"""A place goes in, and of what sort it is by its name, and in what country, comes out.

"Wishart Street" is a street, and in a text on the United Kingdom one there: so long as the text
names hardly another country, and says nothing better of it.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from ..model import Definition
from .bodies_of_countries import only_country, sort_of
from .facts import GEONAMES
from .gazetteer import cities_named
from .words import countries_by_code

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..model import Document, Entity
    from .place_choice import Named


_STATION = re.compile(r" [Ss]tations?\b")


def fact_of_local_place(
    entity: Entity, names: Iterable[str], documents: Mapping[str, Document], named: Named
) -> Definition | None:
    """Return what a place is by its `names` and by the one country that its texts are on.

    "Long Beach" may be a city: of what GeoNames has as one, the name tells no sort.
    """
    names = (*names,)
    if any(map(cities_named, names)):
        return None
    if entity.kind != "place" or _is_a_station(entity, documents):
        return None
    slugs = dict.fromkeys(mention.document for mention in entity.mentions)
    code = only_country([named.themes.get(slug, Counter()) for slug in slugs])
    sort = next(filter(None, (sort_of(name, "local_places") for name in names)), "")
    if not code or not sort:
        return None
    return Definition(f"{sort} {countries_by_code()[code].phrase}", "data", source=GEONAMES)


def _is_a_station(entity: Entity, documents: Mapping[str, Document]) -> bool:
    """Tell whether a station is called after the street: "New Street station"."""
    return any(
        _STATION.match(documents[each.document].text, each.span[1]) for each in entity.mentions
    )
