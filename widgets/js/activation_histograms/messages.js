// What ActivationHistograms says about its state; cs231n_widgets/activation_histograms/messages.py says the same, and a
// test compares them.
import { grouped, number } from "../shared/numerals.js";
import { DEAD, fate, HE, study, UNITS } from "./model.js";

const LARGE = [
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"],
];

// A number with two significant digits, from a million on with one: 8.5e−8, 0.00081, 1,000, 8 million.
export function size(value) {
  if (value < 0) return `−${size(-value)}`;
  const one = Number(value.toPrecision(1));
  if (one >= 1e15) return grouped(one);
  const [unit, word] = LARGE.find(([least]) => one >= least) ?? [];
  if (unit) return `${number(one / unit)} ${word}`;
  const two = Number(value.toPrecision(2));
  if (0 < two && two < 1e-4) return two.toExponential().replace("-", "−");
  return two >= 1000 ? grouped(two) : number(two);
}

const percent = (share) => `${Math.round(100 * share)}%`;

// What is wrong with a layer, "" if nothing is.
export function note(row, layer) {
  if (layer.zeros >= DEAD) return `${percent(layer.zeros)} zeros`;
  const first = row.layers[0].deviation;
  const words = { fades: "too small", explodes: "too large" };
  return first > 0 ? (words[fate(layer.deviation / first)] ?? "") : "";
}

// The deviation of a layer, or that it is dead.
export const figure = (layer) => (layer.zeros >= DEAD ? "dead" : size(layer.deviation));

// A layer in words: "layer 10: mean 0.00057, deviation 0.00081, 48% zeros".
export function layerMessage({ name, mean, deviation, zeros }) {
  const dead = zeros >= DEAD ? "dead, " : "";
  return `${name}: ${dead}mean ${size(mean)}, deviation ${size(deviation)}, ${percent(zeros)} zeros`;
}

// What has become of the last layer, beside the first.
export function outcome({ layers, ratio, fate }) {
  const [first, last] = [layers[0].name, layers.at(-1).name];
  if (fate === "dead") return `${ratio === null ? first : last} is dead.`;
  return `${last} has ${beside(ratio, first)}: it ${fate}.`;
}

// A deviation, which is `ratio` times the first layer's.
function beside(ratio, first) {
  if (ratio === 0) return "no deviation";
  if (fate(ratio) === "fades") return `${size(1 / ratio)} times less deviation than ${first}`;
  return `${ratio <= 2 ? number(ratio) : size(ratio)} times the deviation of ${first}`;
}

// A scale as a multiple of He's deviation, and as the deviation itself.
export const scaleMessage = (scale) => `${number(scale)} × √(2/${UNITS}) = ${number(scale * HE)}`;

// The scales at which the net without batch norm has held so far.
export function foundMessage(found) {
  if (!found.length) return "";
  const [least, most] = found.map(number);
  return `Held without batch norm: ${least === most ? least : `${least} to ${most}`}.`;
}

function rowMessage(row) {
  const each = row.layers.map(({ deviation }) => size(deviation)).join(", ");
  return `${row.title}: ${outcome(row)} Deviations: ${each}; ${layerMessage(row.layers.at(-1))}.`;
}

// What the reader has changed: the scale, and what has become of each row.
export const news = (s) => [scaleMessage(s.scale), ...study(s).map((row) => `${row.title}: ${outcome(row)}`)].join(" ");

export function describe(s) {
  const rows = study(s).map(rowMessage).join(" ");
  if (s.own.layers) return rows;
  return (
    `${s.layers} fully connected layers of ${UNITS} units with ReLU. Deviation of the weights: ` +
    `${scaleMessage(s.scale)}. ${rows}`
  );
}
