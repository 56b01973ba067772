// What the builder's state amounts to: no DOM, so that node can run it. A state s holds spec, N, M, K and pool.

import { fold, LETTERS, readSpec, specOf, wordOf } from "../shared/spec/grammar.js";
import { costs, inPython, leftOver } from "../shared/spec/layers.js";
import { written } from "../shared/spec/python.js";

// The largest number that each letter may stand for; cs231n_widgets has the same.
export const LIMITS = { N: 9, M: 9, K: 9 };

export const read = (s) => readSpec(s.spec ?? "", { ...LETTERS, ...s });

const BYTES = 4n; // of a float32
const cells = (shape) => shape.reduce((all, size) => all * BigInt(size), 1n);
export const bytesOf = (shape) => BYTES * cells(shape);

// What each row costs, and all that fits together, the input's bytes too: { rows, totals } of { parameters, bytes, macs }.
export function accounts(net) {
  const rows = net.rows.map(({ layer, shape, out }) => (out ? costs(layer, shape, out) : null));
  const totals = { parameters: 0n, bytes: net.rows.length ? bytesOf(net.inShape) : 0n, macs: 0n };
  for (const row of rows) if (row) for (const name of Object.keys(totals)) totals[name] += row[name];
  return { rows, totals };
}

// The rows and columns that a row's windows leave over.
export const overOf = ({ layer, shape, out }) => (out ? leftOver(layer, shape) : [0, 0]);

// The shape that comes out, or null.
export const outOf = (net) => (net.error ? null : net.rows.at(-1).out);

// How a shape is written for a reader: 32×32×3.
export const volume = (shape) => [...shape].reverse().join("×");

// A row as the table names it.
export const nameOf = ({ layer, word }) => (layer ? wordOf(layer) : word.word);

// The net in its shortest form; "" where there is none.
export const canonical = (net) =>
  net.error
    ? ""
    : specOf(
        net.rows.map(({ layer }) => layer),
        net.inShape,
      );

// What a task may ask for.
export function facts(s, net = read(s)) {
  const out = outOf(net);
  const { totals } = accounts(net);
  const words = net.rows.map(({ word }) => word.word);
  const count = (...kinds) => words.filter((word) => kinds.includes(word)).length;
  return {
    fits: !net.error,
    exact: !net.error && net.rows.every((row) => !overOf(row).some(Boolean)),
    layers: words.length,
    words: words.join(" "),
    convs: count("CONV"),
    pools: count("POOL", "AVGPOOL", "L2POOL"),
    fcs: count("FC"),
    in: volume(net.inShape),
    out: out ? volume(out) : "",
    parameters: Number(totals.parameters),
    bytes: Number(totals.bytes),
    macs: Number(totals.macs),
    spec: canonical(net),
  };
}

// The net as Python code, or "" where there is none.
export function code(net) {
  if (net.error) return "";
  const layers = net.rows.map(({ layer }) => inPython(layer));
  const lines = fold(layers, (block, times) => `*[${block.join(", ")}] * ${times}`);
  const types = new Set(layers.map((layer) => layer.split("(")[0]));
  return [
    `from cs231n_kit.layers import ${[...types, "Serial"].sort().join(", ")}`,
    "from cs231n_kit.net import Net",
    "",
    "layers = Serial(",
    ...lines.map((line) => `    ${line},`),
    ")",
    `net = Net.build(layers, ${written(net.inShape)})`,
    "",
  ].join("\n");
}
