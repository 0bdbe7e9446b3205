"""Texts that want to break out: named cases, each with its bytes, the same on every machine."""

from __future__ import annotations

import random
from collections.abc import Callable

CANARY = "window.__canary = (window.__canary || 0) + 1"
SCRIPT = f"<script>{CANARY}</script>"


def _noise(length: int, seed: int) -> bytes:
    return random.Random(seed).randbytes(length)  # noqa: S311  # repeatable on purpose


def _lines(words: str, number: int) -> Callable[[], bytes]:
    return lambda: words.encode() * number


def _zalgo(words: str) -> str:
    chance = random.Random(3)  # noqa: S311  # repeatable on purpose
    marks = [chr(code) for code in range(0x300, 0x36F)]
    return "".join(letter + "".join(chance.choices(marks, k=12)) for letter in words)


MARKUP: dict[str, str] = {
    "script": f"Before {SCRIPT} after.",
    "script in capitals": f"Before <SCRIPT>{CANARY}</SCRIPT> after.",
    "event handler": (
        f'An <img src=x onerror="{CANARY}"> image and a <b onmouseover="{CANARY}">b</b>.'
    ),
    "vector image": f'A <svg onload="{CANARY}"><script>{CANARY}</script></svg> drawing.',
    "frame": f'A <iframe srcdoc="{SCRIPT}"></iframe> frame.',
    "script address": f"A [link](javascript:{CANARY}) and <javascript:{CANARY}> another.",
    "script address in HTML": f'A <a href="javascript:{CANARY}">link</a>.',
    "comment": f"A <!-- {SCRIPT} --> comment and an --> end of one.",
    "Markdown": (
        "*Stars* _lines_ `code` ![picture](x.png) [link](y) # no heading\n\n# Heading?\n\n- item"
    ),
    "footnote": "A reference[^osh] and a definition:\n\n[^osh]: not a note [^1]: nor this.",
    "front matter": "---\ntitle: Another\nstatus: hidden\n---\n\nThe text begins here.",
    "front matter inside": "The text.\n\n---\ntitle: Another\n---\n\nMore text.",
    "template": "Seven is {{ 7 * 7 }} and {% raw %} {{ config }} {% endraw %} {# gone? #}.",
    "Pelican's addresses": (
        "See {filename}/texts/a.md and {static}/x.png and |filename|y and {attach}z."
    ),
    "braces": "}} }} {{ {{ %} {% ${x} #{y} <%= z %> <?php echo 1 ?>",
    "entities": "&lt;script&gt; &amp;amp; &#60;b&#62; &nbsp;&copy; &unknown;",
    "attribute breakers": "\"'><b> ' onclick=1 \" autofocus onfocus=1 `",
    "end of the page": "The end. </div></article></main></body></html><h1>Another page</h1>",
    "mark of a mention": '<a class="mention" data-entry="osh" href="evil.html">Osh</a>',
    "mark of a note": '<section class="notes"><li id="note-osh">evil</li></section>',
}
"""Markup of every kind, which has to come out as the words that it is."""

LETTERS: dict[str, str] = {
    "from right to left": "Names \u202egnp.exe\u202c and \u2066isolated\u2069 \u200fmarks.",
    "without width": "O\u200bsh, O\u200dsh, O\u2060sh, \ufeffOsh and O\u00adsh.",
    "for private use": "Signs \ue000 \uf8ff \U000f0000 of nobody.",
    "Zalgo": _zalgo("He comes to Osh."),
    "beyond the plane": "𝕆𝕤𝕙 🦊👩‍👩‍👧 𠜎",
    "line ends": "One\u2028two\u2029three\u0085four\x0bfive\x0csix.",
    "composed and not": "Caf\u00e9 and Cafe\u0301 in Bishkek.",
    "control signs": "A\x01b\x02c\x1bd\x7fe.",
    "a word without end": "x" * 20_000,
    "a line without end": "Osh was calm and Bishkek was calm. " * 3_000,
    "many short lines": "\n".join("a b" for _ in range(5_000)),
    "many paragraphs": "\n\n".join("Osh." for _ in range(3_000)),
    "deep quotes": "> " * 300 + "deep",
    "deep lists": "\n".join("  " * depth + "- item" for depth in range(150)),
    "brackets": "[" * 3_000 + "]" * 3_000,
    "stars": "*" * 5_000,
    "one name again and again": "Roza Otunbayeva. " * 2_000,
}
"""Letters and lengths that programs stumble over."""

