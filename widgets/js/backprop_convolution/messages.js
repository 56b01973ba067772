// What BackpropConvolution says; cs231n_widgets/backprop_convolution/messages.py says the same, and a test compares them.
import { bracketed, number, plural } from "../shared/numerals.js";
import {
  gradient,
  inputPlace,
  ofInput,
  ofWeight,
  outputs,
  place,
  products,
  shape,
  taps,
  toInput,
  toWeight,
  unread,
} from "./model.js";

const name = (letters, r, c) => `${letters}[${r}, ${c}]`;
const times = (a, b) => `${bracketed(a)}·${bracketed(b)}`;
const sum = (pairs, total) => `${pairs.map(([a, b]) => times(a, b)).join(" + ")} = ${number(total)}`;
const each = (pairs) => pairs.map(([a, b]) => `${times(a, b)}\u00a0=\u00a0${number(a * b + 0)}`).join(", ");

// Sizes, then what is in view.
export function describe(s) {
  return [sizeMessage(s), ...sentences(s)].filter(Boolean).join(" ");
}

export function sizeMessage(s) {
  const { H, W, F, S, P, H2, W2 } = shape(s);
  const lost = unread(s).flat().filter(Boolean).length;
  const end = lost ? ` No window reads ${plural(lost, "input")}: the gradient there is 0.` : "";
  return `Input ${W}×${H}, filter ${F}×${F}, S = ${S}, P = ${P}: the output is ${W2}×${H2}.${end}`;
}

// What the picture shows, in up to three sentences.
export const sentences = (s) => ({ one: oneMessages, sum: sumMessages })[s.view]?.(s) ?? inputMessages(s);

function oneMessages(s) {
  const { F } = shape(s);
  const { row, col } = place(s);
  const dy = gradient(s)[row][col];
  const begin = `${name("dy", row, col)} = ${number(dy)}`;
  if (dy === 0) return [`${begin}: this output sends nothing back.`, "", ""];
  const list = products(s, [[row, col]]);
  const out = F * F - taps(s, row, col).length;
  const padding = out ? ` ${out} of the ${F * F} cells are padding.` : "";
  return [
    `${begin}. Each input gets its weight times ${number(dy)}, each weight its input times ${number(dy)}.${padding}`,
    `To the inputs: ${each(list.map(({ w }) => [w, dy]))}.`,
    `To the weights: ${each(list.map(({ x }) => [x, dy]))}.`,
  ];
}

function sumMessages(s) {
  const { H2, W2 } = shape(s);
  const count = outputs(s).length;
  const total = H2 * W2;
  const { r, c } = inputPlace(s);
  const said =
    count === total
      ? `All of the ${plural(total, "output")}, added up: dx and dw are complete.`
      : `${count === 1 ? "The first" : `The first ${count}`} of ${total} outputs${count === 1 ? "" : ", added up"}.`;
  return [said, inputMessage(s, r, c), ""];
}

function inputMessages(s) {
  const { S, H2, W2 } = shape(s);
  const { r, c } = inputPlace(s);
  const mine = ofInput(products(s), r, c);
  const [first, last] = [mine[0], mine.at(-1)];
  const met = (one) => name("w", one.u, one.v);
  const given = (one) => name("dy", one.row, one.col);
  const why = !first
    ? ""
    : first === last
      ? `Only ${given(first)} counts, with ${met(first)}: no other window reads this input.`
      : `${given(first)} meets ${met(first)}, ${given(last)} meets ${met(last)}: the filter lies flipped.`;
  const apart = S > 1 && H2 * W2 > 1 ? `Windows are ${S} apart, so zeros stand between the gradients.` : "";
  return [inputMessage(s, r, c), why, apart];
}

// A cell of dx, with every product of the outputs in view.
export function inputMessage(s, r, c) {
  const mine = ofInput(products(s), r, c);
  if (mine.length)
    return `${name("dx", r, c)} = ${sum(
      mine.map(({ w, dy }) => [w, dy]),
      toInput(mine),
    )}.`;
  return `${name("dx", r, c)} = 0: ${s.view === "input" ? "no window reads" : "none of these outputs reads"} this input.`;
}

// A cell of dw, likewise.
export function weightMessage(s, u, v) {
  const mine = ofWeight(products(s), u, v);
  if (mine.length)
    return `${name("dw", u, v)} = ${sum(
      mine.map(({ x, dy }) => [x, dy]),
      toWeight(mine),
    )}.`;
  return `${name("dw", u, v)} = 0: here this weight meets only padding.`;
}
