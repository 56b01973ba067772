// The picture of Im2col: the input, X_col, W_row, their product Y, and the output that Y is cut into.
import { shape } from "../shared/conv.js";
import { h } from "../shared/dom.js";
import { Roving, sliceRows, write } from "../shared/grid.js";
import { number } from "../shared/numerals.js";
import { leastCell, letters, textSize } from "../shared/room.js";
import { arrange } from "./layout.js";
import { copiesMessage, entry, originMessage } from "./messages.js";
import { chosen, copies, flatten, multiply, stretch, windowAt } from "./model.js";

const KEYS = "Arrows move the window, space plays, Enter steps.";

export class Picture {
  // on: { move(window), choose(cell), play(), step(n), note(text), hold(), playing() }
  constructor(on) {
    this.on = on;
    this.node = h("div", { class: "cs-matrices" });
    this.node.addEventListener("pointerover", (event) => this.hover(event));
    this.node.addEventListener("pointerleave", () => this.hint(null));
    this.node.addEventListener("click", (event) => this.click(event.target.closest(".cs-cell")));
    this.node.addEventListener("focusin", (event) => event.target.at && this.hint(event.target));
  }

  // ---- structure: new elements for new sizes -------------------------------------------------------
  build(s) {
    const { D, H, W, K, F, P, H2, W2 } = shape(s);
    const rows = D * F * F;
    const columns = H2 * W2;
    Object.assign(this, { size: { D, H, W, K, F, P, H2, W2, rows, columns }, lit: [], hot: [] });
    this.x = Array.from({ length: D }, (_, c) => sliceRows(c, H, W, P));
    this.col = sliceRows(0, rows, columns);
    this.maps = Array.from({ length: K }, (_, k) => sliceRows(k, H2, W2));
    const plain = (count) =>
      Array.from({ length: K }, () => Array.from({ length: count }, () => h("span", { class: "cs-cell" })));
    Object.assign(this, { row: plain(rows), bias: plain(1), y: plain(columns) });
    this.numberWindows();
    this.frames = this.x.map(() => h("div", { class: "cs-window" }));
    this.bar = h("div", { class: "cs-window cs-column" });
    this.scroll = h("div", { class: "cs-right" }, this.colPart(), this.yPart());
    const left = h("div", { class: "cs-left" }, this.inputPart(), this.rowPart());
    this.node.replaceChildren(left, this.scroll, this.legendPart(), this.mapsPart());
    this.node.style.setProperty("--rows", H + 2 * P);
    this.node.style.setProperty("--cols", W + 2 * P);
    this.node.style.setProperty("--span", F);
    const roving = (slices, name) =>
      new Roving(
        slices.map((slice) => slice.cells),
        name,
      );
    this.rovingX = roving(this.x, (at) => this.cellName(at));
    this.rovingCol = roving(
      [this.col],
      ([, r, n]) => `${entry("X_col", [r, n])} is ${this.col.cells[r][n].textContent}`,
    );
    this.rovingY = roving(
      this.maps,
      ([k, r, c]) => `${entry("y", [k, r, c])} is ${this.maps[k].cells[r][c].textContent}`,
    );
  }

  // The cells that belong to a window know it.
  numberWindows() {
    const { W2 } = this.size;
    for (const line of [...this.col.cells, ...this.y])
      line.forEach((cell, n) => {
        cell.window = n;
      });
    for (const { cells } of this.maps)
      cells.forEach((line, r) =>
        line.forEach((cell, c) => {
          cell.window = r * W2 + c;
        }),
      );
    this.row.forEach((line) =>
      line.forEach((cell, r) => {
        cell.tap = r;
      }),
    );
  }

  cellName([c, r, col]) {
    const count = this.counts?.[r][col] ?? 0;
    return `${entry("x", [c, r, col])} is ${this.x[c].cells[r][col].textContent}, ${count} ${count === 1 ? "time" : "times"} in X_col`;
  }

  part(kind, name, title, detail, ...body) {
    return h(
      "div",
      { class: `cs-part cs-part-${kind} cs-${name}` },
      h("div", { class: "cs-part-name" }, h("b", {}, title), h("span", {}, detail)),
      body,
    );
  }

