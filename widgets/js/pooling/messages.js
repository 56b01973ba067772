// What Pooling says about its state; cs231n_widgets/pooling/messages.py says the same, and a test compares them.
import { short, signed } from "../shared/numerals.js";
import { explain } from "../shared/sizing.js";
import { gradient, look, place, pool, shape, shares } from "./model.js";

const NAMES = { max: "Max", average: "Average", L2: "L2-norm" };
const rounded = (value, decimals = 2) => Math.floor(value * 10 ** decimals + 0.5) / 10 ** decimals;

// At most two decimals, and a true minus.
export const plain = (value, decimals) => String(rounded(value, decimals) + 0).replace("-", "−");

// At most five characters, for a cell, or four for a small one: as many decimals as fit, up to two.
export const inCell = (value, letters = 5) =>
  [2, 1, 0].map((decimals) => plain(value, decimals)).find((text) => text.length <= letters) ?? short(value);

// The sign before what stands for these numbers: = if two decimals say them all.
const equals = (...values) => (values.every((value) => Math.abs(rounded(value) - value) < 1e-9) ? "=" : "≈");
const inBrackets = (value) => (value < 0 ? `(${plain(value)})` : plain(value));
export const spot = ([r, c]) => `row ${r}, column ${c}`;
const join = (...parts) => parts.filter(Boolean).join(" ");

// Sizes, the window in view and, if it is shown, the way back.
export function describe(s) {
  const { H, W, F, S, H2, W2 } = shape(s);
  const sizes = `${NAMES[s.kind]} pooling of a depth slice of ${W}×${H}, windows of ${F}×${F}, stride ${S}: the output is ${W2}×${H2}.`;
  const back = s.backward ? backwardMessages(s) : [];
  return join(sizes, fitMessage(s), ...forwardMessages(s), ...back);
}

// Whether the windows fit, along each side that differs.
export function fitMessage(s) {
  const { H, W, F, S } = shape(s);
  return [...new Set([W, H])].map((side) => signed(explain(side, F, S))).join(" ");
}

// How the output in view comes about: the calculation, then where it comes from.
export function forwardMessages(s) {
  const { row, col } = place(s);
  const window = look(s, row, col);
  const { values, total, y } = window;
  const count = values.length;
  const begin = `y[${row}, ${col}] ${equals(...values)}`;
  const end = `${equals(y)} ${plain(y)}.`;
  if (s.kind === "max")
    return [`${begin} max(${values.map((value) => plain(value)).join(", ")}) ${end}`, wonMessage(window)];
  if (s.kind === "average") {
    const said = `${begin} (${values.map(inBrackets).join(" + ")})/${count} ${equals(total)} ${plain(total)}/${count} ${end}`;
    return [said, `All ${count} cells count the same.`];
  }
  const squares = values.map((value) => `${inBrackets(value)}²`).join(" + ");
  return [
    `${begin} √(${squares}) ${equals(total)} √${plain(total)} ${end}`,
    y ? "Large numbers count most." : "All its cells are 0.",
  ];
}

function wonMessage({ cells, y, switched, equal }) {
  const at = spot(cells[switched]);
  const number = `That is cell ${switched} of the window: the switch is ${switched}.`;
  if (equal === 1) return `The largest stands in ${at}. ${number}`;
  return `A tie: ${equal} cells hold ${plain(y)}. Row by row, the first of them wins: ${at}. ${number}`;
}

// Where the gradient of the output in view goes: the route, then what else is to know.
export function backwardMessages(s) {
  const { row, col } = place(s);
  const window = look(s, row, col);
  const dy = gradient(s)[row][col];
  const { values, y } = window;
  const count = values.length;
  const name = `dy[${row}, ${col}] ${equals(dy)} ${plain(dy)}`;
  const { S, F, H2, W2 } = shape(s);
  if (dy === 0) return [`${name}: nothing is sent.`, ""];
  if (s.kind === "max") return routeMessages(s, name, window);
  const more = S < F && H2 * W2 > 1 ? "What a cell gets from several windows adds up." : "";
  if (s.kind === "average") {
    const share = dy / count;
    return [`${name} is shared equally: ${plain(dy)}/${count} ${equals(share)} ${plain(share)} for each cell.`, more];
  }
  if (y === 0) return [`${name}, but y is 0 and has no slope here: nothing is sent.`, more];
  const below = values.some((value) => value < 0)
    ? "A cell below 0 gets a share of the other sign: if it grows, y shrinks."
    : "";
  const parts = shares(s, window, dy)
    .map((value) => plain(value))
    .join(", ");
  return [`${name} is shared as dy · x/y, with y ${equals(y)} ${plain(y)}: ${parts}.`, join(below, more)];
}

function routeMessages(s, name, { cells, values, switched, equal }) {
  const [r, c] = cells[switched];
  const rest = `The other ${values.length - 1} cells get nothing from this window`;
  const even =
    equal === 1
      ? ""
      : equal === 2
        ? ", not even the one that is as large"
        : `, not even the ${equal - 1} that are as large`;
  const parts = pool(s)
    .sources[r][c].filter(({ won }) => won)
    .map(({ part }) => part);
  const total = parts.length > 1 ? `That cell won in ${parts.length} windows: ${added("dx", r, c, parts)}.` : "";
  return [`${name} goes to ${spot([r, c])}, all of it.`, join(`${rest}${even}.`, total)];
}

function added(name, r, c, parts) {
  const total = parts.reduce((a, b) => a + b, 0);
  return `${name}[${r}, ${c}] = ${parts.map(inBrackets).join(" + ")} ${equals(total)} ${plain(total)}`;
}

// A cell of the slice: who reads it, and where it wins.
export function cellMessage(s, [r, c]) {
  const from = pool(s).sources[r][c];
  const read = from.length === 0 ? "no window" : from.length === 1 ? "1 window" : `${from.length} windows`;
  const wins = from.filter(({ won }) => won).length;
  const all = from.length === 1 ? "it" : "them";
  const end =
    s.kind !== "max" || !from.length
      ? ""
      : wins
        ? ` and wins in ${wins === from.length ? all : wins}`
        : ` and wins in none`;
  return `x[${r}, ${c}] ${equals(s.x[r][c])} ${plain(s.x[r][c])} is read by ${read}${end}.`;
}

// A cell of dx: what it gets, and from how many windows.
export function gradientMessage(s, [r, c]) {
  const from = pool(s).sources[r][c];
  const max = s.kind === "max";
  const givers = max ? from.filter(({ won }) => won) : from;
  const parts = givers.map(({ part }) => part);
  const name = `dx[${r}, ${c}]`;
  if (!givers.length) return `${name} = 0: ${from.length ? "it wins in no window" : "no window reads it"}.`;
  if (parts.length === 1)
    return `${name} ${equals(parts[0])} ${plain(parts[0])}, from dy[${givers[0].row}, ${givers[0].col}].`;
  return `${added("dx", r, c, parts)}, from the ${parts.length} windows that ${max ? "it wins in" : "read it"}.`;
}

// What moved when numbers changed: the first window whose switch is another, or "".
export function movedMessage(before, after, backward) {
  const old = pool(before).windows;
  const now = pool(after).windows;
  const moves = [];
  now.forEach((line, row) =>
    line.forEach((window, col) => {
      const from = old[row][col];
      if (window.switched !== from.switched)
        moves.push(
          `${backward ? `The gradient of y[${row}, ${col}]` : `The winner for y[${row}, ${col}]`} moved from ${spot(from.cells[from.switched])} to ${spot(window.cells[window.switched])}.`,
        );
    }),
  );
  return moves.join(" ");
}
