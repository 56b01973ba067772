// A net slid over a canvas: the map of its scores, what that costs, and how a crop by itself differs. Arithmetic only;
// cs231n_widgets/fully_connected_as_convolution/model.py has the same.
import { bytes, forward, outShape, receptiveField, unpackLayers } from "../shared/net.js";
import { readDrawing, render } from "./ink.js";

const SURE = 0.9; // the probability from which on a place shows a digit
const EQUAL = 1e-9; // of the largest number: what differs by less does so by rounding

const unpacked = new WeakMap();

// A net for square images, cut in two: the layers before its first FC layer, and the head, as CONV layers.
export function slidingOf(s) {
  const net = s.nets[s.padded && s.nets.length > 1 ? 1 : 0];
  if (!unpacked.has(net)) unpacked.set(net, cutInTwo(net));
  return unpacked.get(net);
}

function cutInTwo(net) {
  const layers = unpackLayers(net, { C: 1, H: net.side, W: net.side });
  const first = layers.findIndex(({ kind }) => kind === "FC");
  const features = layers.slice(0, first);
  const { size, step } = receptiveField(features);
  const head = layers.slice(first).map(asConv);
  return { ...net, features, head, step, sees: size, cells: head[0].reads.H, classes: layers.at(-1).K };
}

// A layer of the head as one that slides: of an FC layer the weights are filters as large as the volume that it reads.
const asConv = (layer) => (layer.kind === "FC" ? { ...layer, kind: "CONV", F: layer.reads.H, S: 1, P: 0 } : layer);

const run = (layers, x) => layers.reduce((volume, layer) => forward(layer, volume), x);

// The rows and columns of the map.
export function placesOf(s) {
  const { side, step } = slidingOf(s);
  return [s.height, s.width].map((length) => Math.floor((length - side) / step) + 1);
}

// The place in view, brought into the map.
export const placeOf = (s) => placesOf(s).map((count, axis) => Math.min([s.row, s.col][axis], count - 1));

let begun = {}; // the image in view, as bytes
let inked = {}; // and with the ink on it

// The canvas, row by row from 0 to 1: the image that it began with, and the ink on it.
export function imageOf({ pixels, drawing, height, width }) {
  const key = `${drawing} ${height} ${width}`;
  if (inked.key !== key || begun.pixels !== pixels) {
    if (begun.pixels !== pixels) begun = { pixels, values: pixels && Float64Array.from(bytes(pixels), (v) => v / 255) };
    const ink = render(drawing, height, width);
    inked = { key, values: pixels ? ink.map((value, n) => Math.max(value, begun.values[n])) : ink };
  }
  return inked.values;
}

function runFeatures({ features, mean, std }, image, H, W) {
  return run(features, { C: 1, H, W, data: image.map((value) => (value - mean) / std) });
}

// What one pass over an image gives: the volume in front of the FC layers, and the scores of each place.
export function scanImage(s, image) {
  const sliding = slidingOf(s);
  const before = runFeatures(sliding, image, s.height, s.width);
  return { before, scores: cut(run(sliding.head, before), ...placesOf(s)) };
}

// The first rows and columns of a volume: padding may have made room for a crop that sticks out.
function cut(x, H, W) {
  if (x.H === H && x.W === W) return x;
  return part(x, 0, 0, H, W);
}

// A part of a volume, with its upper left corner at (top, left).
function part(x, top, left, H, W) {
  const data = new Float64Array(x.C * H * W);
  for (let c = 0; c < x.C; c++)
    for (let row = 0; row < H; row++) {
      const from = (c * x.H + top + row) * x.W + left;
      data.set(x.data.subarray(from, from + W), (c * H + row) * W);
    }
  return { C: x.C, H, W, data };
}

let scanned = {}; // the canvas in view

export function scanOf(s) {
  const image = imageOf(s);
  if (scanned.image !== image || scanned.sliding !== slidingOf(s))
    scanned = { image, sliding: slidingOf(s), ...scanImage(s, image) };
  return scanned;
}

let compared = {}; // the crop in view

// What the crop in view is by itself, beside what the pass has at its place.
export function compare(s) {
  const scan = scanOf(s);
  const [row, col] = placeOf(s);
  if (compared.scan !== scan || compared.row !== row || compared.col !== col)
    compared = { scan, row, col, ...compareCrop(s, scan, row, col) };
  return compared;
}

function compareCrop(s, { image, before, scores }, row, col) {
  const sliding = slidingOf(s);
  const { side, step, cells } = sliding;
  const whole = { C: 1, H: s.height, W: s.width, data: image };
  const crop = part(whole, step * row, step * col, side, side);
  const alone = runFeatures(sliding, crop.data, side, side);
  return {
    differences: differences(part(before, row, col, cells, cells), alone),
    best: best(part(scores, row, col, 1, 1).data),
    bestAlone: best(run(sliding.head, alone).data),
    untouched: untouched(s),
  };
}

// By how much each cell differs: the largest of its numbers, row by row.
function differences(passed, alone) {
  const area = passed.H * passed.W;
  const most = new Float64Array(area);
  let top = 1;
  passed.data.forEach((value, n) => {
    top = Math.max(top, Math.abs(value));
    most[n % area] = Math.max(most[n % area], Math.abs(value - alone.data[n]));
  });
  return most.map((value) => (value <= EQUAL * top ? 0 : value));
}

