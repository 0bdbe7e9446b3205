"""Search: the pages' passages -> an index and scripts that a browser searches without a server.

`build_search` makes it all; a site that keeps a `Library` from one build to the next has it
revised and makes the parts that are others. Both give the same bytes. Towards the page it is
`AnnotatedReader.search.find` in `client/engine.js`. What lies between the two (how the index is
built, cut and loaded) is this room's own affair. Scores are lunr's: the browser asks
lunr.js, and the tests compare with a whole index by lunr.py.
"""

from __future__ import annotations

from .counting import WordCounter
from .document import SearchDocument
from .joining import client_scripts
from .library import Library, document_parts
from .numbering import Numbering, numbering
from .revision import revise
from .writer import build_search

__all__ = [
    "Library",
    "Numbering",
    "SearchDocument",
    "WordCounter",
    "build_search",
    "client_scripts",
    "document_parts",
    "numbering",
    "revise",
]
