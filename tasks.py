"""What can be done here: `invoke --list`. Each task is a few lines over the plugin's own rooms."""

from __future__ import annotations

import functools
import inspect
import os
import shlex
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from invoke import Context, Exit, task

ROOT = Path(__file__).parent
sys.path.insert(0, str(ROOT / "plugins"))

from annotated_reader.errors import ReaderError  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

SETTINGS = ROOT / "pelicanconf.py"
PYTHON = sys.executable
HELP = {
    "seeds": "folder of the texts as received",
    "content": "folder of the Markdown files made from them",
    "output": "folder of the site",
    "port": "port of 127.0.0.1 to serve on",
    "url": "address that the site will have, such as https://example.org/reader",
    "name": "a text or an entry: its file's name without the ending",
    "network": "let other machines of your network in that know the address",
    "json": "for programs: as JSON",
    "strict": "fail if a seed had to be left out; all else is done as well",
    "check": "change nothing; fail if the content would change",
    "everything": "also what takes long (as in CI)",
    "arguments": "further arguments for pytest",
    "gold": "folder of gold texts, one JSON object a line: <set>.<part>.jsonl",
    "part": "which part of the sets: dev or test",
    "coreference": "GUM's folder dep/: who is who and dates are scored in the texts it has",
    "target": "the archive's file; beside the site if not given",
    "what": "what is measured: site, rebuild, search, scale or cluster",
    "texts": "how many texts the library has (0: as in docs/)",
    "sizes": "numbers of texts to search in or to build; 100000 takes long",
    "text": "the text to show: its file's name without the ending",
    "write": "write docs/licenses.md anew",
    "seconds": "how long each target is fuzzed",
    "only": "one target instead of all: see fuzz/targets.py",
}


def command(function: Callable[..., None]) -> Any:
    """Make a function a task whose mistakes of the user's are told in a line, not a traceback."""

    @functools.wraps(function)
    def careful(*arguments: Any, **keywords: Any) -> None:
        for stream in (sys.stdout, sys.stderr):  # in a C locale they know ASCII alone
            stream.reconfigure(errors="backslashreplace")
        try:
            function(*arguments, **keywords)
        except ReaderError as error:
            raise Exit(str(error), code=1) from None

    names = inspect.signature(function).parameters
    return task(careful, help={name: text for name, text in HELP.items() if name in names})


def folders(
    seeds: str = "seeds", content: str = "content", output: str = "output", *, strict: bool = False
) -> dict[str, Any]:
    """Return the settings that name a command's folders, and that it is strict."""
    return ({"READER_STRICT": True} if strict else {}) | {
        "READER_SEEDS": str(Path(seeds).absolute()),
        "PATH": str(Path(content).absolute()),
        "OUTPUT_PATH": str(Path(output).absolute()),
    }


@command
def site(
    _context: Context,
    seeds: str = "seeds",
    content: str = "content",
    output: str = "output",
    strict: bool = False,
) -> None:
    """Convert the seeds, build the site, and say what came of it and what to open."""
    from annotated_reader.site.make import make_site

    for words in make_site(SETTINGS, folders(seeds, content, output, strict=strict)):
        print(words)


@command
def convert(
    _context: Context,
    seeds: str = "seeds",
    content: str = "content",
    output: str = "output",
    check: bool = False,
    strict: bool = False,
) -> None:
    """Convert the seeds into Markdown files (needs the language model)."""
    from annotated_reader.site import run
    from annotated_reader.site.convert import in_words, insist, left_out_in_words

    chosen = folders(seeds, content, output, strict=strict)
    if check:
        bad = run.check_conversion(SETTINGS, chosen)
        print("\n".join([*left_out_in_words(bad), "the content is what the seeds give"]))
    else:
        report = run.convert_seeds(SETTINGS, chosen)
        bad = report.bad
        print(in_words(report))
    insist(bad, run.reader_settings(SETTINGS, chosen))


@command
def build(
    _context: Context, seeds: str = "seeds", content: str = "content", output: str = "output"
) -> None:
    """Build the site from the content alone (needs no language model)."""
    from annotated_reader.site.make import build_site

    print(build_site(SETTINGS, folders(seeds, content, output)))


