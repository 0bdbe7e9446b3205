"""What a text says of a name, and which of its words define: the pieces of `describe`."""
