"""What dates say: expressions in a text go in, calendar values with their precision come out."""
