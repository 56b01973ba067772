// Arrays in the grader's texts, laid out as grids. No imports: the unit tests run this file in node as it is.

/** One slice of an array. */
export interface IGrid {
  label: string; // which slice of the array: "x[0]"
  rows: string; // its rows, a line each, with the columns in line
}

/** A part of a text: plain text, or the slices of an array. */
export type TextPart = string | IGrid[];

type Nested = string | Nested[];

const ARRAY = /(?:(?<!\w)(\w+) = )?array (\d+(?:x\d+)+): (?=\[)/g;

/** Returns a text as plain text and grids of its arrays. An array that was cut short stays text. */
export function splitArrays(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(ARRAY)) {
    const start = match.index! + match[0].length;
    const end = closingBracket(text, start);
    const shape = match[2].split("x").map(Number);
    const values = end ? parseArray(text.slice(start, end)) : null;
    if (!end || !values || !hasShape(values, shape)) continue;
    parts.push(text.slice(from, start).trimEnd(), toGrids(values, shape.length, match[1] ?? ""));
    from = end;
  }
  const rest = text.slice(from);
  return !parts.length || rest.replace(/^,\s*$/, "") ? [...parts, rest] : parts;
}

/** Returns the position after the bracket that closes the one at `start`, or 0 if it is never closed. */
function closingBracket(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === "[") depth++;
    if (text[at] === "]" && --depth === 0) return at + 1;
  }
  return 0;
}

/** Returns "[[1 2] [3 4]]" as [["1", "2"], ["3", "4"]], or null if it can't be read. */
function parseArray(text: string): Nested | null {
  const json = text.replace(/[^\s[\]]+/g, (value) => JSON.stringify(value)).replace(/(?<=["\]])\s+(?=["[])/g, ",");
  try {
    return JSON.parse(json) as Nested;
  } catch {
    return null;
  }
}

function hasShape(values: Nested, [size, ...inner]: number[]): boolean {
  if (size === undefined) return typeof values === "string";
  return Array.isArray(values) && values.length === size && size > 0 && values.every((value) => hasShape(value, inner));
}

/** Returns an array of `depth` axes as grids, one for each index into all axes but the last two. */
function toGrids(values: Nested, depth: number, name: string, index: number[] = []): IGrid[] {
  if (depth > 2) return (values as Nested[]).flatMap((value, i) => toGrids(value, depth - 1, name, [...index, i]));
  const rows = values as string[][];
  const width = Math.max(...rows.flat().map((value) => value.length));
  const lines = rows.map((row) => row.map((value) => value.padStart(width)).join(" "));
  return [{ label: index.length ? `${name}[${index.join(", ")}]` : "", rows: lines.join("\n") }];
}
