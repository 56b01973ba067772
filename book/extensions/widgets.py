"""Ship the widgets' code with the site: each module once, as a classic script, for a page opened from disk, too."""

import hashlib
import json
import re
import shutil
from math import isfinite
from pathlib import Path

import cs231n_widgets
import traitlets
from cs231n_widgets.base import Widget
from sphinx.errors import ExtensionError

BUNDLES = Path(cs231n_widgets.__file__).parent / "static"
LOADER = "page"  # the bundle that mounts the others
DEFAULT_EXPORT = re.compile(r"^export \{\s*(\w+) as default\s*\};\s*\Z", re.MULTILINE)
MODULE_SYNTAX = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)


def classic(text, name):
    """Returns an ES module of esbuild's as a classic script that leaves its default export in cs231nWidgets.loaded.

    A browser loads no module scripts from disk. Raises ExtensionError for a module with imports or other exports.
    """
    body, exports = DEFAULT_EXPORT.subn(lambda match: f'globalThis.cs231nWidgets.loaded["{name}"] = {match[1]};', text)
    left = MODULE_SYNTAX.search(body)
    if left or exports != (name != LOADER):
        why = f"it says {left[0]!r}" if left else "it doesn't end in `export { ... as default };`"
        raise ExtensionError(f"The bundle {name}.js can't be made a classic script: {why}. Run python tools/bundle.py.")
    return f'(() => {{\n"use strict";\n{body}}})();\n'


def widget_names():
    """Returns the names of the widgets' modules, those a place on a page may ask for."""
    return sorted(path.stem for path in BUNDLES.glob("*.js") if path.stem != LOADER)


def limits(name):
    """Returns {trait: what its values may be} of a widget: {"least": ..., "most": ...}, or {"among": [...]}."""
    kinds = [Widget]
    for kind in kinds:
        kinds += kind.__subclasses__()
    traits = next(kind for kind in kinds if getattr(kind, "module", None) == name).class_traits(sync=True)
    found = {}
    for trait_name, trait in traits.items():
        ends = {"least": getattr(trait, "min", None), "most": getattr(trait, "max", None)}
        found[trait_name] = {key: end for key, end in ends.items() if isinstance(end, (int, float)) and isfinite(end)}
        if isinstance(trait, traitlets.Float):
            found[trait_name]["real"] = True
        if isinstance(trait, traitlets.Enum):
            found[trait_name] = {"among": list(trait.values)}
    return {trait_name: one for trait_name, one in found.items() if one and not trait_name.startswith("_")}


def addressed(name, content):
    """Returns a file's name with a digest of its content behind it, so that no browser shows an old one."""
    return f"{name}?v={hashlib.sha256(content.encode()).hexdigest()[:8]}"


def write_scripts(app):
    """Write the scripts and their styles beside the doctrees and add them to the site (event builder-inited)."""
    static = Path(app.doctreedir) / "widget-scripts"
    out = static / "widgets"
    shutil.rmtree(static, ignore_errors=True)
    out.mkdir(parents=True)
    files = {}
    for name in widget_names():
        script = classic((BUNDLES / f"{name}.js").read_text(encoding="utf-8"), name)
        style = (BUNDLES / f"{name}.css").read_text(encoding="utf-8")
        (out / f"{name}.js").write_text(script, encoding="utf-8")
        (out / f"{name}.css").write_text(style, encoding="utf-8")
        files[name] = {"script": addressed(f"{name}.js", script), "style": addressed(f"{name}.css", style)}
        files[name]["limits"] = limits(name)
    loader = classic((BUNDLES / f"{LOADER}.js").read_text(encoding="utf-8"), LOADER)
    known = f"globalThis.cs231nWidgets = {json.dumps({'files': files, 'loaded': {}})};\n"
    (out / f"{LOADER}.js").write_text(known + loader, encoding="utf-8")
    app.config.html_static_path.append(str(static))
    app.add_js_file(f"widgets/{LOADER}.js", defer="defer")


def setup(app):
    """Register with Sphinx."""
    app.connect("builder-inited", write_scripts)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
