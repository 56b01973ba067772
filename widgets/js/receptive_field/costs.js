// What the stack costs, beside one layer that sees as far: each from the side, its weights and its non-linearities.
import { h, icon, say, svg } from "../shared/dom.js";
import { layerName, nonLinearities } from "./messages.js";
import { convs, geometries, oneLayer, pixelsRead, weights } from "./model.js";

const WIDE = 330; // of a drawing, in its own units
const HIGH = 120;
const EDGE = 8;
const MOST = 500; // lines that can be told apart
const KINK = "M1 11H8L14 4"; // a ReLU

class Card {
  constructor(title) {
    this.detail = h("span", {});
    this.lines = svg("path", { class: "cs-lines" });
    this.skipped = svg("path", { class: "cs-dots cs-dots-skipped" });
    this.dots = svg("path", { class: "cs-dots" });
    this.drawing = svg("svg", { viewBox: `0 0 ${WIDE} ${HIGH}`, class: "cs-side", "aria-hidden": "true" });
    this.drawing.append(this.lines, this.skipped, this.dots);
    this.bar = h("i", { class: "cs-bar", "aria-hidden": "true" });
    this.weights = h("b", {});
    this.relus = h("b", {});
    this.kinks = h("span", { class: "cs-kinks", "aria-hidden": "true" });
    this.node = h(
      "div",
      { class: "cs-card" },
      h("p", { class: "cs-card-title" }, h("b", {}, title), this.detail),
      this.drawing,
      h("p", { class: "cs-cost" }, this.weights, h("span", { class: "cs-bar-room" }, this.bar)),
      h("p", { class: "cs-cost" }, this.relus, this.kinks),
    );
  }

  show(layers, detail, most) {
    const count = weights(layers);
    const relus = convs(layers);
    say(this.detail, detail);
    say(this.weights, `${count ? `${count}C²` : "no"} weights`);
    this.bar.style.width = `${(100 * count) / (most || 1)}%`;
    say(this.relus, nonLinearities(relus));
    while (this.kinks.childElementCount > relus) this.kinks.lastChild.remove();
    while (this.kinks.childElementCount < relus) this.kinks.append(icon(KINK));
    this.draw(layers);
  }

  // From the side: a row of dots for each map, the pixels lowest, and a line from each neuron to what it reads.
  draw(layers) {
    const maps = geometries(layers).map((one) => ({ ...one, start: 0 }));
    const pixels = maps.at(-1).field;
    const step = Math.min((WIDE - 2 * EDGE) / Math.max(pixels - 1, 1), 24);
    const left = (WIDE - step * (pixels - 1)) / 2;
    const x = (level, at) => (left + step * (at * maps[level].jump + (maps[level].field - 1) / 2)).toFixed(1);
    const y = (level) => (HIGH - EDGE - (level * (HIGH - 2 * EDGE)) / layers.length).toFixed(1);
    const rows = layers.map((_, n) => pixelsRead(layers.slice(n)));
    rows.push([0]);
    const taps = layers.map(({ F, S, dilation }, n) =>
      rows[n + 1].flatMap((at) => Array.from({ length: F }, (_, tap) => [at, at * S + tap * dilation])),
    );
    const some = taps.flat().length > MOST ? taps.map((pairs) => [pairs[0], pairs.at(-1)]) : taps;
    const line =
      (n) =>
      ([at, below]) =>
        `M${x(n + 1, at)} ${y(n + 1)}L${x(n, below)} ${y(n)}`;
    const dot = (level) => (at) => `M${x(level, at)} ${y(level)}h0`;
    this.lines.setAttribute("d", some.flatMap((pairs, n) => pairs.map(line(n))).join(""));
    this.dots.setAttribute("d", rows.flatMap((row, level) => row.map(dot(level))).join(""));
    const missed = Array.from({ length: pixels }, (_, n) => n).filter((n) => !rows[0].includes(n));
    this.skipped.setAttribute("d", missed.map(dot(0)).join(""));
    this.drawing.style.setProperty("--dot", `${Math.max(1.6, Math.min(7, step * 0.7)).toFixed(1)}`);
  }
}

export class Costs {
  constructor() {
    this.stack = new Card("This stack");
    this.one = new Card("One layer instead");
    const note = h("p", { class: "cs-cost-note" }, "With C channels in and out of each layer, biases left out.");
    this.node = h("div", { class: "cs-costs" }, this.stack.node, this.one.node, note);
  }

  show(layers) {
    if (!layers.length) return;
    const one = oneLayer(layers);
    const most = Math.max(weights(layers), one.F ** 2);
    const { field } = geometries(layers).at(-1);
    this.stack.show(layers, `sees ${field}×${field}`, most);
    this.one.show([one], layerName(one), most);
  }
}