// The class with the highest score, the first of equals.
function best(scores) {
  const score = Math.max(...scores);
  return { k: scores.indexOf(score), score };
}

// Which cells in front of the FC layers of the crop in view see no cut edge, from sizes alone, row by row.
function untouched(s) {
  const { features, side, step } = slidingOf(s);
  const [rows, columns] = placeOf(s).map((at, axis) =>
    untouchedAlong(features, side, [s.height, s.width][axis], step * at),
  );
  return rows.flatMap((row) => columns.map((column) => row && column));
}

// The same along one axis, for a crop that begins at `corner`: layer by layer, a cell is touched if it reads a touched one,
// or padding where the whole image has something.
function untouchedAlong(features, side, length, corner) {
  let fine = Array(side).fill(true);
  let [whole, start] = [length, corner];
  for (const { kind, F, S, P } of features) {
    if (kind === "RELU") continue;
    const isFine = (at) => fine[at] ?? !(at + start >= 0 && at + start < whole);
    const count = Math.floor((fine.length - F + 2 * P) / S) + 1;
    fine = Array.from({ length: count }, (_, n) =>
      Array.from({ length: F }, (_, u) => isFine(n * S - P + u)).every(Boolean),
    );
    whole = Math.floor((whole - F + 2 * P) / S) + 1;
    start /= S;
  }
  return fine;
}

// Multiply-adds: of one pass over the canvas, and of one crop by itself.
export function macsOf(s) {
  const { features, head, side } = slidingOf(s);
  const all = [...features, ...head];
  return { once: macs(all, { C: 1, H: s.height, W: s.width }), crop: macs(all, { C: 1, H: side, W: side }) };
}

function macs(layers, shape) {
  let [sum, reads] = [0, shape];
  for (const layer of layers) {
    const makes = outShape(layer, reads);
    if (layer.kind === "CONV") sum += makes.C * makes.H * makes.W * reads.C * layer.F ** 2;
    reads = makes;
  }
  return sum;
}

// Which class each place of a map shows, row by row; -1 where none, or the one without a label, is sure.
export function seenAt({ C, H, W, data }, labels) {
  const area = H * W;
  return Array.from({ length: area }, (_, at) => {
    let k = 0;
    for (let other = 1; other < C; other++) if (data[other * area + at] > data[k * area + at]) k = other;
    let sum = 0;
    for (let other = 0; other < C; other++) sum += Math.exp(data[other * area + at] - data[k * area + at]);
    return labels[k] && 1 / sum >= SURE ? k : -1;
  });
}

// At how many places each class is seen, in their order: [[k, count]].
export function sightings(shown, labels) {
  const counts = labels.map((_, k) => [k, shown.filter((one) => one === k).length]);
  return counts.filter(([, count]) => count);
}

// The place with the highest score of a class that has a label: { row, col, k }.
export function bestPlace({ C, H, W, data }, labels) {
  const named = Array.from({ length: C }, (_, k) => k).filter((k) => labels[k]);
  const at = firstBest(Array.from({ length: H * W }, (_, n) => Math.max(...named.map((k) => data[k * H * W + n]))));
  const scores = named.map((k) => data[k * H * W + at]);
  return { row: Math.floor(at / W), col: at % W, k: named[scores.indexOf(Math.max(...scores))] };
}

// The first place of the largest number, and of those that differ from it by rounding.
function firstBest(values) {
  const top = Math.max(...values);
  return values.findIndex((value) => value >= top - EQUAL * Math.max(1, Math.abs(top)));
}

export const isHidden = ({ ask, checked }) => ask && !checked;

// Which cells in front of the FC layers the reader has marked, row by row.
export function markedOf(s) {
  const { cells } = slidingOf(s);
  return Array.from({ length: cells * cells }, (_, n) => s.marks.some(([row, col]) => row * cells + col === n));
}

// How many marked cells differ, and how many that see no cut edge have no mark.
export function judge(s, { differences, untouched } = compare(s)) {
  const marked = markedOf(s);
  const count = (is) => marked.filter((mark, n) => is(mark, n)).length;
  return { wrong: count((mark, n) => mark && differences[n]), leftOut: count((mark, n) => !mark && untouched[n]) };
}

// What a goal may ask for.
export function facts(s) {
  const [row, col] = placeOf(s);
  const found = compare(s);
  const { wrong, leftOut } = judge(s, found);
  const { scores } = scanOf(s);
  return {
    padded: s.padded,
    row,
    col,
    cells: found.differences.length,
    equal: found.differences.filter((value) => value === 0).length,
    seen: sightings(seenAt(scores, s.labels), s.labels)
      .map(([k]) => s.labels[k])
      .join(", "),
    right: s.checked && !wrong && !leftOut,
  };
}

// Returns why a state can't be shown, or "".
export function mismatch(s) {
  try {
    readDrawing(s.drawing);
  } catch (error) {
    return error.message;
  }
  const { cells } = slidingOf(s);
  const fine = s.marks.every((mark) => mark.length === 2 && mark.every((at) => at >= 0 && at < cells));
  return fine && s.row >= 0 && s.col >= 0 ? "" : "This canvas has no such place or cell.";
}
