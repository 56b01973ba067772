// Made by tools/sizing_js.py from cs231n_kit/sizing.py, which chapter 02 makes: edit the chapter.

function floorDiv(a, b) {
  return Math.floor(divide(a, b));
}

function floorMod(a, b) {
  if (b === 0) throw new RangeError("division by zero");
  return a - b * Math.floor(a / b);
}

function divide(a, b) {
  if (b === 0) throw new RangeError("division by zero");
  return a / b;
}

// Count the cells from the first to the last that a filter reads: F when dilation is 1.
export function extent(F, dilation = 1) {
  return (F - 1) * dilation + 1;
}

// Count the cells that the window can move: W - F + 2P, negative if the filter is the longer.
export function travel(W, F, P = 0, dilation = 1) {
  return W - extent(F, dilation) + 2 * P;
}

// Evaluate (W - F + 2P)/S + 1 as it stands, whole or not.
export function formula(W, F, S = 1, P = 0, dilation = 1) {
  return divide(travel(W, F, P, dilation), S) + 1;
}

// Count the cells at the far end that no window reaches when the last one has been placed.
export function leftover(W, F, S = 1, P = 0, dilation = 1) {
  return floorMod(travel(W, F, P, dilation), S);
}

// Tell whether the windows cover the padded input neatly, with nothing left over.
export function fits(W, F, S = 1, P = 0, dilation = 1) {
  return (travel(W, F, P, dilation) >= 0) && (leftover(W, F, S, P, dilation) === 0);
}

// Say in words, with the numbers, how many windows fit and what is left over.
export function explain(W, F, S = 1, P = 0, dilation = 1) {
  const span = extent(F, dilation);
  const room = travel(W, F, P, dilation);
  if (room < 0) {
    return `A window of ${span} does not fit into ${W + 2 * P} cells (W=${W}, P=${P}).`;
  }
  if (floorMod(room, S) === 0) {
    return `(${W} - ${span} + ${2 * P})/${S} + 1 = ${floorDiv(room, S) + 1}.`;
  }
  return `(${W} - ${span} + ${2 * P}) = ${room} is not divisible by ${S}: ${floorDiv(room, S) + 1} windows fit and ${floorMod(room, S)} of the cells are left over.`;
}

// Count the windows along one axis that has `before` and `after` cells of padding.
export function windows(W, F, S, before, after, dilation = 1, fit = "crop") {
  if ((W < 1) || (F < 1) || (S < 1) || (dilation < 1)) {
    throw new Error(`W, F, S and dilation must be at least 1; got W=${W}, F=${F}, S=${S}, dilation=${dilation}.`);
  }
  if ((before < 0) || (after < 0)) {
    throw new Error(`Padding can't be negative; got ${before} before and ${after} after.`);
  }
  if ((fit !== "crop") && (fit !== "raise") && (fit !== "pad")) {
    throw new Error(`fit must be 'crop', 'raise' or 'pad'; got '${fit}'.`);
  }
  const span = extent(F, dilation);
  const room = W + before + after - span;
  const count = floorDiv(room, S) + 1;
  return count;
}

// Count the neurons that fit along one axis: (W - F + 2P)/S + 1.
export function out_size(W, F, S = 1, P = 0, dilation = 1, fit = "crop") {
  return windows(W, F, S, P, P, dilation, fit);
}

// Give the padding P = (F - 1)/2 that keeps the size when S = 1.
export function same_pad(F, dilation = 1) {
  return floorDiv(extent(F, dilation) - 1, 2);
}
