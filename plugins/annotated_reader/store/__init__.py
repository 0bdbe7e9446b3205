"""The only room that touches the disk: seeds, content, ownership, cache, and the finished site."""

from __future__ import annotations

from .apply import Disk, Report, apply_plan
from .cache import cache_get, cache_put
from .content import Content, TextFile, known_content, read_content, read_hers
from .draft import Draft, Drafted, draft
from .files import digest, read_text, write_if_changed
from .known import KnownFiles
from .maker import sources_digest
from .manifest import LeftOut, Manifest, Record, load_manifest
from .ownership import Plan, Step, plan, plan_write
from .packing import pack, unpack
from .prints import Prints
from .publish import recover, swap
from .seeds import SEED_SUFFIXES, SeedFile, read_seeds
from .shelf import Shelf
from .suggestions import adopt, deleted, diff, keep, restore, waiting
from .wordnet import find_wordnet

__all__ = [
    "SEED_SUFFIXES",
    "Content",
    "Disk",
    "Draft",
    "Drafted",
    "KnownFiles",
    "LeftOut",
    "Manifest",
    "Plan",
    "Prints",
    "Record",
    "Report",
    "SeedFile",
    "Shelf",
    "Step",
    "TextFile",
    "adopt",
    "apply_plan",
    "cache_get",
    "cache_put",
    "deleted",
    "diff",
    "digest",
    "draft",
    "find_wordnet",
    "keep",
    "known_content",
    "load_manifest",
    "pack",
    "plan",
    "plan_write",
    "read_content",
    "read_hers",
    "read_seeds",
    "read_text",
    "recover",
    "restore",
    "sources_digest",
    "swap",
    "unpack",
    "waiting",
    "write_if_changed",
]
