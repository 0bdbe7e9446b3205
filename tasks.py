"""What can be done here: `invoke --list`. Each task is a few lines over the plugin's own rooms."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from tools.command import PYTHON, ROOT, SETTINGS, command, folders
from tools.developing import (
    audit,
    bench,
    evaluate,
    fuzz,
    lint,
    lock,
    screenshots,
    test,
    types,
    weight,
    wheel,
)

if TYPE_CHECKING:
    from invoke import Context

__all__ = [
    "audit", "bench", "evaluate", "fuzz", "lint", "lock", "screenshots", "test", "types", "weight",
    "wheel",
]  # fmt: skip


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
    """Show how a suggestion that waits differs from your file; 'glossary/*' names many."""
    from annotated_reader import store
    from annotated_reader.site import run

    chosen = run.reader_settings(SETTINGS, folders(content=content))
    print(store.diff(chosen.content, chosen.cache, name), end="")


@command
def adopt(_context: Context, name: str, content: str = "content") -> None:
    """Take a suggestion that waits in place of your file; 'glossary/*' names many."""
    from annotated_reader import store
    from annotated_reader.site import run

    chosen = run.reader_settings(SETTINGS, folders(content=content))
    for path in store.adopt(chosen.content, chosen.cache, name):
        print(f"{path} is as suggested")


@command
def keep(_context: Context, name: str, content: str = "content") -> None:
    """Keep your entry as it is against a suggestion that waits; 'glossary/*' names many."""
    from annotated_reader import store
    from annotated_reader.site import run

    chosen = run.reader_settings(SETTINGS, folders(content=content))
    for path in store.keep(chosen.content, chosen.cache, name):
        print(f"{path} stays as it is")


@command
def restore(_context: Context, name: str, content: str = "content") -> None:
    """Bring back a file of the machine's that you have deleted; 'glossary/*' names many."""
    from annotated_reader import store
    from annotated_reader.site import run

    chosen = run.reader_settings(SETTINGS, folders(content=content))
    for path in store.restore(chosen.content, chosen.cache, name):
        print(f"{path} is back")


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
def clean(
    _context: Context, seeds: str = "seeds", content: str = "content", output: str = "output"
) -> None:
    """Remove what can be made anew: the site and the caches; seeds and content stay."""
    from annotated_reader.site import run

    chosen = run.reader_settings(SETTINGS, folders(seeds, content, output))
    run.remove_site(chosen.output)
    shutil.rmtree(chosen.cache, ignore_errors=True)
