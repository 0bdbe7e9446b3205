"""What the rooms of one build share; carried in Pelican's settings, which everything sees."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..stages.collect import Register, Text
from ..store import Content, KnownFiles, Shelf
from .carry import Carrier
from .facts import Facts
from .finish import Finisher
from .first import First
from .leaves import Leaves
from .lock import Lock
from .named import Named
from .settings import KEY
from .unnoted import UnnotedWriter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from ..conversion import ConversionReport
    from ..stages.reading import Reading
    from .beside import Beside
    from .check_site import Read
    from .compiled import Compiled
    from .settings import ReaderSettings
    from .writer import QuietWriter


def _tell_nobody(_label: str, _done: int, _total: int) -> None:
    """Leave it untold how far a piece of work is."""


@dataclass(slots=True)
class Build:
    """One run of Pelican: where it writes, what came of the conversion, what the pages hold."""

    settings: ReaderSettings
    compiled: Compiled
    read: Content = field(default_factory=Content)
    """The content as it is; `content` is what of it the site shows."""
    content: Content = field(default_factory=Content)
    register: Register = field(default_factory=lambda: Register(()))
    neighbors: dict[str, tuple[Text | None, Text, Text | None]] = field(default_factory=dict)
    library: Leaves[Text] = field(default_factory=lambda: Leaves([], []))
    readings: dict[str, Reading] = field(default_factory=dict)
    facts: Facts = field(default_factory=lambda: Facts(Register(()), {}, {}))
    unnoted: UnnotedWriter = field(
        default_factory=lambda: UnnotedWriter(Finisher(Register(()), Named({})))
    )
    conversion: ConversionReport | None = None
    changed: bool = False
    first: First = field(default_factory=First)
    search: Beside[None] | None = None
    """What makes the search's files, as soon as the texts are known."""
    cleaned: tuple[str, ...] = ()
    """What hand-written pages lost, a line each."""
    tell: Callable[[str, int, int], None] = _tell_nobody
    """Takes how far a piece of work is."""
    site: str = ""
    """The site's own address."""
    writer: QuietWriter | None = None
    pages: dict[str, Read] = field(default_factory=dict)
    """What has been read of pages for the check."""
    sound: dict[str, None] = field(default_factory=dict)
    """The keys of texts whose page was found to hold them."""
    lock: Lock = field(init=False)
    html: Shelf = field(init=False)
    files: KnownFiles = field(init=False)
    """The content's files, once it has been converted."""
    checked: Shelf = field(init=False)
    carrier: Carrier = field(init=False)

    def __post_init__(self) -> None:
        """Make the lock, which is not taken yet."""
        self.lock = Lock(self.settings.cache)

    def begin(self, site: str) -> None:
        """Look at what the last build kept; a Pelican object may build several times.

        `site` is the site's own address.
        """
        self.html = Shelf(self.settings.cache / "kept" / "html")
        self.checked = Shelf(self.settings.cache / "kept" / "checked")
        self.carrier = Carrier(self.settings.cache, self.settings.output, self.staging)
        self.site, self.writer = site, None
        self.pages, self.sound = {}, {}

    @property
    def staging(self) -> Path:
        """Return the folder that the site is made in before it is published."""
        return self.settings.cache / "site"


def build_of(settings: Mapping[str, object]) -> Build:
    """Return the build that Pelican's settings (or a template's context) belong to."""
    build = settings[KEY]
    assert isinstance(build, Build)  # noqa: S101  # ours alone
    return build
