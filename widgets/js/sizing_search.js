// Made by tools/sizing_js.py from cs231n_widgets/sizing_search.py: edit that.

import { conv_weights, extent, fits, neurons, divide, floorDiv, floorMod } from "./sizing.js";

// Count the parameters of a CONV layer: K filters of F x F x D weights, each with a bias.
export function conv_parameters(K, F, D) {
  return conv_weights(K, F, D) + K;
}

// Count the bytes of a volume (C,H,W) whose numbers take `each` bytes: 4 for float32.
export function output_bytes(out_shape, each = 4) {
  return neurons(out_shape) * each;
}

// Tell whether no window skips cells and none can read padding only.
export function reads_all(settings) {
  const [, , F, S, P, dilation] = settings;
  return (extent(F, dilation) >= S) && (extent(F, dilation) > P);
}

// Tell whether the windows fit along the width (side 0), the height (1) or both (-1).
export function fit_side(settings, side) {
  const [W, H, F, S, P, dilation] = settings;
  const across = (side === 1) || fits(W, F, S, P, dilation);
  const down = (side === 0) || fits(H, F, S, P, dilation);
  return across && down;
}

// Step one number of the settings up (1) or down (-1) until the windows fit: the new settings, or None.
export function nearest_fit(settings, place, step) {
  const [W, H, F, S, P, dilation] = settings;
  const now = [W, H, F, S, P, dilation];
  const wise = reads_all(settings);
  const side = ((place < 2) && (W !== H)) ? place : (-1);
  for (let _ = 0, __end = Math.max(W, H, S, extent(F, dilation)); _ < __end; _++) {
    now[place] = now[place] + step;
    if ((place === 0) && (W === H)) {
      now[1] = now[0];
    }
    if ((now[place] < 0) || ((now[place] < 1) && (place !== 4)) || (wise && (!reads_all(now)))) {
      return null;
    }
    if (fit_side(now, side)) {
      return now;
    }
  }
  return null;
}

// List the nearest settings that fit, one number changed: (letter, value, [W, H, F, S, P, dilation]) each.
export function neighbours(W, H, F, S = 1, P = 0, dilation = 1) {
  let alone, near;
  const [found, settings] = [[], [W, H, F, S, P, dilation]];
  const letters = ["W", "H", "F", "S", "P", "dilation"];
  if (fit_side(settings, -1)) {
    return found;
  }
  for (let place = 0, place_end = 6; place < place_end; place++) {
    alone = ((place === 1) && (W === H)) || ((place < 2) && fit_side(settings, place)) || ((place === 5) && (dilation === 1));
    for (const step of [-1, 1]) {
      near = alone ? null : nearest_fit(settings, place, step);
      if (near !== null) {
        found.push([letters[place], near[place], near]);
      }
    }
  }
  return found;
}

// Say why no equal padding makes the windows fit, or nothing if one does or the windows fit.
export function why_no_padding(W, F, S, P = 0, dilation = 1) {
  const room = W - extent(F, dilation);
  if ((floorMod(S, 2) === 1) || (floorMod(room, 2) === 0) || fits(W, F, S, P, dilation)) {
    return "";
  }
  return `No padding helps: it adds 2P, an even number, but ${W} - ${extent(F, dilation)} is odd and S=${S} is even.`;
}

// List each F and S, with the least P, that make `out` windows of a row of W: (F, S, P, over, objection).
export function settings_between(W, out, dilation = 1, strides = 16, large = 15) {
  let P, missing, over;
  const found = [];
  for (let F = 1, F_end = W + 1; F < F_end; F++) {
    for (let S = 1, S_end = (out === 1) ? 2 : (strides + 1); S < S_end; S++) {
      missing = (out - 1) * S + extent(F, dilation) - W;
      P = Math.max(0, floorDiv(missing + 1, 2));
      over = 2 * P - missing;
      if ((over < S) && (extent(F, dilation) <= W)) {
        found.push([F, S, P, over, objection(W, F, S, P, over, dilation, large)]);
      }
    }
  }
  return found;
}

// Name what speaks most against a setting: zeros, skips, half, over, even, large, or nothing: "".
export function objection(W, F, S, P, over, dilation = 1, large = 15) {
  const span = extent(F, dilation);
  if ((span === W) && (P === 0)) {
    return "";
  }
  if (span <= P) {
    return "zeros";
  }
  if (span < S) {
    return "skips";
  }
  if (span < 2 * P) {
    return "half";
  }
  if (over > 0) {
    return "over";
  }
  if (floorMod(F, 2) === 0) {
    return "even";
  }
  return (large < F) ? "large" : "";
}

// Say in a sentence, with the numbers of one setting, what speaks against it.
export function objection_in_words(name, F, S, P, over, dilation = 1) {
  const span = extent(F, dilation);
  if (name === "zeros") {
    return `With P=${P} the first window of ${span} would lie wholly in the padding and read only zeros.`;
  }
  if (name === "skips") {
    return `S=${S} is larger than the window of ${span}: cells between windows would never be read.`;
  }
  if (name === "half") {
    return `With P=${P} more than half of the first window of ${span} would lie in the padding.`;
  }
  if (name === "over") {
    return `With F=${F}, S=${S}, P=${P} the windows don't fit: ${over} cell${(over === 1) ? "" : "s"} left over.`;
  }
  if (name === "even") {
    return `F=${F} is even: such a filter has no middle cell, so no neuron stands over a cell.`;
  }
  if (name === "large") {
    return `F=${F} is large: ${F * F} weights for each depth slice of the input.`;
  }
  return "";
}

// Pick settings that meet with one objection: the first few, odd filters of 3 and more before others.
export function examples(found, name, most = 4) {
  let F, its;
  const picked = [];
  for (const odd of [true, false]) {
    for (const setting of found) {
      [F, , , , its] = setting;
      if ((its === name) && (((floorMod(F, 2) === 1) && (F > 1)) === odd) && (picked.length < most)) {
        picked.push(setting);
      }
    }
  }
  return picked;
}
