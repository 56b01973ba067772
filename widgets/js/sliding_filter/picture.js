// The picture: input, filters, the calculation and the output, each depth slice in a row.
import { calculation, forward, place, readers, shape, taps } from "../shared/conv.js";
import { h } from "../shared/dom.js";
import { Roving, sliceRows, write } from "../shared/grid.js";
import { number, product } from "../shared/numerals.js";
import { leastCell, letters, textSize } from "../shared/room.js";
import { dilatedSize } from "../shared/sizing.js";
import { Calculation } from "./calculation.js";
import { listenNumbers, listenOutput } from "./gestures.js";
import { arrange } from "./layout.js";

export class Picture {
  // on: { move(at), number(kind, at, value), play(), step(n), refuse(text), note(text), hold(), playing() }
  constructor(on) {
    Object.assign(this, { on, front: 0 });
    this.node = h("div", { class: "cs-stage" });
    this.node.addEventListener("pointerover", (event) => this.hint(event.target.closest(".cs-cell")));
    this.node.addEventListener("pointerleave", () => this.hint(null));
  }

  // ---- structure: new elements for new sizes -------------------------------------------------------
  build(s) {
    const size = shape(s);
    const { D, H, W, K, F, P, H2, W2 } = size;
    const at = place(s);
    const reach = at ? 0 : dilatedSize(F, s.dilation); // a window that is too large is drawn all the same
    const [rows, cols] = [Math.max(H + 2 * P, F, reach), Math.max(W + 2 * P, reach)];
    Object.assign(this, { size: { ...size, rows, cols }, marked: [], hot: [], k: null, maps: null });
    this.x = Array.from({ length: D }, (_, c) => sliceRows(c, H, W, P));
    this.w = Array.from({ length: K * (D + 1) }, (_, n) => (n % (D + 1) < D ? sliceRows(n, F, F) : sliceRows(n, 1, 1)));
    this.y = at ? Array.from({ length: K }, (_, k) => sliceRows(k, H2, W2)) : [];
    this.frames = this.x.map(() => h("div", { class: "cs-window" }));
    this.sum = new Calculation(size);
    this.node.replaceChildren(this.inputPart(), this.filterPart(), this.sum.node, this.outputPart());
    this.node.style.setProperty("--rows", rows);
    this.node.style.setProperty("--cols", cols);
    const roving = (slices, name) =>
      new Roving(
        slices.map((slice) => slice.cells),
        name,
      );
    this.rovingX = roving(this.x, (i) => `x[${i.join(", ")}] is ${this.text(this.x, i)}`);
    this.rovingW = roving(this.w, (i) => `${this.weightName(i)} is ${this.text(this.w, i)}`);
    this.rovingY = at && roving(this.y, (i) => `y[${i.join(", ")}] is ${this.text(this.y, i)}`);
    this.show(Math.min(this.front, D - 1));
  }

  text(slices, [slice, row, col]) {
    return slices[slice].cells[row][col].textContent;
  }

  weightName([n, row, col]) {
    const [k, c] = this.filterOf(n);
    return c < this.size.D ? `w[${[k, c, row, col].join(", ")}]` : `bias b[${k}]`;
  }

  // Of the n-th slice of all filters, in which a bias follows the weights: the filter and the depth slice.
  filterOf(n) {
    const each = this.size.D + 1;
    return [Math.floor(n / each), n % each];
  }

  slice(name, rows, extra) {
    return h(
      "div",
      { class: "cs-slice", role: "rowgroup", "aria-label": name },
      h("div", { class: "cs-slice-name", "aria-hidden": "true" }, name),
      h("div", { class: "cs-field" }, rows.lines, extra),
    );
  }

  part(kind, title, detail, body, foot) {
    return h(
      "div",
      { class: `cs-part cs-part-${kind}` },
      h("div", { class: "cs-part-name" }, h("b", {}, title), h("span", {}, detail)),
      body,
      foot,
    );
  }

  // Numbered buttons, one of them pressed: which slice or filter is in view where there is room for one.
  tabs(kind, label, name, count, press) {
    const tabs = Array.from({ length: count }, (_, n) =>
      h("button", { type: "button", "aria-label": `${name} ${n}`, onclick: () => press(n) }, String(n)),
    );
    const node = h("span", { class: `cs-choose cs-choose-${kind}`, role: "group", "aria-label": label }, tabs);
    return {
      node: count > 1 ? node : null,
      press: (n) => tabs.forEach((tab, m) => tab.setAttribute("aria-pressed", m === n)),
    };
  }

  inputPart() {
    const { D, H, W } = this.size;
    this.inputSlices = this.x.map((rows, c) => this.slice(`x[${c}]`, rows, this.frames[c]));
    this.depths = this.tabs("slice", "Depth slice in view", "Slice", D, (c) => this.show(c));
    const label = `Input x, ${W}×${H}×${D}. Enter edits a number.`;
    const grid = h("div", { class: "cs-slices", role: "grid", "aria-label": label }, this.inputSlices);
    listenNumbers(this, grid, "x");
    this.legend = h("div", { class: "cs-legend" });
    return this.part("x", "Input x", [`${W}×${H}×${D}`, this.depths.node], grid, this.legend);
  }

