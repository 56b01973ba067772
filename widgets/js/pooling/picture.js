// The picture of pooling: forward from left to right, and below it backward from right to left.
import { h, say } from "../shared/dom.js";
import { edit, Roving, sliceRows } from "../shared/grid.js";
import { arrange } from "./layout.js";
import { cellMessage, gradientMessage, inCell, plain } from "./messages.js";
import { place, pool, shape, shares } from "./model.js";

const LIMIT = 999;
const NAMES = { max: "maximum", average: "average", L2: "L2 norm" };
const KEYS = "Plus and minus change a number, Enter or a digit types one.";

export class Picture {
  // on: { move(at), number(name, at, value), refuse(text), note(text), hold() }
  constructor(on) {
    this.on = on;
    this.node = h("div", { class: "cs-stage" });
    this.words = { forward: words(), backward: words() };
    this.legend = h("div", { class: "cs-legend" });
    this.words.forward.node.append(this.legend);
    this.node.addEventListener("pointerover", (event) => this.hint(event.target.closest(".cs-cell")));
    this.node.addEventListener("pointerleave", () => this.hint(null));
  }

  // ---- structure: new elements for new sizes -------------------------------------------------------
  build(s) {
    this.size = shape(s);
    const { H, W, F, H2, W2 } = this.size;
    this.marked = [];
    this.x = this.slice("x", H, W, `Input x, ${W}×${H}. ${KEYS}`);
    this.y = this.slice("y", H2, W2, `Output y, ${W2}×${H2}. Arrows move the window.`);
    this.dx = this.slice("dx", H, W, `Gradient dx of the input, ${W}×${H}.`);
    this.dy = this.slice("dy", H2, W2, `Gradient dy of the output, ${W2}×${H2}. Arrows move the window. ${KEYS}`);
    this.slices = [this.x, this.y, this.dx, this.dy];
    for (const slice of this.slices) this.listen(slice);
    this.forward = middle("Window", F);
    this.backward = middle("Shares", F);
    this.stepper = this.makeStepper();
    const output = this.part("y", "Output y", `${W2}×${H2}`, this.y.node);
    const gradient = this.part("y", "dy", "gradient of y", this.dy.node);
    this.backLane = lane(
      "backward",
      "Backward",
      this.part("x", "dx", "gradient of x", this.dx.node),
      this.backward.node,
      gradient,
      this.words.backward.node,
    );
    this.node.replaceChildren(
      lane(
        "forward",
        "Forward",
        this.part("x", "Input x", `${W}×${H}`, [this.x.node, this.stepper.node]),
        this.forward.node,
        output,
        this.words.forward.node,
      ),
      this.backLane,
    );
  }

  // A table of numbers with its rows and columns numbered.
  slice(name, rows, cols, label) {
    const { cells, lines } = sliceRows(0, rows, cols);
    const edge = (n) => h("span", { class: "cs-index", "aria-hidden": "true" }, String(n));
    lines.forEach((line, r) => line.prepend(edge(r)));
    const top = h(
      "div",
      { class: "cs-row cs-indices", "aria-hidden": "true" },
      Array.from({ length: cols }, (_, c) => edge(c)),
    );
    const grid = h("div", { role: "grid", "aria-label": label }, lines);
    const frame = name.endsWith("x") ? h("div", { class: "cs-window" }) : null;
    const slice = {
      name,
      grid,
      frame,
      cells: cells.flat(),
      node: h("div", { class: "cs-field" }, top, grid, frame),
      edits: name === "x" || name === "dy",
      moves: name.endsWith("y"),
    };
    cells.flat().forEach((cell) => {
      cell.slice = slice;
    });
    slice.roving = new Roving([cells], ([, r, c]) => `${name}[${r}, ${c}] is ${cells[r][c].textContent}`);
    return slice;
  }

  part(kind, title, detail, body) {
    return h("div", { class: `cs-part cs-part-${kind}` }, heading(title, detail), body);
  }

