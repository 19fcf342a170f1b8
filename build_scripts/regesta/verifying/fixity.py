"""Two lists of files with their digests: what differs between them."""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from regesta.model import Problem
from regesta.problems import problem


def differences(wanted: Mapping[str, str], found: Mapping[str, str], base: str) -> list[Problem]:
    """Return a problem for each path that is changed, missing, extra or
    renamed (same bytes under another name).  *base* stands before the paths."""
    out = [
        problem("fixity-changed", f"SHA-256 {found[path]}, recorded was {digest}", base + path)
        for path, digest in sorted(wanted.items())
        if path in found and found[path] != digest
    ]
    missing = sorted(wanted.keys() - found.keys())
    extra = sorted(found.keys() - wanted.keys())
    strays: dict[str, list[str]] = {}
    for path in extra:
        strays.setdefault(found[path], []).append(path)
    renamed = set()
    for path in missing:
        if others := strays.get(wanted[path]):
            other = others.pop(0)
            renamed.add(other)
            out.append(problem("fixity-renamed", f"this is now {base}{other}", base + path))
        else:
            out.append(problem("fixity-missing", "this file is gone", base + path))
    for path in extra:
        if path not in renamed:
            out.append(problem("fixity-extra", "nothing records this file", base + path))
    return out


def regular_files(folder: Path) -> list[str]:
    """Return the files below *folder* as sorted relative paths.  A link is
    not followed; it counts as a file that no manifest knows."""
    out = []
    for here, folders, names in os.walk(folder):
        links = [name for name in folders if (Path(here) / name).is_symlink()]
        folders[:] = sorted(set(folders) - set(links))
        for name in (*names, *links):
            path = Path(here) / name
            if stat.S_ISREG(path.lstat().st_mode):
                out.append(path.relative_to(folder).as_posix())
    return sorted(out)
