"""Search: the pages' passages -> an index and scripts that a browser searches without a server.

`build_search` is the whole interface towards the site; towards the page it is
`AnnotatedReader.search.find` in `client/engine.js`. What lies between the two (how the index is
built, cut and loaded) is this room's own affair. Scores are lunr's: the browser asks
lunr.js, and the tests compare with a whole index by lunr.py.
"""

from __future__ import annotations

from .counting import Analysis, WordCounter
from .document import SearchDocument
from .numbering import Numbering, numbering
from .writer import build_search

__all__ = ["Analysis", "Numbering", "SearchDocument", "WordCounter", "build_search", "numbering"]
