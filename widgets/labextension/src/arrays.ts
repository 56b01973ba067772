// Arrays in the grader's texts, laid out as grids. No imports: the unit tests run this file in node as it is.

export interface IGrid {
  label: string; // which slice of the array: "x[0]"
  rows: string; // its rows, a line each, with the columns in line
}

export type Piece = string | IGrid[];

type Nested = string | Nested[];

const ARRAY = /(?:(?<!\w)(\w+) = )?array (\d+(?:x\d+)+): (?=\[)/g;

// Part a text into plain text and the grids of its arrays. What is not a whole array (one that was cut short) stays text.
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(ARRAY)) {
    const start = match.index! + match[0].length;
    const end = closing(text, start);
    const shape = match[2].split("x").map(Number);
    const values = end ? parse(text.slice(start, end)) : null;
    if (!end || !values || !fits(values, shape)) continue;
    found.push(text.slice(from, start).trimEnd(), slices(values, shape.length, match[1] ?? ""));
    from = end;
  }
  const rest = text.slice(from);
  return !found.length || rest.replace(/^,\s*$/, "") ? [...found, rest] : found;
}

// Find where the bracket that opens at `start` is closed; 0 if it never is.
function closing(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === "[") depth++;
    if (text[at] === "]" && --depth === 0) return at + 1;
  }
  return 0;
}

// Read "[[1 2] [3 4]]" as [["1", "2"], ["3", "4"]]; null if it can't be read.
function parse(body: string): Nested | null {
  const quoted = body.replace(/[^\s[\]]+/g, (value) => JSON.stringify(value)).replace(/(?<=["\]])\s+(?=["[])/g, ",");
  try {
    return JSON.parse(quoted) as Nested;
  } catch {
    return null;
  }
}

function fits(values: Nested, [size, ...inner]: number[]): boolean {
  if (size === undefined) return typeof values === "string";
  return Array.isArray(values) && values.length === size && size > 0 && values.every((one) => fits(one, inner));
}

// Cut an array of `depth` axes into grids, one for each place in all axes but the last two.
function slices(values: Nested, depth: number, name: string, place: number[] = []): IGrid[] {
  if (depth > 2) return (values as Nested[]).flatMap((one, i) => slices(one, depth - 1, name, [...place, i]));
  const rows = values as string[][];
  const width = Math.max(...rows.flat().map((value) => value.length));
  const lines = rows.map((row) => row.map((value) => value.padStart(width)).join(" "));
  return [{ label: place.length ? `${name}[${place.join(", ")}]` : "", rows: lines.join("\n") }];
}
