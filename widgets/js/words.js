// Sentences as the reader sees and hears them.
import { explain, extent } from "./sizing.js";
import { place, shape, unread } from "./conv.js";
import { bracketed, number, plural } from "./numerals.js";

// The calculation in view: y[0, 1, 2] = 3 + (−1) + 2 + 1 = 5.
export function sum_sentence(at, calc) {
  const parts = [...calc.sums, calc.bias].map(bracketed).join(" + ");
  return `y[${at.k}, ${at.row}, ${at.col}] = ${parts} = ${number(calc.total)}`;
}

export function window_sentence(s, at, calc) {
  const { C } = shape(s), zeros = calc.window.filter((tap) => !tap.inside).length;
  const ring = zeros ? ` ${plural(zeros, "cell")} of the window ${zeros === 1 ? "lies" : "lie"} in the padding.` : "";
  return `Row ${at.row}, column ${at.col} of map ${at.k}: the sum${C > 1 ? "s of the slices" : " of the products"}, then the bias.${ring}`;
}

// Whether the windows fit, and what they miss: { fine, text }.
export function fit_sentence(s) {
  const { W, H, F, S, P, dilation, K, W2, H2 } = shape(s), missed = unread(s);
  const sides = W === H ? [["", W]] : [["Across: ", W], ["Down: ", H]];
  const told = sides.map(([name, side]) => [name, explain(side, F, S, P, dilation).replaceAll(" - ", " − ")]);
  const bad = told.filter(([, text]) => !text.endsWith("fit."));
  if (!place(s)) return { fine: false, text: `${bad.map((pair) => pair.join("")).join(" ")} There is no output.` };
  const lost = missed ? ` No window reads ${missed} of the ${W * H} cells of a slice.` : "";
  if (bad.length) return { fine: false, text: bad.map((pair) => pair.join("")).join(" ") + lost };
  const wide = dilation > 1 ? ` A dilated ${F} reaches over ${extent(F, dilation)} cells.` : "";
  return { fine: true, text: `It fits: the output is ${W2} × ${H2} × ${K}.${wide}${lost}` };
}
