// Small matters of every page.
"use strict";

(() => {
  // The theme prints its dark colours as black on dark: print in light ones.
  const root = document.documentElement;
  let shown;
  addEventListener("beforeprint", () => {
    shown = root.dataset.theme;
    root.dataset.theme = "light";
  });
  addEventListener("afterprint", () => {
    root.dataset.theme = shown;
  });

  // A formula wider than its box scrolls, so the keyboard must reach it.
  const reachWideFormulas = () => {
    for (const box of document.querySelectorAll(".formula")) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    }
  };
  addEventListener("load", reachWideFormulas);
  addEventListener("resize", reachWideFormulas);

  // Search fetches each page that it finds, for an excerpt, which a browser refuses to a page opened from disk.
  if (location.protocol === "file:") DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;
})();
