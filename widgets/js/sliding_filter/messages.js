// What SlidingFilter says about its state; cs231n_widgets/sliding_filter/messages.py says the same, and a test compares
// them. What the window reads and whether it fits are told on the page alone.

import { calculation, place, shape, unread } from "../shared/conv.js";
import { bracketed, dilated, number, plural, signed } from "../shared/numerals.js";
import { dilatedSize, explain } from "../shared/sizing.js";

// Sizes, fit, what is left unread and the calculation in view.
export function describe(s) {
  const { W, H, D, K, F, S, P, dilation, W2, H2 } = shape(s);
  const at = place(s);
  const begin = [
    `An input of ${W}×${H}×${D} and ${plural(K, "filter")} of ${F}×${F}×${D}, stride ${S}, padding ${P}${dilated(dilation)}.`,
    ...[...new Set([W, H])].map((side) => signed(explain(side, F, S, P, dilation))),
  ];
  if (!at) return [...begin, "There is no output."].join(" ");
  const sum = sumMessage(at, calculation(s, at.row, at.col, at.k));
  const end = [unreadMessage(s), `Output ${sum}: each slice’s sum, then the bias.`];
  return [...begin, `The output is ${W2}×${H2}×${K}.`, ...end].filter(Boolean).join(" ");
}

// The calculation in view: y[0, 1, 2] = 3 + (−1) + 2 + 1 = 5.
export function sumMessage(at, calc) {
  const parts = [...calc.sums, calc.bias].map(bracketed).join(" + ");
  return `y[${at.k}, ${at.row}, ${at.col}] = ${parts} = ${number(calc.total)}`;
}

export function windowMessage(s, at, calc) {
  const { D } = shape(s);
  const zeros = calc.window.filter((tap) => !tap.inside).length;
  const ring = zeros ? ` ${plural(zeros, "cell")} of the window ${zeros === 1 ? "lies" : "lie"} in the padding.` : "";
  return `Row ${at.row}, column ${at.col} of map ${at.k}: the sum${D > 1 ? "s of the slices" : " of the products"}, then the bias.${ring}`;
}

// How many cells no window reads, or "" where every cell is read.
export function unreadMessage(s) {
  const { W, H } = shape(s);
  const missed = unread(s);
  return missed ? `No window reads ${missed} of the ${W * H} cells of a slice.` : "";
}

// Whether the windows fit, and what they miss: { fine, text }.
export function fitReport(s) {
  const { W, H, F, S, P, dilation, K, W2, H2 } = shape(s);
  const sides =
    W === H
      ? [["", W]]
      : [
          ["Across: ", W],
          ["Down: ", H],
        ];
  const told = sides.map(([name, side]) => [name, signed(explain(side, F, S, P, dilation))]);
  const bad = told.filter(([, text]) => !text.endsWith("fit."));
  if (!place(s)) return { fine: false, text: `${bad.map((pair) => pair.join("")).join(" ")} There is no output.` };
  const missed = unreadMessage(s);
  const lost = missed && ` ${missed}`;
  if (bad.length) return { fine: false, text: bad.map((pair) => pair.join("")).join(" ") + lost };
  const wide = dilation > 1 ? ` A filter of ${F} dilated by ${dilation} spans ${dilatedSize(F, dilation)} cells.` : "";
  return { fine: true, text: `It fits: the output is ${W2}×${H2}×${K}.${wide}${lost}` };
}
