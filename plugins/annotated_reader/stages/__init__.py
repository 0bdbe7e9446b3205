"""Pure functions, data in, data out: one stage a file, in the order of `pipeline`."""