BYTES: dict[str, bytes] = {
    "NUL": b"Osh was\x00 calm that day, and so were all the others.",
    "noise": _noise(5_000, 1),
    "nothing": b"",
    "only space": b" \n\t \r\n ",
    "mark alone": b"\xef\xbb\xbf",
    "half a letter": "Ош был тих в тот день, и все остальные тоже.".encode()[:-1],
    "surrogates": b"Osh \xed\xa0\x80 was calm.",
    "two encodings": "Ош был тих. ".encode() * 5 + "Ош был тих. ".encode("cp1251") * 5,
    "accents of another encoding": "Une ville près de la frontière, à Och.".encode("cp1252"),
    "UTF-7": b"Osh +ADw-script+AD4- was calm.",
    "UTF-16": "Osh was calm that day.".encode("utf-16"),
    "UTF-32": "Osh was calm that day.".encode("utf-32"),
    "image": b"\x89PNG\r\n\x1a\n" + _noise(2_000, 2),
    "archive": b"PK\x03\x04" + _noise(2_000, 3),
    "program": b"\x7fELF\x02\x01\x01" + bytes(2_000),
}
"""Files called .txt that may not be texts."""

PAGES: dict[str, str] = {
    "open elements": "<html><body>" + "<p><b><i>" * 500 + "Osh was calm that day.",
    "deep elements": "<div>" * 5_000 + "Osh was calm that day." + "</div>" * 5_000,
    "scripts": f"<html><body><p>Osh was calm.</p>{SCRIPT}<p onclick='{CANARY}'>All went home.</p>",
    "entities": "<html><body><p>&lt;script&gt;alert(1)&lt;/script&gt; stood on the wall.</p>",
    "nothing but head": "<html><head><title>Osh</title></head></html>",
    "frames": "<frameset><frame src=a><frame src=b></frameset>",
    "wrong declaration": (
        '<?xml version="1.0" encoding="utf-7"?><p>Osh +ADw-script+AD4- was calm.</p>'
    ),
    "endless": f"<html><body><p>{SCRIPT}" + "<p>Osh was calm.<b><i>" * 1_000,
    "bomb of entities": (
        '<!DOCTYPE a [<!ENTITY a0 "lol">'
        + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
        + "]><html><body><p>Osh was calm. &a11;</p>"
    ),
    "bomb of open formats": "<html><body>" + "<b><p>Osh" * 1_000,
    "bomb of tables": "<html><body>" + "<table><tr><td>Osh" * 500,
    "entity of a file": (
        '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>Osh was calm. &a;</p>'
    ),
    "comment without an end": f"<html><body><p>Osh was calm.</p><!-- {SCRIPT * 100}",
    "attribute of a megabyte": f"<p title='{'x' * 1_000_000}'>Osh was calm.</p>",
    "address of a script": (
        f'<p>Osh <a href="javascript:{CANARY}">was</a> '
        f'<a href=" java&#10;script:{CANARY}">calm</a>.'
    ),
    "base and refresh": (
        '<base href="https://evil.example/">'
        '<meta http-equiv=refresh content="0;url=//evil.example">'
        "<p>Osh was calm.</p><form action=//evil.example><button>Go</button></form>"
    ),
    "surrogates and NUL as entities": "<p>Osh &#xD800;&#xDFFF; was&#0; calm&#x110000;.</p>",
    "many attributes": "<p " + " ".join(f"a{n}=1" for n in range(5_000)) + ">Osh was calm.</p>",
}
"""Saved pages that no editor of pages has made."""

HUGE: dict[str, Callable[[], bytes]] = {
    "ten megabytes on a line": _lines("All was calm. ", 750_000),
    "a million short lines": _lines("a\n", 1_000_000),
    "a hundred thousand mentions": _lines("They came to Osh again.\n\n", 100_000),
}
"""Sizes that no editor means; each is made when it is asked for."""
