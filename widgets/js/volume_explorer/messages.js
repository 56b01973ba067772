// What VolumeExplorer says; cs231n_widgets/volume_explorer/messages.py says the same, and a test compares them.
import { number } from "../shared/numerals.js";
import { neuron, ranked, readBy, seen, valueAt } from "./model.js";

// At most two decimals, and a true minus.
export const two = (value) => String(Math.floor(value * 100 + 0.5) / 100 + 0).replace("-", "−");

export const size = ({ W, H, C }) => `${W}×${H}×${C}`;

// The volumes, the three highest scores, and the neuron in view.
export function describe(s, volumes) {
  const sizes = volumes.map((one) => `${one.name} ${size(one)}`).join(", ");
  const best = ranked(s, volumes).slice(0, 3);
  const scores = best.map(({ label, score }) => `${label} ${two(score)}`).join(", ");
  return `${sizes}. Highest scores: ${scores}. ${neuronMessage(s, volumes)}`;
}

// Where the neuron in view is, what it sees, and what it makes of it.
export function neuronMessage(s, volumes, at = neuron(s, volumes)) {
  const { volume, slice, row, col } = at;
  const { name } = volumes[volume];
  if (volume === 0) {
    const value = two(valueAt(volumes[0], at));
    return `INPUT, row ${row}, column ${col}: ${["red", "green", "blue"][slice]} is ${value}, of 1 at most.`;
  }
  const score = volume === volumes.length - 1 ? `The neuron for ${s.labels[slice]}` : `Neuron ${slice} of ${name}`;
  const where = name.startsWith("FC") ? score : `The neuron at row ${row}, column ${col} of slice ${slice} of ${name}`;
  const { top, bottom, left, right } = seen(s, at);
  const whole = !top && !left && bottom === s.net.H - 1 && right === s.net.W - 1;
  const field = whole ? "the whole picture" : `${right - left + 1}×${bottom - top + 1} pixels of the picture`;
  return `${where} sees ${field}. ${madeMessage(s, volumes, at)}`;
}

// What the neuron makes of what comes in.
export function madeMessage(s, volumes, at) {
  const { kind, F } = s.net.layers[at.volume - 1];
  const before = volumes[at.volume - 1];
  const value = two(valueAt(volumes[at.volume], at));
  if (kind === "RELU") {
    const came = valueAt({ ...before, data: readBy(volumes, at.volume) }, at);
    return came > 0 ? `It gets ${two(came)} and keeps it.` : `It gets ${two(came)} and gives 0.`;
  }
  if (kind === "POOL") return `It keeps the largest of ${F}×${F} numbers: ${value}.`;
  const [across, down] = kind === "FC" ? [before.W, before.H] : [F, F];
  const count = number(across * down * before.C);
  return `It adds up ${across}·${down}·${before.C} = ${count} products and a bias: ${value}.`;
}
