// What the settings of a CONV layer amount to: no DOM, so that node can run it.
// A state s holds W, H (null: as W), F, S, P, K, D, dilation, fit, mode and target.

import { convMacs, convWeights, dilatedSize, fits, neurons, outSize, unsharedParameters } from "../shared/sizing.js";
import { convParameters, examples, neighbours, objectionMessage, outputBytes, settingsBetween } from "./search.js";

// The largest number that each letter may be; cs231n_widgets has the same.
export const LIMITS = { W: 1024, H: 1024, D: 4096, K: 4096, F: 1024, S: 64, P: 512, dilation: 32 };
export const OBJECTIONS = ["over", "even", "large", "half", "skips", "zeros"];

// Count the windows along one side; none where outSize refuses.
function windowsAlong(side, s) {
  try {
    return outSize(side, s.F, s.S, s.P, s.dilation, s.fit);
  } catch {
    return 0;
  }
}

// The letters with H filled in, and the output's W2, H2: both 0 where there is none.
export function sizes(s) {
  const H = s.H ?? s.W;
  const W2 = windowsAlong(s.W, s);
  const H2 = windowsAlong(H, s);
  const some = W2 && H2;
  return { ...s, H, W2: some ? W2 : 0, H2: some ? H2 : 0 };
}

// Changes of a state; where the question backwards is asked, it begins at the layer's own output, or where there is none
// at a map as wide as the input.
export function withOwnTarget(s, changes) {
  const next = { ...s, ...changes };
  const { W2 } = sizes(next);
  return next.mode === "reverse" ? { ...changes, target: Math.min(W2 || next.W, LIMITS.W) } : changes;
}

export function counts(s) {
  const { W2, H2, K, F, D } = sizes(s);
  const out = [K, H2, W2];
  return {
    weights: convWeights(K, F, D),
    biases: K,
    parameters: convParameters(K, F, D),
    neurons: neurons(out),
    unshared: unsharedParameters(out, F, D),
    macs: convMacs(out, F, D),
    bytes: outputBytes(out),
  };
}

// Whether the windows fit along one side.
export const fitAlong = (side, s) => fits(side, s.F, s.S, s.P, s.dilation);

// What a task may ask for.
export function facts(s) {
  const all = sizes(s);
  return {
    ...all,
    fits: fitAlong(all.W, s) && fitAlong(all.H, s),
    same: all.W2 === all.W && all.H2 === all.H,
    ...counts(s),
  };
}

// The nearest settings that fit: { letter, value, change, W2, H2 } each.
export function advice(s) {
  const { W, H } = sizes(s);
  return neighbours(W, H, s.F, s.S, s.P, s.dilation)
    .map(([letter, value, near]) => {
      const [w, h, F, S, P, dilation] = near;
      return { letter, value, ...sizes({ ...s, W: w, H: h, F, S, P, dilation }), change: { [letter]: value } };
    })
    .filter(({ letter, value }) => value <= LIMITS[letter]);
}

// The reverse question: the settings that answer it, and the others by what speaks against them.
export function answers({ W, target, dilation }) {
  const found = settingsBetween(W, target, dilation);
  const leftOut = OBJECTIONS.map((name) => ({
    name,
    count: found.filter((setting) => setting[4] === name).length,
    shown: examples(found, name),
  }));
  const told = leftOut
    .filter(({ count }) => count)
    .map((group) => {
      const [F, S, P, over, name] = group.shown[0];
      return { ...group, message: objectionMessage(name, F, S, P, over, dilation) };
    });
  return { good: found.filter((setting) => !setting[4]), leftOut: told };
}

// How the windows lie on a padded row; positions count from its first cell, padding included.
export function row(side, s) {
  const { F, S, P, dilation } = s;
  const span = dilatedSize(F, dilation);
  const length = side + 2 * P;
  const refused = s.fit === "raise" && !fitAlong(side, s); // drawn as if cropped, without neurons
  const count = windowsAlong(side, refused ? { ...s, fit: "crop" } : s);
  const reach = count ? (count - 1) * S + span : 0;
  const added = Math.max(reach - length, 0); // zeros that rounding up adds at the far end
  const next = fitAlong(side, s) || added ? null : count * S; // where the window would start that does not fit
  const total = Math.max(length, reach, next === null ? 0 : next + span);
  return {
    side,
    F,
    S,
    P,
    dilation,
    span,
    length,
    count,
    added,
    refused,
    next,
    total,
    unread: count ? unread(length, count, s) : [],
  };
}

// Mark the cells of a padded row that no window reads.
function unread(length, count, { F, S, dilation }) {
  const missed = Array(length).fill(true);
  for (let n = 0; n < count; n++)
    for (let u = 0; u < F && n * S + u * dilation < length; u++) missed[n * S + u * dilation] = false;
  return missed;
}
