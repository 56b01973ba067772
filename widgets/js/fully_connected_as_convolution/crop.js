// The crop in view: what the pass sees there and what the crop by itself has, and its cells in front of the FC layers.
import { h, say } from "../shared/dom.js";
import { Roving, sliceRows } from "../shared/grid.js";
import { receptiveField } from "../shared/net.js";
import { short } from "../shared/numerals.js";
import { paint, place } from "./canvas.js";
import { cellMessage, cropMessage, scoresMessage, verdict, whyMessage } from "./messages.js";
import { imageOf, isHidden, markedOf, placeOf, slidingOf } from "./model.js";

export class Crop {
  // `act` hears of toggle(row, col), check() and of look(at), the cell that the reader points at, [row, col] or null.
  constructor(act) {
    this.act = act;
    this.pictures = ["in the pass", "by itself"].map((name) => new Surroundings(name));
    this.grid = h("div", { class: "cs-cells", role: "grid", "aria-label": "Cells in front of the FC layers" });
    this.size = h("span", {});
    this.sentence = h("p", { class: "cs-sentence" });
    this.verdict = h("p", { class: "cs-verdict" });
    this.scores = h("p", {});
    this.why = h("p", { class: "cs-note" });
    this.check = h("button", { type: "button", class: "cs-button cs-check", onclick: () => act.check() }, "Check");
    this.hint = h("p", { class: "cs-note" });
    this.node = h(
      "div",
      { class: "cs-crop", role: "group", "aria-label": "The crop in view" },
      h(
        "div",
        { class: "cs-pictures" },
        this.pictures.map(({ node }) => node),
      ),
      h(
        "div",
        { class: "cs-before" },
        h("p", { class: "cs-name" }, h("b", {}, "In front of the FC layers"), this.size),
        this.grid,
      ),
      h("div", { class: "cs-words" }, this.sentence, this.hint, this.check, this.verdict, this.scores, this.why),
    );
    const cellOf = (event) => event.target.closest(".cs-cell")?.at;
    this.grid.addEventListener("click", (event) => cellOf(event) && this.toggle(cellOf(event)));
    this.grid.addEventListener("keydown", (event) => this.key(event, cellOf(event)));
    for (const [name, on] of [
      ["pointerover", true],
      ["focusin", true],
      ["pointerleave", false],
      ["focusout", false],
    ])
      this.grid.addEventListener(name, (event) => act.look(on && cellOf(event) ? cellOf(event).slice(1) : null));
  }

  toggle(at) {
    this.roving.point(at, true);
    this.act.toggle(at[1], at[2]);
  }

  key(event, at) {
    if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      this.act.toggle(at[1], at[2]);
      return;
    }
    const next = this.roving.key(event);
    if (next) this.roving.point(next, true);
  }

  show(s, found) {
    const { cells } = slidingOf(s);
    if (this.cells?.length !== cells) this.build(cells);
    this.s = s;
    this.found = found;
    const hidden = isHidden(s);
    const marked = markedOf(s);
    const most = Math.max(...found.differences);
    this.grid.classList.toggle("cs-asks", s.ask);
    found.differences.forEach((difference, n) => {
      const cell = this.cells[Math.floor(n / cells)][n % cells];
      const wrong = s.ask && !hidden && (marked[n] ? difference > 0 : found.untouched[n]);
      const kind = hidden ? "cs-hidden" : difference ? "cs-off" : "cs-same";
      const look = `cs-cell ${kind}${marked[n] ? " cs-marked" : ""}${wrong ? " cs-wrong" : ""}`;
      if (cell.className !== look) cell.className = look;
      cell.style.setProperty("--off", (difference / (most || 1)).toFixed(2));
      if (s.ask) cell.setAttribute("aria-selected", marked[n]);
      else cell.removeAttribute("aria-selected");
      say(cell, hidden ? "" : difference ? short(difference) : "=");
    });
    this.roving.point(this.roving.at);
    say(this.size, `${cells}×${cells} cells`);
    say(this.sentence, cropMessage(s, found));
    say(this.hint, hidden ? "A click or the space key marks a cell. The frame shows what it sees." : this.legend(most));
    this.check.hidden = !hidden;
    this.verdict.hidden = !s.ask || hidden;
    say(this.verdict, verdict(s, found));
    this.verdict.classList.toggle("cs-right", this.verdict.textContent === "Right.");
    for (const [node, words] of [
      [this.scores, scoresMessage(s, found)],
      [this.why, whyMessage(s, found)],
    ]) {
      node.hidden = hidden;
      say(node, words);
    }
  }

  legend(most) {
    return most ? "=: all numbers of a cell are equal; else the largest difference." : "";
  }

  focus() {
    this.roving.point(this.roving.at, true);
  }

  build(cells) {
    const rows = sliceRows(0, cells, cells);
    this.cells = rows.cells;
    this.grid.replaceChildren(...rows.lines);
    this.grid.style.setProperty("--cells", cells);
    this.roving = new Roving([this.cells], ([, row, col]) => (this.s ? cellMessage(this.s, row, col, this.found) : ""));
  }

  // What the pass has around the crop and the crop by itself; `at` is the cell that is pointed at.
  showPictures(at) {
    const { s } = this;
    const { features, side, step, cells } = slidingOf(s);
    const { size, start } = receptiveField(features);
    const margin = Math.max(-start, start + (cells - 1) * step + size - side, 0);
    const [row, col] = placeOf(s).map((one) => one * step);
    const image = imageOf(s);
    const seen = at && { top: at[0] * step + start, left: at[1] * step + start, down: size, across: size };
    const inImage = (r, c) => r >= 0 && r < s.height && c >= 0 && c < s.width;
    const inCrop = (r, c) => r >= row && r < row + side && c >= col && c < col + side;
    [inImage, inCrop].forEach((isThere, n) => {
      this.pictures[n].show(side, margin, seen, (r, c) =>
        isThere(row + r, col + c) ? image[(row + r) * s.width + col + c] : NaN,
      );
    });
  }
}

// A picture of the crop with what stands around it: the canvas, or nothing.
class Surroundings {
  constructor(name) {
    this.canvas = h("canvas", { "aria-hidden": "true" });
    this.frame = h("i", { class: "cs-crop-frame" });
    this.field = h("i", { class: "cs-field-frame" });
    const stage = h("div", { class: "cs-stage" }, this.canvas, this.frame, this.field);
    this.node = h("div", { class: "cs-picture" }, stage, h("p", { class: "cs-note" }, name));
    this.stage = stage;
  }

  // `valueAt(row, col)` is the ink at a pixel of the crop, NaN where there is none, and layers read zeros.
  show(side, margin, seen, valueAt) {
    const all = side + 2 * margin;
    const ink = new Float64Array(all * all);
    for (let r = 0; r < all; r++) for (let c = 0; c < all; c++) ink[r * all + c] = valueAt(r - margin, c - margin);
    paint(this.canvas, ink, all, all);
    for (const name of ["--wide", "--high"]) this.stage.style.setProperty(name, all);
    place(this.frame, { top: margin, left: margin, down: side, across: side });
    this.field.hidden = !seen;
    if (seen) place(this.field, { ...seen, top: seen.top + margin, left: seen.left + margin });
  }
}
