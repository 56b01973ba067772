// The map: what the net sees at each place, the place with the highest score, and the one whose crop is in view.
import { h, say } from "../shared/dom.js";
import { destination } from "../shared/grid.js";
import { grouped, number } from "../shared/numerals.js";
import { bill, seenMessage } from "./messages.js";
import { bestPlace, placeOf, placesOf, scanOf, seenAt } from "./model.js";

export class ScoreMap {
  // `choose(row, col)` hears of the place that the reader points at.
  constructor(choose) {
    this.choose = choose;
    this.name = h("span", {});
    this.grid = h("div", { class: "cs-places" });
    this.best = h("i", { class: "cs-best" });
    this.chosen = h("i", { class: "cs-chosen" });
    this.field = h("div", { class: "cs-map", role: "application" }, this.grid, this.best, this.chosen);
    this.seen = h("p", { class: "cs-seen" });
    const legend = h(
      "p",
      { class: "cs-legend" },
      h("span", {}, h("i", { class: "cs-best" }), "highest score"),
      h("span", { class: "cs-of-crop" }, h("i", { class: "cs-chosen" }), "the crop in view"),
    );
    this.node = h(
      "div",
      { class: "cs-map-part" },
      h("p", { class: "cs-name" }, h("b", {}, "What it sees where"), this.name),
      this.field,
      legend,
      this.seen,
    );
    const point = (event) => event.buttons === 1 && this.point(event);
    this.field.addEventListener("pointerdown", point);
    this.field.addEventListener("pointermove", point);
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.cells = [];
  }

  point(event) {
    if (!this.picks) return;
    const { left, top, width, height } = this.grid.getBoundingClientRect();
    const within = (part, count) => Math.min(Math.max(Math.floor(part * count), 0), count - 1);
    this.choose(within((event.clientY - top) / height, this.rows), within((event.clientX - left) / width, this.cols));
  }

  key(event) {
    if (!this.picks || event.key.startsWith("Page")) return;
    const at = destination(event, [0, ...this.at], [[this.rows, this.cols]]);
    if (!at) return;
    event.preventDefault();
    this.choose(at[1], at[2]);
  }

  show(s, picks) {
    this.picks = picks;
    this.field.tabIndex = picks ? 0 : -1;
    this.node.classList.toggle("cs-picks", picks);
    this.at = placeOf(s);
    const [rows, cols] = placesOf(s);
    if (rows !== this.rows || cols !== this.cols) this.build(rows, cols);
    this.showScan(s, scanOf(s));
    stand(this.chosen, ...this.at);
    const [row, col] = this.at;
    const label = this.cells[row * cols + col].textContent || "nothing";
    this.field.setAttribute("aria-label", `Map, row ${row}, column ${col}: ${label}`);
  }

  build(rows, cols) {
    Object.assign(this, { rows, cols });
    this.cells = Array.from({ length: rows * cols }, () => h("span", { class: "cs-place" }));
    this.grid.replaceChildren(...this.cells);
    this.field.style.setProperty("--rows", rows);
    this.field.style.setProperty("--cols", cols);
    say(this.name, `${cols}×${rows} places`);
  }

  // What one pass has found; also while a stroke is drawn.
  showScan(s, scan) {
    const shown = seenAt(scan.scores, s.labels);
    shown.forEach((k, n) => {
      const cell = this.cells[n];
      const look = k < 0 ? "cs-place" : `cs-place cs-class-${k % 10}`;
      if (cell.className !== look) cell.className = look;
      say(cell, s.labels[k] ?? "");
    });
    const best = bestPlace(scan.scores, s.labels);
    stand(this.best, best.row, best.col);
    say(this.seen, seenMessage(s, scan));
  }
}

function stand(node, row, col) {
  node.style.setProperty("--row", row);
  node.style.setProperty("--col", col);
}

// What one pass takes, beside all crops by themselves, as two bars.
export class Bill {
  constructor() {
    this.once = h("b", {});
    this.together = h("b", {});
    this.crops = h("span", {});
    this.times = h("p", { class: "cs-times" });
    this.bar = h("i", { class: "cs-bar cs-once" });
    this.node = h(
      "div",
      { class: "cs-bill" },
      h("p", { class: "cs-name" }, h("b", {}, "What it costs"), h("span", {}, "multiply-adds")),
      h("p", {}, h("span", {}, "one pass"), this.once),
      this.bar,
      h("p", {}, this.crops, this.together),
      h("i", { class: "cs-bar" }),
      this.times,
    );
  }

  show(s) {
    const { once, crops, together, times } = bill(s);
    say(this.once, grouped(once));
    say(this.crops, `${grouped(crops)} separate ${crops === 1 ? "crop" : "crops"}`);
    say(this.together, grouped(together));
    say(this.times, `${number(times)} times as many`);
    this.bar.style.width = `${Math.min(100 / times, 100)}%`;
  }
}
