"""`python elsewhere.py LOG SEEDS CONTENT OUTPUT`: `invoke site` where little is allowed.

Nothing may be written below the project's own folder, as if that could only be read, and no
connection be made. What was tried all the same is refused, and written to LOG as JSON.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.symlink", "os.link", "os.truncate"}
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
NETWORK = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"}
tried: list[str] = []


def watch(event: str, arguments: tuple[object, ...]) -> None:
    if event in NETWORK:
        refuse(f"{event} {arguments[1:]}")
    elif event in CHANGES or (event == "open" and int(str(arguments[2] or 0)) & WRITES):
        place = Path(os.fsdecode(arguments[0])) if isinstance(arguments[0], str | bytes) else None
        if place and place.absolute().is_relative_to(ROOT):
            refuse(f"{event} {place}")


def refuse(what: str) -> None:
    if "__pycache__" not in what:
        tried.append(what)
    raise PermissionError(what)


def main(log: str, *folders: str) -> None:
    sys.addaudithook(watch)
    import tasks

    told = tasks.folders
    tasks.folders = lambda *named, **others: {
        **told(*named, **others),
        "READER_MODEL": "tiny_model",
    }
    tasks.site.body(None, *folders)
    Path(log).write_text(json.dumps(tried), "utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
