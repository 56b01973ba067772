// The picture: input, filters, the calculation and the output, each depth slice in a row.
import { calculation, forward, place, readers, shape, taps } from "../shared/conv.js";
import { h, say } from "../shared/dom.js";
import { edit, Roving, sliceRows, write, writeCell } from "../shared/grid.js";
import { number, product, short } from "../shared/numerals.js";
import { dilatedSize } from "../shared/sizing.js";
import { arrange } from "./layout.js";

export class Picture {
  // on: { move(at), number(kind, at, value), play(), step(n), refuse(text), note(text), hold() }
  constructor(on) {
    this.on = on;
    this.node = h("div", { class: "cs-stage" });
    this.node.addEventListener("pointerover", (event) => this.hint(event.target.closest(".cs-cell")));
    this.node.addEventListener("pointerleave", () => this.hint(null));
  }

  // ---- structure: new elements for new sizes -------------------------------------------------------
  build(s) {
    const size = shape(s);
    const { D, H, W, K, F, P, H2, W2 } = size;
    const at = place(s);
    Object.assign(this, { size, marked: [], hot: [], k: null, maps: null });
    this.x = Array.from({ length: D }, (_, c) => sliceRows(c, H, W, P));
    this.w = Array.from({ length: K * (D + 1) }, (_, n) => (n % (D + 1) < D ? sliceRows(n, F, F) : sliceRows(n, 1, 1)));
    this.y = at ? Array.from({ length: K }, (_, k) => sliceRows(k, H2, W2)) : [];
    this.frames = this.x.map(() => h("div", { class: "cs-window" }));
    this.node.replaceChildren(this.inputPart(), this.filterPart(), this.sumPart(), this.outputPart());
    const reach = at ? 0 : dilatedSize(F, s.dilation); // a window that is too large is drawn all the same
    this.node.style.setProperty("--rows", Math.max(H + 2 * P, F, reach));
    this.node.style.setProperty("--cols", Math.max(W + 2 * P, reach));
    const roving = (slices, name) =>
      new Roving(
        slices.map((slice) => slice.cells),
        name,
      );
    this.rovingX = roving(this.x, (i) => `x[${i.join(", ")}] is ${this.text(this.x, i)}`);
    this.rovingW = roving(this.w, (i) => `${this.weightName(i)} is ${this.text(this.w, i)}`);
    this.rovingY = at && roving(this.y, (i) => `y[${i.join(", ")}] is ${this.text(this.y, i)}`);
  }

  text(slices, [slice, row, col]) {
    return slices[slice].cells[row][col].textContent;
  }

