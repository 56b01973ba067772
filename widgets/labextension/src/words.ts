// The panel's own words. No imports but types: the unit tests run this file in node as it is.

export type Shown = "unchecked" | "checking" | "passed" | "failed" | "changed";

export const STATE_WORDS: Record<Shown, string> = {
  unchecked: "Not checked",
  checking: "Checking…",
  passed: "Passed",
  failed: "Failed",
  changed: "Changed since the last check",
};

export function pointWords(points: number, possible: number): string {
  return `${short(points)} of ${short(possible)} point${possible === 1 ? "" : "s"}`;
}

export const short = (points: number): string => String(Math.round(points * 100) / 100);

// What a screen reader hears when an exercise has been judged.
export function verdictWords(title: string, shown: Shown, points: number, possible: number, words: string[]): string {
  const verdict = `${title}: ${STATE_WORDS[shown].toLowerCase()}, ${pointWords(points, possible)}.`;
  return shown === "failed" && words.length ? `${verdict} ${words[0]}` : verdict;
}

// The server's words come first; these stand in for an answer that has none.
export function failureWords(status: number, said: string): string {
  if (status === 401 || status === 403) {
    return "You are no longer logged in to Jupyter. Save a copy of unsaved work, then reload the page and log in again.";
  }
  if (status === 409) return "This notebook is being checked in another tab. Wait until that check is done, then try again.";
  if (said) return said;
  if (status === 404) return "The course's part of the Jupyter server does not answer. Run `cs231n doctor` in a terminal.";
  if (status === 429) return "Too many checks are waiting. Try again in a minute.";
  return `The server answered with error ${status}. Try again; if that does not help, restart Jupyter.`;
}

export const OFFLINE = "The Jupyter server does not answer. Is it still running? Start it again, then try again here.";
export const CUT_SHORT = "The check stopped before its end: the server went away. What came until then is shown.";
export const CANCELLED = "The check was cancelled. What came until then is kept.";
export const NOT_SAVED = "The notebook could not be saved, so nothing was checked. Save it, then check again.";
export const ELSEWHERE = "This notebook is being checked in another tab.";

// Two cells can come to hold one answer: by copying, by pasting, or by splitting.
export function cellProblem(found: number): string | null {
  if (found === 1) return null;
  if (found === 0) {
    return "The cell for this answer is not in the notebook any more. Bring it back with Edit > Undo, or take a new copy of the chapter with `cs231n learn`.";
  }
  return `${found} cells say that they hold this answer, and only one of them counts. Keep one and delete the others.`;
}

export const ODD_CELL = "The cell for this answer is not the code cell that it was. Bring it back with Edit > Undo.";

// Split a text at its `code` marks: [text, code, text, ...].
export const codeParts = (text: string): string[] => text.split(/`([^`\n]+)`/);