  slice(name, rows, extra) {
    return h(
      "div",
      { class: "cs-slice", role: "rowgroup", "aria-label": name },
      h("div", { class: "cs-slice-name", "aria-hidden": "true" }, name),
      h("div", { class: "cs-field" }, rows.lines, extra),
    );
  }

  inputPart() {
    const { D, H, W } = this.size;
    const help = "Arrows choose a cell, Enter shows all its copies, Escape hides them.";
    const grid = h(
      "div",
      { class: "cs-volume-slices", role: "grid", "aria-label": `Input x, ${W}×${H}×${D}. ${help}` },
      this.x.map((rows, c) => this.slice(`x[${c}]`, rows, this.frames[c])),
    );
    grid.addEventListener("keydown", (event) => {
      const at = this.rovingX.key(event);
      if (at) this.rovingX.point(at, true);
      else if (event.key === "Enter" || event.key === " ") this.choose(this.rovingX.at);
      else if (event.key === "Escape") this.on.choose([]);
      else return;
      event.preventDefault();
    });
    return this.part("x", "input", "Input x", `${W}×${H}×${D}`, grid);
  }

  colPart() {
    const { D, F, rows, columns } = this.size;
    const labels = h(
      "div",
      { class: "cs-blocks", "aria-hidden": "true" },
      Array.from({ length: D }, (_, c) => h("span", {}, `x[${c}]`)),
    );
    this.heads = Array.from({ length: columns }, (_, n) => h("span", {}, String(n)));
    const heads = h("div", { class: "cs-heads", "aria-hidden": "true" }, this.heads);
    labels.style.setProperty("--taps", F * F);
    this.col.lines.forEach((line, r) => line.classList.toggle("cs-next", r > 0 && r % (F * F) === 0));
    const grid = h(
      "div",
      {
        class: "cs-field",
        role: "grid",
        "aria-label": `X_col, ${rows} rows, ${columns} columns: one for each window. ${KEYS}`,
      },
      this.col.lines,
      this.bar,
    );
    this.listen(
      grid,
      () => this.rovingCol,
      ([, , n]) => n,
    );
    return this.part(
      "x",
      "xcol",
      "X_col",
      `${rows}×${columns}: a column for each window`,
      heads,
      h("div", { class: "cs-labelled" }, labels, grid),
    );
  }

  rowPart() {
    const { F, K, rows } = this.size;
    for (const line of this.row)
      line.forEach((cell, r) => cell.classList.toggle("cs-next", r > 0 && r % (F * F) === 0));
    this.rowField = this.plain(this.row);
    this.biasField = this.plain(this.bias);
    this.weights = h(
      "div",
      { class: "cs-weights", role: "group", "aria-label": "W_row and b" },
      this.part("w", "wrow", "W_row", `${K}×${rows}: a row for each filter`, this.rowField),
      this.part("w", "bias", "b", `${K}`, this.biasField),
    );
    return this.weights;
  }

  plain(lines) {
    return h(
      "div",
      { class: "cs-field", role: "img" },
      lines.map((line) => h("div", { class: "cs-row" }, line)),
    );
  }

  yPart() {
    const { K, columns } = this.size;
    this.yField = this.plain(this.y);
    return this.part(
      "y",
      "ymatrix",
      "Y = W_row · X_col + b",
      `${K}×${columns}`,
      h("div", { class: "cs-labelled" }, this.yField),
    );
  }

  mapsPart() {
    const { K, H2, W2 } = this.size;
    const grid = h(
      "div",
      { class: "cs-volume-slices", role: "grid", "aria-label": `Output y, ${W2}×${H2}×${K}. ${KEYS}` },
      this.maps.map((rows, k) => this.slice(`y[${k}]`, rows)),
    );
    this.listen(
      grid,
      () => this.rovingY,
      ([, r, c]) => r * W2 + c,
    );
    return this.part("y", "output", "Output y", `${W2}×${H2}×${K}: Y, reshaped`, grid);
  }

  legendPart() {
    this.legend = h("div", { class: "cs-legend" });
    return h("div", { class: "cs-key" }, this.legend);
  }

