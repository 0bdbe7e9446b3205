"""The targets by name, for commands that do not load them."""

NAMES = ("ingest", "clean", "escape", "compose", "front-matter", "markdown", "shards")
