"""What editors write, and what wants their decision: the pieces of `decide` and `review`."""
