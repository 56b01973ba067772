"""A page with one widget in it and no kernel: a small model, the bundle by Blob URL, as the book's loader mounts it."""

import json

PAGE = """<!doctype html>
<html lang="en" data-theme="%(theme)s">
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>widget</title>
<style>
  body { margin: 16px; max-width: %(width)s; font: 16px system-ui, sans-serif; background: #fff; color: #222 }
  html[data-theme=dark] body { background: #14181e; color: #e6e9ee }
  %(css)s
</style>
<body><main><div id="widget"></div></main>
<script type="module">
  const state = %(state)s, subs = [];
  const model = {
    get: (name) => state[name],
    set(name, value) {
      if (JSON.stringify(state[name]) === JSON.stringify(value)) return;
      state[name] = value;
      for (const [n, f] of subs.slice()) if (n === "change:" + name) f();
    },
    on: (n, f) => subs.push([n, f]),
    off: (n, f) => subs.splice(0, subs.length, ...subs.filter((s) => s[0] !== n || s[1] !== f)),
    save_changes: () => { window.saves = (window.saves ?? 0) + 1; },
  };
  window.model = model;
  const url = URL.createObjectURL(new Blob([%(esm)s], { type: "text/javascript" }));
  const { default: widget } = await import(url);
  window.dispose = widget.render({ model, el: document.querySelector("#widget") });
  document.documentElement.dataset.ready = "yes";
</script>"""


TICK = 850  # milliseconds from one window to the next while a widget plays


def live(page):
    """Give the line that a screen reader reads out; it is written once the reader pauses."""
    return page.locator(".cs-live").last


def page_html(widget, theme="light", width="760px"):
    """Write a page that shows a widget's view from its present state."""
    state = {name: value for name, value in widget.get_state().items() if not name.startswith("_") and name != "layout"}

    def script(value):
        return json.dumps(value).replace("<", "\\u003c")

    return PAGE % {
        "theme": theme,
        "width": width,
        "css": widget._css,
        "state": script(state),
        "esm": script(widget._esm),
    }
