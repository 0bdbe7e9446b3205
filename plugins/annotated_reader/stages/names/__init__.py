"""Where names begin and end, and those that the language model misses."""
