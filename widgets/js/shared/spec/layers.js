// The kit's layers: what can be set of each, their checks, and what they make of a shape. The errors are the kit's.

import { countWindows, dilatedSize } from "../sizing.js";
import { clip, Float, isWhole, same, written } from "./python.js";

const WINDOW = ["filters", "size", "stride", "pad"];
const POOL = ["size", "stride", "pad"];
const CONV_FIELDS = { filters: undefined, size: undefined, stride: 1, pad: 0, bias: true, fit: "crop" };
const POOL_FIELDS = { size: 2, stride: null, pad: 0, fit: "crop" };
const LRN_FIELDS = { size: 5, alpha: new Float(0.0001), beta: new Float(0.75), k: new Float(1) };

// Each word: its layer, what its arguments are called in their order, the layer's settings with their defaults in the
// order of the kit, and how many of them Python takes without a name. cs231n_kit has the same.
export const WORDS = {
  INPUT: { type: null, names: ["channels", "height", "width"], fields: {}, first: 0 },
  CONV: { type: "Conv2d", names: WINDOW, fields: { ...CONV_FIELDS, dilation: 1, groups: 1 }, first: 2 },
  LOCAL: { type: "LocallyConnected2d", names: WINDOW, fields: CONV_FIELDS, first: 2 },
  POOL: { type: "MaxPool2d", names: POOL, fields: POOL_FIELDS, first: 1 },
  AVGPOOL: { type: "AvgPool2d", names: POOL, fields: { ...POOL_FIELDS, count_pad: true }, first: 1 },
  L2POOL: { type: "L2Pool2d", names: POOL, fields: POOL_FIELDS, first: 1 },
  GAP: { type: "GlobalAvgPool2d", names: [], fields: {}, first: 0 },
  FC: { type: "Linear", names: ["units"], fields: { units: undefined, bias: true }, first: 1 },
  FLATTEN: { type: "Flatten", names: [], fields: {}, first: 0 },
  RELU: { type: "ReLU", names: [], fields: {}, first: 0 },
  LRELU: { type: "LeakyReLU", names: ["slope"], fields: { slope: new Float(0.01) }, first: 1 },
  SIGMOID: { type: "Sigmoid", names: [], fields: {}, first: 0 },
  TANH: { type: "Tanh", names: [], fields: {}, first: 0 },
  DROPOUT: { type: "Dropout", names: ["drop"], fields: { drop: new Float(0.5) }, first: 1 },
  BN: { type: "BatchNorm", names: [], fields: { eps: new Float(0.00001), momentum: new Float(0.1) }, first: 0 },
  LRN: { type: "LRN", names: ["size", "alpha", "beta", "k"], fields: LRN_FIELDS, first: 1 },
  PADCHANNELS: { type: "PadChannels", names: ["before", "after"], fields: { before: 1, after: 1 }, first: 2 },
};
export const isFilters = (word) => WORDS[word].names === WINDOW;
export const isPool = (word) => WORDS[word].names === POOL;
export const hasWindow = (word) => isFilters(word) || isPool(word);
export const readsVolume = (word) => hasWindow(word) || ["GAP", "LRN", "PADCHANNELS"].includes(word);

// What can be set of a word's layer.
export function settings(word) {
  const { type, names, fields } = WORDS[word];
  return type ? Object.keys(fields) : names;
}

// ---- checks ------------------------------------------------------------------------------------------------------
const least = (one, from, name, given) => {
  if (one < from) throw new Error(`${name} starts at ${from}; got ${written(given)}.`);
};

function checkInt(value, name, from = 1) {
  if (!isWhole(value)) throw new Error(`${name} is a whole number; got ${clip(value)}.`);
  least(value, from, name, value);
}

