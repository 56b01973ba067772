// What Pooling says about its state; cs231n_widgets/pooling_words.py says the same, word for word.
import { short, signed } from "./numerals.js";
import { gradient, look, place, pool, shape, shares } from "./pooling_math.js";
import { explain } from "./sizing.js";

const rounded = (value, decimals = 2) => Math.floor(value * 10 ** decimals + 0.5) / 10 ** decimals;

// At most two decimals, and a true minus.
export const plain = (value, decimals) => String(rounded(value, decimals) + 0).replace("-", "−");

// At most five characters, for a cell, or four for a small one: as many decimals as fit, up to two.
export const in_cell = (value, letters = 5) => [2, 1, 0].map((decimals) => plain(value, decimals)).find((text) => text.length <= letters) ?? short(value);

// The sign before what stands for these numbers: = if two decimals say them all.
const equals = (...values) => (values.every((value) => Math.abs(rounded(value) - value) < 1e-9) ? "=" : "≈");
const in_brackets = (value) => (value < 0 ? `(${plain(value)})` : plain(value));
export const spot = ([r, c]) => `row ${r}, column ${c}`;
const join = (...parts) => parts.filter(Boolean).join(" ");

// Whether the windows fit, along each side that differs.
export function fit_words(s) {
  const { H, W, F, S } = shape(s);
  return [...new Set([W, H])].map((side) => signed(explain(side, F, S))).join(" ");
}

// How the output in view comes about: the calculation, then where it comes from.
export function forward_words(s) {
  const { row, col } = place(s), window = look(s, row, col), { values, total, y } = window, count = values.length;
  const begin = `y[${row}, ${col}] ${equals(...values)}`, end = `${equals(y)} ${plain(y)}.`;
  if (s.kind === "max") return [`${begin} max(${values.map((value) => plain(value)).join(", ")}) ${end}`, won_words(window)];
  if (s.kind === "average") {
    const said = `${begin} (${values.map(in_brackets).join(" + ")})/${count} ${equals(total)} ${plain(total)}/${count} ${end}`;
    return [said, `All ${count} cells count the same.`];
  }
  const squares = values.map((value) => `${in_brackets(value)}²`).join(" + ");
  return [`${begin} √(${squares}) ${equals(total)} √${plain(total)} ${end}`, y ? "Large numbers count most." : "All its cells are 0."];
}

function won_words({ cells, y, switched, equal }) {
  const at = spot(cells[switched]), number = `That is cell ${switched} of the window: the switch is ${switched}.`;
  if (equal === 1) return `The largest stands in ${at}. ${number}`;
  return `A tie: ${equal} cells hold ${plain(y)}. Row by row, the first of them wins: ${at}. ${number}`;
}

// Where the gradient of the output in view goes: the route, then what else is to know.
export function backward_words(s) {
  const { row, col } = place(s), window = look(s, row, col), dy = gradient(s)[row][col], { values, y } = window, count = values.length;
  const name = `dy[${row}, ${col}] ${equals(dy)} ${plain(dy)}`, { S, F, H2, W2 } = shape(s);
  if (dy === 0) return [`${name}: nothing is sent.`, ""];
  if (s.kind === "max") return route_words(s, name, window);
  const more = S < F && H2 * W2 > 1 ? "What a cell gets from several windows adds up." : "";
  if (s.kind === "average") {
    const share = dy / count;
    return [`${name} is shared equally: ${plain(dy)}/${count} ${equals(share)} ${plain(share)} for each cell.`, more];
  }
  if (y === 0) return [`${name}, but y is 0 and has no slope here: nothing is sent.`, more];
  const below = values.some((value) => value < 0) ? "A cell below 0 gets a share of the other sign: if it grows, y shrinks." : "";
  const parts = shares(s, window, dy).map((value) => plain(value)).join(", ");
  return [`${name} is shared as dy · x/y, with y ${equals(y)} ${plain(y)}: ${parts}.`, join(below, more)];
}

function route_words(s, name, { cells, values, switched, equal }) {
  const [r, c] = cells[switched], rest = `The other ${values.length - 1} cells get nothing from this window`;
  const even = equal === 1 ? "" : equal === 2 ? ", not even the one that is as large" : `, not even the ${equal - 1} that are as large`;
  const parts = pool(s).sources[r][c].filter(({ won }) => won).map(({ part }) => part);
  const total = parts.length > 1 ? `That cell won in ${parts.length} windows: ${added("dx", r, c, parts)}.` : "";
  return [`${name} goes to ${spot([r, c])}, all of it.`, join(`${rest}${even}.`, total)];
}

function added(name, r, c, parts) {
  const total = parts.reduce((a, b) => a + b, 0);
  return `${name}[${r}, ${c}] = ${parts.map(in_brackets).join(" + ")} ${equals(total)} ${plain(total)}`;
}

// A cell of the slice: who reads it, and where it wins.
export function cell_words(s, [r, c]) {
  const from = pool(s).sources[r][c], read = from.length === 0 ? "no window" : from.length === 1 ? "1 window" : `${from.length} windows`;
  const wins = from.filter(({ won }) => won).length, all = from.length === 1 ? "it" : "them";
  const end = s.kind !== "max" || !from.length ? "" : wins ? ` and wins in ${wins === from.length ? all : wins}` : ` and wins in none`;
  return `x[${r}, ${c}] ${equals(s.x[r][c])} ${plain(s.x[r][c])} is read by ${read}${end}.`;
}

// A cell of dx: what it gets, and from how many windows.
export function gradient_words(s, [r, c]) {
  const from = pool(s).sources[r][c], max = s.kind === "max", givers = max ? from.filter(({ won }) => won) : from;
  const parts = givers.map(({ part }) => part), name = `dx[${r}, ${c}]`;
  if (!givers.length) return `${name} = 0: ${from.length ? "it wins in no window" : "no window reads it"}.`;
  if (parts.length === 1) return `${name} ${equals(parts[0])} ${plain(parts[0])}, from dy[${givers[0].row}, ${givers[0].col}].`;
  return `${added("dx", r, c, parts)}, from the ${parts.length} windows that ${max ? "it wins in" : "read it"}.`;
}

// What moved when numbers changed: the first window whose switch is another, or "".
export function moved_words(before, after, backward) {
  const old = pool(before).windows, now = pool(after).windows, moves = [];
  now.forEach((line, row) => line.forEach((window, col) => {
    const from = old[row][col];
    if (window.switched !== from.switched) moves.push(`${backward ? `The gradient of y[${row}, ${col}]` : `The winner for y[${row}, ${col}]`} moved from ${spot(from.cells[from.switched])} to ${spot(window.cells[window.switched])}.`);
  }));
  return moves.join(" ");
}
