// Pooling: what the reader does becomes a change of the model, and what the model holds is shown.
import { h, say } from "./dom.js";
import { make_choice } from "./choice.js";
import { remember } from "./fill.js";
import { facts, fitting, gradient, mismatch, resized, shape } from "./pooling_math.js";
import { PoolingPicture } from "./pooling_picture.js";
import { backward_words, fit_words, forward_words, moved_words } from "./pooling_words.js";
import { WidgetView, widget } from "./view.js";

const NUMBERS = ["x", "dy", "kind", "size", "stride"];
const SHOWN = ["row", "col", "backward"];
const KINDS = [["max", "maximum"], ["average", "average"], ["L2", "L2 norm"]];
const WAYS = [["one", "forward"], ["both", "and backward"]];
const WINDOWS = [[2, 2], [3, 2], [3, 1]]; // size, stride

class View extends WidgetView {
  constructor(model, el) {
    super(model, el, [...NUMBERS, ...SHOWN]);
    this.first = this.read();
    this.shown = {};
    this.picture = new PoolingPicture({
      move: (at) => this.change(at), number: (...edit) => this.set_number(...edit),
      refuse: (text) => this.refuse(text), note: (text) => this.note(text), hold: () => this.hold(),
    });
    this.build();
    this.update();
    this.follow();
  }

  build() {
    const own = [this.first.size, this.first.stride], known = WINDOWS.some((pair) => String(pair) === String(own));
    const windows = (known ? WINDOWS : [own, ...WINDOWS]).map(([F, S]) => [`${F},${S}`, `${F}×${F}, stride ${S}`]);
    this.kind = make_choice("Kind of pooling", KINDS, (kind) => this.change({ kind }));
    this.windows = make_choice("Windows", windows, (pair) => this.lay(...pair.split(",").map(Number)));
    this.ways = make_choice("Which way", WAYS, (way) => this.change({ backward: way === "both" }));
    const reset = h("button", { type: "button", class: "cs-button cs-reset", onclick: () => this.reset() }, "Reset");
    Object.assign(this, {
      fit_text: h("p", { class: "cs-fit" }), aside: h("p", { class: "cs-note" }), problem: h("p", { class: "cs-problem", hidden: true }),
    });
    this.body = h("div", { class: "cs-body" },
      h("div", { class: "cs-options" }, this.kind.node, this.windows.node, this.ways.node, reset), this.fit_text, this.picture.node, this.aside);
    this.open("pooling", "Pooling", this.problem, this.body);
  }

  // ---- from the reader to the model -----------------------------------------------------------------
  // Other windows on a slice that they fit: as near to the first slice as possible.
  lay(size, stride) {
    this.hold();
    const [H, W] = [this.first.x.length, this.first.x[0].length].map((side) => fitting(side, size, stride));
    this.change({ size, stride, x: resized(this.kept, H, W) });
  }

  set_number(name, [, row, col], value) {
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
    const s = this.read(), wrong = mismatch(s);
    this.problem.hidden = !wrong;
    this.body.hidden = Boolean(wrong);
    if (wrong) return say(this.problem, wrong);
    this.kept = remember(this.kept, s.x);
    const old = this.shown, size = JSON.stringify(shape(s)), same = size === this.size;
    if (!same) this.picture.build(s);
    if (!same || NUMBERS.some((name) => old[name] !== s[name])) this.picture.values(s);
    else this.picture.move(s);
    this.size = size;
    this.shown = s;
    this.picture.back_lane.hidden = !s.backward;
    if (!same) this.fit();
    this.kind.show(s.kind);
    this.windows.show(`${s.size},${s.stride}`);
    this.ways.show(s.backward ? "both" : "one");
    this.show_words(s, old, same);
  }

  show_words(s, old, same) {
    const { forward, backward } = this.picture.words, sentences = [...forward_words(s), ...backward_words(s)];
    [forward.said, forward.more, backward.said, backward.more].forEach((node, n) => say(node, sentences[n]));
    say(this.fit_text, fit_words(s));
    this.fit_text.classList.toggle("cs-misfit", !facts(s).fits);
    const edited = same && old.x !== s.x && old.kind === "max" && s.kind === "max";
    this.moved = edited ? moved_words(old, s, s.backward) : "";
    this.warning = null;
    this.note();
    const news = this.show_task(facts(s));
    if (old.x) this.announce([this.moved, ...(same ? [] : [this.fit_text.textContent]), ...sentences.slice(0, s.backward ? 4 : 2)].filter(Boolean).join(" ") + news);
  }

  // A refusal stays until the reader does something else, a move until they point elsewhere.
  note(text) {
    say(this.aside, this.warning || text || this.moved || "Choose an output to see its window. Choose an input to change it, with + and − or by typing.");
  }

  hold() {
    this.warning = null;
  }
}

export default widget(View);
