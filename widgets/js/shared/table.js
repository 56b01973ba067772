// A table of numbers with its rows and columns numbered: one tab stop, arrows inside, and numbers that can be changed.
import { h } from "./dom.js";
import { edit, Roving, sliceRows, writeCell } from "./grid.js";

const LIMIT = 999;
const edge = (n) => h("span", { class: "cs-index", "aria-hidden": "true" }, String(n));

function numbered(rows, cols) {
  const { cells, lines } = sliceRows(0, rows, cols);
  lines.forEach((line, r) => line.prepend(edge(r)));
  return { cells, lines };
}

// The cells [r][c] of the numbers, and the lines in which they stand among zeros.
function placed(places) {
  const cells = [];
  const lines = places.map((line) => {
    const across = line.map((at) => {
      if (!at) return h("span", { class: "cs-cell cs-zero", "aria-hidden": "true" }, "0");
      const cell = h("span", { class: "cs-cell", role: "gridcell", tabindex: "-1" });
      cell.at = [0, ...at];
      cells[at[0]] ??= [];
      cells[at[0]][at[1]] = cell;
      return cell;
    });
    return h("div", { class: "cs-row", ...(line.some(Boolean) ? { role: "row" } : { "aria-hidden": "true" }) }, across);
  });
  return { cells, lines };
}

export class Table {
  // on: { go(table, at), number(name, [row, col], value), refuse(text), hold(), key(event): true if it was one }
  // `places` [row][col] says which number stands in a cell, [r, c], or null for a zero: such a table has no numbers at
  // its edges.
  constructor({ name, rows, cols, label, edits = false, places = null, on }) {
    Object.assign(this, { name, edits, on });
    const { cells, lines } = places ? placed(places) : numbered(rows, cols);
    this.cells = cells;
    this.grid = h("div", { role: "grid", "aria-label": label }, lines);
    this.frame = h("div", { class: "cs-window", hidden: true });
    const top = h(
      "div",
      { class: "cs-row cs-indices", "aria-hidden": "true" },
      Array.from({ length: places ? 0 : cols }, (_, c) => edge(c)),
    );
    this.node = h("div", { class: `cs-field cs-numbers${places ? " cs-plain" : ""}` }, top, this.grid, this.frame);
    this.listen();
  }

  listen() {
    for (const cell of this.cells.flat()) cell.table = this;
    this.roving = new Roving([this.cells], ([, r, c]) => `${this.name}[${r}, ${c}] is ${this.cells[r][c].textContent}`);
    this.grid.addEventListener("click", (event) => {
      const cell = event.target.closest(".cs-cell");
      if (!cell?.at || event.target.tagName === "INPUT") return;
      const again = this.chosen === cell;
      this.go(cell.at);
      if (again && this.edits) this.open();
    });
    this.grid.addEventListener("keydown", (event) => {
      if (event.target.tagName === "INPUT" || (event.ctrlKey && event.key.length === 1) || event.metaKey) return;
      const at = this.roving.key(event);
      if (at) this.go(at);
      else if (this.on.key(event)) event.preventDefault();
      else if (!this.edits) return;
      else if (event.key === "Enter" || event.key === "F2") this.open();
      else if (/^\d$/.test(event.key)) this.open(event.key);
      else if (/^[-−+=]$/.test(event.key)) this.step("-−".includes(event.key) ? -1 : 1);
      else return;
      event.preventDefault();
    });
  }

  go(at) {
    this.on.hold();
    this.roving.point(at, true);
    this.chosen = this.roving.cell(at);
    this.on.go(this, [at[1], at[2]]);
  }

  // Show the numbers [row][col]; one that is being edited keeps what is in it.
  write(values) {
    this.values = values;
    values.forEach((line, r) => line.forEach((value, c) => writeCell(this.cells[r][c], value)));
    this.roving.point(this.roving.at);
  }

  at() {
    const [, r, c] = this.roving.at;
    return [r, c];
  }

  number() {
    const [r, c] = this.at();
    return this.values[r][c];
  }

  open(first) {
    const at = this.at();
    this.on.hold();
    edit(this.roving.cell(this.roving.at), {
      value: this.number(),
      name: `${this.name}[${at.join(", ")}]`,
      first,
      take: (value) => this.on.number(this.name, at, value),
      refuse: this.on.refuse,
    });
  }

  step(by) {
    const next = Number((this.number() + by).toPrecision(12));
    this.on.hold();
    if (Math.abs(next) <= LIMIT) this.on.number(this.name, this.at(), next);
  }

  // Frame the cells from (top, left) on, or none.
  surround(top, left, rows, cols) {
    this.frame.hidden = !(rows > 0 && cols > 0);
    for (const [key, value] of [
      ["--top", top],
      ["--left", left],
      ["--rows", rows],
      ["--cols", cols],
    ])
      this.frame.style.setProperty(key, value);
  }
}