@command
def serve(
    _context: Context,
    seeds: str = "seeds",
    content: str = "content",
    output: str = "output",
    port: int = 8000,
) -> None:
    """Build and serve the site; rebuild and reload when seeds, content, theme or plugin change."""
    from annotated_reader.site.serve import Workshop, serve_site
    from annotated_reader.site.worker import Worker

    workshop = Workshop(
        output=Path(output),
        content=Path(content),
        theme=ROOT / "theme",
        code=ROOT / "plugins",
        others=(Path(seeds), SETTINGS),
    )
    serve_site(workshop, Worker(SETTINGS, folders(seeds, content, output)), port)


@command
def check(
    _context: Context,
    seeds: str = "seeds",
    content: str = "content",
    output: str = "output",
    strict: bool = False,
) -> None:
    """Check the conversion, build with warnings as errors, check every link and reference."""
    from annotated_reader.site import run
    from annotated_reader.site.convert import insist, left_out_in_words

    chosen = folders(seeds, content, output, strict=strict)
    bad = run.check_conversion(SETTINGS, chosen)
    print("\n".join(left_out_in_words(bad)), end="\n" if bad else "")
    print(run.build_site(SETTINGS, chosen | {"READER_CONVERT": False, "READER_CHECK": True}))
    insist(bad, run.reader_settings(SETTINGS, chosen))
    print("every promise is kept")


@command
def status(
    _context: Context, seeds: str = "seeds", content: str = "content", json: bool = False
) -> None:
    """Say what a build would do, and what is open to the editor."""
    from json import dumps

    from annotated_reader.site import run
    from annotated_reader.site.status import in_words, status_of

    found = status_of(run.reader_settings(SETTINGS, folders(seeds, content)))
    print(dumps(found.as_data(), ensure_ascii=False, indent=1) if json else in_words(found))


@command
def review(
    _context: Context,
    seeds: str = "seeds",
    content: str = "content",
    output: str = "output",
    network: bool = False,
) -> None:
    """Decide what is open in the glossary, one key each, in a page of this machine's own."""
    from annotated_reader.site.review import Workplace, review_site

    command = [PYTHON, "-m", "invoke", "site", "--seeds", seeds]
    command += ["--content", content, "--output", output]
    place = Workplace(Path(content).absolute(), Path(output).absolute(), ROOT / "theme", command)
    review_site(place, network=network)


@command
def diff(_context: Context, name: str, content: str = "content") -> None:
    """Show how a suggestion that waits differs from your file."""
    from annotated_reader import store
    from annotated_reader.site import run

    chosen = run.reader_settings(SETTINGS, folders(content=content))
    print(store.diff(chosen.content, chosen.cache, name), end="")


@command
def adopt(_context: Context, name: str, content: str = "content") -> None:
    """Take a suggestion that waits in place of your file."""
    from annotated_reader import store
    from annotated_reader.site import run

    chosen = run.reader_settings(SETTINGS, folders(content=content))
    print(f"{store.adopt(chosen.content, chosen.cache, name)} is as suggested")


@command
def restore(_context: Context, name: str, content: str = "content") -> None:
    """Bring back a file of the machine's that you have deleted."""
    from annotated_reader import store
    from annotated_reader.site import run

    chosen = run.reader_settings(SETTINGS, folders(content=content))
    print(f"{store.restore(chosen.content, chosen.cache, name)} is back")


@command
def publish(_context: Context, url: str, content: str = "content", output: str = "output") -> None:
    """Build the site with what needs its address: feed, sitemap, error page."""
    from annotated_reader.site import run

    chosen = folders(content=content, output=output)
    chosen |= {"SITEURL": url.rstrip("/"), "FEED_ALL_RSS": "feeds/texts.rss.xml"}
    print(run.build_site(SETTINGS, chosen | {"READER_CONVERT": False, "READER_CHECK": True}))


@command
def zip(_context: Context, output: str = "output", target: str = "") -> None:  # noqa: A001
    """Pack the site into one archive to hand on; it is read from its folder, search included."""
    from annotated_reader.site.archive import archive_site

    site = Path(output).absolute()
    packed = Path(target).absolute() if target else site.with_suffix(".zip")
    number = archive_site(site, packed)
    print(f"{number:,} files, {packed.stat().st_size / 1e6:.1f} MB: {packed}")


