#!/usr/bin/env python3
"""From a bare clone to a site: ``python3 build_scripts/build.py site``.

Makes its own environment in .venv/, installs the pinned dependencies with
their digests and runs the program.  Uses the standard library alone, and
writes nothing outside this folder.
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

OLDEST = (3, 11)
NEWER = ("python3.14", "python3.13", "python3.12", "python3.11")


def _leave_old_python():
    """Go on with a newer Python where there is one; otherwise say what to do."""
    for name in NEWER:
        found = shutil.which(name)
        # A shim may be there without a Python behind it: ask it.
        if found and subprocess.call([found, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            os.execv(found, [found, *sys.argv])
    sys.exit(
        "Regesta needs Python 3.11 or newer, and this is {}.{}.\n"
        "Install a newer one, then name it: python3.12 build_scripts/build.py site".format(
            *sys.version_info[:2]
        )
    )


if sys.version_info < OLDEST:
    _leave_old_python()

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "regesta-installed.json"
LOCKS = {name: ROOT / "requirements" / f"{name}.txt" for name in ("site", "test", "ner")}
WINDOWS = os.name == "nt"
BIN = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if WINDOWS else "python")
REGESTA = BIN / ("regesta.exe" if WINDOWS else "regesta")
FIREFOXES = ("firefox-esr", "firefox")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
IN_CI = os.environ.get("CI", "").lower() in ("1", "true", "yes")
# Two workers, a file each, in the order of the folders: what is slow stands before unit/.
IN_TURN = ("-n", "2", "--dist", "loadfile", "--no-loadscope-reorder")


class Trouble(Exception):
    """Something that a user can meet, in words for a user."""


def say(words: str) -> None:
    print(words, flush=True)


def environment() -> dict[str, str]:
    """Return the environment for what is run: the user's settings for the
    network stay, whatever leads out of .venv/ goes."""
    out = dict(os.environ)
    for name in ("PYTHONPATH", "PYTHONHOME", "PIP_TARGET", "PIP_PREFIX", "PIP_REQUIRE_VIRTUALENV"):
        out.pop(name, None)
    out |= {"PYTHONNOUSERSITE": "1", "PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    if "PIP_CACHE_DIR" not in out:
        out["PIP_NO_CACHE_DIR"] = "1"  # pip's own place is outside this folder
    out["PIP_ROOT_USER_ACTION"] = "ignore"
    return out


def run(*command: object, **more: str) -> int:
    """Run a command in the root of the clone; return its exit status."""
    words = [str(word) for word in command]
    return subprocess.call(words, cwd=ROOT, env={**environment(), **more})


def must(trouble: str, *command: object) -> None:
    """Run a command that has to succeed; *trouble* is said where it does not."""
    if run(*command) != 0:
        raise Trouble(trouble)


# The environment in .venv/


def wanted(what: str) -> str:
    """Return a digest of all that decides what .venv/ must hold for *what*."""
    digest = hashlib.sha256(f"{sys.version_info[:3]} {VENV} {WINDOWS}\n".encode())
    for path in (LOCKS[what], ROOT / "pyproject.toml"):
        digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()


def installed() -> dict[str, str]:
    """Return what was installed last: kind of environment to digest."""
    try:
        found = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) and REGESTA.exists() else {}


def prepare(what: str) -> None:
    """Make .venv/ hold what *what* ("site" or "test") needs; nothing is done
    where the last time was for the same lock files, Python and place."""
    stamp = installed()
    if stamp.get(what) == wanted(what):
        return
    if not os.access(ROOT, os.W_OK):
        raise Trouble(f"{ROOT} cannot be written to by you. Clone into a folder of your own.")
    started = time.monotonic()
    make_venv()
    say(f"Installing {'what the tests need' if what == 'test' else 'the dependencies'} …")
    STAMP.unlink(missing_ok=True)
    pip = (PYTHON, "-m", "pip", "install", "-qq", "--no-compile")  # errors alone are printed
    must(
        "The dependencies could not be installed; the lines above say why. Is there a network?\n"
        "Try again; if it fails in the same way, type `make clean` first.",
        *pip, "--require-hashes", "--no-deps", "--prefer-binary", "-r", LOCKS[what],
    )  # fmt: skip
    must(
        "The program itself could not be installed; the lines above say why.",
        *pip, "--no-deps", "--no-build-isolation", "--editable", ROOT,
    )  # fmt: skip
    stamp = {what: wanted(what)}
    if what == "test":  # its lock holds all of the other
        stamp["site"] = wanted("site")
    STAMP.write_text(json.dumps(stamp), "utf-8")
    say(f"Installed into .venv/ in {time.monotonic() - started:.0f} seconds.")


def make_venv() -> None:
    """Make .venv/ unless one of the same Python, in the same place, works."""
    ask = "import sys, pip; print(sys.version_info[:3], sys.prefix)"
    here = f"{sys.version_info[:3]} {VENV}"
    try:
        answer = subprocess.run([PYTHON, "-c", ask], capture_output=True, text=True, check=False)
        if answer.stdout.strip() == here:
            return
    except OSError:
        pass  # there is none, or one that leads nowhere
    say("Making an environment in .venv/ …")
    try:
        import ensurepip  # noqa: F401 - only whether it is there
        import venv
    except ImportError as error:
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        raise Trouble(
            f"Python's module {error.name} is missing. On Debian or Ubuntu, type:\n"
            f"    {sudo()}apt-get install python3-venv\n"
            f"(or python{version}-venv, if your Python is not the system's own)"
        ) from None
    if VENV.is_symlink():
        raise Trouble(".venv is a link to another place; remove it, then try again.")
    shutil.rmtree(VENV, ignore_errors=True)
    try:
        venv.create(VENV, with_pip=True, symlinks=not WINDOWS)
    except (OSError, subprocess.CalledProcessError) as error:
        raise Trouble(f"The environment in .venv/ could not be made: {error}") from None


def sudo() -> str:
    return "" if is_root() else "sudo "


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


# The browser


def browser() -> "str | None":
    """Return the Chromium on this machine, if there is one (CHROMIUM can name it)."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)


