"""What data sets and our own lists say of an entity, where the texts do not speak against it."""
