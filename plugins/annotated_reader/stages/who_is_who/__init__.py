"""Which names mean one and the same: in a text, then in all texts."""