@command
def test(context: Context, everything: bool = False, arguments: str = "") -> None:
    """Run the tests."""
    which = "" if everything or os.environ.get("CI") else '-m "not slow"'
    context.run(
        f"{PYTHON} -m pytest -n auto --cov --cov-report=term {which} {arguments}", pty=False
    )


@command
def audit(context: Context, write: bool = False) -> None:
    """Compare what is installed with what is locked, file by file; list the licenses."""
    context.run(f"{PYTHON} -m tools.audit{' --write' if write else ''}")


@command
def fuzz(context: Context, seconds: int = 10, only: str = "") -> None:
    """Look for inputs that break a promise; a find becomes a test in tests/hostile/crashes/."""
    from fuzz.names import NAMES

    if only not in {"", *NAMES}:
        raise ReaderError(f"nothing fuzzes {only}", remedy=f"choose one of {', '.join(NAMES)}")
    environment = {"PYTHONPATH": f"{ROOT}:{ROOT / 'plugins'}"}
    for name in [only] if only else NAMES:
        context.run(f"{PYTHON} -m fuzz.run {name} {seconds}", env=environment)


@command
def lint(context: Context) -> None:
    """Look for faults of form."""
    context.run(f"{PYTHON} -m ruff format --check . && {PYTHON} -m ruff check .")


@command
def types(context: Context) -> None:
    """Check the types."""
    context.run(f"{PYTHON} -m mypy")


@command
def clean(
    _context: Context, seeds: str = "seeds", content: str = "content", output: str = "output"
) -> None:
    """Remove what can be made anew: the site and the caches; seeds and content stay."""
    from annotated_reader.site import run

    chosen = run.reader_settings(SETTINGS, folders(seeds, content, output))
    run.remove_site(chosen.output)
    shutil.rmtree(chosen.cache, ignore_errors=True)


@command
def screenshots(_context: Context, text: str = "", output: str = "output") -> None:
    """Take pictures of every kind of page, as a contact sheet, and the README's picture."""
    from annotated_reader.site import screenshots

    print(screenshots.take(Path(output), text, ROOT / "docs" / "reading-page.png"))
    print(screenshots.take_all(Path(output), ROOT / "screenshots"))


@command
def weight(context: Context, output: str = "output") -> None:
    """Weigh a made reading page, have Lighthouse judge the site; writes docs/weight.md."""
    context.run(
        f"{PYTHON} -m benchmarks.weight {shlex.quote(output)}",
        env={"PYTHONPATH": f"{ROOT}:{ROOT / 'plugins'}"},
    )


@command
def bench(context: Context, what: str, texts: int = 0, sizes: str = "100 1000") -> None:
    """Measure a `site`, a `rebuild`, a `search`, `scale` or a `cluster`; writes into docs/."""
    commands = {
        "site": f"bench {texts or ''}",
        "rebuild": f"rebuild {texts or ''}",
        "search": f"search {sizes}",
        "scale": f"scale {sizes}",
        "cluster": f"cluster {texts or ''}",
    }
    if what not in commands:
        remedy = f"choose {', '.join(commands)}"
        raise ReaderError(f"nothing measures {what}", remedy=remedy)
    environment = {"PYTHONPATH": f"{ROOT}:{ROOT / 'plugins'}"}
    context.run(f"{PYTHON} -m benchmarks.{commands[what]}", env=environment)
    if what == "site":
        weight(context)


@command
def evaluate(
    context: Context, gold: str = "../shared/gold", part: str = "test", coreference: str = ""
) -> None:
    """Score the pipeline beside the bare model on gold texts; writes docs/evaluation.md."""
    names = " ".join(shlex.quote(name) for name in (gold, part, "docs/evaluation.md", coreference))
    command = f"{PYTHON} -m evaluation.evaluate {names}"
    context.run(command, env={"PYTHONPATH": f"{ROOT}:{ROOT / 'plugins'}"})


@command
def wheel(context: Context) -> None:
    """Build the plugin for other Pelican sites, into dist/."""
    context.run(f"{PYTHON} -m build --wheel --no-isolation")


@command
def lock(context: Context) -> None:
    """Pin every package that is installed, with its hash (needs uv)."""
    for name in ("site", "test", "bench"):
        options = "--universal --generate-hashes --no-header --no-emit-package pip"
        options += " --python-version 3.11"  # pip, which pip-audit needs, is what installs the rest
        context.run(f"uv pip compile {options} requirements/{name}.in -o requirements/{name}.txt")
