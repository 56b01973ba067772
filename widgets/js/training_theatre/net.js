// A net that trains on the page: layers in a row, the softmax loss, and one step down the slope.
import { readSpec } from "../shared/spec/grammar.js";
import { Dice } from "./dice.js";
import { LAYERS } from "./layers.js";

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