  // ---- mouse and keyboard --------------------------------------------------------------------------
  listen(grid, roving, windowOf) {
    grid.addEventListener("keydown", (event) => {
      const at = roving().key(event);
      if (at) {
        this.on.hold();
        roving().point(at, true);
        this.on.move(windowOf(at));
      } else if (event.key === " ") this.on.play();
      else if (event.key === "Enter") this.on.step(1);
      else if (event.key === "Escape") this.on.choose([]);
      else return;
      event.preventDefault();
    });
  }

  hover(event) {
    const cell = event.target.closest(".cs-cell");
    if (cell?.window !== undefined && event.pointerType === "mouse" && !this.on.playing()) this.on.move(cell.window);
    this.hint(cell);
  }

  click(cell) {
    if (!cell) return;
    this.on.hold();
    const roving = cell.at && [this.rovingX, this.rovingCol, this.rovingY].find((one) => one.cell(cell.at) === cell);
    roving?.point(cell.at, true);
    if (cell.window !== undefined) this.on.move(cell.window);
    else if (roving === this.rovingX) this.choose(cell.at);
  }

  // Choose a cell; once more, and it is let go.
  choose(at) {
    this.on.choose(String(at) === String(chosen(this.s)) ? [] : at);
  }

  // ---- numbers: new texts in the elements that are there ----------------------------------------------
  values(s) {
    const { P, W2, H2 } = this.size;
    const wRow = flatten(s);
    this.s = s;
    this.entries = stretch(s);
    this.results = multiply(wRow, this.entries, s.b);
    this.counts = copies(s);
    this.letters = { cell: letters(wRow, s.b, this.results), input: letters(s.x) };
    write(
      this.x.map((slice) => slice.cells),
      s.x,
    );
    write(
      [this.row, this.bias, this.y, this.col.cells],
      [wRow, s.b.map((b) => [b]), this.results, this.entries.map((line) => line.map(({ value }) => value))],
    );
    write(
      this.maps.map((slice) => slice.cells),
      this.results.map((line) => Array.from({ length: H2 }, (_, r) => line.slice(r * W2, (r + 1) * W2))),
    );
    this.entries.forEach((line, r) =>
      line.forEach(({ from }, n) => this.col.cells[r][n].classList.toggle("cs-zero", !from)),
    );
    for (const { cells } of this.x)
      cells.forEach((line, r) => line.forEach((cell, c) => cell.classList.toggle("cs-unread", !this.counts[r][c])));
    this.label(wRow);
    const entries = [
      ["cs-tap", "the window and its column"],
      ["cs-copy", "a cell that you click, and its copies"],
      ...(P ? [["cs-zero", "padding"]] : []),
      ...(this.counts.flat().includes(0) ? [["cs-unread", "read by no window"]] : []),
    ];
    this.legend.replaceChildren(
      ...entries.map(([kind, text]) =>
        h("span", {}, h("i", { class: `cs-cell ${kind}`, "aria-hidden": "true" }), text),
      ),
    );
    for (const one of [this.rovingX, this.rovingCol, this.rovingY]) one.point(one.at);
  }

  // The matrices that no key moves in are told as a whole.
  label(wRow) {
    const told = (name, lines) =>
      `${name}: ${lines.map((line, k) => `row ${k}: ${line.map(number).join(", ")}`).join("; ")}`;
    this.rowField.setAttribute("aria-label", told("W_row", wRow));
    this.biasField.setAttribute("aria-label", `b: ${this.s.b.map(number).join(", ")}`);
    this.yField.setAttribute("aria-label", told("Y", this.results));
  }

  // ---- position: the only work of a step --------------------------------------------------------------
  move(s) {
    const { n, row, col } = windowAt(s);
    const { F } = this.size;
    const top = row * s.stride;
    const left = col * s.stride;
    this.s = s;
    for (const cell of this.lit) cell.classList.remove("cs-tap", "cs-here");
    for (const [name, value] of [
      ["--top", top],
      ["--left", left],
      ["--window", n],
    ])
      this.node.style.setProperty(name, value);
    const taps = this.x.flatMap(({ field }) => field.slice(top, top + F).flatMap((line) => line.slice(left, left + F)));
    const read = [...taps, ...this.col.cells.map((line) => line[n]), this.heads[n]];
    const made = [...this.y.map((line) => line[n]), ...this.maps.map(({ cells }) => cells[row][col])];
    for (const cell of read) cell.classList.add("cs-tap");
    for (const cell of made) cell.classList.add("cs-here");
    this.lit = [...read, ...made];
    this.follow(this.rovingCol, [0, this.rovingCol.at[1], n]);
    this.follow(this.rovingY, [this.rovingY.at[0], row, col]);
    this.reveal(this.col.cells[0][n]);
    this.hint(
      this.node.contains(document.activeElement) && !this.on.playing() && document.activeElement.at
        ? document.activeElement
        : null,
    );
  }

