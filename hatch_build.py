"""Puts lunr.js, checked and minified, into the wheel: it is not committed, and needed offline."""

from __future__ import annotations

import importlib.util
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PACKAGE = "pelican/plugins/annotated_reader"


class LunrHook(BuildHookInterface):  # type: ignore[type-arg]
    """Takes lunr.js from the mkdocs package of the build's environment."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Add the script to the files of the wheel."""
        self.folder = tempfile.TemporaryDirectory()
        script = Path(self.folder.name) / "lunr.min.js"
        script.write_bytes(self.vendor().minified_lunr())
        build_data["force_include"][str(script)] = f"{PACKAGE}/search/_vendor/{script.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove what was made on the way."""
        self.folder.cleanup()

    def vendor(self) -> Any:
        """Load the module that knows lunr.js; the package itself needs more than a build has."""
        path = Path(self.root) / "plugins" / "annotated_reader" / "search" / "vendor.py"
        spec = importlib.util.spec_from_file_location("vendor", path)
        assert spec  # noqa: S101  # a file of ours
        assert spec.loader  # noqa: S101
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module
