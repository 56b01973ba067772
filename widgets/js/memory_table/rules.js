// What a layer needs besides its input, its output and its parameters: cs231n_kit/memory.py's rules, by the spec's words.
//
// Bytes are linear in the batch: [bytes for each example, bytes besides]. So one run tells of every batch. A workspace
// is the largest of several such pairs.

import { isFilters, windowsOf } from "../shared/spec/layers.js";

export const NONE = [0, 0];
export const at = ([each, besides], n) => each * n + besides;
export const most = (pairs, n) => pairs.reduce((found, pair) => Math.max(found, at(pair, n)), 0);
export const sum = (...pairs) => [pairs.reduce((all, [a]) => all + a, 0), pairs.reduce((all, [, b]) => all + b, 0)];

// The numbers of a shape. Beyond 2 ** 53 they are rounded, and model.js says that they are too many.
export const count = (shape) => shape.reduce((all, size) => all * Number(size), 1);

const windowCells = (layer) => windowsOf(layer).reduce((all, [size]) => all * size, 1);
const each = (bytes) => [[bytes, 0]];
const once = (bytes) => [[0, bytes]];

// The numbers of weights and biases of a layer.
export function parametersOf({ word, values }, inShape, outShape) {
  const biases = (of) => (values.bias ? of : 0);
  if (word === "FC") return count(inShape) * values.units + biases(values.units);
  if (word === "BN") return 2 * inShape[0];
  if (!isFilters(word)) return 0;
  const filters = word === "LOCAL" ? count(outShape) : values.filters;
  return filters * ((inShape[0] / (values.groups ?? 1)) * windowCells({ word, values })) + biases(filters);
}

// The numbers of running statistics.
export const statisticsOf = ({ word }, [C]) => (word === "BN" ? 2 * C : 0);

// A job is { layer, inShape, outShape, size }, size the bytes of a number. A rule gives { keeps, own, workspace, test,
// backward, isView }: what stays for the backward pass of "x" and "y", the bytes of its own buffers, and its workspaces,
// `test` that of a pass that keeps nothing where it is another.
const bytesIn = ({ inShape, size }) => count(inShape) * size;
const bytesOut = ({ outShape, size }) => count(outShape) * size;
const columns = ({ layer, inShape, outShape, size }) =>
  inShape[0] * windowCells(layer) * count(outShape.slice(1)) * size;

function conv(job) {
  const { layer, inShape, size } = job;
  const { filters, groups } = layer.values;
  const dw = filters * (inShape[0] / groups) * windowCells(layer) * size;
  return {
    keeps: "x",
    workspace: once(columns(job) + bytesOut(job)),
    backward: once(columns(job) + Math.max(dw, bytesIn(job))),
  };
}

function local(job) {
  const beforeBias = job.layer.values.bias ? bytesOut(job) : 0;
  return { keeps: "x", workspace: each(columns(job) + beforeBias), backward: each(2 * columns(job)) };
}

// How many windows have a cell in the image, for the cell that most windows have: along one axis.
function mostWindows([size, stride, before], out, image) {
  const counts = Array.from({ length: size }, (_, u) => {
    const offset = u - before;
    const first = Math.max(0, Math.ceil(-offset / stride));
    const last = Math.min(out - 1, Math.floor((image - 1 - offset) / stride));
    return Math.max(0, last - first + 1);
  });
  return Math.max(...counts);
}

// The bytes of the smallest whole number that can tell the cells of a window apart.
const switchBytes = (cells) => [1, 2, 4].find((bytes) => cells - 1 < 256 ** bytes) ?? 8;

function maxPool(job) {
  const { layer, inShape, outShape, size } = job;
  const windows = windowsOf(layer);
  const one = switchBytes(windowCells(layer));
  const [rows, columns] = windows.map((window, axis) => mostWindows(window, outShape[axis + 1], inShape[axis + 1]));
  const cell = inShape[0] * rows * columns * (size + 1 + one);
  const firstCells = 8 * count(outShape.slice(1)) + 32 * Math.max(...outShape.slice(1));
  const places = 8 * count(outShape);
  const overlap = windows.some(([F, S]) => F > S);
  const back = 2 * places + (overlap ? 8 * count(inShape) : 0);
  return {
    keeps: "",
    own: [count(outShape) * one, 0],
    workspace: [
      [cell, 0],
      [0, firstCells],
    ],
    test: [NONE],
    backward: each(back),
  };
}

function averagePool(job) {
  const out = job.outShape.slice(1);
  const counts = count(out) * (8 + job.size) + 32 * Math.max(...out);
  return { keeps: "", workspace: once(counts), backward: each(bytesOut(job)) };
}

const FEW_PLACES = 4096; // as in cs231n_kit/layers/norm.py

// In a volume a sum for each channel of each image, of rows the squares; then their sums, as floats of 8 bytes.
function batchNorm(job) {
  const { inShape, size } = job;
  const [C, ...sides] = inShape;
  const places = count(sides);
  const full = places > 1 && places <= FEW_PLACES ? bytesIn(job) : 0; // the channels' numbers, at each place
  return {
    keeps: "x",
    own: [0, 2 * C * size],
    workspace: [
      [C * size, C * 8],
      [0, full],
    ],
    test: [[0, full]],
    backward: [[bytesIn(job), full]],
  };
}

function lrn(job) {
  const x = bytesIn(job);
  return { keeps: "x", own: [x, 0], workspace: [NONE], test: each(x), backward: each(2 * x) };
}

export const RULES = {
  CONV: conv,
  LOCAL: local,
  POOL: maxPool,
  AVGPOOL: averagePool,
  L2POOL: (job) => ({ keeps: "xy", workspace: each(bytesIn(job)), backward: each(2 * bytesOut(job)) }),
  GAP: (job) => ({ keeps: "", workspace: [NONE], backward: each(bytesOut(job)) }),
  FC: (job) => ({ keeps: "x", workspace: job.layer.values.bias ? each(bytesOut(job)) : [NONE], backward: [NONE] }),
  FLATTEN: () => ({ keeps: "", workspace: [NONE], backward: [NONE], isView: true }),
  RELU: (job) => ({ keeps: "y", workspace: once(bytesIn(job)), backward: each(count(job.inShape)) }),
  LRELU: (job) => ({ keeps: "y", workspace: [NONE], backward: each(2 * count(job.inShape)) }),
  SIGMOID: (job) => ({ keeps: "y", workspace: each(bytesIn(job) + count(job.inShape)), backward: each(bytesIn(job)) }),
  TANH: (job) => ({ keeps: "y", workspace: [NONE], backward: each(bytesIn(job)) }),
  DROPOUT: (job) => ({ keeps: "", own: [count(job.inShape), 0], workspace: [NONE], backward: [NONE] }), // a byte each: the mask
  BN: batchNorm,
  LRN: lrn,
  PADCHANNELS: () => ({ keeps: "", workspace: [NONE], backward: [NONE] }),
};