  // The focus goes along, if it is in that grid and nothing is playing.
  follow(roving, at) {
    roving.point(at, roving.cell(roving.at) === document.activeElement && !this.on.playing());
  }

  // Where X_col is wider than the page, bring its lit column into sight.
  reveal(cell) {
    const { scrollLeft, clientWidth, scrollWidth } = this.scroll;
    if (scrollWidth <= clientWidth) return;
    const left = cell.getBoundingClientRect().left - this.scroll.getBoundingClientRect().left + scrollLeft;
    if (left < scrollLeft || left + cell.offsetWidth + 4 > scrollLeft + clientWidth)
      this.scroll.scrollLeft = left - clientWidth / 2;
  }

  // ---- pointing: where an entry comes from; where a cell was copied to ---------------------------------
  hint(cell) {
    for (const marked of this.hot) marked.classList.remove("cs-hot", "cs-copy");
    this.hot = [];
    const { n } = windowAt(this.s);
    const at = cell && this.rovingX.cell(cell.at ?? []) === cell ? cell.at : chosen(this.s);
    if (at) this.trace(at);
    if (cell?.tap !== undefined) this.link(cell.tap, n);
    else if (cell?.at && this.col.cells[cell.at[1]]?.[cell.at[2]] === cell) this.link(cell.at[1], n);
    else this.on.note(at ? copiesMessage(this.s, at, this.entries) : "");
  }

  // One row of X_col at one window: the entry, its weights, the cell of the input.
  link(r, n) {
    const { F } = this.size;
    const { row, col } = windowAt(this.s);
    const { stride } = this.s;
    const c = Math.floor(r / (F * F));
    const cell = this.x[c].field[row * stride + (Math.floor(r / F) % F)][col * stride + (r % F)];
    this.mark("cs-hot", [cell, this.col.cells[r][n], ...this.row.map((line) => line[r])]);
    this.on.note(originMessage(F, [r, n], this.entries[r][n]));
  }

  trace([c, row, col]) {
    const same = ({ from }) => from && from[0] === c && from[1] === row && from[2] === col;
    const found = this.entries.flatMap((line, r) =>
      line.flatMap((one, n) => (same(one) ? [this.col.cells[r][n]] : [])),
    );
    this.mark("cs-copy", [this.x[c].cells[row][col], ...found]);
  }

  mark(name, cells) {
    for (const cell of cells) cell.classList.add(name);
    this.hot.push(...cells);
  }

  // Whether new numbers need other cells.
  get cramped() {
    return JSON.stringify(this.letters) !== this.fitted;
  }

  fit(width) {
    const count = this.letters;
    const least = { cell: leastCell(Math.max(count.cell, count.input)), input: leastCell(count.input) };
    const { mode, cell, input, output = cell, slices, maps, apart } = arrange(width, this.size, least);
    const marks = { "cs-down": slices === 1, "cs-maps-down": maps === 1, "cs-apart": apart };
    this.fitted = JSON.stringify(count);
    this.node.className = `cs-matrices cs-mode-${mode}`;
    for (const [name, is] of Object.entries(marks)) this.node.classList.toggle(name, Boolean(is));
    for (const [name, value] of [
      ["--c", cell],
      ["--o", output],
      ["--input", input],
      ["--text", textSize(cell, Math.max(count.cell, count.input))],
      ["--out-text", textSize(output, count.cell)],
      ["--input-text", textSize(input, count.input)],
    ])
      this.node.style.setProperty(name, `${value}px`);
    if (this.weights.scrollWidth > this.weights.clientWidth)
      this.weights.setAttribute("tabindex", "0"); // to be scrolled by keys
    else this.weights.removeAttribute("tabindex");
  }
}
