// A net as a tree, with the shape that goes into each part and the one that comes out. A node is { kind: "layer", layer }
// or { kind: "Serial" | "Concat" | "Residual", parts: [nodes] }, the parts of a Residual its body and its shortcut.

import { layerOf, parseSpec, wordOf } from "../shared/spec/grammar.js";
import { outShape } from "../shared/spec/layers.js";

// An input that a layer can't read, or branches that don't go together. `row` is the number of the layer.
export class Misfit extends Error {
  constructor(row, name, reason) {
    super(reason);
    Object.assign(this, { row, name, reason });
  }
}

export const volume = (shape) => [...shape].reverse().join("×");

// What Python sends: a text for a layer, such as "CONV(64,3)", else { Serial: [...] }, { Concat: [...] } or
// { Residual: [body] }, [body, shortcut].
export function readTree(given) {
  if (typeof given === "string") return { kind: "layer", layer: layerOf(parseSpec(given)[0]) };
  const [[kind, parts]] = Object.entries(given);
  return { kind, parts: parts.flatMap(repeated).map(readTree) };
}

// Equal neighbours in a row come as { times: [how many, tree] }.
const repeated = (tree) => (tree.times ? Array(tree.times[0]).fill(tree.times[1]) : [tree]);

export const inARow = (layers) => ({ kind: "Serial", parts: layers.map((layer) => ({ kind: "layer", layer })) });

const JOINTS = { Residual: "add", Concat: "concat" };
export const keyOf = ({ kind }, i) => (kind === "Residual" ? ["body", "shortcut"][i] : String(i));
export const jointOf = (node) => JOINTS[node.kind];

// The tree with shapes: each node gets inShape and outShape, each layer and each joint its row, from 1 on in the order
// of a pass. Raises a Misfit.
export function placeTree(tree, inShape) {
  let row = 0;
  const place = (node, shape) => {
    if (node.kind === "layer") {
      row++;
      return { ...node, row, inShape: shape, outShape: read(node.layer, shape, row) };
    }
    let next = shape;
    const parts = node.parts.map((part) => {
      const placed = place(part, next);
      if (node.kind === "Serial") next = placed.outShape;
      return placed;
    });
    if (node.kind === "Serial") return { ...node, parts, inShape: shape, outShape: next };
    row++;
    return { ...node, parts, row, inShape: shape, outShape: join(node, parts, shape, row) };
  };
  return place(tree, inShape);
}

function read(layer, shape, row) {
  try {
    return outShape(layer, shape);
  } catch (error) {
    throw new Misfit(row, wordOf(layer), `${error.message} Its input is ${volume(shape)}.`);
  }
}

// What comes out where branches come together.
function join(node, parts, inShape, row) {
  const shapes = parts.map(({ outShape }) => outShape);
  const said = (all) => all.map(volume).join(" and ");
  if (node.kind === "Residual") {
    const both = [shapes[0], shapes[1] ?? inShape];
    if (String(both[0]) === String(both[1])) return shapes[0];
    throw new Misfit(row, "add", `Only volumes of the same size are added; here are ${said(both)}.`);
  }
  const odd = shapes.find((shape) => String(shape.slice(1)) !== String(shapes[0].slice(1)));
  if (odd) {
    const reason = `Branches have to agree in width and height; here are ${said([shapes[0], odd])}.`;
    throw new Misfit(row, "concat", reason);
  }
  return [shapes.reduce((depth, [D]) => depth + D, 0), ...shapes[0].slice(1)];
}
