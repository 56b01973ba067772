// The answers that resets have replaced. The browser's tab keeps them, so that they outlive a reload.

/** What a reset replaced, and by what. */
export interface IReset {
  source: string;
  starter: string;
}

const storageKey = (notebookUrl: string): string => `cs231n-kit:resets:${notebookUrl}`;

/** Returns the resets that are kept for a notebook, by exercise. */
export function loadResets(notebookUrl: string): Map<string, IReset> {
  try {
    return new Map(Object.entries(JSON.parse(sessionStorage.getItem(storageKey(notebookUrl)) ?? "{}")));
  } catch {
    return new Map();
  }
}

/** Keeps the resets of a notebook. */
export function storeResets(notebookUrl: string, resets: Map<string, IReset>): void {
  try {
    if (resets.size) sessionStorage.setItem(storageKey(notebookUrl), JSON.stringify(Object.fromEntries(resets)));
    else sessionStorage.removeItem(storageKey(notebookUrl));
  } catch {
    // No storage, or no room in it: what is in memory lasts until a reload.
  }
}
