// What the table's state amounts to: no DOM, so that node can run it.

import { LETTERS, ofSide, readSpec, wordOf } from "../shared/spec/grammar.js";
import { dryRun, momentBytes, SOURCES } from "./dry_run.js";
import { at, count, most } from "./rules.js";
import { inARow, jointOf, Misfit, placeTree, readTree } from "./tree.js";

export const GIB = 2 ** 30;
export const CARDS = [3, 4, 6, 12, 24, 80]; // GiB; cs231n_widgets has the same
export const NUMBERS = { float32: 4, float64: 8 }; // bytes
// How many numbers an optimiser keeps for each parameter, besides its gradient: cs231n_kit.memory has the same.
export const STEP_CACHE = { SGD: 0, momentum: 1, Nesterov: 1, Adagrad: 1, RMSProp: 1, Adam: 2 };
const LARGEST = 2 ** 53; // what JavaScript counts exactly
const TOO_LARGE = "This net needs more memory than any card has: more than 8,000,000 GiB. It is not counted further.";
const IN_PLACE = ["RELU", "LRELU", "SIGMOID", "TANH", "DROPOUT", "BN", "LRN"]; // what the notes don't count apart
// What a reader can change of a net's needs.
export const SETTINGS = ["spec", "side", "batch", "dtype", "train", "optimizer"];

// ---- the net -----------------------------------------------------------------------------------------------------
// Whether a preset is the JSON of a tree, and no text.
export const isTree = (preset) => preset.startsWith("{");

// The tree of a state's net, null for one as text; spec is the name of a preset with branches, or "".
export function treeOf(s) {
  const preset = s.presets?.[s.spec];
  if (preset && isTree(preset)) return JSON.parse(preset);
  return !s.spec && s.tree?.net ? s.tree : null;
}

export const hasTree = (s) => treeOf(s) !== null;

// The net of a state: { text, tree, inShape, own, error }; text is what readSpec gives, null for a net from Python, and
// own the shape of the input as the net itself says it.
function readNet(s) {
  const tree = treeOf(s);
  if (tree) return readBranches(s, tree);
  const text = readSpec(s.spec, LETTERS, s.side);
  const own = s.side ? readSpec(s.spec).inShape : text.inShape;
  const { inShape, error } = text;
  return {
    text,
    inShape,
    own,
    error,
    tree: error ? null : placeTree(inARow(text.rows.map(({ layer }) => layer)), inShape),
  };
}

function readBranches(s, { input, net }) {
  const inShape = ofSide(input, s.side);
  try {
    return { text: null, inShape, own: input, error: null, tree: placeTree(readTree(net), inShape) };
  } catch (error) {
    if (!(error instanceof Misfit)) throw error;
    return { text: null, inShape, own: input, error, tree: null };
  }
}

// The name of the preset that a state's net is; undefined for another net.
export const presetOf = ({ spec, presets = {} }) =>
  Object.keys(presets).find((name) => (isTree(presets[name]) ? name : presets[name]) === spec);

export const netName = (s) => presetOf(s) ?? (hasTree(s) ? "Your net" : "This net");

// ---- what it needs -----------------------------------------------------------------------------------------------
// Everything that is shown of a state. Without a net that can be counted there are only `net` and its `error`.
export function study(s) {
  const { net, run } = runOf(s);
  if (net.error) return { net, error: net.error };
  const n = s.batch;
  const size = NUMBERS[s.dtype];
  const numbers = run.rows.reduce((all, { parameters }) => all + parameters, 0);
  const copies = s.train ? STEP_CACHE[s.optimizer] : 0;
  const statistics = run.rows.reduce((all, row) => all + row.statistics, 0);
  const base = (numbers * (1 + copies) + statistics) * size;
  const moments = run.moments.map((moment) => momentAt(moment, n, base));
  const rows = run.rows.map((row) => rowAt(row, n, size, s.train, copies));
  for (const { row, workspace } of moments) rows[row].workspace = Math.max(rows[row].workspace, workspace);
  rows.forEach((row, i) => {
    Object.assign(row, recomputed(rows, [i]));
  });
  const peak = moments.reduce((best, { total }, i) => (total > moments[best].total ? i : best), 0);
  const all = { net, error: null, n, size, rows, moments, peak, fullest: moments[peak] };
  Object.assign(all, { numbers, parameters: (numbers + statistics) * size, stepCache: numbers * size * copies, base });
  all.total = all.fullest.total;
  all.sums = sums(rows);
  const everything = Object.values(all.sums).reduce((a, b) => a + b, all.total);
  if (everything >= LARGEST) return { net, error: { reason: TOO_LARGE } };
  const needed = (batch) => base + run.moments.reduce((found, one) => Math.max(found, momentBytes(one, batch)), 0);
  all.largest = (card) => largestBatch(needed, card * GIB);
  return all;
}

