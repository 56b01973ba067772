"""Keep the styles of each kind of widget to itself: several kinds may stand on one page, and share names of classes."""

import re

STEP = re.compile(r"[{};]")
COMMA = re.compile(r",(?![^(\[]*[)\]])")


def scoped(css, kind):
    """Let every rule of a style sheet without comments reach only into widgets of one kind.

    A widget's outermost element has the classes cs-widget and cs-KIND (js/view.js). What is added stands in :where(),
    which weighs nothing, so that rules win over each other as before. Nested rules are not understood.
    """
    done, from_, within = [], 0, []
    for mark in STEP.finditer(css):
        prelude = css[from_ : mark.start()]
        if mark[0] == "{":
            if not prelude.strip().startswith("@") and "@keyframes" not in " ".join(within):
                prelude = ",".join(_scoped(one, kind) for one in COMMA.split(prelude))
            within.append(prelude)
        elif mark[0] == "}":
            within.pop()
        done += [prelude, mark[0]]
        from_ = mark.end()
    return "".join(done) + css[from_:]


def _scoped(selector, kind):
    blank, selector = re.match(r"(\s*)(.*)", selector, re.DOTALL).groups()
    if re.search(rf"\.cs-{kind}(?![\w-])", selector):
        return blank + selector
    if re.search(r"\.cs-widget(?![\w-])", selector):
        return blank + re.sub(r"\.cs-widget(?![\w-])", f".cs-widget:where(.cs-{kind})", selector)
    return f"{blank}:where(.cs-{kind}) {selector}"
