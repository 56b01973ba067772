// The wall of held-out images: each with what it is taken for, where that is wrong. One tab stop, arrows move.
import { h, say } from "../shared/dom.js";
import { Roving } from "../shared/grid.js";
import { bytes } from "./digits.js";
import { guessMessage, wallMessage } from "./messages.js";
import { paint } from "./pictures.js";

const COLUMNS = 10; // where there are more classes than fit

export class Wall {
  constructor(choose) {
    this.choose = choose;
    this.title = h("p", { class: "cs-th-title" });
    this.grid = h("div", { class: "cs-th-wall", role: "grid", "aria-label": "Held-out images" });
    this.grid.addEventListener("keydown", (event) => {
      const at = this.roving?.key(event);
      if (at && this.roving.cell(at)) this.pick(at, true);
    });
    this.key = h("p", { class: "cs-th-note" });
    this.node = h("div", { class: "cs-th-wall-part" }, this.title, this.grid, this.key);
  }

  // Build the wall anew for other images.
  build(wall) {
    this.wall = wall;
    const { classes, labels } = wall;
    this.columns = Math.min(classes.length, COLUMNS);
    const [count, ...shape] = wall.shape;
    const size = shape.reduce((all, one) => all * one, 1);
    const pixels = typeof wall.pixels === "string" ? bytes(wall.pixels) : wall.pixels;
    const [D, H, W] = shape.length === 3 ? shape : [1, ...shape];
    this.cells = Array.from({ length: count }, (_, n) => {
      const canvas = h("canvas", { "aria-hidden": "true" });
      paint(canvas, pixels.subarray(n * size, (n + 1) * size), [D, H, W]);
      const badge = h("span", { class: "cs-th-badge", "aria-hidden": "true" });
      const at = [0, Math.floor(n / this.columns), n % this.columns];
      const cell = h("div", { class: "cs-th-image", role: "gridcell", tabindex: "-1" }, canvas, badge);
      cell.addEventListener("click", () => this.pick(at, true));
      return Object.assign(cell, { badge });
    });
    const rows = [];
    for (let n = 0; n < count; n += this.columns) rows.push(this.cells.slice(n, n + this.columns));
    this.grid.style.setProperty("--columns", this.columns);
    this.grid.replaceChildren(...rows.map((row) => h("div", { class: "cs-th-row", role: "row" }, row)));
    this.short = classes.map((name) => (name.length > 4 ? name.slice(0, 4) : name));
    this.frame = { guesses: labels.map(() => -1) };
    this.roving = new Roving([rows], (at) => guessMessage(this.wall, this.frame, this.numberOf(at)));
    this.sorted = classes.length <= COLUMNS && count >= classes.length;
  }

  numberOf([, row, column]) {
    return row * this.columns + column;
  }

  pick(at, focus) {
    this.roving.point(at, focus);
    this.choose(this.numberOf(at));
  }

  show(frame, chosen) {
    this.frame = frame;
    const { labels } = this.wall;
    this.cells.forEach((cell, n) => {
      const guess = frame.guesses[n];
      const right = guess === labels[n];
      cell.classList.toggle("cs-th-wrong", !right);
      cell.classList.toggle("cs-th-chosen", n === chosen);
      cell.setAttribute("aria-selected", String(n === chosen));
      say(cell.badge, right ? "" : guess === -1 ? "?" : this.short[guess]);
      if (cell.tabIndex !== 0) cell.setAttribute("aria-label", guessMessage(this.wall, frame, n));
    });
    this.roving.point([0, Math.floor(chosen / this.columns), chosen % this.columns]);
    say(this.title, wallMessage(this.wall, frame));
    const columns = this.sorted ? "Each column is one class." : "";
    const look = frame.inside ? "Choose an image to look into the net." : "";
    say(
      this.key,
      [columns, "A frame marks a wrong guess, its label says what was guessed.", look].filter(Boolean).join(" "),
    );
  }
}
