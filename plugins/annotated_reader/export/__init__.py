"""What other programs read: one format a file, each a pure function of the register."""

from __future__ import annotations

import json


def to_json(data: object) -> str:
    """Write data as a JSON file that reads well in a difference: a line an item of a list.

    Python's own indentation would take its slow encoder, which costs more than the page.
    """
    return f"{_encode(data)}\n"


def _encode(value: object) -> str:
    if isinstance(value, dict) and value:
        fields = (f"{json.dumps(key)}: {_encode(field)}" for key, field in value.items())
        return "{\n" + ",\n".join(fields) + "\n}"
    if isinstance(value, list) and value:
        items = (json.dumps(item, ensure_ascii=False) for item in value)
        return "[\n" + ",\n".join(items) + "\n]"
    return json.dumps(value, ensure_ascii=False)