  // − and + for the chosen cell of the input, for those who point.
  makeStepper() {
    const button = (text, by, label) =>
      h(
        "button",
        {
          type: "button",
          class: "cs-knob-button",
          tabindex: "-1",
          "aria-label": `Chosen number: ${label}`,
          onclick: () => this.step(this.x, by),
        },
        text,
      );
    const name = h("span", { class: "cs-chosen-name" });
    const value = h("b", {});
    const node = h(
      "div",
      { class: "cs-stepper", role: "group", "aria-label": "Chosen number" },
      name,
      h("div", { class: "cs-knob-box" }, button("−", -1, "one less"), value, button("+", 1, "one more")),
    );
    return { node, name, value };
  }

  // ---- mouse and keyboard --------------------------------------------------------------------------
  listen(slice) {
    const { grid, roving } = slice;
    grid.addEventListener("click", (event) => {
      const cell = event.target.closest(".cs-cell");
      if (!cell?.at || event.target.tagName === "INPUT") return;
      const again = slice.chosen === cell;
      this.go(slice, cell.at);
      if (again && slice.edits) this.open(slice);
    });
    grid.addEventListener("focusin", (event) => event.target.at && this.hint(event.target));
    grid.addEventListener("focusout", () =>
      setTimeout(() => this.s && !grid.querySelector("input") && this.values(this.s)),
    );
    grid.addEventListener("keydown", (event) => {
      if (event.target.tagName === "INPUT" || (event.ctrlKey && event.key.length === 1) || event.metaKey) return;
      const at = roving.key(event);
      if (at) this.go(slice, at);
      else if (!slice.edits) return;
      else if (event.key === "Enter" || event.key === "F2") this.open(slice);
      else if (/^\d$/.test(event.key)) this.open(slice, event.key);
      else if (/^[-−+=]$/.test(event.key)) this.step(slice, "-−".includes(event.key) ? -1 : 1);
      else return;
      event.preventDefault();
    });
  }

  go(slice, at) {
    this.on.hold();
    slice.roving.point(at, true);
    slice.chosen = slice.roving.cell(at);
    if (slice.moves) this.on.move({ row: at[1], col: at[2] });
    else if (slice === this.x) this.choose();
  }

  number({ name }, [, r, c]) {
    return (name === "x" ? this.s.x : this.all.dy)[r][c];
  }

  open(slice, first) {
    const { name, roving } = slice;
    const at = roving.at;
    this.on.hold();
    edit(roving.cell(at), {
      value: this.number(slice, at),
      name: `${name}[${at[1]}, ${at[2]}]`,
      first,
      take: (value) => this.on.number(name, at, value),
      refuse: this.on.refuse,
    });
  }

  step(slice, by) {
    const at = slice.roving.at;
    const next = Number((this.number(slice, at) + by).toPrecision(12));
    this.on.hold();
    if (Math.abs(next) <= LIMIT) this.on.number(slice.name, at, next);
  }

  // ---- numbers and marks: new texts and classes in the elements that are there ------------------------
  values(s) {
    this.s = s;
    this.all = pool(s);
    const { H, W } = this.size;
    const { windows, sources, y, dx, dy } = this.all;
    put(this.x, s.x, this.letters);
    put(this.y, y, this.letters);
    put(this.dx, dx, this.letters);
    put(this.dy, dy, this.letters);
    const won = new Set(
      windows
        .flat()
        .filter(({ switched }) => switched !== null)
        .map(({ cells, switched }) => String(cells[switched])),
    );
    for (let r = 0; r < H; r++) {
      for (let c = 0; c < W; c++) {
        for (const slice of [this.x, this.dx])
          slice.cells[r * W + c].classList.toggle("cs-unread", !sources[r][c].length);
        this.x.cells[r * W + c].classList.toggle("cs-won", won.has(String([r, c])));
        this.dx.cells[r * W + c].classList.toggle("cs-got", dx[r][c] !== 0);
      }
    }
    this.move(s);
  }

