// Repairs of a text: what could stand there instead, each tried before it is offered. cs231n_widgets has the same.

import { dilatedSize } from "../shared/sizing.js";
import { layerOf, OTHER_NAMES, parseSpec, readSpec, SpecError, spelled, tokenAt } from "../shared/spec/grammar.js";
import { hasWindow, isFilters, leftOver, outShape, settings, WORDS } from "../shared/spec/layers.js";
import { Float } from "../shared/spec/python.js";

const MOST = 4; // repairs; fewer of cells that are left over
const FEWER = 3;
const REACH = 64; // how far an input may change, and how many layers are tried for it
const LONG = 100;
const LARGEST = 1024;
// What stands for a setting that can't be what it is.
const STANDARD = {
  filters: 16,
  units: 100,
  size: 3,
  stride: 1,
  pad: 0,
  bias: true,
  fit: "crop",
  dilation: 1,
  groups: 1,
  count_pad: true,
  slope: new Float(0.1),
  drop: new Float(0.5),
  eps: new Float(0.00001),
  momentum: new Float(0.1),
  alpha: new Float(0.0001),
  beta: new Float(0.75),
  k: 1,
  before: 1,
  after: 1,
};
const SIZES = { POOL: 2, AVGPOOL: 2, L2POOL: 2, LRN: 5 }; // where it isn't 3

// [[what it is, the mended text], ...], at most four; [] if there is nothing to mend.
export function repairs(net) {
  if (!net.error) return repairsOfLeftOver(net);
  if (!net.items.length) return repairsOfText(net);
  if (net.error.row !== undefined) return repairsOfLayer(net);
  if (!net.input) return [];
  const mended = withInput(net, "INPUT(3,32,32)");
  return readSpec(mended, net.letters).rows.length ? [["INPUT(3,32,32)", mended]] : [];
}

export const splice = (text, start, end, piece) => `${text.slice(0, start)}${piece}${text.slice(end)}`;

// ---- a text that can't be read -----------------------------------------------------------------------------------
// The nearest word, an arrow, a bracket more or less.
function repairsOfText({ text, error: { place: at } }) {
  const token = tokenAt(text, at);
  const after = at + token.length;
  const near = /^[A-Za-z]/.test(token) && nearestWord(token.toUpperCase());
  const found = token
    ? [
        ...(near ? [[`${near} instead`, splice(text, at, after, near)]] : []),
        ["a -> before it", splice(text, at, at, "-> ")],
        ["-> instead", splice(text, at, after, "->")],
        ["a ] at the end", `${text.replace(/ +$/, "")}]`],
        ["a ) at the end", `${text.replace(/ +$/, "")})`],
        ["a ) before it", splice(text, text.slice(0, at).replace(/ +$/, "").length, at, ") ")],
        ["a , before it", splice(text, at, at, ",")],
        [`without ${token}`, splice(text, at, after, "")],
      ]
    : [["without the last ->", text.replace(/ *-> *$/, "")]];
  return found.filter(([, mended]) => isNet(mended)).slice(0, 2);
}
function isNet(text) {
  try {
    return parseSpec(text).length > 0;
  } catch (error) {
    if (error instanceof SpecError) return false;
    throw error;
  }
}

// The word of the grammar that is meant, or null: another name for it, or one with a slip or two.
function nearestWord(word) {
  if (Object.hasOwn(OTHER_NAMES, word)) return OTHER_NAMES[word];
  const known = Object.keys(WORDS);
  const counts = known.map((one) => slips(word, one));
  const least = Math.min(...counts);
  return least > 0 && 2 * least <= word.length ? known[counts.indexOf(least)] : null;
}

// How many letters have to be changed, put in or left out to make one word of the other.
function slips(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  [...a].forEach((one, i) => {
    const before = row;
    row = [i + 1];
    [...b].forEach((other, j) => {
      row.push(Math.min(before[j] + (one === other ? 0 : 1), before[j + 1] + 1, row[j] + 1));
    });
  });
  return row.at(-1);
}

// ---- a layer that doesn't fit ------------------------------------------------------------------------------------
// Other settings, another layer, another input, or without it.
function repairsOfLayer(net) {
  const row = net.rows[net.error.row];
  const { word, shape } = row;
  const names = isFilters(word.word) ? ["pad", "size", "stride"] : ["size", "stride"];
  let found;
  if (!row.layer || !shape) found = standardSettings(net, word);
  else if (shape.length === 1) found = isFilters(word.word) ? [["FC instead", withWord(net, word, asFc(word))]] : [];
  else found = [...otherGroups(net, row), ...otherWindows(net, row, names), ...otherInputs(net, 1)];
  found = found.filter(([, text]) => isBetter(net, text));
  return [...found, ...without(net, word)].slice(0, MOST);
}

// Whether a mended text gets further than the net does.
function isBetter(net, text) {
  const { error } = readSpec(text, net.letters);
  return !error || error.row > net.error.row;
}

// One of a word's settings as it usually is.
function standardSettings(net, word) {
  return settings(word.word).flatMap((name) => {
    const value = (name === "size" && SIZES[word.word]) || STANDARD[name];
    const other = changed(word, name, value);
    if (!(name in given(word) || name === "pad") || !tryLayer(other)) return [];
    return [[`${name} ${spelled(value)}`, withWord(net, word, wordText(other))]];
  });
}

function tryLayer(word) {
  try {
    return layerOf(word, 1);
  } catch {
    return null;
  }
}

const gcd = (a, b) => (b ? gcd(b, a % b) : a);

