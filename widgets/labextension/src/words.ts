// The panel's own words. No imports but types: the unit tests run this file in node as it is.

import type { ICheck } from "./types";

export type Shown = "unchecked" | "checking" | "passed" | "failed" | "unwritten" | "changed";

export const STATE_WORDS: Record<Shown, string> = {
  unchecked: "Not checked",
  checking: "Checking…",
  passed: "Passed",
  failed: "Failed",
  unwritten: "Not written yet",
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
    return "You are no longer logged in to Jupyter. Copy unsaved work to a safe place, then reload the page and log in again.";
  }
  if (status === 409)
    return "This notebook is being checked in another tab. Wait until that check is done, then try again.";
  if (said) return said;
  if (status === 404)
    return "The course's part of the Jupyter server does not answer. Run `cs231n doctor` in a terminal.";
  if (status === 429) return "Too many checks are waiting. Try again in a minute.";
  return `The server answered with error ${status}. Try again; if that does not help, restart Jupyter.`;
}

export const OFFLINE = "The Jupyter server does not answer. Is it still running? Start it again, then try again here.";
export const CUT_SHORT =
  "The check stopped before its end: the connection to the server broke. The results so far are shown.";
export const CANCELLED = "The check was cancelled. The results so far are kept.";
export const CANCELLED_UNKEPT = "The check was cancelled. The results so far are shown until you leave.";
export const NOT_SAVED =
  "The notebook could not be saved, so nothing was checked. Save it, then check again; where it can't be saved, File > Save Notebook As… makes a copy elsewhere.";
export const READ_ONLY =
  "This notebook is read-only, so what is checked is the answer in the file, and yours is another. File > Save Notebook As… makes a copy of yours; check that.";
export const ON_DISK =
  "The saved notebook holds another answer than the one shown here: another tab or program saved it. File > Reload Notebook from Disk shows it; to keep yours, change it and save the notebook here. Then check again.";
export const STARTER_ALREADY = "This answer is the starter already.";
export const ELSEWHERE = "This notebook is being checked in another tab.";

const BRING_BACK =
  "Edit > Undo Cell Operation brings it back; or run `cs231n learn FOLDER` in a terminal for a fresh copy of the course in another folder.";

// Two cells can come to hold one answer: by copying, by pasting, or by splitting.
export function cellProblem(found: number): string | null {
  if (found === 1) return null;
  if (found === 0) {
    return `The cell for this answer is not in the notebook any more. ${BRING_BACK}`;
  }
  return `${found} cells say that they hold this answer, and only one of them counts. Keep one: delete the others, or join them with Edit > Merge Selected Cells.`;
}

export const COPY = "This cell does not count";
export const TEXT_CELL =
  "The cell for this answer is no code cell any more. Make it one again: select it and press Y, or choose Code in the toolbar.";
export const ODD_CELL = `The cell for this answer is not the code cell that it was. ${BRING_BACK}`;

// Split a text at its `code` marks: [text, code, text, ...].
export const codeParts = (text: string): string[] => text.split(/`([^`\n]+)`/);

// One thing that the grader says; of a failing check also its case, what was expected and what came, to be set as code.
export interface IFinding {
  text: string;
  rows: [label: string, code: string][];
}

export function findings(words: string[], checks: ICheck[]): IFinding[] {
  const found: IFinding[] = [];
  let shown: ICheck | undefined;
  for (const text of words) {
    if (shown?.case && text === shown.case) continue; // it is among the check's rows
    shown = checks.find((check) => text === `Check “${check.title}”: ${check.words}`);
    const before = found.at(-1)?.text ?? "";
    found.push(shown ? finding(shown, before) : { text, rows: [] });
  }
  return found;
}

function finding({ title, words, case: given, expected, got }: ICheck, before: string): IFinding {
  const lead = before.startsWith(`In check “${title}”:`) ? "" : `Check “${title}”:`; // said already
  const rows: IFinding["rows"] = given ? [["With", given.replace(/^with /, "")]] : [];
  // What the rows will say is taken out of the sentence; one that needs both values to be understood keeps them.
  const rest = words
    .replace(`Expected ${expected}, got ${got}.`, "")
    .replace(` Expected in all: ${expected}.`, "")
    .trim();
  const told = rest === words && words.includes(expected) && words.includes(got);
  if (!got || got === expected || told) return { text: `${lead} ${words}`.trim(), rows };
  return { text: `${lead} ${rest}`.trim(), rows: [...rows, ["Expected", expected], ["Got", got]] };
}

// Split "x = 1, stride = 2" before each name, so that a line is broken there first.
export const inputs = (given: string): string[] => given.split(/(?<=, )(?=[A-Za-z_]\w* = )/);