  weightName([n, row, col]) {
    const D = this.size.D;
    const k = Math.floor(n / (D + 1));
    const c = n % (D + 1);
    return c < D ? `w[${[k, c, row, col].join(", ")}]` : `bias b[${k}]`;
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

  inputPart() {
    const { D, H, W } = this.size;
    const grid = h(
      "div",
      {
        class: "cs-slices",
        role: "grid",
        "aria-label": `Input x, ${W}×${H}×${D}. Enter edits a number.`,
      },
      this.x.map((rows, c) => this.slice(`x[${c}]`, rows, this.frames[c])),
    );
    this.listen(grid, () => this.rovingX, "x");
    this.legend = h("div", { class: "cs-legend" });
    return this.part("x", "Input x", `${W}×${H}×${D}`, grid, this.legend);
  }

  filterPart() {
    const { D, K, F } = this.size;
    this.columns = Array.from({ length: K }, (_, k) => {
      const own = this.w.slice(k * (D + 1), (k + 1) * (D + 1));
      return h(
        "div",
        { class: "cs-filter" },
        own.map((rows, c) => this.slice(c < D ? `w[${k}, ${c}]` : `b[${k}]`, rows)),
      );
    });
    this.columns.forEach((column) => column.lastChild.classList.add("cs-bias"));
    this.tabs = Array.from({ length: K }, (_, k) =>
      h("button", { type: "button", "aria-label": `Filter ${k}`, onclick: () => this.on.move({ k }) }, String(k)),
    );
    const choose = h("span", { class: "cs-choose", role: "group", "aria-label": "Filter in view" }, this.tabs);
    const grid = h(
      "div",
      {
        class: "cs-filters",
        role: "grid",
        "aria-label": `Filters w and biases b, ${K} of ${F}×${F}×${D}. Enter edits a number.`,
      },
      this.columns,
    );
    this.listen(grid, () => this.rovingW, "w");
    return this.part(
      "w",
      K > 1 ? "Filters w" : "Filter w",
      K > 1 ? [h("span", { class: "cs-many" }, `${K} of ${F}×${F}×${D}`), choose] : `${F}×${F}×${D}`,
      grid,
    );
  }

  sumPart() {
    const { D, F } = this.size;
    const square = () =>
      Array.from({ length: F }, () => Array.from({ length: F }, () => h("span", { class: "cs-cell" })));
    this.products = Array.from({ length: D }, square);
    this.sums = this.products.map(() => h("b", { class: "cs-sum" }));
    this.names = this.products.map(() => h("div", { class: "cs-slice-name" }));
    this.blocks = this.products.map((rows, c) =>
      h(
        "div",
        { class: "cs-slice cs-product", role: "img" },
        this.names[c],
        h(
          "div",
          { class: "cs-equation" },
          h(
            "div",
            { class: "cs-field" },
            rows.map((row) => h("div", { class: "cs-row" }, row)),
          ),
          this.sums[c],
        ),
      ),
    );
    this.bias = h("b", { class: "cs-sum" });
    this.total = h("b", { class: "cs-sum cs-total" });
    this.totalName = h("span", {});
    const foot = h(
      "div",
      { class: "cs-bias cs-addition" },
      h("div", {}, h("span", {}, "bias"), this.bias),
      h("div", { class: "cs-result" }, this.totalName, this.total),
    );
    return h(
      "div",
      { class: "cs-part cs-part-sum" },
      h(
        "div",
        { class: "cs-part-name" },
        h("b", {}, "Window × filter"),
        h("span", {}, h("span", {}, "products"), h("span", {}, "sum")),
      ),
      h("div", { class: "cs-slices" }, this.blocks, foot),
    );
  }

  outputPart() {
    const { K, H2, W2 } = this.size;
    if (!this.y.length)
      return this.part(
        "y",
        "Output y",
        "none",
        h("p", { class: "cs-none" }, "The window is larger than the padded input."),
      );
    const help = "Arrows move the window, space plays, Enter steps, Page Up and Page Down change the filter.";
    this.maps = this.y.map((rows, k) => this.slice(`y[${k}]`, rows));
    const grid = h(
      "div",
      { class: "cs-slices", role: "grid", "aria-label": `Output y, ${W2}×${H2}×${K}. ${help}` },
      this.maps,
    );
    this.listenOutput(grid);
    return this.part("y", "Output y", `${W2}×${H2}×${K}`, grid);
  }

  // ---- mouse and keyboard --------------------------------------------------------------------------
  listen(grid, roving, kind) {
    const open = (at, first) => {
      const cell = roving().cell(at);
      const [n, row, col] = at;
      const D = this.size.D;
      const index = kind === "x" ? at : [Math.floor(n / (D + 1)), n % (D + 1), row, col];
      this.on.hold();
      edit(cell, {
        value: this.value(kind, index),
        name: kind === "x" ? `x[${at.join(", ")}]` : this.weightName(at),
        first,
        take: (value) => this.on.number(kind, index, value),
        refuse: this.on.refuse,
      });
    };
    const go = (at) => {
      if (kind === "w") this.on.move({ k: Math.floor(at[0] / (this.size.D + 1)) });
      roving().point(at, true);
    };
    grid.addEventListener("click", (event) => {
      const cell = event.target.closest(".cs-cell");
      if (!cell?.at || event.target.tagName === "INPUT") return;
      go(cell.at);
      open(cell.at);
    });
    grid.addEventListener("focusin", (event) => event.target.at && this.hint(event.target));
    grid.addEventListener("keydown", (event) => {
      if (event.target.tagName === "INPUT") return;
      const at = roving().key(event);
      if (at) go(at);
      else if (event.key === "Enter" || event.key === "F2") open(roving().at);
      else if (/^[-\d]$/.test(event.key) && !event.ctrlKey && !event.metaKey) open(roving().at, event.key);
      else return;
      event.preventDefault();
    });
  }

  value(kind, [a, b, c, d]) {
    if (kind === "x") return this.s.x[a][b][c];
    return b < this.size.D ? this.s.w[a][b][c][d] : this.s.b[a];
  }

  listenOutput(grid) {
    const under = (event) => {
      const cell = grid.getRootNode().elementFromPoint(event.clientX, event.clientY)?.closest(".cs-cell");
      return cell && grid.contains(cell) ? cell.at : null;
    };
    const go = (at, focus) => {
      this.on.move({ k: at[0], row: at[1], col: at[2] });
      if (focus) this.rovingY.point(at, true);
    };
    grid.addEventListener("pointerdown", (event) => {
      const at = under(event);
      if (!at) return;
      event.preventDefault(); // no text selection; the focus is set here
      this.on.hold();
      go(at, true);
    });
    grid.addEventListener("pointermove", (event) => {
      const at = event.pointerType === "mouse" || event.pressure > 0 ? under(event) : null;
      if (at && !(this.on.playing() && !event.buttons)) go(at, false);
    });
    grid.addEventListener("keydown", (event) => {
      const at = this.rovingY.key(event);
      if (at) {
        this.on.hold();
        go(at, true);
      } else if (event.key === " ") this.on.play();
      else if (event.key === "Enter") this.on.step(1);
      else return;
      event.preventDefault();
    });
  }

  // ---- numbers: new texts and marks in the elements that are there ------------------------------------
  values(s) {
    const { D, K, P, H, W } = this.size;
    this.s = s;
    write(
      this.x.map((slice) => slice.cells),
      s.x,
    );
    write(
      this.w.map((slice) => slice.cells),
      Array.from({ length: K * (D + 1) }, (_, n) => {
        const k = Math.floor(n / (D + 1));
        const c = n % (D + 1);
        return c < D ? s.w[k][c] : [[s.b[k]]];
      }),
    );
    if (this.y.length)
      write(
        this.y.map((slice) => slice.cells),
        forward(s),
      );
    this.long = [s.x, s.w].flat(5).some((value) => short(value).length > 3);
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
    this.k = k;
    this.showSum(at);
    if (!at) return;
    this.mark(this.y[at.k].cells[at.row][at.col], "cs-here", null);
    const held = this.y[0].lines[0].closest("[role=grid]").contains(document.activeElement);
    this.rovingY.point([at.k, at.row, at.col], held && !this.on.playing());
  }

  activate(k) {
    this.columns.forEach((column, n) => column.classList.toggle("cs-active", n === k));
    this.tabs.forEach((tab, n) => tab.setAttribute("aria-pressed", n === k));
    this.maps?.forEach((map, n) => map.classList.toggle("cs-active", n === k));
  }

  mark(cell, name, pair) {
    cell.classList.add(name);
    cell.pair = pair;
    this.marked.push(cell);
  }

  showSum(at) {
    const calc = this.calc;
    this.products.forEach((rows, c) => {
      rows.forEach((row, i) =>
        row.forEach((cell, j) => {
          cell.pair = [c, i, j];
          if (calc) writeCell(cell, calc.products[c][i][j]);
          else say(cell, "–");
        }),
      );
      say(this.names[c], `x[${c}] × w[${this.k}, ${c}]`);
      say(this.sums[c], calc ? number(calc.sums[c]) : "–");
      this.blocks[c].setAttribute(
        "aria-label",
        calc
          ? `Slice ${c}: products ${calc.products[c].flat().map(number).join(", ")}; sum ${number(calc.sums[c])}`
          : `Slice ${c}: no window`,
      );
    });
    say(this.bias, calc ? `${calc.bias < 0 ? "−" : "+"} ${number(Math.abs(calc.bias))}` : "–");
    say(this.total, calc ? number(calc.total) : "–");
    this.total.classList.toggle("cs-total", Boolean(calc));
    say(this.totalName, at ? `y[${at.k}, ${at.row}, ${at.col}] =` : "no output");
  }

  // ---- pointing: the same place in window, filter and products; the outputs that read an input cell -----
  hint(cell) {
    for (const marked of this.hot) marked.classList.remove("cs-hot", "cs-reads");
    this.hot = [];
    const kind = cell?.closest(".cs-part-x") ? "x" : cell?.closest(".cs-part-w") ? "w" : null;
    const D = this.size?.D;
    let pair = cell?.pair;
    if (kind === "w" && cell.at && Math.floor(cell.at[0] / (D + 1)) === this.k && cell.at[0] % (D + 1) < D) {
      pair = [cell.at[0] % (D + 1), cell.at[1], cell.at[2]];
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
      this.products[c][i][j],
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

  fit(width) {
    const { mode, cell, out, single, product: wide } = arrange(width, this.size, this.long);
    this.node.className = `cs-stage cs-mode-${mode}${single ? " cs-single" : ""}${this.long ? " cs-fine" : ""}`;
    for (const [name, value] of [
      ["--c", cell],
      ["--o", out],
      ["--p", wide],
    ])
      this.node.style.setProperty(name, `${value}px`);
  }
}
