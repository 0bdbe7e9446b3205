"""What the documents say is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
REQUIREMENT = re.compile(r"^([A-Za-z0-9][\w.-]*)(?:==([\w.]+))?", re.MULTILINE)


def requirements(name: str) -> dict[str, str]:
    """Return the packages that we ask for, with the versions that are locked."""
    locked = dict(REQUIREMENT.findall((ROOT / "requirements" / f"{name}.txt").read_text()))
    wanted = REQUIREMENT.findall((ROOT / "requirements" / f"{name}.in").read_text())
    return {package.lower(): locked[package.lower()] for package, _ in wanted}


@pytest.mark.parametrize(
    ("package", "version"), [*requirements("site").items(), *requirements("test").items()]
)
def test_third_party_names_the_package_and_its_version(package: str, version: str) -> None:
    row = re.compile(rf"^\| {re.escape(package)} \| (\S+) \|", re.MULTILINE)
    found = row.search((ROOT / "THIRD-PARTY.md").read_text())
    assert found, package
    assert version.startswith(found[1])


def test_every_link_of_the_readme_leads_to_a_file() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", (ROOT / "README.md").read_text())
    assert [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("statement", ["accessibility", "machines"])
def test_every_test_that_a_statement_names_exists(statement: str) -> None:
    named = re.findall(r"`(test_\w+)`", (ROOT / "docs" / f"{statement}.md").read_text())
    sources = [path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py")]
    existing = {name for source in sources for name in re.findall(r"def (test_\w+)\(", source)}
    assert named
    assert sorted(set(named) - existing) == []
