// Searches in the arithmetic of volumes: cs231n_widgets/sizing_search.py in JavaScript; a test proves the two equal.
import { convWeights, dilatedSize, fits, neurons } from "../shared/sizing.js";

// The parameters of a CONV layer: K filters of F x F x D weights, each with a bias.
export const convParameters = (K, F, D) => convWeights(K, F, D) + K;

// The bytes of a volume [C, H, W] whose numbers take `each` bytes: 4 for float32.
export const outputBytes = (outShape, each = 4) => neurons(outShape) * each;

// ---- the nearest settings that fit; `settings` are [W, H, F, S, P, dilation] ---------------------------------------
const LETTERS = ["W", "H", "F", "S", "P", "dilation"];

// Whether no window skips cells and none can read padding only.
export function readsAll([, , F, S, P, dilation]) {
  const span = dilatedSize(F, dilation);
  return span >= S && span > P;
}

// Whether the windows fit along the width (side 0), the height (1) or both (-1).
export function fitSide([W, H, F, S, P, dilation], side) {
  return (side === 1 || fits(W, F, S, P, dilation)) && (side === 0 || fits(H, F, S, P, dilation));
}

// Step one number of the settings up (1) or down (-1) until the windows fit: the new settings, or null. A square input
// stays square; else its width is judged across and its height down. A step that makes windows skip cells, or read
// padding only, ends the search.
export function nearestFit(settings, place, step) {
  const [W, H, F, S, , dilation] = settings;
  const square = W === H;
  const wise = readsAll(settings);
  const side = place < 2 && !square ? place : -1;
  const least = LETTERS[place] === "P" ? 0 : 1;
  const now = [...settings];
  for (let tries = Math.max(W, H, S, dilatedSize(F, dilation)); tries > 0; tries--) {
    now[place] += step;
    if (place === 0 && square) now[1] = now[0];
    if (now[place] < least || (wise && !readsAll(now))) return null;
    if (fitSide(now, side)) return now;
  }
  return null;
}

// The nearest settings that fit, one number changed: [letter, value, settings] each. A side that fits already is left
// alone, and so is a dilation of 1. Empty when everything fits.
export function neighbours(W, H, F, S = 1, P = 0, dilation = 1) {
  const settings = [W, H, F, S, P, dilation];
  if (fitSide(settings, -1)) return [];
  const alone = (place) =>
    (place === 1 && W === H) || (place < 2 && fitSide(settings, place)) || (place === 5 && dilation === 1);
  return LETTERS.flatMap((letter, place) => {
    const near = alone(place) ? [] : [-1, 1].map((step) => nearestFit(settings, place, step)).filter(Boolean);
    return near.map((found) => [letter, found[place], found]);
  });
}

// Why no equal padding makes the windows fit, or "" if one does or the windows fit.
export function whyNoPadding(W, F, S, P = 0, dilation = 1) {
  const span = dilatedSize(F, dilation);
  if (S % 2 !== 0 || (W - span) % 2 === 0 || fits(W, F, S, P, dilation)) return "";
  return `No padding helps: it adds 2P, an even number, but ${W} - ${span} is odd and S = ${S} is even.`;
}

// ---- the question backwards: which F, S, P make `out` windows of a row of W? ---------------------------------------
// Each F and S, with the least P, that make `out` windows of a row of W: [F, S, P, over, objection]. F is at most W
// cells wide and S at most `strides`; `over` cells are left over. The objection is "" for a setting that one would
// choose, else why not. Where there is one window, the stride plays no part and S=1.
export function settingsBetween(W, out, dilation = 1, strides = 16, large = 15) {
  const found = [];
  for (let F = 1; F <= W; F++) {
    const span = dilatedSize(F, dilation);
    for (let S = 1; S <= (out === 1 ? 1 : strides); S++) {
      const missing = (out - 1) * S + span - W;
      const P = Math.max(0, Math.floor((missing + 1) / 2));
      const over = 2 * P - missing;
      if (over < S && span <= W) found.push([F, S, P, over, objection(W, F, S, P, over, dilation, large)]);
    }
  }
  return found;
}

// What speaks most against a setting: zeros, skips, half, over, even, large, or nothing: "".
export function objection(W, F, S, P, over, dilation = 1, large = 15) {
  const span = dilatedSize(F, dilation);
  if (span === W && P === 0) return ""; // one window that sees everything: a fully connected layer
  if (span <= P) return "zeros";
  if (span < S) return "skips";
  if (span < 2 * P) return "half";
  if (over > 0) return "over";
  if (F % 2 === 0) return "even";
  return F > large ? "large" : "";
}

// What speaks against one setting, in a sentence with its numbers.
export function objectionMessage(name, F, S, P, over, dilation = 1) {
  const span = dilatedSize(F, dilation);
  const messages = {
    zeros: `With P = ${P} the first window of ${span} would lie wholly in the padding and read only zeros.`,
    skips: `S = ${S} is larger than the window of ${span}: cells between windows would never be read.`,
    half: `With P = ${P} more than half of the first window of ${span} would lie in the padding.`,
    over: `With F = ${F}, S = ${S}, P = ${P} the windows don’t fit: ${over} cell${over === 1 ? "" : "s"} left over.`,
    even: `F = ${F} is even: such a filter has no middle cell, so no neuron stands over a cell.`,
    large: `F = ${F} is large: ${F * F} weights for each depth slice of the input.`,
  };
  return messages[name] ?? "";
}

// A few settings that meet with one objection: the first ones, odd filters of 3 and more before others.
export function examples(found, name, most = 4) {
  const same = found.filter((setting) => setting[4] === name);
  const usual = ([F]) => F % 2 === 1 && F > 1;
  return [...same.filter(usual), ...same.filter((setting) => !usual(setting))].slice(0, most);
}
