// Sentences of Im2col; cs231n_widgets/im2col_words.py has the same for Python.
import { chosen, copies, im2col_facts, window_at } from "./im2col_matrix.js";
import { number, plural } from "./numerals.js";

const listed = (items) => (items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`);
const often = (n) => ["nowhere", "once", "twice"][n] ?? `${n} times`;
const hundredths = (value) => Math.floor(value * 100 + 0.5) / 100;
export const entry = (name, index) => `${name}[${index.join(", ")}]`;

export function shapes_sentence({ rows, columns, K, H2, W2 }) {
  return `X_col is ${rows}×${columns} and W_row is ${K}×${rows}. W_row times X_col, plus b, is Y: ${K}×${columns}, reshaped to ${K}×${H2}×${W2}.`;
}

export function memory_sentence({ numbers, C, H, W, ratio, unread }) {
  const before = C * H * W, missed = unread ? ` No window reads ${unread} of the input’s ${plural(before, "cell")}.` : "";
  if (numbers === before) return `X_col holds ${numbers} numbers, as many as the input.${missed}`;
  return `X_col holds ${numbers} numbers, the input ${before}: ${number(hundredths(ratio))} times as many.${missed}`;
}

// What the lit column is, and what W_row makes of it; y is [k][window].
export function column_sentence(s, y) {
  const { n, row, col } = window_at(s);
  const results = y.map((line, k) => `${entry("Y", [k, n])} = ${number(line[n])}`), places = y.map((_, k) => entry("y", [k, row, col]));
  return `Window ${n} is column ${n} of X_col. W_row times this column, plus b, gives ${listed(results)}: ${listed(places)} of the output.`;
}

export function zeros_sentence(s, x_col) {
  const { n } = window_at(s), zeros = x_col.filter((line) => !line[n].from).length;
  return zeros ? `${zeros} of its ${plural(x_col.length, "number")} ${zeros === 1 ? "is a zero" : "are zeros"} of the padding.` : "";
}

// Where one cell of the input was copied to.
export function copies_sentence(s, [c, r, col], x_col) {
  const count = copies(s)[r][col], name = `${entry("x", [c, r, col])} = ${number(s.x[c][r][col])}`;
  if (!count) return `${name} stands nowhere in X_col: no window reads it.`;
  const same = (from) => from && from[0] === c && from[1] === r && from[2] === col;
  const columns = x_col[0].map((_, n) => n).filter((n) => x_col.some((line) => same(line[n].from)));
  return `${name} stands in X_col ${often(count)}, in column${count === 1 ? "" : "s"} ${listed(columns)}.`;
}

// Where one entry of X_col comes from.
export function origin_sentence(F, [r, n], { value, from }) {
  const [c, u, v] = [Math.floor(r / (F * F)), Math.floor(r / F) % F, r % F];
  const source = from ? `${entry("x", from)} = ${number(value)}` : "a zero of the padding";
  return `Row ${r} of X_col holds channel ${c}, row ${u}, column ${v} of every window; for window ${n} that is ${source}.`;
}

// All that the widget says: the lit column, and the chosen cell where there is one.
export function im2col_words(s, x_col, y) {
  const known = im2col_facts(s), at = chosen(s);
  return {
    shapes: shapes_sentence(known), memory: memory_sentence(known), column: column_sentence(s, y),
    aside: at ? copies_sentence(s, at, x_col) : zeros_sentence(s, x_col),
  };
}
