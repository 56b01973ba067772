// The digits of the page, out of the widget's state; cs231n_widgets/training_theatre/digits.py packs them.
import { Dice } from "../shared/dice.js";

export const SHAPE = [1, 8, 8];
export const CLASSES = 10;
export const WALL = 80;
const SIZE = 64;
const RAW = 17; // from 0..15 to 0..255, as files have pixels
// Three beginnings for each seed, so that another order of the images comes with the same weights.
export const [WEIGHTS, ORDER, LABELS] = [0, 1, 2];

export const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

// { pixels: N rows of 64 from 0 to 15, labels, train: how many of them are to train on }
export function unpack({ pixels, labels, train }) {
  const pairs = bytes(pixels);
  const all = new Uint8Array(2 * pairs.length);
  pairs.forEach((pair, n) => all.set([pair >> 4, pair & 15], 2 * n));
  return { pixels: all, labels: Int32Array.from(labels, Number), train };
}

// What the page trains on, and what is held out, with what is broken on purpose.
export function pageData(state, { seed, breakage }) {
  const { pixels, labels, train } = unpack(state);
  const some = pixels.subarray(0, train * SIZE);
  const mean = some.reduce((sum, value) => sum + value, 0) / some.length;
  const std = Math.sqrt(some.reduce((sum, value) => sum + (value - mean) ** 2, 0) / some.length);
  const images = Float64Array.from(pixels, (v) => (breakage === "inputs" ? v * RAW : (v - mean) / std));
  const right = labels.subarray(0, train);
  const shuffled = () => new Dice(3 * seed + LABELS).order(train).map((n) => right[n]);
  return {
    size: SIZE,
    train: images.subarray(0, train * SIZE),
    trainLabels: breakage === "labels" ? shuffled() : right,
    held: images.subarray(train * SIZE),
    heldLabels: labels.subarray(train),
  };
}

// The wall of held-out digits, as the kernel sends one: { shape, pixels, labels, classes }.
export function pageWall(state) {
  const { pixels, labels, train } = unpack(state);
  const some = pixels.subarray(train * SIZE, (train + WALL) * SIZE);
  return {
    shape: [WALL, ...SHAPE],
    pixels: some.map((value) => value * RAW),
    labels: [...labels.subarray(train, train + WALL)],
    classes: Array.from({ length: CLASSES }, (_, n) => String(n)),
  };
}