  filterPart() {
    const { D, K, F } = this.size;
    this.columns = Array.from({ length: K }, (_, k) => {
      const own = this.w.slice(k * (D + 1), (k + 1) * (D + 1));
      const slices = own.map((rows, c) => this.slice(c < D ? `w[${k}, ${c}]` : `b[${k}]`, rows));
      slices.at(-1).classList.add("cs-bias");
      return h("div", { class: "cs-filter" }, slices);
    });
    this.filters = this.tabs("filter", "Filter in view", "Filter", K, (k) => this.on.move({ k }));
    const label = `Filters w and biases b, ${K} of ${F}×${F}×${D}. Enter edits a number.`;
    const grid = h("div", { class: "cs-filters", role: "grid", "aria-label": label }, this.columns);
    listenNumbers(this, grid, "w");
    const size = `${F}×${F}×${D}`;
    const many = h("span", { class: "cs-many" }, `${K} of ${size}`);
    return K > 1
      ? this.part("w", "Filters w", [many, this.filters.node], grid)
      : this.part("w", "Filter w", size, grid);
  }

  outputPart() {
    const { K, H2, W2 } = this.size;
    const none = () => h("p", { class: "cs-none" }, "The window is larger than the padded input.");
    if (!this.y.length) return this.part("y", "Output y", "none", none());
    const help = "Arrows move the window, space plays, Enter steps, Page Up and Page Down change the filter.";
    this.maps = this.y.map((rows, k) => this.slice(`y[${k}]`, rows));
    const label = `Output y, ${W2}×${H2}×${K}. ${help}`;
    const grid = h("div", { class: "cs-slices", role: "grid", "aria-label": label }, this.maps);
    listenOutput(this, grid);
    return this.part("y", "Output y", `${W2}×${H2}×${K}`, grid);
  }

  // ---- numbers: new texts and marks in the elements that are there ------------------------------------
  values(s) {
    const { P, H, W } = this.size;
    this.s = s;
    const cells = (slices) => slices.map((slice) => slice.cells);
    const y = this.y.length ? forward(s) : [];
    write(cells(this.x), s.x);
    write(
      cells(this.w),
      s.w.flatMap((filter, k) => [...filter, [[s.b[k]]]]),
    );
    write(cells(this.y), y);
    this.letters = { cell: letters(s.x, s.w, s.b), out: letters(y), product: letters(largestProducts(s)) };
    this.seen = readers(s);
    for (const { field } of this.x) {
      field.forEach((line, r) => line.forEach((cell, c) => cell.classList.toggle("cs-unread", !this.seen[r][c])));
    }
    const lost = this.seen.some((line, r) => line.some((n, c) => !n && r >= P && r < P + H && c >= P && c < P + W));
    const ring = this.seen.some((line) => line.includes(0));
    const entry = (kind, text) => h("span", {}, h("i", { class: `cs-cell ${kind}`, "aria-hidden": "true" }), text);
    this.legend.replaceChildren(
      entry("cs-tap", "window"),
      ...(P ? [entry("cs-zero", "padding")] : []),
      ...(ring ? [entry(lost ? "cs-unread" : "cs-zero cs-unread", "read by no window")] : []),
    );
  }

  // ---- position: the only work of a step --------------------------------------------------------------
  // The focus goes along, if it is in the output and nothing is playing.
  move(s) {
    const { D, P, F } = this.size;
    const at = place(s);
    const span = dilatedSize(F, s.dilation);
    this.s = s;
    for (const cell of this.marked) {
      cell.classList.remove("cs-tap", "cs-here");
      cell.pair = null;
    }
    this.marked = [];
    const [top, left] = at ? [at.row * s.stride, at.col * s.stride] : [0, 0];
    for (const frame of this.frames) {
      frame.style.setProperty("--top", top);
      frame.style.setProperty("--left", left);
      frame.style.setProperty("--span", span);
      frame.classList.toggle("cs-too-large", !at);
    }
    this.calc = at && calculation(s, at.row, at.col, at.k);
    for (const { i, j, r, c } of at ? this.calc.window : []) {
      for (let d = 0; d < D; d++) this.mark(this.x[d].field[r + P][c + P], "cs-tap", [d, i, j]);
    }
    const k = at ? at.k : Math.min(s.k, this.size.K - 1);
    if (k !== this.k) this.activate(k);
    this.sum.show(this.calc, at, k);
    if (!at) return;
    const here = this.y[at.k].cells[at.row][at.col];
    this.mark(here, "cs-here", null);
    const held = this.y[0].lines[0].closest("[role=grid]").contains(document.activeElement);
    this.rovingY.point([at.k, at.row, at.col], held && !this.on.playing());
    if (this.scrolls) this.reveal(this.inputSlices[this.front], left, span, this.cell);
    if (this.scrolls) this.reveal(this.maps[k], at.col, 1, this.out);
  }