// Groups that divide the channels and the filters: the next smaller that do.
function otherGroups(net, { word, layer, shape }) {
  const { groups = 1, filters } = layer.values;
  const most = groups > 1 ? gcd(shape[0], filters) : 1;
  if (most % groups === 0) return [];
  let best = Math.min(groups, most);
  while (most % best) best--;
  return [[`groups ${best}`, withWord(net, word, wordText(changed(word, "groups", best)))]];
}

// One number of a window, so that it fits exactly, the nearest of each name.
function otherWindows(net, { word, layer, shape }, names) {
  if (!hasWindow(word.word)) return [];
  const { size, pad, dilation = 1 } = layer.values;
  const now = { size, stride: layer.values.stride ?? size, pad };
  if ([...Object.values(now), dilation].some(Array.isArray)) return [];
  const span = dilatedSize(size, dilation);
  const step = isFilters(word.word) ? 2 : 1;
  const ranges = { pad: range(0, span), stride: range(1, span + 1), size: range(step + 1, size + REACH, step) };
  const middle = { ...now, pad: Math.floor((span - 1) / 2) }; // the padding that keeps the size comes first
  return names.flatMap((name) => {
    const value = nearestFirst(ranges[name], middle[name]).find(
      (one) => one !== now[name] && fitsExactly(changed(word, name, one), shape),
    );
    return value === undefined ? [] : [[`${name} ${value}`, withWord(net, word, wordText(changed(word, name, value)))]];
  });
}

const range = (from, to, step = 1) =>
  Array.from({ length: Math.max(0, Math.ceil((to - from) / step)) }, (_, i) => from + i * step);
const nearestFirst = (values, now) => [...values].sort((a, b) => Math.abs(a - now) - Math.abs(b - now) || b - a);

function fitsExactly(word, shape) {
  const layer = tryLayer(word);
  return Boolean(layer && tryShape(layer, shape)) && !leftOver(layer, shape).some(Boolean);
}

function tryShape(layer, shape) {
  try {
    return outShape(layer, shape);
  } catch {
    return null;
  }
}

// Another input size, the nearest that fits, exactly if there is one: `least` is 2 for exactly, 1 for any that fits.
function otherInputs(net, least) {
  const { inShape, rows } = net;
  if (inShape.length === 1 || inShape[1] !== inShape[2] || rows.length > LONG || rows.some(({ layer }) => !layer))
    return [];
  const [C, side] = inShape;
  const near = nearestFirst(range(Math.max(1, side - REACH), side + REACH + 1), side).slice(1);
  const sides = [...near, ...[2, 4, 8, 16].map((times) => times * side).filter((other) => other <= LARGEST)];
  const results = sides.map((other) => runs(rows, [C, other, other]));
  for (let result = 2; result >= least; result--) {
    const other = sides[results.indexOf(result)];
    if (other) return [[`input ${other}×${other}`, withInput(net, `INPUT(${C},${other},${other})`)]];
  }
  return [];
}

// Whether rows of layers can read a shape: 2 with no cell left over, 1 with some, 0 if they can't.
function runs(rows, start) {
  let shape = start;
  let result = 2;
  for (const { layer } of rows) {
    const out = tryShape(layer, shape);
    if (!out) return 0;
    if (leftOver(layer, shape).some(Boolean)) result = 1;
    shape = out;
  }
  return result;
}

export function withInput({ text, input }, piece) {
  return input ? splice(text, input.place, input.end, piece) : `${piece} -> ${text}`;
}

// Leave a word out, with its arrow; [] for one that stands alone in its brackets.
function without(net, word) {
  const mended = withoutWord(net.text, word);
  return mended !== null && readSpec(mended, net.letters).rows.length ? [[`without ${word.word}`, mended]] : [];
}

// A text without a word and its arrow, or null.
function withoutWord(text, { place, end }) {
  const last = end + (/^ *(?:\?|\* *[0-9NMK]+)/.exec(text.slice(end))?.[0].length ?? 0);
  const arrow = /^ *-> */.exec(text.slice(last));
  const before = / *-> *$/.exec(text.slice(0, place));
  if (arrow) return splice(text, place, last + arrow[0].length, "");
  return before && splice(text, before.index, last, "");
}

// ---- cells that no window reads ----------------------------------------------------------------------------------
// Repairs of the first layer that leaves cells over: another input, or other windows.
function repairsOfLeftOver(net) {
  const row = net.rows.find(({ layer, shape }) => leftOver(layer, shape).some(Boolean));
  if (!row) return [];
  const found = [...otherInputs(net, 2), ...otherWindows(net, row, ["pad", "stride", "size"])];
  return found.filter(([, text]) => !readSpec(text, net.letters).error).slice(0, FEWER);
}

// ---- words -------------------------------------------------------------------------------------------------------
// The settings that a word says: { name: value }.
export function given({ word, values, named }) {
  const { names } = WORDS[word];
  return { ...Object.fromEntries(values.map((value, i) => [names[i], value])), ...named };
}

// A word with another value of a setting.
export function changed(word, name, value) {
  const { names } = WORDS[word.word];
  const values = [...word.values];
  const named = { ...word.named };
  const at = names.indexOf(name);
  if (at >= 0 && at < values.length) values[at] = value;
  else if (!Object.keys(named).length && at === values.length && ["filters", "size", "units"].includes(name))
    values.push(value);
  else named[name] = value;
  return { ...word, values, named };
}

// A word as text.
export function wordText({ word, values, named }) {
  const parts = [...values.map(spelled), ...Object.entries(named).map(([name, value]) => `${name}=${spelled(value)}`)];
  return parts.length ? `${word}(${parts.join(",")})` : word;
}

function asFc(word) {
  const { filters } = given(word);
  return filters === undefined ? "FC" : `FC(${spelled(filters)})`;
}

export const withWord = ({ text }, { place, end }, piece) => splice(text, place, end, piece);
