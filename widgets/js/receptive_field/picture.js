// The photograph and the maps on it: each a canvas of one pixel a cell, with what the neuron in view sees.
import { h, say } from "../shared/dom.js";
import { layerName } from "./messages.js";
import { averages, LAYERS } from "./model.js";

const FAR = 8; // cells that Shift and an arrow key go
const FAINT = 0.33; // how opaque a cell is that isn't seen
const ZERO = "#c77700"; // padding that is read: a small square, three fifths of a cell wide
const CELL = 5;
const ARROWS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
const LEVELS = { PageUp: 1, PageDown: -1 };

// One map with its heading: the photograph, or a layer that can be chosen.
class Panel {
  // on: { point(level, at), key(event), choose(level), remove(level) }
  constructor(level, on) {
    Object.assign(this, { level, on });
    this.cells = h("canvas", { class: "cs-cells" });
    this.zeros = h("canvas", { class: "cs-zeros" });
    this.frame = h("i", { class: "cs-frame" });
    this.field = h(
      "div",
      { class: "cs-field", role: "application", tabindex: "-1" },
      this.cells,
      this.zeros,
      this.frame,
    );
    this.name = h("b", {});
    this.size = h("span", {}, level ? h("span", { class: "cs-map-word" }, "map ") : "", document.createTextNode(""));
    this.detail = h("span", {});
    const texts = [this.name, this.size, this.detail];
    this.head = level
      ? h("button", { type: "button", class: "cs-layer", onclick: () => on.choose(level) }, texts)
      : h("div", { class: "cs-layer" }, texts);
    this.node = h("div", { class: `cs-map${level ? "" : " cs-photograph"}` }, this.head, this.field);
    this.listen();
  }

  listen() {
    this.head.addEventListener("keydown", (event) => {
      if (this.level && (event.key === "Delete" || event.key === "Backspace")) this.on.remove(this.level);
    });
    this.field.addEventListener("pointerdown", (event) => {
      this.field.setPointerCapture(event.pointerId);
      this.on.point(this.level, this.at(event));
      this.field.focus({ preventScroll: true });
    });
    this.field.addEventListener("pointermove", (event) => {
      if (this.field.hasPointerCapture(event.pointerId)) this.on.point(this.level, this.at(event));
    });
    this.field.addEventListener("keydown", (event) => this.on.key(event));
  }

  // The cell at a pointer, as [row, column]; a pointer on the padding is at the edge.
  at(event) {
    const box = this.cells.getBoundingClientRect();
    const cell = (from, length) => Math.floor((from / length) * this.side);
    const place = [cell(event.clientY - box.top, box.height), cell(event.clientX - box.left, box.width)];
    return place.map((one) => Math.min(Math.max(one, 0), this.side - 1));
  }

  // New sizes and names. `colours` are those of the cells, `ring` the padding around them.
  build(layer, side, ring, colours) {
    if (this.colours === colours && this.ring === ring) return; // the same layer on the same ones
    Object.assign(this, { side, ring, colours });
    this.node.style.setProperty("--cells", side + 2 * ring);
    this.node.style.setProperty("--ring", ring);
    const [kind, ...rest] = layer ? layerName(layer).split(", ") : ["Photograph"];
    this.title = layer ? `Map ${this.level}, ${layerName(layer)}` : "Photograph";
    say(this.name, kind);
    say(this.size.lastChild, `${layer ? `${this.level}, ` : ""}${side}×${side}`);
    say(this.detail, rest.join(", "));
    this.detail.hidden = !rest.length;
    const size = (side + 2 * ring) * CELL;
    Object.assign(this.cells, { width: side, height: side });
    Object.assign(this.zeros, { width: ring ? size : 1, height: ring ? size : 1 });
    this.image = new ImageData(side, side);
    for (let n = 0; n < side * side; n++)
      for (let d = 0; d < 3; d++) this.image.data[4 * n + d] = Math.round(colours[3 * n + d]);
  }