// [rows, columns] for a number given once for both, or as two.
export function asPair(size, name, { also = "", from = null } = {}) {
  const both = Array.isArray(size) ? size : [size, size];
  if (both.length !== 2 || !both.every(isWhole))
    throw new Error(`${name} is a whole number, or two: (rows, columns)${also}; got ${clip(size)}.`);
  if (from !== null) least(Math.min(...both), from, name, size);
  return both;
}

// [top, bottom, left, right] for padding given as one, two or four numbers.
export function asPads(pad) {
  if (Array.isArray(pad) && pad.length === 4) return pad;
  const [rows, columns] = asPair(pad, "pad", { also: ", or four: (top, bottom, left, right)" });
  return [rows, rows, columns, columns];
}

function checkBool(value, name) {
  if (typeof value !== "boolean") throw new Error(`${name} is True or False; got ${clip(value)}.`);
}

function checkFit(fit) {
  if (!["crop", "raise", "pad"].includes(fit))
    throw new Error(`fit must be 'crop', 'raise' or 'pad'; got ${clip(fit)}.`);
}

// Whether it is a number, with a point or without, for which a condition holds.
function isNumber(value, holds) {
  const number = value instanceof Float ? value.value : value;
  return isWhole(number) && holds(number);
}

function checkSlope(slope) {
  if (!isNumber(slope, (number) => number > 0))
    throw new Error(`The slope below 0 must be above 0 itself; got ${clip(slope)}.`);
}

// The check of a number: it raises the error that says what `name` must be.
const numberThat = (name, must, holds) => (value) => {
  if (!isNumber(value, holds)) throw new Error(`${name} must be a number ${must}; got ${clip(value)}.`);
};

// In the order in which the kit checks them.
const CHECKS = {
  filters: (value) => checkInt(value, "filters"),
  units: (value) => checkInt(value, "units"),
  size: (value) => asPair(value, "size", { from: 1 }),
  stride: (value) => asPair(value ?? 1, "stride", { from: 1 }),
  pad: asPads,
  bias: (value) => checkBool(value, "bias"),
  fit: checkFit,
  dilation: (value) => asPair(value, "dilation", { from: 1 }),
  groups: (value) => checkInt(value, "groups"),
  count_pad: (value) => checkBool(value, "count_pad"),
  slope: checkSlope,
  drop: numberThat("drop", "from 0 on and below 1", (number) => number >= 0 && number < 1),
  eps: numberThat("eps", "above 0", (number) => number > 0),
  momentum: numberThat("momentum", "from 0 to 1", (number) => number >= 0 && number <= 1),
  alpha: numberThat("alpha", "from 0 on", (number) => number >= 0),
  beta: numberThat("beta", "from 0 on", (number) => number >= 0),
  k: numberThat("k", "above 0", (number) => number > 0),
  before: (value) => checkInt(value, "before", 0),
  after: (value) => checkInt(value, "after", 0),
};
const CHANNELS = { size: (value) => checkInt(value, "size") }; // the window of an LRN has one size

// A layer { word, values } of what is given for some of its settings. An error for what a setting can't be.
export function makeLayer(word, given) {
  const { names, fields } = WORDS[word];
  const set = { ...given };
  if (names === WINDOW) {
    set.size ??= 3;
    set.pad ??= padThatKeeps(set.size, set.dilation ?? 1);
  }
  const values = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, set[name] ?? value]));
  const checks = word === "LRN" ? { ...CHECKS, ...CHANNELS } : CHECKS;
  for (const [name, value] of Object.entries(values)) checks[name](value);
  return { word, values };
}

// The padding that keeps height and width at stride 1: a number, or [rows, columns].
export function padThatKeeps(size, dilation) {
  const sizes = asPair(size, "size", { from: 1 });
  const gaps = asPair(dilation, "dilation", { from: 1 });
  const [rows, columns] = sizes.map((F, i) => {
    const span = dilatedSize(F, gaps[i]);
    if (span % 2 === 0)
      throw new Error(
        `A window of ${span} has no middle cell: (F - 1)/2 is not whole. Say the padding, too, as in pad=0.`,
      );
    return (span - 1) / 2;
  });
  return rows === columns ? rows : [rows, columns];
}

