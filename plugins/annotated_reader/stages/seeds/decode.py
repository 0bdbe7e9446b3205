"""Bytes in, text out: which encoding a file is in, and the invisible characters it sheds.

Every character set that an editor meets comes in here and leaves as Unicode with plain
newlines, so that no later stage ever thinks about bytes.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import NamedTuple

from ...errors import SeedError
from .record import counted

BYTE_ORDER_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"{\\rtf", "a rich text (RTF) file"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
)
WESTERN = ("windows-1252", "mac-roman")
TOLD_BY_MARKS = ("utf_7", "utf_16", "utf_16_be", "utf_16_le", "utf_32", "utf_32_be", "utf_32_le")
SAVE_AS_TEXT = "save it as plain text, Markdown or HTML in UTF-8"

META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
LINE_ENDS = re.compile("\r\n|[\r\x0b\x85\u2028]")
PAGE_ENDS = re.compile("[\x0c\u2029]")
# Unicode's controls and what XML 1.0 forbids, without tab and newline.
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
# Soft hyphens, word joiners, inner byte-order marks; zero-width spaces beside other white space.
INVISIBLES = re.compile("[\u00ad\u2060\ufeff]|(?<!\\S)\u200b+|\u200b+(?!\\S)")


class Decoded(NamedTuple):
    """A file's text, the codec that read it, and what was dropped on the way."""

    text: str
    encoding: str
    cleaning: tuple[str, ...]


def decode(path: str, data: bytes, *, markup: bool = False) -> Decoded:
    """Read a file's bytes: by its mark, as UTF-8, as its markup says, or by its statistics."""
    refuse_known_binary(path, data)
    text, encoding = by_mark(path, data) or by_content(path, data, markup=markup)
    text = PAGE_ENDS.sub("\n\n", LINE_ENDS.sub("\n", text))
    if is_binary(text):
        raise SeedError("this is not a text", path=path, remedy=SAVE_AS_TEXT)
    return Decoded(*without_invisibles(text, encoding))


def refuse_known_binary(path: str, data: bytes) -> None:
    """Name the formats that editors mistake for texts."""
    for signature, name in SIGNATURES:
        if data.startswith(signature):
            raise SeedError(f"this is {name}, not a text", path=path, remedy=SAVE_AS_TEXT)


def by_mark(path: str, data: bytes) -> tuple[str, str] | None:
    """Decode by a byte-order mark, where the file begins with one."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding), encoding
            except UnicodeDecodeError as error:
                raise SeedError(
                    f"begins as {encoding} but breaks off at byte {error.start}",
                    path=path,
                    remedy="save it again as UTF-8",
                ) from error
    return None


def by_content(path: str, data: bytes, *, markup: bool) -> tuple[str, str]:
    """Decode what has no mark: the strict encodings first, the guess last."""
    declared = declared_charset(data) if markup else ""
    for encoding in (unmarked_utf16(data), "utf-8", declared):
        if encoding:
            try:
                return data.decode(encoding), encoding
            except UnicodeError:
                continue
    for encoding in WESTERN:
        western = as_western(data, encoding)
        if western is not None:
            return western, encoding
    from charset_normalizer import from_bytes  # few seeds need it

    guess = from_bytes(data, cp_exclusion=list(TOLD_BY_MARKS)).best()
    if guess is None:
        raise SeedError(
            "its character encoding cannot be told", path=path, remedy="save it again as UTF-8"
        )
    return str(guess), codecs.lookup(guess.encoding).name


def declared_charset(data: bytes) -> str:
    """Return the text encoding that an HTML page states near its top, or an empty string."""
    found = META_CHARSET.search(data[:4096])
    if not found:
        return ""
    name = found[1].decode("ascii", "ignore").lower()
    if name in {"iso-8859-1", "latin1", "us-ascii", "ascii"}:
        return "windows-1252"  # as the WHATWG Encoding Standard has browsers read them
    try:
        codec = codecs.lookup(name)
        "".encode(name)
    except (LookupError, ValueError):  # unknown, or no text encoding
        return ""
    return "" if codec.name.startswith("utf-") else codec.name


def unmarked_utf16(data: bytes) -> str:
    """Tell UTF-16 without a mark by the zero bytes beside its Latin letters."""
    sample = data[:4096]
    if len(data) % 2 or b"\0" not in sample:
        return ""
    half = len(sample) / 2
    if sample[1::2].count(0) > half * 0.6 and not sample[::2].count(0):
        return "utf-16-le"
    if sample[::2].count(0) > half * 0.6 and not sample[1::2].count(0):
        return "utf-16-be"
    return ""


def as_western(data: bytes, encoding: str) -> str | None:
    """Read in a single-byte encoding if the result looks like a western European text.

    Statistics cannot tell single-byte encodings apart in short texts; looks can: accented
    letters are few and stand among plain ones, capitals do not follow small letters, and
    symbols other than an apostrophe or dash do not stand inside words.
    """
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    letters = sum(map(str.isalpha, text))
    special = [place for place, character in enumerate(text) if ord(character) > 127]
    accented = sum(text[place].isalpha() for place in special)
    odd = sum(is_odd(text, place) for place in special)
    return text if accented <= letters * 0.3 and odd <= len(special) * 0.05 else None


def is_odd(text: str, place: int) -> bool:
    """Tell whether a character stands where no western text has it."""
    before, here, after = text[place - 1 : place], text[place], text[place + 1 : place + 2]
    if here.isalpha():
        return here.isupper() and before.islower()
    return before.isalpha() and after.isalpha() and here not in "’‘–—·…\xad\xa0"


def is_binary(text: str) -> bool:
    """Tell a text from what merely decodes: zero bytes, or more controls than an accident."""
    return "\0" in text or len(CONTROLS.findall(text)) > max(8, len(text) // 20)


def without_invisibles(text: str, encoding: str) -> tuple[str, str, tuple[str, ...]]:
    """Drop what cannot be seen, and compose letters with their accents, on record."""
    text, controls = CONTROLS.subn("", text)
    text, invisibles = INVISIBLES.subn("", text)
    composed = unicodedata.normalize("NFC", text)
    record = (
        ("dropped " + counted(controls, "control character"), controls),
        ("dropped " + counted(invisibles, "invisible character"), invisibles),
        ("composed letters and their accents (Unicode NFC)", composed != text),
    )
    return composed, encoding, tuple(sentence for sentence, happened in record if happened)
