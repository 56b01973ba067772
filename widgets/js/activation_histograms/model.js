// Two nets of fully connected layers with the same weights, without and with batch norm, and histograms of what comes
// out of each layer. Arithmetic only; cs231n_widgets/activation_histograms/model.py has the same.
import { Dice } from "../shared/dice.js";

export const UNITS = 100; // of each layer, and numbers of an input
export const BATCH = 100; // inputs
export const HE = Math.sqrt(2 / UNITS); // the weights' deviation at scale 1
export const BINS = 16; // of equal width; what lies below and above them has one more each
export const TOP = 4; // where the bins end; they begin at 0
export const [LEAST, MOST] = [0.2, 5]; // of the scale
export const [FEW, MANY] = [2, 10]; // layers
export const DEAD = 0.9; // share of zeros from which on a layer is dead
export const HALF = 0.5; // of the first layer's deviation: a net holds if its last layer keeps this much, and at most 1 / HALF
const APART = 1.04; // how far from He's, as a factor, scales are to be found on both sides
const EPS = 1e-5; // of batch norm
const STEPS = 70; // of the slider, from 1 to each end
// The scales that the slider has, each 2.3% more than the one before.
export const SCALES = Array.from({ length: 2 * STEPS + 1 }, (_, n) => Number((MOST ** (n / STEPS - 1)).toPrecision(3)));

let drawn = {}; // the numbers of the seed in view

// The inputs, and the weights of MANY layers at deviation 1: {x, weights}.
function draw(seed) {
  if (drawn.seed !== seed) {
    const dice = new Dice(seed);
    const normal = (count) => Float64Array.from({ length: count }, () => dice.normal());
    const x = normal(BATCH * UNITS);
    drawn = { seed, x, weights: Array.from({ length: MANY }, () => turn(normal(UNITS * UNITS))) };
  }
  return drawn;
}

// Weights that are drawn unit by unit, as they are read: input by input.
const turn = (weights) => weights.map((_, at) => weights[(at % UNITS) * UNITS + Math.floor(at / UNITS)]);

// A fully connected layer without biases: each unit adds up its inputs times its weights. Half of the inputs are zeros
// after a ReLU, and add nothing.
function connect(x, weights, deviation) {
  const y = new Float64Array(BATCH * UNITS);
  for (let n = 0; n < BATCH; n++)
    for (let d = 0; d < UNITS; d++) {
      const value = deviation * x[n * UNITS + d];
      if (value) for (let k = 0; k < UNITS; k++) y[n * UNITS + k] += value * weights[d * UNITS + k];
    }
  return y;
}

// Batch norm in training, with gamma 1 and beta 0: each unit gets mean 0 and deviation 1 over the batch.
function normalise(y) {
  for (let k = 0; k < UNITS; k++) {
    let mean = 0;
    for (let at = k; at < y.length; at += UNITS) mean += y[at] / BATCH;
    let variance = 0;
    for (let at = k; at < y.length; at += UNITS) variance += (y[at] - mean) ** 2 / BATCH;
    const deviation = Math.sqrt(variance + EPS);
    for (let at = k; at < y.length; at += UNITS) y[at] = (y[at] - mean) / deviation;
  }
}

// What comes out of each layer's ReLU, for weights of a deviation.
function outputs({ seed, layers }, deviation, norm) {
  const { x, weights } = draw(seed);
  let values = x;
  return weights.slice(0, layers).map((one) => {
    const y = connect(values, one, deviation);
    if (norm) normalise(y);
    values = y.map((value) => Math.max(value, 0));
    return values;
  });
}

let plain = {}; // the net in view without batch norm, at scale 1

// The layers in numbers without batch norm. A scale goes through each ReLU, max(s z, 0) = s max(z, 0), so that the outputs
// of layer n are those at scale 1 times the scale to the power n.
function withoutNorm(s) {
  const key = `${s.seed} ${s.layers}`;
  if (plain.key !== key) plain = { key, outputs: outputs(s, HE, false) };
  return plain.outputs.map((values, n) => summary(values, s.scale ** (n + 1)));
}

const withNorm = (s) => outputs(s, s.scale * HE, true).map((values) => summary(values, 1));

// A layer's outputs times a factor, in numbers: mean, deviation, the share of zeros, and how many of the others lie below
// the bins, in each, and above them.
function summary(values, factor) {
  const counts = new Array(BINS + 2).fill(0);
  const bins = (factor * BINS) / TOP; // in one unit
  let [sum, squares, zeros] = [0, 0, 0];
  for (let at = 0; at < values.length; at++) {
    const value = values[at];
    sum += value;
    squares += value * value;
    zeros += value === 0 ? 1 : 0;
    counts[Math.min(Math.floor(value * bins), BINS) + 1]++;
  }
  counts[1] -= zeros;
  const mean = sum / values.length;
  const deviation = Math.sqrt(squares / values.length - mean * mean);
  return { mean: factor * mean, deviation: factor * deviation, zeros: zeros / values.length, counts };
}

// A row of histograms: its layers, where the bins begin and end, the last layer's deviation as a multiple of the
// first's (null if that is 0), and what has become of it: "dead", "fades", "explodes" or "holds".
function makeRow(title, layers, [low, high]) {
  const [first, last] = [layers[0], layers.at(-1)];
  const ratio = first.deviation > 0 ? last.deviation / first.deviation : null;
  const dead = ratio === null || last.zeros >= DEAD;
  return { title, layers, low, high, ratio, fate: dead ? "dead" : fate(ratio) };
}

export function fate(ratio) {
  return ratio < HALF ? "fades" : ratio > 1 / HALF ? "explodes" : "holds";
}

let last = {}; // of the state in view

// The rows of a state: without and with batch norm, or the one of the learner's own arrays.
export function study(s) {
  const key = JSON.stringify([s.scale, s.layers, s.seed, s.own]);
  if (last.key !== key) last = { key, rows: s.own.layers ? [ownRow(s.own)] : twoRows(s) };
  return last.rows;
}

function ownRow({ layers, low, high }) {
  return makeRow("Your layers", layers, [low, high]);
}

function twoRows(s) {
  const row = (title, layers) => {
    const named = layers.map((layer, n) => ({ name: `layer ${n + 1}`, ...layer }));
    return makeRow(title, named, [0, TOP]);
  };
  return [row("Without batch norm", withoutNorm(s)), row("With batch norm", withNorm(s))];
}

// What a goal may ask for.
export function facts(s) {
  const [without, norm] = study(s).map(({ fate }) => fate === "holds");
  return { scale: s.scale, layers: s.layers, without, with: norm ?? false, found: isRange(s.found) };
}

// Whether scales on both sides of He's were found, well away from it.
export const isRange = ([least, most]) => least < 1 / APART && most > APART;

// The scales at which the net without batch norm has held so far, [least, most], now that this one is in view, too.
export function foundAfter(s) {
  if (s.own.layers || !facts(s).without) return s.found;
  return [Math.min(s.scale, ...s.found), Math.max(s.scale, ...s.found)];
}

// Returns why a state can't be shown, or "".
export function mismatch({ scale, layers, seed, found }) {
  const fine = scale >= LEAST && scale <= MOST && layers >= FEW && layers <= MANY && seed >= 0;
  const range = found.length === 0 || (found.length === 2 && LEAST <= found[0] && found[1] <= MOST);
  return fine && range ? "" : "These histograms have no such scale, seed or number of layers.";
}

// The place of a scale on the slider: the nearest by ratio.
export function nearestScale(scale) {
  const off = SCALES.map((one) => Math.abs(Math.log(one / scale)));
  return off.indexOf(Math.min(...off));
}