  // The window in view, its calculation and its shares.
  move(s) {
    this.s = s;
    const { W, W2 } = this.size;
    const { row, col } = place(s);
    const window = this.all.windows[row][col];
    const dy = this.all.dy[row][col];
    for (const cell of this.marked) {
      cell.classList.remove("cs-tap", "cs-here", "cs-share");
      cell.style.removeProperty("--part");
    }
    const mark = (cell, name) => {
      cell.classList.add(name);
      this.marked.push(cell);
    };
    this.marked = [];
    for (const { frame } of [this.x, this.dx]) {
      frame.style.setProperty("--top", row * s.stride);
      frame.style.setProperty("--left", col * s.stride);
      frame.style.setProperty("--span", s.size);
    }
    const parts = shares(s, window, dy);
    const most = Math.max(...parts.map(Math.abs));
    window.cells.forEach(([r, c], n) => {
      const here = n === window.switched;
      const given = this.dx.cells[r * W + c];
      mark(this.x.cells[r * W + c], here ? "cs-here" : "cs-tap");
      mark(given, here && dy !== 0 ? "cs-here" : parts[n] !== 0 ? "cs-share" : "cs-tap");
      for (const cell of [given, this.backward.cells[n]])
        cell.style.setProperty("--part", `${Math.round((35 * Math.abs(parts[n])) / (most || 1))}%`);
    });
    for (const slice of [this.y, this.dy]) {
      mark(slice.cells[row * W2 + col], "cs-here");
      slice.chosen = slice.cells[row * W2 + col];
      slice.roving.point([0, row, col]);
    }
    this.backLane.classList.toggle("cs-routed", s.kind === "max");
    this.showMiddle(s, window, parts, dy);
    this.choose();
  }

  showMiddle(s, { values, total, y, switched }, parts, dy) {
    const count = values.length;
    const max = s.kind === "max";
    const shown = s.kind === "L2" ? values.map((value) => value * value) : values;
    fill(this.forward, shown, this.letters, switched, (n) => (n === switched ? "cs-here" : "cs-tap"));
    fill(this.backward, parts, this.letters, switched, (n) =>
      max && n === switched && dy !== 0 ? "cs-here" : parts[n] !== 0 ? "cs-share" : "cs-none",
    );
    say(this.forward.detail, s.kind === "L2" ? "squared" : "its numbers");
    say(this.backward.detail, s.kind === "L2" ? "dy · x/y" : "of the window");
    this.showLegend(max);
    const lines = {
      max: [["largest", y]],
      average: [
        ["sum", total],
        [`sum/${count}`, y],
      ],
      L2: [
        ["sum", total],
        ["√sum", y],
      ],
    }[s.kind];
    const back = {
      max: [[`to cell ${switched}`, dy]],
      average: [
        ["dy", dy],
        [`dy/${count}`, dy / count],
      ],
      L2: [
        ["dy", dy],
        ["y", y],
      ],
    }[s.kind];
    this.forward.foot.replaceChildren(...lines.map(sumLine));
    this.backward.foot.replaceChildren(...back.map(sumLine));
    this.forward.table.setAttribute(
      "aria-label",
      `Window${s.kind === "L2" ? ", squared" : ""}: ${shown.map((value) => plain(value)).join(", ")}; ${NAMES[s.kind]} ${plain(y)}`,
    );
    this.backward.table.setAttribute(
      "aria-label",
      `Shares of the cells in this window: ${parts.map((value) => plain(value)).join(", ")}`,
    );
  }

  showLegend(max) {
    const entry = (kind, text) => h("span", {}, h("i", { class: `cs-cell ${kind}`, "aria-hidden": "true" }), text);
    const lost = this.all.sources.flat().some((from) => !from.length);
    this.legend.replaceChildren(
      ...(max ? [entry("cs-won", "wins in its window")] : []),
      ...(lost ? [entry("cs-unread", "read by no window")] : []),
    );
  }