def is_debian() -> bool:
    """Tell whether this is Debian, Ubuntu or one of their kin."""
    try:
        lines = Path("/etc/os-release").read_text("utf-8").splitlines()
    except OSError:
        return False
    values = dict(line.split("=", 1) for line in lines if "=" in line)
    kin = f"{values.get('ID', '')} {values.get('ID_LIKE', '')}".replace('"', "").split()
    return bool({"debian", "ubuntu"} & set(kin)) and shutil.which("apt-get") is not None


def missing_tools() -> "list[str]":
    """Return the Debian packages of what the tests in a browser need and this
    machine lacks: Chromium, Firefox, npm (for axe-core, vnu, Lighthouse and what drives
    Firefox) and Java (which vnu needs)."""
    packages = [] if browser() else ["chromium"]
    firefox = os.environ.get("FIREFOX") or any(map(shutil.which, FIREFOXES))
    packages += [] if firefox else ["firefox-esr"]
    packages += [] if shutil.which("npm") else ["npm"]
    return packages + ([] if shutil.which("java") else ["default-jre-headless"])


def install_tools(packages: "list[str]") -> None:
    """Install *packages* with apt-get; whether it worked, later looks tell."""
    names = ", ".join(packages)
    say(f"Installing with apt-get, for the tests in a browser: {names} …")
    more = {"DEBIAN_FRONTEND": "noninteractive"}
    install = ("apt-get", "install", "-y", "-qq", "--no-install-recommends")
    # One by one: what a system does not have (Ubuntu: firefox-esr) stops no other.
    failed = run("apt-get", "update", "-qq", **more)
    for package in packages:
        failed += run(*install, package, **more)
    if failed:
        say(f"apt-get could not install all of {names}; the lines above say why.")


def install_checkers() -> None:
    """Put axe-core, vnu and Lighthouse, which check pages, below tests/browser/."""
    folder = ROOT / "tests" / "browser"
    stamp = folder / "node_modules" / ".regesta"
    lock = (folder / "package-lock.json").read_text("utf-8")
    if not shutil.which("npm") or (stamp.is_file() and stamp.read_text("utf-8") == lock):
        return
    say("Installing what checks pages (axe-core, vnu, Lighthouse) …")
    quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    cache = {"npm_config_cache": str(VENV / "npm")}
    if run("npm", "ci", *quiet, "--prefix", folder, **cache) == 0:
        stamp.write_text(lock, "utf-8")


