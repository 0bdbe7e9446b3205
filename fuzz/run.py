"""Fuzz one target for some seconds: `python -m fuzz.run TARGET SECONDS [FOLDER]`.

Atheris is guided by the paths that an input takes; where it is not installed, seeded mutants of
the corpus do. A find is written into `tests/hostile/crashes/<target>/`, where it is a test from
then on, and the exit status is 1. The grown corpus stays in `.cache/fuzz/<target>` (or FOLDER).
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import time
import traceback
from functools import partial
from hashlib import sha256
from pathlib import Path

from fuzz.mutate import mutants
from fuzz.seeds import CRASHES, ROOT, seeds_of

HANG = 120  # seconds for one input, which is watched at every step
MEMORY = 4096  # MiB
GUIDED = "atheris"
SEED = 1
"""Chance is the same in every run from one corpus; longer runs and grown corpora go further."""
IN_A_BROWSER = "shards"


def fuzz(target: str, seconds: int, folder: Path) -> int:
    """Fuzz a target; return the exit status."""
    if target == IN_A_BROWSER:
        return fuzz_in_a_browser(seconds)
    if importlib.util.find_spec(GUIDED) is None:
        return fuzz_without_guide(target, seconds)
    finds = folder.with_name(f"{folder.name}-finds")
    for each in (folder, finds):
        each.mkdir(parents=True, exist_ok=True)
    for data in seeds_of(target):
        (folder / digest(data)).write_bytes(data)
    command = [sys.executable, "-m", "fuzz.guided", target, str(folder)]
    options = [f"-max_total_time={seconds}", f"-timeout={HANG}", f"-report_slow_units={HANG}"]
    options += [f"-artifact_prefix={finds}/", f"-rss_limit_mb={MEMORY}", "-verbosity=0"]
    options += ["-print_final_stats=1", f"-seed={SEED}"]
    status = subprocess.run([*command, *options], check=False, cwd=ROOT).returncode  # noqa: S603  # our own module
    for path in sorted(finds.iterdir()):
        keep(target, path.read_bytes())
        path.unlink()
    return min(abs(status), 1)


def fuzz_in_a_browser(seconds: int) -> int:
    """Fuzz what reads the search index."""
    from fuzz import shards

    number = shards.fuzz(seconds, partial(keep, IN_A_BROWSER))
    if number:
        print(f"{IN_A_BROWSER}: {number:,} inputs, nothing found")
    return int(not number)


def fuzz_without_guide(target: str, seconds: int) -> int:
    """Try mutants of the corpus until time is up or one is a find."""
    from fuzz.targets import TARGETS

    ends = time.monotonic() + seconds
    for number, data in enumerate(mutants(seeds_of(target), number=0)):
        try:
            TARGETS[target](data)
        except Exception:  # noqa: BLE001  # whatever it is, it is a find
            traceback.print_exc()
            keep(target, data)
            return 1
        if time.monotonic() > ends:
            print(f"{target}: {number + 1:,} inputs, nothing found (without {GUIDED})")
            break
    return 0


def digest(data: bytes) -> str:
    """Return the name of an input's file."""
    return sha256(data).hexdigest()[:16]


def keep(target: str, data: bytes) -> None:
    """Write a find where the tests look for it."""
    path = CRASHES / target / digest(data)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    print(f"found: {path.relative_to(ROOT)}")


if __name__ == "__main__":
    name, length, *where = sys.argv[1:]
    sys.exit(fuzz(name, int(length), Path(where[0] if where else ROOT / ".cache/fuzz" / name)))