  // Where a slice is wider than the page, bring the cells in view to its middle.
  reveal(slice, first, count, cell) {
    slice.scrollLeft = (first + count / 2) * cell - slice.clientWidth / 2;
  }

  activate(k) {
    this.columns.forEach((column, n) => column.classList.toggle("cs-active", n === k));
    this.filters.press(k);
    this.maps?.forEach((map, n) => map.classList.toggle("cs-active", n === k));
    this.k = k;
    this.followFront();
  }

  // Bring a depth slice to the front: the one that is seen where there is room for one.
  show(front) {
    this.front = front;
    this.depths.press(front);
    for (const slices of [this.inputSlices, ...this.columns.map((column) => [...column.children].slice(0, -1))])
      slices.forEach((slice, c) => slice.classList.toggle("cs-front", c === front));
    this.followFront();
  }

  // Tab reaches a number that is in view: one of the front slice, of the filter in view.
  followFront() {
    const { D } = this.size;
    const [, row, col] = this.rovingX.at;
    const [n, i, j] = this.rovingW.at;
    const isBias = this.filterOf(n)[1] === D;
    this.rovingX.point([this.front, row, col]);
    this.rovingW.point([(this.k ?? 0) * (D + 1) + (isBias ? D : this.front), i, j]);
  }

  mark(cell, name, pair) {
    cell.classList.add(name);
    cell.pair = pair;
    this.marked.push(cell);
  }

  // ---- pointing: the same place in window, filter and products; the outputs that read an input cell -----
  hint(cell) {
    for (const marked of this.hot) marked.classList.remove("cs-hot", "cs-reads");
    this.hot = [];
    const kind = cell?.closest(".cs-part-x") ? "x" : cell?.closest(".cs-part-w") ? "w" : null;
    let pair = cell?.pair;
    if (kind === "w" && cell.at) {
      const [k, c] = this.filterOf(cell.at[0]);
      if (k === this.k && c < this.size.D) pair = [c, cell.at[1], cell.at[2]];
    }
    if (pair && this.calc) this.link(pair);
    else if (kind === "x" && cell.at) this.trace(cell.at);
    else this.on.note("");
  }

  link([c, i, j]) {
    const tap = this.calc.window.find((t) => t.i === i && t.j === j);
    const P = this.size.P;
    this.hot = [
      this.x[c].field[tap.r + P][tap.c + P],
      this.w[this.k * (this.size.D + 1) + c].cells[i][j],
      this.sum.products[c][i][j],
    ];
    for (const cell of this.hot) cell.classList.add("cs-hot");
    const zero = tap.inside ? "" : ": the window reads a zero of the padding here";
    this.on.note(product(tap.inside ? this.s.x[c][tap.r][tap.c] : 0, this.s.w[this.k][c][i][j]) + zero);
  }

  trace([c, r, col]) {
    const { H2, W2, P } = this.size;
    const reads = [];
    for (let i = 0; i < H2; i++) {
      for (let j = 0; j < W2; j++) if (taps(this.s, i, j).some((t) => t.r === r && t.c === col)) reads.push([i, j]);
    }
    this.hot = reads.flatMap(([i, j]) => this.y.map((slice) => slice.cells[i][j]));
    for (const cell of this.hot) cell.classList.add("cs-reads");
    const n = this.seen[r + P][col + P];
    this.on.note(
      `x[${[c, r, col].join(", ")}] = ${number(this.s.x[c][r][col])} is read by ${n === 0 ? "no window" : n === 1 ? "one window" : `${n} windows`}`,
    );
  }

  // Whether new numbers need other cells.
  get cramped() {
    return JSON.stringify(this.letters) !== this.fitted;
  }

  fit(width) {
    const count = this.letters;
    const least = Object.fromEntries(Object.entries(count).map(([name, n]) => [name, leastCell(n)]));
    const { mode, cell, out, single, flat, product: wide } = arrange(width, this.size, least);
    this.fitted = JSON.stringify(count);
    this.scrolls = this.size.cols * cell > width || this.size.W2 * out > width;
    Object.assign(this, { cell, out });
    this.node.className = `cs-stage cs-mode-${mode}${single ? " cs-single" : ""}${flat ? " cs-flat" : ""}${this.scrolls ? " cs-scrolls" : ""}`;
    for (const [name, value] of [
      ["--c", cell],
      ["--o", out],
      ["--p", wide],
      ["--text", textSize(cell, count.cell)],
      ["--out-text", textSize(out, count.out)],
      ["--product-text", textSize(wide, count.product)],
    ])
      this.node.style.setProperty(name, `${value}px`);
  }
}

// The products that take the most room: the largest number, with a minus, by the largest weight.
function largestProducts(s) {
  const largest = (values) => Math.max(...values.flat(3).map(Math.abs));
  const all = [s.x, s.w].flat(4);
  return all.every(Number.isInteger) ? [-largest(s.x) * largest(s.w)] : [-0.55, -largest(s.x) * largest(s.w)];
}
