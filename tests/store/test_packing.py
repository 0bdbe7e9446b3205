"""What a cache holds is data: it comes back equal, and nothing else can come of it."""

from __future__ import annotations

import ast
from fractions import Fraction
from pathlib import Path
from typing import Any

import msgpack
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.model import Definition, Entry, Evidence, Mention
from annotated_reader.store import packing
from annotated_reader.store.packing import pack, rows, unpack
from annotated_reader.store.seeds import SeedFile

PACKAGE = Path(packing.__file__).parents[1]
RUNS = {"pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib"}
MENTION = Mention("one", (0, 3), "Osh", "place", "rule", 0.9)
QUOTED = Definition("a", "quotation", Evidence("one", (0, 9), (0, 5), "appositive"))
ENTRY = Entry("osh", "Osh", "place", ("Och",), definition=QUOTED, coordinates=(40.5, 72.8))
PLAIN = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(2**63), 2**63), st.text(), st.binary()),
    lambda inner: st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner),
)


@pytest.mark.parametrize("value", [MENTION, ENTRY, frozenset({"a", "b"}), (1, ("a", None), 0.5)])
def test_value_comes_back_equal(value: object) -> None:
    assert unpack(pack(value)) == value


def test_objects_of_one_class_come_back_equal_from_rows() -> None:
    found = unpack(pack(rows(Mention, [MENTION, MENTION])))
    assert [Mention(*row) for row in found] == [MENTION, MENTION]


@given(PLAIN)
def test_plain_data_comes_back_equal(value: object) -> None:
    assert unpack(pack(value)) == value


def test_sets_are_written_the_same_in_any_order() -> None:
    assert pack(frozenset("abcdef")) == pack(frozenset("fedcba"))


@pytest.mark.parametrize("value", [Fraction(1, 2), packing, print, Path("a")], ids=repr)
def test_what_is_no_data_is_not_packed(value: object) -> None:
    with pytest.raises(TypeError, match="no place in a cache"):
        pack(value)


def asked_for(module: str, name: str, *said: Any) -> bytes:
    packed: bytes = msgpack.packb(msgpack.ExtType(1, msgpack.packb((module, name, said))))
    return packed


@pytest.mark.parametrize(
    ("module", "name", "said"),
    [
        ("store.files", "os.system", ("true",)),
        ("store.files", "secrets", ()),
        ("store.files", "remove", ("a",)),
        ("model", "Mention.__init__", ()),
        ("model", "Mention", ("too", "few")),
        ("model", "Nobody", ()),
        ("site.state", "Build", ()),
        ("store.seeds", SeedFile.__name__, ("a", b"", "")),
        ("nowhere", "Mention", ()),
    ],
)
def test_nothing_else_can_be_made(module: str, name: str, said: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match=r"."):
        unpack(asked_for(module, name, *said))


@given(st.binary())
def test_garbage_is_a_mistake_and_no_more(data: bytes) -> None:
    try:
        value = unpack(data)
    except ValueError:
        return
    assert isinstance(value, (str, int, float, bytes, tuple, dict, frozenset, type(None))) or (
        type(value).__module__ in {"annotated_reader.model", "msgpack.ext"}
    )


@pytest.mark.parametrize("module", sorted(PACKAGE.rglob("*.py")), ids=str)
def test_no_module_loads_what_could_run(module: Path) -> None:
    tree = ast.parse(module.read_text("utf-8"))
    nodes = list(ast.walk(tree))
    imported = {
        alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names
    }
    imported |= {str(node.module) for node in nodes if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in imported} & RUNS == set()
    called = {
        node.func.id
        for node in nodes
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert called & {"eval", "exec", "__import__"} == set()
