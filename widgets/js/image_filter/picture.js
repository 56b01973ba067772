// What ImageFilter draws: the picture and its map, and the calculation of the pixel in view.
import { h, say } from "../shared/dom.js";
import { number } from "../shared/numerals.js";
import { filtered, look, pixelsOf, place, shade } from "./model.js";

const FAR = 8; // pixels that Shift and an arrow key go, or a page key
const STEPS = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  PageUp: [-FAR, 0],
  PageDown: [FAR, 0],
};
const DARKEST = 117; // the darkest grey on which black can be read

export class Picture {
  // `move` hears of the pixel that the reader points at.
  constructor(move) {
    this.move = (at) => move(place({ ...this.s, ...at }));
    this.source = h("canvas", { "aria-hidden": "true" });
    this.map = h("canvas", { "aria-hidden": "true" });
    this.frame = h("i", { class: "cs-frame" });
    this.pixel = h("i", { class: "cs-frame" });
    this.names = [h("span", {}), h("span", {})];
    this.field = this.stage(this.source, this.frame, { tabindex: "0", role: "application" });
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.mapField = this.stage(this.map, this.pixel);
    const legend = ["black: 0", "white: 255 and more", "blue: below 0"].map((text) => h("span", {}, h("i"), text));
    this.node = h(
      "div",
      { class: "cs-pictures" },
      h("div", {}, h("p", { class: "cs-name" }, h("b", {}, "Picture"), this.names[0]), this.field),
      h("div", {}, h("p", { class: "cs-name" }, h("b", {}, "Map"), this.names[1]), this.mapField),
      h("p", { class: "cs-legend" }, legend),
    );
  }

  // A canvas to point at, and the frame on it.
  stage(canvas, frame, props = {}) {
    const node = h("div", { class: "cs-stage", ...props }, canvas, frame);
    const point = (event) => {
      const box = node.getBoundingClientRect();
      const { width, height } = this.s.picture;
      const col = Math.floor(((event.clientX - box.left) / box.width) * width);
      this.move({ row: Math.floor(((event.clientY - box.top) / box.height) * height), col });
    };
    node.addEventListener("pointerdown", point);
    node.addEventListener("pointermove", point);
    return node;
  }

  key(event) {
    const step = STEPS[event.key];
    const ends = { Home: 0, End: this.s.picture.width };
    if ((!step && !(event.key in ends)) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const { row, col } = place(this.s);
    const by = event.shiftKey && event.key.startsWith("Arrow") ? FAR : 1;
    this.move(step ? { row: row + by * step[0], col: col + by * step[1] } : { row, col: ends[event.key] });
  }

  build(s) {
    const { width, height } = s.picture;
    say(this.names[0], `${width}×${height}×1`);
    say(this.names[1], `${width - 2}×${height - 2}×1`);
    const style = { "--wide": width, "--high": height };
    for (const [name, value] of Object.entries(style)) this.node.style.setProperty(name, value);
    paint(this.source, width, height, pixelsOf(s.picture));
  }

  filter(s) {
    const { width, height } = s.picture;
    paint(this.map, width - 2, height - 2, filtered(s));
  }

  show(s) {
    this.s = s;
    const { row, col } = place(s);
    for (const frame of [this.frame, this.pixel]) {
      frame.style.setProperty("--row", row);
      frame.style.setProperty("--col", col);
    }
    this.field.setAttribute("aria-label", `Picture: row ${row}, column ${col}`);
  }
}

// Draw numbers, row by row, as the map shows them.
function paint(canvas, width, height, values) {
  Object.assign(canvas, { width, height });
  const context = canvas.getContext("2d");
  const image = context.createImageData(width, height);
  values.forEach((value, n) => {
    image.data.set([...shade(value), 255], 4 * n);
  });
  context.putImageData(image, 0, 0);
}

export class Calculation {
  // `edit(n, field, final)` hears of what is typed into weight n, and at the end.
  constructor(edit) {
    const cells = (make) => Array.from({ length: 9 }, (_, n) => make(n));
    this.pixels = cells(() => h("span", { class: "cs-one" }));
    this.products = cells(() => h("span", { class: "cs-one" }));
    this.fields = cells((n) => this.weight(n, edit));
    this.swatch = h("i", { class: "cs-swatch" });
    this.sum = h("b", {});
    this.node = h(
      "div",
      { class: "cs-calc" },
      part("Pixels", "pixels", this.pixels, { "aria-hidden": "true" }),
      h("span", { class: "cs-sign", "aria-hidden": "true" }, "×"),
      part("Weights", "weights", this.fields, { role: "group", "aria-label": "Weights" }),
      h("span", { class: "cs-sign", "aria-hidden": "true" }, "="),
      part("Products", "products", this.products, { "aria-hidden": "true" }),
      h("p", { class: "cs-sum", "aria-hidden": "true" }, "sum ", this.sum, this.swatch),
    );
  }

  weight(n, edit) {
    const field = h("input", {
      class: "cs-one",
      "aria-label": `Weight, row ${Math.floor(n / 3)}, column ${n % 3}`,
      autocomplete: "off",
      spellcheck: "false",
    });
    field.addEventListener("focus", () => field.select());
    field.addEventListener("input", () => edit(n, field, false));
    field.addEventListener("change", () => edit(n, field, true));
    field.addEventListener("keydown", (event) => {
      if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
      event.preventDefault();
      const by = event.key === "ArrowUp" ? 1 : -1;
      field.value = String(Math.min(Math.max(Math.round(((this.s.filter.flat()[n] ?? 0) + by) * 1e6) / 1e6, -99), 99));
      edit(n, field, true);
    });
    return field;
  }

  show(s) {
    this.s = s;
    const { pixels, weights, products, value } = look(s);
    this.pixels.forEach((cell, n) => {
      say(cell, String(pixels[n]));
      cell.style.background = `rgb(${pixels[n]} ${pixels[n]} ${pixels[n]})`;
      cell.style.color = pixels[n] >= DARKEST ? "#000" : "#fff";
    });
    this.products.forEach((cell, n) => say(cell, number(products[n])));
    weights.forEach((_, n) => {
      if (this.fields[n] !== this.fields[n].getRootNode().activeElement) this.write(s, [n]);
    });
    say(this.sum, number(value));
    this.swatch.style.background = `rgb(${shade(value).join(" ")})`;
  }

  // Write weights into their fields, all of them or some.
  write(s, which = this.fields.keys()) {
    const weights = s.filter.flat();
    for (const n of which) this.fields[n].value = number(weights[n]);
  }
}

const part = (name, kind, cells, props) =>
  h("div", { class: `cs-table cs-${kind}` }, h("p", { class: "cs-name" }, h("b", {}, name)), h("div", props, cells));
