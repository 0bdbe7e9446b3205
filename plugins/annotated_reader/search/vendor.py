"""lunr.js of the mkdocs package -> the script of our pages: checked, minified, with license.

It stands on its own (no import of ours), because the wheel's build hook loads it by its path and
puts `minified_lunr()` into the package as `search/_vendor/lunr.min.js`. A source tree has no such
copy and takes the script from the installed mkdocs at every build.

The search asks lunr and never lets it index or parse in the browser, so what lunr has for that is
left out; the rest is lunr's, letter by letter but for comments and space.
"""

from __future__ import annotations

import hashlib
from importlib import metadata
from pathlib import Path

PACKAGE = "mkdocs"
VERSION = "1.6.1"
MEMBER = "mkdocs/contrib/search/templates/search/lunr.js"
SHA256 = "c1a28d9e95163292fbcc07ff794f1f0e1ade8741c513afe96d5b1046a18110bc"
PACKAGED = Path(__file__).parent / "_vendor" / "lunr.min.js"

OMITTED = (
    ("/*!\n * lunr.tokenizer", "/*!\n * lunr.Pipeline"),
    ("/*!\n * lunr.stemmer", "/*!\n * lunr.TokenSet"),
    ("/*!\n * lunr.Builder", "lunr.MatchData = function"),
    ("lunr.QueryParseError = function", "  /**\n   * export the module"),
)
"""What is left out: from where up to where."""

LICENSE = """\
/*!
 * lunr 2.3.9, https://lunrjs.com
 *
 * Copyright (C) 2013-2020 Oliver Nightingale
 *
 * Permission is hereby granted, free of charge, to any person obtaining a copy of this software
 * and associated documentation files (the "Software"), to deal in the Software without
 * restriction, including without limitation the rights to use, copy, modify, merge, publish,
 * distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
 * Software is furnished to do so, subject to the following conditions:
 *
 * The above copyright notice and this permission notice shall be included in all copies or
 * substantial portions of the Software.
 *
 * THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING
 * BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
 * NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM,
 * DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
 * OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
 */
"""


class VendorError(Exception):
    """lunr.js is missing or is not the one we know; `remedy` tells what to do."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.remedy = remedy


def minified_lunr(packaged: Path = PACKAGED) -> bytes:
    """Return the packaged copy where there is one, else make it from the mkdocs package."""
    if packaged.exists():
        return packaged.read_bytes()
    return minify(engine(checked(find_lunr().read_bytes()).decode()))


def find_lunr(package: str = PACKAGE) -> Path:
    """Return the path of lunr.js in the installed package."""
    remedy = f"install {PACKAGE}=={VERSION} (it brings lunr.js) or a built wheel of this plugin"
    try:
        path = Path(str(metadata.distribution(package).locate_file(MEMBER)))
    except metadata.PackageNotFoundError as error:
        raise VendorError(f"lunr.js not found: {package} is not installed", remedy) from error
    if not path.exists():
        raise VendorError(f"lunr.js not found: {path} is missing", remedy)
    return path


def checked(source: bytes, sha256: str = SHA256) -> bytes:
    """Return the script if it is the one we know."""
    found = hashlib.sha256(source).hexdigest()
    if found != sha256:
        raise VendorError(
            f"lunr.js is not the one we know: its sha256 is {found}, not {sha256}",
            f"install {PACKAGE}=={VERSION}",
        )
    return source


def engine(source: str) -> str:
    """Return what of lunr.js answers queries."""
    for start, end in OMITTED:
        before, _, rest = source.partition(start)
        source = before + end + rest.partition(end)[2]
    return source


def minify(source: str) -> bytes:
    """Return the script without comments and needless space, its license put in front."""
    try:
        from rjsmin import jsmin
    except ImportError as error:
        raise VendorError("lunr.js cannot be minified", "install rjsmin") from error
    script: str = jsmin(source, keep_bang_comments=False)
    return f"{LICENSE}{script}\n".encode()
