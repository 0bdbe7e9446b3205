"""What `ingest` and `clean` are made of: encodings, formats, headers, furniture."""
