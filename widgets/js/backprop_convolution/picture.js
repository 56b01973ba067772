// The picture of the way back. One output, or several: input, filter and dy above, dx and dw below what they belong to.
// One input: dx, the flipped filter with its products, and dy with the zeros over which that filter slides.
import { h, say } from "../shared/dom.js";
import { number, short } from "../shared/numerals.js";
import { leastCell, letters, textSize } from "../shared/room.js";
import { Table } from "../shared/table.js";
import { arrange } from "./layout.js";
import { inputMessage, weightMessage } from "./messages.js";
import { backward, flipped, gradient, inputPlace, outputs, place, shape, spread, taps, unread } from "./model.js";

const KEYS = "Plus and minus change a number, Enter or a digit types one.";

export class Picture {
  // on: { go(table, at), number(name, at, value), refuse(text), note(text), hold(), play() }
  constructor(on) {
    this.on = on;
    this.node = h("div", { class: "cs-stage" });
    this.words = Array.from({ length: 3 }, (_, n) => h("p", { class: n ? "cs-more" : "cs-sentence" }));
    this.stepper = this.makeStepper();
    this.wordsNode = h("div", { class: "cs-words" }, this.words, this.stepper.node);
    this.node.addEventListener("pointerover", (event) => this.hint(event.target.closest(".cs-cell")));
    this.node.addEventListener("focusin", (event) => this.hint(event.target.closest(".cs-cell")));
    this.node.addEventListener("pointerleave", () => this.hint(null));
  }

  // ---- structure: new elements for new sizes and another view ----------------------------------------
  build(s) {
    this.size = { ...shape(s), view: s.view };
    const { H, W, F, H2, W2 } = this.size;
    const input = s.view === "input";
    this.chosen = null;
    const make = (name, label, settings) => {
      const table = new Table({ name, label, on: this.tableActs(), ...settings });
      this[name] = table;
      return table;
    };
    for (const name of ["x", "w", "dy", "dx", "dw"]) this[name] = null;
    this.products = null;
    make("dx", `Gradient dx of the input, ${W}×${H}.`, { rows: H, cols: W });
    const dy = {
      rows: H2,
      cols: W2,
      edits: true,
      places: input ? spread(s).map((line) => line.map(({ at }) => at)) : null,
    };
    make("dy", `Gradient dy of the output, ${W2}×${H2}. ${KEYS}`, dy);
    const parts = [];
    if (input) {
      this.turned = plainTable(F);
      this.products = plainTable(F);
      parts.push(
        part("x", "dx", "dx", "gradient of x", this.dx.node),
        part("w", "turned", "w, flipped", "over the frame", this.turned.node),
        part("w", "products", "products", "added up", this.products.node),
        part("y", "dy", "dy", "with zeros", this.dy.node),
      );
    } else {
      make("x", `Input x, ${W}×${H}. ${KEYS}`, { rows: H, cols: W, edits: true });
      make("w", `Filter w, ${F}×${F}. ${KEYS}`, { rows: F, cols: F, edits: true });
      make("dw", `Gradient dw of the filter, ${F}×${F}.`, { rows: F, cols: F });
      parts.push(
        part("x", "x", "Input x", `${W}×${H}`, this.x.node),
        part("w", "w", "Filter w", `${F}×${F}`, this.w.node),
        part("y", "dy", "dy", "gradient of y", this.dy.node),
        part("x", "dx", "dx", "gradient of x", this.dx.node),
        part("w", "dw", "dw", "gradient of w", this.dw.node),
      );
    }
    this.tables = [this.x, this.w, this.dy, this.dx, this.dw].filter(Boolean);
    this.node.replaceChildren(...parts, this.wordsNode);
  }

  tableActs() {
    return {
      go: (table, at) => {
        if (table.edits) this.choose(table);
        this.on.go(table.name, at);
      },
      number: (...change) => this.on.number(...change),
      refuse: (text) => this.on.refuse(text),
      hold: () => this.on.hold(),
      key: ({ key }) => {
        if (key === " ") this.on.play();
        return key === " ";
      },
    };
  }

  // − and + for the chosen number, for those who point.
  makeStepper() {
    const button = (text, by, label) =>
      h(
        "button",
        {
          type: "button",
          class: "cs-knob-button",
          tabindex: "-1",
          "aria-label": `Chosen number: ${label}`,
          onclick: () => (this.chosen ?? this.dy).step(by),
        },
        text,
      );
    const name = h("span", {});
    const value = h("b", {});
    const node = h(
      "div",
      { class: "cs-stepper", role: "group", "aria-label": "Chosen number" },
      name,
      h("div", { class: "cs-knob-box" }, button("−", -1, "one less"), value, button("+", 1, "one more")),
    );
    return { node, name, value };
  }

  choose(table = this.chosen ?? this.dy) {
    for (const cell of this.dy.cells.flat()) cell.classList.remove("cs-chosen");
    for (const cell of [this.x, this.w].flatMap((one) => one?.cells.flat() ?? [])) cell.classList.remove("cs-chosen");
    this.chosen = table;
    table.roving.cell(table.roving.at).classList.add("cs-chosen");
    say(this.stepper.name, `${table.name}[${table.at().join(", ")}]`);
    say(this.stepper.value, number(table.number()));
  }

