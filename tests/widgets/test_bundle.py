"""The bundles are what the sources say, complete and small."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))
import bundle  # noqa: E402
from scope_css import scoped  # noqa: E402


def write(folder, **sources):
    for name, text in sources.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")


def test_what_is_committed_is_what_the_tool_makes():
    done = subprocess.run([sys.executable, ROOT / "tools/bundle.py", "--check"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("widget", ["sliding_filter", "sizing_calculator", "pooling", "im2col"])
def test_bundles_are_small_and_whole(widget):
    js, css = (bundle.STATIC / f"{widget}.{kind}" for kind in ("js", "css"))
    assert js.stat().st_size + css.stat().st_size < 60_000
    text = js.read_text(encoding="utf-8")
    assert text.startswith("// made by tools/bundle.py from widgets/js/: ")
    assert "import " not in text.split("\n", 1)[1].replace("important", "")
    assert text.count("export ") == 1
    assert "<!--" not in text
    assert "</script" not in text.lower()
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")


SELECTORS = re.compile(r"^([^@{}]+)\{", re.MULTILINE)


@pytest.mark.parametrize("name", [name for name in bundle.BUNDLES if name.endswith(".css")])
def test_a_widget_s_rules_reach_no_other_widget(name):
    text = bundle.COMMENT.sub("", (bundle.STATIC / name).read_text(encoding="utf-8"))
    kind = name.split("_")[0].removesuffix(".css")
    selectors = [one.strip() for group in SELECTORS.findall(text) for one in re.split(r", (?![^(]*\))", group)]
    assert len(selectors) > 50
    assert [one for one in selectors if f".cs-{kind}" not in one and one != "to"] == []


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        (".a { b: c }", ":where(.cs-k) .a { b: c }"),
        (".a, .b:is(.c, .d) {}", ":where(.cs-k) .a, :where(.cs-k) .b:is(.c, .d) {}"),
        (".cs-widget .a {}", ".cs-widget:where(.cs-k) .a {}"),
        ("html[x='a, b'] .cs-widget {}", "html[x='a, b'] .cs-widget:where(.cs-k) {}"),
        (".cs-k {} .cs-k .a {} .cs-knob {}", ".cs-k {} .cs-k .a {} :where(.cs-k) .cs-knob {}"),
        ("@media (a) { .a {} } .b {}", "@media (a) { :where(.cs-k) .a {} } :where(.cs-k) .b {}"),
        ("@keyframes t { to { a: b; } } .b {}", "@keyframes t { to { a: b; } } :where(.cs-k) .b {}"),
        (".a { b: c; d: e }\n.f {}", ":where(.cs-k) .a { b: c; d: e }\n:where(.cs-k) .f {}"),
    ],
)
def test_styles_are_kept_to_one_kind_of_widget(css, expected):
    assert scoped(css, "k") == expected


def test_modules_stand_after_what_they_import(tmp_path):
    write(
        tmp_path,
        a='import { b } from "./b.js";\nimport { c } from "./c.js";\n\nexport default { render: () => b + c };\n',
        b='import { c } from "./c.js";\n// why\nexport const b = c + 1;\n',
        c="export const c = 1;\n",
    )
    text = bundle.join_modules("a.js", tmp_path)
    assert text == (
        "// made by tools/bundle.py from widgets/js/: c.js, b.js, a.js\n"
        "const c = 1;\nconst b = c + 1;\nexport default { render: () => b + c };\n"
    )


def test_functions_that_nobody_names_are_left_out(tmp_path):
    write(
        tmp_path,
        a='import { used } from "./b.js";\nexport default used;\n',
        b="export function used() {\n  return LIMIT;\n}\nconst LIMIT = 1;\n"
        "export function spare() {\n  return helper() + spare();\n}\nconst KEPT = 2;\nfunction helper() {\n}\n",
    )
    text = bundle.join_modules("a.js", tmp_path)
    assert "spare" not in text
    assert "helper" not in text
    assert "const LIMIT = 1;\nconst KEPT = 2;\n" in text


@pytest.mark.parametrize(
    ("sources", "says"),
    [
        (
            {"a": 'import { b } from "./b.js";\nconst x = b;\n', "b": "const x = 1;\nexport const b = x;\n"},
            "both declare x",
        ),
        ({"a": 'import { no } from "./b.js";\n', "b": "export const b = 1;\n"}, "does not export no"),
        ({"a": 'import { b } from "./b.js";\n', "b": 'import { a } from "./a.js";\n'}, "import each other"),
        ({"a": 'import b from "./b.js";\n', "b": ""}, "can't be bundled"),
        ({"a": 'import { b } from "./b.js";\n', "b": "export const b = 1;\nexport default b;\n"}, "can't be bundled"),
        ({"a": "const t = `one\ntwo`;\n"}, "on one line"),
    ],
)
def test_refuses_what_it_cannot_join(tmp_path, sources, says):
    write(tmp_path, **sources)
    with pytest.raises(bundle.BundleError, match=says):
        bundle.join_modules("a.js", tmp_path)
