// Pooling: what the reader does becomes a change of the model, and what the model holds is shown.

import { makeChoice } from "../shared/choice.js";
import { DescribedView } from "../shared/described.js";
import { h, say } from "../shared/dom.js";
import { remember } from "../shared/fill.js";
import { widget } from "../shared/view.js";
import { backwardMessages, describe, fitMessage, forwardMessages, movedMessage } from "./messages.js";
import { facts, fitting, gradient, mismatch, resized, shape } from "./model.js";
import { Picture } from "./picture.js";

const NUMBERS = ["x", "dy", "kind", "size", "stride"];
const SHOWN = ["row", "col", "backward"];
const KINDS = [
  ["max", "maximum"],
  ["average", "average"],
  ["L2", "L2 norm"],
];
const WAYS = [
  ["one", "forward"],
  ["both", "and backward"],
];
const WINDOWS = [
  [2, 2],
  [3, 2],
  [3, 1],
]; // size, stride

class View extends DescribedView {
  constructor(model, el) {
    super(model, el, [...NUMBERS, ...SHOWN, "knobs"], describe);
    this.first = this.read();
    this.shown = {};
    this.picture = new Picture({
      move: (at) => this.change(at),
      number: (...edit) => this.setNumber(...edit),
      refuse: (text) => this.refuse(text),
      note: (text) => this.note(text),
      hold: () => this.hold(),
    });
    this.build();
    this.update();
    this.follow();
  }

  build() {
    const own = [this.first.size, this.first.stride];
    const known = WINDOWS.some((pair) => String(pair) === String(own));
    const windows = (known ? WINDOWS : [own, ...WINDOWS]).map(([F, S]) => [`${F},${S}`, `${F}×${F}, stride ${S}`]);
    this.kind = makeChoice("Kind of pooling", KINDS, (kind) => this.change({ kind }));
    this.windows = makeChoice("Windows", windows, (pair) => this.setWindows(...pair.split(",").map(Number)));
    this.ways = makeChoice("Which way", WAYS, (way) => this.change({ backward: way === "both" }));
    const reset = h("button", { type: "button", class: "cs-button cs-reset", onclick: () => this.reset() }, "Reset");
    Object.assign(this, {
      fitText: h("p", { class: "cs-fit" }),
      aside: h("p", { class: "cs-note" }),
      problem: h("p", { class: "cs-problem", hidden: true }),
    });
    this.body = h(
      "div",
      { class: "cs-body" },
      h("div", { class: "cs-options" }, this.kind.node, this.windows.node, this.ways.node, reset),
      this.fitText,
      this.picture.node,
      this.aside,
    );
    this.open("pooling", "Pooling", this.problem, this.body);
  }

  // ---- from the reader to the model -----------------------------------------------------------------
  // Other windows on a slice that they fit: as near to the first slice as possible.
  setWindows(size, stride) {
    this.hold();
    const [H, W] = [this.first.x.length, this.first.x[0].length].map((side) => fitting(side, size, stride));
    this.change({ size, stride, x: resized(this.kept, H, W) });
  }

  setNumber(name, [, row, col], value) {
    const copy = structuredClone(name === "x" ? this.model.get("x") : gradient(this.read()));
    copy[row][col] = value;
    this.change({ [name]: copy });
  }

  reset() {
    this.hold();
    this.kept = null;
    this.change(this.first);
  }

  // ---- from the model to the page -----------------------------------------------------------------------
  update() {
    this.queued = false;
    const s = this.read();
    const wrong = mismatch(s);
    this.problem.hidden = !wrong;
    this.body.hidden = Boolean(wrong);
    if (wrong) return say(this.problem, wrong);
    this.kept = remember(this.kept, s.x);
    const old = this.shown;
    const size = JSON.stringify(shape(s));
    const same = size === this.size;
    if (!same) this.picture.build(s);
    if (!same || NUMBERS.some((name) => old[name] !== s[name])) this.picture.values(s);
    else this.picture.move(s);
    this.size = size;
    this.shown = s;
    this.picture.backLane.hidden = !s.backward;
    if (!same) this.fit();
    this.kind.show(s.kind);
    this.windows.show(`${s.size},${s.stride}`);
    this.ways.show(s.backward ? "both" : "one");
    for (const [name, choice] of [
      ["kind", this.kind],
      ["windows", this.windows],
      ["backward", this.ways],
    ])
      choice.node.hidden = !s.knobs.includes(name);
    this.showWords(s, old, same);
  }

  showWords(s, old, same) {
    const { forward, backward } = this.picture.words;
    const sentences = [...forwardMessages(s), ...backwardMessages(s)];
    [forward.said, forward.more, backward.said, backward.more].forEach((node, n) => say(node, sentences[n]));
    say(this.fitText, fitMessage(s));
    this.fitText.classList.toggle("cs-misfit", !facts(s).fits);
    const edited = same && old.x !== s.x && old.kind === "max" && s.kind === "max";
    this.moved = edited ? movedMessage(old, s, s.backward) : "";
    this.warning = null;
    this.note();
    this.showDescription(s);
    const news = this.showTask(facts(s));
    if (old.x)
      this.announce(
        [this.moved, ...(same ? [] : [this.fitText.textContent]), ...sentences.slice(0, s.backward ? 4 : 2)]
          .filter(Boolean)
          .join(" ") + news,
      );
  }

  // A refusal stays until the reader does something else, a move until they point elsewhere.
  note(text) {
    say(
      this.aside,
      this.warning ||
        text ||
        this.moved ||
        "Choose an output to see its window. Choose an input to change it, with + and − or by typing.",
    );
  }

  hold() {
    this.warning = null;
  }
}

export default widget(View);