  // The cell of the input that − and + change.
  choose() {
    const { roving, cells } = this.x;
    const [, r, c] = roving.at;
    for (const cell of cells) cell.classList.toggle("cs-chosen", cell === roving.cell(roving.at));
    say(this.stepper.name, `x[${r}, ${c}]`);
    say(this.stepper.value, plain(this.s.x[r][c]));
  }

  // ---- pointing: a cell of the input and the outputs that read it --------------------------------------
  hint(cell) {
    for (const slice of [this.y, this.dy]) for (const marked of slice?.cells ?? []) marked.classList.remove("cs-reads");
    const name = cell?.slice?.name;
    if (name !== "x" && name !== "dx") return this.on.note("");
    const [, r, c] = cell.at;
    for (const { row, col } of this.all.sources[r][c])
      for (const slice of [this.y, this.dy]) slice.cells[row * this.size.W2 + col].classList.add("cs-reads");
    this.on.note((name === "x" ? cellMessage : gradientMessage)(this.s, [r, c]));
  }

  fit(width) {
    const { mode, cell, input, middle: between, tap, output } = arrange(width, this.size);
    this.node.className = `cs-stage cs-mode-${mode}`;
    for (const [name, value] of [
      ["--c", cell],
      ["--m", tap],
      ["--wx", input],
      ["--wm", between],
      ["--wy", output],
    ])
      this.node.style.setProperty(name, `${value}px`);
    const letters = cell < 28 ? 4 : 5;
    const news = letters !== this.letters;
    this.letters = letters; // what a number may take in such a cell
    if (news && this.s) this.values(this.s);
  }
}

// ---- pieces that know nothing of the state ---------------------------------------------------------------
function heading(title, detail) {
  return h(
    "div",
    { class: "cs-part-name" },
    h("b", {}, title),
    detail instanceof Node ? detail : h("span", {}, detail),
  );
}

function words() {
  const said = h("p", { class: "cs-sentence" });
  const more = h("p", { class: "cs-more" });
  return { said, more, node: h("div", { class: "cs-words" }, said, more) };
}

function lane(kind, title, ...parts) {
  return h("div", { class: `cs-lane cs-${kind}`, role: "group", "aria-label": title }, parts);
}

// The window by itself, each cell with its number, and under it the calculation.
function middle(title, F) {
  const cells = Array.from({ length: F * F }, (_, n) =>
    h("span", { class: "cs-cell" }, h("small", {}, String(n)), h("span", {})),
  );
  const table = h(
    "div",
    { class: "cs-taps", role: "img" },
    Array.from({ length: F }, (_, u) => h("div", { class: "cs-row" }, cells.slice(u * F, (u + 1) * F))),
  );
  const detail = h("span", {});
  const foot = h("div", { class: "cs-foot" });
  return {
    cells,
    table,
    detail,
    foot,
    node: h(
      "div",
      { class: "cs-part cs-part-mid" },
      heading(title, detail),
      h("div", { class: "cs-between" }, table, foot),
    ),
  };
}

function sumLine([name, value]) {
  return h("div", {}, h("span", {}, name), h("b", {}, plain(value)));
}

function fill({ cells, table }, values, letters, switched, kind) {
  table.classList.toggle("cs-numbered", switched !== null);
  values.forEach((value, n) => {
    cells[n].className = `cs-cell ${kind(n)}`;
    putNumber(cells[n].lastChild, cells[n], value, letters);
  });
}

function put({ cells, roving }, rows, letters) {
  rows.flat().forEach((value, n) => putNumber(cells[n], cells[n], value, letters));
  roving.point(roving.at);
}

// A cell being edited keeps what is in it.
function putNumber(node, cell, value, letters) {
  if (node.firstElementChild) return;
  const text = inCell(value, letters);
  say(node, text);
  cell.dataset.letters = text.length; // longer texts are set smaller
}
