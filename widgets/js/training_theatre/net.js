// A net that trains on the page: layers in a row, the softmax loss, and one step down the slope.

import { Dice } from "../shared/dice.js";
import { grouped } from "../shared/numerals.js";
import { readSpec } from "../shared/spec/grammar.js";
import { LAYERS } from "./layers.js";

const MOST = 20_000; // parameters that train on a page
const MOST_MACS = 100_000; // multiply-adds for one image

export class Net {
  // `spec` is the layers as text. An error for a text that is no net, or has a layer that the page can't train.
  constructor(spec, inShape) {
    const { rows, error } = readSpec(`INPUT(${inShape.join(",")}) -> ${spec}`);
    if (error) throw new Error(error.reason);
    this.inShape = inShape;
    this.layers = rows.map((row, n) => {
      const { word } = row.layer;
      if (!LAYERS[word]) throw new Error(`${word} doesn’t train on the page; ${Object.keys(LAYERS).join(", ")} do.`);
      return Object.assign(new LAYERS[word](row), { word, name: `${n}` });
    });
    this.params = this.layers.flatMap((layer) =>
      layer.params.map((param) => Object.assign(param, { layer, name: `${layer.name}.${param.name}` })),
    );
    this.classes = this.layers.at(-1).outSize;
  }

  // An error for a net that no page trains smoothly, or whose scores are not those of ten digits.
  check() {
    const count = this.params.reduce((sum, { value }) => sum + value.length, 0);
    const macs = this.layers.reduce((sum, layer) => sum + layer.macs, 0);
    if (!count) throw new Error("This net has nothing to learn: give it at least an FC(10).");
    if (count > MOST)
      throw new Error(`This net has ${grouped(count)} parameters; up to ${grouped(MOST)} train smoothly.`);
    if (macs > MOST_MACS)
      throw new Error(
        `This net takes ${grouped(macs)} multiply-adds for an image; up to ${grouped(MOST_MACS)} train smoothly.`,
      );
    if (String(this.layers.at(-1).outShape) !== "10")
      throw new Error("The last layer gives a score for each of ten digits: end with FC(10).");
  }

  // New weights, as He and others draw them: variance 2 over the inputs of a neuron. Biases are 0.
  init(seed) {
    const dice = new Dice(seed);
    for (const { value, fanIn } of this.params) {
      const scale = fanIn ? Math.sqrt(2 / fanIn) : 0;
      for (let at = 0; at < value.length; at++) value[at] = scale && scale * dice.normal();
    }
  }

  isSound() {
    return this.params.every(({ value }) => value.every(Number.isFinite));
  }

  // The scores of N examples; `seen` is told what each layer makes of them.
  forward(x, N, seen) {
    let y = x;
    for (const layer of this.layers) {
      y = layer.forward(y, N);
      seen?.(layer, y);
    }
    return y;
  }

  // From the gradients of the scores to those of all parameters, which lie in their `grad`.
  backward(dscores) {
    let dy = dscores;
    for (let n = this.layers.length - 1; n >= 0 && dy; n--) dy = this.layers[n].backward(dy, n === this.first());
  }

  // The lowest layer that learns: what lies below needs no gradient.
  first() {
    return this.layers.findIndex(({ params }) => params.length);
  }
}

// The mean of -log(probability of the right class), its gradient, what is guessed, and how much of it is right.
export function softmaxLoss(scores, labels) {
  const N = labels.length;
  const K = scores.length / N;
  const dscores = new Float64Array(scores.length);
  const guesses = [];
  let loss = 0;
  for (let n = 0; n < N; n++) {
    const row = scores.subarray(n * K, (n + 1) * K);
    const top = Math.max(...row);
    const exps = row.map((score) => Math.exp(score - top));
    const sum = exps.reduce((all, one) => all + one, 0);
    for (let k = 0; k < K; k++) dscores[n * K + k] = (exps[k] / sum - (k === labels[n] ? 1 : 0)) / N;
    loss -= (row[labels[n]] - top - Math.log(sum)) / N;
    guesses.push(guessOf(row));
  }
  const right = guesses.filter((guess, n) => guess === labels[n]).length / N;
  return { loss, dscores, guesses, right };
}

// The class with the largest score, the first of equals; -1 where a score is no number.
export const guessOf = (row) => (row.every(Number.isFinite) ? row.indexOf(Math.max(...row)) : -1);

// One step: w - rate * v. The velocity v adds up gradients and forgets old ones; without momentum it is the gradient.
export function step(params, rate, momentum) {
  for (const param of params) {
    const { value, grad } = param;
    param.velocity ??= new Float64Array(value.length);
    const { velocity } = param;
    for (let at = 0; at < value.length; at++) {
      velocity[at] = momentum * velocity[at] + grad[at];
      value[at] -= rate * velocity[at];
    }
  }
}
