// Made by tools/sizing_js.py from cs231n_kit/sizing.py, which chapter 02 makes: edit the chapter.

export function floorDiv(a, b) {
  return Math.floor(divide(a, b));
}

export function floorMod(a, b) {
  if (b === 0) throw new RangeError("division by zero");
  return a - b * Math.floor(a / b);
}

export function divide(a, b) {
  if (b === 0) throw new RangeError("division by zero");
  return a / b;
}

// Count the weights of one neuron whose window is F by F cells and D deep.
export function window_weights(F, D) {
  return F * F * D;
}

// Count the cells from the first that a filter reads to the last.
export function extent(F, dilation = 1) {
  return (F - 1) * dilation + 1;
}

// Count the cells that the window can move: W - F + 2P; negative, it is too big.
export function travel(W, F, P = 0, dilation = 1) {
  return W - extent(F, dilation) + 2 * P;
}

// Evaluate (W - F + 2P)/S + 1 as it stands, whole or not.
export function formula(W, F, S = 1, P = 0, dilation = 1) {
  return divide(travel(W, F, P, dilation), S) + 1;
}

// Give the padding P = (F - 1)/2 that keeps the size at stride 1, for an odd F.
export function same_pad(F, dilation = 1) {
  let reason;
  const span = extent(F, dilation);
  if (floorMod(span, 2) === 0) {
    reason = "(F - 1)/2 is not whole";
    throw new Error(`A window of ${span} has no middle cell: ${reason}.`);
  }
  return floorDiv(span - 1, 2);
}

// Count the cells that are left over when the last whole window is placed.
export function leftover(W, F, S = 1, P = 0, dilation = 1) {
  return floorMod(travel(W, F, P, dilation), S);
}

// Tell whether the last window ends exactly at the end of the padded row.
export function fits(W, F, S = 1, P = 0, dilation = 1) {
  return (travel(W, F, P, dilation) >= 0) && (leftover(W, F, S, P, dilation) === 0);
}

// Say how many windows of F cells fit into W cells and `padding` zeros.
export function in_words(W, F, S, padding, dilation = 1) {
  let cells;
  const span = extent(F, dilation);
  const note = `; with dilation ${dilation} a filter of ${F} spans ${span}`;
  const dilated = (dilation > 1) ? note : "";
  const room = W - span + padding;
  if (room < 0) {
    cells = `${W + padding} cells (${W} and ${padding} of padding)${dilated}`;
    return `A window of ${span} does not fit into ${cells}. Make it smaller, or pad.`;
  }
  const travel_in_words = `(${W} - ${span} + ${padding})`;
  const count = floorDiv(room, S) + 1;
  if (floorMod(room, S) === 0) {
    return `${travel_in_words}/${S} + 1 = ${count}: the windows fit.`;
  }
  const fitting = (count === 1) ? "1 window fits" : `${count} windows fit`;
  return `${travel_in_words} = ${room} is not divisible by ${S}: ${fitting}, and ${floorMod(room, S)} of the ${W + padding} cells would be left over${dilated}.`;
}

// Say in words, with the numbers in them, whether the windows fit.
export function explain(W, F, S = 1, P = 0, dilation = 1) {
  return in_words(W, F, S, 2 * P, dilation);
}

// Count the windows in a row of W cells with `before` and `after` zeros at its ends.
export function windows(W, F, S, before, after, dilation = 1, fit = "crop") {
  let count;
  check_sizes(W, F, S, before, after, dilation, fit);
  const room = W - extent(F, dilation) + before + after;
  count = floorDiv(room, S) + 1;
  if ((fit === "pad") && (floorMod(room, S) > 0) && (count * S < W + before)) {
    count = count + 1;
  }
  if ((count < 1) || ((fit === "raise") && (floorMod(room, S) > 0))) {
    throw new Error(in_words(W, F, S, before + after, dilation));
  }
  return count;
}

// Refuse what can't be a size, a stride, a padding, a dilation or a fit.
export function check_sizes(W, F, S, before, after, dilation, fit) {
  let given;
  if ((W < 1) || (F < 1) || (S < 1) || (dilation < 1)) {
    given = `W=${W}, F=${F}, S=${S}, dilation=${dilation}`;
    throw new Error(`Sizes, stride and dilation start at 1; got ${given}.`);
  }
  if ((before < 0) || (after < 0)) {
    throw new Error(`Padding starts at 0; got ${before} before and ${after} after.`);
  }
  if ((fit !== "crop") && (fit !== "raise") && (fit !== "pad")) {
    throw new Error(`fit must be 'crop', 'raise' or 'pad'; got '${fit}'.`);
  }
}

// Count the neurons along one axis: (W - F + 2P)/S + 1.
export function out_size(W, F, S = 1, P = 0, dilation = 1, fit = "crop") {
  return windows(W, F, S, P, P, dilation, fit);
}

// Count the neurons of a volume (C,H,W).
export function neurons(shape) {
  const [C, H, W] = shape;
  return C * H * W;
}

// Count the parameters if each neuron had F x F x D weights of its own.
export function unshared_parameters(out_shape, F, D) {
  return neurons(out_shape) * (window_weights(F, D) + 1);
}

// Count the weights of K filters of F x F x D; there are K biases besides.
export function conv_weights(K, F, D) {
  return K * window_weights(F, D);
}

// Count a CONV layer's multiply-adds on one example, windows of F x F x D.
export function conv_macs(out_shape, F, D) {
  return neurons(out_shape) * window_weights(F, D);
}
