// What can be done with the chosen layer: its numbers, another kind, how often it comes, one after it, without it.

import { h, say } from "../shared/dom.js";
import { knob } from "../shared/knobs.js";
import { WORDS } from "../shared/spec/layers.js";
import { bracketsOf, chainOf, removed } from "./edits.js";

const COMMON = ["CONV", "RELU", "POOL", "FC"];
const KINDS = Object.keys(WORDS).filter((word) => word !== "INPUT");
const OTHERS = KINDS.filter((word) => !COMMON.includes(word));
// Letter, name, least, most and colour of the knob of a setting.
const KNOBS = {
  filters: ["K", "filters", 1, 4096, "w"],
  units: ["units", "neurons", 1, 100000, "w"],
  size: ["F", "size", 1, 99, "w"],
  stride: ["S", "stride", 1, 99, "s"],
  pad: ["P", "padding", 0, 99, "s"],
};
const CHANNELS = ["size", "channels", 1, 99, "w"]; // the size of an LRN, which has no window
const SIDES = [
  ["W", "width", 2],
  ["H", "height", 1],
  ["D", "depth", 0],
];

export class Tools {
  // on: { insert(kind), remove(), number(name, value), side(axis, value), kind(kind), times(bracket, n), repeat(),
  // count(n), undo() }
  constructor(on) {
    this.on = on;
    this.acts = []; // what each knob does
    this.title = h("span", { class: "cs-net-title" });
    this.kind = h("select", {
      class: "cs-net-select",
      "aria-label": "Kind of layer",
      onchange: () => on.kind(this.kind.value),
    });
    this.kind.append(...KINDS.map((word) => h("option", { value: word }, word)));
    this.knobs = h("div", { class: "cs-net-knobs", role: "group", "aria-label": "Its numbers" });
    const button = (text, label, act) =>
      h("button", { type: "button", class: "cs-button", "aria-label": label, onclick: act }, text);
    this.undo = button("Undo", "Undo", () => on.undo());
    this.remove = button("Remove", "Remove the chosen layers", () => on.remove());
    this.repeat = button("Repeat", "Repeat the chosen layers", () => on.repeat());
    this.more = h("select", {
      class: "cs-net-select",
      "aria-label": "Insert another kind",
      onchange: () => this.insertOther(),
    });
    this.more.append(...["more", ...OTHERS].map((word) => h("option", { value: word }, word)));
    this.count = knob(["rows", "layers", 1, 99, "s"], (_, value) => on.count(value));
    this.add = COMMON.map((word) => button(`+ ${word}`, `Insert ${word} after it`, () => on.insert(word)));
    this.node = h(
      "div",
      { class: "cs-net-tools", role: "group", "aria-label": "The chosen layer" },
      h("div", { class: "cs-net-line" }, this.title, this.kind, this.knobs),
      h(
        "div",
        { class: "cs-net-line cs-net-acts" },
        h("span", { class: "cs-net-add" }, this.add, this.more),
        h("span", { class: "cs-net-does" }, this.count.node, this.repeat, this.remove, this.undo),
      ),
    );
  }

  insertOther() {
    if (this.more.value !== "more") this.on.insert(this.more.value);
    this.more.value = "more";
  }

  // `row` is the chosen one, null for the input; `count` how many items are chosen.
  show(net, at, count, undoable) {
    const row = net.rows[at] ?? null;
    this.undo.disabled = !undoable;
    say(this.title, row ? `Layer ${at + 1}` : "INPUT");
    this.kind.hidden = this.remove.hidden = this.repeat.hidden = this.count.node.hidden = !row;
    if (row) {
      this.kind.value = row.word.word;
      const { items, index } = chainOf(net, row.word);
      this.count.show(count);
      this.count.node.hidden = items.length - index < 2;
      this.remove.disabled = removed(net, row.word, count) === null;
    }
    this.showKnobs(this.wanted(net, row));
  }

  // The knobs of a row: [[spec of a knob, value, what to do], ...].
  wanted(net, row) {
    if (!row) {
      if (net.inShape.length === 1)
        return [[["units", "numbers", 1, 100000, "x"], net.inShape[0], (n) => this.on.side(0, n)]];
      return SIDES.map(([letter, name, axis]) => [
        [letter, name, 1, 1024, "x"],
        net.inShape[axis],
        (n) => this.on.side(axis, n),
      ]);
    }
    const values = row.layer?.values ?? {};
    const own = WORDS[row.word.word].names.flatMap((name) => {
      const value = name === "stride" ? (values.stride ?? values.size) : values[name];
      if (!(name in KNOBS) || typeof value !== "number") return [];
      const spec = name === "size" && row.word.word === "LRN" ? CHANNELS : KNOBS[name];
      return [[spec, value, (n) => this.on.number(name, n)]];
    });
    const times = bracketsOf(net, row.word).map((bracket, i) => [
      [`times${i}`, i ? "times, outer" : "times", 1, 99, "s"],
      bracket.times,
      (n) => this.on.times(i, n),
    ]);
    return [...own, ...times];
  }

  showKnobs(wanted) {
    const key = JSON.stringify(wanted.map(([spec]) => spec));
    if (key !== this.key) {
      this.key = key;
      this.acts.length = 0; // a knob that leaves the page while one types in it does no more
      const acts = [];
      this.acts = acts;
      this.now = wanted.map(([spec], i) => knob(spec, (_, value) => acts[i]?.(value)));
      this.knobs.replaceChildren(...this.now.map(({ node }) => node));
    }
    wanted.forEach(([, value, act], i) => {
      this.acts[i] = act;
      this.now[i].show(value);
    });
    this.knobs.hidden = !wanted.length;
  }
}
