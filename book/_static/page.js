// Small matters of every page.
"use strict";

(() => {
  const here = document.currentScript.src;

  // The theme prints its dark colours as black on dark: print in light ones, with the answers to the questions open.
  const root = document.documentElement;
  let shown;
  let opened = [];
  addEventListener("beforeprint", () => {
    shown = root.dataset.theme;
    root.dataset.theme = "light";
    opened = [...document.querySelectorAll("details.answer:not([open])")];
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => {
    root.dataset.theme = shown;
    for (const fold of opened) fold.open = false;
  });

  // What is wider than its box scrolls, so the keyboard must reach it. (The theme does the same for code.)
  const reachWideBoxes = (boxes) => {
    for (const { target: box } of boxes) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }
  };
  addEventListener("load", () => {
    const sizes = new ResizeObserver(reachWideBoxes); // also when only a box changes, and not the window
    for (const box of document.querySelectorAll(".formula, .cs231n-still, .bd-article .output.text_html"))
      sizes.observe(box);
  });

  // Code is copied with a button, which stays out of the Tab order, or by the key for copying in a block that has the
  // focus and no part of it selected. A click gives it the focus; so does Tab, where it scrolls.
  const CODE = ".bd-article div.highlight:not(.cell_output *) > pre";
  const offerCopies = () => {
    const status = Object.assign(document.createElement("p"), { className: "copied" });
    status.setAttribute("role", "status");
    document.body.append(status);
    let later;
    const say = (text) => {
      status.textContent = text;
      clearTimeout(later);
      later = setTimeout(say, 2500, "");
    };
    for (const block of document.querySelectorAll(CODE)) {
      if (!block.hasAttribute("tabindex")) block.tabIndex = -1;
      const button = Object.assign(document.createElement("button"), {
        type: "button",
        className: "copy",
        tabIndex: -1,
      });
      button.title = "Copy this code";
      button.setAttribute("aria-label", button.title);
      button.addEventListener("click", () => {
        getSelection().removeAllRanges();
        block.focus({ preventScroll: true });
        document.execCommand("copy"); // works from disk, too, and asks nobody for leave
      });
      block.after(button);
    }
    document.addEventListener("copy", (event) => {
      const block = document.activeElement.closest(CODE);
      if (!block || !getSelection().isCollapsed) return;
      event.clipboardData.setData("text/plain", block.textContent);
      event.preventDefault();
      say("Code copied");
    });
  };
  addEventListener("DOMContentLoaded", offerCopies);

  // Opened from disk, a notebook would be shown as text, and no page may read it, to hand it over as a file. So the build
  // puts each into a script, too, which may be loaded from there.
  const downloadFromScript = (link) => {
    const name = link.pathname.split("/").pop();
    const script = Object.assign(document.createElement("script"), { src: new URL(`notebooks/${name}.js`, here).href });
    script.onload = () => {
      const file = new Blob([globalThis.cs231nNotebook], { type: "application/x-ipynb+json" });
      const save = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: name });
      save.click();
      setTimeout(() => URL.revokeObjectURL(save.href), 60_000);
      script.remove();
    };
    script.onerror = () => location.assign(link.href);
    document.head.append(script);
  };
  if (location.protocol === "file:") {
    addEventListener("click", (event) => {
      const link = event.target.closest?.("a[download]");
      if (!link?.href.endsWith(".ipynb")) return;
      event.preventDefault();
      downloadFromScript(link);
    });
  }

  // To a page that was opened from disk, or stands in a sandboxed frame, a browser refuses to fetch others, as the search
  // does for its excerpts, and in such a frame to send forms, as the search field does.
  if (self.origin === "null") {
    DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;
    addEventListener("keydown", (event) => {
      const field = event.target.closest?.(".bd-search input");
      if (event.key !== "Enter" || !field) return;
      event.preventDefault();
      location.assign(`${field.form.action}?q=${encodeURIComponent(field.value)}`);
    });
  }
  addEventListener("DOMContentLoaded", () => {
    const field = document.querySelector(".bd-search-container input");
    field?.focus();
    field?.select();
  });
})();