// The net of a state and its dry run, which tells of every batch, optimiser and card. The last few are remembered.
const runs = new Map();
const MOST_RUNS = 4;

function runOf(s) {
  const key = JSON.stringify([s.spec, treeOf(s), s.side, s.dtype, s.train]);
  if (!runs.has(key)) {
    if (runs.size === MOST_RUNS) runs.delete(runs.keys().next().value);
    const net = readNet(s);
    runs.set(key, { net, run: net.error ? null : dryRun(net.tree, NUMBERS[s.dtype], s.train) });
  }
  return runs.get(key);
}

// A moment in bytes, for n examples; `total` has the parameters and the step cache in it.
function momentAt(moment, n, base) {
  const bytes = Object.fromEntries(SOURCES.map((source) => [source, at(moment[source], n)]));
  const { row, name, stage } = moment;
  return { row, name, stage, ...bytes, workspace: most(moment.workspace, n), total: base + momentBytes(moment, n) };
}

// A row in bytes, for n examples. Its workspace is that of its fullest moment, which study() puts in.
function rowAt({ node, makers, outputKept, macs, ...row }, n, size, train, copies) {
  const learnt = row.parameters * size;
  const activations = at(row.activations, n);
  return {
    row: node.row,
    label: labelOf(node),
    word: node.layer?.word ?? null,
    shape: node.outShape,
    makers,
    outputKept,
    activations,
    kept: train ? at(row.kept, n) : 0,
    numbers: activations && !IN_PLACE.includes(node.layer?.word) ? count(node.outShape) : 0,
    parameterNumbers: row.parameters,
    parameters: learnt + row.statistics * size,
    gradients: train ? activations : 0,
    parameterGradients: train ? learnt : 0,
    stepCache: learnt * copies,
    workspace: 0,
    macs: macs * n,
  };
}

// What the table calls a row: "CONV(64,3)", or how branches come together.
const labelOf = (node) => (node.layer ? wordOf(node.layer) : node.row === 0 ? "INPUT" : jointOf(node));

// What it would free not to keep what some rows keep, and what it would cost to compute it again in the backward pass:
// their own multiply-adds, and those of all layers before them whose outputs aren't kept either.
export function recomputed(rows, some) {
  const keeping = some.filter((row) => row && rows[row].kept);
  const needed = new Set(keeping);
  const ask = (maker) => {
    if (maker === 0 || needed.has(maker) || rows[maker].outputKept) return;
    needed.add(maker);
    rows[maker].makers.forEach(ask);
  };
  for (const row of keeping) rows[row].makers.forEach(ask);
  const total = (numbers, name) => [...numbers].reduce((all, row) => all + rows[row][name], 0);
  return { frees: total(keeping, "kept"), again: total(needed, "macs") };
}

const SUMMED = [
  "activations",
  "kept",
  "numbers",
  "parameters",
  "gradients",
  "parameterGradients",
  "stepCache",
  "workspace",
  "macs",
];
export const sums = (rows) =>
  Object.fromEntries(SUMMED.map((name) => [name, rows.reduce((all, row) => all + row[name], 0)]));

// The most examples that need at most `budget` bytes; 0 if one is too many.
function largestBatch(needed, budget) {
  if (needed(1) > budget) return 0;
  let found = 1;
  while (needed(2 * found) <= budget) found *= 2;
  for (let step = found / 2; step >= 1; step /= 2) if (needed(found + step) <= budget) found += step;
  return found;
}

// ---- a task ------------------------------------------------------------------------------------------------------
// The settings that differ from those that the task begins with.
export const changedSettings = (s) =>
  SETTINGS.filter((name) => Object.hasOwn(s.start ?? {}, name) && s.start[name] !== s[name]);

// What a task may ask for.
export function facts(s, all = study(s)) {
  const { numbers = 0, total = 0, sums: summed, fullest, largest } = all;
  return {
    valid: !all.error,
    fits: !all.error && total <= s.card * GIB,
    total,
    largest: largest ? largest(s.card) : 0,
    stage: fullest ? fullest.stage : "",
    layer: fullest ? fullest.row : 0,
    layers: all.error ? 0 : all.rows.length - 1,
    parameters: numbers,
    activations: summed ? summed.activations : 0,
    kept: summed ? summed.kept : 0,
    macs: summed ? summed.macs : 0,
    net: netName(s),
    changed: changedSettings(s).length,
    batch: s.batch,
    dtype: s.dtype,
    train: s.train,
    optimizer: s.optimizer,
    card: s.card,
    row: s.row,
  };
}
