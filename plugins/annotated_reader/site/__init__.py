"""The rooms that know Pelican: settings, hooks, reader, generators, writer; and the checker."""
