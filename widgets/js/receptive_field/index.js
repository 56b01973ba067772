// ReceptiveField: what the reader does becomes a change of the model, and what the model holds is shown.
import { makeChoice } from "../shared/choice.js";
import { DescribedView } from "../shared/described.js";
import { h, say } from "../shared/dom.js";
import { knob } from "../shared/knobs.js";
import { signed } from "../shared/numerals.js";
import { widget } from "../shared/view.js";
import { Costs } from "./costs.js";
import { costMessage, describe, viewMessages } from "./messages.js";
import { facts, LAYERS, makeLayer, mismatch, nearest, readStack, study, writeStack } from "./model.js";
import { Picture } from "./picture.js";
import { Steps } from "./steps.js";

const VIEWS = [
  ["whole", "whole photograph"],
  ["window", "only what it sees"],
];
const KINDS = [
  ["CONV", "CONV"],
  ["POOL", "POOL"],
];
const USUAL = { CONV: 3, POOL: 2 };
// What can be changed of a layer of a kind; sizes of CONV are odd.
const KNOBS = {
  CONV: [
    ["F", "size", 1, 15, "w", 2],
    ["S", "stride", 1, 4, "s"],
    ["dilation", "dilation", 1, 8, "s"],
  ],
  POOL: [
    ["F", "size", 2, 4, "w"],
    ["S", "stride", 1, 4, "s"],
  ],
};

class View extends DescribedView {
  constructor(model, el) {
    super(
      model,
      el,
      ["layers", "pixels", "level", "row", "col", "window", "picked", "tasks", "compare", "knobs"],
      describe,
    );
    this.first = this.read();
    this.shown = {};
    const wrong = mismatch(this.first);
    if (wrong) throw new Error(signed(wrong)); // a page that has the state from an address takes its own instead
    this.picture = new Picture({
      move: (level, row, col) => this.move({ level, row, col }),
      climb: (level) => this.climb(level),
      choose: (level) => this.choose(level),
      remove: (level) => this.remove(level),
    });
    this.costs = new Costs();
    this.steps = new Steps((picked) => this.change({ picked }));
    this.build();
    this.update();
  }

  build() {
    Object.assign(this, {
      problem: h("p", { class: "cs-problem", hidden: true }),
      sentence: h("p", { class: "cs-sentence" }),
      more: h("p", {}),
      aside: h("p", { class: "cs-note" }),
      views: makeChoice("What is shown", VIEWS, (view) => this.change({ window: view === "window" })),
    });
    const words = h("div", { class: "cs-words" }, this.sentence, this.more);
    this.body = h(
      "div",
      { class: "cs-body" },
      this.buildBar(),
      this.buildEditor(),
      this.aside,
      this.picture.node,
      words,
      this.costs.node,
    );
    this.open("receptive", "Receptive field", this.steps.node, this.problem, this.body);
  }

  buildBar() {
    const button = (text, act) => h("button", { type: "button", class: "cs-button", onclick: act }, text);
    this.adders = Object.keys(USUAL).map((kind) =>
      button(`+ ${kind} ${USUAL[kind]}×${USUAL[kind]}`, () => this.add(kind)),
    );
    this.reset = button("Reset", () => this.restart());
    this.reset.classList.add("cs-reset");
    return h("div", { class: "cs-options" }, this.adders, this.views.node, this.reset);
  }

  // The knobs of the chosen layer: its kind, its window, and the button that takes it away.
  buildEditor() {
    this.name = h("b", { class: "cs-editor-name" });
    this.kinds = makeChoice("Kind of layer", KINDS, (kind) => this.setLayer(makeLayer(kind, USUAL[kind])));
    const change = (letter, value) => this.setKnob(letter, value);
    this.knobs = Object.fromEntries(
      Object.entries(KNOBS).map(([kind, rows]) => [kind, rows.map((row) => knob(row, change))]),
    );
    this.remover = h(
      "button",
      { type: "button", class: "cs-button", onclick: () => this.remove(this.chosen) },
      "Remove",
    );
    const knobs = Object.values(this.knobs)
      .flat()
      .map(({ node }) => node);
    this.editor = h(
      "div",
      { class: "cs-editor", role: "group", "aria-label": "The chosen layer" },
      this.name,
      this.kinds.node,
      h("div", { class: "cs-knobs" }, knobs),
      this.remover,
    );
    return this.editor;
  }

  // ---- from the reader to the model -----------------------------------------------------------------------
  move(at) {
    this.warning = null;
    this.change(at);
  }

  // Another map, at the neuron whose field lies nearest.
  climb(level) {
    const all = study(this.read());
    if (level < 0 || level > all.layers.length) return;
    this.move(nearest(all, all.maps[all.level], all, level));
  }

