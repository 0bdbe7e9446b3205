"""The whole way, language model included: seeds in, a site out, the same wherever it is made."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from .conftest import ROOT, Site, contents

if TYPE_CHECKING:
    from pathlib import Path

SEED = """\
Four nights

Emilbek Kaptagaev, chief of staff of the interim government, spoke in Osh on Monday.

Mr Kaptagaev denied the allegations.
"""

MAKE = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1] + "/plugins")
from annotated_reader import conversion
conversion.WORDS_WORTH_A_PROCESS = 1
from annotated_reader.site.run import build_site
if __name__ == "__main__":
    here = Path(sys.argv[2])
    build_site(Path(sys.argv[1]) / "pelicanconf.py", {
        "READER_SEEDS": sys.argv[1] + "/seeds", "READER_WORKERS": int(sys.argv[3]),
        "PATH": str(here / "content"), "OUTPUT_PATH": str(here / "output"),
    })
"""


@pytest.mark.slow
@pytest.mark.model
def test_plain_pelican_converts_the_seeds_too(tmp_path: Path) -> None:
    site = Site(tmp_path)
    site.write("seeds/nights.txt", SEED)
    site.content.mkdir()
    command = [sys.executable, "-m", "pelican", str(site.content), "--fatal", "warnings"]
    command += ["--settings", str(ROOT / "pelicanconf.py"), "--output", str(site.output)]
    command += ["--extra-settings", f'READER_SEEDS="{site.root / "seeds"}"']
    subprocess.run(command, check=True, capture_output=True, cwd=site.root)
    assert 'data-entry="emilbek-kaptagaev"' in site.read("texts/nights.html")
    assert (site.content / "texts" / "nights.md").is_file()


@pytest.mark.model
@pytest.mark.slow
def test_every_machine_makes_the_same_bytes(tmp_path: Path) -> None:
    machines = [
        ({"PYTHONHASHSEED": "1", "TZ": "Asia/Bishkek", "LANG": "C"}, 1),
        ({"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LANG": "C.UTF-8"}, 2),
    ]
    for number, (environment, workers) in enumerate(machines):
        script = tmp_path / "make.py"
        script.write_text(MAKE)
        here = tmp_path / str(number) / ("deeper" * number)
        command = [sys.executable, str(script), str(ROOT), str(here), str(workers)]
        subprocess.run(command, check=True, env={**environment, "PATH": "/usr/bin:/bin"})
    one, other = tmp_path / "0", tmp_path / "1" / "deeper"
    assert contents(one / "content") == contents(other / "content")
    assert contents(one / "output") == contents(other / "output")
