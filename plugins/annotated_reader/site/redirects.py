"""Names that entries have taken over -> pages that lead on, so that no address ever dies.

Every entry that an editor has decided on is also found under the ids that its other names once
had or would have: that of an entry merged into it, that of a title before it was renamed. Nothing
is remembered, so a site made anew leads on in the same way.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ..stages.words import slugify
from ..store.lookalikes import folded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from ..model import Entry


def redirects(entries: Iterable[Entry], taken: Collection[str]) -> dict[str, str]:
    """Return the entry that each forsaken id leads to, by that id; `taken` ids are pages already.

    A name that two entries have leads nowhere: it would be a guess.
    """
    found: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        if entry.creator == "editor" and entry.kind != "date":
            for name in (entry.name, *entry.aliases):
                found[slugify(name)].add(entry.id)
    pages = set(map(folded, taken))
    return {
        old: next(iter(ids))
        for old, ids in sorted(found.items())
        if old and folded(old) not in pages and len(ids) == 1
    }
