"""What the program needs of others, and what is said where one is missing.

An environment that was made before the program was brought up to date lacks
what has come in since.  Uses the standard library alone.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec

MODULES = {
    "mkdocs": "mkdocs", "mkdocs-material": "material", "markdown": "markdown", "pyyaml": "yaml",
    "pagefind": "pagefind", "pagefind-bin": "pagefind_bin", "click": "click", "rich": "rich",
    "pydantic": "pydantic", "ahocorasick-rs": "ahocorasick_rs",
    "charset-normalizer": "charset_normalizer", "rapidfuzz": "rapidfuzz", "rensa": "rensa",
    "msgspec": "msgspec", "cbor2": "cbor2", "babel": "babel", "regex": "regex",
}  # fmt: skip
"""Each dependency of pyproject.toml, and the module by which it is imported."""


def missing() -> list[str]:
    """Return the dependencies that this environment has not."""
    return [name for name, module in MODULES.items() if find_spec(module) is None]


def require() -> None:
    """End the program with a sentence where a dependency is missing."""
    if names := missing():
        sys.exit(
            f"Error: this environment lacks {', '.join(names)}, which Regesta needs since it was "
            "brought up to date: type `make site` (`python3 build_scripts/build.py site`), which "
            "installs what is missing, then the command again."
        )
