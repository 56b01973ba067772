// What the grader says of a failed answer, parted for the eye. The sentences are the server's, and so is their
// language; the panel's own are in messages.ts. No imports but types: the unit tests run this file in node as it is.

import type { ICheck } from "./types";

/** A value that belongs to a finding, to be set as code. */
export interface IFindingRow {
  kind: "inputs" | "expected" | "got";
  code: string;
}

/** One thing that the grader says; of a failed check also its inputs, what was expected and what the answer gave. */
export interface IFinding {
  text: string;
  rows: IFindingRow[];
}

/** Returns what the grader says of an answer, with the values of each failed check in rows of their own. */
export function findings(messages: string[], checks: ICheck[]): IFinding[] {
  const found: IFinding[] = [];
  let lastCheck: ICheck | undefined;
  for (const text of messages) {
    if (lastCheck?.case && text === lastCheck.case) continue; // it is among the check's rows
    lastCheck = checks.find((check) => text === `Check “${check.title}”: ${check.message}`);
    const before = found.at(-1)?.text ?? "";
    found.push(lastCheck ? checkFinding(lastCheck, before) : { text, rows: [] });
  }
  return found;
}

function checkFinding(check: ICheck, before: string): IFinding {
  const { title, message, expected, got } = check;
  const isNamed = before.startsWith(`In check “${title}”:`);
  const lead = isNamed ? "" : `Check “${title}”:`;
  const rows: IFindingRow[] = check.case ? [{ kind: "inputs", code: check.case.replace(/^with /, "") }] : [];
  // What the rows will show is taken out of the sentence, unless the sentence needs both values to be understood.
  const rest = message
    .replace(`Expected ${expected}, got ${got}.`, "")
    .replace(` expected ${expected}, got ${got}.`, "")
    .replace(` Expected in all: ${expected}.`, "")
    .trim();
  const needsValues = rest === message && message.includes(expected) && message.includes(got);
  if (!got || got === expected || needsValues) return { text: `${lead} ${message}`.trim(), rows };
  rows.push({ kind: "expected", code: expected }, { kind: "got", code: got });
  return { text: `${lead} ${rest}`.trim(), rows };
}

/** Returns "x = 1, stride = 2" split before each name, so that a line is broken there first. */
export const splitInputs = (inputs: string): string[] => inputs.split(/(?<=, )(?=[A-Za-z_]\w* = )/);

/** Returns a text split at its `code` marks: [text, code, text, ...]. */
export const codeParts = (text: string): string[] => text.split(/`([^`\n]+)`/);
