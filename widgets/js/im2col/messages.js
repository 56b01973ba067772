// What Im2col says about its state; cs231n_widgets/im2col/messages.py says the same, and a test compares them.

import { number, plural } from "../shared/numerals.js";
import { chosen, copies, facts, flatten, multiply, stretch, windowAt } from "./model.js";

const listed = (items) => (items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`);
const often = (n) => ["nowhere", "once", "twice"][n] ?? `${n} times`;
const hundredths = (value) => Math.floor(value * 100 + 0.5) / 100;
export const entry = (name, index) => `${name}[${index.join(", ")}]`;

function sizesMessage({ D, H, W, K, F, S, P }) {
  return `An input of ${W}×${H}×${D} and ${plural(K, "filter")} of ${F}×${F}×${D}, stride ${S}, padding ${P}.`;
}

export function shapesMessage({ rows, columns, K, H2, W2 }) {
  return `X_col is ${rows}×${columns} and W_row is ${K}×${rows}. W_row times X_col, plus b, is Y: ${K}×${columns}, reshaped to ${W2}×${H2}×${K}.`;
}

export function memoryMessage({ numbers, D, H, W, ratio, unread }) {
  const before = D * H * W;
  const missed = unread ? ` No window reads ${unread} of the input’s ${plural(before, "cell")}.` : "";
  if (numbers === before) return `X_col holds ${numbers} numbers, as many as the input.${missed}`;
  return `X_col holds ${numbers} numbers, the input ${before}: ${number(hundredths(ratio))} times as many.${missed}`;
}

// What the lit column is, and what W_row makes of it; y is [k][window].
export function columnMessage(s, y) {
  const { n, row, col } = windowAt(s);
  const results = y.map((line, k) => `${entry("Y", [k, n])} = ${number(line[n])}`);
  const places = y.map((_, k) => entry("y", [k, row, col]));
  return `Window ${n} is column ${n} of X_col. W_row times this column, plus b, gives ${listed(results)}: ${listed(places)} of the output.`;
}

export function zerosMessage(s, xCol) {
  const { n } = windowAt(s);
  const zeros = xCol.filter((line) => !line[n].from).length;
  return zeros
    ? `${zeros} of its ${plural(xCol.length, "number")} ${zeros === 1 ? "is a zero" : "are zeros"} of the padding.`
    : "";
}

// Where one cell of the input was copied to.
export function copiesMessage(s, [c, r, col], xCol) {
  const count = copies(s)[r][col];
  const name = `${entry("x", [c, r, col])} = ${number(s.x[c][r][col])}`;
  if (!count) return `${name} stands nowhere in X_col: no window reads it.`;
  const same = (from) => from && from[0] === c && from[1] === r && from[2] === col;
  const columns = xCol[0].map((_, n) => n).filter((n) => xCol.some((line) => same(line[n].from)));
  return `${name} stands in X_col ${often(count)}, in column${count === 1 ? "" : "s"} ${listed(columns)}.`;
}

// Where one entry of X_col comes from.
export function originMessage(F, [r, n], { value, from }) {
  const [c, u, v] = [Math.floor(r / (F * F)), Math.floor(r / F) % F, r % F];
  const source = from ? `${entry("x", from)} = ${number(value)}` : "a zero of the padding";
  return `Row ${r} of X_col holds channel ${c}, row ${u}, column ${v} of every window; for window ${n} that is ${source}.`;
}

export function describe(s) {
  const xCol = stretch(s);
  return Object.values(allMessages(s, xCol, multiply(flatten(s), xCol, s.b)))
    .filter(Boolean)
    .join(" ");
}

// All that the widget says, in the order of reading: the lit column, and the chosen cell where there is one.
export function allMessages(s, xCol, y) {
  const known = facts(s);
  const at = chosen(s);
  return {
    sizes: sizesMessage(known),
    shapes: shapesMessage(known),
    memory: memoryMessage(known),
    column: columnMessage(s, y),
    aside: at ? copiesMessage(s, at, xCol) : zerosMessage(s, xCol),
  };
}
