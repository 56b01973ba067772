// A net that is trained step by step on the page, and what there is to see of it: curves, filters, gradients, guesses.
// cs231n_widgets/training_theatre/run.py does the same with the kit, and a test compares them.
import { Dice } from "../shared/dice.js";
import { ORDER, pageData, SHAPE, WALL, WEIGHTS } from "./digits.js";
import { guessOf, Net, softmaxLoss, step } from "./net.js";

const SAMPLE = 200; // images, of those to train on and of those held out, that a point of the curves is measured on
const EVERY = 5; // steps from one point of the curves to the next
const POINTS = 400; // of a curve, at most: then every other one goes, and the next ones come half as often
const MAPS = 16; // of a layer, and filters, that are shown
const LAYERS = 8; // that are shown, of maps and of gradients
export const CURVES = ["steps", "loss", "held_loss", "accuracy", "held_accuracy"];
export const MOMENTUM = 0.9;
export const TOO_HIGH = 100; // by how much the rate is multiplied that is far too high

export class Run {
  // From a widget's state: the digits, and spec, seed, breakage.
  constructor(s) {
    this.data = pageData(s.digits, s);
    this.net = new Net(s.spec, SHAPE);
    this.net.check();
    if (s.breakage !== "zeros") this.net.init(3 * s.seed + WEIGHTS);
    this.dice = new Dice(3 * s.seed + ORDER);
    this.queue = new Int32Array(0);
    this.steps = 0;
    this.every = EVERY;
    this.sound = true;
    this.curves = Object.fromEntries(CURVES.map((name) => [name, []]));
    this.due = ["train", "held"]; // what is to be measured before the next step
    while (this.due.length) this.measure();
  }

  // Train on one more batch, with the rate, batch and optimiser of a state, and measure what is due. Returns whether all
  // weights are still numbers.
  step(s) {
    do this.work(s);
    while (this.due.length);
    return this.sound;
  }

  // The least that can be done without a break: one batch, or one of two measurements.
  work(s) {
    if (this.due.length) this.measure();
    else this.train(s);
  }

  train({ rate, batch, optimizer, breakage }) {
    const { size, train, trainLabels } = this.data;
    const some = this.nextBatch(batch);
    const x = new Float64Array(some.length * size);
    some.forEach((which, n) => x.set(train.subarray(which * size, (which + 1) * size), n * size));
    const labels = some.map((which) => trainLabels[which]);
    this.net.backward(softmaxLoss(this.net.forward(x, some.length), labels).dscores);
    this.rate = breakage === "rate" ? TOO_HIGH * rate : rate;
    step(this.net.params, this.rate, optimizer === "momentum" ? MOMENTUM : 0);
    this.steps++;
    this.sound = this.net.isSound();
    if (this.steps % this.every === 0 || !this.sound) this.due = ["train", "held"];
  }

  // The numbers of the next images: all in turn, in another order each time round.
  nextBatch(size) {
    const count = this.data.trainLabels.length;
    if (this.queue.length < Math.min(size, count)) this.queue = this.dice.order(count);
    const batch = this.queue.subarray(0, size);
    this.queue = this.queue.subarray(size);
    return batch;
  }

  // Measure loss and share of right guesses, first of images to train on, then of those held out: a point of the curves.
  measure() {
    const { train, trainLabels, held, heldLabels } = this.data;
    if (this.due.shift() === "train") {
      this.ofTrain = this.score(train, trainLabels);
      return;
    }
    const ofHeld = this.score(held, heldLabels);
    const values = [this.steps, this.ofTrain.loss, ofHeld.loss, this.ofTrain.right, ofHeld.right];
    CURVES.forEach((name, n) => this.curves[name].push(values[n]));
    if (this.curves.steps.length <= POINTS) return;
    for (const name of CURVES) this.curves[name] = this.curves[name].filter((_, n) => n % 2 === 0);
    this.every *= 2;
  }

  score(images, labels) {
    const some = labels.subarray(0, SAMPLE);
    const scores = this.net.forward(images.subarray(0, some.length * this.data.size), some.length);
    const { loss, right } = softmaxLoss(scores, some);
    return { loss: finite(loss), right };
  }

  // What there is to see now; `chosen` is the image on the wall that is looked into.
  frame(chosen = 0) {
    const { size, held, heldLabels } = this.data;
    const count = Math.min(WALL, heldLabels.length);
    const scores = this.net.forward(held.subarray(0, count * size), count);
    const classes = scores.length / count;
    return {
      step: this.steps,
      sound: this.sound,
      classes: this.net.classes,
      curves: this.curves,
      filters: this.filters(),
      gradients: this.gradients(),
      guesses: Array.from({ length: count }, (_, n) => guessOf(scores.subarray(n * classes, (n + 1) * classes))),
      inside: this.inside(Math.min(chosen, count - 1)),
    };
  }

  filters() {
    const { value, shape, layer } = this.net.params[0];
    const size = layer.word === "FC" ? layer.inShape : layer.filterShape;
    if (size.length !== 3) return null;
    const some = Math.min(shape[0], MAPS);
    return picture(value.subarray(0, (some * value.length) / shape[0]), [some, ...size]);
  }

  gradients() {
    const weights = this.net.params.filter(({ shape }) => shape.length > 1);
    const words = weights.map(({ layer }) => layer.word);
    const rows = weights.map(({ grad, value, velocity }, n) => ({
      name: ordinal(words, n),
      gradient: rms(grad),
      weights: rms(value),
      update: velocity ? finite(this.rate * rms(velocity)) : 0,
    }));
    return rows.slice(0, LAYERS);
  }

  // What the net makes of a held-out image: the maps of its layers, and the share of each class.
  inside(which) {
    const { size, held } = this.data;
    const maps = [];
    const { layers } = this.net;
    const scores = this.net.forward(held.subarray(which * size, (which + 1) * size), 1, (layer, y) => {
      const following = layers[layers.indexOf(layer) + 1];
      if (layer.outShape.length < 3 || (layer.word === "CONV" && following?.word === "RELU")) return;
      const [D, ...sides] = layer.outShape;
      const some = Math.min(D, MAPS);
      maps.push({ name: layer.word, ...picture(y.subarray(0, (some * y.length) / D), [some, ...sides]) });
    });
    const top = Math.max(...scores);
    const exps = scores.map((score) => Math.exp(score - top));
    const sum = exps.reduce((all, one) => all + one, 0);
    return { maps: maps.slice(0, LAYERS), shares: Array.from(exps, (one) => finite(one / sum)) };
  }
}

const ordinal = (words, n) => {
  const count = words.filter((word) => word === words[n]).length;
  return count === 1 ? words[n] : `${words[n]} ${words.slice(0, n + 1).filter((word) => word === words[n]).length}`;
};

// Numbers as levels from 1 to 255, 128 for 0; `most` is the largest without its sign.
function picture(values, shape) {
  const most = values.reduce((top, value) => Math.max(top, Math.abs(value)), 0);
  const level = (value) => Math.min(Math.max(Math.floor((value / most) * 127 + 128.5), 1), 255) || 1;
  const flat = !(most > 0 && most < Infinity);
  return { shape, most: finite(most), levels: Uint8Array.from(values, (value) => (flat ? 128 : level(value))) };
}

const rms = (values) => finite(Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length));
const finite = (value) => (Number.isFinite(value) ? value : null);
