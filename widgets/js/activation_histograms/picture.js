// A row of histograms: a title with what has become of the last layer, and a histogram with its words for each layer.
import { h, say, svg } from "../shared/dom.js";
import { number } from "../shared/numerals.js";
import { figure, layerMessage, note, outcome } from "./messages.js";
import { BINS } from "./model.js";

const HIGH = 64;
const BAR = 3; // width of a bar
const END = 3; // between the bins and what lies outside of them
const WIDE = BAR * (BINS + 2) + 2 * END;

// The bars as one path: the highest as high as the histogram, those outside of the bins set apart.
export function bars(counts) {
  const most = Math.max(...counts);
  return counts
    .map((count, n) => {
      const left = n * BAR + END * ((n > 0) + (n > BINS));
      const high = ((HIGH * count) / most).toFixed(1);
      return count ? `M${left} ${HIGH}v-${high}h${BAR}v${high}z` : "";
    })
    .join("");
}

class Histogram {
  constructor() {
    this.path = svg("path", {});
    this.name = h("span", { class: "cs-name" });
    this.low = h("span", { class: "cs-low" });
    this.high = h("span", { class: "cs-high" });
    this.figure = h("b", { class: "cs-figure" });
    this.note = h("span", { class: "cs-wrong" });
    const shape = { viewBox: `-1 -1 ${WIDE + 2} ${HIGH + 1}`, preserveAspectRatio: "none", "aria-hidden": "true" };
    const drawing = svg("svg", shape, this.path);
    const axis = h("span", { class: "cs-axis" }, this.low, this.high);
    this.node = h("div", { class: "cs-hist", role: "img" }, this.name, drawing, axis, this.figure, this.note);
  }

  // Draws again only what has changed.
  show(row, layer) {
    const drawn = bars(layer.counts);
    if (drawn !== this.drawn) {
      this.drawn = drawn;
      this.path.setAttribute("d", drawn);
    }
    const words = layerMessage(layer);
    if (words !== this.words) {
      this.words = words;
      this.node.setAttribute("aria-label", words);
    }
    say(this.name, layer.name);
    say(this.low, number(row.low));
    say(this.high, number(row.high));
    say(this.figure, figure(layer));
    say(this.note, note(row, layer));
  }
}

export class Row {
  // `kind` is "without" or "with", for the colour.
  constructor(kind) {
    this.title = h("b", {});
    this.outcome = h("span", { class: "cs-outcome" });
    this.grid = h("div", { class: "cs-hists" });
    this.histograms = [];
    const head = h("p", { class: "cs-head" }, this.title, " ", this.outcome);
    this.node = h("div", { class: `cs-net cs-${kind}`, role: "group" }, head, this.grid);
  }

  show(row) {
    if (this.histograms.length !== row.layers.length) {
      this.histograms = row.layers.map(() => new Histogram());
      this.grid.replaceChildren(...this.histograms.map(({ node }) => node));
    }
    say(this.title, `${row.title}:`);
    say(this.outcome, outcome(row));
    this.node.setAttribute("aria-label", row.title);
    row.layers.forEach((layer, n) => {
      this.histograms[n].show(row, layer);
    });
  }
}
