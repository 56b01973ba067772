// SlidingFilter: what the reader does becomes a change of the model, and what the model holds is shown.
import { facts, mismatch, place, shape, walk } from "../shared/conv.js";
import { h, say } from "../shared/dom.js";
import { remember, sized } from "../shared/fill.js";
import { formulaLines } from "../shared/formula.js";
import { makeKnobs } from "../shared/knobs.js";
import { PlayedView, Player } from "../shared/player.js";
import { widget } from "../shared/view.js";
import { describe, fitReport, sumMessage, windowMessage } from "./messages.js";
import { Picture } from "./picture.js";

const NUMBERS = ["x", "w", "b", "stride", "pad", "dilation"];
const POSITION = ["row", "col", "k"];
const KNOBS = [
  // letter, name, least, most, colour of the volume that it belongs to
  ["W", "width", 1, 9, "x"],
  ["H", "height", 1, 9, "x"],
  ["D", "depth", 1, 3, "x"],
  ["K", "filters", 1, 3, "w"],
  ["F", "filter size", 1, 5, "w"],
  ["S", "stride", 1, 5, "s"],
  ["P", "padding", 0, 4, "s"],
  ["dilation", "dilation", 1, 3, "s"],
];
const TRAIT = { S: "stride", P: "pad", dilation: "dilation" };

class View extends PlayedView {
  constructor(model, el) {
    super(model, el, [...NUMBERS, ...POSITION, "knobs"], describe);
    Object.assign(this, { kept: {}, shown: {} });
    this.picture = new Picture({
      move: (at) => this.change(at),
      number: (...edit) => this.setNumber(...edit),
      play: () => this.player.toggle(),
      step: (n) => this.step(n),
      refuse: (text) => this.refuse(text),
      note: (text) => this.note(text),
      hold: () => this.hold(),
      playing: () => this.player.playing,
    });
    this.player = new Player("Slide the filter", {
      step: (n) => this.step(n),
      start: () => this.start(),
      next: () => this.root.isConnected && this.next(),
      paused: () => this.announce(this.sentence.textContent),
      reset: () => this.reset(),
    });
    this.controls = makeKnobs(KNOBS, (letter, value) => this.resize(letter, value));
    this.build();
    this.first = this.read();
    this.update();
    this.follow();
  }

  build() {
    Object.assign(this, {
      formula: h("div", { class: "cs-formula" }),
      fitText: h("p", { class: "cs-fit" }),
      sentence: h("p", { class: "cs-sentence" }),
      aside: h("p", { class: "cs-note" }),
      problem: h("p", { class: "cs-problem", hidden: true }),
    });
    this.body = h(
      "div",
      { class: "cs-body" },
      this.controls.node,
      h("div", { class: "cs-size" }, h("div", { class: "cs-line" }, this.formula, this.player.node), this.fitText),
      this.picture.node,
      h("div", { class: "cs-words" }, this.sentence, this.aside),
    );
    this.open("sliding", "Sliding filter", this.problem, this.body);
  }

  // ---- from the reader to the model -----------------------------------------------------------------
  resize(letter, value) {
    this.player.pause();
    if (letter in TRAIT) return this.change({ [TRAIT[letter]]: value });
    const size = shape(this.read());
    const square = size.W === size.H && !this.model.get("knobs").includes("H");
    if (letter === "W" && square) size.H = value;
    return this.change(sized({ ...size, [letter]: value }, this.kept));
  }

  setNumber(kind, index, value) {
    const { D } = shape(this.read());
    const name = kind === "x" ? "x" : index[1] < D ? "w" : "b";
    const copy = structuredClone(this.model.get(name));
    const path = name === "b" ? [index[0]] : index;
    const inner = path.slice(0, -1).reduce((array, n) => array[n], copy);
    inner[path.at(-1)] = value;
    this.change({ [name]: copy });
  }

  reset() {
    this.player.pause();
    this.kept = {};
    this.change(this.first);
  }

  step(n) {
    this.player.pause();
    const s = this.read();
    const at = place(s);
    if (at) this.change(walk(s, at, n) ?? walk(s, { k: 0, row: 0, col: 0 }, n > 0 ? 0 : this.count(s) - 1));
  }

  count(s) {
    const { K, H2, W2 } = shape(s);
    return K * H2 * W2;
  }

  // ---- play: one output after the other, from the first again once the last is reached ----------------------
  start() {
    const s = this.read();
    const at = place(s);
    if (!at) return false;
    if (!walk(s, at, 1)) this.change({ row: 0, col: 0, k: 0 });
    return true;
  }

  // One output on; false where there is none.
  next() {
    const s = this.read();
    const at = place(s);
    const next = at && walk(s, at, 1);
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
    for (const name of ["x", "w", "b"]) this.kept[name] = remember(this.kept[name], s[name]);
    const old = this.shown;
    const size = JSON.stringify(shape(s));
    const fresh = [...NUMBERS, "knobs"].some((name) => old[name] !== s[name]);
    if (size !== this.size) this.picture.build(s);
    if (fresh || size !== this.size) this.showValues(s);
    this.picture.move(s);
    if (size !== this.size) this.picture.fit(this.width());
    this.size = size;
    this.shown = s;
    this.showWords(s, fresh && old.x !== undefined);
  }

  showValues(s) {
    this.picture.values(s);
    this.controls.show(shape(s), s.knobs);
    this.formula.replaceChildren(...formulaLines(shape(s)));
    const { fine, text } = fitReport(s);
    this.fitText.className = `cs-fit${fine ? "" : " cs-misfit"}`;
    say(this.fitText, text);
  }

  showWords(s, fresh) {
    const at = place(s);
    const calc = this.picture.calc;
    say(this.sentence, at ? sumMessage(at, calc) : "No output to work out.");
    this.warning = null;
    this.spare = at ? windowMessage(s, at, calc) : "";
    say(this.aside, this.spare);
    const news = this.showTask(facts(s));
    this.showDescription(s);
    this.announce(`${fresh ? `${this.fitText.textContent} ` : ""}${this.sentence.textContent}.${news}`);
  }

  note(text) {
    say(this.aside, this.warning || text || this.spare || "");
  }

  hold() {
    this.player.pause();
    this.warning = null;
    this.note();
  }
}

export default widget(View);
