"""What is said of a name: the words of a claim, and what stands around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..prose import without_gaps

if TYPE_CHECKING:
    from ...model import Claim, Mention


@dataclass(frozen=True, slots=True)
class Claimed:
    """The words of a claim, trimmed, with the claim, its mention and the text."""

    words: str
    claim: Claim
    mention: Mention
    text: str

    @property
    def between(self) -> str:
        """What stands between the name and the words behind it."""
        start = max(self.claim.subject[1], self.mention.span[1])
        return without_gaps(self.text[start : self.claim.words[0]])

    @property
    def before(self) -> str:
        """What stands right before the words."""
        return self.text[max(0, self.claim.words[0] - 24) : self.claim.words[0]]
