"""The finder of a conversion: the names and terms of a document."""

from __future__ import annotations

import pytest

from annotated_reader.glosses import Finder
from annotated_reader.stages.clean import clean
from annotated_reader.stages.ingest import ingest
from tests.builders import make_parse

SOURCE = """Roza Otunbayeva came to Osh in June 2010.

```
Osh = Place("Roza Otunbayeva", "June 2010", Netflix)

Manas
```

Then Manas was calm in Osh.
"""


@pytest.mark.parametrize("names", [{}, {"Manas": "place"}])
def test_no_name_is_found_in_code(names: dict[str, str]) -> None:
    document = clean(ingest("a.md", SOURCE.encode()))
    parsed = make_parse(document, ("Roza Otunbayeva", "PERSON"), ("Osh", "GPE"), ("Osh", "GPE"))
    found = Finder(0, dict).find(document, parsed, names)
    named = [document.text[slice(*each.span)] for each in found]
    assert named == ["Roza Otunbayeva", "Osh", "June 2010", *names, "Osh"]
