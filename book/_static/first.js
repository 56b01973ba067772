// Runs before anything of a page is drawn or loaded.
"use strict";

(() => {
  // A sandboxed frame, or a browser that keeps nothing, throws at whoever asks for its storage: the theme and the search
  // would stop there. They get one that lasts as long as the page.
  for (const name of ["localStorage", "sessionStorage"]) {
    try {
      globalThis[name].setItem("cs231n/kept", "");
      globalThis[name].removeItem("cs231n/kept");
    } catch {
      const kept = new Map();
      const value = {
        getItem: (key) => kept.get(key) ?? null,
        setItem: (key, text) => kept.set(key, String(text)),
        removeItem: (key) => kept.delete(key),
      };
      Object.defineProperty(globalThis, name, { value });
    }
  }

  // The reader's choice of colours, which the theme keeps.
  const { dataset } = document.documentElement;
  dataset.mode = localStorage.getItem("mode") || "auto";
  dataset.theme = localStorage.getItem("theme") || "auto";
})();
