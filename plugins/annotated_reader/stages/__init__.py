"""Pure functions, data in, data out: one stage a file here, and what it is made of in the rooms.

The order is that of `pipeline`. A text: `ingest` and `clean` (`seeds`), `segment`, `parse` and
`recognize` (`names`, `kinds`, `dates`). A library: `resolve` (`who_is_who`, `places`), `describe`
and `terms` (`definitions`, `facts`), `decide` and `review` (`editing`). A file of the content:
`annotate`, `compose`. A site: `strip`, `merge`, `collect`, `reading`.
"""
