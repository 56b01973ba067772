// A pass through a net that only notes which arrays there would be, and when: cs231n_kit/memory.py's dry run.

import { isFilters } from "../shared/spec/layers.js";
import { at, count, most, NONE, parametersOf, RULES, statisticsOf, sum } from "./rules.js";
import { jointOf, keyOf } from "./tree.js";

export const SOURCES = ["data", "activations", "gradients", "parameterGradients"];
const within = (name, key) => (name ? `${name}.${key}` : key);

class DryRun {
  constructor(size, keep) {
    Object.assign(this, { size, keep, moments: [], rows: [] });
    this.alive = Object.fromEntries(SOURCES.map((source) => [source, NONE]));
  }

  // An array of so many bytes, alive from now on; `makers` are the numbers of the rows that it is computed by.
  add(source, bytes, maker = null) {
    this.alive[source] = sum(this.alive[source], bytes);
    return { source, bytes, maker, kept: false };
  }

  batch(source, shape, maker) {
    return this.add(source, [count(shape) * this.size, 0], maker);
  }

  free(tensors) {
    for (const { source, bytes, kept } of tensors) {
      if (!kept) this.alive[source] = sum(this.alive[source], [-bytes[0], -bytes[1]]);
    }
  }

  note(row, name, stage, workspace = [NONE]) {
    this.moments.push({ row, name, stage, ...this.alive, workspace, all: sum(...Object.values(this.alive)) });
  }

  // `tensors` are the output and the layer's own buffers, none for a view; `makers` the rows that its input comes from.
  addRow(node, name, tensors, makers, more = {}) {
    this.rows.push({
      node,
      name,
      tensors,
      makers,
      parameters: 0,
      statistics: 0,
      workspace: [NONE],
      backwardWorkspace: [NONE],
      macs: 0,
      ...more,
    });
  }

  rule({ layer, inShape, outShape }) {
    return RULES[layer.word]({ layer, inShape, outShape, size: this.size });
  }

  forward(node, name, x) {
    if (node.kind === "layer") return this.forwardLayer(node, name, x);
    return node.kind === "Serial" ? this.forwardInARow(node, name, x) : this.forwardJoint(node, name, x);
  }

  forwardLayer(node, name, x) {
    const { layer, inShape, outShape, row } = node;
    const { keeps, own, workspace, test, backward, isView } = this.rule(node);
    if (isView) {
      this.addRow(node, name, [], [x.maker]);
      return x;
    }
    const y = this.batch("activations", outShape, row);
    const tensors = [y];
    if (this.keep) {
      if (own) tensors.push({ ...this.add("activations", own), kept: true });
      if (keeps.includes("x")) x.kept = true;
      if (keeps.includes("y")) y.kept = true;
    }
    this.note(row, name, "forward", this.keep ? workspace : (test ?? workspace));
    const parameters = parametersOf(layer, inShape, outShape);
    const macs = multiplyAdds(layer, inShape, outShape, parameters);
    const numbers = { parameters, statistics: statisticsOf(layer, inShape), macs };
    this.addRow(node, name, tensors, [x.maker], { ...numbers, workspace, backwardWorkspace: backward });
    return y;
  }

  forwardInARow(node, name, start) {
    let x = start;
    node.parts.forEach((part, i) => {
      const y = this.forward(part, within(name, keyOf(node, i)), x);
      if (x !== y && x !== start) this.free([x]);
      x = y;
    });
    return x;
  }

  forwardJoint(node, name, x) {
    const outputs = node.parts.map((part, i) => this.forward(part, within(name, keyOf(node, i)), x));
    const joint = within(name, jointOf(node));
    const y = this.batch("activations", node.outShape, node.row);
    this.note(node.row, joint, "forward");
    const makers = [...outputs, ...(node.kind === "Residual" && outputs.length === 1 ? [x] : [])];
    this.addRow(
      node,
      joint,
      [y],
      makers.map(({ maker }) => maker),
    );
    this.free(outputs.filter((output) => output !== x));
    return y;
  }

  backward(node, name, dy) {
    if (node.kind === "layer") return this.backwardLayer(node, name, dy);
    return node.kind === "Serial" ? this.backwardInARow(node, name, dy) : this.backwardJoint(node, name, dy);
  }

  backwardLayer(node, name, dy) {
    const { backward, isView } = this.rule(node);
    if (isView) return dy;
    this.add("parameterGradients", [0, parametersOf(node.layer, node.inShape, node.outShape) * this.size]);
    const dx = this.batch("gradients", node.inShape);
    this.note(node.row, name, "backward", backward);
    return dx;
  }

  backwardInARow(node, name, start) {
    let dy = start;
    for (let i = node.parts.length - 1; i >= 0; i--) {
      const dx = this.backward(node.parts[i], within(name, keyOf(node, i)), dy);
      if (dy !== dx && dy !== start) this.free([dy]);
      dy = dx;
    }
    return dy;
  }

  // A Residual adds the gradients of body and shortcut at the end, a Concat each branch's to the sum of those before it.
  backwardJoint(node, name, dy) {
    const add = (parts) => {
      const total = this.batch("gradients", node.inShape);
      this.note(node.row, within(name, jointOf(node)), "backward");
      this.free(parts.filter((part) => part !== dy));
      return total;
    };
    const back = (part, i) => this.backward(part, within(name, keyOf(node, i)), dy);
    if (node.kind === "Residual") return add(node.parts.map(back));
    return node.parts.reduce((dx, part, i) => (i ? add([dx, back(part, i)]) : back(part, i)), null);
  }
}

// Multiply-adds for one example; biases are not counted.
function multiplyAdds({ word, values }, inShape, outShape, parameters) {
  if (word === "FC") return count(inShape) * values.units;
  if (!isFilters(word)) return 0;
  const outputs = count(outShape);
  const filters = word === "LOCAL" ? outputs : values.filters;
  return outputs * (parameters / filters - (values.bias ? 1 : 0));
}

// What a pass through a placed tree takes: { rows, moments }, the rows of training, the moments of a step of training or
// of a forward pass. Bytes are pairs, as in rules.js; parameters are numbers, multiply-adds are those of one example.
export function dryRun(tree, size, train) {
  const { run, rows } = forwardRun(tree, size, true);
  if (!train) return { rows, moments: momentsOf(forwardRun(tree, size, false).run) };
  run.backward(tree, "", run.batch("gradients", tree.outShape));
  return { rows, moments: momentsOf(run) };
}

function forwardRun(tree, size, keep) {
  const run = new DryRun(size, keep);
  const x = run.batch("data", tree.inShape, 0);
  run.addRow({ row: 0, outShape: tree.inShape }, "input", [x], []);
  const first = { row: 0, name: "input", stage: "forward", ...run.alive, workspace: [NONE], all: x.bytes };
  run.forward(tree, "", x);
  return { run: Object.assign(run, { first }), rows: run.rows.map(finished) };
}

// Of a net of views only, there is the input.
const momentsOf = ({ moments, first }) => (moments.length ? moments : [first]);

const finished = ({ tensors, ...row }) => ({
  ...row,
  activations: tensors[0]?.bytes ?? NONE,
  kept: sum(NONE, ...tensors.filter(({ kept }) => kept).map(({ bytes }) => bytes)),
  outputKept: tensors[0]?.kept ?? false,
});

// The bytes of a moment for n examples, parameters and step cache aside.
export const momentBytes = ({ all, workspace }, n) => at(all, n) + most(workspace, n);
