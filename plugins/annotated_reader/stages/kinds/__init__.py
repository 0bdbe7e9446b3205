"""Of what kind a name is: by its own words, by what the text says, by what was learned."""
