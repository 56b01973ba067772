// What is inside the net: its first filters, how large the gradients are, and what it makes of the chosen image.
import { h, say } from "../shared/dom.js";
import { number } from "../shared/numerals.js";
import { bytes } from "./digits.js";
import { guessMessage } from "./messages.js";
import { paint, Strip } from "./pictures.js";

const LOWEST = -6; // powers of ten that the bars of gradients reach over
const HIGHEST = 1;

export class Inside {
  constructor() {
    this.filterTitle = h("p", { class: "cs-th-title" });
    this.filters = new Strip("filters", true);
    this.gradientTitle = h("p", { class: "cs-th-title" }, "Gradients, and steps in % of the weights");
    this.gradients = h("ul", { class: "cs-th-gradients" });
    this.imageTitle = h("p", { class: "cs-th-title" });
    this.image = h("canvas", { class: "cs-th-big", "aria-hidden": "true" });
    this.maps = h("div", { class: "cs-th-maps" });
    this.shares = h("ul", { class: "cs-th-shares" });
    this.look = h(
      "div",
      { class: "cs-th-look" },
      this.imageTitle,
      h("div", { class: "cs-th-path" }, this.image, this.maps),
      this.shares,
    );
    this.rest = h(
      "div",
      { class: "cs-th-learnt" },
      this.filterTitle,
      this.filters.node,
      this.gradientTitle,
      this.gradients,
    );
    this.strips = [];
  }

  show(frame, wall, chosen) {
    this.showFilters(frame);
    this.showGradients(frame.gradients);
    this.showImage(frame, wall, chosen);
  }

  showFilters({ filters }) {
    this.filterTitle.hidden = this.filters.node.hidden = !filters;
    if (!filters) return;
    const size = filters.shape.slice(-2).reverse().join("×");
    say(this.filterTitle, `${filters.shape[0]} filters of the first layer, ${size}`);
    this.filters.show(filters);
  }

  // On a scale of powers of ten, and by how much of its weights a step has changed a layer.
  showGradients(rows) {
    while (this.gradients.childElementCount > rows.length) this.gradients.lastChild.remove();
    while (this.gradients.childElementCount < rows.length)
      this.gradients.append(makeBar(h("span", { class: "cs-th-words" })));
    rows.forEach(({ name, gradient, weights, update }, n) => {
      const [title, bar, words, step] = this.gradients.children[n].children;
      say(title, name);
      const power = gradient ? Math.log10(gradient) : LOWEST;
      const reach = gradient === null ? 1 : Math.min(Math.max((power - LOWEST) / (HIGHEST - LOWEST), 0), 1);
      bar.firstChild.style.width = `${(100 * reach).toFixed(1)}%`;
      say(words, gradient === null ? "NaN" : number(Number(gradient.toPrecision(2))));
      say(step, weights && update !== null ? share(update / weights) : "–");
    });
  }

  showImage(frame, wall, chosen) {
    const [, ...shape] = wall.shape;
    const size = shape.reduce((all, one) => all * one, 1);
    const pixels = typeof wall.pixels === "string" ? bytes(wall.pixels) : wall.pixels;
    const three = shape.length === 3 ? shape : [1, ...shape];
    paint(this.image, pixels.subarray(chosen * size, (chosen + 1) * size), three);
    say(this.imageTitle, guessMessage(wall, frame, chosen, frame.inside?.shares));
    this.maps.hidden = this.shares.hidden = !frame.inside;
    if (!frame.inside) return;
    const { maps, shares } = frame.inside;
    while (this.strips.length > maps.length) this.strips.pop().row.remove();
    while (this.strips.length < maps.length) this.strips.push(this.makeStrip());
    maps.forEach((map, n) => {
      const { title, strip } = this.strips[n];
      const [count, ...sides] = map.shape;
      say(title, `${map.name} ${[...sides].reverse().join("×")}×${count}`);
      strip.show(map);
    });
    this.showShares(shares, wall, wall.labels[chosen]);
  }

  makeStrip() {
    const title = h("span", { class: "cs-th-name" });
    const strip = new Strip("map");
    const row = h("div", { class: "cs-th-map-row" }, title, strip.node);
    this.maps.append(row);
    return { title, strip, row };
  }

  showShares(shares, { classes }, label) {
    while (this.shares.childElementCount > shares.length) this.shares.lastChild.remove();
    while (this.shares.childElementCount < shares.length) this.shares.append(makeBar());
    shares.forEach((share, n) => {
      const [title, bar, words] = this.shares.children[n].children;
      this.shares.children[n].classList.toggle("cs-th-right", n === label);
      say(title, `${classes[n]}${n === label ? " ✓" : ""}`);
      bar.firstChild.style.width = `${(100 * (share ?? 0)).toFixed(1)}%`;
      say(words, share === null ? "–" : `${Math.round(100 * share)}%`);
    });
  }
}

// How far a step goes, in % of the weights.
const share = (part) => {
  if (part > 0 && part < 1e-5) return "< 0.001%";
  return `${number(Number((100 * part).toPrecision(2)))}%`;
};

const makeBar = (more = null) =>
  h(
    "li",
    {},
    h("span", { class: "cs-th-name" }),
    h("span", { class: "cs-th-bar-room", "aria-hidden": "true" }, h("i", {})),
    h("span", { class: "cs-th-words" }),
    more,
  );