  // What is seen: [rows, columns], or null where nothing is. `at` is the neuron in view, on its own map.
  show(seen, hidden, at) {
    const [rows, cols] = seen ?? [[], []];
    const { side, ring } = this;
    const inside = (cell) => cell >= 0 && cell < side;
    const { data } = this.image;
    const faint = hidden ? 0 : 255 * FAINT;
    for (let n = 3; n < data.length; n += 4) data[n] = faint;
    for (const r of rows.filter(inside)) for (const c of cols.filter(inside)) data[4 * (r * side + c) + 3] = 255;
    this.cells.getContext("2d").putImageData(this.image, 0, 0);
    this.showZeros(rows, cols, inside);
    const there = rows.length > 0 && cols.length > 0;
    this.frame.hidden = !there;
    if (there)
      for (const [name, value] of [
        ["--top", rows[0] + ring],
        ["--left", cols[0] + ring],
        ["--high", rows.at(-1) + 1 - rows[0]],
        ["--wide", cols.at(-1) + 1 - cols[0]],
      ])
        this.frame.style.setProperty(name, value);
    this.node.classList.toggle("cs-here", Boolean(at));
    const where = at ? `row ${at[0]}, column ${at[1]}. Arrow keys move, Page Up and Page Down change the map.` : "";
    this.field.setAttribute("aria-label", `${this.title}${where ? `: ${where}` : ""}`);
  }

  showZeros(rows, cols, inside) {
    if (!this.ring) return;
    const context = this.zeros.getContext("2d");
    context.clearRect(0, 0, this.zeros.width, this.zeros.height);
    context.fillStyle = ZERO;
    for (const r of rows)
      for (const c of cols)
        if (!inside(r) || !inside(c)) context.fillRect((c + this.ring) * CELL + 1, (r + this.ring) * CELL + 1, 3, 3);
  }
}

export class Picture {
  // on: { move(level, row, col), climb(level), choose(level), remove(level) }
  constructor(on) {
    this.on = on;
    const own = {
      point: (level, [row, col]) => on.move(level, row, col),
      key: (event) => this.key(event),
      choose: on.choose,
      remove: on.remove,
    };
    this.panels = Array.from({ length: LAYERS + 1 }, (_, level) => new Panel(level, own));
    this.maps = h(
      "div",
      { class: "cs-maps" },
      this.panels.slice(1).map(({ node }) => node),
    );
    const legend = [
      ["cs-seen", "seen"],
      ["cs-unseen", "not seen"],
      ["cs-zero", "a zero of padding, read"],
    ].map(([kind, text]) => h("span", {}, h("i", { class: kind, "aria-hidden": "true" }), text));
    this.legend = h("p", { class: "cs-legend" }, legend);
    this.node = h("div", { class: "cs-stage" }, this.panels[0].node, this.maps, this.legend);
  }

  key(event) {
    const { level, row, col, sides } = this.all;
    const arrow = ARROWS[event.key];
    const ends = { Home: 0, End: sides[level] - 1 };
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key in LEVELS) this.on.climb(level + LEVELS[event.key]);
    else if (arrow) {
      const by = event.shiftKey ? FAR : 1;
      const go = (at, step) => Math.min(Math.max(at + by * step, 0), sides[level] - 1);
      this.on.move(level, go(row, arrow[0]), go(col, arrow[1]));
    } else if (event.key in ends) this.on.move(level, row, ends[event.key]);
    else return;
    event.preventDefault();
  }

  // New maps for new layers.
  build({ layers, sides }, pixels) {
    const maps = averages(layers, pixels);
    const count = layers.length;
    this.maps.style.setProperty("--across", count > 3 ? 4 : count > 2 ? 3 : 2);
    this.maps.style.setProperty("--across-narrow", count > 3 ? 4 : 3);
    this.panels.forEach((panel, level) => {
      panel.node.hidden = level > count;
      if (level <= count) panel.build(layers[level - 1], sides[level], layers[level]?.P ?? 0, maps[level]);
    });
  }

  // The neuron in view and what it sees; the rest is faint, or hidden.
  show(all, hidden) {
    const before = this.all?.level;
    this.all = all;
    this.node.classList.toggle("cs-only-window", hidden);
    for (const panel of this.panels) {
      panel.field.tabIndex = panel.level === all.level ? 0 : -1;
      if (panel.level > all.layers.length) continue;
      const at = panel.level === all.level ? [all.row, all.col] : null;
      panel.show(all.seen[panel.level], hidden, at);
    }
    const focused = this.panels[before]?.field;
    if (focused && focused === focused.getRootNode().activeElement && before !== all.level)
      this.panels[all.level].field.focus();
  }

  // Mark the layer that can be changed, if there is one.
  choose(level) {
    for (const panel of this.panels.slice(1)) panel.head.setAttribute("aria-pressed", String(panel.level === level));
  }

  // Put the focus on a layer's heading, or on the photograph where there is no layer.
  focus(level) {
    (level ? this.panels[level].head : this.panels[0].field).focus();
  }
}
