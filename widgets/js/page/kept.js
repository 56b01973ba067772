// What the page remembers of a question from one visit to the next, in the browser. A browser that keeps nothing (a
// private window, blocked storage) forgets it, and nothing else happens.

const page = location.pathname
  .split("/")
  .pop()
  .replace(/\.html$/, "");
const key = (question) => `cs231n/${page}/${question}`;

// Returns {trait: value} as last stored for a question of this page, or {}.
export function recall(question) {
  try {
    const kept = JSON.parse(localStorage.getItem(key(question)));
    return kept !== null && typeof kept === "object" ? kept : {};
  } catch {
    return {};
  }
}

export function store(question, kept) {
  try {
    localStorage.setItem(key(question), JSON.stringify(kept));
  } catch {
    // forgotten, then
  }
}
