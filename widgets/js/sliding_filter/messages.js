// What SlidingFilter says about its state; cs231n_widgets/sliding_filter/messages.py has the sum and what is left
// unread in the same words, and a test compares them.

import { place, shape, unread } from "../shared/conv.js";
import { bracketed, number, plural, signed } from "../shared/numerals.js";
import { dilatedSize, explain } from "../shared/sizing.js";

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
  const wide = dilation > 1 ? ` A dilated ${F} reaches over ${dilatedSize(F, dilation)} cells.` : "";
  return { fine: true, text: `It fits: the output is ${W2} × ${H2} × ${K}.${wide}${lost}` };
}
