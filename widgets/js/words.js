// Numbers and sentences as the reader sees and hears them.
import { explain, extent } from "./sizing.js";
import { place, shape, unread } from "./conv.js";

// Whole numbers whole, others to three significant digits, and a true minus sign.
export function number(value) {
  const short = Number.isInteger(value) && Math.abs(value) < 1e6 ? String(value) : String(Number(value.toPrecision(3)));
  return short.replace("e+", "e").replaceAll("-", "−");
}

// At most four characters, for a cell: .53, −1.2, 12.
export function short(value) {
  if (Number.isInteger(value) && Math.abs(value) < 1000) return number(value);
  const size = Math.abs(value), text = size >= 9.95 ? size.toPrecision(size >= 999.5 ? 1 : String(Math.round(size)).length) : size.toFixed(size >= 0.995 ? 1 : 2);
  if (Number(text) === 0) return "0";
  return (value < 0 ? "−" : "") + text.replace("e+", "e").replace(/^0\./, ".");
}

const bracketed = (value) => (value < 0 ? `(${number(value)})` : number(value));
export const product = (a, b) => `${bracketed(a)} × ${bracketed(b)} = ${number(a * b + 0)}`;
export const plural = (n, word) => `${n} ${word}${n === 1 ? "" : "s"}`;

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