// ---- shapes: (C, H, W) or (D) ------------------------------------------------------------------------------------
const product = (sizes) => sizes.reduce((all, size) => all * BigInt(size), 1n);
const plain = (count) => (count <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(count) : count);

// Along rows and columns: [size, stride, padding before, padding after, dilation] each.
export function windowsOf({ values }) {
  const F = asPair(values.size, "size");
  const S = asPair(values.stride ?? values.size, "stride");
  const [top, bottom, left, right] = asPads(values.pad);
  const d = asPair(values.dilation ?? 1, "dilation");
  return [
    [F[0], S[0], top, bottom, d[0]],
    [F[1], S[1], left, right, d[1]],
  ];
}

// What a layer makes of a shape. An error for one that it can't read.
export function outShape(layer, shape) {
  const { word, values } = layer;
  if (word === "FC") return [values.units];
  if (word === "FLATTEN") return [plain(product(shape))];
  if (!readsVolume(word)) return shape;
  if (shape.length === 1) throw new Error(`${word} reads a volume, and here comes a row of numbers, as FC makes it.`);
  const [C, ...sides] = shape;
  if (word === "GAP") return [C];
  if (word === "LRN") return shape;
  if (word === "PADCHANNELS") return [values.before + C + values.after, ...sides];
  if (word === "CONV") checkGroups(layer, shape);
  const out = windowsOf(layer).map((window, i) => countWindows(sides[i], ...window, values.fit));
  if (isPool(word)) checkPoolPad(layer);
  return [values.filters ?? C, ...out];
}

function checkGroups({ values: { filters: K, groups } }, [C]) {
  if (C % groups || K % groups) throw new Error(`groups=${groups} must divide ${C} channels and ${K} filters.`);
}

function checkPoolPad(layer) {
  const [rows, columns] = windowsOf(layer);
  if ([rows, columns].some(([size, , before, after]) => Math.max(before, after) >= size))
    throw new Error(
      `pad=${written(asPads(layer.values.pad))} is too much for windows of ${rows[0]}x${columns[0]}: one could stand on padding only, which has no maximum. Use less than the window's size.`,
    );
}

// The cells along rows and columns that no window reads, where the windows don't fit: [0, 0] where they do.
export function leftOver(layer, shape) {
  if (!hasWindow(layer.word) || layer.values.fit !== "crop") return [0, 0];
  return windowsOf(layer).map(([F, S, before, after, d], i) => (shape[i + 1] - dilatedSize(F, d) + before + after) % S);
}

// What a layer costs on one example, exactly, as BigInts: { parameters, bytes (of its output), macs }.
export function costs({ word, values }, shape, out) {
  const bytes = 4n * product(out);
  if (word === "FC") {
    const weights = product(shape) * BigInt(values.units);
    return { parameters: weights + BigInt(values.bias ? values.units : 0), bytes, macs: weights };
  }
  if (word === "BN") return { parameters: 2n * BigInt(shape[0]), bytes, macs: 0n };
  if (!isFilters(word)) return { parameters: 0n, bytes, macs: 0n };
  const window = product([shape[0] / (values.groups ?? 1), ...asPair(values.size)]);
  const filters = word === "LOCAL" ? product(out) : BigInt(values.filters);
  return { parameters: filters * (window + (values.bias ? 1n : 0n)), bytes, macs: product(out) * window };
}

// A layer in Python: Conv2d(12, 3, pad=1), settings that have their default left out.
export function inPython({ word, values }) {
  const { type, fields, first } = WORDS[word];
  const parts = Object.keys(fields).flatMap((name, i) => {
    if (fields[name] !== undefined && same(values[name], fields[name])) return [];
    return [i < first ? written(values[name]) : `${name}=${written(values[name])}`];
  });
  return `${type}(${parts.join(", ")})`;
}
