// Answers that are a judgement and no code: `choice = 2`, `number = 40`, `cell = (0, 2)`. They stand in the answer's
// source, for that is what is graded. No imports but types: the unit tests run this file in node as it is.

import type { IAsk } from "./types";

/** An answer as the controls have it: a number, a choice from 0, a cell as [row, column] from 0; null if there is none. */
export type Judgement = number | [number, number] | null;

const NUMBER = String.raw`[-+]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?`;
const VALUES: Record<IAsk["kind"], string> = {
  choice: String.raw`(\d+)`,
  number: `(${NUMBER})`,
  cell: String.raw`\(?\s*(\d+)\s*,\s*(\d+)\s*\)?`,
};

/** Returns the judgement in a source, or null if there is none that the controls can show. */
export function readJudgement({ kind }: IAsk, source: string): Judgement {
  const found = [...source.matchAll(new RegExp(String.raw`^${kind}\s*=\s*${VALUES[kind]}\s*(?:#.*)?$`, "gm"))].at(-1);
  if (!found) return null;
  if (kind === "cell") return [Number(found[1]), Number(found[2])];
  const value = Number(found[1].replaceAll("_", ""));
  return kind === "choice" ? value - 1 : value;
}

/** Returns a source with a judgement written into it, in place of the one that it has. */
export function writeJudgement({ kind }: IAsk, source: string, value: Judgement): string {
  const line = `${kind} = ${valueText(kind, value)}`;
  const lines = source.split("\n");
  const assigns = new RegExp(String.raw`^${kind}\s*=(?!=)`);
  const at = lines.map((one) => assigns.test(one)).lastIndexOf(true);
  if (at >= 0) lines[at] = line;
  else if (source.trim()) lines.push(line);
  else return line;
  return lines.join("\n");
}

function valueText(kind: IAsk["kind"], value: Judgement): string {
  if (value === null) return "None";
  if (typeof value !== "number") return `(${value[0]}, ${value[1]})`;
  return String(kind === "choice" ? value + 1 : value);
}
