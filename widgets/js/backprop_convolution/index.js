// BackpropConvolution: what the reader does becomes a change of the model, and what the model holds is shown.
import { makeChoice } from "../shared/choice.js";
import { h, say } from "../shared/dom.js";
import { makeKnobs } from "../shared/knobs.js";
import { PlayedView, Player } from "../shared/player.js";
import { widget } from "../shared/view.js";
import { describe, sentences, sizeMessage } from "./messages.js";
import { facts, gradient, mismatch, shape, walk } from "./model.js";
import { Picture } from "./picture.js";

const NUMBERS = ["x", "w", "dy", "stride", "pad", "view"];
const POSITION = ["row", "col", "input_row", "input_col"];
const VIEWS = [
  ["one", "from one output"],
  ["sum", "added up"],
  ["input", "into one input"],
];
const TRAIT = { S: "stride", P: "pad" };
const HINT = {
  one: "Choose a cell of dy, or step through them. Plus and minus change the chosen number.",
  sum: "Choose a cell of dx to see its sum, point at one of dw for its own.",
  input: "Choose a cell of dx, or step through them: the filter slides along.",
};

class View extends PlayedView {
  constructor(model, el) {
    super(model, el, [...NUMBERS, ...POSITION, "knobs"], describe);
    this.shown = {};
    this.first = this.read();
    this.picture = new Picture({
      go: (name, at) => this.go(name, at),
      number: (...edit) => this.setNumber(...edit),
      refuse: (text) => this.refuse(text),
      note: (text) => this.note(text),
      hold: () => this.hold(),
      play: () => this.player.toggle(),
    });
    this.player = new Player("Walk through the cells", {
      step: (n) => this.step(n),
      start: () => this.start(),
      next: () => this.root.isConnected && this.next(),
      paused: () => this.announce(sentences(this.read()).join(" ")),
      reset: () => this.reset(),
    });
    this.build();
    this.update();
    this.follow();
  }

  build() {
    const most = this.first.w.length - 1;
    const knobs = [
      ["S", "stride", 1, 3, "s"],
      ["P", "padding", 0, Math.min(2, most), "s"],
    ];
    this.controls = makeKnobs(knobs, (letter, value) => this.set({ [TRAIT[letter]]: value }));
    this.views = makeChoice("What is shown", VIEWS, (view) => this.set({ view }));
    Object.assign(this, {
      sizes: h("p", { class: "cs-fit" }),
      aside: h("p", { class: "cs-note" }),
      problem: h("p", { class: "cs-problem", hidden: true }),
    });
    this.body = h(
      "div",
      { class: "cs-body" },
      h("div", { class: "cs-options" }, this.views.node, this.controls.node),
      h("div", { class: "cs-options" }, this.sizes, this.player.node),
      this.picture.node,
      this.aside,
    );
    this.open("backprop", "Backpropagation through a convolution", this.problem, this.body);
  }

  // ---- from the reader to the model -----------------------------------------------------------------
  set(values) {
    this.hold();
    this.change(values);
  }

  go(name, [r, c]) {
    const { view } = this.read();
    if (name === "dy" && view !== "input") this.change({ row: r, col: c });
    else if (name === "dx" && view !== "one") this.change({ input_row: r, input_col: c });
  }

  setNumber(name, [r, c], value) {
    const copy = structuredClone(name === "dy" ? gradient(this.read()) : this.model.get(name));
    copy[r][c] = value;
    this.change({ [name]: copy });
  }

  reset() {
    this.set(this.first);
  }

  // One cell on or back; round at the ends.
  step(n) {
    this.hold();
    const s = this.read();
    const { H, W, H2, W2 } = shape(s);
    const count = s.view === "input" ? H * W : H2 * W2;
    this.change(walk(s, n) ?? walk(s, n > 0 ? 1 - count : count - 1) ?? {});
  }

  start() {
    if (!this.next()) this.change({ row: 0, col: 0, input_row: 0, input_col: 0 });
  }

  // One cell on; false where there is none.
  next() {
    const next = walk(this.read(), 1);
    if (next) this.change(next);
    return Boolean(next);
  }

  // ---- from the model to the page -----------------------------------------------------------------------
  update() {
    this.queued = false;
    const s = this.read();
    const wrong = mismatch(s);
    this.problem.hidden = !wrong;
    this.body.hidden = Boolean(wrong);
    if (wrong) return say(this.problem, wrong);
    const old = this.shown;
    const size = JSON.stringify([shape(s), s.view]);
    const same = size === this.size;
    if (!same) this.picture.build(s);
    this.picture.show(s);
    if (!same || this.picture.cramped) this.picture.fit(this.width());
    this.size = size;
    this.shown = s;
    this.views.show(s.view);
    this.views.node.hidden = !this.hasKnob("view");
    this.controls.show(shape(s), this);
    const said = sentences(s);
    said.forEach((text, n) => say(this.picture.words[n], text));
    say(this.sizes, sizeMessage(s));
    this.warning = null;
    this.note();
    this.showDescription(s);
    const news = this.showTask(facts(s));
    if (old.x) this.announce([same ? "" : this.sizes.textContent, ...said].filter(Boolean).join(" ") + news);
  }

  note(text) {
    say(this.aside, this.warning || text || HINT[this.shown.view] || "");
  }

  hold() {
    this.player.pause();
    this.warning = null;
  }
}

export default widget(View);