  choose(level) {
    this.chosen = level;
    this.warning = null;
    this.showChosen(this.layers());
  }

  add(kind) {
    const layers = this.layers();
    if (layers.length === LAYERS) return this.refuse(`More than ${LAYERS} layers don’t fit here. Remove one first.`);
    this.take([...layers, makeLayer(kind, USUAL[kind])], layers.length + 1, layers.length + 1);
  }

  remove(level) {
    const layers = this.layers().filter((_, n) => n !== level - 1);
    const focused = this.root.getRootNode().activeElement;
    if (!this.take(layers, layers.length, Math.min(level, layers.length))) return;
    if (!focused?.getClientRects().length || focused.closest(".cs-layer")) this.picture.focus(this.chosen);
  }

  // A new size or dilation has the usual padding; a stride leaves the padding as it is.
  setKnob(letter, value) {
    const { kind, F, S, P, dilation } = this.layers()[this.chosen - 1];
    const now = { F, S, dilation, [letter]: value };
    this.setLayer(
      makeLayer(kind, now.F, { stride: now.S, pad: letter === "S" ? P : undefined, dilation: now.dilation }),
    );
  }

  setLayer(layer) {
    const layers = this.layers();
    layers[this.chosen - 1] = layer;
    if (!this.take(layers, study(this.read()).level, this.chosen)) this.showChosen(this.layers());
  }

  layers() {
    return readStack(this.model.get("layers"));
  }

  // Take other layers, with a neuron of map `level` in view whose field is nearest, and layer `chosen` to be changed.
  // Returns whether they fit.
  take(layers, level, chosen) {
    const text = writeStack(layers);
    const wrong = mismatch({ layers: text });
    if (wrong) {
      this.refuse(signed(wrong));
      return false;
    }
    this.warning = null;
    this.chosen = chosen;
    const all = study(this.read());
    const to = study({ ...this.read(), layers: text });
    this.change({ layers: text, ...nearest(to, all.maps[all.level], all, level) });
    return true;
  }

  restart() {
    const { layers, level, row, col, window } = this.first;
    this.chosen = null;
    this.warning = null;
    this.update();
    this.change({ layers, level, row, col, window });
  }

  // ---- from the model to the page -------------------------------------------------------------------------
  update() {
    this.queued = false;
    const s = this.read();
    const wrong = mismatch(s);
    this.problem.hidden = !wrong;
    this.body.hidden = Boolean(wrong);
    if (wrong) return say(this.problem, signed(wrong));
    const all = study(s);
    const fresh = s.layers !== this.shown.layers || s.pixels !== this.shown.pixels;
    if (fresh) {
      this.picture.build(all, s.pixels);
      this.costs.show(all.layers);
    }
    this.costs.node.hidden = !s.compare || !all.layers.length;
    const most = all.layers.length;
    this.chosen = Math.min(this.chosen || most, most); // the highest layer, until another is chosen
    this.picture.show(all, s.window);
    this.showChosen(all.layers);
    this.views.show(s.window ? "window" : "whole");
    this.views.node.hidden = !this.hasKnob("window");
    this.showWords(s, all, fresh);
    this.shown = s;
  }

  showChosen(layers) {
    const layer = layers[this.chosen - 1];
    const free = this.hasKnob("layers");
    this.note();
    this.picture.choose(free ? this.chosen : 0);
    for (const button of this.adders) button.hidden = !free;
    this.editor.hidden = !layer || !free;
    if (!layer) return;
    say(this.name, `Layer ${this.chosen}`);
    this.kinds.show(layer.kind);
    for (const [kind, knobs] of Object.entries(this.knobs))
      for (const one of knobs) {
        one.node.hidden = kind !== layer.kind;
        if (kind === layer.kind) one.show(layer[one.letter]);
      }
  }

  showWords(s, all, fresh) {
    const [sentence, ...more] = viewMessages(all);
    say(this.sentence, sentence);
    say(this.more, more.filter(Boolean).join(" "));
    this.showDescription(s);
    const known = facts(s);
    const news = this.showTask(known) + this.steps.show(s.tasks ?? [], known, this.acted);
    if (this.steps.done !== this.answered) Object.assign(this, { answered: this.steps.done, acted: false });
    const cost = fresh && s.compare ? costMessage(all.layers) : "";
    if (this.shown.pixels) this.announce([sentence, ...more, cost].filter(Boolean).join(" ") + news);
  }

  note() {
    const hint = this.chosen
      ? "Click a cell of any map, or move with the arrow keys. Click a layer’s name to change it."
      : "Add a layer.";
    say(this.aside, this.warning || hint);
    this.aside.classList.toggle("cs-warning", Boolean(this.warning));
  }
}

export default widget(View);