  // ---- numbers and marks: new texts and classes in the elements that are there -------------------------
  show(s) {
    this.s = s;
    const { dx, dw } = backward(s);
    const dy = gradient(s);
    this.dx.write(dx);
    this.dy.write(dy);
    this.x?.write(s.x);
    this.w?.write(s.w);
    this.dw?.write(dw);
    const lost = unread(s);
    this.dx.cells.forEach((line, r) => line.forEach((cell, c) => cell.classList.toggle("cs-unread", lost[r][c])));
    this.letters = letters(dx, dy, s.x, s.w, dw);
    for (const table of this.tables) for (const cell of table.cells.flat()) unmark(cell);
    if (s.view === "input") this.showInput(s);
    else this.showOutputs(s);
    this.choose();
  }

  showOutputs(s) {
    const { row, col } = place(s);
    const one = s.view === "one";
    const here = taps(s, row, col);
    for (const { u, v, r, c } of here) {
      for (const cell of [this.x.cells[r][c], this.w.cells[u][v]]) cell.classList.add("cs-tap");
      for (const cell of [this.dx.cells[r][c], this.dw.cells[u][v]]) cell.classList.add("cs-got");
    }
    const [first, last] = [here[0], here.at(-1)];
    for (const table of [this.x, this.dx]) table.surround(first.r, first.c, last.r - first.r + 1, last.c - first.c + 1);
    for (const [r, c] of outputs(s)) this.dy.cells[r][c].classList.add("cs-added");
    this.dy.cells[row][col].classList.add("cs-here");
    if (this.chosen !== this.x && this.chosen !== this.w) this.dy.roving.point([0, row, col]);
    if (one) return;
    const { r, c } = inputPlace(s);
    this.dx.cells[r][c].classList.add("cs-told");
    this.dx.roving.point([0, r, c]);
  }

  showInput(s) {
    const { r, c } = inputPlace(s);
    const { F } = this.size;
    const turned = flipped(s.w);
    const under = spread(s)
      .slice(r, r + F)
      .map((line) => line.slice(c, c + F));
    turned.forEach((line, t) =>
      line.forEach((weight, q) => {
        const { at, value } = under[t][q];
        say(this.turned.cells[t][q], short(weight));
        say(this.products.cells[t][q], at ? short(weight * value + 0) : "0");
        for (const { cells } of [this.turned, this.products]) cells[t][q].classList.toggle("cs-zero", !at);
        if (at) this.dy.cells[at[0]][at[1]].classList.add("cs-tap");
      }),
    );
    this.dy.surround(r, c, F, F);
    this.dx.cells[r][c].classList.add("cs-here");
    this.dx.roving.point([0, r, c]);
    this.turned.name(`Flipped filter: ${turned.map((line) => line.map(number).join(", ")).join("; ")}`);
    this.products.name(
      `Products: ${turned.map((line, t) => line.map((weight, q) => number(weight * under[t][q].value + 0)).join(", ")).join("; ")}`,
    );
  }

  // ---- pointing: a gradient and its products --------------------------------------------------------
  hint(cell) {
    const { table, at } = cell ?? {};
    if (table === this.dx && table && this.s.view !== "one") this.on.note(inputMessage(this.s, at[1], at[2]));
    else if (table === this.dw && table && this.s.view !== "one") this.on.note(weightMessage(this.s, at[1], at[2]));
    else this.on.note("");
  }

  // Whether new numbers need other cells.
  get cramped() {
    return this.letters !== this.fitted;
  }

  fit(width) {
    const { mode, cell, gap, x, w, dy } = arrange(width, this.size, leastCell(this.letters));
    this.fitted = this.letters;
    this.node.className = `cs-stage cs-${this.size.view === "input" ? "gather" : "scatter"} cs-mode-${mode}`;
    for (const [name, value] of [
      ["--c", cell],
      ["--gap", gap],
      ["--wx", x],
      ["--ww", w],
      ["--wy", dy],
      ["--text", textSize(cell, this.letters)],
    ])
      this.node.style.setProperty(name, `${value}px`);
  }
}

function unmark(cell) {
  cell.classList.remove("cs-tap", "cs-here", "cs-got", "cs-added", "cs-told");
}

function part(kind, name, title, detail, body) {
  return h(
    "div",
    { class: `cs-part cs-part-${kind} cs-at-${name}` },
    h("div", { class: "cs-part-name" }, h("b", {}, title), h("span", {}, detail)),
    body,
  );
}

// A table to look at: F by F numbers without row and column numbers.
function plainTable(F) {
  const cells = Array.from({ length: F }, () => Array.from({ length: F }, () => h("span", { class: "cs-cell" })));
  const lines = cells.map((line) => h("div", { class: "cs-row" }, line));
  const table = h("div", { role: "img" }, lines);
  const node = h("div", { class: "cs-field cs-numbers cs-plain" }, h("div", { class: "cs-row cs-indices" }), table);
  return { cells, node, name: (words) => table.setAttribute("aria-label", words) };
}
