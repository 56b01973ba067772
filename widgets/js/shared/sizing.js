// The integer arithmetic of volumes: cs231n_kit/sizing.py in JavaScript. A test proves the two equal, numbers, words
// and errors, so whoever changes one changes the other.

// The remainder as Python has it: never negative.
const mod = (a, b) => a - b * Math.floor(a / b);

// The weights of one neuron whose window is F by F cells and D deep.
export function windowWeights(F, D) {
  checkSizes({ F, D });
  return F * F * D;
}

// The cells from the first that a filter reads to the last.
export function dilatedSize(F, dilation = 1) {
  checkSizes({ F, dilation });
  return (F - 1) * dilation + 1;
}

// The cells that the window can move: W - F + 2P; negative, it is too big.
export function slack(W, F, P = 0, dilation = 1) {
  checkSizes({ W }, P, P);
  return W - dilatedSize(F, dilation) + 2 * P;
}

// (W - F + 2P)/S + 1 as it stands, whole or not.
export function exactOutSize(W, F, S = 1, P = 0, dilation = 1) {
  checkSizes({ S });
  return slack(W, F, P, dilation) / S + 1;
}

// The cells that are left over when the last whole window is placed.
export function leftover(W, F, S = 1, P = 0, dilation = 1) {
  checkSizes({ S });
  const room = slack(W, F, P, dilation);
  if (room < 0) throw new Error(explain(W, F, S, P, dilation));
  return room % S;
}

// Whether the last window ends exactly at the end of the padded row.
export function fits(W, F, S = 1, P = 0, dilation = 1) {
  checkSizes({ S });
  const room = slack(W, F, P, dilation);
  return room >= 0 && room % S === 0;
}

// How many windows of F cells fit into W cells and `padding` zeros, in words.
export function fitMessage(W, F, S, padding, dilation = 1) {
  checkSizes({ W, S }, padding);
  const span = dilatedSize(F, dilation);
  const dilated = dilation > 1 ? `; with dilation ${dilation} a filter of ${F} spans ${span}` : "";
  const room = W - span + padding;
  if (room < 0) {
    return `A window of ${span} does not fit into ${W + padding} cells (${W} and ${padding} of padding)${dilated}. Make it smaller, or pad.`;
  }
  const sum = `(${W} - ${span} + ${padding})`;
  const count = Math.floor(room / S) + 1;
  if (room % S === 0) return `${sum}/${S} + 1 = ${count}: the windows fit.`;
  const fitting = count === 1 ? "1 window fits" : `${count} windows fit`;
  return `${sum} = ${room} is not divisible by ${S}: ${fitting}, and ${room % S} of the ${W + padding} cells would be left over${dilated}.`;
}

// The same for P zeros on either side.
export function explain(W, F, S = 1, P = 0, dilation = 1) {
  checkSizes({}, P, P);
  return fitMessage(W, F, S, 2 * P, dilation);
}

// The windows in a row of W cells with `before` and `after` zeros at its ends. Where they don't fit, `fit` says whether
// to crop, to pad (round up) or to raise an error.
export function countWindows(W, F, S, before, after, dilation = 1, fit = "crop") {
  checkSizes({ W, S }, before, after, fit);
  const room = W - dilatedSize(F, dilation) + before + after;
  const over = mod(room, S) > 0;
  let count = Math.floor(room / S) + 1;
  if (fit === "pad" && over && count * S < W + before) count += 1;
  if (count < 1 || (fit === "raise" && over)) throw new Error(fitMessage(W, F, S, before + after, dilation));
  return count;
}

// An error for what is no size, padding or fit: whole numbers from 1 on, and padding from 0 on.
function checkSizes(sizes, before = 0, after = 0, fit = "crop") {
  for (const [name, size] of [...Object.entries(sizes), ["padding", before], ["padding", after]]) {
    if (!Number.isInteger(size)) throw new Error(`${name} is a whole number; got ${size}.`);
  }
  if (Math.min(...Object.values(sizes)) < 1) {
    const given = Object.entries(sizes).map(([name, size]) => `${name}=${size}`);
    throw new Error(`Sizes, stride and dilation start at 1; got ${given.join(", ")}.`);
  }
  if (before < 0 || after < 0) throw new Error(`Padding starts at 0; got ${before} before and ${after} after.`);
  if (!["crop", "raise", "pad"].includes(fit)) throw new Error(`fit must be 'crop', 'raise' or 'pad'; got '${fit}'.`);
}

// The neurons along one axis: (W - F + 2P)/S + 1.
export const outSize = (W, F, S = 1, P = 0, dilation = 1, fit = "crop") => countWindows(W, F, S, P, P, dilation, fit);

// The neurons of a volume [C, H, W].
export const neurons = ([C, H, W]) => C * H * W;

// The parameters if each neuron had F x F x D weights of its own.
export const unsharedParameters = (outShape, F, D) => neurons(outShape) * (windowWeights(F, D) + 1);

// The weights of K filters of F x F x D; there are K biases besides.
export function convWeights(K, F, D) {
  checkSizes({ K });
  return K * windowWeights(F, D);
}

// A CONV layer's multiply-adds on one example, windows of F x F x D.
export const convMacs = (outShape, F, D) => neurons(outShape) * windowWeights(F, D);