# The commands


def site(_rest: "list[str]") -> int:
    prepare("site")
    return run(REGESTA, "build")


def test(rest: "list[str]") -> int:
    prepare("test")
    packages = missing_tools()
    if packages and is_root() and is_debian():
        install_tools(packages)
    install_checkers()
    command = [PYTHON, "-m", "pytest", *(rest or IN_TURN)]
    status = run(*command)
    packages = missing_tools()
    if packages and not IN_CI:
        say(
            "\nTests that need what is not here did not run (listed above): "
            f"{', '.join(packages)}.\nTo run them too, type:  {how_to_get(packages)}"
        )
    return status


def how_to_get(packages: "list[str]") -> str:
    if is_debian():
        return f"{sudo()}apt-get install -y {' '.join(packages)} && make test"
    return "make test  (after installing Chromium, Firefox, Node.js with npm, and Java)"


def bundle(rest: "list[str]") -> int:
    return site([]) or run(REGESTA, "bundle", *(rest or ["-o", "archive.zip"]))


def bench(rest: "list[str]") -> int:
    prepare("test")
    return run(PYTHON, "-m", "bench", *rest)


def lint(_rest: "list[str]") -> int:
    prepare("test")
    where = ("build_scripts", "tests", "bench")
    return (
        run(PYTHON, "-m", "ruff", "check", *where)
        or run(PYTHON, "-m", "ruff", "format", "--check", *where)
        or run(PYTHON, "-m", "mypy")
    )


def locks(_rest: "list[str]") -> int:
    """Pin anew.  Needs the command ``uv``, which users never do."""
    uv = shutil.which("uv") or shutil.which("uv", path=str(BIN))
    if uv is None:
        raise Trouble("Pinning needs uv: .venv/bin/pip install uv, then try again.")
    for what in LOCKS:
        extra = () if what == "site" else ("--extra", what)
        made = VENV / f"{what}.txt"
        must(
            "The dependencies could not be pinned; the lines above say why.",
            uv, "pip", "compile", "pyproject.toml", "requirements/build.in", *extra,
            "--universal", "--python-version", ".".join(map(str, OLDEST)), "--generate-hashes",
            "--no-emit-index-url", "--no-emit-find-links", "--no-header", "--no-annotate",
            "--upgrade", "--quiet", "-o", made,
        )  # fmt: skip
        head = "# Pinned with digests. Do not edit: `make locks` writes this file.\n"
        LOCKS[what].write_text(head + made.read_text("utf-8"), "utf-8")
        made.unlink()
    say("requirements/ is pinned anew. Run `make test`, then commit it.")
    return 0


def clean(_rest: "list[str]") -> int:
    for name in (".venv", "site", ".cache", ".mypy_cache", ".ruff_cache", ".pytest_cache"):
        path = ROOT / name
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
    say("Removed what was installed and built; seeds/ and docs/ are as they were.")
    return 0


def install(_rest: "list[str]") -> int:
    prepare("test")
    return 0


COMMANDS = {
    "site": (site, "build pages, site and search index of the archive here"),
    "test": (test, "install what the tests need and run all of them"),
    "bundle": (bundle, "build the site and put it into one zip (-o FILE.zip)"),
    "bench": (bench, "measure builds of N made-up documents (bench 1000)"),
    "lint": (lint, "check style and types"),
    "locks": (locks, "pin the dependencies anew, with digests (needs uv)"),
    "clean": (clean, "remove what was installed and built; seeds/ and docs/ stay"),
    "install": (install, "install what the tests need, and no more"),
}


def main() -> int:
    listed = "\n".join(f"  {name:8} {words}" for name, (_f, words) in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="build.py",
        description="From a bare clone to a site. Every command makes its own environment first.",
        epilog=f"commands (each is also a target of make):\n{listed}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=COMMANDS, metavar="COMMAND")
    parser.add_argument("rest", nargs=argparse.REMAINDER, metavar="…", help="handed on")
    options = parser.parse_args()
    try:
        return COMMANDS[options.command][0](options.rest)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. What was begun is finished the next time.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
